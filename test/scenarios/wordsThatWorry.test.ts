/** What is written is read as it comes in, wherever it stands: the stop card, what is only noted, and who has to reply. */
import { bothWays, Talk, World, worldOf, wren } from '../support/talk';
import { openCase, post, takeOnConcerns } from '../support/walk';
import { talkThrough } from '../support/person';
import { msA } from './people';

const tookThem = 'I took all my tablets this morning';
const takesThem = 'I take all my tablets every morning';
const stops = /Stop here a moment: act now[\s\S]*took all my tablets[\s\S]*Immediate danger[\s\S]*Ring 999/;

/** Every box into which something can be typed, and how to come to it. */
const boxes: readonly (readonly [string, (talk: Talk, words: string) => Promise<unknown>])[] = [
  ['the chat', (talk, words) => talk.say(words)],
  ['an answer on a card', async (talk, words) => talk.press('Next', { [(await withBox(talk)).label]: words })],
  ['a card that is left for another', async (talk, words) => talk.press('Jump to another prompt', { [(await withBox(talk)).label]: words })],
  ['a card that is skipped', async (talk, words) => talk.press('Skip', { [(await withBox(talk)).label]: words })],
  ['what was noticed', (talk, words) => talk.say(`noticed: ${words}`)],
  ['what worries', (talk, words) => talk.say(`worried: ${words}`)],
  ['a note', async (talk, words) => (await talk.say('notes')).press('Keep this note', { [talk.card.boxes[0]!.label]: words })],
  ['the reason of another tier', async (talk, words) => (await (await talk.say('summary')).press('Change how much support')).press(/^Link worker, side by side/, { 'Why you see it otherwise': words })],
  ['a line of the plan', async (talk, words) => openLine(talk, words)],
  ['the reason for ending', async (talk, words) => (await (await talk.say('close')).press('They said no after talking')).press(/^Close/, { [talk.card.boxes[0]!.label]: words })],
];

/** The card of a prompt that takes words. */
async function withBox(talk: Talk): Promise<{ readonly label: string }> {
  const { caseId, state } = await talk.world.caseOf(talk.who);
  await talk.pressAgain({ title: 'Open', verb: 'open-prompt', data: { caseId, rev: state.rev, prompt: 'PV1' } }, { caseId, rev: state.rev, prompt: 'PV1' });
  return talk.card.boxes[0]!;
}

async function openLine(talk: Talk, words: string): Promise<unknown> {
  const { caseId, state } = await talk.world.caseOf(talk.who);
  return talk.pressAgain({ title: 'Keep', verb: 'edit-line', data: {} }, { caseId, rev: state.rev, target: 'new-goal', text: words });
}

describe.each(bothWays)('a note with two concerns in one sentence, %s', (_name, cardAction) => {
  const note = 'Saw Mr T at home. He says some nights he does not see the point in carrying on, and he has a drawer of her tablets he has not handed back.';

  it('is about somebody who is not there any more, and needs what was written down once only', async () => {
    const talk = await new Talk(worldOf(cardAction)).arrive();
    await talk.press('Write up afterwards');
    await talk.press('Open the case', { 'Preferred name': 'Mr T', 'Your note': note });
    expect(talk.text).toContain('If they are not with you now');
    expect(talk.text).not.toContain('Somebody may hear');
    await talk.press('Record and go on', { 'Who has taken this on': 'Dr Moss, duty GP', 'What they will do': 'rings him this afternoon', 'How did you tell them?': 'By phone' });
    expect(talk.text).toContain('Somebody needs to act today');
    expect(talk.text).toContain('Dr Moss, duty GP has taken on something else in the same sentence');
    const { concerns } = await talk.world.caseOf(talk.who);
    expect(concerns.filter(({ owner }) => owner !== undefined)).toHaveLength(1);
    const typed = talk.effort.typed;
    await talk.press('Record and go on');
    expect(talk.effort.typed).toBe(typed);
    const now = (await talk.world.caseOf(talk.who)).concerns.filter(({ grade }) => grade === 'prompt');
    expect(now.map(({ owner, action }) => [owner, action])).toEqual(now.map(() => ['Dr Moss, duty GP', 'rings him this afternoon']));
    expect(now.length).toBeGreaterThan(1);
  });
});

describe.each(bothWays)('two concerns that were written at different times, %s', (_name, cardAction) => {
  it('are not taken for one sentence: who has the first is not put down for the second', async () => {
    const talk = await openCase(worldOf(cardAction), { name: 'Mrs K', year: '1955' });
    await talk.press('Private');
    await talk.say('noticed: Her son takes her pension card and she is scared of him');
    for (let cards = 0; cards < 4 && talk.has('Record and go on'); cards++) await talk.press('Record and go on', { 'Who has taken this on': 'Dana Reed', 'What they will do': 'rings today' });
    talk.world.now = '2026-11-02T11:00:00.000Z';
    await talk.say('noticed: He hears voices telling him to hurt people and has not slept for five days');
    expect(talk.text).toContain('Severe mental illness');
    expect(talk.text).not.toContain('has taken on something else');
    expect(talk.card.boxes.map(({ value }) => value).join('')).not.toMatch(/Dana|rings/);
  });
});

describe.each(bothWays)('words that cannot wait while no case is open, %s', (_name, cardAction) => {
  const acts = /Stop here a moment: act now[\s\S]*taken all her tablets[\s\S]*Immediate danger[\s\S]*Ring 999[\s\S]*Duty GP/;
  const words = 'My client has just taken all her tablets';

  it.each([['said', words], ['looked for', `find: ${words}`], ['worrying', `worried: ${words}`]])('are answered with what to do: %s', async (_how, typed) => {
    const talk = await new Talk(worldOf(cardAction)).arrive();
    await talk.say(typed);
    expect(talk.text).toMatch(acts);
    expect(talk.card.boxes.map(({ value }) => value)).toEqual([words]);
    await talk.press('Together');
    await talk.press('Open the case', { 'Preferred name': 'Mrs K' });
    expect(talk.text).toMatch(/Stop here a moment: act now[\s\S]*Immediate danger/);
  });

  it('also in a text that is too long for a box: it is to be sent again', async () => {
    const talk = await new Talk(worldOf(cardAction)).arrive();
    await talk.say(`${'She likes the radio. '.repeat(1000)}${words}.`);
    expect(talk.text).toMatch(acts);
    expect(talk.text).toContain('send the text again');
    expect(talk.card.boxes).toEqual([]);
  });

  it('also beside a case that is paused', async () => {
    const talk = await openCase(worldOf(cardAction), { name: 'Mrs K', year: '1955' });
    await (await talk.say('pause')).press(/^Pause/);
    await talk.say(words);
    expect(talk.text).toMatch(acts);
    expect(talk.has('My open case')).toBe(true);
  });

  it('and all others are kept for a case as before', async () => {
    const talk = await new Talk(worldOf(cardAction)).arrive();
    await talk.say('She takes all her tablets every morning');
    expect(talk.text).toContain('Where shall I keep this?');
    await talk.say('find: tablets and phones');
    expect(talk.text).toContain('What was found');
  });
});

describe.each(bothWays)('a concern that somebody has taken on, %s', (_name, cardAction) => {
  it('is answered on its card: activities that waited for the service that leads go on, and it is shared with it', async () => {
    const talk = await openCase(worldOf(cardAction), { name: 'Mrs K', year: '1955' });
    await talk.press('Private');
    await talk.say('noticed: She hears voices that tell her things and has not slept for five days');
    for (let cards = 0; cards < 4 && talk.has('Record and go on'); cards++) await talk.press('Record and go on', { 'Who has taken this on': 'Jo Reed, CMHT', 'What they will do': 'sees her today' });
    await talk.say('options');
    expect(talk.text).toMatch(/Activities wait until they agree\. When they do, write their answer on the card of that concern/);
    await talk.press('What is open');
    await talk.press(/^Severe mental illness/);
    await talk.press('Record the answer', { 'Who answered': 'Jo Reed' });
    expect(talk.text).toContain('Please write who it was, and what they said or did.');
    for (let left = 0; left < 3; left++) {
      await (await talk.say('concerns')).press(/^Severe mental illness.*(?:taken on|answered)/);
      if (!talk.has('Record the answer')) break;
      await talk.press('Record the answer', { 'Who answered': 'Jo Reed', 'What was done': 'Settled on her tablets. A garden group is fine.' });
    }
    const { concerns, tier } = await talk.world.caseOf(wren);
    expect(concerns.filter(({ code }) => code === 'F04').map(({ state }) => state)).toEqual(expect.arrayContaining(['answered']));
    expect([tier.is, tier.why.join()]).toEqual([3, expect.stringContaining('voices')]);
    await talk.say('options');
    expect(talk.text).not.toContain('Activities wait');
  });

  it('is not open for others any more once it was answered, and opens again with new words', async () => {
    const talk = await openCase(worldOf(cardAction), { name: 'Mrs K', year: '1955' });
    await talk.press('Private');
    await talk.say('noticed: Her son takes her pension card and she is scared of him');
    for (let cards = 0; cards < 4 && talk.has('Record and go on'); cards++) await talk.press('Record and go on', { 'Who has taken this on': 'Dana Reed', 'What they will do': 'rings today' });
    const openForOthers = async (): Promise<boolean> => (await talk.world.caseOf(wren)).plan().others.some(({ id }) => id === 'other-safety');
    expect(await openForOthers()).toBe(true);
    for (let left = 0; left < 6; left++) {
      await talk.say('concerns');
      if (!talk.has(/● taken on by/)) break;
      await talk.press(/● taken on by/);
      await talk.press('Record the answer', { 'Who answered': 'Dana Reed', 'What was done': 'The card is back with her.', 'Closed by': 'Wren Alder' });
    }
    expect(await openForOthers()).toBe(false);
    await talk.press(/● answered/);
    expect(talk.text).toMatch(/Dana Reed replied: The card is back with her\.[\s\S]*Closed by: Wren Alder/);
    talk.world.now = '2026-11-02T11:00:00.000Z';
    await talk.say('noticed: Her son has taken her pension card again and he hit her');
    expect(await openForOthers()).toBe(true);
  });
});

describe.each(bothWays)('words that cannot wait, %s', (_name, cardAction) => {
  it.each(boxes)('are answered with the stop card in the same turn: %s', async (_where, write) => {
    const talk = await openCase(worldOf(cardAction), { name: 'Mrs K', year: '1955' });
    await talk.press('Private');
    await write(talk, tookThem);
    expect(talk.text).toMatch(stops);
    expect(talk.has('Record and go on') && talk.has('Come back to this')).toBe(true);
    expect(talk.card.boxes.map(({ label }) => label)).toEqual(expect.arrayContaining(['Where are they now?', 'Who has taken this on']));
  });

  it.each(boxes)('are told from what is done every day: %s', async (_where, write) => {
    const world = worldOf(cardAction);
    const talk = await openCase(world, { name: 'Mrs K', year: '1955' });
    await talk.press('Private');
    await write(talk, takesThem);
    expect(talk.text).not.toMatch(/Stop here a moment/);
    expect((await world.caseOf(wren)).concerns.filter(({ urgency, by }) => urgency === 'NOW' && by !== 'worker')).toEqual([]);
  });

  it.each(['What the referral says', 'Your note'])('stand in the first card as well: %s', async (box) => {
    const talk = await new Talk(worldOf(cardAction)).arrive();
    await talk.press(box === 'Your note' ? 'Write up afterwards' : 'Together');
    await talk.press('Open the case', { 'Preferred name': 'Mrs K', [box]: `Known to us. ${tookThem}.` });
    expect(talk.text).toMatch(stops);
  });

  it('a sentence is quoted once, however many rules it met', async () => {
    const talk = await openCase(worldOf(cardAction), { name: 'Mr B', year: '1950' });
    await talk.press('Private');
    const scared = 'My son takes my pension card and I am scared of him.';
    await talk.say(scared);
    for (let cards = 0; cards < 4 && !talk.text.includes('Domestic abuse or control'); cards++) await talk.press('Record and go on', { 'Who has taken this on': 'Dana Reed', 'What they will do': 'rings today' });
    const { concerns } = await talk.world.caseOf(wren);
    expect(concerns.find(({ code }) => code === 'F17')!.mentions.length).toBeGreaterThan(1);
    expect(talk.text.slice(0, talk.text.indexOf('Domestic abuse or control')).split('pension card')).toHaveLength(2);
  });

  it('said once more after somebody took them on, they stop again', async () => {
    const talk = await openCase(worldOf(cardAction), { name: 'Mrs K', year: '1955' });
    await talk.press('Private');
    await talk.say(tookThem);
    await talk.press('Record and go on', { 'Who has taken this on': 'Dr Patel', 'What they will do': 'sends an ambulance' });
    expect(talk.text).not.toMatch(/Stop here/);
    await talk.say(`noticed: ${tookThem} and now she is asleep`);
    expect(talk.text).toMatch(/Dr Patel.{0,4} took on what was there before\. This is new\./);
    expect(talk.card.boxes.filter(({ label }) => /^(?:Who has taken|What they will do)/.test(label)).map(({ value }) => value)).toEqual(['Dr Patel', '']);
    expect(talk.text).toMatch(/Stop here/);
  });

  it('on an older card they are kept and answered, whatever becomes of the card', async () => {
    const world = worldOf(cardAction);
    const talk = await openCase(world, { name: 'Mrs K', year: '1955' });
    await talk.press('Private');
    await withBox(talk);
    const old = talk.find('Next');
    const box = talk.card.boxes[0]!.id;
    await talk.press('Next', { [talk.card.boxes[0]!.label]: 'My garden' });
    await talk.pressAgain(old, { ...old.data, [box]: tookThem });
    expect(talk.text).toMatch(stops);
    expect((await world.caseOf(wren)).state.observations.map(({ words }) => words).join()).toContain(tookThem);
  });
});

describe.each(bothWays)('a concern that was set aside, %s', (_name, cardAction) => {
  it('is raised again with a tap, and stops as it did before', async () => {
    const talk = await openCase(worldOf(cardAction), { name: 'Mrs K', year: '1955' });
    await talk.press('Private');
    await talk.say(`noticed: ${tookThem}`);
    const urgent = async (): Promise<readonly string[]> => (await talk.world.caseOf(wren)).concerns.filter(({ code, state }) => code === 'F01' && state === 'open').map(({ id }) => id);
    const before = await urgent();
    await talk.press('A figure of speech');
    expect(await urgent()).toEqual([]);
    await talk.say('concerns');
    await talk.press(/^Immediate danger.*set aside/);
    await talk.press('Raise it again');
    expect(talk.text).toMatch(stops);
    expect(await urgent()).toEqual(before);
    await talk.press('In the past');
    expect(await urgent()).toEqual([]);
  });

  it('also when it was only noted', async () => {
    const talk = await openCase(worldOf(cardAction), { name: 'Mrs K', year: '1955' });
    await talk.press('Private');
    await talk.say('noticed: She denies any thoughts of suicide.');
    await (await talk.say('concerns')).press('Look, or set aside');
    await talk.press('Another reason', { 'In your words (if you like)': 'asked in passing' });
    await talk.press(/set aside/);
    await talk.press('Raise it');
    expect((await talk.world.caseOf(wren)).concerns.map(({ code, grade, state }) => [code, grade, state])).toEqual([['F03', 'prompt', 'open']]);
  });
});

describe.each(bothWays)('what is only noted, %s', (_name, cardAction) => {
  const told = 'Her brother in law hanged himself years ago. She denies any thoughts of suicide.';

  it('is one quiet line, and is shown with the words, the rule and how it was read', async () => {
    const world = worldOf(cardAction);
    const talk = await openCase(world, { name: 'Mrs K', year: '1955' });
    await talk.press('Private');
    await talk.say(`noticed: ${told}`);
    expect((await world.caseOf(wren)).concerns).toEqual([]);
    expect(talk.text).toMatch(/recorded as denied: look/);
    await talk.press(/recorded as denied: look/);
    expect(talk.text).toMatch(/Recorded as denied[\s\S]*thoughts of suicide[\s\S]*Rule F03-[\s\S]*denied[\s\S]*This checks words, not people\. It misses things\./);
  });

  it('is a concern like any other once it is raised', async () => {
    const world = worldOf(cardAction);
    const talk = await openCase(world, { name: 'Mrs K', year: '1955' });
    await talk.press('Private');
    await talk.say('noticed: She denies any thoughts of suicide.');
    await talk.press(/recorded as denied: look/);
    await talk.press('Raise it');
    expect(talk.text).toMatch(/Somebody needs to act today[\s\S]*thoughts of suicide/);
    const { concerns, noted, tier } = await world.caseOf(wren);
    expect([concerns.map(({ code, state }) => [code, state]), noted, tier.is]).toEqual([[['F03', 'open']], [], 5]);
  });

  it('can be set aside in one tap, and nothing of it disappears', async () => {
    const world = worldOf(cardAction);
    const talk = await openCase(world, { name: 'Mrs K', year: '1955' });
    await talk.press('Private');
    await talk.say('noticed: She denies any thoughts of suicide.');
    await talk.press(/recorded as denied: look/);
    await talk.press('Look, or set aside');
    await talk.press('In the past');
    expect(talk.text).toMatch(/set aside/);
    const [kept] = (await world.caseOf(wren)).noted;
    expect(kept).toMatchObject({ state: 'set-aside', grade: 'denied' });
    expect((await world.caseOf(wren)).state.concerns.get(kept!.id)?.setAside).toMatchObject({ kind: 'past', reason: 'It is in the past' });
  });
});

describe.each(bothWays)('a plan with thoughts of how or when, %s', (_name, cardAction) => {
  it('is not posted before somebody named has taken it on and says when', async () => {
    const world = worldOf(cardAction);
    const talk = await openCase(world, { name: 'Ms A', year: '1951', way: 'On the phone' });
    await talkThrough(talk, msA);
    await talk.press('Choose this');
    await talkThrough(talk, msA);
    await takeOnConcerns(talk, 'Priya Nair');
    const { caseId, state } = await world.caseOf(wren);
    await talk.pressAgain({ title: 'Open', verb: 'open-prompt', data: {} }, { caseId, rev: state.rev, prompt: 'PC5' });
    await talk.press('Thought about how or when');
    expect(talk.text).toMatch(/Stop here a moment/);
    await talk.say('post');
    if (talk.has('Post it')) await talk.press('Post it');
    expect(world.rooms.read('plan-review')).toEqual([]);
    expect((await world.caseOf(wren)).gate().filter(({ ok }) => !ok).map(({ id }) => id)).toContain('safety');
    await takeOnConcerns(talk, 'Dr Patel');
    await post(talk);
    expect(world.rooms.read('plan-review').join()).not.toMatch(/how or when|suicid/i);
  });
});

it('a worry closes with a reply of the supervisor or the named GP, and with nothing else', async () => {
  const talk = await openCase(new World(), { name: 'Mrs K', year: '1955' });
  await talk.press('Private');
  await talk.say('worried: She went very quiet when her son came in');
  expect(talk.has(/Set it aside|figure of speech/)).toBe(false);
  await talk.press('Record and go on', { 'Who has taken this on': 'Sam Okafor', 'What they will do': 'rings back today' });
  const isOpen = async (): Promise<boolean> => (await talk.world.caseOf(wren)).concerns.some(({ by, state }) => by === 'worker' && state === 'open');
  expect(await isOpen()).toBe(true);
  await (await talk.say('concerns')).press(/^Beyond|^Worr|waits for a reply/);
  await talk.press('Record the reply', { 'Who replied': 'A neighbour', 'What they said': 'She is fine', 'Their role': ['Somebody else'] });
  expect(talk.text).toMatch(/Written down\.[\s\S]*It closes when your supervisor or the named GP has replied[\s\S]*What they answered: A neighbour: She is fine/);
  expect(await isOpen()).toBe(true);
  await talk.press('Record the reply', { 'Who replied': 'Her GP’s receptionist', 'What they said': 'He will ring', 'Their role': ['Somebody else'] });
  expect(talk.text).toContain('A neighbour: She is fine; Her GP’s receptionist: He will ring');
  await talk.press('Record the reply', { 'Who replied': 'Sam Okafor', 'What they said': 'We visit together tomorrow' });
  expect(talk.text).toContain('Please say whose reply it is');
  expect(await isOpen()).toBe(true);
  await talk.press('Record the reply', { 'Who replied': 'Sam Okafor', 'What they said': 'We visit together tomorrow', 'Their role': ['My supervisor'] });
  expect(await isOpen()).toBe(false);
});

it('shows every concern: those for which the first card has no room are one tap away', async () => {
  const talk = await openCase(new World(), { name: 'Ms V', year: '1971' });
  const words = ['Her brother took an overdose last year.', 'Her ex used to hit her, years ago.', 'Her mother had a fall last year.', 'Her uncle drank too much.', 'Her father had dementia.'];
  for (const noticed of words) await talk.say(`noticed: ${noticed}`);
  const { noted } = await talk.world.caseOf(talk.who);
  const quoteOf = (text: string): string => text.slice(0, 12);
  expect(noted.length).toBeGreaterThan(3);
  await talk.say('concerns');
  const cards = [talk.text];
  while (talk.has(/see the rest/)) cards.push((await talk.press(/see the rest/)).text);
  const seen = cards.join('\n').replaceAll('**', '');
  for (const { mentions } of noted) expect(seen).toContain(quoteOf(mentions[0]!.sentence.text));
  await talk.press('Back to the first');
  expect(talk.text).toBe(cards[0]);
});
