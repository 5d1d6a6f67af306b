/** How a person would get to an activity, and how long it takes. */
import type { Meaning } from '../framework/meaning';
import type { Activity } from './activity';
import { says, valuesTold, type Told } from './told';

/** `minutes` is one way. `means` is the answer that says they can go this way. */
export type Way = { readonly by: string; readonly minutes: number; readonly means: Meaning };

const ways: readonly { readonly value: string; readonly by: string; readonly minutes: (activity: Activity) => number | undefined }[] = [
  { value: 'walk', by: 'on foot', minutes: ({ travel }) => travel?.walk },
  { value: 'wheels', by: 'by wheelchair or scooter', minutes: ({ travel, access }) => (access.includes('step-free') ? travel?.walk : undefined) },
  { value: 'bus', by: 'by bus', minutes: ({ travel }) => travel?.bus },
  { value: 'lift', by: 'by car', minutes: ({ travel }) => travel?.car },
  { value: 'car', by: 'by car', minutes: ({ travel }) => travel?.car },
  { value: 'taxi', by: 'by taxi', minutes: ({ travel }) => travel?.car },
];

export const comesToThem = ({ kind }: Activity): boolean => kind === 'online' || kind === 'phone' || kind === 'home';

/** The ways that they named and that lead there, the quickest first. */
export function waysThere(activity: Activity, told: Told): readonly Way[] {
  return ways
    .filter(({ value }) => says(told, `travel:${value}`))
    .flatMap(({ value, by, minutes }) => {
      const taken = minutes(activity);
      return taken === undefined ? [] : [{ by, minutes: taken, means: `travel:${value}` }];
    })
    .sort((a, b) => a.minutes - b.minutes);
}

/** The longest journey that they can manage, in minutes; undefined when they did not say. */
export function longestJourney(told: Told): number | undefined {
  const minutes = valuesTold(told, 'minutes').map(Number);
  return minutes.length === 0 ? undefined : Math.min(...minutes);
}

/** Minutes for ordering options: nothing for what comes to them, the quickest way otherwise, and last what cannot be reached. */
export function nearness(activity: Activity, told: Told): number {
  if (comesToThem(activity) || activity.travel?.pickUp) return 0;
  return waysThere(activity, told)[0]?.minutes ?? activity.travel?.bus ?? activity.travel?.walk ?? activity.travel?.car ?? Number.MAX_SAFE_INTEGER;
}
