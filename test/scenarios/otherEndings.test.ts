/** People whose case takes another way than a plan: each ends honestly, with its reason. */
import { talkThrough, type Person } from '../support/person';
import { bothWays, World, worldOf, wren } from '../support/talk';
import { openCase, optionNames, post, takeOnConcerns, upToOptions } from '../support/walk';
import { recordEffort } from '../support/effort';
import { mrsK, msA } from './people';

it.each([['2026-11-01', 'That day has gone already'], ['soon', 'I could not read that day']])('a pause until “%s” is asked for again where the day is chosen', async (until, says) => {
  const talk = await (await openCase(new World(), { name: 'Mr D' })).say('pause');
  await talk.press('Pause', { 'Until': until });
  expect(talk.text).toContain(says);
  expect(talk.card.boxes.map(({ label }) => label)).toEqual(['Until (if you know)']);
  await talk.press('Pause', { 'Until': '2026-12-01' });
  expect(talk.text).toContain('Paused until Tuesday 1 December');
});

it.each([['pause until next Tuesday', 'Paused until Tuesday 10 November'], ['Pause till 15 February.', 'Paused until Monday 15 February'], ['pause until 31/02', 'I could not read that day']])('“%s” is that pause, and no words of theirs', async (typed, says) => {
  const talk = await (await openCase(new World(), { name: 'Mr D' })).say(typed);
  expect(talk.text).toContain(says);
  expect((await talk.world.caseOf(wren)).state.answers.size).toBe(0);
});

it('“pause until I feel better” is what a person said', async () => {
  const talk = await (await openCase(new World(), { name: 'Mr D' })).say('pause until I feel better');
  expect(talk.text).toContain('Kept: “pause until I feel better”');
});

it('who wants to come back on a day can be paused until then from the card that would close the case, and the worker is reminded', async () => {
  const world = new World();
  const talk = await (await openCase(world, { name: 'Mr D' })).say('close');
  await talk.press('Paused, with a day');
  expect(talk.text).toContain('Nobody is reminded of the day once the case is closed.');
  await talk.press('Pause until that day');
  await talk.press('Pause', { 'Until': '2026-12-01' });
  world.now = '2026-12-01T12:00:00.000Z';
  await world.deliverAll();
  expect(world.rooms.told.map(({ person }) => person)).toEqual([wren.id]);
});

describe.each(bothWays)('Mr P wants no notes taken, %s', (_name, cardAction) => {
  it('is offered the way out, and the case ends as declined with his own reason', async () => {
    const world = worldOf(cardAction);
    const talk = await openCase(world, { name: 'Mr P', way: 'On the phone' });
    await talk.press('Private');
    await talk.press('No notes, please');
    expect((await world.caseOf(talk.who)).conversation.fired.map(({ trigger }) => trigger.suggestsExit)).toContain('D2');
    await talk.say('close');
    await talk.press('They said no after talking');
    await talk.press(/^Close/, { [reasonBox(talk)]: 'I do not want anything written down' });
    const { state } = await world.caseOf(talk.who);
    expect(state.closed).toMatchObject({ exit: 'D2', reason: 'I do not want anything written down' });
    recordEffort('Mr P, on the phone, declined', talk);
  });
});

describe.each(bothWays)('somebody who takes back that notes are taken, %s', (_name, cardAction) => {
  it('is heard: the answer is said to be kept, what follows from it is said, and no new version is posted', async () => {
    const world = worldOf(cardAction);
    const talk = await openCase(world, { name: 'Ms A', year: '1951', way: 'On the phone' });
    await talkThrough(talk, msA);
    await talk.press('Choose this');
    await talkThrough(talk, msA);
    await post(talk);
    const { caseId, state } = await world.caseOf(talk.who);
    await talk.pressAgain({ title: '', verb: 'open-prompt', data: { caseId, rev: state.rev, prompt: 'OP2' } });
    await talk.press('No notes, please');
    expect(talk.text).toContain('Kept. Write nothing more down.');
    await talk.say('post');
    if (talk.has('Post it')) await talk.press('Post it');
    expect((await world.caseOf(talk.who)).state.submissions).toHaveLength(1);
    expect(talk.text).toMatch(/said no to notes/);
  });
});

describe.each(bothWays)('Ms F is afraid of somebody at home, %s', (_name, cardAction) => {
  const canary = 'he took my bank card and the keys';
  const msF: Person = { ...mrsK, OP3: { tap: 'Nothing' }, ES4: { tap: ['No', 'Not in danger now'] } };

  it('is asked only when they are alone; the plan is held, and nothing of it is in the channel', async () => {
    const world = worldOf(cardAction);
    const talk = await upToOptions(world, msF, { name: 'Ms F', year: '1980' });
    const { concerns, tier } = await world.caseOf(talk.who);
    expect(concerns.some(({ code, urgency, restricted }) => ['F15', 'F17'].includes(code) && urgency === 'TODAY' && restricted)).toBe(true);
    expect(tier.is).toBe(5);
    await talk.say(`noticed: ${canary}`);
    await talk.say('post');
    if (talk.has('Post it')) await talk.press('Post it');
    expect(world.rooms.messages.size).toBe(0);
    await takeOnConcerns(talk, 'Sam Okafor, safeguarding lead');
    const everything = JSON.stringify([...world.rooms.messages.values()].map(({ shown }) => shown));
    expect(everything).not.toContain('bank card');
    await talk.say('close');
    await talk.press('Crisis or safeguarding leads');
    await talk.press(/^Close/, { [reasonBox(talk)]: 'The safeguarding lead takes this on with her' });
    expect((await world.caseOf(talk.who)).state.closed?.exit).toBe('C');
    recordEffort('Ms F, together, safeguarding leads', talk);
  });
});

describe.each(bothWays)('Mr H hears voices, %s', (_name, cardAction) => {
  const mrH: Person = { ...mrsK, PC4: { tap: ['Very up, or seeing or hearing things', 'A lot'] } };

  it('needs another service first: activities wait, and the case says so', async () => {
    const world = worldOf(cardAction);
    const talk = await upToOptions(world, mrH, { name: 'Mr H', year: '1970' });
    await takeOnConcerns(talk, 'Dr Alex Moss, duty GP');
    const reading = await world.caseOf(talk.who);
    expect(reading.tier.is).toBe(4);
    await talk.say('options');
    expect(talk.text).not.toContain('Choose this');
    expect(reading.options().options).toEqual([]);
    expect(reading.options().heldBack).toBeDefined();
    await talk.say('close');
    await talk.press('Another service comes first');
    await talk.press(/^Close/, { [reasonBox(talk)]: 'The community team sees him on Thursday' });
    expect((await world.caseOf(talk.who)).state.closed?.exit).toBe('N');
    recordEffort('Mr H, together, another service first', talk);
  });
});

describe.each(bothWays)('Mx R wants something that nobody offers, %s', (_name, cardAction) => {
  const mxR: Person = {
    OP1: { tap: 'Private' },
    OP2: { tap: 'Yes: notes, supervisor and GP' },
    OP3: { tap: 'Nothing' },
    OP4: { words: 'I saw the poster.' },
    PV1: { words: 'My telescope' },
    PV3: { tick: ['Curious/Other'], words: 'Astronomy with other people, at a proper observatory' },
    PV4: { tap: '8 out of 10' },
    EP3: { tap: 'Cannot go out' },
    EP4: { tap: 'None' },
    EE1: { tap: 'Just about' },
    OC7: { words: 'Look through a big telescope' },
  };

  it('is told honestly that nothing fits yet; the unmet need is kept without a name', async () => {
    const world = worldOf(cardAction);
    const talk = await upToOptions(world, mxR, { name: 'Mx R', year: '1999', way: 'On the phone' });
    expect(await optionNames(talk)).toEqual([]);
    expect(talk.text).toMatch(/nothing fits yet/i);
    await talk.press(/^(Record|Keep|Nothing fits|Write)/);
    const { state } = await world.caseOf(talk.who);
    expect(state.nothingFitted).toBeDefined();
    expect(JSON.stringify(state.nothingFitted)).not.toContain('Mx R');
    recordEffort('Mx R, on the phone, nothing fits yet', talk);
  });
});

describe.each(bothWays)('Mrs O is interrupted, %s', (_name, cardAction) => {
  it('goes on three days later on another device where she was, and nobody else is mixed up with her', async () => {
    const world = worldOf(cardAction);
    const talk = await openCase(world, { name: 'Mrs O', year: '1948', way: 'On the phone' });
    await talkThrough(talk, mrsK, 'PV4');
    await talk.say('pause');
    await talk.press('Pause');
    world.later(3);
    const other = await openCase(world, { name: 'Mr Q', way: 'On the phone' });
    await other.press('Private');
    await other.say('cases');
    expect(other.text).toMatch(/Mrs O[\s\S]*stage: /);
    expect(other.text).toMatch(/Mr Q[^\n]*\nstage: [a-z ]+ · open now/);
    await other.press(/Mrs O/);
    expect(other.text).toContain('Mrs O');
    expect(other.text).toMatch(/0 to 10|how sure/i);
    const { state } = await world.caseOf(other.who);
    expect([state.name, state.answers.get('PV1')?.words]).toEqual(['Mrs O', mrsK['PV1']!.words]);
    recordEffort('Mrs O, paused for three days', other);
  });
});

describe.each(bothWays)('Ms C cannot go on caring, %s', (_name, cardAction) => {
  const msC: Person = { ...mrsK, ES3: { tap: 'Yes, cannot go on', tick: ['Adult'], words: 'My husband needs me day and night' } };

  it('must have somebody named today before the plan is posted', async () => {
    const world = worldOf(cardAction);
    const talk = await upToOptions(world, msC, { name: 'Ms C', year: '1950' });
    expect((await world.caseOf(talk.who)).concerns.map(({ code, urgency }) => `${code} ${urgency}`)).toContain('F26 TODAY');
    await talk.press('Choose this');
    await talkThrough(talk, msC);
    await talk.say('post');
    if (talk.has('Post it')) await talk.press('Post it');
    expect(world.rooms.messages.size).toBe(0);
    await takeOnConcerns(talk, 'Dana Reed, carers’ centre');
    expect((await world.caseOf(talk.who)).tier.is).toBe(3);
    recordEffort('Ms C, together, carer at the end', talk);
  });
});

function reasonBox(talk: { card: { boxes: readonly { label: string; choices: readonly unknown[] }[] } }): string {
  return talk.card.boxes.find(({ label, choices }) => choices.length === 0 && /reason|why|words/i.test(label))!.label;
}
