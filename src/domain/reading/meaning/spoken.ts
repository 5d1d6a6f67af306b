/**
 * Of whom the sentences before speak: "Told me about his uncle. He drank …", "Her brother is in Leeds. He drinks".
 * "He" means the brother when the person is a woman, or when the sentence before was about nobody but him; else it may be
 * the person, and doubt goes up.
 */
import type { PeopleRule } from '../cues/cues';
import { edgeAt, type Around, type PersonHit, type Span } from '../cues/findCues';
import { hasOwner, phraseStart } from '../people/kinPhrase';
import { ownerOf, type Person } from '../people/pronouns';
import { isToldOfThen } from './thenAndNow';
import type { ToldHit } from '../cues/told';
import { whoseClass } from '../people/whoseClass';

export type Spoken = {
  readonly hit: PersonHit;
  readonly whose: PeopleRule['whose'];
  readonly person?: Person;
  /** Nobody else was spoken of: "she" is she, though the person is a woman too. */
  readonly isTopic: boolean;
};

/** Sentences over which somebody is spoken of without being named again. */
const mostSentences = 4;

/** For each sentence of whom those before it speak, or undefined. */
export function spokenOfIn(heard: readonly Around[], told: readonly (readonly ToldHit[])[]): readonly (Spoken | undefined)[] {
  let spoken: Spoken | undefined;
  let person: Person | undefined;
  let left = 0;
  return heard.map((around, at) => {
    const before = left > 0 ? spoken : undefined;
    const named = around.people.filter((hit) => !around.tokens[hit.last]!.possessive && (!hit.person.isOwnedOnly || hasOwner(around, hit)));
    person ??= personIn(around, named[0]);
    const next = named.length > 0 ? whoIsSpokenOf(around, named, told[at]!, person) : undefined;
    if (named.length > 0 || returns(around)) {
      spoken = next;
      left = mostSentences;
    }
    left -= 1;
    return before?.isTopic && !isOfTheTopic(around, before.hit) ? { ...before, isTopic: false } : before;
  });
}

/** An uncle of whom the person told goes on being spoken of in the past; "he wants …, he said" is the person. */
function isOfTheTopic(around: Around, { person }: PersonHit): boolean {
  if (person.isRemote !== true) return isToldOfThen(around);
  for (let at = around.from; at <= around.to; at++) if (around.is('reporting', at) || around.is('visiting', at)) return false;
  return true;
}

/** "he" or "Mrs" before anybody else is named is the person; so is the owner of who is named first. */
function personIn(around: Around, first: PersonHit | undefined): Person | undefined {
  for (let at = around.from; at < (first?.first ?? around.to + 1); at++) {
    if (around.is('males', at)) return 'male';
    if (around.is('females', at) || around.word(at) === 'her') return 'female';
  }
  const owner = first && ownerOf(around, first.first);
  return owner === 'speaker' ? undefined : owner;
}

/** The person is named or spoken for again. */
function returns(around: Around): boolean {
  for (let at = around.from; at <= around.to; at++) if (['pt', 'patient', 'client', 'cl', 'mr', 'mrs', 'ms', 'miss', 'himself', 'herself'].includes(around.word(at))) return true;
  return false;
}

function whoIsSpokenOf(around: Around, named: readonly PersonHit[], told: readonly ToldHit[], person: Person | undefined): Spoken | undefined {
  const topic = topicOf(around, named, told);
  const hit = topic ?? named.at(-1)!;
  const owner = ownerOf(around, hit.first);
  if (owner === 'speaker' || reportsIt(around, hit)) return undefined;
  const known = person ?? owner;
  return { hit, whose: whoseClass(around, hit), isTopic: topic !== undefined, ...(known ? { person: known } : {}) };
}

/** "Told me about his uncle"; "The organist …", when nothing in the sentence is done to the person. */
function topicOf(around: Around, named: readonly PersonHit[], told: readonly ToldHit[]): PersonHit | undefined {
  const about = told.find(({ kind }) => kind === 'speaksOf');
  const spokenOf = about && named.find(({ first }) => first > about.last && phraseStart(around, { first, last: first } as PersonHit) - about.last <= 2);
  if (spokenOf) return spokenOf;
  const [hit] = named;
  return hit?.person.isRemote === true && phraseStart(around, hit) === around.from && !isDoneToThePerson(around, hit) ? hit : undefined;
}

function isDoneToThePerson(around: Around, { last }: Span): boolean {
  for (let at = last + 1; at <= around.to; at++) if (around.is('objects', at) && !(around.is('owners', at) && isOwner(around, at))) return true;
  return false;
}

/** "her bag", not "visits her." nor "found her on …". */
const isOwner = (around: Around, at: number): boolean => at < around.to && edgeAt(around, at + 1) === 'none' && !around.is('governing', at + 1) && !around.is('joining', at + 1);

/** "Her brother rang." brings news of the person. */
function reportsIt(around: Around, { last }: PersonHit): boolean {
  for (let at = last + 1; at <= Math.min(around.to, last + 3); at++) if (around.is('reporting', at) || around.is('visiting', at)) return true;
  return /[:]/.test(around.tokens[last + 1]?.before ?? '');
}
