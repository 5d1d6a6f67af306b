// npm run eval: how well notes are read and services found, scored against rows that people have labelled.
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { giveUp, installIfNeeded } from './prepare.mjs';

const help = `Usage: npm run eval -- reading FILE [--misses]
       npm run eval -- noise FILE
       npm run eval -- status FILE
       npm run eval -- around FILE [--misses]
       npm run eval -- filing FILE
       npm run eval -- matching QUERIES CATALOGUE [--misses]

Reads a file of JSON lines and prints one JSON object; every figure as {"value","low","high","n"} with its 95% interval.
  reading   rows {"id","text","kind","concerns":[{"code","status","urgency","words"}]}: which concerns are shown, and how they are read
  noise     rows as for reading: what slips, lost marks, capitals, apostrophes and spaces cost, beside the notes as written
  status    rows {"text","concept","negation","experiencer",...}: whether a given concept is denied, and whose it is
  around    rows {"text"} with an X where grave statements are put in that are so: how many are still shown at once
  filing    rows {"text","prompts":[...]}: to which prompts the sentences go
  matching  rows {"id","text","gold":[ids],"dislikes":[ids]} and services {"id","title","text"}: which services are offered first,
            beside plain BM25 on the same files
  --misses  instead of figures, a line for everything that was read otherwise than labelled

The rules read words, not people, and miss things. Use npm --silent run eval to have nothing but the object.
Ends with 0 when the file could be scored, 1 when it could not be read, 2 for an argument that it does not know.`;

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(help);
  process.exit(0);
}
const misses = args.includes('--misses');
const [what, file, ...rest] = args.filter((arg) => arg !== '--misses');
const catalogue = what === 'matching' ? rest.shift() : undefined;
const takesMisses = ['reading', 'around', 'matching'].includes(what);
if (!['reading', 'noise', 'status', 'around', 'filing', 'matching'].includes(what) || file === undefined || (what === 'matching' && catalogue === undefined) || rest.length > 0 || (misses && !takesMisses)) giveUp(help, 2);
for (const each of [file, ...(catalogue === undefined ? [] : [catalogue])]) {
  const found = statSync(each, { throwIfNoEntry: false });
  if (found === undefined) giveUp(`There is no file ${each}.`, 1);
  if (found.isDirectory()) giveUp(`${each} is a folder. Name a file of JSON lines.`, 1);
}

installIfNeeded();
const require = createRequire(import.meta.url);
require('./typeScript.cjs');
const { evaluate } = require('../test/eval/evaluate.ts');
try {
  for (const line of evaluate({ what, file, catalogue, misses })) console.log(line);
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error), 1);
}
