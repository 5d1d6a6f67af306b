/** Far more than one card can hold was typed into a card that cannot take it: all of it comes back, in the chat of whoever typed it. */
import { readCardText } from '../../src/console/cardText';
import { jo, Talk, wren } from '../support/talk';
import { cardIn, TeamsWorld } from '../support/teamsWorld';
import { openCase } from '../support/walk';

it('gives back every word, one card after another, and to nobody else', async () => {
  const world = await new TeamsWorld().open();
  await openCase(world, { name: 'Ms Amaryllis' });
  const { caseId } = await world.caseOf(wren);
  const words = Array.from({ length: 3000 }, (_, index) => `word${index}`);
  const talk = await new Talk(world, jo).arrive();
  await talk.pressAgain({ title: '', verb: 'observe', data: {} }, { caseId, rev: 1, words: words.join(' ') });
  await world.room.settled();
  const sent = world.room.connector.seenIn(`chat-${jo.id}`).map(({ activity }) => readCardText(cardIn(activity)).lines.join(' '));
  const back = [talk.text, ...sent].join(' ').split(/\s/);
  expect(words.filter((word) => !back.includes(word))).toEqual([]);
  expect(sent.map((text) => /Part \d of \d/.exec(text)?.[0]).filter((part) => part !== undefined)).toEqual(['Part 2 of 5', 'Part 3 of 5', 'Part 4 of 5', 'Part 5 of 5']);
  expect(JSON.stringify(world.room.connector.seenIn(`chat-${wren.id}`))).not.toContain('word2999');
  await world.close();
}, 60_000);
