/** Where the time of our turns goes: the processor profile of a bot under load, by function and by part. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tell } from './figure';
import { percentile, rounded } from './numbers';
import type { Rig } from './rig';

type CallFrame = { readonly functionName: string; readonly url: string; readonly lineNumber: number };
type Profile = { readonly nodes: readonly { readonly id: number; readonly callFrame: CallFrame; readonly children?: readonly number[] }[]; readonly samples: readonly number[]; readonly timeDeltas: readonly number[] };

const most = 45;

export async function profileTurns(rig: Rig, tell: Tell, seconds: number): Promise<string[]> {
  const bot = await rig.start('ours', { node: ['--require', path.join(__dirname, 'profiler.cjs')] });
  tell.progress('warming up');
  await rig.load(bot, { seconds: 60, turns: 3000, warmUpSeconds: 0 });
  tell.progress(`${seconds} s of guided turns under the profiler`);
  bot.signal('SIGUSR2');
  const loaded = await rig.load(bot, { seconds, warmUpSeconds: 0 });
  bot.signal('SIGUSR2');
  await bot.stop();
  if (!existsSync(rig.profile)) throw new Error('Node wrote no profile.');
  const profile = JSON.parse(readFileSync(rig.profile, 'utf8')) as Profile;
  return [
    `${Math.round(loaded.turns / loaded.seconds)} turns/s under the profiler, p50 ${rounded(percentile(loaded.latencies, 0.5))} ms, p99 ${rounded(percentile(loaded.latencies, 0.99))} ms, ${loaded.cases} cases, longest ${loaded.longest} cards, ${rounded(loaded.updates / loaded.turns)} updates a turn, ${rounded(loaded.cpuPerTurn ?? Number.NaN)} ms of processor a turn`,
    '',
    'by part, itself',
    ...lines(selfTimes(profile, ({ url }) => partOf(url))),
    '',
    'by function, itself',
    ...lines(selfTimes(profile, nameOf)),
    '',
    'by function of ours, with all it calls',
    ...lines(wholeTimes(profile, (part) => part.startsWith('ours'))),
    '',
    'by function of packages, with all it calls',
    ...lines(wholeTimes(profile, (part) => !part.startsWith('ours') && part !== 'node' && part !== 'built in')),
  ];
}

/** Samples are taken at uneven distances; each counts for the time since the one before. */
function timesById({ samples, timeDeltas }: Profile): Map<number, number> {
  const times = new Map<number, number>();
  samples.forEach((id, index) => times.set(id, (times.get(id) ?? 0) + (timeDeltas[index] ?? 0)));
  return times;
}

const isIdle = ({ functionName }: CallFrame): boolean => functionName === '(idle)' || functionName === '(program)' || functionName === '(root)';

function selfTimes(profile: Profile, keyOf: (frame: CallFrame) => string): Map<string, number> {
  const times = timesById(profile);
  const sums = new Map<string, number>();
  for (const { id, callFrame } of profile.nodes) {
    if (isIdle(callFrame)) continue;
    const key = callFrame.functionName === '(garbage collector)' ? callFrame.functionName : keyOf(callFrame);
    sums.set(key, (sums.get(key) ?? 0) + (times.get(id) ?? 0));
  }
  return sums;
}

/** A function that calls itself counts once. */
function wholeTimes(profile: Profile, isMeant: (part: string) => boolean): Map<string, number> {
  const times = timesById(profile);
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const sums = new Map<string, number>([['everything', 0]]);
  const add = (key: string, time: number) => void sums.set(key, (sums.get(key) ?? 0) + time);
  const visit = (id: number, above: ReadonlySet<string>): number => {
    const { callFrame, children = [] } = nodes.get(id)!;
    const key = nameOf(callFrame);
    const counts = isMeant(partOf(callFrame.url)) && !above.has(key);
    const below = counts ? new Set([...above, key]) : above;
    const whole = (isIdle(callFrame) ? 0 : (times.get(id) ?? 0)) + children.reduce((sum, child) => sum + visit(child, below), 0);
    if (counts) add(key, whole);
    return whole;
  };
  add('everything', visit(profile.nodes[0]!.id, new Set()));
  return sums;
}

const lines = (sums: ReadonlyMap<string, number>): string[] => {
  const all = sums.get('everything') ?? [...sums.values()].reduce((sum, time) => sum + time, 0);
  return [...sums]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([key, time]) => `${((100 * time) / all).toFixed(1).padStart(6)} %  ${key}`);
};

const plainPath = (url: string): string => (url.startsWith('file:') ? fileURLToPath(url) : url).replaceAll('\\', '/');

function partOf(url: string): string {
  const file = plainPath(url);
  if (file === '') return 'built in';
  if (file.startsWith('node:')) return 'node';
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
  return inPackage ?? `ours/${/\/dist\/([^/]+)/.exec(file)?.[1] ?? ''}`;
}

function nameOf({ functionName, url, lineNumber }: CallFrame): string {
  const file = plainPath(url);
  const short = file.replace(/^.*\/(?:node_modules|dist)\//, '');
  return `${functionName === '' ? '(no name)' : functionName}  ${short}${file === '' ? '' : `:${lineNumber + 1}`}`;
}
