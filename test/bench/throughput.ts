/** Full guided turns as fast as they are answered, beside bots that do less; rounds take turns so that a busy machine slows all of them. */
import type { Length, Tell } from './figure';
import { median, percentile, rounded, spread } from './numbers';
import type { Bot, BotName, Loaded, Rig } from './rig';

const lengths: Readonly<Record<Length, { readonly rounds: number; readonly seconds: number }>> = { quick: { rounds: 3, seconds: 2 }, usual: { rounds: 6, seconds: 3 }, full: { rounds: 9, seconds: 6 } };
const warmUpSeconds = 0.5;
const told: Readonly<Record<BotName, string>> = {
  ours: 'guided turns, signed, stored in SQLite on disk',
  a: 'bare botbuilder bot, one static card',
  'a-signed': 'bare botbuilder bot, one static card, signed',
  b: 'botbuilder-dialogs waterfall, ten prompts, MemoryStorage',
  c: 'Microsoft 365 Agents SDK, one static card',
  plain: 'node:http, the same answer',
};

type Rounds = ReadonlyMap<BotName, Loaded[]>;
const perSecond = (rounds: readonly Loaded[]): number[] => rounds.map(({ turns, seconds }) => turns / seconds);
const cpuOf = (rounds: readonly Loaded[]): number | undefined => (rounds.every(({ cpuPerTurn }) => cpuPerTurn !== undefined) ? median(rounds.map(({ cpuPerTurn = 0 }) => cpuPerTurn)) : undefined);

export async function measureThroughput(rig: Rig, tell: Tell, length: Length, names: readonly BotName[] = ['plain', 'a', 'a-signed', 'b', 'c', 'ours']): Promise<void> {
  const { rounds, seconds } = lengths[length];
  const running: Bot[] = [];
  for (const name of names) running.push(await rig.startWarm(name, length, tell));
  const results = new Map<BotName, Loaded[]>(names.map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const bot of running) {
      const loaded = await rig.load(bot, { seconds, warmUpSeconds });
      results.get(bot.name)!.push(loaded);
      tell.progress(`round ${round} of ${rounds}, ${bot.name}: ${Math.round(loaded.turns / loaded.seconds)} turns/s, p99 ${rounded(percentile(loaded.latencies, 0.99))} ms`);
    }
  }
  await Promise.all(running.map((bot) => bot.stop()));
  for (const name of names) tellOne(name, results, tell);
}

function tellOne(name: BotName, results: Rounds, tell: Tell): void {
  const rounds = results.get(name)!;
  const value = median(perSecond(rounds));
  const latencies = rounds.flatMap((round) => round.latencies);
  const cpu = cpuOf(rounds);
  tell.figure({
    figure: `throughput ${name}`,
    value: rounded(value),
    unit: 'turns/s',
    what: told[name],
    p50: rounded(percentile(latencies, 0.5)),
    p99: rounded(percentile(latencies, 0.99)),
    ...(cpu === undefined ? {} : { cpuMsPerTurn: rounded(cpu) }),
    bytesPerAnswer: Math.round(median(rounds.map(({ bytes, turns }) => bytes / turns))),
    noise: rounded(spread(perSecond(rounds))),
    ...(name === 'ours' ? { updatesPerTurn: rounded(median(rounds.map(({ updates, turnsInAll }) => updates / turnsInAll))), cases: rounds.reduce((sum, { cases }) => sum + cases, 0) } : {}),
  });
  if (name === 'ours') for (const peer of ['b', 'a', 'a-signed', 'c'] as const) if (results.has(peer)) tellRatio(peer, value, results, tell);
}

const goals: Partial<Record<BotName, { readonly goal: string; readonly least: number }>> = { b: { goal: 'more than b', least: 1 }, a: { goal: 'at least 0.7 of a', least: 0.7 } };

function tellRatio(peer: BotName, ours: number, results: Rounds, tell: Tell): void {
  const rounds = results.get(peer)!;
  const peerValue = median(perSecond(rounds));
  const ratio = ours / peerValue;
  const wanted = goals[peer];
  const cpu = [cpuOf(results.get('ours')!), cpuOf(rounds)] as const;
  tell.figure({
    figure: `throughput ours to ${peer}`,
    value: rounded(ratio),
    unit: 'times',
    peer: told[peer],
    peerValue: rounded(peerValue),
    ratio: rounded(ratio),
    ...(cpu[0] === undefined || cpu[1] === undefined ? {} : { ratioByCpu: rounded(cpu[1] / cpu[0]) }),
    ...(wanted === undefined ? {} : { goal: wanted.goal, met: ratio >= wanted.least }),
    noise: rounded(Math.max(spread(perSecond(rounds)), spread(perSecond(results.get('ours')!)))),
  });
}
