/** From the command to the first answered turn. */
import type { Length, Tell } from './figure';
import { median, rounded, spread } from './numbers';
import type { BotName, Rig } from './rig';

const times: Readonly<Record<Length, number>> = { quick: 3, usual: 6, full: 15 };
const longest = 1500;

const kinds: readonly { readonly figure: string; readonly name: BotName; readonly served: boolean }[] = [
  { figure: 'cold start of a bare botbuilder bot', name: 'a', served: false },
  { figure: 'cold start of the built bot', name: 'ours', served: false },
  { figure: 'cold start of npm run serve', name: 'ours', served: true },
];

export async function measureStart(rig: Rig, tell: Tell, length: Length): Promise<void> {
  const took = new Map<string, number[]>(kinds.map(({ figure }) => [figure, []]));
  // The first round is not counted: it may have to build, and reads the files from the disk.
  for (let round = 0; round <= times[length]; round++) {
    for (const { figure, name, served } of kinds) {
      const began = performance.now();
      const bot = await rig.start(name, { served });
      // One link worker, one press: the token is checked with keys that were never fetched before.
      await rig.load(bot, { seconds: 20, warmUpSeconds: 0, workers: 1, turns: 1 });
      if (round > 0) took.get(figure)!.push(performance.now() - began);
      await bot.stop();
    }
    if (round > 0) tell.progress(`start, round ${round} of ${times[length]}: ${kinds.map(({ figure }) => `${figure} ${Math.round(took.get(figure)!.at(-1)!)} ms`).join(', ')}`);
  }
  const bare = median(took.get(kinds[0]!.figure)!);
  for (const { figure, name, served } of kinds) {
    const value = median(took.get(figure)!);
    tell.figure({
      figure,
      value: rounded(value),
      unit: 'ms to the first answered turn',
      best: rounded(Math.min(...took.get(figure)!)),
      ...(name === 'a' ? {} : { peer: 'a bare botbuilder bot', peerValue: rounded(bare), ratio: rounded(value / bare) }),
      ...(served ? { goal: `under ${longest} ms`, met: value < longest } : {}),
      noise: rounded(spread(took.get(figure)!)),
    });
  }
}
