/**
 * A whole case in which every box that takes words holds a mark of its own. Then everything that went out is looked
 * through: what stands in a channel, in somebody else's chat, in a notification, in the log. What may stand where is
 * the table below; everything else is a leak.
 */
import { loadContent } from '../../src/content/load';
import { operatorPage } from '../../src/operator/operatorPage';
import { readStanding } from '../../src/operator/standing';
import { mrsK } from '../scenarios/people';
import { talkThrough } from '../support/person';
import { planReview, sam, Talk, wren } from '../support/talk';
import { newThread, TeamsWorld } from '../support/teamsWorld';
import { openCase } from '../support/walk';
import { allDetails, details, detailsIn, marked, markedPerson, markOf, marksIn } from './marks';

const prompts = loadContent().framework.prompts.map(({ id }) => id);

/** What a plan says in words that people typed (domain/plan/postedPlan.ts has fields for no more), and what was typed in the channel itself. */
const inTheChannel = ['OC7', 'concern What they will do, and by when', 'new goal', 'later goal', 'asked for'].map(markOf).sort();
/** What a supervisor is shown of the plan in their own chat, once their right to it was looked at. */
const inTheFullPlan = ['OC7', 'OP4', 'PV1', 'PV2', 'tier', 'new goal', 'concern What they will do, and by when', 'concern Who has taken this on'].map(markOf).sort();
/** What belongs to the case and its worker alone. */
const inTheCaseAlone = ['referral', 'observation', 'note', 'worry', 'reply', 'set aside', 'PC7', 'visit', 'review', 'close'].map(markOf);

let world: TeamsWorld;
let talk: Talk;

const bodiesTo = (path: RegExp): unknown[] => world.room.connector.received.filter(({ method, path: to }) => method !== 'GET' && path.test(to)).map(({ body }) => body);
const channelBodies = (): unknown[] => [...world.room.connector.sent('POST', newThread).map(({ body }) => body), ...bodiesTo(/plan-review/)];

beforeAll(async () => {
  world = await new TeamsWorld().open();
  await new Talk(world, sam).arrive();
  talk = await openCase(world, { name: details.name, year: '1955', referral: marked('referral', allDetails) });
}, 60_000);
afterAll(() => world.close());

describe('a whole case with a mark in every box', () => {
  it('is told', async () => {
    const person = markedPerson(mrsK, prompts);
    await talkThrough(talk, person);
    await talk.press('Choose this');
    await talkThrough(talk, person);
    await talk.say(`noticed: ${marked('observation', allDetails)}`);
    await talk.say('notes');
    await talk.press('Keep this note', { [talk.card.boxes[0]!.label]: `${marked('note', allDetails)}. She likes the radio.` });
    await talk.say(`worried: ${marked('worry', allDetails)}`);
    await seeToEveryConcern();
    expect((await world.caseOf(wren)).concerns.every(({ state }) => state !== 'open')).toBe(true);
    await talk.say('concerns');
    await talk.press('Look, or set aside');
    await talk.press('Another reason', { 'In your words (if you like)': marked('set aside', allDetails) });
    await talk.say('summary');
    await talk.press('Change how much support');
    await talk.press(/^Link worker, side by side/, { 'Why you see it otherwise': marked('tier', allDetails) });
    await talk.say('plan');
    await talk.press('Add a goal');
    await talk.press('Save', { 'In the person’s words': marked('first goal', allDetails) });
  }, 120_000);

  it('is not posted while a line could tell who somebody is, by a button that was made up either', async () => {
    await talk.say('post');
    if (!talk.has(/Reword$/)) await talk.press(planReview.name);
    expect(talk.text).toContain('This could show who somebody is');
    const { caseId, state } = await world.caseOf(wren);
    await talk.pressAgain({ title: 'Post it', verb: 'post-plan', data: { caseId, rev: state.rev, place: planReview.id } });
    await world.room.settled();
    expect((await world.caseOf(wren)).state.submissions).toEqual([]);
    expect(world.room.connector.sent('POST', newThread)).toEqual([]);
  });

  it('is posted once that line was worded anew, agreed to a change, and agreed', async () => {
    await talk.say('post');
    if (!talk.has(/Reword$/)) await talk.press(planReview.name);
    await talk.press(/Reword$/);
    await talk.press('Save', { [talk.card.boxes[0]!.label]: marked('new goal') });
    await talk.press('Post it');
    await world.room.settled();
    const supervisor = world.reads(sam, world.room.connector.seenIn(planReview.id).at(-1)!);
    await supervisor.press('Open the full plan');
    await supervisor.press('Ask for a change');
    await supervisor.press('Send the request', { 'What should change, and why': marked('asked for') });
    await world.room.settled();
    await world.deliverAll();
    await talk.say('plan');
    await talk.press('Add a goal');
    await talk.press('Save', { [talk.card.boxes[0]!.label]: marked('later goal') });
    await talk.say('post');
    if (!talk.has('Post it')) await talk.press(planReview.name);
    await talk.press('Post it');
    await world.room.settled();
    await world.reads(sam, world.room.connector.seenIn(planReview.id).at(-1)!).press('Agree');
    await world.room.settled();
    expect((await world.caseOf(wren)).state.submissions.at(-1)?.decisions.at(-1)).toMatchObject({ kind: 'agreed' });
  }, 60_000);

  it('goes on to its end', async () => {
    world.later(21);
    await world.deliverAll();
    await talk.say('visit');
    await talk.press(/^No: something around them/, { 'In their words (if you like)': marked('visit', allDetails) });
    await talk.say('review');
    await talk.press(/^Stop here/, { 'What was it like? What has changed?': marked('review', allDetails) });
    await talk.say('close');
    await talk.press('They said no after talking');
    await talk.press(/^Close/, { [talk.card.boxes[0]!.label]: marked('close', allDetails) });
    await world.room.settled();
    await world.deliverAll();
    expect((await world.caseOf(wren)).state.closed).toBeDefined();
  }, 60_000);
});

describe('of all that was typed', () => {
  it('a channel holds what a plan is made of, and what was written there', () => {
    expect(marksIn(channelBodies())).toEqual(inTheChannel);
    expect(detailsIn(channelBodies())).toEqual([]);
  });

  it("a supervisor's own chat holds the plan, and nothing that belongs to the case alone", () => {
    const chat = bodiesTo(/chat-sam/);
    expect(chat).not.toEqual([]);
    expect(marksIn(chat)).toEqual(inTheFullPlan);
  });

  it('no notification holds a word', () => {
    for (const { body } of world.room.connector.received) {
      const { attachments: _card, ...around } = (body['activity'] ?? body) as Record<string, unknown>;
      expect([marksIn(around), detailsIn(around)]).toEqual([[], []]);
    }
  });

  it('the log holds nothing', () => {
    expect(world.room.logged.length).toBeGreaterThan(100);
    expect([marksIn(world.room.logged), detailsIn(world.room.logged)]).toEqual([[], []]);
    for (const name of [wren.name, sam.name, planReview.name]) expect(world.room.logged.join()).not.toContain(name);
  });

  it('the trail of who did what holds nothing, and how the bot stands neither', async () => {
    const { caseId } = await world.caseOf(wren);
    const trail = await world.whole.audit.ofCase(caseId);
    const standing = await readStanding({ cases: world.whole.cases, store: 'sqlite', versions: { app: '1', content: 'v1', node: 'v20' }, since: world.now, sends: () => ({ sent: 0, failedForNow: 0, failedForGood: 0 }), contacts: async () => [], catalogue: world.whole.catalogue }, world.now);
    expect([marksIn(trail), detailsIn(trail), marksIn(standing), detailsIn(operatorPage(standing))]).toEqual([[], [], [], []]);
  });

  it('every mark was kept: nothing that was typed is lost', async () => {
    const { caseId } = await world.caseOf(wren);
    const kept = marksIn(await world.whole.cases.load(caseId));
    expect([...inTheCaseAlone, ...inTheChannel, ...inTheFullPlan].filter((mark) => !kept.includes(mark))).toEqual([]);
  });
});

/** Somebody takes each of them on, and the one that waits for a reply has it. */
async function seeToEveryConcern(): Promise<void> {
  for (const { id } of (await world.caseOf(wren)).concerns) {
    await openConcern(id);
    if (talk.has('Record and go on')) await fillEveryBox('concern', 'Record and go on');
    await openConcern(id);
    if (talk.has('Record the reply')) await talk.press('Record the reply', { 'Who replied': marked('reply'), 'What they said': marked('reply', allDetails), 'Their role': ['My supervisor'] });
  }
}

async function openConcern(id: string): Promise<void> {
  await talk.say('concerns');
  const link = talk.card.pressables.find(({ data }) => data['screen'] === 'concern' && data['about'] === id);
  if (link) await talk.pressAgain(link);
}

/** Types a mark of its own into each box of the card, and presses. */
async function fillEveryBox(card: string, title: string): Promise<void> {
  const boxes = talk.card.boxes.filter(({ choices }) => choices.length === 0);
  await talk.press(title, Object.fromEntries(boxes.map(({ label }) => [label, marked(`${card} ${label}`)])));
}

