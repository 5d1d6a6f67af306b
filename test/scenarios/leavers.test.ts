/** The platform says who is not in a channel any more: what they were by being in it ends. */
import { keepAsking, recordLeft } from '../../src/app/recordLeft';
import { planReview, sam, Talk, type World, wren } from '../support/talk';
import { ada, at, by, riverside, service } from '../support/riverside';

describe('the platform says that somebody is not in the channel any more', () => {
  it('ends what they were by being in its team, once, and says so among the changes', async () => {
    const world = await service();
    const left = recordLeft(world.parts);
    await left({ personIds: ['sam', 'wren', 'zed'], places: [planReview.id], at });
    await left({ personIds: ['sam', 'wren', 'zed'], places: [planReview.id], at });
    const events = (await world.parts.organisation.load()).slice(riverside.length);
    expect(events.map((event) => `${event.type} ${'person' in event ? event.person : ''}`)).toEqual(['RoleWithdrawn sam', 'RoleWithdrawn wren']);
    expect((await new Talk(world, wren).say('cases')).text).toMatch(/This is not open to you/);
    expect((await new Talk(world, sam).say('team')).text).not.toMatch(/Your team/);
    const administrator = await new Talk(world, ada).say('admin');
    await administrator.press('What was changed');
    expect(administrator.text).toMatch(/Threefold: Sam Okafor is not a supervisor in Riverside any more \(not in the channel of the team any more\)/);
  });

  const second = { id: 'second', name: 'Second', kind: 'channel' } as const;
  const inTwo = async (): Promise<World> => {
    const world = await service([...riverside, { type: 'ReviewChannelSet', ...by, team: 't1', place: second }]);
    world.rooms.open('second', second, ['sam', 'wren']);
    return world;
  };
  const ended = async (world: World): Promise<string[]> => (await world.parts.organisation.load()).slice(riverside.length + 1).map((event) => `${event.type} ${'person' in event ? event.person : ''}`);

  it('changes nothing for a place in which no team reviews, nor for whoever is in another place where the team reviews', async () => {
    const world = await inTwo();
    await recordLeft(world.parts)({ personIds: ['sam'], places: [planReview.id, 'lunch'], at });
    expect(await ended(world)).toEqual([]);
  });

  it('ends it with the last of the places in which their team reviews, one by one or never there', async () => {
    const world = await inTwo();
    const left = recordLeft(world.parts);
    await left({ personIds: ['jo'], places: [planReview.id], at });
    expect(await ended(world)).toEqual(['RoleWithdrawn jo']);
    await left({ personIds: ['sam', 'wren'], places: [planReview.id], at });
    world.rooms.open('review', planReview, []);
    expect(await ended(world)).toEqual(['RoleWithdrawn jo']);
    await left({ personIds: ['sam', 'wren'], places: [second.id], at });
    expect(await ended(world)).toEqual(['RoleWithdrawn jo', 'RoleWithdrawn sam', 'RoleWithdrawn wren']);
  });

  it('asks again when the platform does not say where else they are, and takes nothing from anybody before it does', async () => {
    const world = await inTwo();
    world.rooms.open('second', second, ['wren']);
    const { left, again } = keepAsking(recordLeft(world.parts));
    world.rooms.saysWhoIsThere = false;
    await left({ personIds: ['sam', 'wren'], places: [planReview.id], at });
    await again();
    expect(await ended(world)).toEqual([]);
    world.rooms.saysWhoIsThere = true;
    await again();
    await again();
    expect(await ended(world)).toEqual(['RoleWithdrawn sam']);
  });
});
