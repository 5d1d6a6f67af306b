/** Before all tests: so that not every file of tests parses the card templates and makes the rules of reading and the concepts by itself. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { keepTemplateTexts, root, workFolder } from '../../scripts/prepare.mjs';

export default function () {
  const require = createRequire(import.meta.url);
  require(join(root, 'scripts', 'typeScript.cjs'));
  keepTemplateTexts(require(join(root, 'src', 'cards', 'templateText.ts')), join(workFolder, 'templateTexts.json'));
  require(join(root, 'src', 'content', 'load.ts')).keepMade(workFolder);
}
