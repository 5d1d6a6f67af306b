/** A plan with domestic abuse in it, through the real edges: no trace of it leaves the worker's own chat. */
import { handleTurn } from '../../src/app/handleTurn';
import { loadContent } from '../../src/content/load';
import { planText } from '../../src/domain/plan/planText';
import { memoryCaseStore } from '../../src/store/memoryStore';
import { msA } from '../scenarios/people';
import { talkThrough } from '../support/person';
import { planReview, sam, type Talk, World, wren } from '../support/talk';
import { TeamsRoom, textOf } from '../support/teamsRoom';
import { TeamsWorld } from '../support/teamsWorld';
import { openCase, post } from '../support/walk';

const trace = /zq[a-z]+|hits me|hits her|bank card|domestic abuse|\bF17\b|safeguarding lead/i;
const afraid = { ...msA, PV1: { words: 'My knitting. My husband hits me when he has been drinking zqanswer' } };

describe('Ms A is hit at home', () => {
  let world: TeamsWorld;
  let talk: Talk;

  beforeAll(async () => {
    world = await new TeamsWorld().open();
  });
  afterAll(() => world.close());

  const openOnes = async () => (await world.caseOf(wren)).concerns.filter(({ state }) => state === 'open');

  it('raises it from the referral, from what she says and from what was noticed, and the worker writes down what happened', async () => {
    talk = await openCase(world, { name: 'Ms A', year: '1951', way: 'On the phone', referral: 'Her husband hits her. zqreferral' });
    expect(talk.text).toMatch(/Somebody needs to act today[\s\S]*hits her/);
    await talkThrough(talk, afraid);
    await talk.press('Choose this');
    await talkThrough(talk, afraid);
    await talk.say('noticed: Her husband took her bank card off her zqseen');
    expect((await openOnes()).map(({ code }) => code)).toContain('F17');
    for (let guard = 0; guard < 8 && (await openOnes()).length > 0; guard++) {
      const [{ id } = { id: '' }] = await openOnes();
      const { caseId, state } = await world.caseOf(wren);
      await talk.pressAgain({ title: 'Look', verb: 'show', data: {} }, { caseId, rev: state.rev, screen: 'concern', about: id });
      await talk.press('Record and go on', {
        'Who has taken this on': 'Priya Nair', 'What they will do': 'sees her alone on Tuesday', 'What they said, in their words': 'zqsaid he hits me', 'What you saw yourself': 'a bruise zqsaw',
        'What they want to happen': 'zqwants', 'Do they agree? If not, why you act': 'she agrees zqconsent', 'What happens next': 'zqnext', 'Where are they now?': 'at her sister’s zqwhere',
      });
    }
    expect(await openOnes()).toEqual([]);
    const { state } = await world.caseOf(wren);
    await talk.pressAgain({ title: 'Keep', verb: 'edit-line', data: {} }, { caseId: (await world.caseOf(wren)).caseId, rev: state.rev, target: 'new-goal', text: 'Get away from my husband who hits me zqedit' });
  });

  it('has it all in the worker’s own chat', async () => {
    const { state, editsLeftOut } = await world.caseOf(wren);
    expect(JSON.stringify([...state.concerns.values()])).toMatch(/zqsaid[\s\S]*zqsaw/);
    expect(state.answers.get('PV1')?.words).toContain('zqanswer');
    expect(editsLeftOut().map(({ why }) => why)).toContain('private');
    for (const { id } of await openOnes()) {
      await talk.pressAgain({ title: 'Look', verb: 'show', data: {} }, { caseId: (await world.caseOf(wren)).caseId, rev: state.rev, screen: 'concern', about: id });
      await talk.press('Record and go on', { 'Who has taken this on': 'Priya Nair', 'What they will do': 'sees her alone' });
    }
  });

  it('prints without it, for either reader, and posts without it', async () => {
    const body = (await world.caseOf(wren)).plan();
    for (const audience of ['worker', 'person'] as const) expect(planText(body, { audience })).not.toMatch(trace);
    await post(talk);
    await world.room.settled();
    const message = world.room.connector.seenIn(planReview.id).at(-1)!;
    const supervisor = world.reads(sam, message);
    await supervisor.press('Open the full plan in my chat');
    await world.reads(sam, world.room.connector.seenIn(planReview.id).at(-1)!).press('Ask for a change', {});
    world.later(2);
    await world.deliverAll();
    await world.room.settled();
    expect(world.room.connector.seenIn(planReview.id).length).toBeGreaterThan(0);
  });

  it('leaves no trace in a channel, another’s chat, a notification or the log', () => {
    const { connector, logged } = world.room;
    const isOwnChat = (path: string): boolean => path.includes(`chat-${wren.id}`);
    const outside = connector.received.filter(({ path }) => !isOwnChat(path));
    expect(outside.length).toBeGreaterThan(2);
    for (const { path, body } of outside) expect([path, trace.exec(textOf(body))?.[0]]).toEqual([path, undefined]);
    for (const { body } of connector.received) expect(String(body['summary'] ?? '')).not.toMatch(trace);
    expect(logged.join('\n')).not.toMatch(trace);
  });
});

describe('when the store is down', () => {
  it('the answer still says what to do in an emergency, in the words of the content', async () => {
    const down = () => Promise.reject(new Error('the store is down'));
    const { parts } = new World({}, { ...memoryCaseStore(), load: down, append: down, headsOf: down });
    const room = await new TeamsRoom().open();
    room.takeTurn = handleTurn(parts);
    await room.say('I took all my tablets this morning');
    const answer = await room.press('next', { caseId: 'case-1', rev: 3, words__r3: 'I took all my tablets this morning' });
    const shown = [...room.connector.sent('POST').map(({ body }) => textOf(body)), JSON.stringify(answer.body)];
    await room.close();
    expect(shown.length).toBeGreaterThan(1);
    for (const text of shown) expect(text).toContain(loadContent().texts['welcome-emergency']);
  });
});
