import { loadDesk } from '../../src/app/caseDesk';
import { readCardAction, type CardAction } from '../../src/cards/actions';
import { readCardText } from '../../src/console/cardText';
import { organisationOf } from '../../src/domain/organisation/evolveOrganisation';
import { World, wren } from '../support/talk';
import { openCase } from '../support/walk';

const here = { kind: 'personal', place: 'chat-wren' } as const;

async function opened() {
  const world = new World();
  await openCase(world, { name: 'Mrs K' });
  const { caseId, state } = await world.caseOf(wren);
  const on = { caseId, rev: state.rev };
  return { world, on, press: (action: CardAction) => world.take(wren, { kind: 'pressed', action }, here), state: async () => (await loadDesk(world.parts, caseId, '2026-11-02'))!.state };
}

describe('two devices at once', () => {
  it('take the same press once', async () => {
    const { press, on, state } = await opened();
    const action: CardAction = { verb: 'answer', ...on, prompt: 'OP1', part: 'place', choice: 'private', choices: [] };
    await Promise.all([press(action), press(action), press(action)]);
    expect((await state()).rev).toBe(on.rev + 1);
  });
  it('keep what each of them typed', async () => {
    const { press, on, state } = await opened();
    await Promise.all([
      press({ verb: 'observe', ...on, words: 'tired' }),
      press({ verb: 'answer', ...on, prompt: 'PV1', part: 'matters', choices: [], words: 'my garden' }),
      press({ verb: 'paste-note', ...on, note: 'Fell in June.' }),
    ]);
    const { observations, answers, notes } = await state();
    expect([observations.map(({ words }) => words), answers.get('PV1')?.words, notes.map(({ text }) => text)]).toEqual([['tired'], 'my garden', ['Fell in June.']]);
  });
});

describe('what comes twice', () => {
  const say = (world: World, text: string, message: string) => world.take(wren, { kind: 'said', text }, here, message);

  it('is kept once when the platform brings a message again, even much later', async () => {
    const { world, state } = await opened();
    await Promise.all([say(world, 'my garden', 'm1'), say(world, 'my garden', 'm1')]);
    await say(world, 'noticed: tired', 'm2');
    await say(world, 'my garden', 'm1');
    await say(world, 'noticed: tired', 'm2');
    const { answers, observations } = await state();
    expect([[...answers.values()].map(({ words }) => words), observations.map(({ words }) => words)]).toEqual([['my garden'], ['tired']]);
  });
  it('is kept twice when somebody says it twice', async () => {
    const { world, state } = await opened();
    await say(world, 'noticed: tired', 'm1');
    await say(world, 'noticed: tired', 'm2');
    expect((await state()).observations).toHaveLength(2);
  });
  it('is kept once when it stood in a box, whichever buttons were pressed', async () => {
    const { press, on, state } = await opened();
    const left = { ...on, words: 'tired', box: 'observation' } as const;
    await Promise.all([press({ verb: 'show', screen: 'talk', ...left }), press({ verb: 'show', screen: 'talk', ...left })]);
    await press({ verb: 'show', screen: 'worried', ...left });
    expect((await state()).observations).toHaveLength(1);
  });
  it('brings a case to the front once', async () => {
    const { world, on } = await opened();
    const resume = () => world.take(wren, { kind: 'pressed', action: { verb: 'resume', caseId: on.caseId } }, here, 'm1');
    await resume();
    await resume();
    expect((await world.parts.cases.load(on.caseId)).filter(({ type }) => type === 'CaseResumed')).toHaveLength(1);
  });
});

describe('an older card', () => {
  const words = (state: { answers: ReadonlyMap<string, { words?: string }> }) => state.answers.get('PV1')?.words;
  const left = { verb: 'show', screen: 'summary', from: 'PV1' } as const;

  it('does not bring back older words that were left in its box', async () => {
    const { press, on, state } = await opened();
    await press({ verb: 'answer', ...on, prompt: 'PV1', part: 'matters', choices: [], words: 'my garden' });
    const then = (await state()).rev;
    await press({ verb: 'answer', ...on, rev: then, prompt: 'PV1', part: 'matters', choices: [], words: 'my garden and tea' });
    await press({ ...left, ...on, rev: then, words: 'my garden' });
    expect(words(await state())).toBe('my garden and tea');
  });
  it('adds what was typed into its box to what was said since', async () => {
    const { press, on, state } = await opened();
    await press({ verb: 'answer', ...on, prompt: 'PV1', part: 'matters', choices: [], words: 'my garden' });
    await press({ ...left, ...on, words: 'and tea' });
    await press({ ...left, ...on, words: 'and tea' });
    expect(words(await state())).toBe('my garden\nand tea');
  });
  it('offers what was typed into it beside what stands now, and loses none of it on the way to a worry', async () => {
    for (const title of ['Use both', 'I’m worried']) {
      const { press, on, state } = await opened();
      const answer = (said: string) => press({ verb: 'answer', ...on, prompt: 'PV1', part: 'matters', choices: [], words: said });
      await answer('my garden');
      const card = readCardText((await answer('and tea')).shown.card);
      const { verb, data } = card.pressables.find((pressable) => pressable.title === title)!;
      const again = readCardAction({ verb, data: { ...data, [card.boxes[0]!.id]: 'and tea' } });
      if (again.ok) await press(again.action);
      expect(words(await state())).toBe('my garden\nand tea');
    }
  });
  it('offers only what was typed into it, not the older words that stood in its box', async () => {
    const { press, on, state } = await opened();
    const answer = (rev: number, choice: string, said: string) => press({ verb: 'answer', ...on, rev, prompt: 'PV4', part: 'sure', choice, choices: [], words: said });
    await answer(on.rev, '4', 'nobody rang back');
    const then = (await state()).rev;
    await answer(then, '5', 'one rang back');
    const card = readCardText((await answer(then, '6', 'nobody rang back')).shown.card);
    expect([card.boxes, card.pressables.some(({ title }) => title === 'Use both')]).toEqual([[], false]);
  });
  it('asks before it replaces an answer, also one that is being given at the same moment', async () => {
    const { press, on, state } = await opened();
    const answer = (choice: string) => press({ verb: 'answer', ...on, prompt: 'OP1', part: 'place', choice, choices: [] });
    const outcomes = await Promise.all([answer('private'), answer('near-fine')]);
    expect(outcomes.filter(({ shown }) => JSON.stringify(shown).includes('That card is an older one'))).toHaveLength(1);
    expect((await state()).rev).toBe(on.rev + 1);
  });
});

describe('in a place where others read', () => {
  const channel = { kind: 'channel', place: 'plan-review' } as const;
  it('takes nothing about a person, and shows nothing of a case', async () => {
    const { world, on, state } = await opened();
    const before = await state();
    const said = await world.take(wren, { kind: 'said', text: 'Mrs K fell again' }, channel);
    const pressed = await world.take(wren, { kind: 'pressed', action: { verb: 'show', ...on, screen: 'summary' } }, channel);
    for (const { shown, ownChat } of [said, pressed]) expect(JSON.stringify([shown, ownChat])).not.toMatch(/Mrs K|fell/);
    expect(await state()).toEqual(before);
  });
  it('says hello without a case', async () => {
    const { world } = await opened();
    expect(JSON.stringify((await world.take(wren, { kind: 'arrived' }, channel)).shown)).toContain('Plans can be reviewed here');
  });
});

it('what twenty people write at the same moment on the first day is taken, although each of them is to be put on the list of people', async () => {
  const world = new World({ administrators: ['ada'] });
  const people = Array.from({ length: 20 }, (_, index) => ({ id: `worker-${index}`, name: `Worker ${index}` }));
  const shown = await Promise.all(people.map((by) => world.take(by, { kind: 'said', text: 'help' }, { kind: 'personal', place: `chat-${by.id}` })));
  expect(new Set(shown.map(({ shown: { summary } }) => summary)).size).toBe(1);
  for (const by of people) await world.take(by, { kind: 'said', text: 'help' }, { kind: 'personal', place: `chat-${by.id}` });
  expect(organisationOf(await world.parts.organisation.load()).members.size).toBeGreaterThanOrEqual(people.length);
});
