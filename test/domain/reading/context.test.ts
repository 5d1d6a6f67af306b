import given from '../../../src/content/v1/reading/cues.json';
import { readContext, statusOf, type Context, type Manner } from '../../../src/domain/reading/context';
import { Cues } from '../../../src/domain/reading/cues';
import { partsOf } from '../../../src/domain/reading/readAs';
import { tokensOf } from '../../../src/domain/reading/tokens';
import { sentences } from './contextSentences';

const cues = Cues.parse(given);

/** The words in braces are the mention. */
function read(marked: string, manner?: Manner): Context {
  const [start, end] = [marked.indexOf('{'), marked.indexOf('}') - 1];
  const text = marked.replace(/[{}]/g, '');
  const tokens = tokensOf(text);
  const part = partsOf(text, tokens, cues).find(({ first, last }) => tokens[first]!.start <= start && tokens[last]!.end >= end)!;
  const own = tokens.slice(part.first, part.last + 1);
  return readContext(own, { first: own.findIndex((token) => token.end > start), last: own.findLastIndex((token) => token.start < end) }, cues, part.carried ? { ...manner, carried: part.carried } : manner);
}

describe.each(Object.entries(sentences))('read as %s', (status, marked) => {
  it.each(marked)('%s', (sentence) => expect([statusOf(read(sentence)), read(sentence)]).toEqual([status, expect.anything()]));
});
