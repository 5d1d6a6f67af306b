/** Half past eleven at night by UTC in July is half past midnight in London: it is tomorrow there, for every rule and on every card. */
import { changeOrganisation } from '../../src/app/changeOrganisation';
import { dayInLondon } from '../../src/domain/case/londonTime';
import { ada, happens, service } from '../support/riverside';
import { sam, Talk, wren } from '../support/talk';
import { openCase } from '../support/walk';

const lateInJuly = '2026-07-14T23:30:00.000Z';
const [utcDay, londonDay, dayAfter] = ['2026-07-14', '2026-07-15', '2026-07-16'];

describe('at 23:30 UTC in July', () => {
  it.each([[lateInJuly, londonDay], ['2026-07-14T22:59:59.999Z', utcDay], ['2026-07-14T23:00:00.000Z', londonDay], ['2026-12-14T23:30:00.000Z', '2026-12-14'], ['2026-03-29T00:59:00Z', '2026-03-29'], ['2026-10-24T23:30:00.000Z', '2026-10-25'], ['2026-10-25T23:30:00.000Z', '2026-10-25'], [utcDay, utcDay]])('%s is %s in London', (at, day) => expect([dayInLondon(at), dayInLondon(at)]).toEqual([day, day]));

  it('a day of the plan that is over in London is a day of the past, and today is not', async () => {
    const world = await service();
    world.now = lateInJuly;
    const talk = await openCase(world, { name: 'Mrs Kowalska' });
    expect((await world.caseOf(wren)).today).toBe(londonDay);
    const pause = async (until: string): Promise<string | undefined> => {
      const { caseId, state } = await world.caseOf(wren);
      await talk.pressAgain({ title: '', verb: 'pause', data: {} }, { caseId, rev: state.rev, until });
      return (await world.caseOf(wren)).state.paused?.until;
    };
    expect(await pause(utcDay)).toBeUndefined();
    expect(await pause(dayAfter)).toBe(dayAfter);
  });

  it('a day of an answer is counted from the day in London', async () => {
    const world = await service();
    world.now = lateInJuly;
    const talk = await openCase(world, { name: 'Mrs Kowalska' });
    const prompt = (await world.caseOf(wren)).conversation.open.find(({ parts }) => parts.some(({ kind }) => kind === 'day'))!;
    const part = prompt.parts.find(({ kind }) => kind === 'day')!;
    const { caseId, state } = await world.caseOf(wren);
    await talk.pressAgain({ title: '', verb: 'answer', data: {} }, { caseId, rev: state.rev, prompt: prompt.id, part: part.id, choice: 'in:7' });
    expect((await world.caseOf(wren)).state.answers.get(prompt.id)?.choices).toEqual(['on:2026-07-22']);
  });

  it('who read the case, read it on the day in London', async () => {
    const world = await service();
    world.now = lateInJuly;
    const talk = await openCase(world, { name: 'Mrs Kowalska' });
    await new Talk(world, sam).say(`open case ${(await world.caseOf(wren)).state.ref}`);
    await talk.say('summary');
    expect(talk.text).toContain('Sam Okafor read this case on Wednesday 15 July');
  });

  it('leave and the day of a number begin with tomorrow in London', async () => {
    const world = await service();
    await happens(world);
    const ask = (until: string) => changeOrganisation(world.parts, { at: lateInJuly, by: ada.id }, { type: 'TakeLeave', person: wren.id, until });
    expect(await ask(londonDay)).toMatchObject({ kind: 'refused', reason: 'day-in-the-past' });
    expect(await ask(dayAfter)).toMatchObject({ kind: 'changed' });
  });
});
