/** Several lanes at once, because a bot that starts leaves its people nothing to do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BotSettings } from './bot';
import { Lane, type LaneTold } from './lane';

export type CrashSettings = {
  readonly kills: number;
  readonly seed: number;
  readonly lanes: number;
  readonly workers: number;
  readonly main: BotSettings['main'];
  readonly mostMinutes: number;
  readonly say: (line: string) => void;
};
export type CrashTold = LaneTold & { readonly kills: number; readonly seconds: number; readonly folder: string | undefined };

const sayEvery = 10;

export async function runCrash({ kills, seed, lanes, workers, main, mostMinutes, say }: CrashSettings): Promise<CrashTold> {
  const folder = mkdtempSync(path.join(tmpdir(), 'threefold-crash-'));
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  let [begun, done] = [0, 0];
  const mayKill = () => begun < kills && seconds() < mostMinutes * 60 && (begun += 1) > 0;
  const onKill = () => {
    done += 1;
    if (done % sayEvery === 0) say(`${done} of ${kills} kills, ${seconds()} s`);
  };
  const told = await Promise.all(Array.from({ length: lanes }, (_, index) => new Lane({ name: `lane${index}`, folder, seed: seed * 1_000 + index * 200, workers, main, mayKill, onKill }).run()));
  const sum = (what: Exclude<keyof LaneTold, 'problems'>) => told.reduce((all, lane) => all + lane[what], 0);
  const problems = [...told.flatMap((lane) => lane.problems), ...(done < kills ? [`Only ${done} of ${kills} kills in ${seconds()} seconds.`] : [])];
  if (problems.length === 0) rmSync(folder, { recursive: true, force: true });
  return {
    kills: done, seconds: seconds(), problems, folder: problems.length === 0 ? undefined : folder,
    underWay: sum('underWay'), starting: sum('starting'), presses: sum('presses'), again: sum('again'), decisions: sum('decisions'), cases: sum('cases'), plans: sum('plans'), copies: sum('copies'),
  };
}
