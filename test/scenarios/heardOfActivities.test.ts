/** What link workers hear of an activity reaches the next person who looks at it, and nothing of whose case it was in. */
import type { Learnt } from '../../src/domain/learnt/learnt';
import { jo, Talk, World, wren } from '../support/talk';
import { upToOptions } from '../support/walk';
import { mrsK } from './people';

const opening = { name: 'Mrs Kowalska', year: '1955' };
const first = async (talk: Talk): Promise<{ id: string; name: string }> => (await talk.world.caseOf(talk.who)).options().options[0]!.activity;
const learntIn = (world: World): Promise<readonly Learnt[]> => world.parts.learnt.load();

async function choose(world: World): Promise<{ talk: Talk; chosen: { id: string; name: string } }> {
  const talk = await upToOptions(world, mrsK, opening);
  const chosen = await first(talk);
  await talk.press('Choose this');
  return { talk, chosen };
}

describe('after the first visit', () => {
  it('one tap says that it went well, which the next case is shown with how often and when', async () => {
    const world = new World();
    const { talk, chosen } = await choose(world);
    await talk.say('visit');
    await talk.press('Yes, and it went well');
    expect(await learntIn(world)).toEqual([{ type: 'ActivityTried', activity: chosen.id, day: '2026-11-02', found: 'well' }]);
    world.later(1);
    const next = await upToOptions(world, mrsK, { name: 'Mr Next', year: '1950' });
    expect(next.text).toMatch(/went well once, last in November/);
    expect(JSON.stringify(next.json)).not.toContain('Kowalska');
  });

  it('what was found closed never comes first until somebody rings and hears that it is still so', async () => {
    const world = new World();
    const { talk, chosen } = await choose(world);
    await talk.say('visit');
    await talk.press('No: it was closed');
    world.later(1);
    const next = await upToOptions(world, mrsK, { name: 'Mr Next', year: '1950' });
    expect((await first(next)).id).not.toBe(chosen.id);
    expect((await world.caseOf(wren)).standingOf(chosen.id)?.option.fits.eo).toMatchObject({ state: 'with-changes', reason: expect.stringMatching(/heard that it was closed on Monday 2 November/) });
    await world.parts.learnt.keep({ type: 'ActivityChecked', activity: chosen.id, day: '2026-11-04', heard: 'still-so' });
    world.later(1);
    const after = await upToOptions(world, mrsK, { name: 'Ms After', year: '1950' });
    expect((await first(after)).id).toBe(chosen.id);
  });

  it('the answer to an introduction is counted with the days that it took, once however often it is pressed', async () => {
    const world = new World();
    const { talk, chosen } = await choose(world);
    world.later(3);
    await talk.say('visit');
    await talk.press('What they answered');
    const card = talk.card.pressables.find(({ title }) => title.startsWith('They said yes'))!;
    await talk.press('They said yes');
    await talk.pressAgain(card);
    expect(await learntIn(world)).toEqual([{ type: 'IntroductionAnswered', activity: chosen.id, day: '2026-11-05', reply: 'accepted', days: 3 }]);
    world.later(1);
    const next = await upToOptions(world, mrsK, { name: 'Mr Next', year: '1950' });
    expect(next.text).toMatch(/said yes to 1 of 1 introduction, mostly within 3 days/);
  });
});

describe('when what was learnt cannot be kept for a while', () => {
  const breaks = (world: World, how: (keep: () => Promise<void>) => Promise<void>): { isBroken: boolean } => {
    const { learnt } = world.parts;
    const trouble = { isBroken: true };
    Object.assign(world.parts, { learnt: { ...learnt, keep: (one: Learnt, promise?: string) => (trouble.isBroken ? how(() => learnt.keep(one, promise)) : learnt.keep(one, promise)) } });
    return trouble;
  };
  const lost = async (): Promise<void> => Promise.reject(new Error('The store did not answer'));
  const halfAnHour = (world: World): void => void (world.now = new Date(Date.parse(world.now) + 1_800_000).toISOString());

  it.each([
    ['before it was kept', lost],
    ['after it was kept', async (keep: () => Promise<void>) => keep().then(lost)],
  ])('the answer counts all the same, and it is kept later, once: %s', async (_when, how) => {
    const world = new World();
    const { talk, chosen } = await choose(world);
    const trouble = breaks(world, how);
    await talk.say('visit');
    await talk.press('Yes, and it went well');
    expect((await world.caseOf(wren)).state.firstVisit).toMatchObject({ went: true });
    halfAnHour(world);
    await world.deliverAll();
    trouble.isBroken = false;
    halfAnHour(world);
    expect(await world.deliverAll()).toBe(0);
    expect(await learntIn(world)).toEqual([{ type: 'ActivityTried', activity: chosen.id, day: '2026-11-02', found: 'well' }]);
    halfAnHour(world);
    await world.deliverAll();
    expect(await learntIn(world)).toHaveLength(1);
  });
});

describe('an activity that nobody has checked for half a year', () => {
  const stale = '2027-06-15T10:00:00.000Z';

  it('is chosen, and asks at once to ring first; what was heard counts as a check for everybody', async () => {
    const world = new World();
    world.now = stale;
    const { talk, chosen } = await choose(world);
    expect(talk.text).toMatch(/Please ring .* first/);
    expect((await world.caseOf(wren)).state.chosen?.activity).toBe(chosen.id);
    await talk.press('I rang: it is still so');
    expect(talk.text).toMatch(/Kept, for everybody/);
    expect((await world.caseOf(wren)).standingOf(chosen.id)?.option.activity.checked).toBe('2027-06-15');
    const next = await new Talk(world, jo).say(`find: ${chosen.name}`);
    expect(next.text).toMatch(/checked just now/);
  });

  it('asks nothing of whoever chooses what was checked', async () => {
    const { talk } = await choose(new World());
    expect(talk.text).not.toMatch(/Please ring/);
  });

  it('takes no word about an activity that is not on the list, and none from somebody else', async () => {
    const world = new World();
    const { talk, chosen } = await choose(world);
    const { caseId, state } = await world.caseOf(wren);
    const forged = (activity: string) => ({ title: 'forged', verb: 'rung', data: { caseId, rev: state.rev, activity, heard: 'closed' } });
    await talk.pressAgain(forged('no-such-activity'));
    await new Talk(world, jo).pressAgain(forged(chosen.id));
    expect(await learntIn(world)).toEqual([]);
  });
});
