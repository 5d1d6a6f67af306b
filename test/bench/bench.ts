/** Runs what was asked for, one figure after the other. */
import type { Figure, Length, Tell } from './figure';
import { measureAnalysis } from './analysis';
import { measureCosmos } from './cosmos';
import { measureGrowth, measureStored } from './growth';
import { measureMachine } from './machine';
import { measureMemory } from './memory';
import { measurePace } from './pace';
import { profileTurns } from './profile';
import { measureMatching } from './matching';
import { measureOptions } from './options';
import { measureReading } from './reading';
import { Rig } from './rig';
import { measureStart } from './start';
import { measureThroughput } from './throughput';

export type Asked = { readonly length: Length; readonly only: readonly string[]; readonly port: number; readonly tell: Tell };

type Measure = (rig: Rig, tell: Tell, length: Length) => Promise<void>;

/** Those that need a quiet machine come first. */
const measures: Readonly<Record<string, Measure>> = {
  machine: async (rig, tell) => measureMachine(rig, tell),
  throughput: measureThroughput,
  pace: measurePace,
  start: measureStart,
  analysis: async (_rig, tell, length) => measureAnalysis(tell, length),
  reading: async (_rig, tell, length) => measureReading(tell, length),
  matching: async (_rig, tell, length) => measureMatching(tell, length),
  options: async (_rig, tell, length) => measureOptions(tell, length),
  growth: measureGrowth,
  stored: measureStored,
  cosmos: async (_rig, tell) => measureCosmos(tell),
  memory: measureMemory,
};
export const names: readonly string[] = Object.keys(measures);

/** Returns the figures. Throws when something could not be measured. */
export async function bench({ length, only, port, tell }: Asked): Promise<Figure[]> {
  const figures: Figure[] = [];
  const kept: Tell = {
    progress: tell.progress,
    figure: (figure) => {
      figures.push(figure);
      tell.figure(figure);
    },
  };
  await withRig(port, async (rig) => {
    for (const [name, measure] of Object.entries(measures)) if (only.length === 0 || only.includes(name)) await measure(rig, kept, length);
  });
  return figures;
}

/** Where the time of a turn goes, as lines of text. */
export const profile = (port: number, tell: Tell, seconds: number): Promise<string[]> => withRig(port, (rig) => profileTurns(rig, tell, seconds));

async function withRig<Value>(port: number, work: (rig: Rig) => Promise<Value>): Promise<Value> {
  const rig = await new Rig(port).open();
  try {
    return await work(rig);
  } finally {
    await rig.close();
  }
}
