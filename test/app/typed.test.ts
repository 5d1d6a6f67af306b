import { mrsK } from '../scenarios/people';
import { World, wren, type Talk } from '../support/talk';
import { upToOptions } from '../support/walk';

const options = (): Promise<Talk> => upToOptions(new World(), mrsK, { name: 'Mrs K', year: '1955' });
const state = async (talk: Talk) => (await talk.world.caseOf(wren)).state;

describe('typed while the options are shown', () => {
  it('an activity’s name chooses it', async () => {
    const talk = await options();
    const [first] = (await talk.world.caseOf(wren)).options().options;
    await talk.say(first!.activity.name.toLowerCase());
    expect((await state(talk)).chosen?.activity).toBe(first!.activity.id);
  });
  it.each([['Not now', 'not-now'], ['something else.', 'something-else'], ['Nothing fits', 'something-else']])('“%s” is that answer', async (typed, choice) => {
    const talk = await options();
    await talk.say(typed);
    expect((await state(talk)).answers.get('AP2')?.choices).toEqual([choice]);
  });
  it('other words are kept as a note', async () => {
    const talk = await options();
    await talk.say('She would rather ask her sister first.');
    expect((await state(talk)).notes.map(({ text }) => text)).toEqual(['She would rather ask her sister first.']);
  });
});
