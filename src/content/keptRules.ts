/**
 * What was made of the rules by which notes are read and sentences filed. To check them and to make them ready takes more
 * than a second, so it is done when the bot is built and when the tests begin, and kept; by the texts of the rules, and of
 * the code that makes them, is known whether it still holds. Without it everything is made anew.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { MadeFiling } from '../domain/reading/filing/filingWords';
import type { MadeLexicon } from '../domain/reading/makeLexicon';
import { textsOfReading } from './v1Reading';

export type KeptRules = { readonly lexicon: MadeLexicon; readonly filing: MadeFiling };

/** Beside the built code; for the sources, where the tests put it. */
const places = [path.join(__dirname, 'rules.kept'), path.join(__dirname, '../../.threefold/rules.kept')];
const code = [__dirname, path.join(__dirname, '../domain/reading')];
const length = 40;

function mark(): string {
  const hash = createHash('sha1');
  const add = (text: string | Buffer): unknown => hash.update(text).update('\0');
  for (const text of textsOfReading()) add(text);
  add(readFileSync(path.join(__dirname, 'v1', 'filing.json')));
  for (const folder of code) for (const name of readdirSync(folder).filter((file) => file.endsWith(path.extname(__filename))).sort()) add(readFileSync(path.join(folder, name)));
  return hash.digest('hex');
}

let known: { readonly rules: KeptRules | undefined } | undefined;

/** Returns what was kept, read once; undefined when there is none or the rules have changed since. */
export function keptRules(): KeptRules | undefined {
  known ??= { rules: readKept(places.find((file) => existsSync(file))) };
  return known.rules;
}

function readKept(file: string | undefined): KeptRules | undefined {
  const kept = file === undefined ? undefined : readFileSync(file);
  return kept && kept.toString('latin1', 0, length) === mark() ? (deserialize(kept.subarray(length)) as KeptRules) : undefined;
}

/** Keeps the rules in a file unless they are there already. Whoever reads meanwhile finds the old one or the new one, whole. */
export function keepRules(file: string, make: () => KeptRules | undefined): void {
  const now = mark();
  if (existsSync(file) && readFileSync(file).toString('latin1', 0, length) === now) return;
  const rules = make();
  if (!rules) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, Buffer.concat([Buffer.from(now, 'latin1'), serialize(rules)]));
  renameSync(`${file}.${process.pid}`, file);
}
