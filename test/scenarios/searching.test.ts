/** Looking through the whole list of activities: in a case, where what is found is held against the person, and without one. */
import { Talk, World, wren } from '../support/talk';
import { openCase } from '../support/walk';

const withCase = async (name = 'Mrs Kowalska'): Promise<{ world: World; talk: Talk }> => {
  const world = new World();
  return { world, talk: await openCase(world, { name }) };
};
const stateOf = async (world: World) => (await world.caseOf(wren)).state;
/** The names of what was found, in order. */
const foundIn = async (world: World): Promise<string[]> => (await world.caseOf(wren)).search()!.hits.map(({ activity }) => activity.name);

describe('without a case', () => {
  it('asks for words where the box was left empty, and only then', async () => {
    const talk = await new Talk(new World()).say('search');
    expect(talk.text).not.toContain('a few words first');
    await talk.press('Search');
    expect(talk.text).toContain('Please write a few words first.');
    await talk.press('Search', { 'Look for': 'gardening' });
    expect(talk.text).toContain('What was found');
  });

  it('offers to look again to whoever types more, which is remembered nowhere without a case', async () => {
    const talk = await new Talk(new World()).say('find: gardening, walking or singing');
    await talk.say('more');
    expect(talk.text).toContain('Find an activity');
    expect(talk.text).not.toContain('No case is open');
  });

  it('goes on with other words when they were changed, from their first page, and with the same when the box is empty', async () => {
    const talk = await new Talk(new World()).say('find: gardening, walking or singing');
    expect(talk.text).toMatch(/1 to 3 of \d+/);
    const page = talk.find('Show more');
    const asked = async (words: string): Promise<string> => (await talk.pressAgain(page, { ...page.data, find__r0: words })).text;
    expect(await asked('gardening, walking or singing')).toMatch(/4 to 6 of/);
    expect(await asked('')).toMatch(/4 to 6 of/);
    expect(await asked('cooking')).toMatch(/(?:1 to \d|1) of \d+/);
    expect(JSON.stringify(talk.json)).toContain('cooking');
  });
});

describe('in a case', () => {
  it('tells whom to ring, before it is chosen and behind the steps of the plan', async () => {
    const { talk } = await withCase();
    await talk.say('find: gardening');
    await talk.press('Where from?');
    expect(talk.text).toMatch(/In its listing.*Contact: 01632 960\d{3}/s);
    await talk.say('find: gardening');
    await talk.press('Choose this');
    await talk.say('plan');
    await talk.press(/^Change step 2 Ask if they may be told/);
    expect(talk.text).toMatch(/In its listing.*Contact: 01632 960\d{3}/s);
  });

  it('shows three at a time, and what is chosen from the next page goes into the plan', async () => {
    const { world, talk } = await withCase();
    await talk.say('options');
    await talk.press('Search', { 'Look through the whole list': 'gardening, walking or singing' });
    expect(talk.text).toMatch(/What was found/);
    const first = await foundIn(world);
    expect(first).toHaveLength(3);
    expect(talk.text).toMatch(/1 to 3 of \d+/);
    await talk.press('Show more');
    const next = await foundIn(world);
    expect(next.filter((name) => first.includes(name))).toEqual([]);
    expect(talk.text).toMatch(/4 to 6 of \d+/);
    const { activity } = (await world.caseOf(wren)).search()!.hits[0]!;
    await talk.press('Choose this');
    expect((await stateOf(world)).chosen).toMatchObject({ activity: activity.id });
    expect((await world.caseOf(wren)).chosen()?.activity.name).toBe(activity.name);
  });

  it('says what of the words each one meets, and what is otherwise', async () => {
    const { talk } = await withCase();
    await talk.say('find: gardening on a Sunday');
    expect(talk.text).toMatch(/You looked for “gardening”\. Its listing says “/);
    expect(talk.text).toMatch(/It is not on a Sunday\.|on a Sunday is not listed\./);
  });

  it('is what “more” asks for while it was done last', async () => {
    const { world, talk } = await withCase();
    await talk.say('find: gardening, walking or singing');
    const first = await foundIn(world);
    await talk.say('more');
    expect(await foundIn(world)).not.toEqual(first);
  });

  it('keeps words that were typed into its box when another button is pressed', async () => {
    const { world, talk } = await withCase();
    await talk.say('options');
    await talk.press('Where things stand', { 'Look through the whole list': 'bell ringing for Mrs Kowalska' });
    const { observations, searches } = await stateOf(world);
    const kept = [...observations.map(({ words }) => words), ...searches.map(({ words }) => words)];
    expect(kept).toEqual(['bell ringing for Mrs Kowalska']);
  });

  it('keeps as an unmet need what nobody offers, and not who asked for it', async () => {
    const { world, talk } = await withCase();
    await talk.say('find: an observatory on a Sunday');
    await talk.press('Keep it as unmet');
    const kept = (await world.parts.learnt.load()).filter(({ type }) => type === 'NeedUnmet');
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('Kowalska');
  });

  it('says why it may not be chosen what they turned down, and offers no button for it', async () => {
    const { world, talk } = await withCase();
    await talk.say('noticed: She hates knitting and never wants to see wool again');
    await talk.say('find: knitting');
    const reading = await world.caseOf(wren);
    const [knitting] = reading.search()!.hits;
    expect(reading.standingOf(knitting!.activity.id)?.gate?.gate).toBe('disliked');
    expect(talk.card.pressables.filter(({ verb, data }) => verb === 'choose-option' && data['activity'] === knitting!.activity.id)).toEqual([]);
  });

  it('reads the same for anybody: another name changes no line', async () => {
    const shown = async (name: string): Promise<string> => {
      const { talk } = await withCase(name);
      await talk.say('find: something with animals near the library');
      return talk.text.replaceAll(name, 'NAME');
    };
    expect(await shown('Fatima Noor')).toBe(await shown('John Smith'));
  });
});

describe('without a case', () => {
  it('begins with a button of the first card, and says nothing about a person', async () => {
    const talk = await new Talk(new World()).arrive();
    await talk.press('Find an activity');
    await talk.press('Search', { 'Look for': 'singing or walking' });
    expect(talk.text).toMatch(/What was found/);
    expect(talk.has('Choose this')).toBe(false);
    expect(talk.text).not.toMatch(/They said|Is it me|Fits/);
    await talk.press('Show more', { 'Look for': 'singing or walking' });
    expect(talk.text).toMatch(/4 to \d of \d|4 of 4/);
    expect(await talk.world.parts.cases.headsOf(wren.id)).toEqual([]);
  });

  it('keeps what stands in its box when nothing is found', async () => {
    const talk = await new Talk(new World()).arrive();
    await talk.say('find: an observatory');
    expect(talk.text).toMatch(/Nothing was found/);
    expect(JSON.stringify(talk.json)).toContain('"value":"an observatory"');
  });
});
