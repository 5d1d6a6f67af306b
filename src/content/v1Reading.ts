/** The rules of the first version by which notes are read: those of each category, and the nets, whose words only bear each other out. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { ReadingFiles } from './loadReading';

const folder = path.join(__dirname, 'v1', 'reading');
const shared = ['sets', 'cues', 'lookAlikes', 'beside', 'people', 'likeness', 'together'] as const;

const rulesIn = (under: string): readonly string[] => readdirSync(path.join(folder, under)).filter((name) => /^F\d\d\.json$/.test(name)).sort().map((name) => `${under}${name.slice(0, -'.json'.length)}`);

/** The names of all files, in an order that stays. */
const namesOfRules = (): readonly string[] => [...rulesIn(''), ...rulesIn('nets/')];

const textOf = (name: string): string => readFileSync(path.join(folder, `${name}.json`), 'utf8');

/** What stands in the files, in one piece: by it is known whether anything changed. */
export const textsOfReading = (): readonly string[] => [...namesOfRules(), ...shared].flatMap((name) => [name, textOf(name)]);

const known = new Map<string, unknown>();

/** Parsed when it is first asked for: whoever has what was made of the rules does without. */
function parsed<Value>(name: string, parse: () => Value): Value {
  if (!known.has(name)) known.set(name, parse());
  return known.get(name) as Value;
}
const fileOf = (name: string): unknown => parsed(name, () => JSON.parse(textOf(name)) as unknown);

export const readingFiles: ReadingFiles = {
  get concerns() {
    return parsed('', () => Object.fromEntries(namesOfRules().map((name) => [name, fileOf(name)])));
  },
  get sets() {
    return fileOf('sets');
  },
  get cues() {
    return fileOf('cues');
  },
  get lookAlikes() {
    return fileOf('lookAlikes');
  },
  get beside() {
    return fileOf('beside');
  },
  get people() {
    return fileOf('people');
  },
  get likeness() {
    return fileOf('likeness');
  },
  get together() {
    return fileOf('together');
  },
};
