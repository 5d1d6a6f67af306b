import fc from 'fast-check';
import { CardAction, inputId, pressOf, readCardAction, type ActionOf } from '../../src/cards/actions';

const read = (verb: unknown, data: unknown) => readCardAction({ verb, data });
const on = { caseId: 'c1', rev: 3 };

describe('what comes back from a card', () => {
  it('is read with its boxes under their plain names', () =>
    expect(read('answer', { ...on, prompt: 'PV1', part: 'matters', words__r3: 'my garden' })).toEqual({ ok: true, action: { verb: 'answer', ...on, prompt: 'PV1', part: 'matters', choices: [], words: 'my garden' } }));
  it('joins what several lists hold', () =>
    expect(read('answer', { ...on, prompt: 'PV3', part: 'interests', 'choices--interests-now__r3': 'music:now,food:now', 'choices--interests-used-to__r3': 'growing:used-to', 'choices--open__r3': '' })).toMatchObject({ ok: true, action: { choices: ['music:now', 'food:now', 'growing:used-to'] } }));
  it('takes what stands in the box when the button carries an empty one', () => expect(read('observe', { ...on, words: '', words__r3: 'tired' })).toMatchObject({ ok: true, action: { words: 'tired' } }));
  it('takes numbers that came as text, as older clients send them', () => expect(read('next', { caseId: 'c1', rev: '3' })).toMatchObject({ ok: true, action: { rev: 3 } }));
  it('takes the verb from the data when the client left it there', () => expect(read(undefined, { verb: 'help' })).toEqual({ ok: true, action: { verb: 'help' } }));
  it('leaves out what no verb asks for', () => expect(read('help', { isAdmin: true, rights: { isSupervisor: true } })).toEqual({ ok: true, action: { verb: 'help' } }));
  it.each(['rights', 'by', 'worker', 'isMember', 'state', 'plan'])('never takes %s from a card', (name) => expect(read('agree', { caseId: 'c1', version: 1, [name]: { any: true } })).toEqual({ ok: true, action: { verb: 'agree', caseId: 'c1', version: 1 } }));

  it.each<[string, unknown, unknown]>([
    ['no such verb', 'explode', on], ['no verb', undefined, on], ['a verb that is none', { toString: 1 }, on], ['no data', 'next', undefined], ['data that is none', 'next', 'x'], ['a list', 'next', [on]], ['null', 'next', null],
    ['no case', 'next', { rev: 1 }], ['an empty case', 'next', { caseId: '', rev: 1 }], ['a revision below nothing', 'next', { caseId: 'c1', rev: -1 }], ['half a revision', 'next', { caseId: 'c1', rev: 1.5 }],
    ['a prompt that is none', 'skip', { ...on, prompt: 'x', why: 'not-today' }], ['a reason that is none', 'skip', { ...on, prompt: 'PV1', why: 'because' }], ['a screen that is none', 'show', { ...on, screen: 'secrets' }], ['words that are none', 'observe', { ...on, words: 7 }],
  ])('%s is an answer, not a crash', (_name, verb, data) => expect(read(verb, data)).toMatchObject({ ok: false, typed: '' }));

  it('gives back everything that was typed when it cannot be read', () => expect(read('own-concern', { ...on, owner__r3: 'Dr Rao', action__r3: 'rings her', detail__r3: 'what she said' })).toEqual({ ok: false, verb: 'own-concern', typed: 'Dr Rao\nrings her\nwhat she said' }));

  it('is never a crash, whatever is sent', () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true });
    const data = fc.oneof(anything, fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('caseId', 'rev', 'verb', '__proto__', 'words__r1', 'choices--x__r1', 'prompt', 'version')), anything));
    fc.assert(fc.property(fc.oneof(anything, fc.constantFrom(...CardAction.options.map((option) => option.shape.verb.value))), data, (verb, sent) => expect(typeof readCardAction({ verb, data: sent }).ok).toBe('boolean')));
  });
});

describe('the same press', () => {
  const edit = (more: Partial<ActionOf<'edit-line'>> = {}): CardAction => ({ verb: 'edit-line', ...on, target: 'goal-1', text: 'the garden', ...more });
  it('is the same', () => expect(pressOf(edit())).toBe(pressOf(edit())));
  it('is another with other words, another line, at another revision, or of another button', () => {
    const all = [edit(), edit({ text: 'the choir' }), edit({ target: 'goal-2' }), edit({ rev: 4 }), { verb: 'drop-line', ...on, target: 'goal-1' } as const, { verb: 'drop-line', ...on, target: 'goal-2' } as const].map(pressOf);
    expect(new Set(all).size).toBe(all.length);
  });
  it('holds nothing of what was typed', () => expect(pressOf(edit({ text: 'her name is May' }))).not.toMatch(/May|name/));
  it('is the form when a case is opened, and nothing for what has no revision', () => {
    expect(pressOf({ verb: 'open-case', mode: 'phone', form: 'f1', name: 'a', year: '', referral: '', note: '' })).toBe(pressOf({ verb: 'open-case', mode: 'phone', form: 'f1', name: 'b', year: '', referral: '', note: '' }));
    expect(pressOf({ verb: 'help' })).toBeUndefined();
  });
  it('is read the same from the boxes of a card', () => {
    const sent = { ...on, prompt: 'PV1', part: 'matters', [inputId('words', 3)]: 'my garden', [inputId('choices', 3, 'a-list')]: 'x' };
    const [one, two] = [read('answer', sent), read('answer', Object.fromEntries(Object.entries(sent).reverse()))];
    expect(one.ok && two.ok && pressOf(one.action) === pressOf(two.action)).toBe(true);
  });
});
