import { mendOf, slipsBetween } from '../../../src/domain/reading/words/mend';

const mend = mendOf(new Set(['suicidal', 'tablets', 'hurt', 'want', 'overdose', 'safeguarding', 'die']), ['tables', 'wont', 'hunt']);

describe('slips of the finger', () => {
  it.each([
    ['a letter too few', 'suicdal', 'suicidal'],
    ['a letter too many', 'tabletts', 'tablets'],
    ['another letter', 'overdise', 'overdose'],
    ['two letters swapped', 'wnat', 'want'],
    ['two slips in a long word', 'safegarding', 'safeguarding'],
    ['two other slips in a long word', 'saefgaurding', 'safeguarding'],
  ])('%s', (_what, written, meant) => expect(mend(written)).toBe(meant));

  it.each(['tables', 'hunt', 'overdue', 'tab', 'dye', 'want', 'x', '12345'])('leave %s alone', (word) => expect(mend(word)).toBeUndefined());

  it('are counted as a person would', () => {
    expect([slipsBetween('want', 'wnat'), slipsBetween('a', ''), slipsBetween('kitten', 'sitting'), slipsBetween('same', 'same')]).toEqual([1, 1, 3, 0]);
  });
});
