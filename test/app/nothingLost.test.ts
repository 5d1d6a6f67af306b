import { readCardText } from '../../src/console/cardText';
import { mrsK } from '../scenarios/people';
import { talkThrough } from '../support/person';
import { World, type Talk } from '../support/talk';
import { openCase } from '../support/walk';

const started = async (): Promise<Talk> => talkThrough(await openCase(new World(), { name: 'Mrs K', way: 'On the phone' }), mrsK, 'PV1');

describe('what stands in a box when another button is pressed', () => {
  it('is kept as the answer to that prompt', async () => {
    const talk = await started();
    await talk.press('I’m worried', { 'In their words': 'my garden' });
    expect((await talk.world.caseOf(talk.who)).state.answers.get('PV1')?.words).toBe('my garden');
  });

  it('is kept whatever else is pressed on that card, the line that leads to a concern among it', async () => {
    const waits = await started();
    await waits.say('worried: she looked thin');
    await waits.press('Come back to this');
    const others = waits.card.pressables.filter(({ verb }) => verb !== 'answer');
    expect(others.map(({ title }) => title).join()).toMatch(/Somebody else may need to know/);
    for (const [index, { verb, data }] of others.entries()) {
      const talk = await started();
      const { caseId, state } = await talk.world.caseOf(talk.who);
      await talk.pressAgain({ title: '', verb, data: {} }, { ...data, caseId, rev: state.rev, [talk.boxesUnder('In their words')[0]!.id]: `my garden ${index}` });
      expect([verb, (await talk.world.caseOf(talk.who)).state.answers.get('PV1')?.words]).toEqual([verb, `my garden ${index}`]);
    }
  });

  it('is kept as an observation when it was the worker’s own', async () => {
    const talk = await started();
    await talk.say('worried');
    await talk.press('Go back', { 'What you saw or heard': 'she looked thin' });
    expect((await talk.world.caseOf(talk.who)).state.observations.map(({ words }) => words)).toEqual(['she looked thin']);
  });

  it('stays with the worker’s own notes when its prompt may not be shown any more', async () => {
    const talk = await started();
    const { caseId, state } = await talk.world.caseOf(talk.who);
    await talk.pressAgain({ title: '', verb: 'answer', data: {} }, { caseId, rev: state.rev, prompt: 'OP1', part: 'place', choice: 'near-light' });
    const now = (await talk.world.caseOf(talk.who)).state;
    await talk.pressAgain({ title: '', verb: 'show', data: {} }, { caseId, rev: now.rev, screen: 'summary', from: 'EE1', words: 'the meter is empty' });
    const after = (await talk.world.caseOf(talk.who)).state;
    expect([after.answers.has('EE1'), after.observations.map(({ words }) => words)]).toEqual([false, ['the meter is empty']]);
  });

  it('is given back when the case was closed meanwhile on another device; what was said before is not', async () => {
    const talk = await started();
    const { caseId, state } = await talk.world.caseOf(talk.who);
    const box = { caseId, rev: state.rev, from: 'PV1' };
    await talk.pressAgain({ title: '', verb: 'close-case', data: {} }, { caseId, rev: state.rev, exit: 'D2', reason: 'Not for her', told: '', offered: '' });
    for (const verb of ['next', 'park', 'show'] as const) {
      await talk.pressAgain({ title: '', verb, data: {} }, { ...box, prompt: 'PV1', screen: 'summary', words: 'my garden' });
      expect(talk.text).toMatch(/that was not kept/);
      expect(talk.text).toContain('my garden');
    }
    await talk.pressAgain({ title: '', verb: 'show', data: {} }, { ...box, screen: 'summary', words: '' });
    expect(talk.text).not.toMatch(/that was not kept/);
  });

  it('comes back, box by box, when a form was refused', async () => {
    const talk = await started();
    await talk.say('worried: she looked thin');
    await talk.press('Record and go on', { 'What they will do': 'rings her tomorrow' });
    expect(JSON.stringify(talk.json)).toContain('rings her tomorrow');
    expect((await talk.world.caseOf(talk.who)).concerns[0]!.owner).toBeUndefined();
  });
});

describe('what was typed into a form that was refused', () => {
  const typed = (words: string) => `${words} she said`;
  it.each([
    ['decline-option', { activity: 'gone', reason: typed('Too far') }],
    ['record-escalation', { concern: 'gone', seen: typed('A bruise'), wants: typed('Her sister') }],
    ['own-concern', { concern: 'gone', owner: typed('Dr Rao'), action: typed('Rings her'), closer: typed('Nobody else') }],
    ['answer-concern', { concern: 'gone', from: typed('Sam'), reply: typed('It is seen to') }],
    ['set-aside-concern', { concern: 'gone', reason: typed('A figure of speech'), seen: typed('Laughing') }],
    ['edit-line', { target: 'goal-9', text: typed('Once a week') }],
    ['hold-review', { then: 'keep', words: typed('Better than I thought') }],
    ['first-visit', { went: 'yes', words: typed('They were kind') }],
  ] as const)('is kept or comes back, every box of it: %s', async (verb, fields) => {
    const talk = await started();
    const { caseId, state } = await talk.world.caseOf(talk.who);
    const boxes = Object.fromEntries(Object.entries(fields).map(([name, value]) => [value.endsWith(' she said') ? `${name}__r${state.rev}` : name, value]));
    await talk.pressAgain({ title: '', verb, data: {} }, { caseId, rev: state.rev, ...boxes });
    const there = JSON.stringify([talk.json, await talk.world.parts.cases.load(caseId)]);
    expect(Object.values(fields).filter((words) => words.endsWith(' she said') && !there.includes(words))).toEqual([]);
  });

  const long = Array.from({ length: 3000 }, (_, index) => `word${index}`).join(' ');
  it('comes back whole however long it is, on as many cards as it takes', async () => {
    const { world } = await started();
    const outcome = await world.take({ id: 'zed', name: 'Zed' }, { kind: 'pressed', action: { verb: 'observe', caseId: 'case-fresh-1', rev: 1, words: long } }, { kind: 'personal', place: 'chat-zed' });
    const cards = [outcome.shown, ...(outcome.shown.rest ?? [])];
    expect(cards.length).toBeGreaterThan(1);
    const back = cards.flatMap(({ card }) => readCardText(card).lines).join(' ');
    expect(long.split(' ').filter((word) => !back.includes(word))).toEqual([]);
    for (const { card } of cards) expect(JSON.stringify(card).length).toBeLessThan(20_000);
  });

  it('is drawn in its box only as far as a card can hold it, and comes back whole beside it', async () => {
    const talk = await started();
    const { caseId, state } = await talk.world.caseOf(talk.who);
    const outcome = await talk.world.take(talk.who, { kind: 'pressed', action: { verb: 'edit-line', caseId, rev: state.rev, target: 'goal-9', text: long } }, talk.where);
    const back = [outcome.shown, ...(outcome.shown.rest ?? [])].flatMap(({ card }) => readCardText(card).lines).join(' ');
    expect(back).toContain('word2999');
  });
});

it('shows what was left out when nothing waits and somebody goes on talking', async () => {
  const talk = await openCase(new World(), { name: 'Mrs K', way: 'On the phone' });
  await talkThrough(talk, {});
  await talk.say('plan');
  await talk.press('Go on talking');
  expect(talk.text).not.toContain('The plan so far');
});
