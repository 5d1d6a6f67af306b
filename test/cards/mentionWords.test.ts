import { mentionQuote } from '../../src/cards/mentionWords';
import { contactLine } from '../../src/cards/contactLine';
import type { Mention } from '../../src/domain/reading/mention';

/** The words of a text, as they would be met by some rule. */
function mention(text: string, words: string): Mention {
  const start = text.indexOf(words);
  return { rule: 'F11', code: 'F11', urgency: 'ROUTINE', start, end: start + words.length, words, sentence: { start: 0, end: text.length, text }, status: 'present', grade: 'prompt', why: 'an everyday thing' };
}

describe('the words around what was met', () => {
  it.each(['far', 'far with her knees'.repeat(12), 'far with her knees, she says she gets by on tea and biscuits most days and lost a bit of weight, she thinks'])('stand apart from it: %s', (after) => {
    expect(mentionQuote(mention(`she cant walk ${after}`, 'cant walk'))).toMatch(/^“she \*\*cant walk\*\* far/);
  });
});

it('a number to ring is never broken at the end of a line', () => {
  const line = contactLine({ id: 'help', name: 'Helpline', number: '0808 2000 247', scope: 'national', sample: false, reviewBy: '2027-01-01' }, '2026-11-02');
  expect(line).toBe('Helpline: **0808\u00a02000\u00a0247**');
});
