/** A command that was mistyped is kept as words, like everything that is typed; one tap takes it back out and does what was meant. */
import { type Talk, World, wren } from '../support/talk';
import { openCase } from '../support/walk';

async function atOwnWords(): Promise<Talk> {
  const talk = await openCase(new World(), { name: 'Ms A', way: 'On the phone' });
  while ((await talk.world.caseOf(wren)).step?.prompt.id !== 'OP4') await talk.say('next');
  return talk;
}
const wordsAt = async ({ world }: Talk, prompt: string) => (await world.caseOf(wren)).state.answers.get(prompt)?.words;

describe('a mistyped command', () => {
  it.each([
    ['clsoe', 'close', /How does this end\?/],
    ['Summray', 'summary', /Where Ms A stands/],
    ['hlep', 'help', /What you can type/],
    ['conerns.', 'concerns', /Nothing is open|Who else may need to know/],
    ['optoins', 'options', /Options/],
  ])('"%s" is kept, and one tap takes it back out and does what was meant', async (typed, command, shows) => {
    const talk = await atOwnWords();
    await talk.say(typed);
    expect(talk.text).toContain(`Kept: “${typed}”`);
    expect(await wordsAt(talk, 'OP4')).toBe(typed);
    await talk.press(`I meant “${command}”`);
    expect(talk.text).toMatch(shows);
    const { state, step } = await talk.world.caseOf(wren);
    expect([state.answers.has('OP4'), step?.prompt.id]).toEqual([false, 'OP4']);
    const events = await talk.world.parts.cases.load((await talk.world.caseOf(wren)).caseId);
    expect(events.some((event) => event.type === 'PromptAnswered' && event.words === typed)).toBe(true);
  });

  it('takes out itself alone: what was said before and after it stays', async () => {
    const talk = await atOwnWords();
    await talk.say('My knees are bad');
    await talk.say('back');
    await talk.say('clsoe');
    const offered = talk.find('I meant “close”');
    await talk.say('back');
    await talk.say('And I am lonely');
    await talk.pressAgain(offered);
    await talk.pressAgain(offered);
    expect(await wordsAt(talk, 'OP4')).toBe('My knees are bad\nAnd I am lonely');
  });

  it('keeps what stands in the box of the next card', async () => {
    const talk = await atOwnWords();
    await talk.say('clsoe');
    await talk.press('I meant “close”', { 'In their words': 'My garden' });
    expect(await wordsAt(talk, 'PV1')).toBe('My garden');
  });

  it.each(['plants', 'shop', 'I lose heart', 'tea', 'closer', 'My sister Summer', 'close to home', 'text'])('is not seen in "%s"', async (said) => {
    const talk = await atOwnWords();
    await talk.say(said);
    expect(talk.card.pressables.filter(({ title }) => title.startsWith('I meant'))).toEqual([]);
  });

  it('is understood in a few more words', async () => {
    const talk = await atOwnWords();
    for (const words of ['close the case', 'Close case']) expect((await talk.say(words)).text).toContain('How does this end?');
    expect((await talk.say('new case')).text).toContain('A new case');
  });
});
