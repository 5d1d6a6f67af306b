/** What was said, held against a catalogue by meaning: what ties an activity to the person, and what speaks against it, in the words of both sides. */
import type { OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import type { Concepts } from '../matching/concept';
import { leftOutBy, type Against } from '../matching/leftOut';
import { namedReasonsFor, placesMeeting, type Reason } from '../matching/rankServices';
import type { Wish } from '../matching/readWish';
import { rowOf } from '../matching/postings';
import type { ServiceIndex } from '../matching/serviceIndex';
import type { Activity } from './activity';
import { readCaseWish, tellsOfLetDown } from './caseWish';
import { indexOf } from './catalogueIndex';
import { servicesIndexOf } from './servicesIndex';
import type { Match, Tie } from './tie';

/** More would be looked at in vain: at most three are offered. */
const MOST_TIED = 150;
/** A tie that tells less than this would be a weak match, and a weak match is worse than none (domain guide, 1.2). */
const LEAST_TELLING = 0.3;
const LEAST_IN_PASSING = 0.5;

type ToMatch = {
  readonly conversation: Pick<Conversation, 'open' | 'answers'>;
  readonly observations: OpenCase['observations'];
  readonly activities: readonly Activity[];
  /** Asked for when the first activity is looked at. */
  readonly concepts: () => Concepts;
};

/** Returns the match. What costs time is done when it is first asked for. */
export function matchOf({ conversation, observations, activities, concepts }: ToMatch): Match {
  const said = once(() => readCaseWish(conversation, observations, concepts()));
  const index = once(() => servicesIndexOf(activities, concepts()));
  const against = once(() => leftOutBy(said().wish, index()));
  const placeOf = (id: string): number | undefined => indexOf(activities).placeOf.get(id);
  const ranked = once(() => placesMeeting(said().wish, index(), { most: MOST_TIED, out: against() }));
  const isRanked = once(() => new Set(ranked()));
  /** Below the best there may be more, but only when there were that many. */
  const mayBeTied = (place: number): boolean => ranked().length >= MOST_TIED || isRanked().has(place);
  const known = new Map<number, readonly Reason[]>();
  const tellingAt = (place: number): readonly Reason[] => {
    const before = known.get(place);
    if (before) return before;
    const telling = mayBeTied(place) ? withoutMereMeeting(namedReasonsFor(said().wish, index(), place).filter((reason) => isTelling(reason, said().wish))) : [];
    known.set(place, telling);
    return telling;
  };
  const letDown = new Map<string, boolean>();
  const isLetDown = (sentence: string): boolean => {
    const before = letDown.get(sentence) ?? tellsOfLetDown(sentence, concepts());
    letDown.set(sentence, before);
    return before;
  };
  const tied = once(() => ranked().filter((place) => tellingAt(place).length > 0));
  const tieOf = ({ wanted, offered, label, near }: Reason): Tie[] => {
    const where = said().saidOf(wanted);
    return where ? [{ said: where, offered, label, near }] : [];
  };
  return {
    tied,
    tiesOf: ({ id }) => {
      const place = placeOf(id);
      return place === undefined ? [] : tellingAt(place).flatMap(tieOf);
    },
    isLetDown,
    objectionTo: (activity, refusesGroups) => {
      const place = placeOf(activity.id);
      const found = place === undefined ? undefined : against().get(place);
      if (place === undefined || !found || !isAboutIt(found, { activity, place, refusesGroups }, index())) return undefined;
      const where = said().saidOf(found.turnedDown);
      return where && { said: where, offered: found.offered };
    },
  };
}

/**
 * A service that has it in its name is about it; further down in a listing only a pastime ties, because everybody offers
 * company and tea. Words that may mean several pastimes tie to none: a telescope is not for looking at birds alone.
 */
function isTelling({ tells, inTitle, wanted }: Reason, wish: Wish): boolean {
  if (tells < LEAST_TELLING) return false;
  const isPastime = wanted.concept.kind === 'interest';
  if (isPastime && wish.wanted.some((other) => other !== wanted && other.words === wanted.words && other.concept.kind === 'interest')) return false;
  return inTitle || (isPastime && tells >= LEAST_IN_PASSING);
}

/** A group, a club, one to one: how a thing is done is no reason for it, unless they named the thing as well. */
const withoutMereMeeting = (reasons: readonly Reason[]): readonly Reason[] => (reasons.every(({ wanted }) => wanted.concept.kind === 'company') ? [] : reasons);

/** Most of what a listing says. */
const MOSTLY = 0.6;

type Looked = { readonly activity: Activity; readonly place: number; readonly refusesGroups: boolean };

/**
 * "Hates buses" is no word against a choir that lies on a bus route. How many come is for the checks of the form to say,
 * where it is listed. "I am not a carer" says that a group for carers is not for them, which is no dislike.
 */
function isAboutIt({ turnedDown }: Against, { activity, place, refusesGroups }: Looked, { byStem }: ServiceIndex): boolean {
  if (typeof turnedDown === 'string') {
    const postings = byStem.get(turnedDown);
    const row = rowOf(postings, place);
    return postings !== undefined && row >= 0 && (postings.rows.inTitle[row] === 1 || postings.rows.shares[row]! > MOSTLY);
  }
  if (turnedDown.concept.kind === 'company') return activity.company === undefined && refusesGroups;
  return !(turnedDown.concept.kind === 'need' && turnedDown.mood === 'refused' && activity.madeFor);
}

function once<Value>(read: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: read() }).value;
}
