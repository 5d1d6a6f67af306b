/**
 * Tags that a listing's own words propose, each with those words. Nothing is made up: what no word speaks of stays open.
 */
import type { Found } from '../reading/patterns/patternIndex';
import { tokensOf, type Token } from '../reading/words/tokens';
import type { ConceptPhrase } from '../matching/concept';
import { listedFacts } from './listedFacts';
import type { ListingText } from './listing';
import type { ListingPart, TagRules } from './tagRules';
import type { ProposedTag, TagField } from './tags';

/** A long page says most of what it is about at its beginning. */
const LONGEST_TEXT = 2500;

function partsOf(listing: ListingText): readonly (readonly [ListingPart, string])[] {
  const { name, description, eligibility, applicationProcess, accessibility, interpretation, attendingTypes, attendingAccess, locations, taxonomy, alert, schedules } = listing;
  const parts: readonly (readonly [ListingPart, string | undefined])[] = [
    ['name', name],
    ['description', description.slice(0, LONGEST_TEXT)],
    ['eligibility', eligibility],
    ['joining', applicationProcess],
    ['access', [...accessibility, ...(interpretation === undefined ? [] : [interpretation])].join('. ')],
    ['attending', [...attendingTypes, ...attendingAccess].join('. ')],
    ['when', schedules.flatMap(({ text }) => text ?? []).join('. ')],
    ['place', locations.flatMap(({ name: place, address }) => [place ?? [], address ?? []].flat()).join('. ')],
    ['terms', taxonomy.map(({ term }) => term).join('. ')],
    ['news', alert],
  ];
  return parts.flatMap(([part, text]) => (text === undefined || text === '' ? [] : [[part, text] as const]));
}

/** Returns every proposal, the facts of the listing first. The same listing gives the same proposals. */
export function proposeTags(listing: ListingText, rules: TagRules): readonly ProposedTag[] {
  const read = partsOf(listing).map(([part, text]) => readPart(part, text, rules));
  const proposed = [...listedFacts(listing), ...read.flatMap((one) => byPhrases(one, rules)), ...read.flatMap((one) => byConcepts(one, rules))];
  return [...proposed, ...madeForWhom(read, rules)];
}

type Read = { readonly part: ListingPart; readonly text: string; readonly tokens: readonly Token[]; readonly concepts: readonly Found<ConceptPhrase>[] };

function readPart(part: ListingPart, text: string, rules: TagRules): Read {
  const tokens = tokensOf(text);
  return { part, text, tokens, concepts: conceptParts.has(part) && tokens.length > 0 ? conceptsIn(tokens, rules) : [] };
}

const quote = ({ text, tokens }: Read, first: number, last: number): string => text.slice(tokens[first]!.start, tokens[last]!.end);

const earlyWords = 30;
/** What stands in the name, or in a field of its own, says more than what a long text mentions. */
const weightAt = (part: ListingPart, first: number): number => (part === 'name' ? 4 : part === 'description' ? (first < earlyWords ? 1.6 : 0.7) : part === 'place' ? 2 : 1.6);

function byPhrases(read: Read, { phrases }: TagRules): ProposedTag[] {
  const found = phrases.foundIn(read.tokens, [{ first: 0, last: read.tokens.length - 1 }]);
  return found
    .filter(({ item, first }) => (item.parts ? item.parts.has(read.part) : read.part !== 'place') && !isDenied(read.tokens, first))
    .map(({ item: { field, value }, first, last }) => ({ field, value, words: quote(read, first, last), part: read.part, weight: weightAt(read.part, first) }));
}

const denials = new Set(['no', 'not', 'without', 'never', 'non', 'nor', 'unfortunately', 'previously']);

/** "Not wheelchair accessible", "we cannot offer transport": a word of denial just before, in the same sentence. */
function isDenied(tokens: readonly Token[], first: number): boolean {
  for (let at = first; at > Math.max(0, first - 3); at--) {
    if (/[.!?:;\n]/.test(tokens[at]!.before)) return false;
    if (denials.has(tokens[at - 1]!.plain)) return true;
  }
  return false;
}

const conceptParts = new Set<ListingPart>(['name', 'description', 'terms']);

/** A word inside a longer phrase means what the longer one means: each part of a text speaks for one concept. */
function conceptsIn(tokens: readonly Token[], { concepts }: TagRules): readonly Found<ConceptPhrase>[] {
  const found = concepts.ofServices.foundIn(tokens, [{ first: 0, last: tokens.length - 1 }]);
  const longest = found.toSorted((a, b) => b.last - b.first - (a.last - a.first));
  const takenBy = new Map<number, ConceptPhrase['concept']>();
  const kept = longest.filter((hit) => {
    const taken = takenBy.get(hit.first);
    if (taken !== undefined) return false;
    for (let at = hit.first; at <= hit.last; at++) takenBy.set(at, hit.item.concept);
    return !isDenied(tokens, hit.first);
  });
  return kept.sort((a, b) => a.first - b.first);
}

/** What is said of a thing later in a text is by the way; in a long text one mention makes no tag. */
function byConcepts(read: Read, rules: TagRules): ProposedTag[] {
  return read.concepts.flatMap(({ item: { concept }, first, last }) =>
    (rules.byConcept.get(concept.id) ?? []).map(({ field, value }) => ({ field, value, words: quote(read, first, last), part: read.part, weight: weightAt(read.part, first) * shareOf(field) })),
  );
}

/** What a concept brings with it says less about the form than words about the form do. */
const shareOf = (field: TagField): number => (field === 'interest' ? 1 : 0.5);

/** Only for a group when the name says so, or the text says so early and again. */
function madeForWhom(read: readonly Read[], rules: TagRules): ProposedTag[] {
  const weights = new Map<string, ProposedTag & { readonly hits: number }>();
  for (const one of read) {
    for (const { item: { concept }, first, last } of one.concepts) {
      if (!rules.madeFor.has(concept.id)) continue;
      const known = weights.get(concept.id);
      weights.set(concept.id, { field: 'madeFor', value: concept.id, words: known?.words ?? quote(one, first, last), part: known?.part ?? one.part, weight: (known?.weight ?? 0) + weightAt(one.part, first), hits: (known?.hits ?? 0) + 1 });
    }
  }
  const enough = [...weights.values()].filter(({ weight, hits, part }) => part === 'name' || (weight >= 3 && hits > 1));
  return enough.map(({ field, value, words, part, weight }) => ({ field, value, words, part, weight }));
}
