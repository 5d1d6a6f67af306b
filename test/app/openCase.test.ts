import { readCardText } from '../../src/console/cardText';
import type { CardAction } from '../../src/cards/actions';
import { refsFrom } from '../../src/domain/case/ref';
import { memoryCaseStore } from '../../src/store/memoryStore';
import { World, wren } from '../support/talk';
import { headAt, opened } from '../store/contract';

const here = { kind: 'personal', place: 'chat-wren' } as const;
const form = { verb: 'open-case', mode: 'notes', form: 'f1', name: 'Mrs K', year: '', referral: 'Lonely since June', note: 'She likes her garden.' } as const;
const textsOf = (outcome: Awaited<ReturnType<World['take']>>): string => (outcome.shown.rest ?? []).map(({ card }) => readCardText(card).lines.join('\n')).join('\n');

describe('the form of a new case, sent twice', () => {
  const send = (world: World, change: Partial<Extract<CardAction, { verb: 'open-case' }>> = {}) => world.take(wren, { kind: 'pressed', action: { ...form, ...change } }, here);

  it('is one case, and nothing is given back when nothing else was typed', async () => {
    const world = new World();
    await send(world);
    expect(textsOf(await send(world))).toBe('');
    expect(await world.parts.cases.headsOf(wren.id)).toHaveLength(1);
  });

  it('gives back what was typed in between, which the case has not got', async () => {
    const world = new World();
    await send(world);
    const again = textsOf(await send(world, { note: 'She likes her garden. Her son moved out.', name: 'Mrs Kay' }));
    expect(again).toContain('Her son moved out.');
    expect(again).toContain('Mrs Kay');
    expect(again).not.toContain('Lonely since June');
  });

  it('keeps words that cannot wait, whichever press brought them', async () => {
    const world = new World();
    await send(world);
    await send(world, { note: 'She wants to end her life tonight.' });
    expect((await world.caseOf(wren)).state.observations.map(({ words }) => words).join()).toContain('end her life tonight');
  });
});

it('has a reference by which it is found again, however many are taken', async () => {
  const cases = memoryCaseStore();
  for (const [index, ref] of refsFrom('f1').slice(0, 12).entries()) await cases.append(`c${index}`, 0, [opened('Mrs X')], { ...headAt(`c${index}`, 1), ref });
  const world = new World({}, cases);
  await world.take(wren, { kind: 'pressed', action: form }, here);
  const [head] = await cases.headsOf(wren.id);
  for (const ref of [head!.ref, head!.ref.toLowerCase().replace('-', ' ')]) expect((await world.take(wren, { kind: 'said', text: `resume ${ref}` }, here)).shown.caseId).toBe(head!.caseId);
  expect(head!.ref).toMatch(/^[A-Z]+-\d+$/);
});
