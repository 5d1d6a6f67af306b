/** Nothing fits, again and again: what the service learns of it, and what a manager is shown. */
import type { LearntOf } from '../../src/domain/learnt/learnt';
import { jo, Talk, World, wren } from '../support/talk';
import { ada, by, riverside } from '../support/riverside';
import { openCase } from '../support/walk';

const lee = { id: 'lee', name: 'Lee Hart' };

async function service(): Promise<World> {
  const world = new World({ administrators: [ada.id] });
  await world.parts.organisation.append(0, [...riverside, { type: 'RoleGranted', ...by, person: lee.id, role: 'manager' }]);
  return world;
}

async function lookedInVain(world: World, name: string, words: string): Promise<Talk> {
  world.later(1 / 24);
  const talk = await openCase(world, { name, referral: `${name} lost her job at Marks` });
  await talk.say(`find: ${words}`);
  return talk.press('Keep it as unmet');
}
const needs = async (world: World) => (await world.parts.learnt.load()).filter((one): one is LearntOf<'NeedUnmet'> => one.type === 'NeedUnmet');

describe('a need that nothing meets', () => {
  it('is kept with the words of the list, the month and the day of the week: no name, no reference, no words of anybody', async () => {
    const world = await service();
    await lookedInVain(world, 'Mrs Kowalska', 'pottery for my late husband Piotr on a Tuesday');
    expect(await needs(world)).toEqual([{ type: 'NeedUnmet', month: '2026-11', want: expect.any(Array), when: ['Tuesday'] }]);
    const { state, caseId } = await world.caseOf(wren);
    const kept = JSON.stringify(await needs(world));
    for (const mark of ['Kowalska', 'Piotr', 'husband', 'Marks', state.ref, caseId, wren.id]) expect(kept).not.toContain(mark);
  });

  it('counts once when the same is said again, and outlives its case', async () => {
    const world = await service();
    const talk = await lookedInVain(world, 'Mrs Kowalska', 'pottery on a Tuesday');
    await talk.say('find: pottery on a Tuesday');
    await talk.press('Keep it as unmet');
    expect(await needs(world)).toHaveLength(1);
    await talk.say('find: singing on a Sunday');
    await talk.press('Keep it as unmet');
    expect(await needs(world)).toHaveLength(2);
    await world.parts.cases.erase((await world.caseOf(wren)).caseId);
    expect(await needs(world)).toHaveLength(2);
  });

  it('is kept from the options too, with what the person told of themselves in closed words', async () => {
    const world = await service();
    const talk = await openCase(world, { name: 'Mr D' });
    await talk.say('options');
    await talk.press('Keep it as unmet');
    expect(await needs(world)).toEqual([{ type: 'NeedUnmet', month: '2026-11', want: ['Not said'], when: [] }]);
  });
});

describe('a manager', () => {
  it('sees the numbers when there are enough, and no case', async () => {
    const world = await service();
    for (let count = 0; count < 9; count++) await lookedInVain(world, `Person Number${count}`, 'pottery on a Tuesday');
    await lookedInVain(world, 'Person Last', 'singing on a Sunday');
    for (let count = 0; count < 8; count++) await world.parts.learnt.keep({ type: 'NeedUnmet', month: '2026-10', want: ['Bell ringing'], when: ['Friday'] });
    world.now = '2026-10-31T09:00:00.000Z';
    expect((await new Talk(world, lee).say('unmet needs')).text).toMatch(/fewer than 8 times/);
    world.now = '2026-12-03T09:00:00.000Z';
    const manager = await new Talk(world, lee).say('Unmet needs');
    expect(manager.text).toMatch(/About 20 times nothing on the list fitted, in the twelve months to the end of November 2026/);
    expect(manager.text).toMatch(/Tuesday: about 10/);
    expect(manager.text).toMatch(/too few to show/);
    expect(manager.text).not.toMatch(/Sunday|Friday|Person|Number/);
    await new Talk(world, ada).say('unmet needs').then((admin) => expect(admin.text).toBe(manager.text));
  });

  it('alone is shown them: a link worker\u2019s words stay words, and a forged press shows nothing', async () => {
    const world = await service();
    const talk = await openCase(world, { name: 'Mrs Kowalska' });
    await talk.say('unmet needs');
    expect(talk.text).not.toMatch(/What nobody offers/);
    await new Talk(world, jo).pressAgain({ title: 'forged', verb: 'unmet-needs', data: { manages: true } }).then((forged) => expect(forged.text).toMatch(/That is for managers/));
  });
});
