/** Before the first plan goes into a place, whoever posts it sees who can read it there. */
import type { Audiences } from '../../src/app/ports';
import { mrD } from '../scenarios/people';
import { talkThrough } from '../support/person';
import { planReview, type Talk, World, wren } from '../support/talk';
import { openCase, takeOnConcerns } from '../support/walk';

class Readers implements Audiences {
  readonly agreed: { readonly place: string; readonly by: string; readonly at: string }[] = [];
  asked = 0;

  toShow: Audiences['toShow'] = async ({ id }) => {
    this.asked += 1;
    return this.agreed.some(({ place }) => place === id) ? undefined : { kind: 'seen', people: 14, more: false, guests: 2, names: ['Sam Okafor', 'Wren Alder'], owners: [], shared: false };
  };

  agree: Audiences['agree'] = async ({ id }, { by, at }) => void this.agreed.push({ place: id, by, at });
}

describe('the first post into a channel', () => {
  const readers = new Readers();
  let world: World;
  let talk: Talk;

  beforeAll(async () => {
    world = new World();
    Object.assign(world.parts, { audiences: readers });
    talk = await openCase(world, { name: 'Mr D', year: '1992' });
    await talkThrough(talk, mrD);
    await talk.press('Choose this');
    await talkThrough(talk, mrD);
    await takeOnConcerns(talk, 'Priya Nair');
  });

  it('asks nobody who can read it before it comes to posting', () => expect(readers.asked).toBe(0));

  it('says how many can read it, who some of them are, and that some are from outside', async () => {
    await talk.say('post');
    if (talk.has(/all right to post$/)) await talk.press(/all right to post$/);
    expect(talk.text).toContain('Who can read it there');
    expect(talk.text).toContain('14 people can read Plan review. 2 of them are from outside your organisation. Some of them: Sam Okafor, Wren Alder. Post only if all of them may read plans. I ask this once for each place.');
    expect(readers.agreed).toEqual([]);
  });

  it('is the yes of whoever posts, and costs no tap more', async () => {
    await talk.press('Post it');
    expect(readers.agreed).toEqual([{ place: planReview.id, by: wren.id, at: world.now }]);
  });

  it('is asked once: the next version goes there without it', async () => {
    const { caseId, state } = await world.caseOf(wren);
    await talk.pressAgain({ title: '', verb: 'edit-line', data: {} }, { caseId, rev: state.rev, target: 'goal-1', text: 'Out of breath once a week' });
    await talk.say('post');
    if (talk.has(/all right to post$/)) await talk.press(/all right to post$/);
    expect(talk.text).not.toContain('Who can read it there');
    await talk.press('Post it');
    expect((await world.caseOf(wren)).state.submissions).toHaveLength(2);
  });
});
