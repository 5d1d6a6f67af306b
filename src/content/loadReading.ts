/** The rules by which notes are read: one file for each concern that words can show, the sets and the cues that they share. */
import { z } from 'zod';
import { inWords } from '../domain/framework/readFramework';
import { Cues } from '../domain/reading/cues/cues';
import { LikenessLists } from '../domain/reading/notMeant/likeness';
import { Beside, LexiconFile, type Lexicon } from '../domain/reading/lexicon';
import { openLexicon, writeLexicon, type MadeLexicon } from '../domain/reading/makeLexicon';
import { PeopleLists } from '../domain/reading/people/people';
import { TogetherLists } from '../domain/reading/saidTogether';
import { readPattern } from '../domain/reading/patterns/patterns';
import { bannedWordsIn } from './bannedWords';

export type ReadingFiles = { readonly concerns: Readonly<Record<string, unknown>>; readonly sets: unknown; readonly cues: unknown; readonly lookAlikes: unknown; readonly beside: unknown; readonly people: unknown; readonly likeness: unknown; readonly together: unknown };

const Sets = z.record(z.string(), z.array(z.string().min(1)));
const Words = z.array(z.string());

type Reading = { readonly made?: MadeLexicon; readonly problems: readonly string[] };
const kept = new WeakMap<ReadingFiles, Reading>();
const opened = new WeakMap<MadeLexicon, Lexicon>();

/** Returns the lexicon, or every problem of its files, each with where it is. The same files are read once. */
export function readReading(files: ReadingFiles): { readonly lexicon?: Lexicon; readonly problems: readonly string[] } {
  const { made, problems } = makeReading(files);
  return made ? { lexicon: openedLexicon(made), problems } : { problems };
}

/** What a lexicon is opened from, as plain data, or every problem. */
export function makeReading(files: ReadingFiles): Reading {
  const known = kept.get(files) ?? readOnce(files);
  kept.set(files, known);
  return known;
}

/** Opened once. */
export function openedLexicon(made: MadeLexicon): Lexicon {
  const lexicon = opened.get(made) ?? openLexicon(made);
  opened.set(made, lexicon);
  return lexicon;
}

function readOnce({ concerns, sets: givenSets, cues: givenCues, lookAlikes: givenWords, beside: givenBeside, people: givenPeople, likeness: givenLikeness, together: givenTogether }: ReadingFiles): Reading {
  const problems: string[] = [];
  const parse = <Shape>(name: string, schema: z.ZodType<Shape>, given: unknown): Shape | undefined => {
    const parsed = schema.safeParse(given);
    if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => `reading/${name}.json: ${inWords(issue, given)}`));
    return parsed.success ? parsed.data : undefined;
  };
  const files = Object.entries(concerns).flatMap(([name, given]) => parse(name, LexiconFile, given) ?? []);
  const [sets, cues, lookAlikes, beside, people, likeness, together] = [parse('sets', Sets, givenSets), parse('cues', Cues, givenCues), parse('lookAlikes', Words, givenWords), parse('beside', Beside, givenBeside), parse('people', PeopleLists, givenPeople), parse('likeness', LikenessLists, givenLikeness), parse('together', TogetherLists, givenTogether)];
  if (sets && beside) problems.push(...patternProblems(files, beside, sets), ...asideProblems(files, beside), ...idProblems(files), ...wordingProblems(files));
  if (problems.length > 0 || !sets || !cues || !lookAlikes || !beside || !people || !likeness || !together) return { problems };
  return { made: writeLexicon({ files, sets, cues, lookAlikes, beside, people, likeness, together }), problems };
}

function patternProblems(files: readonly LexiconFile[], beside: Beside, sets: Record<string, readonly string[]>): string[] {
  const phrases = files.flatMap(({ entries }) => entries.flatMap(({ id, says, near = [], unless = [], figure = [] }) => [...says, ...near, ...unless, ...figure].map((phrase) => ({ id, phrase }))));
  const others = [...beside.figures, ...(beside.takenBack?.says ?? []), ...(beside.explained ?? []), ...(beside.idioms ?? []), ...Object.values(beside.asides).flatMap(({ says }) => says), ...beside.acts, ...(beside.notActs ?? [])];
  return [...phrases, ...others.map((phrase) => ({ id: 'beside', phrase }))].flatMap(({ id, phrase }) => {
    try {
      readPattern(phrase, sets);
      return [];
    } catch (error) {
      return [`reading: ${id}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
}

const asideProblems = (files: readonly LexiconFile[], { asides }: Beside): string[] =>
  files.flatMap(({ entries }) => entries.flatMap(({ id, aside = [] }) => aside.filter((name) => !Object.hasOwn(asides, name)).map((name) => `reading: ${id}: there is no list “${name}” in beside.json`)));

function idProblems(files: readonly LexiconFile[]): string[] {
  const ids = files.flatMap(({ code, entries }) => entries.map(({ id }) => ({ id, code })));
  const strange = ids.filter(({ id, code }) => !id.startsWith(`${code}-`)).map(({ id, code }) => `reading/${code}.json: the id “${id}” must begin with ${code}-`);
  const twice = ids.filter(({ id }, at) => ids.findIndex((other) => other.id === id) !== at).map(({ id }) => `reading: the id “${id}” stands there twice`);
  return [...strange, ...twice];
}

const wordingProblems = (files: readonly LexiconFile[]): string[] =>
  files.flatMap(({ entries }) => entries.flatMap(({ id, why }) => bannedWordsIn(why).map(({ word, instead }) => `reading: ${id}: “${word}” is not for us to say. Instead: ${instead}.`)));
