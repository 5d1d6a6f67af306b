/**
 * What link workers heard of an activity, laid over what its listing says. It lasts through every import, and gives way
 * only to a later check: by somebody who rang, or by a newer date in the listing.
 */
import type { Learnt } from '../learnt/learnt';
import type { Activity, Catalogue, Heard } from './activity';

const nothingHeard: Heard = { well: 0, accepted: 0, declined: 0, silent: 0, days: [] };
const known = new WeakMap<readonly Learnt[], ReadonlyMap<string, Heard>>();

/** By the id of the activity. The same list is read once. */
export function heardIn(learnt: readonly Learnt[]): ReadonlyMap<string, Heard> {
  const before = known.get(learnt);
  if (before) return before;
  const heard = new Map<string, Heard>();
  for (const one of learnt) if (one.type !== 'NeedUnmet' && one.type !== 'TagsSettled') heard.set(one.activity, added(heard.get(one.activity) ?? nothingHeard, one));
  known.set(learnt, heard);
  return heard;
}

type OfActivity = Exclude<Learnt, { type: 'NeedUnmet' | 'TagsSettled' }>;
const later = (a: string | undefined, b: string): string => (a === undefined || a < b ? b : a);

/** In any order: days say what came after what. On one day the trouble of a visit gives way to a call, which is the later look. */
function added(heard: Heard, one: OfActivity): Heard {
  switch (one.type) {
    case 'ActivityTried':
      return one.found === 'well' ? { ...heard, well: heard.well + 1, lastWell: later(heard.lastWell, one.day) } : withTrouble(heard, one.found, one.day);
    case 'ActivityChecked':
      return one.heard === 'still-so' ? { ...heard, checked: later(heard.checked, one.day) } : withTrouble(heard, one.heard, one.day);
    case 'IntroductionAnswered':
      return replied(heard, one);
  }
}

const withTrouble = (heard: Heard, what: NonNullable<Heard['trouble']>['what'], day: string): Heard => (heard.trouble && heard.trouble.day >= day ? heard : { ...heard, trouble: { what, day } });

function replied(heard: Heard, { reply, days }: Extract<OfActivity, { type: 'IntroductionAnswered' }>): Heard {
  const counted = { ...heard, ...(days === undefined ? {} : { days: [...heard.days, days] }) };
  if (reply === 'no-reply') return { ...counted, silent: heard.silent + 1 };
  return reply === 'accepted' ? { ...counted, accepted: heard.accepted + 1 } : { ...counted, declined: heard.declined + 1 };
}

const overlaid = new WeakMap<Catalogue, WeakMap<ReadonlyMap<string, Heard>, Catalogue>>();

/** The same list of activities, so that nothing made of it is made again. */
export function withHeard(catalogue: Catalogue, heard: ReadonlyMap<string, Heard>): Catalogue {
  if (heard.size === 0) return catalogue;
  const beside = overlaid.get(catalogue) ?? new WeakMap<ReadonlyMap<string, Heard>, Catalogue>();
  overlaid.set(catalogue, beside);
  const made = beside.get(heard) ?? { ...catalogue, heard };
  beside.set(heard, made);
  return made;
}

/** The activity as it is known now: checked when somebody looked last, and with the trouble that nobody has cleared since. */
export function asHeard(activity: Activity, { heard }: Pick<Catalogue, 'heard'>): Activity {
  const words = heard?.get(activity.id);
  if (words === undefined || activity.heard !== undefined) return activity;
  const { trouble, ...others } = words;
  const checked = words.checked === undefined ? activity.checked : later(activity.checked, words.checked);
  const listedSince = trouble !== undefined && activity.checked !== undefined && activity.checked.slice(0, 10) > trouble.day;
  const rangSince = trouble !== undefined && words.checked !== undefined && words.checked >= trouble.day;
  return { ...activity, ...(checked === undefined ? {} : { checked }), heard: trouble === undefined || listedSince || rangSince ? others : words };
}
