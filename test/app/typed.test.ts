import { mrsK } from '../scenarios/people';
import { Talk, World, wren } from '../support/talk';
import { upToOptions } from '../support/walk';

const options = (): Promise<Talk> => upToOptions(new World(), mrsK, { name: 'Mrs K', year: '1955' });
const state = async (talk: Talk) => (await talk.world.caseOf(wren)).state;

describe('typed while no case is open', () => {
  it.each(['summary', 'who can see', 'plan', 'pause'])('“%s” is told that it needs a case, and nothing is taken for a note', async (typed) => {
    const talk = new Talk(new World());
    await talk.say(typed);
    expect(talk.text).toContain('No case is open');
    expect(talk.text).not.toContain('What you typed');
  });
  it('“hello” is greeted', async () => {
    const talk = new Talk(new World());
    await talk.say('hello');
    expect(talk.text).toContain('Threefold');
    expect(talk.text).not.toContain('No case is open');
  });
  it.each([['What can you do?', 'What you can type'], ['my cases', 'cases']])('what a button says is what it does: “%s”', async (typed, shows) => {
    const talk = new Talk(new World());
    await talk.say(typed);
    expect(talk.text).toContain(shows);
    expect(talk.text).not.toContain('What you typed');
  });
});

describe('typed while the options are shown', () => {
  it('an activity’s name chooses it', async () => {
    const talk = await options();
    const [first] = (await talk.world.caseOf(wren)).options().options;
    await talk.say(first!.activity.name.toLowerCase());
    expect((await state(talk)).chosen?.activity).toBe(first!.activity.id);
  });
  it.each([['Not now', 'not-now'], ['something else.', 'something-else'], ['Nothing fits', 'something-else']])('“%s” is that answer', async (typed, choice) => {
    const talk = await options();
    await talk.say(typed);
    expect((await state(talk)).answers.get('AP2')?.choices).toEqual([choice]);
  });
  it.each(['Not now', 'Nothing fits'])('after “%s” nobody is asked how the first time there would be easier', async (typed) => {
    const talk = await options();
    await talk.say(typed);
    expect(talk.text).not.toContain('the first time easier');
    expect((await talk.world.caseOf(wren)).step?.prompt.id).not.toBe('AP3');
  });
  it.each(['Not now', 'Nothing fits'])('after “%s” nobody is asked what could go wrong with a step, or how sure they are of it, until there is one', async (typed) => {
    const talk = await options();
    await talk.say(typed);
    expect((await talk.world.caseOf(wren)).step?.prompt.topic).toMatch(/^Review/);
    await talk.say('plan');
    await talk.press('Add a step');
    await talk.press('The link worker does it', { 'What will happen': 'Ring her sister', When: 'On Friday' });
    expect(talk.text).toMatch(/Ring her sister\nlink worker\s· On Friday/);
    await talk.press('Go on talking');
    expect((await talk.world.caseOf(wren)).step?.prompt.topic).not.toMatch(/^Review/);
  });
  it('“Nothing fits” says what was kept', async () => {
    const talk = await options();
    await talk.say('Nothing fits');
    expect(talk.text).toContain('Kept as a local need that nothing meets yet.');
  });
  it('each button leads somewhere else than to the same card', async () => {
    const talk = await options();
    expect(talk.has('Something else')).toBe(false);
  });
  it('other words are kept as a note', async () => {
    const talk = await options();
    await talk.say('She would rather ask her sister first.');
    expect((await state(talk)).notes.map(({ text }) => text)).toEqual(['She would rather ask her sister first.']);
  });
});

describe('typed after an activity is chosen', () => {
  it('“rang” asks what was heard, “reply” what they answered; before that they are told what comes first', async () => {
    const talk = await options();
    await talk.say('rang');
    expect(talk.has(/^I rang/)).toBe(false);
    expect(talk.text).toContain('Choose an activity first');
    await talk.press('See options');
    await talk.press('Choose this');
    const { name } = (await state(talk)).chosen!;
    await talk.say('rang');
    expect(talk.text).toContain(`Please ring ${name}`);
    await talk.press(/^I rang: it is still so/);
    await talk.say('reply');
    await talk.press('They said yes');
    expect((await talk.world.parts.learnt.load()).map(({ type }) => type).sort()).toEqual(['ActivityChecked', 'IntroductionAnswered']);
  });
});

describe('a day that is typed where one is asked for', () => {
  const askedWhen = async (): Promise<Talk> => {
    const talk = await options();
    await talk.say('Not now');
    expect(talk.text).toContain('When shall we look at it together?');
    return talk;
  };

  it.each([['next Tuesday', '2026-11-10', 'Tuesday 10 November 2026'], ['15 February', '2027-02-15', 'Monday 15 February 2027'], ['End of March.', '2027-03-31', 'Wednesday 31 March 2027']])('“%s” is that day, told as it was understood, and no words of the plan', async (typed, day, told) => {
    const talk = await askedWhen();
    await talk.say(typed);
    expect(talk.text).toContain(`Kept: ${told}.`);
    const body = (await talk.world.caseOf(wren)).plan();
    expect([body.review?.on, body.ifHarder]).toEqual([day, []]);
  });

  it.each([['31/02', 'could not read that day'], ['yesterday', 'has gone already'], ['1 November', 'has gone already']])('“%s” is asked again, and stands nowhere in the plan', async (typed, says) => {
    const talk = await askedWhen();
    await talk.say(typed);
    expect(talk.text).toContain(says);
    expect(talk.text).toContain('When shall we look at it together?');
    expect((await talk.world.caseOf(wren)).plan()).toMatchObject({ ifHarder: [] });
    expect((await talk.world.caseOf(wren)).plan().review).toBeUndefined();
  });
});
