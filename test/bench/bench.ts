/** Runs what was asked for, one figure after the other. */
import type { Figure, Length, Tell } from './figure';
import { measureThroughput } from './throughput';
import { profileTurns } from './profile';
import { Rig } from './rig';

export type Asked = { readonly length: Length; readonly only: readonly string[]; readonly port: number; readonly tell: Tell };

const needsBots = { throughput: measureThroughput };
export const names: readonly string[] = Object.keys(needsBots);

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
  const rig = await new Rig(port).open();
  try {
    for (const [name, measure] of Object.entries(needsBots)) if (only.length === 0 || only.includes(name)) await measure(rig, kept, length);
  } finally {
    await rig.close();
  }
  return figures;
}

/** Where the time of a turn goes, as lines of text. */
export async function profile(port: number, tell: Tell, seconds: number): Promise<string[]> {
  const rig = await new Rig(port).open();
  try {
    return await profileTurns(rig, tell, seconds);
  } finally {
    await rig.close();
  }
}
