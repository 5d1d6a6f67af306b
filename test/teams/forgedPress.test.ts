/** Somebody in the channel sends a press that says one plan and stands on the message of another: neither is taken for the other. */
import { msA } from '../scenarios/people';
import type { Message } from '../support/fakeConnector';
import { talkThrough } from '../support/person';
import { kit } from '../support/riverside';
import { jo, planReview, sam, type Talk, wren } from '../support/talk';
import { cardIn, TeamsWorld } from '../support/teamsWorld';
import { openCase, post } from '../support/walk';

const textOn = ({ activity }: Message): string => JSON.stringify(cardIn(activity));

async function planOf(world: TeamsWorld, who: typeof wren, name: string): Promise<Talk> {
  const talk = await talkThrough(await openCase(world, { name, way: 'On the phone' }, who), msA);
  await talk.press('Choose this');
  await talkThrough(talk, msA);
  await post(talk);
  await world.room.settled();
  return talk;
}

describe('two plans in one channel', () => {
  let world: TeamsWorld;
  let wrens: Message;
  let jos: Message;

  beforeAll(async () => {
    world = await new TeamsWorld().open();
    world.room.connector.members.set(planReview.id, [wren, jo, sam, kit].map(({ id }) => `29:${id}`));
    await planOf(world, wren, 'Ms Amaryllis');
    wrens = world.room.connector.seenIn(planReview.id).at(-1)!;
    await planOf(world, jo, 'Mr Delphinium');
    jos = world.room.connector.seenIn(planReview.id).at(-1)!;
  }, 60_000);
  afterAll(() => world.close());

  const submissionOf = async (who: typeof wren) => (await world.caseOf(who)).state.submissions[0]!;
  const there = (message: Message): string => textOn(world.room.connector.messages.get(`${message.id}@${message.conversation}`)!);

  it.each(['open-full-plan', 'show-posted', 'to-supervision', 'agree'])('leaves the other plan as it stands when %s of one comes from the message of the other', async (verb) => {
    const { caseId } = await world.caseOf(wren);
    const [before, refs] = [there(jos), [(await world.caseOf(wren)).state.ref, (await world.caseOf(jo)).state.ref]];
    await world.reads(sam, jos).pressAgain({ title: 'forged', verb, data: {} }, { caseId, version: 1 });
    await world.room.settled();
    await world.deliverAll();
    await world.room.settled();
    expect(there(jos)).toBe(before);
    expect([there(jos).includes(refs[0]!), there(jos).includes(refs[1]!)]).toEqual([false, true]);
    expect((await submissionOf(wren)).copies).toEqual([]);
    expect((await submissionOf(jo)).copies).toEqual([]);
  });

  it('has drawn the decision where the plan itself stands', () => expect(there(wrens)).toContain('Agreed'));

  it('leaves a notice of an open safety action as it stands', async () => {
    await world.parts.safetyPlaces.mark({ ...planReview, by: sam.id, at: world.now });
    await (await openCase(world, { name: 'Mr Foxglove' }, kit)).say('Some days I just want to end it all.');
    await world.room.settled();
    const notice = world.room.connector.seenIn(planReview.id).at(-1)!;
    expect(there(notice)).toContain('a safety action is open');
    const { caseId } = await world.caseOf(wren);
    for (const [verb, data] of [['show-posted', { caseId, version: 1 }], ['agree', { caseId, version: 1 }], ['stop-safety', {}], ['safety-here', {}]] as const) {
      await world.reads(sam, notice).pressAgain({ title: 'forged', verb, data: {} }, data);
      await world.room.settled();
    }
    expect(there(notice)).toContain('a safety action is open');
    expect((await submissionOf(wren)).copies).toEqual([]);
  });

  it('learns no more than a few messages of one plan, whatever is claimed', async () => {
    const { caseId } = await world.caseOf(wren);
    for (let made = 0; made < 12; made++) await world.reads(sam, { ...wrens, id: `claimed-${made}` }).pressAgain({ title: 'forged', verb: 'show-posted', data: {} }, { caseId, version: 1 });
    await world.room.settled();
    expect((await submissionOf(wren)).copies.length).toBeLessThanOrEqual(5);
  });
});
