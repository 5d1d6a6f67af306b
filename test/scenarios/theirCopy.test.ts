/** The person is asked how they would like their copy of the plan: it can be taken from the chat, in their words, and goes nowhere by itself. */
import { sam } from '../support/talk';
import { inChannel, posted } from './postedPlan';

const minute = 1 / 1440;

async function agreed() {
  const { world, talk } = await posted();
  world.later(minute);
  await inChannel(world, sam).press('Agree');
  world.later(minute);
  return { world, talk };
}
const copyOn = ({ card }: { readonly card: { readonly boxes: readonly { readonly label: string; readonly value: string }[] } }): string => card.boxes.find(({ label }) => label === 'Select all of it and copy it')?.value ?? '';

describe('their copy of the plan', () => {
  it('is one tap from the agreed plan, in their words, with how they would like it', async () => {
    const { talk } = await agreed();
    await talk.say('plan');
    await talk.press('Their copy');
    expect(talk.text).toContain('Agreed, as version 1.');
    expect(talk.text).toContain('How they would like it:');
    expect(talk.text).toContain('Nothing is sent from here');
    const text = copyOn(talk);
    expect(text).toMatch(/^What matters to me\n“/);
    expect(text).toContain('What we will do\n1. ');
    expect(text).toContain('My link worker does this.');
    expect(text).not.toMatch(/\b(?:tier|F\d\d|safety action|version)\b/i);
  });

  it('is shown when it is asked for in words, also before the plan is agreed, and then says so', async () => {
    const { talk } = await posted();
    await talk.say('their copy');
    expect(talk.text).toContain('Draft: not agreed yet.');
    expect(copyOn(talk)).not.toBe('');
    expect(talk.text).not.toContain('Ask first what is safe');
  });

  it('warns while somebody at home may do harm, and holds nothing of it', async () => {
    const { talk } = await agreed();
    await talk.say('He hits me when he has been drinking');
    await talk.say('copy');
    expect(talk.text).toContain('Ask first what is safe');
    expect(copyOn(talk)).not.toMatch(/hits me|drinking/);
    await talk.say('concerns');
    await talk.press(/○ open/);
    await talk.press('Record and go on', { 'Who has taken this on': 'Ida Brook', 'What they will do': 'Rings her at work' });
    await talk.say('copy');
    expect(talk.text).toContain('Ask first what is safe');
    expect(copyOn(talk)).not.toMatch(/Ida|Brook|at work/);
  });

  it('posts nothing: the channel stays as it was', async () => {
    const { world, talk } = await agreed();
    const before = inChannel(world, sam).text;
    await talk.say('copy');
    await talk.press('Back to the plan');
    expect(inChannel(world, sam).text).toBe(before);
  });
});
