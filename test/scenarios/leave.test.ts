/** Away from work: said in the chat by whoever is away, or by a supervisor when they cannot say it themselves. */
import { ada, kit, service } from '../support/riverside';
import { jo, sam, Talk, World, wren } from '../support/talk';
import { organisationOf } from '../../src/domain/organisation/evolveOrganisation';
import { memberOf } from '../../src/domain/organisation/organisation';

const leaveOf = async (world: World, id: string) => memberOf(organisationOf(await world.parts.organisation.load()), id).leave;

describe('leave', () => {
  it('is said by a link worker of themselves, with the day on which they are back, and ended', async () => {
    const world = await service();
    const talk = await new Talk(world, wren).say('my leave');
    await talk.press('On leave from now', { 'First day back, if it is known': '2026-11-16' });
    expect(talk.text).toMatch(/Recorded\..*You: on leave, back on Monday 16 November/s);
    expect(await leaveOf(world, 'wren')).toMatchObject({ until: '2026-11-16' });
    expect(talk.has('On leave from now')).toBe(false);
    const back = talk.card.pressables.find(({ title }) => title === 'Back at work')!;
    await talk.press('Back at work');
    expect(await leaveOf(world, 'wren')).toBeUndefined();
    await talk.pressAgain(back);
    expect(talk.text).toContain('Nothing needed changing');
  });

  it('offers to be back to whoever is away, and to nobody else', async () => {
    const world = await service();
    const talk = await new Talk(world, wren).say('my leave');
    expect(talk.has('Back at work')).toBe(false);
    await talk.press('On leave from now', { 'First day back, if it is known': '2026-11-04' });
    expect(talk.has('Back at work')).toBe(true);
    world.later(2);
    expect((await new Talk(world, wren).say('my leave')).has('Back at work')).toBe(false);
    const supervisor = await new Talk(world, sam).say('my leave');
    expect(supervisor.has('Back at work')).toBe(false);
    await supervisor.press('On leave from now', { Who: [jo.name] });
    expect(supervisor.has('Back at work')).toBe(true);
  });

  it('is said by a supervisor of a link worker of theirs, who rang in ill', async () => {
    const world = await service();
    const talk = await new Talk(world, sam).say('my leave');
    await talk.press('On leave from now', { Who: [jo.name] });
    expect(await leaveOf(world, 'jo')).toBeDefined();
    expect(talk.text).toContain('Jo Bell: on leave');
    expect(talk.boxesUnder('Who').flatMap(({ choices }) => choices.map(({ title }) => title))).not.toContain(kit.name);
  });

  it('is not said of others by a colleague, nor by a supervisor of another team, whatever a card says', async () => {
    const world = await service();
    for (const who of [wren, sam]) await new Talk(world, who).pressAgain({ title: 'forged', verb: 'say-away', data: {} }, { person: 'kit' });
    await new Talk(world, wren).pressAgain({ title: 'forged', verb: 'say-away', data: {} }, { person: 'jo' });
    expect([await leaveOf(world, 'kit'), await leaveOf(world, 'jo')]).toEqual([undefined, undefined]);
  });

  it('is nothing for whoever is in no team', async () => {
    expect((await new Talk(await service(), ada).say('my leave')).text).toContain('You are in no team');
    expect((await new Talk(new World(), wren).say('My leave.')).text).toContain('You are in no team');
  });
});
