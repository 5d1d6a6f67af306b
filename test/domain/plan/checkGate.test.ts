import type { Concern } from '../../../src/domain/analysis/finding';
import type { CaseEvent } from '../../../src/domain/case/event';
import { gateNames } from '../../../src/domain/plan/checkGate';
import { concernOf } from '../../support/concernOf';
import { answer, edit, owned, readPlan, talk, without } from './material';

const missing = (events: readonly CaseEvent[], more: Parameters<typeof readPlan>[1] = {}) => readPlan(events, more).gate.filter(({ ok }) => !ok).map(({ id, label, jump }) => ({ id, label, jump }));
const item = (id: string, events: readonly CaseEvent[], more: Parameters<typeof readPlan>[1] = {}) => missing(events, more).find((found) => found.id === id);
const complete = [...talk, owned];
const concern = (more: Partial<Concern>): Concern => concernOf({ id: 'F10-SOON', code: 'F10', urgency: 'SOON', words: 'a fall', why: 'a fall', ...more });

describe('the gate', () => {
  it('lets a whole conversation through, and shows everything that it looked at', () => {
    const { gate } = readPlan(complete);
    expect(gate.filter(({ ok }) => !ok)).toEqual([]);
    expect(gate.map(({ label }) => label)).toEqual(Object.values(gateNames));
  });

  it('asks for everything of an empty plan, each time with a place to mend it', () => {
    const gaps = missing(talk.slice(0, 1));
    expect(gaps.map(({ id }) => id)).toEqual(['own-words', 'strength', 'steps', 'both-act', 'confidence', 'first-time', 'contingency', 'risks', 'consent', 'review', 'copy', 'adjustments']);
    expect(gaps.every(({ jump }) => jump !== undefined)).toBe(true);
  });

  it.each([
    ['own-words', 'CC1', 'Put one goal in the person’s own words'],
    ['strength', 'BB2', 'Add one thing the person is good at'],
    ['confidence', 'CC6', 'Ask how sure they are of the step'],
    ['first-time', 'CC4', 'Ask what would make the first time easier'],
    ['contingency', 'CC7', 'Say what to do, and who to ring, if things get harder'],
    ['review', 'CC7', 'Agree a day to look at it together'],
    ['copy', 'CC7', 'Ask how they would like their copy'],
    ['consent', 'CC7', 'Ask about sharing it: A relative'],
    ['adjustments', 'AA2', 'Ask what makes talking, reading or meeting easier'],
  ])('misses %s without the answer to %s, and leads there', (id, prompt, label) => {
    const findings = id === 'strength' ? [] : undefined;
    expect(item(id, [...without(prompt), owned], findings ? { findings } : {})).toEqual({ id, label, jump: prompt });
  });

  it('asks nothing of a first time where they leave it for now', () => {
    expect(item('first-time', [...without('CC4'), owned])).toBeDefined();
    expect(item('first-time', [...without('CC4'), answer(27, 'CC3', ['not-now']), owned])).toBeUndefined();
  });

  it('takes an edited goal for theirs as long as it keeps their words', () => {
    expect(item('own-words', [...complete, edit(30, 'goal-2', null), edit(31, 'goal-1', 'My hands in the soil, in company')])).toBeUndefined();
    expect(item('own-words', [...complete, edit(30, 'goal-2', null), edit(31, 'goal-1', 'Increase community engagement')])).toMatchObject({ jump: 'CC1' });
    expect(item('own-words', [...without('CC1'), owned, edit(30, 'new-goal', 'Attend a group')])).toMatchObject({ jump: 'CC1' });
  });

  it('keeps three goals', () => {
    const four = [...complete, edit(30, 'new-goal', 'Three'), edit(31, 'new-goal', 'Four')];
    expect(item('few-goals', four)).toEqual({ id: 'few-goals', label: 'Keep three goals for now: there are 4', jump: 'goal-new-2' });
    expect(item('few-goals', four.slice(0, -1))).toBeUndefined();
  });

  it('asks who and when of each step, and who the somebody else is', () => {
    expect(item('steps', [...complete, edit(30, 'step-first-taster.when', null)])).toEqual({ id: 'steps', label: 'Say when step 4 happens', jump: 'step-first-taster.when' });
    expect(item('steps', [...complete, edit(30, 'step-first-taster.who', 'other')])).toEqual({ id: 'steps', label: 'Say who does step 4', jump: 'step-first-taster.who' });
    expect(item('steps', [...complete, edit(30, 'step-first-taster.who', 'Efua')])).toBeUndefined();
  });

  it('wants something of both', () => {
    expect(item('both-act', [...complete, edit(30, 'step-potting-group', null)])).toMatchObject({ label: 'Add one step that the person takes', jump: 'new-step' });
    const self = ['step-first-taster', 'step-first-meet', 'step-join-potting-group'].map((id, index) => edit(30 + index, `${id}.who`, 'me'));
    expect(item('both-act', [...complete, ...self])).toMatchObject({ label: 'Add one thing that the link worker does' });
  });

  it('wants a seven, or the step changed since they said less', () => {
    const unsure = [...complete, answer(30, 'CC6', ['6'])];
    expect(item('confidence', unsure)).toEqual({ id: 'confidence', label: 'Sure 6 out of 10: make the step smaller or add support', jump: 'step-potting-group' });
    expect(item('confidence', [...complete, answer(30, 'CC6', ['7'])])).toBeUndefined();
    expect(item('confidence', [...unsure, edit(31, 'step-potting-group', 'Go and look at the garden')])).toBeUndefined();
    expect(item('confidence', [...unsure, answer(31, 'CC4', ['meet', 'on:2026-11-27'])])).toBeUndefined();
    expect(item('confidence', [...complete, edit(29, 'step-potting-group', 'Go and look'), answer(30, 'CC6', ['6'])])).toBeDefined();
    expect(item('confidence', [...unsure, edit(31, 'goal-1', 'Hands in the soil')])).toBeDefined();
  });

  it('takes “nothing raised” only when it was asked, or when the worker says so', () => {
    const calm = without('BB3', 'SS1');
    expect(item('risks', calm)).toEqual({ id: 'risks', label: 'Ask about topic BB3, or record that nothing was raised', jump: 'BB3' });
    expect(item('risks', [...calm, answer(30, 'BB3', ['foot'])])).toEqual({ id: 'risks', label: 'One thing is still to be asked in private', jump: 'SS1' });
    expect(item('risks', [...calm, answer(30, 'BB3', ['foot']), answer(31, 'SS1', ['yes'])])).toBeUndefined();
    expect(item('risks', [...calm, answer(30, 'BB3', ['foot']), { type: 'PromptSkipped', at: talk.at(-1)!.at, by: 'wren', prompt: 'SS1', why: 'rather-not-say' }])).toBeUndefined();
    expect(item('risks', [...calm, { type: 'PromptSkipped', at: talk.at(-1)!.at, by: 'wren', prompt: 'BB3', why: 'not-today' }])).toBeDefined();
    expect(item('risks', [...calm, edit(30, 'nothing-raised', 'Asked, nothing raised')])).toBeUndefined();
  });

  it('does not go on without the supervisor’s yes', () => {
    expect(item('consent', [...complete, answer(30, 'AA1', ['boss:n'])])).toEqual({ id: 'consent', label: 'They said no to the supervisor reading it: talk about that first', jump: 'AA1' });
    expect(item('consent', [...complete, answer(30, 'AA1', ['boss:a'])])).toMatchObject({ label: 'Ask whether the supervisor may read it' });
  });

  it('wants a day to look again that is still to come', () => {
    expect(item('review', [...complete, edit(30, 'review', '2026-11-24')])).toEqual({ id: 'review', label: 'The day to look at it together has passed', jump: 'review' });
    expect(item('review', [...complete, edit(30, 'review', '2026-11-25')])).toBeUndefined();
  });

  it('is held by what must be answered today, until a named person has it', () => {
    const today = concern({ id: 'F25-TODAY', code: 'F25', urgency: 'TODAY' });
    expect(item('safety', complete, { concerns: [today] })).toEqual({ id: 'safety', label: 'Name who takes on what must be answered today', jump: 'concern:F25-TODAY' });
    expect(item('safety', complete, { concerns: [{ ...today, state: 'owned', owner: 'Duty GP', action: 'rings today' }] })).toBeUndefined();
  });

  it('wants a named professional where one is needed', () => {
    expect(item('owner', talk)).toEqual({ id: 'owner', label: 'Name the professional who takes the concern on', jump: 'concern:F10-SOON' });
    expect(item('owner', complete)).toBeUndefined();
    expect(item('owner', [...without('BB4', 'BB3')], { tier: 3 })).toEqual({ id: 'owner', label: 'Name the professional who shares this plan', jump: 'new-other' });
    expect(item('owner', talk, { concerns: [concern({ state: 'set-aside' })] })).toBeUndefined();
  });

  it('notices when what makes it easier was taken out, and is content with “nothing”', () => {
    const takenOut = [...complete, edit(30, 'adjustment-big', null), edit(31, 'adjustment-1', null)];
    expect(item('adjustments', takenOut)).toMatchObject({ label: 'What makes it easier for them was taken out', jump: 'AA2' });
    expect(item('adjustments', [...complete, answer(30, 'AA2', ['none'])])).toBeUndefined();
  });

  it('names what is missing without a word of the case', () => {
    const said = missing([...without('CC7', 'BB2'), owned]).map(({ label }) => label).join(' ');
    expect(said).not.toMatch(/Rose|garden|Efua|knee/);
  });
});
