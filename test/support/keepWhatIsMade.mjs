/** Before all tests: so that not every file of tests parses the card templates by itself. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { keepTemplateTexts, root, workFolder } from '../../scripts/prepare.mjs';

export default function () {
  const require = createRequire(import.meta.url);
  require(join(root, 'scripts', 'typeScript.cjs'));
  keepTemplateTexts(require(join(root, 'src', 'cards', 'templateText.ts')), join(workFolder, 'templateTexts.json'));
}
