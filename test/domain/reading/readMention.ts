/** Reads the words in braces as a mention, the way the reader does: whole text, its sentences, what is carried between them. */
import given from '../../../src/content/v1/reading/cues.json';
import givenPeople from '../../../src/content/v1/reading/people.json';
import { readContext, statusOf, type Context, type Manner } from '../../../src/domain/reading/meaning/context';
import { Cues } from '../../../src/domain/reading/cues/cues';
import { People, PeopleLists } from '../../../src/domain/reading/people/people';
import { partsOf } from '../../../src/domain/reading/readAs';
import { tokensOf } from '../../../src/domain/reading/words/tokens';

export const cues = Cues.parse(given);
export const people = new People(PeopleLists.parse(givenPeople));

export function readMention(marked: string, manner: Manner = {}): Context {
  const [start, end] = [marked.indexOf('{'), marked.indexOf('}') - 1];
  const text = marked.replace(/[{}]/g, '');
  const tokens = tokensOf(text);
  const [first, last] = [tokens.findIndex((token) => token.end > start), tokens.findLastIndex((token) => token.start < end)];
  const part = partsOf(text, tokens, cues, people).find((each) => each.first <= first && each.last >= last);
  if (!part) throw new Error(`"${marked}" has no mention inside one sentence`);
  return readContext(tokens, { first, last }, cues, { ...manner, sentence: part, ...(part.carried ? { carried: part.carried } : {}) });
}

export const statusIn = (marked: string, manner?: Manner) => statusOf(readMention(marked, manner));

/** The words of the text that decided. */
export function wordsFor(marked: string, name: keyof Context): string | undefined {
  const cue = readMention(marked)[name];
  return cue && marked.replace(/[{}]/g, '').slice(cue.start, cue.end);
}
