import { samples } from './samples/samples';

/** The texts of a card, a paragraph each, as a reader meets them. */
function paragraphsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as { readonly type?: unknown; readonly text?: unknown };
  return [...(type === 'TextBlock' && typeof text === 'string' ? text.split('\n\n') : []), ...Object.values(value).flatMap(paragraphsOf)];
}

const reads = (name: string, kind: 'typical' | 'worst'): string[] => paragraphsOf(samples[name]?.[kind]);

describe('what stands on a card', () => {
  it('gives each reason for the support a line of its own', () => {
    expect(reads('why-tier', 'worst')).toContain('Thoughts of suicide or self-harm: no, or not sure (they may not be able to stay safe)');
  });

  it('says nothing of what was heard where there is nobody left to ring', () => {
    const heard = /What you heard is shown/;
    expect(reads('ring-first', 'typical').some((text) => heard.test(text))).toBe(true);
    expect(reads('ring-first', 'worst').some((text) => heard.test(text))).toBe(false);
  });

  it('says that the taps under an unfinished plan are the first of several, and only then', () => {
    const gate = (name: string, kind: 'typical' | 'worst') => reads(name, kind).find((text) => text.includes('would make this plan complete'));
    expect(gate('plan-unfinished', 'typical')).toBe('**Four things** would make this plan complete. These come first:');
    expect(reads('gate', 'typical').some((text) => text.includes('These come first'))).toBe(false);
  });

  it('says what a tap is for where nothing fits', () => {
    expect(reads('options-nothing-fits', 'typical').some((text) => text.endsWith('Talking about one of these may help:'))).toBe(true);
  });
});
