/** A picture, a voice message or a file is sent into the chat: none of it is read or kept, and that is said. */
import { readCardText } from '../../src/console/cardText';
import type { Outcome } from '../../src/app/turn';
import { World, wren } from '../support/talk';
import { openCase } from '../support/walk';

const chat = { kind: 'personal', place: 'chat-wren' } as const;
const send = (world: World, text: string): Promise<Outcome> => world.take(wren, { kind: 'said', text, hasFile: true }, chat);
const linesOf = ({ shown }: Outcome): string => readCardText(shown.card).lines.join('\n');

describe('a picture or a voice message', () => {
  it('without words is not taken for an answer, and the prompt stands with what to do', async () => {
    const world = new World();
    await openCase(world, { name: 'Mr Ode' });
    const { state } = await world.caseOf(wren);
    const shown = linesOf(await send(world, ' '));
    expect(shown).toMatch(/is not kept with me\. Please type what matters in it\.[\s\S]*anyone else hear/);
    expect((await world.caseOf(wren)).state.rev).toBe(state.rev);
  });

  it('with words has its words kept, and says that the rest is not', async () => {
    const world = new World();
    const talk = await openCase(world, { name: 'Mr Ode' });
    await talk.press('Private');
    await talk.say('skip');
    expect(linesOf(await send(world, 'She likes the garden in this one'))).toMatch(/is not kept with me/);
    expect(JSON.stringify([...(await world.caseOf(wren)).state.answers.values()])).toContain('She likes the garden');
  });

  it('without a case is answered too', async () => {
    expect(linesOf(await send(new World(), ''))).toMatch(/That was not kept[\s\S]*I read words only/);
  });
});
