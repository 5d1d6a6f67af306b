import { decide, type Command } from '../../../src/domain/case/decide';
import type { CaseEvent } from '../../../src/domain/case/event';
import { replay } from '../../../src/domain/case/evolve';
import { after, alone, answered, asIfAlone, given, now, opened, openedBy, readingOf } from '../../support/givenCase';

const at = (events: readonly CaseEvent[]) => readingOf(events).step?.prompt.id;
const words = (prompt: string): Command => ({ type: 'AnswerPrompt', prompt, part: '', choices: [], words: 'yes', how: 'card' });

describe('next', () => {
  it('opens the prompt after the one that is shown', () => expect(at(after([opened], { type: 'GoNext' }))).toBe('OP2'));
  it('answers nothing', () => expect(readingOf(after([opened], { type: 'GoNext' })).state.answers.size).toBe(0));
  it('comes round to what was left when the end is reached', () => {
    const all = readingOf([openedBy({ mode: 'phone' }), alone]).conversation.path.map(({ id }) => id);
    const done = all.filter((id) => id !== 'PV1').map((id): CaseEvent => ({ type: 'PromptSkipped', ...now, prompt: id, why: 'not-today' }));
    expect(at([openedBy({ mode: 'phone' }), alone, ...done])).toBe('PV1');
  });
  it('says so when nothing is left', () => {
    const all = readingOf([opened, alone]).conversation.path.map(({ id }) => id);
    const done = all.map((id): CaseEvent => ({ type: 'PromptSkipped', ...now, prompt: id, why: 'not-today' }));
    given(opened, alone, ...done).when({ type: 'GoNext' }).refuses('nothing-next');
    expect(at([opened, alone, ...done])).toBeUndefined();
  });
  it('comes back to where the talk was after a prompt that the mode would have left out', () => {
    const jumped = [openedBy({ mode: 'phone' }), alone, ...after([openedBy({ mode: 'phone' }), alone], { type: 'OpenPrompt', prompt: 'EI1' }).slice(2)];
    expect(at(after(jumped, { type: 'GoNext' }))).toBe('OP2');
  });
});

describe('back', () => {
  it('opens the prompt before', () => given(opened, answered('OP1', ['private']), answered('OP2', ['notes:yes'])).when({ type: 'GoBack' }).then({ type: 'PromptOpened', prompt: 'OP2' }));
  it('says so on the first one', () => given(opened).when({ type: 'GoBack' }).refuses('nothing-before'));

  it('goes through a long trail to its beginning and stops there', () => {
    const trail = ['OP1', 'OP2', 'OP3', 'OP4', 'PV1', 'PV2', 'PV3', 'PV4', 'PH2', 'PC1', 'PC4', 'ES1'];
    let events: readonly CaseEvent[] = trail.reduce<readonly CaseEvent[]>((so, prompt) => [...so, ...after(so, { type: 'OpenPrompt', prompt }, words(prompt)).slice(so.length)], [opened]);
    events = after(events, { type: 'OpenPrompt', prompt: 'OC7' });
    for (const prompt of [...trail].reverse()) {
      events = after(events, { type: 'GoBack' });
      expect(at(events)).toBe(prompt);
    }
    expect(decide({ type: 'GoBack' }, now, replay(events), readingOf(events), asIfAlone)).toEqual({ kind: 'refused', reason: 'nothing-before' });
  });

  it.each<[string, Command]>([
    ['skipped', { type: 'SkipPrompt', prompt: 'OP2', why: 'not-today' }],
    ['parked', { type: 'ParkPrompt', prompt: 'OP2' }],
    ['passed by', { type: 'GoNext' }],
  ])('returns to a prompt that was %s', (_how, command) => expect(at(after([opened, alone], command, { type: 'GoBack' }))).toBe('OP2'));

  it('and next undo each other along prompts that are only looked at', () => {
    const three = after([opened], { type: 'GoNext' }, { type: 'GoNext' }, { type: 'GoNext' });
    expect(at(three)).toBe('OP4');
    expect(at(after(three, { type: 'GoBack' }, { type: 'GoBack' }, { type: 'GoBack' }))).toBe('OP1');
  });
  it('leaves out a prompt that may not be asked any more', () => {
    const asked = [opened, alone, { type: 'PromptOpened', ...now, prompt: 'ES4' } as const, { type: 'PromptOpened', ...now, prompt: 'EP1' } as const, answered('OP1', ['near-light'])];
    expect(at(after([...asked, { type: 'PromptOpened', ...now, prompt: 'EP1' }], { type: 'GoBack' }))).toBe('OP1');
  });
});

describe('skipping and parking', () => {
  it('keeps why it was skipped', () => given(opened).when({ type: 'SkipPrompt', prompt: 'PV1', why: 'rather-not-say' }).then({ type: 'PromptSkipped', prompt: 'PV1', why: 'rather-not-say' }));
  it('goes on to the next one', () => expect(at(after([opened], { type: 'SkipPrompt', prompt: 'OP1', why: 'not-today' }))).toBe('OP2'));
  it('stays away when it was skipped or parked, and comes back when it is opened', () => {
    const left = after([opened], { type: 'SkipPrompt', prompt: 'OP1', why: 'not-today' }, { type: 'ParkPrompt', prompt: 'OP2' });
    expect(at(left)).toBe('OP3');
    expect(at(after(left, { type: 'OpenPrompt', prompt: 'OP2' }))).toBe('OP2');
  });
  it('refuses a prompt that does not exist', () => {
    given(opened).when({ type: 'SkipPrompt', prompt: 'ZZ9', why: 'not-today' }).refuses('prompt-not-open');
    given(opened).when({ type: 'ParkPrompt', prompt: 'ZZ9' }).refuses('prompt-not-open');
  });
  it('leaves what was answered before', () => expect(readingOf(after([opened, alone], { type: 'SkipPrompt', prompt: 'OP1', why: 'not-today' })).conversation.answers.has('OP1')).toBe(true));
  it('is over when the prompt is answered', () => {
    const { state } = readingOf([...after([opened], { type: 'SkipPrompt', prompt: 'PV1', why: 'not-today' }, { type: 'ParkPrompt', prompt: 'PV1' }), answered('PV1', [], 'my garden')]);
    expect([state.skipped.has('PV1'), state.parked.has('PV1')]).toEqual([false, false]);
  });
});

describe('opening a prompt', () => {
  it('opens it at the part that was named', () => given(opened).when({ type: 'OpenPrompt', prompt: 'PC4', part: 'in-the-way' }).then({ type: 'PromptOpened', prompt: 'PC4', part: 'in-the-way' }));
  it('refuses one that does not exist', () => given(opened).when({ type: 'OpenPrompt', prompt: 'ZZ9' }).refuses('prompt-not-open'));
  it('shows the first card when the part is not there', () => expect(readingOf(after([opened], { type: 'OpenPrompt', prompt: 'PC4', part: 'nowhere' })).step?.parts[0]?.id).toBe('spirits'));
});
