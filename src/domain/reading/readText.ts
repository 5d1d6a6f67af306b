/**
 * Reads a text for words that may be a concern: which words, by which rule, and how they are read (after NegEx, Chapman
 * 2001, and ConText, Harkema 2009). Rules only; the same text reads the same everywhere; linear in the text's length.
 */
import { inOrder } from './inOrder';
import type { Aside, Lexicon, Rule } from './lexicon';
import { gradeTogether } from './gradeTogether';
import { likened } from './notMeant/likened';
import type { Grade, Mention } from './mention';
import { notAPerson } from './notMeant/notPeople';
import { isConfided } from './meaning/confided';
import { isAffirmedLabel } from './meaning/formAnswers';
import { needOf } from './meaning/onlyIf';
import { cutText, readAs, type Part, type ReadAs } from './readAs';
import type { Found, Span } from './patterns/patternIndex';
import { keptPerText } from './recent';
import { isOwned } from './notMeant/anotherThought';
import { isApart, isHeldBack, isOnlyBeside, makesLightOfAnother, speaksAgainst } from './notMeant/speaksAgainst';
import { StandsNear } from './notMeant/standsNear';
import { plainerSaid } from './words/plainerSaid';
import type { Token } from './words/tokens';

const mostTexts = 256;

/** Mentions in the order of the text: the most urgent and longest where several of one category overlap. None for a text that says nothing of the kind. */
export const readText: (text: string, lexicon: Lexicon) => readonly Mention[] = keptPerText((text, lexicon) => {
  const { tokens, parts } = cutText(text, lexicon);
  const found = hitsIn(text, tokens, parts, lexicon);
  const read = withoutOverlaps(found, tokens).flatMap((hit) => mentionsOf(hit, text, tokens, lexicon).map((mention) => ({ rule: hit.rule, mention, at: hit.first })));
  return gradeTogether(read, actsIn(text, tokens, parts, lexicon), (code, at) => lexicon.together.standAt(text, tokens, { code, at }));
}, mostTexts);

type Hit = { readonly rule: Rule; readonly part: Part; readonly first: number; readonly last: number; readonly aside?: Aside['status']; readonly against?: Span };

/** Words within which a fixed phrase takes them in. */
const hardBy = 4;
/** Words within which two words of one rule belong together. */
const sameThought = 12;
/** Words within which it is said that a call was none. */
const besideAct = 4;
/** Words that open a sentence. */
const opening = 4;
/** Words within which a game or a story is what the mention is about. */
const sameBreath = 16;

type Place = Span & { readonly item: Rule; /** The number of its part. */ readonly at: number };

/** Where rules' words stand, and where they stand as it would be said with fewer words. */
function placesOf({ book, phrases }: Lexicon, text: string, tokens: readonly Token[], parts: readonly Part[]): readonly Place[] {
  const places = withParts(phrases.foundIn(tokens, parts), parts);
  const plainer = plainerSaid(text, tokens, parts, (plain) => book.numberOf(plain) !== 0);
  if (plainer === undefined) return places;
  const besides = withParts(phrases.foundIn(plainer.tokens, plainer.parts), plainer.parts).filter(({ first, last }) => plainer.isChanged(first, last));
  return [...places, ...besides.map(({ item, first, last, at }) => ({ item, first: plainer.placeOf[first]!.first, last: plainer.placeOf[last]!.last, at: plainer.parts[at]!.of }))];
}

function withParts(found: readonly Found<Rule>[], parts: readonly Span[]): readonly Place[] {
  let at = 0;
  return found.map((each) => {
    while (each.first > parts[at]!.last) at++;
    return { ...each, at };
  });
}

function hitsIn(text: string, tokens: readonly Token[], parts: readonly Part[], lexicon: Lexicon): readonly Hit[] {
  const { book } = lexicon;
  const hits: Hit[] = [];
  const near = new StandsNear(tokens, book);
  for (const { item: rule, first, last, at } of placesOf(lexicon, text, tokens, parts)) {
    const part = parts[at]!;
    const place = rule.near ? near.joined(rule.near, { first, last }, part) : { first, last };
    if (!place) continue;
    const against = speaksAgainst(rule, rule.unless, book, tokens, { first, last }, part);
    if (against !== undefined && !(isHeldBack(rule) && isApart(against, { first, last }))) continue;
    const isFigure = against !== undefined || isMeantOtherwise(near, rule, { first, last }, part, parts[at + 1], lexicon, makesLightOfAnother(rule, tokens, { first, last }, part), () => {
      const figure = speaksAgainst(rule, rule.figure, book, tokens, { first, last }, part);
      return figure !== undefined && !isOwned(tokens, figure, { first, last });
    });
    const aside = isFigure ? 'figure' : rule.asides.find((each) => near.within(sameBreath, each.pattern, { first, last }, part, isOnlyBeside(rule, each, tokens, { first, last }, part)))?.status;
    hits.push({ rule, part, ...place, ...(aside ? { aside } : {}), ...(against ? { against } : {}) });
  }
  return hits;
}

function isMeantOtherwise(near: StandsNear, rule: Rule, place: Span, part: Part, next: Part | undefined, { figures, takenBack, explained, idioms }: Lexicon, isPassedOver: ((found: Span) => boolean) | undefined, isItsFigure: () => boolean): boolean {
  if (idioms !== undefined && near.within(hardBy, idioms, place, part)) return true;
  if (explained !== undefined && isExplained(near, explained, place, part, next)) return true;
  if (!isItsFigure() && (figures === undefined || !(near.within(sameThought, figures, place, part, isPassedOver) || isLaughedAt(near, figures, part, next)))) return false;
  return !(takenBack !== undefined && rule.strength === 'strong' && takenBack.of.includes(rule.code) && isExplained(near, takenBack.pattern, place, part, next));
}

/** "… the pair of them." Said grinning, kids too; "… a stroke" … of luck; "… Both in fits." The words that open the next sentence say how it was said. */
const isLaughedAt = (near: StandsNear, figures: number, { sentence }: Part, next: Part | undefined): boolean => next !== undefined && (next.last - next.first < opening || /["\u201d\u2019'\u2026]\s*$/.test(sentence.text) || sentence.text.endsWith('...') || /^said\b/i.test(next.sentence.text)) && near.within(opening, figures, { first: next.first, last: next.first }, next) && !hasItsOwnTopic(next);

/** "Joked about her cooking.": that was laughed at, and not what was said before. */
const hasItsOwnTopic = ({ sentence }: Part): boolean => /\b(?:about|over|at)\s+(?!it\b|that\b|this\b)\p{L}/u.test(sentence.text);

/** "Eleven to a house. It's his am dram set.": what it was is said in the same sentence, or first thing in the next. */
const isExplained = (near: StandsNear, explained: number, place: Span, part: Part, next: Part | undefined): boolean => near.within(sameBreath, explained, place, part) || (next !== undefined && near.within(opening, explained, { first: next.first, last: next.first + opening }, next));

/** Where the text says that somebody was called at once, and not "if" nor once upon a time. */
function actsIn(text: string, tokens: readonly Token[], parts: readonly Part[], { acts, notActs, book, cues }: Lexicon): readonly number[] {
  const near = new StandsNear(tokens, book);
  let at = 0;
  return acts.foundIn(tokens, parts).flatMap(({ first, last }) => {
    while (parts[at]!.last < first) at++;
    if (notActs !== undefined && near.within(besideAct, notActs, { first, last }, parts[at]!)) return [];
    return readAs(text, tokens, { first, last, part: parts[at]! }, cues, asAct).status === 'present' ? tokens[first]!.start : [];
  });
}
const asAct = { negationIsPart: false, whoseIsSaid: true, event: true };

/** What is read otherwise than it stands comes after the rest, and hints after both: what only hints shuts out nothing. */
const rankOf = ({ rule, aside }: Hit): number => (rule.strength === 'hint' ? 2 : Number(aside !== undefined));
const isBefore = (a: Hit, b: Hit): number => rankOf(a) - rankOf(b) || a.rule.order - b.rule.order || b.last - b.first - (a.last - a.first) || a.first - b.first || inOrder(a.rule.id, b.rule.id);

/**
 * Of those of one category that share words, the first in rank; categories do not shut each other out, and a strong rule
 * does not shut out words that only may mean something more urgent.
 */
function withoutOverlaps(hits: readonly Hit[], tokens: readonly Token[]): readonly Hit[] {
  /** For each category and word, how late what took it may be seen to, counted from 1. */
  const taken = new Map<string, Uint8Array>();
  const kept: Hit[] = [];
  for (const hit of [...hits].sort(isBefore)) {
    const { rule, first, last } = hit;
    const own = taken.get(rule.code) ?? new Uint8Array(tokens.length);
    taken.set(rule.code, own);
    const urgency = rule.soonest + 1;
    let isShut = false;
    for (let at = first; at <= last && !isShut; at++) isShut = own[at] !== 0 && (own[at]! <= urgency || rule.strength === 'strong');
    if (isShut) continue;
    for (let at = first; at <= last; at++) if (own[at] === 0 || own[at]! > urgency) own[at] = urgency;
    kept.push(hit);
  }
  return kept.sort((a, b) => a.first - b.first || inOrder(a.rule.code, b.rule.code));
}

function mentionsOf(hit: Hit, text: string, tokens: readonly Token[], lexicon: Lexicon): readonly Mention[] {
  const { rule, part, first, last } = hit;
  const { whoseIsSaid, isOfTheHome, isEvent: event } = rule;
  const negationIsPart = rule.negationIsPart && holdsNegation(tokens, first, last);
  const need = needOf(rule.code);
  const read = readAs(text, tokens, { first, last, part }, lexicon.cues, { negationIsPart, whoseIsSaid, isOfTheHome, event, ...(need ? { need } : {}) });
  const taken = read.status === 'present' && !(hit.aside === 'past' && read.cue !== undefined) ? takenAs(hit, text, tokens, lexicon) : undefined;
  if (taken) return [mentionOf(hit, text, tokens, taken, 'noted')];
  const isRaised = read.status === 'present' && rule.strength === 'soft' && isUrgent(rule) && isAffirmedLabel(text, tokens, { first, last }, { part, carried: part.carried });
  const mention = mentionOf(hit, text, tokens, read, isRaised ? 'prompt' : gradeOf(read, rule));
  return read.whose === 'child' && harmsAChild.has(rule.code) ? [mention, { ...mention, code: CHILD, urgency: 'TODAY', status: 'present', grade: rule.strength === 'strong' ? 'prompt' : 'noted' }] : [mention];
}

/** What words about now are taken as instead: a game, an animal, a likeness; undefined where they mean what they say. */
function takenAs({ rule, part, first, last, aside, against }: Hit, text: string, tokens: readonly Token[], { notPeople }: Lexicon): ReadAs | undefined {
  if (aside && !(aside === 'hypothetical' && isConfided(tokens, first, part))) return against ? { status: aside, cue: wordsOf(text, tokens, against) } : { status: aside };
  const noPerson = notAPerson(tokens, { first, last }, part, rule.code, notPeople) ?? likened(text, tokens, { first, last }, part, rule.code, notPeople.likeness);
  return noPerson && { status: noPerson.as, cue: wordsOf(text, tokens, noPerson) };
}

function mentionOf({ rule, part, first, last }: Hit, text: string, tokens: readonly Token[], { status, whose, cue }: ReadAs, grade: Grade): Mention {
  const [start, end] = [tokens[first]!.start, tokens[last]!.end];
  const mention: Mention = { rule: rule.id, code: rule.code, urgency: rule.urgency, start, end, words: text.slice(start, end), sentence: part.sentence, why: rule.why, status, grade };
  return whose || cue ? { ...mention, ...(whose ? { whose } : {}), ...(cue ? { cue } : {}) } : mention;
}

const wordsOf = (text: string, tokens: readonly Token[], { first, last }: Span): string => text.slice(tokens[first]!.start, tokens[last]!.end);

/** Somebody else's, but a child's: then it is a concern of its own (any disclosure about somebody under 18). */
const CHILD = 'F18';
const harmsAChild = new Set(['F01', 'F02', 'F03', 'F14', 'F15', 'F17', 'F20', 'F23']);

const isUrgent = ({ urgency }: Rule): boolean => urgency === 'NOW' || urgency === 'TODAY';

function gradeOf({ status, isNear }: ReadAs, rule: Rule): Grade {
  if (status === 'denied') return 'denied';
  return rule.strength === 'strong' && (status === 'present' || (isNear === true && isUrgent(rule))) ? 'prompt' : 'noted';
}

/** "Not eaten" cannot be denied once more; "skipping meals" by the same rule can. */
const negations = new Set(['not', 'no', 'never', 'nobody', 'nothing', 'nowhere', 'none', 'neither', 'nor', 'without', 'hardly', 'barely', 'rarely', 'cannot', 'unable', 'refuses', 'refused', 'refusing', 'stopped', 'lost', 'nowt', 'noone']);
const holdsNegation = (tokens: readonly Token[], first: number, last: number): boolean => tokens.slice(first, last + 1).some(({ plain }) => negations.has(plain));
