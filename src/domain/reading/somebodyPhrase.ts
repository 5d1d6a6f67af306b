/**
 * A small reading of who is spoken of: "one of the chaps at the bowls club", "the lady opposite", "her cousin's wife", "Jean
 * from church", "my mate Val". Those of the person's own home, and those who have the care of them, are left alone.
 */
import { edgeAt, type Span } from './findCues';
import { determiners, finds, functionWords, isAnybody, isHelper, isKin, isOfTheHome, isPerson, isRole, isTie, labels, nearPlaces, owners, places, reports, sexOf, speaks, type Sex } from './personNouns';
import { hasPlace, isNearPlace, withPlace } from './placePhrase';
import { isApartAt, isCapital, isNameAt, isVerbLike, plainAt, type Words } from './sentenceWords';

export type Somebody = Span & {
  readonly sex: Sex;
  /** Nobody's own: a stranger, a role, a friend's friend. Else a friend or a relative of the person. */
  readonly isStranger: boolean;
  /** Said by the speaker: "my mate". */
  readonly isMine: boolean;
  /** Whose they are, when that is said: "her mate". */
  readonly owner?: 'male' | 'female';
  readonly name?: string;
  /** "a lad had …": nothing says where. */
  readonly isBare?: boolean;
  /** Of somebody who has a name: "Edna's niece". */
  readonly isOfName?: boolean;
};

const mostDescribing = 4;

/** The phrase that begins here, or undefined. */
export function somebodyAt(words: Words, at: number): Somebody | undefined {
  const somebody = partOf(words, at) ?? titled(words, at) ?? placedName(words, at) ?? someone(words, at) ?? described(words, at);
  return somebody && overAside(words, somebody);
}

/** "The couple who run the chip shop, he …", "her mother in law I feel for, she …": not who lives with the person. */
function overAside(words: Words, somebody: Somebody): Somebody | undefined {
  const { last } = somebody;
  if (!isApartAt(words, last + 1) && ['he', 'she', 'i', 'we', 'they'].includes(plainAt(words, last + 1))) {
    const known = overAcquaintance(words, somebody);
    if (known !== somebody) return known;
  }
  if (isApartAt(words, last + 1) || !['who', 'that', 'i', 'he', 'she', 'we', 'they'].includes(plainAt(words, last + 1))) return somebody;
  for (let on = last + 2; on <= last + mostAsideWords && on < words.to; on++) {
    if (['lives', 'live', 'living', 'stays', 'staying', 'shares'].includes(plainAt(words, on)) && ['he', 'she', 'i', 'they'].includes(plainAt(words, last + 1))) return undefined;
    if (reports.has(plainAt(words, on)) || finds.has(plainAt(words, on)) || ['me', 'him', 'us'].includes(plainAt(words, on))) return somebody;
    if (!isApartAt(words, on)) continue;
    return ['he', 'she', 'they'].includes(plainAt(words, on)) && edgeAt(words, on) === 'comma' ? { ...somebody, last: on - 1 } : somebody;
  }
  return somebody;
}
const mostAsideWords = 9;

/** "The gentleman she sits with at dialysis is …": not for whom she works, nor with whom she lives. */
function overAcquaintance(words: Words, somebody: Somebody): Somebody | undefined {
  const from = somebody.last + 2;
  for (let on = from; on <= from + mostAsideWords && on <= words.to; on++) {
    const word = plainAt(words, on);
    if (['lives', 'live', 'living', 'stays', 'staying', 'shares', 'works', 'cleans', 'cooks', 'dates', 'dating', 'sees', 'seeing', 'married', 'fears', 'owes'].includes(word)) return undefined;
    if (on > from && (isApartAt(words, on) || ['and', 'but', 'because', 'so', 'he', 'she'].includes(word))) return somebody;
    if (on > from && isVerbLike(word) && !['been', 'to'].includes(word)) return { ...somebody, last: on - 1 };
  }
  return somebody;
}

const partsOf = new Set('one another some two three four several most many both all a half loads plenty none any'.split(' '));

/** "one of the chaps at …", "some of her neighbours". */
function partOf(words: Words, at: number): Somebody | undefined {
  const of = plainAt(words, at + 1) === 'of' ? at + 1 : at + 2;
  const isPart = plainAt(words, of) === 'of' && partsOf.has(plainAt(words, at));
  const inner = plainAt(words, of + 1);
  if (!isPart || !(owners.has(inner) || ['the', 'those', 'these'].includes(inner))) return undefined;
  const head = headAfter(words, of + 2);
  if (head === undefined || isOfTheHome(plural(words, head)) || labels.has(plainAt(words, head))) return undefined;
  const isOne = ['one', 'another'].includes(plainAt(words, at));
  const sex = sexOf(plural(words, head));
  return withPlace(words, { first: at, last: head, sex: isOne ? sex : 'many', isStranger: true, isMine: false });
}

/** "chaps" is many, and one of them is a chap. */
const plural = (words: Words, at: number): string => {
  const word = plainAt(words, at);
  return word === 'men' ? 'man' : word === 'women' ? 'woman' : word === 'ladies' ? 'lady' : word.replace(/s$/, '');
};

const sexOfTitle = new Map<string, Sex>([['mr', 'male'], ['mrs', 'female'], ['ms', 'female'], ['miss', 'female']]);

/** "Mr Adeyemi at 14", "old Mrs Khan from the chapel". */
function titled(words: Words, at: number): Somebody | undefined {
  const title = plainAt(words, at) === 'old' ? at + 1 : at;
  const sex = sexOfTitle.get(plainAt(words, title));
  if (!sex || words.tokens[title + 1] === undefined || title + 1 > words.to) return undefined;
  const next = title + 2;
  const isPlaced = !isApartAt(words, next) && (['at', 'from', 'opposite', 'upstairs', 'downstairs', 'across', 'along', 'below', 'above'].includes(plainAt(words, next)) || (plainAt(words, next) === 'next' && plainAt(words, next + 1) === 'door'));
  return isPlaced && !isNearPlace(words, next) ? withPlace(words, { first: at, last: title + 1, sex, isStranger: true, isMine: false, name: words.tokens[title + 1]!.plain }) : undefined;
}

/** "Someone in her book club", "Somebody she knows". */
function someone(words: Words, at: number): Somebody | undefined {
  const next = at + 1;
  if (!['someone', 'somebody'].includes(plainAt(words, at)) || isApartAt(words, next)) return undefined;
  const isPlaced = hasPlace(words, next) && !isNearPlace(words, next);
  const isKnown = ['he', 'she', 'i', 'they', 'we'].includes(plainAt(words, next)) && ['knows', 'know', 'met', 'knew', 'used', 'sits', 'plays', 'sings', 'volunteers', 'trains', 'swims', 'walks'].includes(plainAt(words, next + 1));
  return isPlaced || isKnown ? withPlace<Somebody>(words, { first: at, last: at, sex: 'either', isStranger: true, isMine: false }) : undefined;
}

const noNames = new Set('back home away out letter call phone message text email referral note news pain visit seen met spoke still just well sat living lives living works work working volunteers fine now lost fell falls nothing something everything anything money food help advice support feedback info'.split(' '));

/** "Jean from church", "Keith downstairs", "Ali at the corner shop". */
function placedName(words: Words, at: number): Somebody | undefined {
  if (['young', 'old', 'big', 'little', 'wee', 'poor'].includes(plainAt(words, at))) {
    const of = isCapital(words, at + 1) && !isApartAt(words, at + 1) ? placedName(words, at + 1) : undefined;
    return of && { ...of, first: at };
  }
  if (!isCapital(words, at) || words.tokens[at]!.possessive) return undefined;
  const word = plainAt(words, at);
  if (isPerson(word) || isHelper(word) || noNames.has(word) || /(?:ed|ing|ly)$/.test(word) || isApartAt(words, at + 1)) return undefined;
  const place = plainAt(words, at + 1);
  const isHere = ['downstairs', 'upstairs', 'opposite'].includes(place) || (place === 'next' && plainAt(words, at + 2) === 'door') || (place === 'over' && plainAt(words, at + 3) === 'road');
  const isThere = ['from', 'at'].includes(place) && !nearPlaces.has(plainAt(words, at + 2)) && !isNearPlace(words, at + 1) && !words.tokens[at + 2]?.number;
  if (!isHere && !isThere) return undefined;
  if (isThere && !['church', 'chapel', 'bingo', 'work', 'mosque', 'temple', 'school', 'college', 'number', 'choir', 'the', 'her', 'his', 'my', 'our'].includes(plainAt(words, at + 2))) return undefined;
  return withPlace<Somebody>(words, { first: at, last: at, sex: 'either', isStranger: true, isMine: false, name: word });
}

/** "a woman in her sewing circle", "her mate Val", "the foreman's cousin", "Cousin's wife in Sylhet". */
function described(words: Words, at: number): Somebody | undefined {
  const opens = plainAt(words, at);
  const isOwned = owners.has(opens);
  const isDetermined = determiners.has(opens) || opens === 'its';
  const chain = chainFrom(words, isOwned || isDetermined ? at + 1 : at);
  if (!chain) return undefined;
  const { head, owner } = chain;
  const word = plainAt(words, head);
  if (isOwned && isOfTheHome(word) && isLate(words, at, head)) return named(words, { first: at, last: head, sex: sexOf(word), isStranger: false, isMine: ['my', 'our', 'me'].includes(opens) });
  if (isKin(word) && isYoung(words, at, head)) return undefined;
  if (!isOwned && !isDetermined && (speaks.has(opens) || /(?:ed|ing)$/.test(opens)) && opens !== 'retired') return undefined;
  if (labels.has(word) || (words.tokens[head]!.possessive && !isContracted(words, head))) return undefined;
  const base = { first: at, last: head, sex: sexOf(word), isMine: ['my', 'our', 'me'].includes(opens) };
  if (owner !== undefined) return ofOwner(words, base, owner, isOwned || isDetermined, opens);
  if (isOwned) return (isOfTheHome(word) && !isPartnerInPlay(words, head)) || isHelper(word) || !(isTie(word) || isKin(word) || isRole(word) || isPartnerInPlay(words, head)) ? undefined : named(words, { ...base, isStranger: false, ...(opens === 'her' ? { owner: 'female' as const } : opens === 'his' ? { owner: 'male' as const } : {}) });
  if (isDetermined) return stranger(words, base, opens);
  if (!isOwned && ['he', 'she', 'i', 'they'].includes(plainAt(words, head + 1)) && ['used', 'knew', 'knows', 'met', 'worked', 'shared', 'shares'].includes(plainAt(words, head + 2)) && (isAnybody(word) || isTie(word))) return overRelative(words, { ...base, isStranger: true });
  if (!isOwned && isAnybody(word) && isLocal(words, head + 1)) return withPlace(words, { ...base, isStranger: true });
  if (['tenant', 'occupant', 'owner', 'occupier', 'neighbour'].includes(word) && ['previous', 'last', 'former', 'old'].includes(opens) && isVerbLike(plainAt(words, head + 1))) return { ...base, isStranger: true };
  if (!isOwned && isRole(word) && plainAt(words, head + 1) === 'of' && ['hers', 'his', 'theirs', 'mine'].includes(plainAt(words, head + 2))) return { ...base, last: head + 2, isStranger: true };
  return (isTie(word) || ['tenant', 'owner', 'occupant', 'occupier'].includes(word)) && hasPlace(words, head + 1) ? named(words, { ...base, isStranger: word !== 'friend' && word !== 'mate' }) : undefined;
}

/** "Wee man through the wall", "Lady next door". */
const isLocal = (words: Words, at: number): boolean => !isApartAt(words, at) && (['upstairs', 'downstairs', 'opposite'].includes(plainAt(words, at)) || (words.tokens[at]!.number && ['along', 'down', 'up', 'doors', 'over'].includes(plainAt(words, at + 1))) || (['through', 'over', 'across', 'next', 'along'].includes(plainAt(words, at)) && ['wall', 'way', 'road', 'landing', 'hall', 'street', 'fence', 'door'].includes(plainAt(words, plainAt(words, at) === 'next' ? at + 1 : at + 2))));

/** "Fellow he used to share a taxi with: …". */
function overRelative(words: Words, somebody: Somebody): Somebody {
  let last = somebody.last + 2;
  while (last < words.to && last < somebody.last + 9 && !isApartAt(words, last + 1)) last++;
  return { ...somebody, last };
}

/** "her bridge partner". */
const isPartnerInPlay = (words: Words, head: number): boolean => plainAt(words, head) === 'partner' && ['bridge', 'dance', 'dancing', 'tennis', 'badminton', 'business', 'golf', 'chess', 'running', 'walking', 'gym', 'training', 'sparring', 'bowls', 'doubles', 'whist', 'fishing', 'study', 'skating', 'ballroom'].includes(plainAt(words, head - 1));

/** "his late wife", "his grandad, long gone,": who is dead does no more to anybody. */
function isLate(words: Words, first: number, head: number): boolean {
  for (let at = first; at < head; at++) if (plainAt(words, at) === 'late') return true;
  return edgeAt(words, head + 1) === 'comma' && ['gone', 'dead'].includes(plainAt(words, head + 2)) && plainAt(words, head + 1) === 'long';
}

/** "her wee brother (9)": a child's trouble is a concern of its own. */
function isYoung(words: Words, first: number, head: number): boolean {
  for (let at = first; at < head; at++) if (['wee', 'little', 'young', 'younger', 'baby', 'youngest', 'kid', 'teenage'].includes(plainAt(words, at))) return true;
  return /^(?:[1-9]|1[0-7])$/.test(plainAt(words, head + 1));
}

type Base = Pick<Somebody, 'first' | 'last' | 'sex' | 'isMine'>;

/** A friend's friend is a stranger; a wife's mother, a mother's partner are of the home. */
function ofOwner(words: Words, base: Base, owner: number, isDetermined: boolean, opens: string): Somebody | undefined {
  const [mine, theirs] = [plainAt(words, base.last), plainAt(words, owner)];
  if (isHelper(mine) || !isPerson(mine)) return undefined;
  if (isOfTheHome(mine) && !isPartnerInPlay(words, base.last) && (isOfTheHome(theirs) || !isPerson(theirs))) return undefined;
  if (isPerson(theirs) && !labels.has(theirs)) return named(words, { ...base, isStranger: true });
  const isOurs = isOfTheHome(mine) && !isPartnerInPlay(words, base.last);
  if (isOurs || !(isTie(mine) || isKin(mine) || isPartnerInPlay(words, base.last)) || (isDetermined && !owners.has(opens))) return undefined;
  return named(words, { ...base, isStranger: owners.has(opens), isOfName: !labels.has(theirs) && !owners.has(opens) });
}

/** A stranger must stand somewhere, or be "the" of some role. */
function stranger(words: Words, base: Base, opens: string): Somebody | undefined {
  const word = plainAt(words, base.last);
  const next = base.last + 1;
  const isFellow = plainAt(words, base.last - 1) === 'fellow' || ['another', 'one'].includes(opens);
  if (!(isAnybody(word) || isTie(word) || isRole(word) || ['parent', 'mum', 'dad', 'mother', 'father'].includes(word) || (isFellow && word === 'carer')) || (isHelper(word) && opens === 'the' && !hasPlace(words, next) && !isFellow)) return undefined;
  const isPlaced = hasPlace(words, next);
  const isToldOf = ['who', 'whose', 'that', 'called', 'named', 'he', 'she', 'they'].includes(plainAt(words, next)) && edgeAt(words, next) === 'none';
  const isRoleAlone = isRole(word) && !isTie(word) && !isOfTheHome(word) && !isHelper(word) && ['the', 'its', 'one', 'another'].includes(opens) && (isApartAt(words, next) || isVerbLike(plainAt(words, next)));
  if ((isPlaced && !isNearPlace(words, next)) || isToldOf || isRoleAlone) return named(words, { ...base, isStranger: true });
  return ['a', 'an', 'one', 'another'].includes(opens) && isVerbLike(plainAt(words, next)) && !isHelper(word) ? { ...base, isStranger: true, isBare: true } : undefined;
}

/** "her cousin's been ill", not "her cousin's wedding". */
const isContracted = (words: Words, at: number): boolean => (isVerbLike(plainAt(words, at + 1)) && !affairs.has(plainAt(words, at + 1))) || places.has(plainAt(words, at + 1));
const affairs = new Set('wedding hearing meeting building christening evening morning painting drawing spelling viewing reading dressing clothing belongings washing shopping cooking drinking smoking gambling hoarding'.split(' '));

/** From an adjective to the last noun of "old biscuit factory friend", over "brother in law" and "cousin's wife". */
function chainFrom(words: Words, at: number): { readonly head: number; readonly owner?: number } | undefined {
  let head: number | undefined;
  let owner: number | undefined;
  for (let on = at; on <= at + mostDescribing && on <= words.to; on++) {
    if (on > at && isApartAt(words, on)) break;
    const word = plainAt(words, on);
    if (functionWords.has(word) && !(word === 'next' && plainAt(words, on + 1) === 'door')) break;
    if (head !== undefined && owner !== head && !isPerson(word)) break;
    if (isPerson(word)) head = on;
    if (words.tokens[on]!.possessive && (isPerson(word) || labels.has(word) || isCapital(words, on)) && isOwnerOf(words, on)) [owner, head] = [on, on];
    if (plainAt(words, on + 1) === 'in' && ['law', 'laws'].includes(plainAt(words, on + 2))) on += 2;
    if (plainAt(words, on) === 'law' || plainAt(words, on) === 'laws') {
      if (words.tokens[on]!.possessive && isOwnerOf(words, on)) owner = head = on - 2;
      else head = on;
    }
  }
  if (head === undefined || head === owner) return undefined;
  return { head, ...(owner === undefined ? {} : { owner }) };
}

/** "cousin's wife", not "cousin's been ill". */
function isOwnerOf(words: Words, at: number): boolean {
  for (let on = at + 1; on <= at + 3 && !isApartAt(words, on) && !functionWords.has(plainAt(words, on)); on++) if (isPerson(plainAt(words, on))) return true;
  return false;
}

const groups = new Set('crew gang squad choir class team group band congregation gathering shift lot'.split(' '));

function headAfter(words: Words, at: number): number | undefined {
  let head: number | undefined;
  for (let on = at; on <= at + mostDescribing && on <= words.to && !functionWords.has(plainAt(words, on)) && (on === at || !isApartAt(words, on)); on++) {
    if (isPerson(plainAt(words, on)) || isPerson(plural(words, on)) || groups.has(plainAt(words, on))) head = on;
    else if (head !== undefined) break;
  }
  return head;
}

/** "her mate Val", "chap called Frank", "a friend in the army, Chalky". */
function named(words: Words, somebody: Somebody): Somebody {
  const direct = somebody.last + 1;
  if (isNameAt(words, direct) && edgeAt(words, direct) === 'none') return withPlace(words, { ...somebody, last: direct, name: plainAt(words, direct) });
  if (['called', 'named'].includes(plainAt(words, direct)) && isNameAt(words, direct + 1)) return { ...somebody, last: direct + 1, name: plainAt(words, direct + 1) };
  const whole = withPlace(words, somebody);
  const after = whole.last + 1;
  if (edgeAt(words, after) === 'comma') for (let on = after + 1; on <= after + 4; on++) if (['called', 'named'].includes(plainAt(words, on - 1)) && isNameAt(words, on)) return { ...whole, last: on, name: plainAt(words, on) };
  return isNameAt(words, after) && edgeAt(words, after) === 'comma' && (after === words.to || isApartAt(words, after + 1)) ? { ...whole, last: after, name: plainAt(words, after) } : whole;
}
