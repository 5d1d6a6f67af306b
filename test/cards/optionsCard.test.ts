import { mrsK, msA } from '../scenarios/people';
import { factsOf } from '../../src/cards/activityFacts';
import { saysTheSame } from '../../src/cards/optionsCard';
import { loadActivities } from '../../src/content/loadActivities';
import { World } from '../support/talk';
import { talkThrough } from '../support/person';
import { openCase, upToOptions } from '../support/walk';

describe('what is not known of the options', () => {
  it('stands once where it is the same of all of them, and can be asked about from there', async () => {
    const talk = await upToOptions(new World(), mrsK, { name: 'Mrs K', year: '1955' });
    const { options } = (await talk.world.caseOf(talk.who)).options();
    const ofAll = options[0]!.unknowns.filter(({ text }) => options.every(({ unknowns }) => unknowns.some((unknown) => unknown.text === text)));
    expect([options.length, ofAll.length]).toEqual([2, 2]);
    for (const { text } of ofAll) expect(talk.card.lines.filter((line) => line.includes(text))).toHaveLength(1);
    expect(talk.text).toContain('Not known yet, for both of them');
    await talk.press(/Ask now: Identity and culture/);
    expect((await talk.world.caseOf(talk.who)).step?.prompt.id).toBe(ofAll.find(({ prompt }) => prompt !== undefined)!.prompt);
  });

  it('is not said twice of one option where nothing can be done about it from there', async () => {
    const talk = await talkThrough(await openCase(new World(), { name: 'Ms A', way: 'On the phone' }), msA);
    expect(talk.card.lines.filter((line) => line.includes('Whether they are the right age'))).toHaveLength(1);
  });

  it('leads to the prompt that asks about it, also when its other parts were answered, and keeps those', async () => {
    const talk = await talkThrough(await openCase(new World(), { name: 'Ms A', way: 'On the phone' }), msA);
    await talk.press(/^Which days and times suit them\. Ask now: Getting about/);
    expect(talk.text).toContain('How do you get about?');
    await talk.press('Next', { 'Times that work': ['Mornings'] });
    const { state } = await talk.world.caseOf(talk.who);
    expect(state.answers.get('EP3')?.choices).toEqual(['bus', 'morning', 'minutes-20']);
    await talk.say('options');
    expect(talk.text).not.toContain('Which days and times suit them');
  });
});

describe('the facts of an activity', () => {
  const { activities } = loadActivities();
  const byPhone = activities.find(({ kind }) => kind === 'phone')!;
  it('say once how it is done', () => {
    expect(factsOf(byPhone, '2026-11-02').match(/phone/gi)).toHaveLength(1);
    expect(factsOf({ ...byPhone, place: undefined }, '2026-11-02')).toContain('by phone');
  });
});

it('a reason that only goes on where a fit ends is not said again', () => {
  expect(saysTheSame('They want more of people, and this gives it.', 'They want more of people.')).toBe(true);
  expect(saysTheSame('They want more of joy and people, and this gives it.', 'They want more of people.')).toBe(false);
  expect(saysTheSame('It is free.', '')).toBe(false);
});

it('what is not offered stands with its reason, as a sentence', async () => {
  const talk = await upToOptions(new World(), mrsK, { name: 'Mrs K', year: '1955' });
  expect(talk.card.lines.find((each) => each.startsWith('Not offered: '))).toMatch(/^Not offered: Climbing taster: It is exercise, and a health concern is open\. Ask the clinician first\./);
});

describe('going back to the options', () => {
  it('offers to keep what was chosen, and goes on from there', async () => {
    const talk = await upToOptions(new World(), mrsK, { name: 'Mrs K', year: '1955' });
    const step = async () => (await talk.world.caseOf(talk.who)).step?.prompt.id;
    await talk.press('Choose this');
    const after = await step();
    await talk.say('back');
    expect(await step()).toBe('AP2');
    await talk.press('Keep this');
    expect(await step()).toBe(after);
  });
});
