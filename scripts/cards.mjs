// npm run cards: every card as pictures, for whoever changes one to look at.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { giveUp, installIfNeeded, root } from './prepare.mjs';

const args = process.argv.slice(2);
const only = args.flatMap((arg, index) => (args[index - 1] === '--only' ? [arg] : []));
const unknown = args.filter((arg, index) => !['--help', '--only', '--quick'].includes(arg) && args[index - 1] !== '--only');
if (args.includes('--help')) {
  console.log(`Usage: npm run cards -- [--quick] [--only NAME]...

Draws every sample of test/cards/samples/samples.ts in the Microsoft 365 Agents Playground: light, dark and high contrast, at the
width of a laptop and of a phone, and once as a client draws it that knows only the Adaptive Cards standard. The pictures and a
page that shows them all go to test/results/cards. It also lists text that is cut off and what axe finds serious.
  --only NAME   only that card, or those whose name begins so; may be given more than once
  --quick       only in light and at phone width

Needs Chromium (on Debian: apt-get install chromium fonts-liberation), or its path in CHROMIUM.
Ends with 0 when every card was drawn, 1 when one was not, 2 for a wrong argument or a missing Chromium, 3 when installing failed.`);
  process.exit(0);
}
if (unknown.length > 0 || (args.includes('--only') && only.length === 0)) giveUp(`I do not know ${unknown.join(' ') || 'which card'}. See npm run cards -- --help.`, 2);

installIfNeeded();
const require = createRequire(import.meta.url);
require('./typeScript.cjs');
const { findChromium, withoutChromium } = require('../test/support/browser.ts');
if (findChromium() === undefined) giveUp(withoutChromium, 2);
if (!existsSync(join(root, 'test', 'cards', 'samples', 'samples.ts'))) giveUp('test/cards/samples/samples.ts is missing: it holds the cards to draw.', 2);
const { samples } = require('../test/cards/samples/samples.ts');
const { drawCards, quickViews, writeContactSheet } = require('../test/support/drawCards.ts');

const isMeant = (name, start) => name === start || (!(start in samples) && name.startsWith(start));
const wanted = Object.fromEntries(Object.entries(samples).filter(([name]) => only.length === 0 || only.some((start) => isMeant(name, start))));
if (Object.keys(wanted).length === 0) giveUp(`No card is called that. There are: ${Object.keys(samples).join(', ')}.`, 2);

const folder = join(root, 'test', 'results', 'cards');
if (only.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const drawn = [];
const failed = [];
const began = performance.now();
const tell = (result) => {
  if ('why' in result) {
    failed.push(result);
    console.log(`not drawn: ${result.name}: ${result.why}`);
    return;
  }
  drawn.push(result);
  console.log(`${result.name}: ${result.height} px on a phone`);
  for (const text of result.cut) console.log(`  cut off: ${text}`);
  for (const barrier of result.barriers) console.log(`  axe, ${barrier}`);
};
await drawCards(wanted, folder, tell, args.includes('--quick') ? quickViews : undefined);
const sheet = writeContactSheet(drawn, folder);
console.log(`${drawn.length} drawn, ${failed.length} not, in ${Math.round((performance.now() - began) / 1000)} s. Look at ${relative(process.cwd(), sheet)}`);
process.exit(failed.length === 0 ? 0 : 1);
