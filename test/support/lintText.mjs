// Reads [{ file, text }] and prints what the project's own lint says of each, without reading or writing these files.
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const samples = JSON.parse(readFileSync(0, 'utf8'));
const untyped = [{ files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } }, tseslint.configs.disableTypeChecked];
const lint = new ESLint({ overrideConfig: untyped });
const answers = [];
for (const { file, text } of samples) {
  const [result] = await lint.lintText(text, { filePath: file });
  answers.push(result.messages.map(({ message }) => message));
}
console.log(JSON.stringify(answers));
