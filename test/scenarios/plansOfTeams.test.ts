/** A plan in a service with teams: who may review it, and where. */
import { readCardText } from '../../src/console/cardText';
import { ada, by, happens, kit, service } from '../support/riverside';
import { planReview, sam, Talk, type World, wren } from '../support/talk';
import { openCase } from '../support/walk';
import { inChannel, posted } from './postedPlan';

describe('a plan of the team', () => {
  const decisions = async (world: World): Promise<unknown> => (await world.caseOf(wren)).state.submissions[0]?.decisions;

  it('is agreed by a supervisor of the team', async () => {
    const { world } = await posted();
    await inChannel(world, sam).press('Agree');
    expect(await decisions(world)).toEqual([expect.objectContaining({ kind: 'agreed', reviewer: 'Sam Okafor' })]);
  });

  it('is not agreed by a member of the channel who supervises nobody', async () => {
    const { world } = await posted();
    world.rooms.open('review', planReview, ['wren', 'sam', 'kit']);
    const colleague = await inChannel(world, kit).press('Agree');
    expect([colleague.text, await decisions(world)]).toEqual([expect.stringContaining('Only the supervisors'), []]);
  });

  it('is not agreed by a supervisor whose role ended between opening and agreeing', async () => {
    const { world } = await posted();
    const supervisor = inChannel(world, sam);
    await supervisor.press('Open the full plan in my chat');
    await happens(world, { type: 'RoleWithdrawn', ...by, person: 'sam', role: 'supervisor', team: 't1' });
    await inChannel(world, sam).press('Agree');
    expect(await decisions(world)).toEqual([]);
  });

  it('is not agreed by a supervisor who has left the service, nor by one who is not in the channel any more', async () => {
    const { world } = await posted();
    world.rooms.open('review', planReview, ['wren']);
    await inChannel(world, sam).press('Agree');
    world.rooms.open('review', planReview, ['wren', 'sam']);
    await happens(world, { type: 'PersonLeft', ...by, person: 'sam' });
    await inChannel(world, sam).press('Agree');
    expect(await decisions(world)).toEqual([]);
  });

  it('is opened in full by its link worker, and not any more once they are none, though they are still in the channel', async () => {
    const { world } = await posted();
    const worker = await inChannel(world, wren).press('Open the full plan in my chat');
    expect(worker.own).toHaveLength(1);
    await happens(world, { type: 'RoleWithdrawn', ...by, person: 'wren', role: 'link-worker', team: 't1' });
    const after = await inChannel(world, wren).press('Open the full plan in my chat');
    expect([after.text, after.own]).toEqual([expect.stringContaining('I cannot open that plan here'), []]);
  });

  it('is not told of to an administrator in the words of its reviewer, when there is nobody else to tell', async () => {
    const { world } = await posted();
    world.rooms.answering = false;
    const supervisor = await inChannel(world, sam).press('Ask for a change');
    await supervisor.press('Send the request', { 'What should change': 'Her sister says she drinks' });
    await happens(world, { type: 'PersonLeft', ...by, person: 'wren' }, { type: 'RoleWithdrawn', ...by, person: 'sam', role: 'supervisor', team: 't1' });
    world.rooms.answering = true;
    world.later(1);
    await world.deliverAll();
    const told = world.rooms.told.filter(({ person }) => person === ada.id).map(({ shown }) => readCardText(shown.card).lines.join(' '));
    expect(told).toEqual([expect.stringMatching(/Sam Okafor asked for a change.*You cannot read it/)]);
    expect(told.join()).not.toContain('drinks');
  });

  it('gives a supervisor their words back, one to one, when somebody else decided while they wrote', async () => {
    const { world } = await posted();
    world.rooms.open('review', planReview, ['wren', 'sam', 'kit']);
    await happens(world, { type: 'RoleGranted', ...by, person: 'kit', role: 'supervisor', team: 't1' });
    const form = await inChannel(world, kit).press('Ask for a change');
    await inChannel(world, sam).press('Agree');
    await form.press('Send the request', { 'What should change': 'A shorter first step' });
    expect(form.text).not.toContain('A shorter first step');
    expect(form.own.map(({ lines }) => lines.join(' '))).toEqual([expect.stringMatching(/was not kept.*A shorter first step/)]);
  });

  it('is not brought to another channel by a press that names it there', async () => {
    const { world } = await posted();
    const { caseId, state } = await world.caseOf(wren);
    const lunch = new Talk(world, sam, { kind: 'channel', place: 'lunch' });
    await lunch.pressAgain({ title: 'forged', verb: 'agree', data: { caseId, version: 1 } });
    expect(lunch.text).toContain('I cannot open that plan here');
    expect(JSON.stringify(lunch.json)).not.toContain(state.ref);
    expect(await decisions(world)).toEqual([]);
  });

  it('is posted in the review channel of the team alone', async () => {
    const world = await service();
    world.rooms.open('chat', { id: 'chat', name: 'Lunch', kind: 'group' }, ['wren']);
    const talk = await openCase(world, { name: 'Ms A', way: 'On the phone' });
    await talk.say('post');
    expect(talk.text).not.toContain('Lunch');
    const { caseId, state } = await world.caseOf(wren);
    await talk.pressAgain({ title: 'forged', verb: 'post-plan', data: { caseId, rev: state.rev, place: 'chat' } });
    expect(world.rooms.messages.size).toBe(0);
  });
});
