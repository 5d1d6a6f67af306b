/** Somebody with many cases: each of them can be reached by a tap, and by its reference, closed ones too. */
import { Talk, World, wren } from '../support/talk';
import { openCase } from '../support/walk';

const names = Array.from({ length: 17 }, (_, at) => `Person ${String.fromCharCode(65 + at)}`);

/** Twelve open, the first of them with a concern; five closed. */
async function many(): Promise<Talk> {
  const world = new World();
  for (const [at, name] of names.entries()) {
    world.later(1);
    const talk = await openCase(world, { name, year: '1955' });
    if (at === 5) await talk.say('worried: nobody has seen her for days');
    if (at < 5) await (await (await talk.say('close')).press('They said no after talking')).press('Close the case', { [talk.card.boxes[0]!.label]: 'No time for it' });
  }
  return new Talk(world).arrive();
}

const named = (talk: Talk): readonly string[] => talk.card.pressables.filter(({ verb }) => verb === 'resume').map(({ title }) => title.slice(0, 8));

it('shows the latest of each first, says how many more there are, and whether one of them waits', async () => {
  const talk = await (await many()).say('cases');
  expect(named(talk)).toEqual([...names.slice(8).reverse(), ...names.slice(1, 5).reverse()]);
  expect(talk.text).toContain('4 more, one of them with a concern open.');
  await talk.press('More cases');
  expect(named(talk)).toEqual([...names.slice(5, 8).reverse(), names[0]]);
  expect(talk.has('More cases')).toBe(false);
  await talk.press('From the beginning');
  expect(named(talk)[0]).toBe(names[16]);
});

it('is gone back to by its name, typed after resume, and by no other words', async () => {
  const talk = await many();
  await talk.say(`resume ${names[7]}`);
  expect(talk.text.split('\n')[0]).toBe(names[7]);
  await talk.say('resume my old life');
  expect(talk.text).toContain('Kept: “resume my old life”');
  const { state } = await talk.world.caseOf(wren);
  expect([state.name, [...state.answers.values()].map(({ words }) => words)]).toEqual([names[7], ['resume my old life']]);
});

it('opens a closed one by its reference and by its name, and an open one rather', async () => {
  const talk = await many();
  const heads = await talk.world.parts.cases.headsOf(wren.id);
  const closed = heads.find(({ name }) => name === names[0])!;
  await talk.say(`resume ${closed.ref}`);
  expect(talk.text).toContain(names[0]);
  expect(talk.has('Open it again')).toBe(true);
  await talk.say(`resume: ${names[1]}`);
  expect(talk.text).toContain(names[1]);
  await talk.say('resume');
  expect(named(talk)[0]).toBe(names[16]);
});
