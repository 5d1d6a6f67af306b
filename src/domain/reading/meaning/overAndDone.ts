/**
 * A past that is told to its end: "Drank two bottles a night. Stopped with the alcohol team's help, seven years dry."
 * That it ended and that this is long ago must both be said, in the sentences after it; how the time of it is named
 * ("before the new knee", "for the years her mum was ill") may stand for one of the two. Where any sentence soon after
 * says that it is back, or tells of these last days, it stays open: doubt goes up.
 */
import type { Cue } from '../cues/cue';
import type { Around } from '../cues/findCues';
import { cueAt, type ToldHit, type ToldKind } from '../cues/told';
import { isOfNow } from './thenAndNow';
import type { Token } from '../words/tokens';
import { namesYear } from './years';

/** Sentences after the telling within which it is said how it ended, and within which it may come back. */
const reach = 2;
const backWithin = 4;
/** Words of "before …" or "until …" within which stands what ended it. */
const untilWords = 8;

const why = 'told to its end, long ago';

type Heard = { readonly around: Around; readonly hits: readonly ToldHit[]; readonly isLongAgo: boolean; readonly isBack: boolean };

/** For each sentence the words that say that what it tells is over, or undefined. Linear in the text's length. */
export function overIn(tokens: readonly Token[], heard: readonly Around[], told: readonly (readonly ToldHit[])[]): readonly (Cue | undefined)[] {
  const all = heard.map((around, at): Heard => heardOf(around, told[at]!));
  return all.map((one, at) => {
    if (isOfNow(one.around) || !isTold(one.around)) return undefined;
    if (all.slice(at, at + backWithin + 1).some(({ isBack }) => isBack)) return undefined;
    const hit = setAgainst(one, all[at + 1]) ?? (finds(one, 'justNow') ? undefined : endedBy(all, at));
    return hit && cueAt(tokens, hit, 'over', why);
  });
}

function heardOf(around: Around, hits: readonly ToldHit[]): Heard {
  const isLongAgo = namesYear(around) || hits.some((hit) => hit.kind === 'longTime' && isTimeSince(around, hit));
  return { around, hits, isLongAgo, isBack: hits.some((hit) => hit.kind === 'backAgain' && !isNone(around, hit)) };
}

/** "no relapse", "herself again" */
const isNone = ({ word }: Around, { first, last }: ToldHit): boolean => noes.has(word(first - 1)) || (word(last) === 'again' && isWell.has(word(last - 1)));
const noes = new Set(['no', 'not', 'never', 'without', 'nor', 'nothing']);

const isWell = new Set(['himself', 'herself', 'themselves', 'myself', 'well', 'happy', 'smiling', 'laughing', 'walking', 'driving', 'working', 'dancing', 'singing', 'playing', 'swimming', 'feet', 'right', 'whole', 'living']);

const finds = ({ hits }: Heard, kind: ToldKind): ToldHit | undefined => hits.find((hit) => hit.kind === kind);

/** "married nine years", "the last two years", "three years old": how long it has gone on. */
const isTimeSince = ({ word }: Around, { first, last }: ToldHit): boolean => !goesOn.has(word(first - 1)) && word(last + 1) !== 'old';
const goesOn = new Set(['married', 'together', 'known', 'courting', 'wed', 'last', 'past', 'every', 'for', 'aged', 'age']);

/** Told in the past ("drank", "was sleeping", "slept"), and not of how things are. */
function isTold(around: Around): boolean {
  let isPast = false;
  for (let at = around.from; at <= around.to; at++) {
    if (present.has(around.word(at)) && around.word(at - 1) !== 'you') return false;
    if (around.is('pasts', at) || /..ed$/.test(around.word(at)) || irregular.has(around.word(at))) isPast = true;
  }
  return isPast;
}
const irregular = new Set(['living', 'heard', 'saw', 'felt', 'spoke', 'drove', 'taught', 'caught', 'brought', 'froze', 'chose', 'wrote', 'hung', 'stuck', 'struck', 'swung', 'spat', 'crept', 'wept', 'dealt', 'shot', 'slid', 'tore', 'bore', 'bent', 'forgot', 'drew', 'flew', 'clung', 'sank', 'shrank', 'stank', 'leant', 'dreamt', 'fed', 'done', 'been', 'were']);
const present = new Set(['can', 'will', 'shall', 'wants', 'feels', 'keeps', 'denies', 'thinks', 'wishes']);

/** What ends a thing is of its kind: being dry for years says nothing of a blow. */
const ends: readonly (readonly [of: ToldKind, ended: ToldKind])[] = [['ofDrink', 'endedDrink'], ['ofHome', 'endedHome'], ['ofMoney', 'endedMoney'], ['ofHarm', 'endedHarm'], ['ofCare', 'endedCare'], ['ofBirth', 'endedBirth']];

/** "Before the carers she … . Now it is …": what was before is set against what is now. */
function setAgainst({ around, hits }: Heard, next: Heard | undefined): ToldHit | undefined {
  if (!next || !hits.some(({ kind, first }) => kind === 'upTo' && first === around.from)) return undefined;
  return next.hits.find(({ kind, first }) => kind === 'byContrast' && first === next.around.from);
}

function endedBy(all: readonly Heard[], at: number): ToldHit | undefined {
  const one = all[at]!;
  const until = endedWithin(one);
  if (until) return until;
  for (let next = at + 1; next <= Math.min(at + reach, all.length - 1); next++) {
    const hit = endedIn(one, all[next]!, all[next + 1]);
    if (hit) return hit;
  }
  return undefined;
}

function endedIn(one: Heard, after: Heard, then: Heard | undefined): ToldHit | undefined {
  const years = finds(after, 'yearsOn');
  if (years) return years;
  const stage = finds(one, 'lifeStage');
  const isLongAgo = one.isLongAgo || after.isLongAgo || then?.isLongAgo === true;
  const ended = finds(after, 'ended') ?? firstOf(ends, ([of, each]) => (finds(one, of) ? finds(after, each) : undefined));
  const freely = ended ?? (stage || finds(one, 'sometime') ? finds(after, 'endedFreely') : undefined);
  const isGrown = finds(after, 'ageNow') ?? (then && finds(then, 'ageNow'));
  if ((freely && isLongAgo) || (ended && isGrown)) return freely;
  return stage && (after.isLongAgo || (ended && finds(after, 'wellNow'))) ? stage : undefined;
}

function firstOf<Item, Found>(items: readonly Item[], found: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const hit = found(item);
    if (hit) return hit;
  }
  return undefined;
}

/** "until we got him into the almshouse", "before the new knee": the words that say up to when say what ended it. */
function endedWithin(one: Heard): ToldHit | undefined {
  const isEnd = ({ kind }: ToldHit): boolean => kind === 'ended' || ends.some(([of, each]) => kind === each && finds(one, of) !== undefined);
  return one.hits.find((from) => from.kind === 'upTo' && one.hits.some((hit) => isEnd(hit) && hit.first >= from.first && hit.first - from.first <= untilWords));
}
