/** Ms A's plan, talked through and posted, as the link worker and whoever reviews it find it. */
import { talkThrough } from '../support/person';
import { service } from '../support/riverside';
import { planReview, Talk, type World } from '../support/talk';
import { openCase, post } from '../support/walk';
import { msA } from './people';

export async function posted(): Promise<{ world: World; talk: Talk }> {
  const world = await service();
  const talk = await talkThrough(await openCase(world, { name: 'Ms Amaryllis', way: 'On the phone' }), msA);
  await talk.press('Choose this');
  await talkThrough(talk, msA);
  await post(talk);
  return { world, talk };
}

/** The newest message of the review channel, in somebody's hands. */
export const inChannel = (world: World, who: ConstructorParameters<typeof Talk>[1]): Talk => new Talk(world, who, { kind: 'channel', place: planReview.id }).look([...world.rooms.messages.values()].at(-1)!.shown.card);
