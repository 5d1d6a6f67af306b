// npm run hazards: writes the hazard log from its data, and looks whether every test that it names is there.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { giveUp, installIfNeeded, root } from './prepare.mjs';

const args = process.argv.slice(2);
if (args.includes('--help') || args.some((arg) => arg !== '--check')) {
  console.log(`Usage: npm run hazards -- [--check]

Reads docs/hazards.json, looks whether every test that a control names is there, and writes docs/hazardLog.md.
  --check   writes nothing, and says whether the page is what the data says

Ends with 0 when all is well, 1 when a test is missing, the data does not hold together or, with --check, the page is old.`);
  process.exit(args.includes('--help') ? 0 : 2);
}

installIfNeeded();
const require = createRequire(import.meta.url);
require('./typeScript.cjs');
const { hazardProblems, readHazards } = require('./hazardLog/hazards.ts');
const { hazardLogText } = require('./hazardLog/hazardLogText.ts');
const { testTitles } = require('./hazardLog/testTitles.ts');

const log = readHazards(join(root, 'docs', 'hazards.json'));
const titles = new Map();
const titlesOf = (file) => {
  if (!titles.has(file)) titles.set(file, existsSync(join(root, file)) ? testTitles(readFileSync(join(root, file), 'utf8')) : []);
  return titles.get(file);
};
const named = log.hazards.flatMap(({ controls }) => controls.flatMap(({ id, tests }) => tests.map((test) => ({ id, ...test }))));
const missing = named.filter(({ file, test }) => !titlesOf(file).includes(test)).map(({ id, file, test }) => `${id}: ${file} has no test “${test}” that runs.`);
const problems = [...hazardProblems(log), ...missing];
if (problems.length > 0) giveUp(`The hazard log does not hold:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);

const page = join(root, 'docs', 'hazardLog.md');
const text = hazardLogText(log);
if (args.includes('--check')) {
  if (!existsSync(page) || readFileSync(page, 'utf8') !== text) giveUp('docs/hazardLog.md is not what docs/hazards.json says. Run npm run hazards.');
} else {
  writeFileSync(page, text);
}
const controls = log.hazards.flatMap((hazard) => hazard.controls).length;
console.log(`${log.hazards.length} hazards, ${controls} controls, ${named.length} tests, all there.`);
