/** How long a press waits when presses come as they do from people: at their own times, whatever the bot is doing. */
import type { Length, Tell } from './figure';
import { percentile, rounded, spread } from './numbers';
import type { Bot, BotName, Loaded, Rig } from './rig';

/** Every link worker in England at a busy hour. */
const perSecond = 60;
const longestP99 = 25;
const lengths: Readonly<Record<Length, { readonly rounds: number; readonly seconds: number }>> = { quick: { rounds: 2, seconds: 5 }, usual: { rounds: 4, seconds: 6 }, full: { rounds: 5, seconds: 30 } };
const names: readonly BotName[] = ['plain', 'a', 'b', 'ours'];

export async function measurePace(rig: Rig, tell: Tell, length: Length): Promise<void> {
  const { rounds, seconds } = lengths[length];
  const bots: Bot[] = [];
  for (const name of names) bots.push(await rig.startWarm(name, length, tell));
  const results = new Map<BotName, Loaded[]>(names.map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const bot of bots) {
      const loaded = await rig.load(bot, { seconds, warmUpSeconds: 1, perSecond, workers: 200 });
      results.get(bot.name)!.push(loaded);
      tell.progress(`pace, round ${round} of ${rounds}, ${bot.name}: p50 ${rounded(percentile(loaded.latencies, 0.5))} ms, p99 ${rounded(percentile(loaded.latencies, 0.99))} ms`);
    }
  }
  await Promise.all(bots.map((bot) => bot.stop()));
  const p = (name: BotName, share: number) => rounded(percentile(results.get(name)!.flatMap(({ latencies }) => latencies), share));
  for (const name of names) {
    const loads = results.get(name)!;
    tell.figure({
      figure: `p99 at ${perSecond} turns/s, ${name}`,
      value: p(name, 0.99),
      unit: 'ms',
      p50: p(name, 0.5),
      p999: p(name, 0.999),
      turns: loads.reduce((sum, { turns }) => sum + turns, 0),
      ...(name === 'ours' ? { peer: 'bare botbuilder bot, one static card', peerValue: p('a', 0.99), ratio: rounded(p(name, 0.99) / p('a', 0.99)), goal: `under ${longestP99} ms`, met: p(name, 0.99) < longestP99 } : {}),
      noise: rounded(spread(loads.map(({ latencies }) => percentile(latencies, 0.99)))),
    });
  }
}
