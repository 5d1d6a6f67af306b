import { loadDesk } from '../../src/app/caseDesk';
import type { CardAction } from '../../src/cards/actions';
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
