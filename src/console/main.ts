/** The framework in a terminal: a second host of the same core. It keeps the core honest. */
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { deliverDue } from '../app/deliverDue';
import { handleTurn } from '../app/handleTurn';
import type { Messenger, Parts } from '../app/ports';
import { readCardAction } from '../cards/actions';
import { loadActivities } from '../content/loadActivities';
import { loadContent } from '../content/load';
import { memoryStore } from '../store/memoryStore';
import type { Intent, Outcome, Turn } from '../app/turn';
import { readCardText, type CardText } from './cardText';
import { playScript } from './playScript';
import { Script } from './script';

const help = `Threefold in a terminal.

  npm run console                          talk through the framework
  npm run console -- --script FILE.json    play a written case, print one JSON object
  npm run console -- --help                this page

A written case: {"mode":"together|phone|notes","referral":"...","answers":{"PV1":{"choice":"label; label","words":"..."}},"note":"..."}
Keys are prompt ids, choices are given by their labels. What could not be matched stands in "unmatched".
Nothing is stored: the case lives as long as the command.`;

const messenger: Messenger = {
  placesOf: async () => [{ id: 'terminal', name: 'This terminal', kind: 'group' }],
  isIn: async () => true,
  post: async () => ({ kind: 'sent', message: 'terminal' }),
  update: async () => ({ kind: 'sent', message: 'terminal' }),
  tell: async () => ({ kind: 'sent', message: 'terminal' }),
};

const partsOf = (): Parts => {
  const catalogue = loadActivities();
  const { cases, leases, places, audit, organisation, learnt } = memoryStore();
  return { cases, leases, messenger, safetyPlaces: places, audit, organisation, learnt, content: loadContent, catalogue: () => catalogue, settings: { supervisors: [], administrators: [], selfReview: true } };
};

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  const at = args.indexOf('--script');
  if (at >= 0) return play(args[at + 1]);
  if (args.length > 0) return fail(`I do not know ${args[0]}. See npm run console -- --help.`);
  await talk();
  return 0;
}

async function play(file: string | undefined): Promise<number> {
  if (file === undefined) return fail('Name the file after --script.');
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return fail(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const script = Script.safeParse(raw);
  if (!script.success) return fail(`${file} is not a written case:\n${script.error.issues.map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`).join('\n')}`);
  process.stdout.write(`${JSON.stringify(await playScript(partsOf(), script.data, new Date().toISOString()), null, 2)}\n`);
  return 0;
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}

async function talk(): Promise<void> {
  const parts = partsOf();
  const now = (): string => new Date().toISOString();
  // What a turn promises is kept here as well: what was learnt, and what goes to this terminal.
  const takeTurn = async (turn: Turn): Promise<Outcome> => {
    const outcome = await handleTurn(parts)(turn);
    if (outcome.owes !== undefined) await deliverDue(parts)(outcome.owes, now);
    return outcome;
  };
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const turnOf = (intent: Intent): Turn => ({ at: now(), by: { id: 'me', name: 'You' }, where: { kind: 'personal', place: 'terminal' }, intent, freshId: randomUUID() });
  let shown = readCardText((await takeTurn(turnOf({ kind: 'arrived' }))).shown.card);
  show(shown);
  terminal.on('SIGINT', () => terminal.close());
  terminal.setPrompt('> ');
  terminal.prompt();
  for await (const typed of terminal) {
    if (/^(quit|exit)$/i.test(typed.trim())) break;
    const intent = await intentOf(typed.trim(), shown, (question) => terminal.question(question));
    shown = readCardText((await takeTurn(turnOf(intent))).shown.card);
    show(shown);
    terminal.prompt();
  }
  terminal.close();
}

const show = ({ lines, pressables }: CardText): void => {
  const buttons = pressables.map(({ title }, index) => `  [${index + 1}] ${title}`);
  process.stdout.write(`\n${[...lines.filter((line) => line !== ''), '', ...buttons].join('\n')}\n(type "." and a number to press, words to answer, or quit)\n`);
};

/** `.3` presses the third button, after asking for what the card's boxes would hold; anything else is typed into the chat. */
async function intentOf(typed: string, { pressables, boxes }: CardText, ask: (question: string) => Promise<string>): Promise<Intent> {
  const number = /^\.(\d+)$/.exec(typed)?.[1];
  const pressed = number === undefined ? undefined : pressables[Number(number) - 1];
  if (!pressed) return { kind: 'said', text: typed };
  const inputs: Record<string, string> = {};
  for (const box of boxes) inputs[box.id] = valueOf(await ask(`${questionFor(box)}: `), box.choices) || box.value;
  const read = readCardAction({ verb: pressed.verb, data: { ...pressed.data, ...inputs } });
  return read.ok ? { kind: 'pressed', action: read.action } : { kind: 'unreadable', verb: read.verb, typed: read.typed };
}

const questionFor = ({ label, choices, many, value }: CardText['boxes'][number]): string =>
  choices.length === 0 ? (value === '' ? label : `${label} (nothing keeps "${value}")`) : `${label} (${choices.map(({ title }, index) => `${index + 1} ${title}`).join(', ')}${many ? '; several with commas' : ''})`;

function valueOf(typed: string, choices: CardText['boxes'][number]['choices']): string {
  if (choices.length === 0) return typed;
  return typed.split(',').map((piece) => choices[Number(piece.trim()) - 1]?.value ?? '').filter((value) => value !== '').join(',');
}

main(process.argv.slice(2)).then(
  (code) => void (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
