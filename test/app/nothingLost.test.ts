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

it('shows what was left out when nothing waits and somebody goes on talking', async () => {
  const talk = await openCase(new World(), { name: 'Mrs K', way: 'On the phone' });
  await talkThrough(talk, {});
  await talk.say('plan');
  await talk.press('Go on talking');
  expect(talk.text).not.toContain('The plan so far');
});
