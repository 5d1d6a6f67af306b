/** What the worker lives through when a plan does not get through, and what they are reminded of. */
import { act, loadDesk } from '../../src/app/caseDesk';
import { readCardText } from '../../src/console/cardText';
import { byTheBot } from '../../src/domain/case/owed';
import { talkThrough } from '../support/person';
import { bothWays, planReview, sam, Talk, type World, worldOf, wren } from '../support/talk';
import { openCase, post, takeOnConcerns } from '../support/walk';
import { msA } from './people';

async function withPlan(world: World, name = 'Ms A'): Promise<Talk> {
  const talk = await openCase(world, { name, year: '1951', way: 'On the phone' });
  await talkThrough(talk, msA);
  await talk.press('Choose this');
  await talkThrough(talk, msA);
  await takeOnConcerns(talk, 'Priya Nair');
  return talk;
}

const told = (world: World): string[] => world.rooms.told.map(({ shown }) => readCardText(shown.card).lines.join('\n'));

/** Half an hour after half an hour. */
async function days(world: World, many: number): Promise<void> {
  for (let round = 0; round < many * 48; round++) {
    world.later(1 / 48);
    await world.deliverAll();
  }
}

it.each(bothWays)('a plan that cannot get into its channel goes into another one, by the card that says so, %s', async (_name, cardAction) => {
  const world = worldOf(cardAction);
  const talk = await withPlan(world);
  world.rooms.gone.add(planReview.id);
  await post(talk);
  await talk.press('Look again');
  expect(talk.text).toMatch(/It could not be posted[\s\S]*choose another place/);
  expect(told(world)).toEqual([expect.stringMatching(/the plan could not be posted/)]);
  await days(world, 1);
  expect(told(world)).toHaveLength(1);
  expect((await new Talk(world).say('versions')).text).toContain('It did not get into Plan review: I am not in that conversation any more.');
  expect((await new Talk(world).say('cases')).text).toMatch(/stage: plan\b/);

  world.rooms.open('hillside', { id: 'hillside', name: 'Hillside review', kind: 'channel' }, [wren.id, sam.id]);
  await talk.press('Choose another place');
  await talk.press('Hillside review');
  if (talk.has(/all right to post$/)) await talk.press(/all right to post$/);
  await talk.press('Post it');
  expect(world.rooms.read('hillside')).toHaveLength(1);
  expect(world.rooms.read(planReview.id)).toEqual([]);
});

it.each(bothWays)('what is delivered behind the worker does not take their words to another case, %s', async (_name, cardAction) => {
  const world = worldOf(cardAction);
  const first = await withPlan(world);
  await post(first);
  const [message] = [...world.rooms.messages.values()];
  world.later(1);
  const second = await openCase(world, { name: 'Mr D', year: '1992' });
  const before = await world.caseOf(wren);
  world.rooms.answering = false;
  await new Talk(world, sam, { kind: 'channel', place: planReview.id }).look(message!.shown.card).press('Agree');
  world.rooms.answering = true;
  await days(world, 1);
  expect(told(world).join()).toContain('agreed the plan');
  expect((await world.caseOf(wren)).caseId).toBe(before.caseId);
  await second.say('He would like to be outdoors');
  expect(second.text).toMatch(/Kept: “He would like to be outdoors”/);
  expect((await world.caseOf(wren)).state.name).toBe('Mr D');
});

it.each(bothWays)('what the bot records of a delivery does not make the card before the worker an old one, %s', async (_name, cardAction) => {
  const world = worldOf(cardAction);
  const talk = await openCase(world, { name: 'Mr D', year: '1992' });
  const { caseId, step } = await world.caseOf(wren);
  const desk = await loadDesk(world.parts, caseId, world.now);
  await act(world.parts, desk!, { at: world.now, by: byTheBot }, () => ({ type: 'RecordReminded', reminder: 'of something' }));
  const skip = talk.card.pressables.find(({ verb }) => verb === 'skip')!;
  await talk.press(skip.title);
  expect(talk.text).not.toMatch(/older/);
  expect((await world.caseOf(wren)).step?.prompt.id).not.toBe(step?.prompt.id);
});

it.each(bothWays)('reminders come one by one over the weeks, each once, and lead back into the case, %s', async (_name, cardAction) => {
  const world = worldOf(cardAction);
  const talk = await withPlan(world);
  await post(talk);
  await days(world, 9);
  expect(told(world)).toEqual([expect.stringMatching(/nobody has answered the plan yet\nIt has been there since Monday 2 November/)]);
  const [message] = [...world.rooms.messages.values()];
  expect(message!.updates).toBe(0);
  await new Talk(world, sam, { kind: 'channel', place: planReview.id }).look(message!.shown.card).press('Agree');
  const { on } = (await world.caseOf(wren)).state.submissions[0]!.plan.body.review!;
  while (world.now.slice(0, 10) < on) await days(world, 1);
  await days(world, 7);
  expect(told(world).slice(2)).toEqual([expect.stringMatching(/time to look at the plan together/)]);
  const reminder = new Talk(world, wren).look(world.rooms.told.at(-1)!.shown.card);
  await reminder.press('Go on with the case');
  expect(reminder.text).toContain('Ms A');
  for (const { person, shown } of world.rooms.told) {
    expect(person).toBe(wren.id);
    expect(shown.summary).toBe('Please have a look');
  }
});

describe('when the person says no to their supervisor while the plan stands in the channel', () => {
  const consents = async (world: World, supervisor: 'yes' | 'no'): Promise<void> => {
    const { caseId } = await world.caseOf(wren);
    const desk = await loadDesk(world.parts, caseId, world.now);
    const done = await act(world.parts, desk!, { at: world.now, by: wren.id }, () => ({ type: 'AnswerPrompt', prompt: 'OP2', part: 'consent', choices: ['notes:yes', `supervisor:${supervisor}`], how: 'card' }));
    expect(done.kind).toBe('done');
    await world.deliverAll();
  };

  it('it goes out of sight, an older card of it decides nothing and gives back what was typed, and it comes back with their yes', async () => {
    const world = worldOf('execute');
    const talk = await withPlan(world);
    await post(talk);
    await world.deliverAll();
    const [message] = [...world.rooms.messages.values()];
    const before = world.rooms.read(planReview.id).join('\n');
    const review = new Talk(world, sam, { kind: 'channel', place: planReview.id }).look(message!.shown.card);
    await review.press('Ask for a change');
    world.later(1 / 48);
    await consents(world, 'no');
    const hidden = world.rooms.read(planReview.id).join('\n');
    expect(hidden).toMatch(/This plan is not shown for now[\s\S]*speak to the link worker, [A-Z]/);
    expect(hidden).not.toMatch(/My goal|garden|choir/i);
    await review.press('Send the request', { 'What should change': 'A smaller first step please' });
    expect(review.text).toMatch(/not shown for now/);
    expect(review.own.flatMap(({ lines }) => lines).join('\n')).toContain('A smaller first step please');
    await new Talk(world, sam, { kind: 'channel', place: planReview.id }).pressAgain({ title: '', verb: 'open-full-plan', data: { verb: 'open-full-plan', caseId: (await world.caseOf(wren)).caseId, version: 1 } });
    expect((await world.caseOf(wren)).state.submissions[0]?.decisions).toEqual([]);
    const { caseId, state } = await world.caseOf(wren);
    await talk.pressAgain({ title: '', verb: 'show', data: { verb: 'show', caseId, rev: state.rev, screen: 'posted' } });
    expect(talk.text).toMatch(/said no to notes or to a review by your supervisor[\s\S]*Ask them again/);
    world.later(1 / 48);
    await consents(world, 'yes');
    expect(world.rooms.read(planReview.id).join('\n')).toBe(before);
    await new Talk(world, sam, { kind: 'channel', place: planReview.id }).look([...world.rooms.messages.values()][0]!.shown.card).press(/^(Agree|Ask for a change)$/);
  });
});

it('a second request of the same reviewer, with other words, is given back to them: the first one counts', async () => {
  const world = worldOf('execute');
  const talk = await withPlan(world);
  await post(talk);
  await world.deliverAll();
  const [message] = [...world.rooms.messages.values()];
  const [here, there] = [0, 1].map(() => new Talk(world, sam, { kind: 'channel', place: planReview.id }).look(message!.shown.card)) as [Talk, Talk];
  await here.press('Ask for a change');
  await there.press('Ask for a change');
  await here.press('Send the request', { 'What should change': 'A smaller first step please' });
  await there.press('Send the request', { 'What should change': 'And who goes with them?' });
  expect((await world.caseOf(wren)).state.submissions[0]?.decisions.map(({ words }) => words)).toEqual(['A smaller first step please']);
  expect(there.own.flatMap(({ lines }) => lines).join('\n')).toContain('And who goes with them?');
  const second = new Talk(world, sam, { kind: 'channel', place: planReview.id });
  await second.pressAgain({ title: '', verb: 'ask-change', data: { verb: 'ask-change', caseId: (await world.caseOf(wren)).caseId, version: 1, line: 'plan', words: 'A smaller first step please' } });
  expect(second.own).toEqual([]);
});
