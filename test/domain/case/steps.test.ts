import { loadContent } from '../../../src/content/load';
import type { Command } from '../../../src/domain/case/decide';
import type { CaseEvent } from '../../../src/domain/case/event';
import { cardAfter, cardsOf, stepNow } from '../../../src/domain/case/steps';
import { promptOf, type Prompt } from '../../../src/domain/framework/framework';
import { after, alone, answered, now, opened, openedBy, readingOf } from '../../support/givenCase';

const { framework } = loadContent();
const prompt = (id: string): Prompt => promptOf(framework, id)!;
const ids = (id: string) => cardsOf(prompt(id)).map((parts) => parts.map((part) => part.id));
const at = (events: readonly CaseEvent[]) => readingOf(events).step?.prompt.id;
const press = (id: string, part: string, ...choices: string[]): Command => ({ type: 'AnswerPrompt', prompt: id, part, choices, how: 'card' });

describe('how a prompt is cut into cards', () => {
  it('gives each row of tiles a card of its own, with the words that may follow', () => {
    expect(ids('PC4')).toEqual([['spirits'], ['in-the-way']]);
    expect(ids('PV4')).toEqual([['sure', 'sure-why']]);
    expect(ids('PH3')).toEqual([['duties'], ['fun'], ['rest'], ['people']]);
  });
  it('puts lists and words on one card', () => {
    expect(ids('OP3')).toEqual([['adjustments', 'which']]);
    expect(ids('PH2')).toEqual([['day', 'shape'], ['best'], ['hardest']]);
    expect(ids('AP3')).toEqual([['help', 'help-words'], ['who'], ['when']]);
  });
  it('leaves no part out and shows none twice', () => {
    for (const each of framework.prompts) expect(cardsOf(each).flat()).toEqual(each.parts);
  });
  it('ends a prompt when the choice stands alone', () => {
    expect(cardAfter(prompt('PC5'), 'thoughts', { choices: ['no'], at: '' })).toBeUndefined();
    expect(cardAfter(prompt('PC5'), 'thoughts', { choices: ['thoughts-now'], at: '' })?.map(({ id }) => id)).toEqual(['safe']);
    expect(at([opened, alone, ...after([opened, alone], { type: 'OpenPrompt', prompt: 'ES4' }, press('ES4', 'feels-safe', 'yes')).slice(2)])).not.toBe('ES4');
  });
  it('goes through the cards of a prompt one after the other and leaves out those that are answered', () => {
    const balance = after([opened, alone], { type: 'OpenPrompt', prompt: 'PH3' }, press('PH3', 'duties', 'duties-about-right'));
    expect(readingOf(balance).step?.parts[0]?.id).toBe('fun');
    const rest = after(balance, { type: 'OpenPrompt', prompt: 'PH3', part: 'rest' }, press('PH3', 'rest', 'rest-too-little'), { type: 'OpenPrompt', prompt: 'PH3', part: 'fun' }, press('PH3', 'fun', 'fun-too-little'));
    expect(readingOf(rest).step?.parts[0]?.id).toBe('people');
  });
});

describe('which prompts a mode asks', () => {
  const path = (...events: readonly CaseEvent[]) => readingOf(events).conversation.path.map(({ id }) => id);
  const core = framework.prompts.filter((each) => each.core).map(({ id }) => id);
  it('asks the core twenty on the phone, and the choice between the options', () => {
    expect(core).toHaveLength(20);
    expect(path(openedBy({ mode: 'phone' }), alone).filter((id) => id !== 'AP2')).toEqual(core);
    expect(path(openedBy({ mode: 'notes' }), alone).filter((id) => id !== 'AP2')).toEqual(core);
  });
  it('adds on the phone what an answer called', () => expect(path(openedBy({ mode: 'phone' }), alone, answered('PV3', ['music:used-to']))).toContain('OC3'));
  it('asks everything together, but for what waits to be called or does not apply', () => {
    const all = framework.prompts.map(({ id }) => id);
    expect(path(opened, alone)).toEqual(all.filter((id) => id !== 'PC5' && id !== 'PC2'));
    expect(path(openedBy({ yearOfBirth: 1950 }), alone, answered('PC4', ['most-days']))).toEqual(all);
  });
  it('leaves both safety prompts out until they are alone', () => {
    for (const place of ['near-fine', 'near-light', 'not-a-good-time']) expect(path(openedBy({ yearOfBirth: 1950 }), answered('OP1', [place]), answered('PC4', ['most-days']))).not.toEqual(expect.arrayContaining(['PC5', 'ES4']));
  });
  it('lets every prompt be opened in every mode', () => {
    for (const mode of ['together', 'phone', 'notes'] as const) for (const { id } of framework.prompts) expect(at(after([openedBy({ mode }), alone], { type: 'OpenPrompt', prompt: id }))).toBe(id);
  });
});

describe('what comes next', () => {
  it('asks what the last answer called, and then goes back to where it was called away from', () => {
    const talk = after([opened, alone], { type: 'OpenPrompt', prompt: 'PV3' }, press('PV3', 'interests', 'music:used-to'));
    expect(at(talk)).toBe('OC3');
    expect(at(after(talk, { type: 'AnswerPrompt', prompt: 'OC3', part: 'missed', choices: [], words: 'the choir', how: 'card' }, press('OC3', 'lies', 'lies-me')))).toBe('PV4');
  });
  it('asks everything that one answer called before it goes on', () => {
    const talk = after([opened, alone], { type: 'OpenPrompt', prompt: 'PH2' }, press('PH2', 'day', 'nobody'), press('PH2', 'best', 'best-morning'), press('PH2', 'hardest', 'hardest-night'));
    expect(at(talk)).toBe('PC4');
    const low = after(talk, press('PC4', 'spirits', 'low-some-days'), press('PC4', 'in-the-way', 'a-bit'));
    expect(at(low)).toBe('ES2');
    expect(at(after(low, press('ES2', 'contact', 'about-right')))).toBe('PH3');
  });
  it('does not go back to what was passed by before the end is reached', () => {
    const talk = after([opened, alone], { type: 'OpenPrompt', prompt: 'OP4' }, { type: 'GoNext' }, { type: 'OpenPrompt', prompt: 'PV3' }, press('PV3', 'interests', 'music:used-to'), { type: 'SkipPrompt', prompt: 'OC3', why: 'not-today' });
    expect(at(talk)).toBe('PV4');
  });
  it.each(['together', 'phone', 'notes'] as const)('shows every waiting prompt before it shows one again, when nothing is answered: %s', (mode) => {
    let events: readonly CaseEvent[] = [openedBy({ mode, yearOfBirth: 1950 }), alone, answered('PC4', ['most-days']), answered('PV3', ['music:used-to']), { type: 'PromptOpened', ...now, prompt: 'OP2' }];
    const waiting = readingOf(events).conversation.path.filter(({ id }) => !['OP1', 'PC4', 'PV3'].includes(id)).map(({ id }) => id);
    const seen: string[] = [];
    for (let turn = 0; turn < waiting.length; turn++) {
      seen.push(at(events)!);
      events = after(events, { type: 'GoNext' });
    }
    expect([...seen].sort()).toEqual([...waiting].sort());
  });
  it('asks nothing twice: a talk that answers each card once comes to its end', () => {
    let events: readonly CaseEvent[] = [opened];
    const seen: string[] = [];
    for (let step = stepNow(readingOf(events).state, readingOf(events).conversation); step; step = readingOf(events).step) {
      const shown = `${step.prompt.id} ${step.parts[0]!.id}`;
      expect(seen).not.toContain(shown);
      seen.push(shown);
      const first = step.prompt.id === 'OP1' ? 'private' : undefined;
      events = first ? after(events, press('OP1', 'place', first)) : after(events, { type: 'AnswerPrompt', prompt: step.prompt.id, part: step.parts[0]!.id, ...firstAnswer(step.parts[0]!), how: 'card' });
    }
    expect(new Set(seen.map((shown) => shown.split(' ')[0])).size).toBeGreaterThan(38);
  });
});

function firstAnswer(part: Prompt['parts'][number]): { choices: string[]; words?: string; day?: string } {
  switch (part.kind) {
    case 'one':
    case 'many':
      return { choices: [part.options[0]!.id] };
    case 'grid':
      return { choices: [`${part.rows[0]!.id}:${part.columns[0]!.id}`] };
    case 'scale':
      return { choices: [String(part.to)] };
    case 'words':
      return { choices: [], words: 'in their words' };
    case 'day':
      return { choices: [], day: 'in:14' };
    case 'goal':
      return { choices: ['goal:1'] };
    case 'activity':
      return { choices: ['not-now'] };
  }
}
