/** The versions of the words. A case keeps the version that it was opened with, so an old one stays until no case needs it. */
import type { Content } from '../domain/framework/content';
import { makeFiling, FilingWords } from '../domain/reading/filing/filingWords';
import { keptRules, type KeptRules } from './keptRules';
import { keepMadeConcepts } from './loadConcepts';
import { makeReading } from './loadReading';
import { readContent, type ContentFiles } from './readContent';
import concerns from './v1/concerns.json';
import contacts from './v1/contacts.json';
import exits from './v1/exits.json';
import filing from './v1/filing.json';
import framework from './v1/framework.json';
import process from './v1/process.json';
import safety from './v1/safety.json';
import texts from './v1/texts.json';
import { readingFiles } from './v1Reading';

const versions: Readonly<Record<string, ContentFiles>> = { v1: { framework, concerns, contacts, exits, process, texts, filing, safety, reading: readingFiles, kept: () => keptRules.made() } };

/** Oldest first; a new case opens with the last. */
export const contentVersions: readonly string[] = Object.keys(versions);

const loaded = new Map<string, Content>();

/** Reads everything of every version, and makes the rules of reading, so that nobody waits for them later. Throws one error that lists every problem of the first that has any. */
export function checkContent(): void {
  for (const [version, files] of Object.entries(versions)) readContent(version, files);
}

/** Returns a version, by default the newest, read once; its rules of reading are made when they are first asked for. Throws one error that lists every problem, or that there is no such version. */
export function loadContent(version: string = contentVersions.at(-1)!): Content {
  const files = Object.hasOwn(versions, version) ? versions[version] : undefined;
  if (!files) throw new Error(`There is no content “${version}”. There is: ${contentVersions.join(', ')}.`);
  const before = loaded.get(version);
  if (before) return before;
  const content = readContent(version, files, 'when-asked');
  loaded.set(version, content);
  return content;
}

/** Makes the rules of reading and filing, and the concepts, and keeps them in a folder, so that they are not made again at each start; unless they are there, or do not make sense yet, which a start says. */
export function keepMade(folder: string): void {
  keptRules.keepIn(folder, madeRules);
  keepMadeConcepts(folder);
}

function madeRules(): KeptRules | undefined {
  const { made } = makeReading(readingFiles);
  const words = FilingWords.safeParse(filing);
  return made && words.success ? { lexicon: made, filing: makeFiling(words.data) } : undefined;
}
