/**
 * A small reading of who is spoken of: "one of the chaps at the bowls club", "the lady opposite", "her cousin's wife", "Jean
 * from church", "my mate Val". Those of the person's own home, and those who have the care of them, are left alone.
 */
import { withAside } from './asideClause';
import { endsAsParticiple, floors, sexOfWord, singularOf, subjects } from './grammarWords';
import { headOfMany } from './nounPhrase';
import { describedAt } from './nounPhraseCases';
import { kind } from './people';
import { hasPlace, isNearPlace, withPlace } from './placePhrase';
import type { Words } from './sentenceWords';
import type { Somebody } from './somebody';

/** The ways to name somebody; the first that stands there counts. */
const ways: readonly ((words: Words, at: number) => Somebody | undefined)[] = [partitive, titled, placedName, someone, describedAt];

/** The phrase that begins here, or undefined. */
export function somebodyAt(words: Words, at: number): Somebody | undefined {
  for (const way of ways) {
    const somebody = way(words, at);
    if (somebody) return withAside(words, somebody);
  }
  return undefined;
}

const stranger = { isStranger: true, isMine: false };

/** "one of the chaps at …", "some of her neighbours". */
function partitive(words: Words, at: number): Somebody | undefined {
  if (!words.is(kind.parts, at)) return undefined;
  const of = words.plain(at + 1) === 'of' ? at + 1 : at + 2;
  if (words.plain(of) !== 'of' || !(words.is(kind.owners, of + 1) || words.isIn(pointers, of + 1))) return undefined;
  const { people } = words;
  const singular = (on: number): string => singularOf(words.plain(on));
  const head = headOfMany(words, of + 2, singular, people);
  if (head === undefined || people.is(kind.home, singular(head)) || words.is(kind.labels, head)) return undefined;
  const isOne = words.isIn(onlyOne, at);
  return withPlace(words, { ...stranger, first: at, last: head, sex: isOne ? people.sexOf(singular(head)) : 'many' });
}
const pointers = new Set(['the', 'those', 'these']);
const onlyOne = new Set(['one', 'another']);

/** "Mr Adeyemi at 14", "old Mrs Khan from the chapel". */
function titled(words: Words, at: number): Somebody | undefined {
  const title = words.plain(at) === 'old' ? at + 1 : at;
  const [name, next] = [title + 1, title + 2];
  if (!words.is(kind.titles, title) || name > words.to || words.isApart(next)) return undefined;
  const isPlaced = words.isIn(afterTitled, next) || words.isNextDoor(next);
  return isPlaced && !isNearPlace(words, next) ? withPlace<Somebody>(words, { ...stranger, first: at, last: name, sex: sexOfWord(words.plain(title))!, name: words.plain(name) }) : undefined;
}
const afterTitled = new Set([...floors, 'at', 'from', 'across', 'along', 'below', 'above']);

/** "Someone in her book club", "Somebody she knows". */
function someone(words: Words, at: number): Somebody | undefined {
  const next = at + 1;
  if (!words.is(kind.someone, at) || words.isApart(next)) return undefined;
  const isPlaced = hasPlace(words, next) && !isNearPlace(words, next);
  const isKnown = words.isIn(subjects, next) && words.is(kind.meets, next + 1);
  return isPlaced || isKnown ? withPlace<Somebody>(words, { ...stranger, first: at, last: at, sex: 'either' }) : undefined;
}

/** "Jean from church", "Keith downstairs", "old Ali at the corner shop". */
function placedName(words: Words, at: number): Somebody | undefined {
  if (words.is(kind.epithets, at)) {
    const of = words.isCapital(at + 1) && !words.isApart(at + 1) ? placedName(words, at + 1) : undefined;
    return of && { ...of, first: at };
  }
  if (!isFirstName(words, at) || words.isApart(at + 1)) return undefined;
  return isAtHome(words, at + 1) || isAtHaunt(words, at + 1) ? withPlace<Somebody>(words, { ...stranger, first: at, last: at, sex: 'either', name: words.plain(at) }) : undefined;
}

/** At the beginning of a line other words have a capital too. */
function isFirstName(words: Words, at: number): boolean {
  if (!words.isCapital(at) || words.isPossessive(at)) return false;
  const isOtherWord = words.is(kind.person, at) || words.is(kind.helpers, at) || words.is(kind.notNames, at);
  return !isOtherWord && !endsAsParticiple(words.plain(at)) && !words.plain(at).endsWith('ly');
}

/** "downstairs", "next door", "over the road". */
const isAtHome = (words: Words, at: number): boolean => words.isIn(floors, at) || words.isNextDoor(at) || (words.plain(at) === 'over' && words.plain(at + 2) === 'road');

/** "from church", "at the corner shop", not "at 14" nor "from the bank". */
function isAtHaunt(words: Words, at: number): boolean {
  if (!words.isIn(comingFrom, at) || !(words.is(kind.haunts, at + 1) || words.isIn(ofTheHaunt, at + 1))) return false;
  return !words.is(kind.nearPlaces, at + 1) && !isNearPlace(words, at) && !words.isNumber(at + 1);
}
const comingFrom = new Set(['from', 'at']);
const ofTheHaunt = new Set(['the', 'her', 'his', 'my', 'our']);
