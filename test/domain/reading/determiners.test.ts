import { loadContent } from '../../../src/content/load';
import { Determiners, type MayBeMissing } from '../../../src/domain/reading/patterns/determiners';
import { PatternIndex } from '../../../src/domain/reading/patterns/patternIndex';
import { readPattern } from '../../../src/domain/reading/patterns/patterns';
import { readText } from '../../../src/domain/reading/readText';
import { tokensOf } from '../../../src/domain/reading/words/tokens';

const { lexicon } = loadContent();
const prompted = (text: string) => readText(text, lexicon).filter(({ grade }) => grade === 'prompt').map(({ code }) => code);
const stands = (missing: MayBeMissing, source: string, text: string): boolean => new PatternIndex([{ pattern: new Determiners(missing).leftOut(readPattern(source)) }]).foundIn(tokensOf(text), [{ first: 0, last: tokensOf(text).length - 1 }]).length > 0;

describe('what a note in haste leaves out', () => {
  it.each<[string, MayBeMissing, string, string, boolean]>([
    ['an article', 'articles', 'hit (his|her) head on the wall', 'hit his head on wall', true],
    ['a choice with an article in it', 'articles', 'found in (the|his|a) bath', 'found in bath', true],
    ['one before what may itself be missing', 'articles', 'kicking a [homeless] man', 'kicking man', true],
    ['no first word', 'articles', 'the knife', 'knife', false],
    ['no first word after what may be missing', 'articles', '[in] the last year', 'last year', false],
    ['no last word', 'articles', 'hit the', 'hit', false],
    ['none of a measure', 'articles', 'ate a bit', 'ate bit', false],
    ['nothing that is not a determiner', 'articles', 'hit (the|him) wall', 'hit wall', false],
    ['whose it is, where that does not matter', 'owners', 'slit (his|her) wrists', 'slit wrists', true],
    ['not whose it is, where it matters', 'articles', 'slit (his|her) wrists', 'slit wrists', false],
    ['not what "her" does', 'owners', 'told her to go', 'told to go', false],
    ['not which one, where it says when', 'bare', 'in (this|the) year', 'in year', false],
  ])('%s', (_name, missing, source, text, expected) => {
    expect(stands(missing, source, text)).toBe(expected);
    expect(stands(missing, source, source.replace(/[[\]]/g, '').replace(/\(([^|)]*)\|[^)]*\)/g, '$1'))).toBe(true);
  });

  it.each<[string, string]>([
    ['Found in bath with blade, said wanted to die', 'F03'],
    ['Says there are cameras in ceiling watching her', 'F04'],
    ['Some lads are kicking homeless man in doorway outside.', 'F01'],
    ['Mum refuses to let ambulance take baby.', 'F18'],
    ['Took overdose last night, whole box of tablets', 'F01'],
  ])('%s', (text, code) => expect(prompted(text)).toContain(code));

  it.each(['Before knee op could not get up stairs, all well now', 'As lad in sixties they had no electric.', 'Her gran died by suicide when she was baby.', 'She hit pothole on way home.', 'That was the man in bed four.'])('raises nothing at once in "%s"', (text) => expect(readText(text, lexicon).filter(({ grade, urgency }) => grade === 'prompt' && (urgency === 'NOW' || urgency === 'TODAY'))).toEqual([]));
});
