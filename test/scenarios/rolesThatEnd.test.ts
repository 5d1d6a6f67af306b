/** Who has left, has another role now or is away: what they are shown of their cases, and who hears of what is due. */
import { readCardText } from '../../src/console/cardText';
import { organisationOf } from '../../src/domain/organisation/evolveOrganisation';
import { by, happens, service } from '../support/riverside';
import { Talk, type World, wren } from '../support/talk';
import { openCase } from '../support/walk';

describe('a link worker who has left', () => {
  it('finds nothing open, gets back what was typed and whom to ring; the case is still there for whoever takes it on', async () => {
    const world = await service();
    const talk = await openCase(world, { name: 'Mrs Kowalska' });
    const { caseId, state } = await world.caseOf(wren);
    await happens(world, { type: 'PersonLeft', ...by, person: 'wren' });
    for (const text of ['cases', 'summary', 'resume', 'I think she is in danger']) {
      await talk.say(text);
      expect(talk.text).toMatch(/This is not open to you/);
      expect(talk.text).toMatch(/999/);
      expect(JSON.stringify(talk.json)).not.toMatch(/Kowalska/);
    }
    expect(talk.text).toContain('I think she is in danger');
    await talk.pressAgain({ title: 'old', verb: 'observe', data: { caseId, rev: state.rev, words: 'still here' } });
    expect(talk.text).toMatch(/This is not open to you/);
    await talk.pressAgain({ title: 'old', verb: 'answer-concern', data: { caseId, rev: state.rev, concern: 'F24', [`from__r${state.rev}`]: 'Dr Rao', [`reply__r${state.rev}`]: 'rings her today' } });
    expect(talk.text).toMatch(/Dr Rao\s+rings her today/);
    await talk.pressAgain({ title: 'old', verb: 'next', data: { caseId, rev: state.rev, [`owner__r${state.rev}`]: 'the duty doctor' } });
    expect(talk.text).toContain('the duty doctor');
    expect((await world.caseOf(wren)).state.rev).toBe(state.rev);
  });

  it('and whoever is in no team opens no case', async () => {
    const world = await service();
    const talk = await new Talk(world, { id: 'new', name: 'New Person' }).arrive();
    await talk.press('Together');
    await talk.press('Open the case', { 'Preferred name': 'Mr Q' });
    expect(talk.text).toMatch(/You are not in a team yet/);
    expect(await world.parts.cases.headsOf('new')).toEqual([]);
    expect(organisationOf(await world.parts.organisation.load()).members.get('new')?.name).toBe('New Person');
  });
});

describe('a link worker who is a manager now', () => {
  it('sees none of the cases that they had, whatever they type or press; what was typed is given back', async () => {
    const world = await service();
    const talk = await openCase(world, { name: 'Mrs Kowalska' });
    const { caseId, state } = await world.caseOf(wren);
    await happens(world, { type: 'RoleGranted', ...by, person: 'wren', role: 'manager' }, { type: 'RoleWithdrawn', ...by, person: 'wren', role: 'link-worker', team: 't1' });
    for (const text of ['cases', 'summary', 'resume', `resume ${state.ref}`, 'who can see', 'I think she is in danger']) {
      await talk.say(text);
      expect(JSON.stringify(talk.json)).not.toMatch(/Kowalska/);
    }
    expect(JSON.stringify(talk.json)).toContain('I think she is in danger');
    for (const screen of ['summary', 'readers', 'plan', 'concerns']) {
      await talk.pressAgain({ title: 'old', verb: 'show', data: { caseId, rev: state.rev, screen } });
      expect(talk.text).toMatch(/cannot find that case/);
    }
    await talk.pressAgain({ title: 'old', verb: 'observe', data: { caseId, rev: state.rev, words: 'still here' } });
    expect(talk.text).toMatch(/still here/);
    expect((await world.caseOf(wren)).state.rev).toBe(state.rev);
  });
});

describe('what is due while a link worker is away', () => {
  const tellings = (world: World): string[] => world.rooms.told.map(({ person, shown }) => `${person}: ${readCardText(shown.card).lines.join(' ')}`);
  async function until(world: World, at: string): Promise<void> {
    while (world.now < at) {
      world.now = new Date(Math.min(Date.parse(world.now) + 5 * 60_000, Date.parse(at))).toISOString();
      await world.deliverAll();
    }
  }
  async function pausedCase(): Promise<World> {
    const world = await service();
    const talk = await openCase(world, { name: 'Mrs Kowalska' });
    await talk.say('pause');
    const { caseId, state } = await world.caseOf(wren);
    await talk.pressAgain({ title: 'pause', verb: 'pause', data: { caseId, rev: state.rev, until: '2026-11-04' } });
    return world;
  }

  it('goes to the supervisor while they are on leave, with the reference and no name', async () => {
    const world = await pausedCase();
    await happens(world, { type: 'WorkerTookLeave', ...by, person: 'wren', until: '2026-11-20' });
    await until(world, '2026-11-04T12:00:00.000Z');
    expect(tellings(world)).toEqual([expect.stringMatching(/^sam: .*the pause is over.*Wren Alder is away.*open case [A-Z]+-\d+/)]);
    expect(JSON.stringify(world.rooms.told)).not.toContain('Kowalska');
    expect(readCardText(world.rooms.told[0]!.shown.card).pressables.map(({ verb }) => verb)).not.toContain('resume');
  });

  it('goes to them when they are back', async () => {
    const world = await pausedCase();
    await happens(world, { type: 'WorkerTookLeave', ...by, person: 'wren', until: '2026-11-03' });
    await until(world, '2026-11-04T12:00:00.000Z');
    expect(tellings(world)).toEqual([expect.stringMatching(/^wren: .*the pause is over/)]);
  });

  it('goes to an administrator when they have left and the team has no supervisor, who cannot read it', async () => {
    const world = await pausedCase();
    await happens(world, { type: 'PersonLeft', ...by, person: 'wren' }, { type: 'RoleWithdrawn', ...by, person: 'sam', role: 'supervisor', team: 't1' });
    await until(world, '2026-11-04T12:00:00.000Z');
    expect(tellings(world)).toEqual([expect.stringMatching(/^ada: .*You cannot read it\. To hand it over, type: admin/)]);
  });

  it('a safety action that nobody has goes to the supervisor, also when its link worker has left', async () => {
    const world = await service();
    const talk = await openCase(world, { name: 'Mrs Kowalska' });
    while ((await world.caseOf(wren)).step?.prompt.id !== 'OP4') await talk.say('next');
    await talk.say('Some days I just want to end it all.');
    await happens(world, { type: 'PersonLeft', ...by, person: 'wren' });
    await until(world, '2026-11-02T18:00:00.000Z');
    expect(tellings(world).length).toBeGreaterThan(0);
    expect(tellings(world).every((line) => line.startsWith('sam: '))).toBe(true);
    expect(JSON.stringify(world.rooms.told)).not.toMatch(/Kowalska|end it all|suicid/i);
  });
});
