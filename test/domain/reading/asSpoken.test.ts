import { loadContent } from '../../../src/content/load';
import { readText } from '../../../src/domain/reading/readText';
import { tokensOf } from '../../../src/domain/reading/words/tokens';

const { lexicon } = loadContent();
const plain = (text: string): string => tokensOf(text).map((token) => token.plain).join(' ');
const graded = (text: string) => readText(text, lexicon).map(({ code, grade }) => [code, grade]);
const quoted = (text: string) => readText(text, lexicon).map(({ words }) => words);

describe('what is said while somebody looks for words', () => {
  it.each([
    ['He, erm, wants to go', 'he wants to go'],
    ['She she wants, I, I want, to- to go', 'she wants i want to go'],
    ['He fucking hates it, bloody cold', 'he hates it cold'],
    ['um. She left', 'she left'],
  ])('is no word in %s', (text, expected) => expect(plain(text)).toBe(expected));

  it.each(['she had had it', 'bye bye', 'no no', 'bloody hell', 'a bloody nose', 'bloody diarrhoea', 'he told her her flat is damp', 'number 7 7'])('leaves %s', (text) => expect(plain(text)).toBe(text));
  it('leaves ER, which is a place', () => expect(plain('sent to ER')).toBe('sent to er'));
  it('ends no sentence and begins none', () => expect(tokensOf('He, erm, wants')[1]!.before).toBe(' '));

  it.each<[string, string]>([
    ['He, um, he wants to, er, die.', 'F03'],
    ["I just don't actually want to be here any more", 'F03'],
    ['He, you know, hits me', 'F17'],
    ['My husband actually just really hits me', 'F17'],
    ['I want to fucking die', 'F03'],
    ['He shouts & hits me', 'F17'],
  ])('%s', (text, code) => expect(graded(text)).toContainEqual([code, 'prompt']));

  it('is within what is quoted', () => expect(quoted('She wants to, erm, die.')).toContain('wants to, erm, die'));

  it.each([
    "She's not just lonely but bored",
    'He does not really want to die, he says',
    'What kind of help does he want?',
    'You know who lives next door',
    'She never actually hit anybody',
    'He, erm, denies any thoughts of suicide',
    'No no, she is not thinking of harming herself',
  ])('raises nothing in "%s"', (text) => expect(graded(text).filter(([, grade]) => grade === 'prompt')).toEqual([]));
});
