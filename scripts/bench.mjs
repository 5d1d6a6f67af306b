// npm run bench: how fast the built bot is, beside bots that do less, measured on this machine in one run.
import { createRequire } from 'node:module';
import { buildIfNeeded, giveUp, installIfNeeded } from './prepare.mjs';

const args = process.argv.slice(2);
const flags = ['--help', '--quick', '--full', '--strict', '--profile'];
const valued = ['--only', '--port', '--seconds'];
const valuesOf = (name) => args.flatMap((arg, index) => (args[index - 1] === name ? [arg] : []));
const isValue = (index) => valued.includes(args[index - 1]);

if (args.includes('--help')) {
  console.log(`Usage: npm run bench -- [--quick | --full] [--only NAME]... [--strict] [--profile [--seconds N]] [--port N]

Builds if needed, starts the built bot as it is run by anybody (registered, cases in SQLite on disk), with a stand-in for
Microsoft on this machine, and the bots that it is compared with. Prints one JSON line a figure; progress goes to stderr.
Figures that are compared are measured by turns in the same run. "noise" is how far the rounds of a figure were apart.
  --quick       three or four minutes instead of about ten; the figures are rough
  --full        about an hour, with 100,000 turns for memory
  --only NAME   only that measurement; may be given more than once
  --strict      end with 3 when a goal was missed
  --profile     no figures: where the time of a turn goes, by function (--seconds N under load, 10 by default)
  --port N      the first of thirty ports of this machine to use; 4600 by default

Ends with 0 when everything was measured, 1 when something could not be, 2 for a wrong argument, 3 when a goal was missed
and --strict was given.`);
  process.exit(0);
}
const unknown = args.filter((arg, index) => !flags.includes(arg) && !valued.includes(arg) && !isValue(index));
if (unknown.length > 0) giveUp(`I do not know ${unknown.join(' ')}. See npm run bench -- --help.`, 2);
const wholeNumber = (name, otherwise) => {
  const [text = String(otherwise)] = valuesOf(name);
  if (!/^\d+$/.test(text) || Number(text) < 1) giveUp(`${name} needs a whole number.`, 2);
  return Number(text);
};
const port = wholeNumber('--port', 4600);
const seconds = wholeNumber('--seconds', 10);

installIfNeeded();
buildIfNeeded();
const require = createRequire(import.meta.url);
require('./typeScript.cjs');
const { bench, names, profile } = require('../test/bench/bench.ts');
const only = valuesOf('--only');
const strange = only.filter((name) => !names.includes(name));
if (strange.length > 0 || (args.includes('--only') && only.length === 0)) giveUp(`Nothing is called ${strange.join(' ') || 'that'}. There are: ${names.join(', ')}.`, 2);

const tell = { figure: (figure) => console.log(JSON.stringify(figure)), progress: (line) => console.error(line) };
try {
  if (args.includes('--profile')) {
    for (const line of await profile(port, tell, seconds)) console.log(line);
  } else {
    const length = args.includes('--full') ? 'full' : args.includes('--quick') ? 'quick' : 'usual';
    const figures = await bench({ length, only, port, tell });
    const missed = figures.filter(({ met }) => met === false);
    for (const { figure, value, unit, goal } of missed) console.error(`missed: ${figure} is ${value} ${unit}, the goal is ${goal}`);
    process.exitCode = missed.length > 0 && args.includes('--strict') ? 3 : 0;
  }
} catch (error) {
  giveUp(`This could not be measured: ${error instanceof Error ? error.message : String(error)}`, 1);
}
