import { mendOf, oddityOf, slipsBetween } from '../../../src/domain/reading/words/mend';

const mend = mendOf(new Set(['suicidal', 'tablets', 'hurt', 'want', 'overdose', 'safeguarding', 'die', 'to', 'stopped', 'stepped', 'food', 'back', 'her', 'hero', 'into', 'text', 'grip']), ['tables', 'wont', 'hunt', 'hunter']);

describe('slips of the finger', () => {
  it.each([
    ['a letter too few', 'suicdal', 'suicidal'],
    ['a letter too many', 'tabletts', 'tablets'],
    ['another letter', 'overdise', 'overdose'],
    ['two letters swapped', 'wnat', 'want'],
    ['two slips in a long word', 'safegarding', 'safeguarding'],
    ['two other slips in a long word', 'saefgaurding', 'safeguarding'],
  ])('%s', (_what, written, meant) => expect(mend(written)).toBe(meant));

  it.each([
    ['the commoner of two', 'stpped', 'stopped'],
    ['a letter that is not doubled', 'fod', 'food'],
    ['a consonant left out', 'bak', 'back'],
    ['two words that run together', 'wantto', 'want to'],
    ['of these the commoner', 'intoher', 'into her'],
    ['letters swapped rather than parted', 'itno', 'into'],
    ['a letter drawn out', 'dieee', 'die'],
    ['a letter drawn out that is double', 'fooood', 'food'],
  ])('%s', (_what, written, meant) => expect(mend(written)).toBe(meant));

  it.each(['txt', 'grp', 'tex', 'hunter'])('leave %s alone, which is cut short or a word', (word) => expect(mend(word)).toBeUndefined());

  it('are put down to letters swapped or doubled first, then to one left out, then to the key beside', () => {
    expect([['wnat', 'want'], ['hurrt', 'hurt'], ['hrt', 'hurt'], ['hirt', 'hurt'], ['hert', 'hurt']].map(([written, word]) => oddityOf(written!, word!))).toEqual([0, 0, 1, 1, 2]);
  });

  it.each(['tables', 'hunt', 'overdue', 'tab', 'dye', 'want', 'x', '12345'])('leave %s alone', (word) => expect(mend(word)).toBeUndefined());

  it('are counted as a person would', () => {
    expect([slipsBetween('want', 'wnat'), slipsBetween('a', ''), slipsBetween('kitten', 'sitting'), slipsBetween('same', 'same')]).toEqual([1, 1, 3, 0]);
  });
});
