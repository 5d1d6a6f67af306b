/** The guide's worked example: the same referral words, two people, different options for stated reasons. */
import { talkThrough } from '../support/person';
import { bothWays, sam, Talk, worldOf } from '../support/talk';
import { optionNames, post, takeOnConcerns, upToOptions } from '../support/walk';
import { mrD, mrsK } from './people';
import { recordEffort } from '../support/effort';

const referral = 'Lonely and anxious. Please see.';

describe.each(bothWays)('Mrs K, 71, %s', (_name, cardAction) => {
  const world = worldOf(cardAction);
  let talk: Talk;

  it('is offered a small group outdoors first, for reasons in her own answers', async () => {
    talk = await upToOptions(world, mrsK, { name: 'Mrs K', year: '1955', referral });
    expect((await optionNames(talk))[0]).toBe('Potting group at Millfield Garden');
    expect(talk.text).toContain('They said “My garden”.');
    expect(talk.text).toContain('18 minutes by bus, and 20 is all right for them');
    expect(talk.text).not.toMatch(/\nEvening bereavement cafe\n/);
  });

  it('needs a professional for the fall, and the community steps go on alongside', async () => {
    const { tier, concerns } = await world.caseOf(talk.who);
    expect(concerns.map(({ code, urgency }) => `${code} ${urgency}`)).toContain('F10 SOON');
    expect(tier.is).toBe(3);
    const [head] = await world.parts.cases.headsOf(talk.who.id);
    expect([head!.openConcerns, concerns.filter(({ state }) => state === 'open').map(({ urgency }) => urgency)]).toEqual([1, ['SOON', 'ROUTINE']]);
    expect(tier.why.join()).toContain('PC2: one fall');
  });

  it('has a plan that rests on what she said, and the gate names what is missing', async () => {
    await talk.press('Choose this');
    await talkThrough(talk, mrsK);
    expect(talk.text).toContain('“I want my hands in the soil again, with somebody beside me”');
    expect(talk.text).toContain('Potting group at Millfield Garden');
    const missing = (await world.caseOf(talk.who)).gate().filter(({ ok }) => !ok);
    expect(missing.map(({ label }) => label).join()).toMatch(/professional/i);
    await takeOnConcerns(talk, 'Dr Alex Moss, GP');
    expect((await world.caseOf(talk.who)).gate().filter(({ ok }) => !ok)).toEqual([]);
  });

  it('goes into the channel in at most twelve taps, without her name', async () => {
    expect(await post(talk)).toBeLessThanOrEqual(12);
    const [posted] = world.rooms.read('plan-review');
    expect(posted).toContain('I want my hands in the soil again');
    expect(posted).not.toContain('Mrs K');
    expect(posted).not.toMatch(/daughter.*ninety/);
  });

  it('is agreed by the supervisor; everybody sees it and the worker is told', async () => {
    const [message] = [...world.rooms.messages.values()];
    const supervisor = new Talk(world, sam, { kind: 'channel', place: 'plan-review' }).look(message!.shown.card);
    const agree = supervisor.find('Agree');
    await supervisor.press('Agree');
    expect(supervisor.text).toContain('Agreed');
    expect(supervisor.text).toContain('Sam Okafor');
    await supervisor.pressAgain(agree);
    expect(supervisor.text).toContain('Agreed');
    expect(world.rooms.read('plan-review')[0]).toContain('Agreed');
    expect(world.rooms.told.map(({ person }) => person)).toEqual(['wren']);
    expect((await world.caseOf(talk.who)).process.here).toBe('first-visit');
    recordEffort('Mrs K, together, to an agreed plan', talk);
  });
});

describe.each(bothWays)('Mr D, 34, %s', (_name, cardAction) => {
  const world = worldOf(cardAction);
  let talk: Talk;

  it('is offered something else, for reasons in his own answers', async () => {
    talk = await upToOptions(world, mrD, { name: 'Mr D', year: '1992', referral });
    const names = await optionNames(talk);
    expect(names.length).toBeGreaterThan(0);
    expect(names).not.toContain('Potting group at Millfield Garden');
    expect(talk.text).toMatch(/They want more of movement, people and joy/);
  });

  it('is asked for a change on one step; the next version shows the difference', async () => {
    await talk.press('Choose this');
    await talkThrough(talk, mrD);
    await takeOnConcerns(talk, 'Priya Nair');
    await post(talk);
    const first = [...world.rooms.messages.values()][0]!;
    const supervisor = new Talk(world, sam, { kind: 'channel', place: 'plan-review' }).look(first.shown.card);
    await supervisor.press('Ask for a change');
    await supervisor.press('Send the request', { 'What should change, and why': 'Please add what happens when a night shift is moved' });
    expect(world.rooms.told.at(-1)!.shown.summary).not.toContain('night shift');
    await talk.say('plan');
    expect(talk.text).toContain('night shift is moved');
    await talk.press('Add a step');
    await talk.press('The link worker does it', { 'What will happen': '', When: 'The week before' });
    expect(talk.text).toContain('Please write a few words first.');
    await talk.press('The person does it', { 'What will happen': 'Swap shifts with a mate the week before' });
    expect(talk.text).toMatch(/Swap shifts with a mate the week before\nme\s· The week before/);
    await post(talk);
    const [one, two] = world.rooms.read('plan-review');
    expect(two).toContain('Swap shifts with a mate the week before');
    expect(one).toMatch(/newer version|version 2/i);
    recordEffort('Mr D, together, asked for a change', talk);
  });
});

describe.each(bothWays)('a line that the worker reworded, %s', (_name, cardAction) => {
  it('is offered again when the person says it anew', async () => {
    const world = worldOf(cardAction);
    const talk = await upToOptions(world, mrsK, { name: 'Mrs K', year: '1955' });
    const { caseId } = await world.caseOf(talk.who);
    const rev = async () => (await world.caseOf(talk.who)).state.rev;
    await talk.pressAgain({ title: '', verb: 'edit-line', data: {} }, { caseId, rev: await rev(), target: 'goal-1', text: 'Hands in the soil again' });
    expect(talk.text).toContain('Hands in the soil again');
    world.later(1);
    await talk.pressAgain({ title: '', verb: 'answer', data: {} }, { caseId, rev: await rev(), prompt: 'OC7', part: 'one-thing', words: 'I want to sing again' });
    await talk.say('plan');
    expect(talk.text).toContain('“I want to sing again”');
    expect(talk.text).toMatch(/does not stand any more[\s\S]*Hands in the soil again/);
  });
});
