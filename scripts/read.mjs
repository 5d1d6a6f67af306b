// npm run read: how the rules read one text, in words.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { giveUp, installIfNeeded } from './prepare.mjs';

const help = `Usage: npm run read -- "TEXT" [--json]
       npm run read -- - < FILE
       npm run read -- [--json] -- "--TEXT"

Says which words of a text may be a concern, by which rule, and how they are read and why. Nothing is kept or sent.
  --json   the mentions as one JSON array
  --       what follows is the text, whatever it begins with

Ends with 0 when the text was read, 2 for an argument that it does not know.`;

const given = process.argv.slice(2);
const end = given.includes('--') ? given.indexOf('--') : given.length;
const args = given.slice(0, end);
if (args.includes('--help')) {
  console.log(help);
  process.exit(0);
}
const [text, ...rest] = [...args.filter((arg) => arg !== '--json'), ...given.slice(end + 1)];
if (text === undefined || rest.length > 0) giveUp(help, 2);
// A note may begin with dashes; a single word that does is an option.
if (end === given.length && /^--\S*$/.test(text)) giveUp(`${text} means nothing here. See --help.`, 2);

installIfNeeded();
const require = createRequire(import.meta.url);
require('./typeScript.cjs');
const { explain } = require('../src/console/explainText.ts');
console.log(explain(text === '-' ? readFileSync(0, 'utf8') : text, { json: args.includes('--json') }));
