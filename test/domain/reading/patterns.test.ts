import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { PatternBook } from '../../../src/domain/reading/patterns/patternBook';
import { PatternCoder, type PatternCode } from '../../../src/domain/reading/patterns/patternCode';
import { PatternIndex, PatternIndexer, PatternSearch, type IndexedPatterns } from '../../../src/domain/reading/patterns/patternIndex';
import { readPattern, type PatternSets } from '../../../src/domain/reading/patterns/patterns';
import { tokensOf } from '../../../src/domain/reading/words/tokens';

const sets: PatternSets = { kin: ['mum', 'dad', 'nan', 'big sister'], them: ['me', 'him', 'her', 'them'] };

/** The words of the text that the pattern takes, from the first place where it fits. */
function taken(source: string, text: string): string | undefined {
  const index = new PatternIndex([{ pattern: readPattern(source, sets) }]);
  const tokens = tokensOf(text);
  for (let first = 0; first < tokens.length; first++) {
    const [standing] = index.standingAt(tokens, first, tokens.length - 1);
    if (standing) return text.slice(tokens[first]!.start, tokens[first + standing.taken - 1]!.end);
  }
  return undefined;
}

describe('the language of the rules', () => {
  it.each([
    ['words one after the other', 'no food', 'There is NO food in.', 'NO food'],
    ['contractions as two words', "can't cope", 'She cannot cope and he can’t cope', 'cannot cope'],
    ['contractions without their apostrophe', 'do not want', 'i dont want to', 'dont want'],
    ['all forms of a word', 'hit~ {them}', 'he was hitting her', 'hitting her'],
    ['irregular forms', 'take~ tablets', 'she took tablets', 'took tablets'],
    ['forms that double a letter', 'control~ {them}', 'he controlled her', 'controlled her'],
    ['one of several', '(life|living) is not worth (it|living)', "Life isn't worth it", "Life isn't worth it"],
    ['what may be missing', 'stay safe [at] home', 'can she stay safe home', 'stay safe home'],
    ['a few words between', 'took .. tablets', 'took all of her tablets', 'took all of her tablets'],
    ['no more than a few between', 'took .. tablets', 'took her dog out and then tablets', undefined],
    ['more words between', 'took ... tablets', 'took her dog out and then her tablets', 'took her dog out and then her tablets'],
    ['what may be missing at the beginning', '[no] food in', 'food in, no food in', 'food in'],
    ['sets, also of several words', 'my {kin} shouts', 'my big sister shouts', 'my big sister shouts'],
    ['numbers in figures and words', '# tablets', 'took twenty tablets', 'twenty tablets'],
    ['abbreviations in capitals', 'SI', 'no si, SI', 'SI'],
    ['hyphens as spaces', 'self harm~', 'self-harming again', 'self-harming'],
    ['possessives as their noun', '{kin} boyfriend', "her mum's boyfriend", "mum's boyfriend"],
  ])('knows %s', (_what, pattern, text, expected) => expect(taken(pattern, text)).toBe(expected));

  it.each([
    ['[no food]', 'may not be missing'],
    ['.. food', 'must begin with a word'],
    ['(a|b', 'has no ")"'],
    ['a)', 'has ")" where nothing opens it'],
    ['(a|)', 'has an empty choice'],
    ['{nobody} here', 'names the set "nobody", which is not there'],
  ])('refuses %s in words', (pattern, why) => expect(() => readPattern(pattern, sets)).toThrow(why));

  it('does not let a set hold itself', () => expect(() => readPattern('{a}', { a: ['{b}'], b: ['{a}'] })).toThrow('inside itself'));

  it('never takes more than there is, whatever the text', () => {
    const index = new PatternIndex([{ pattern: readPattern('(a|b) ... [c|d] .. (a|e) # [b]', sets) }]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '7', 'x')), (words) => {
        const tokens = tokensOf(words.join(' '));
        tokens.forEach((_, first) => index.standingAt(tokens, first, tokens.length - 1).forEach(({ taken: many }) => expect(first + many).toBeLessThanOrEqual(tokens.length)));
      }),
    );
  });
});

describe('many patterns looked for at once', () => {
  const sources = ['no food', '(a|b) ... [c|d] .. (a|e)', 'not (a|b c)', '# (a|food) [b]', '{kin} .. a', '{them} (a|no) .. (c|d e)', '[c] a b', 'SI a', 'a .. b .. c', 'b (c|d [e]) a~'];
  const items = sources.map((source) => ({ source, pattern: readPattern(source, sets) }));
  const index = new PatternIndex(items);
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '7', 'no', 'not', 'food', 'mum', 'big sister', 'her', 'SI', 'as', 'x'), { maxLength: 40 });

  it('finds each wherever it stands by itself, and nothing else', () => {
    fc.assert(
      fc.property(words, (text) => {
        const tokens = tokensOf(text.join(' '));
        const span = { first: 0, last: tokens.length - 1 };
        const found = index.foundIn(tokens, [span]).map(({ item, first, last }) => `${item.source} from ${first} to ${last}`);
        const alone = items.flatMap((item) => tokens.flatMap((_, first) => new PatternIndex([item]).standingAt(tokens, first, span.last).map(({ taken: many }) => `${item.source} from ${first} to ${first + many - 1}`)));
        expect([...new Set(found)].sort()).toEqual(alone.sort());
      }),
      { numRuns: 30 },
    );
  });

  it('is the same after it was kept and opened again', () => {
    const coder = new PatternCoder();
    const indexer = new PatternIndexer(coder);
    for (const { pattern } of items) indexer.add(pattern);
    const { code, indexed } = deserialize(serialize({ code: coder.made(), indexed: indexer.made() })) as { code: PatternCode; indexed: IndexedPatterns };
    const opened = new PatternSearch(items, new PatternBook(code), indexed);
    fc.assert(
      fc.property(words, (text) => {
        const tokens = tokensOf(text.join(' '));
        expect(opened.foundIn(tokens, [{ first: 0, last: tokens.length - 1 }])).toEqual(index.foundIn(tokens, [{ first: 0, last: tokens.length - 1 }]));
      }),
      { numRuns: 30 },
    );
  });
});
