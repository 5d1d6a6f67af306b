import { gatherCorrections } from '../src/proposals';
import { Talk, worldOf } from './support/talk';

it('gathers what was moved in every case, and nothing when nothing was', async () => {
  const world = worldOf('execute');
  const talk = await new Talk(world).arrive();
  await talk.press('Write up afterwards');
  await talk.press('Open the case', { 'Preferred name': 'Mr T', 'Your note': 'She fell on the wet step in June. Her sister rings every Sunday.' });
  expect(await gatherCorrections(world.parts.cases, false)).toEqual([]);
  await talk.press('Home instead');
  await talk.press(/^Keep all/);
  expect(await gatherCorrections(world.parts.cases, false)).toEqual([{ proposed: 'PC2', chosen: 'EP1', words: 'fell on', times: 1 }]);
});
