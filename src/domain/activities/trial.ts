/** One activity held against what one person told, and the ways a check can come out. */
import type { PromptId } from '../framework/framework';
import type { MeaningKind } from '../framework/meaning';
import type { Source } from '../plan/frozenPlan';
import type { Activity } from './activity';
import type { Change, CheckId, CheckResult, FitName } from './option';
import { factOf, promptOffering, type Told } from './told';

/** Their own words weigh most, then what they ticked, then the experience that they want. */
export type Link = { readonly kind: 'words' | 'interest' | 'role' | 'wants'; readonly text: string; readonly from: readonly Source[] };

export type Trial = {
  readonly activity: Activity;
  readonly told: Told;
  /** What ties the activity to the person. */
  readonly links: readonly Link[];
  /** What the same people run besides, for a smaller or gentler sibling by the same people. */
  readonly others: readonly Activity[];
  /** ISO day. */
  readonly today: string;
  /** Whole years reached this year; undefined when it is not recorded. */
  readonly age?: number;
  /** A fall, or the fear of one, stands open: the leader should know about falls. */
  readonly unsteady: boolean;
};

/**
 * One of the twelve checks. `restsOn`: all of a listing that decides how the check comes out for a given person, though
 * not how it is worded, so that what comes out once holds for every activity of which the directory says the same.
 * Absent where it rests on more than the listing. `changesWhenHeard`: what link workers heard of an activity bears on it.
 */
export type Check = {
  readonly check: CheckId;
  readonly read: (trial: Trial) => CheckResult;
  readonly restsOn?: (listed: Pick<Trial, 'activity' | 'others'>) => readonly unknown[];
  readonly changesWhenHeard?: true;
};

/** Which of the three pairs a check belongs to (domain guide, 1.2). */
export const fitOfCheck: Readonly<Record<CheckId, FitName>> = {
  meaningful: 'po', experience: 'po', level: 'po', identity: 'po', day: 'po',
  reachable: 'pe', affordable: 'pe', adjustments: 'pe', 'safe-welcoming': 'pe', 'someone-to-start': 'pe',
  'open-now': 'eo', setting: 'eo',
};

export const yes = (check: CheckId, because: string, from: readonly Source[]): CheckResult => ({ check, fit: fitOfCheck[check], outcome: 'yes', because, from });

export const no = (check: CheckId, because: string, from: readonly Source[], change?: Change): CheckResult => ({ check, fit: fitOfCheck[check], outcome: 'no', because, from, ...(change && { change }) });

/** `kind` is the kind of meaning that would settle it; the prompt that offers it is looked up. */
export function notKnown(check: CheckId, because: string, { activity, told }: Trial, field: keyof Activity, kind?: MeaningKind): CheckResult {
  const settledBy: PromptId | undefined = kind && promptOffering(told, kind);
  return { check, fit: fitOfCheck[check], outcome: 'not-known', because, from: [factOf(activity, field)], ...(settledBy && { settledBy }) };
}

/** The directory does not say it. Only the people who run the activity can settle it. */
export const notListed = (check: CheckId, because: string, { activity }: Trial, field: keyof Activity, ...from: readonly Source[]): CheckResult => ({
  check, fit: fitOfCheck[check], outcome: 'not-known', because, from: [...from, factOf(activity, field)], askThem: true,
});

const gravity = ({ outcome, change }: CheckResult): number => (outcome === 'no' ? (change ? 2 : 3) : outcome === 'not-known' ? 1 : 0);

/** The gravest of several results for one check, the first among equals: one way out never hides what has none. The ways out of the others come with it. */
export function gravest(first: CheckResult, ...rest: readonly (CheckResult | undefined)[]): CheckResult {
  const worst = rest.reduce<CheckResult>((so, result) => (result && gravity(result) > gravity(so) ? result : so), first);
  if (worst.change === undefined) return worst;
  const more = [first, ...rest].flatMap((result) => (result && result !== worst && result.change ? [result.change] : []));
  return more.length === 0 ? worst : { ...worst, more };
}

/** Everything that has to change for a check that fails, each once. */
export const changesOf = ({ change, more = [] }: CheckResult): readonly string[] => [...new Set([...(change ? [change] : []), ...more].map(({ text }) => text))];

export const person = (text: string): Change => ({ side: 'person', text });
export const environment = (text: string): Change => ({ side: 'environment', text });
export const occupation = (text: string): Change => ({ side: 'occupation', text });

export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

export const pounds = (amount: number): string => `£${Number.isInteger(amount) ? amount : amount.toFixed(2)}`;
