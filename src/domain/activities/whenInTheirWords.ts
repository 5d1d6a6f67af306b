/** A directory that says "around night shifts" speaks to somebody who says "I work night shifts". */
import type { Source } from '../plan/frozenPlan';
import type { Activity } from './activity';
import { quoted, sourceOf } from './links';
import { mentionsOf } from './spoken';
import { stemsOf } from '../reading/words/stems';
import type { Told } from './told';

const ordinary = new Set(stemsOf('am pm to noon midnight monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays weekday weekdays day days daily week weeks every first second third fourth last and at a an the in of or on once any most that suit suits you with agreed before after around times time'));

type When = NonNullable<Activity['when']>;
const pairs = new WeakMap<When, readonly (readonly string[])[]>();

/** Two words next to each other are asked for, because one ("night") says too little. Worked out once for an activity. */
function pairsOf(when: When): readonly (readonly string[])[] {
  const known = pairs.get(when);
  if (known) return known;
  const stems = stemsOf(when.text);
  const found = stems.slice(1).map((stem, at) => [stems[at]!, stem]).filter((pair) => !pair.some((stem) => ordinary.has(stem) || /^\d+$/.test(stem)));
  pairs.set(when, found);
  return found;
}

export function whenInTheirWords({ when }: Activity, told: Told): { readonly quoted: string; readonly source: Source } | undefined {
  for (const pair of when ? pairsOf(when) : []) {
    const mention = mentionsOf(pair, told.spoken).find(({ mood }) => mood !== 'somebody-else');
    if (mention) return { quoted: quoted(mention.quote), source: sourceOf(mention) };
  }
  return undefined;
}
