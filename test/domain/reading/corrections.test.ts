import { loadContent } from '../../../src/content/load';
import type { CaseEvent } from '../../../src/domain/case/event';
import { correctionsIn, countCorrections } from '../../../src/domain/reading/filing/corrections';

const { filing } = loadContent();
const by = { at: '2026-11-02T10:00:00.000Z', by: 'wren' } as const;
const text = 'Wants to see Margaret again. Zebra stripes. Loves her garden.';
const pasted: CaseEvent = { type: 'NotePasted', ...by, note: 'n1', text };
const filed = (start: number, end: number, prompt: string, proposed?: string): CaseEvent => ({ type: 'SentenceFiled', ...by, note: 'n1', start, end, prompt, ...(proposed === undefined ? {} : { proposed }) });

describe('what workers moved', () => {
  it('names the two prompts and the words of the lexicon, and nobody', () => {
    const found = correctionsIn([pasted, filed(0, 28, 'ES1', 'OC7')], filing);
    expect(found).toMatchObject([{ proposed: 'OC7', chosen: 'ES1' }]);
    expect(found[0]!.words).toMatch(/^wants to/);
    expect(JSON.stringify(found)).not.toMatch(/margaret|wren/i);
  });
  it('names what no phrase spoke for', () => expect(correctionsIn([pasted, filed(29, 43, 'PV3')], filing)).toEqual([{ chosen: 'PV3', words: '' }]));
  it('says nothing of what was kept as proposed', () => expect(correctionsIn([pasted, filed(44, 61, 'PV3')], filing)).toEqual([]));
  it('counts where a sentence ended up, once', () => expect(correctionsIn([pasted, filed(0, 28, 'ES1', 'OC7'), filed(0, 28, 'ES2', 'OC7')], filing)).toMatchObject([{ chosen: 'ES2' }]));
  it('gives the sentence only to a service that asks for it', () => expect(correctionsIn([pasted, filed(0, 28, 'ES1', 'OC7')], filing, true)).toMatchObject([{ sentence: 'Wants to see Margaret again.' }]));
  it('puts the same ones together, the most frequent first', () => {
    const one = { proposed: 'OC7', chosen: 'ES1', words: 'wants to' };
    expect(countCorrections([{ chosen: 'PV3', words: '' }, one, one])).toEqual([{ ...one, times: 2 }, { chosen: 'PV3', words: '', times: 1 }]);
  });
});
