/** The first visit to a chosen activity: who joins, what to say, and a smaller first step when they are not sure. */
import { talkThrough, type Person } from '../support/person';
import { World, wren } from '../support/talk';
import { upToOptions } from '../support/walk';
import { mrsK } from './people';

async function planOf(person: Person) {
  const world = new World();
  const talk = await upToOptions(world, person, { name: 'Mrs K', year: '1955' });
  await talk.press('Choose this');
  await talkThrough(talk, person);
  const { steps, ifThen } = (await world.caseOf(wren)).plan();
  return { joining: steps.find(({ id }) => id.startsWith('step-join-')), first: steps[0]?.firstTime, smaller: ifThen.find(({ id }) => id === 'if-smaller')?.text };
}

const sharing = (answer: string): Person => ({ ...mrsK, AP6: { ...mrsK['AP6'], tap: ['In three weeks', answer, 'Large print'] } });

describe('the first visit', () => {
  it('is prepared by the link worker when the person agrees that the provider is told, and says whom to ask for', async () => {
    const { joining, first, smaller } = await planOf(mrsK);
    expect(joining).toMatchObject({ who: 'link-worker', text: expect.stringMatching(/^Phone ahead: /) });
    expect(first).toMatch(/Ask for .+, and say that it is the first time\./);
    expect(smaller).toBeUndefined();
  });

  it('is introduced by nobody else when they do not agree', async () => {
    expect((await planOf(sharing('Nobody else'))).joining).toMatchObject({ who: 'me', from: expect.arrayContaining([expect.objectContaining({ kind: 'choice', choice: 'provider:no' })]) });
  });

  it('waits for a yes when they want to be asked', async () => {
    expect((await planOf(sharing('Ask me each time'))).joining).toMatchObject({ who: 'link-worker', text: expect.stringMatching(/^Ask if they may be told, then: Phone ahead: /) });
  });

  it('begins smaller when they are not sure that they can', async () => {
    expect((await planOf({ ...mrsK, AP5: { tap: '5 out of 10' } })).smaller).toMatch(/only go and look/);
  });
});
