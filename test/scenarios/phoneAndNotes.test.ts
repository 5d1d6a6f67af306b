/** The two short ways: the core twenty on the phone, and a note that was written before. */
import { talkThrough } from '../support/person';
import { bothWays, jo, sam, Talk, worldOf, wren } from '../support/talk';
import { openCase, optionNames, post, takeOnConcerns } from '../support/walk';
import { recordEffort } from '../support/effort';
import { msA } from './people';

describe.each(bothWays)('Ms A on the phone, %s', (_name, cardAction) => {
  const world = worldOf(cardAction);
  let talk: Talk;

  it('is asked twenty prompts in at most forty-five taps', async () => {
    talk = await openCase(world, { name: 'Ms A', year: '1951', way: 'On the phone' });
    const before = talk.effort.taps;
    await talkThrough(talk, msA);
    expect((await optionNames(talk)).length).toBeGreaterThan(0);
    await talk.press('Choose this');
    await talkThrough(talk, msA);
    const { conversation } = await world.caseOf(talk.who);
    expect(conversation.path.filter(({ core }) => core)).toHaveLength(20);
    expect(talk.effort.taps - before).toBeLessThanOrEqual(45);
  });

  it('is offered first what she said and ticked: something to make with others', async () => {
    expect((await optionNames(talk))[0]).toBe('Knit and natter');
  });

  it('has a plan that passes the gate without anything being typed again', async () => {
    expect((await world.caseOf(talk.who)).gate().filter(({ ok }) => !ok)).toEqual([]);
    const typed = talk.effort.typed;
    expect(await post(talk)).toBeLessThanOrEqual(12);
    expect(talk.effort.typed).toBe(typed);
    recordEffort('Ms A, on the phone, to a posted plan', talk);
  });

  it('cannot be reviewed by its own worker, nor opened by somebody who is not in the channel', async () => {
    const [message] = [...world.rooms.messages.values()];
    const own = new Talk(world, wren, { kind: 'channel', place: 'plan-review' }).look(message!.shown.card);
    await own.press('Agree');
    expect(own.text).toMatch(/own plan/i);
    const stranger = new Talk(world, jo, { kind: 'channel', place: 'plan-review' }).look(message!.shown.card);
    await stranger.press('Agree');
    expect(stranger.text).not.toContain('knit');
    expect((await world.caseOf(wren)).state.submissions[0]!.decisions).toEqual([]);
  });

  it('is opened in full in the supervisor’s own chat, and the opening is recorded', async () => {
    const [message] = [...world.rooms.messages.values()];
    const supervisor = new Talk(world, sam, { kind: 'channel', place: 'plan-review' }).look(message!.shown.card);
    await supervisor.press('Open the full plan in my chat');
    expect(supervisor.own[0]!.lines.join('\n')).toContain('I can knit anything');
    const { caseId } = await world.caseOf(wren);
    expect((await world.parts.cases.load(caseId)).map(({ type }) => type)).toContain('PlanOpenedByReviewer');
  });
});

describe.each(bothWays)('Mr T, written up afterwards, %s', (_name, cardAction) => {
  const note = 'Saw Mr T at the surgery. He loves cooking and used to feed the whole street. Money covers the bills.\nHe gets about by bus, twenty minutes is fine. He wants to cook for people again, once a week. Lives on his own, sister rings on Sundays.';

  it('keeps the note word for word, proposes each sentence, and asks only what is missing', async () => {
    const world = worldOf(cardAction);
    const talk = await new Talk(world).arrive();
    await talk.press('Write up afterwards');
    await talk.press('Open the case', { 'Preferred name': 'Mr T', 'Your note': note });
    const before = await world.caseOf(talk.who);
    expect(before.state.notes[0]!.text).toBe(note);
    expect(before.proposals.map(({ first }) => first)).toEqual(expect.arrayContaining(['PV3', 'EP3', 'OC7']));
    for (const { text, first } of before.proposals) if (first !== undefined) expect(talk.text).toContain(text.slice(0, 40));
    await talk.press(/^Keep all/);
    expect(talk.text).toMatch(/The note is filed\. Now the gaps/);
    const after = await world.caseOf(talk.who);
    const filed = [...after.state.answers.values()].map(({ words }) => words ?? '').join('\n');
    expect(filed).toContain('He loves cooking and used to feed the whole street.');
    for (const { words } of after.state.answers.values()) for (const line of (words ?? '').split('\n')) expect(note).toContain(line);
    expect(after.step && after.state.answers.has(after.step.prompt.id)).toBe(after.step ? false : undefined);
    recordEffort('Mr T, a note of six sentences filed', talk);
  });
});

describe('words sent to the chat while a note is on the card', () => {
  const second = 'A second visit. She would like to paint.\nHer sister drives her.';

  it('are a second note, and no answer to a prompt that nobody was shown', async () => {
    const talk = await new Talk(worldOf('execute')).arrive();
    await talk.press('Write up afterwards');
    await talk.press('Open the case', { 'Preferred name': 'Nell', 'Your note': 'She lives alone. She gets about by bus.' });
    await talk.say(second);
    const { state, proposals } = await talk.world.caseOf(talk.who);
    expect([state.notes.map(({ text }) => text), state.answers.size]).toEqual([['She lives alone. She gets about by bus.', second], 0]);
    expect(proposals.map(({ text }) => text)).toEqual(expect.arrayContaining(['She lives alone.', 'She would like to paint.']));
    expect(talk.text).toContain('Where does each sentence belong?');
  });

  it('are the note where the card asks for it', async () => {
    const talk = await new Talk(worldOf('execute')).arrive();
    await talk.press('Write up afterwards');
    await talk.press('Open the case', { 'Preferred name': 'Nell' });
    await talk.say(second);
    const { state } = await talk.world.caseOf(talk.who);
    expect([state.notes.map(({ text }) => text), state.answers.size]).toEqual([[second], 0]);
  });

  it('answer the prompt once the talk has begun', async () => {
    const talk = await new Talk(worldOf('execute')).arrive();
    await talk.press('Write up afterwards');
    await talk.press('Open the case', { 'Preferred name': 'Nell', 'Your note': 'She gets about by bus.' });
    await talk.press('Talk first, file later');
    await talk.press(/What brings them here/);
    await talk.say('I want to get out');
    const { state } = await talk.world.caseOf(talk.who);
    expect([state.notes.length, [...state.answers.values()].map(({ words }) => words)]).toEqual([1, ['I want to get out']]);
  });
});

it('a place for a sentence is named on a button that fits a phone', async () => {
  const talk = await new Talk(worldOf('execute')).arrive();
  await talk.press('Write up afterwards');
  await talk.press('Open the case', { 'Preferred name': 'Ky', 'Your note': 'Met Ky at the Job Centre, he is 28. Owes about 4 grand.' });
  for (let card = 0; card < 3 && talk.has('Come back to this'); card += 1) await talk.press('Come back to this');
  const titles = talk.card.pressables.filter(({ verb }) => verb === 'file-sentence').map(({ title }) => title);
  expect(titles).toContain('Work, learning and being useful');
  for (const title of titles) expect(title.length).toBeLessThanOrEqual(32);
});

describe.each(bothWays)('a note of which not all has a place, %s', (_name, cardAction) => {
  const begin = async (note: string): Promise<Talk> => {
    const talk = await new Talk(worldOf(cardAction)).arrive();
    await talk.press('Write up afterwards');
    return talk.press('Open the case', { 'Preferred name': 'Mr T', 'Your note': note });
  };

  it('lets the worker go on, and what has no place stays in the note', async () => {
    const talk = await begin('He gets about by bus. He laughed and tapped his cap.');
    await talk.press(/^Keep all/);
    expect(talk.text).toContain('No prompt fits by itself');
    await talk.press('Go on, these stay in the note');
    expect(talk.card.pressables.some(({ verb }) => verb === 'answer')).toBe(true);
    const asked = talk.text;
    await talk.press('Skip');
    expect(talk.text).not.toBe(asked);
    expect(talk.card.pressables.some(({ verb }) => verb === 'answer')).toBe(true);
    expect((await talk.world.caseOf(talk.who)).state.notes[0]!.text).toContain('He laughed and tapped his cap.');
  });

  it('lets the worker talk first and file later, as the button says', async () => {
    const talk = await begin('He gets about by bus. He likes fishing.');
    await talk.press('Talk first, file later');
    await talk.press(/What brings them here/);
    await talk.press('Next', { 'In their words': 'I want to get out' });
    expect(talk.card.pressables.some(({ verb }) => verb === 'answer')).toBe(true);
    await talk.say('notes');
    expect(talk.text).toContain('He likes fishing.');
  });
});

describe.each(bothWays)('a case from notes that was opened without its note, %s', (_name, cardAction) => {
  it('asks for the note, and an empty box does not lead away from it', async () => {
    const talk = await new Talk(worldOf(cardAction)).arrive();
    await talk.press('Write up afterwards');
    await talk.press('Open the case', { 'Preferred name': 'Mr T' });
    expect(talk.text).toContain('Paste your note as it is');
    await talk.press('Keep this note');
    expect(talk.text).toMatch(/Please write a few words first[\s\S]*Paste your note as it is/);
    await talk.press('Keep this note', { 'Your note': 'He loves fishing.' });
    expect(talk.text).toContain('He loves fishing.');
  });
});

describe.each(bothWays)('a channel that does not answer, %s', (_name, cardAction) => {
  it('is told the truth, stays owed, and goes out once when the channel answers again', async () => {
    const world = worldOf(cardAction);
    const talk = await openCase(world, { name: 'Ms A', year: '1951', way: 'On the phone' });
    await talkThrough(talk, msA);
    await talk.press('Choose this');
    await talkThrough(talk, msA);
    await takeOnConcerns(talk, 'Priya Nair');
    world.rooms.answering = false;
    await post(talk);
    await talk.press('Look again');
    expect(talk.text).toMatch(/Not there yet/i);
    expect(world.rooms.messages.size).toBe(0);
    world.rooms.answering = true;
    world.later(1 / 24);
    await world.deliverAll();
    await world.deliverAll();
    expect(world.rooms.messages.size).toBe(1);
    await talk.say('post');
    expect((await world.caseOf(talk.who)).state.submissions[0]!.message).toBeDefined();
  });
});

describe.each(bothWays)('a letter pasted as it was printed, %s', (_name, cardAction) => {
  const letter = ['> Thank you for seeing Mr T, who lives on his', '> own. He loves cooking and used to feed the', '> whole street. He told me that he has not had', '> a proper meal since Thursday, as there is no', '> money for food. He gets about by bus, and', '> twenty minutes is fine. His sister rings on', '> Sundays.'].join('\n');

  it('is filed in whole sentences, and quotes a concern that runs over a line once', async () => {
    const world = worldOf(cardAction);
    const talk = await new Talk(world).arrive();
    await talk.press('Write up afterwards');
    await talk.press('Open the case', { 'Preferred name': 'Mr T', 'Your note': letter });
    const { state, proposals, concerns } = await world.caseOf(talk.who);
    expect(state.notes[0]!.text).toBe(letter);
    expect(proposals.map(({ text }) => text.replace(/ +/g, ' '))).toEqual(expect.arrayContaining(['He loves cooking and used to feed the whole street.', 'His sister rings on Sundays.']));
    const hunger = (all: typeof concerns) => all.flatMap(({ mentions }) => mentions).filter(({ words }) => words.includes('meal'));
    expect(hunger(concerns).map(({ grade }) => grade)).toEqual(['prompt']);
    await takeOnConcerns(talk, 'Priya Nair');
    await talk.press(/^Keep all/);
    const after = await world.caseOf(talk.who);
    for (const { words } of after.state.answers.values()) for (const line of (words ?? '').split('\n')) expect(letter.replace(/\n> /g, ' ')).toContain(line.replace(/ +/g, ' '));
    expect(hunger(after.concerns)).toHaveLength(1);
  });
});
