/** The rules by which tags are proposed, as a practitioner reads and changes them. Words are in the pattern language of `reading/patterns.ts`. */
import { z } from 'zod';
import { Meaning } from '../framework/meaning';
import type { Concepts } from '../matching/concept';
import { PatternIndex } from '../reading/patterns/patternIndex';
import { readPattern, type Pattern, type PatternSets } from '../reading/patterns/patterns';
import { isTagValue, TagField } from './tags';

/** Parts of a listing that are read. */
const listingParts = ['name', 'description', 'eligibility', 'joining', 'access', 'attending', 'cost', 'wait', 'when', 'place', 'terms', 'news'] as const;
export const ListingPart = z.enum(listingParts);
export type ListingPart = z.infer<typeof ListingPart>;

const OneOrMore = z.union([z.string(), z.array(z.string())]);

const TagRule = z.object({ field: TagField, value: z.string(), in: z.array(ListingPart).optional(), says: z.array(z.string().min(1)).min(1) }).strict();
const MadeFor = z.object({ concept: z.string(), whom: z.string().min(1), means: z.array(Meaning).default([]), words: z.array(z.string()).default([]) }).strict();
export type MadeFor = z.infer<typeof MadeFor>;

export const TagRulesFile = z
  .object({
    version: z.string().min(1),
    sets: z.record(z.string(), z.array(z.string().min(1))).default({}),
    /** What a concept of `concepts.json` brings with it. */
    byConcept: z.record(z.string(), z.partialRecord(TagField, OneOrMore)),
    madeFor: z.array(MadeFor),
    rules: z.array(TagRule).min(1),
  })
  .strict();
export type TagRulesFile = z.infer<typeof TagRulesFile>;

type Value = { readonly field: TagField; readonly value: string };
export type TagPhrase = Value & { readonly pattern: Pattern; readonly parts?: ReadonlySet<ListingPart> };
export type TagRules = {
  readonly concepts: Concepts;
  readonly byConcept: ReadonlyMap<string, readonly Value[]>;
  readonly madeFor: ReadonlyMap<string, MadeFor>;
  readonly phrases: PatternIndex<TagPhrase>;
};

/** Returns the rules ready to be used. Throws one error with a line for every problem: values, concepts and words that are not known. */
export function prepareTagRules({ sets, byConcept, madeFor, rules }: TagRulesFile, concepts: Concepts): TagRules {
  const valuesOf = (brought: Readonly<Partial<Record<TagField, string | string[]>>>): Value[] =>
    Object.entries(brought).flatMap(([field, values]) => [values ?? []].flat().map((value) => ({ field: TagField.parse(field), value })));
  const named = new Map(Object.entries(byConcept).map(([concept, brought]) => [concept, valuesOf(brought)]));
  const problems = [
    ...[...named.keys(), ...madeFor.map(({ concept }) => concept)].filter((id) => !concepts.byId.has(id)).map((id) => `“${id}” is no concept.`),
    ...[...[...named].flatMap(([concept, values]) => values.map((value) => ({ ...value, at: concept }))), ...rules.map((rule) => ({ ...rule, at: rule.says[0]! }))]
      .filter(({ field, value }) => !isTagValue(field, value))
      .map(({ at, field, value }) => `${at}: “${value}” is no value of ${field}.`),
  ];
  const phrases = rules.flatMap(({ field, value, in: parts, says }) =>
    says.flatMap((source): TagPhrase[] => {
      const pattern = readOr(source, sets, (problem) => problems.push(`${field} ${value}: ${problem}.`));
      return pattern ? [{ field, value, pattern, ...(parts && { parts: new Set(parts) }) }] : [];
    }),
  );
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return { concepts, byConcept: named, madeFor: new Map(madeFor.map((group) => [group.concept, group])), phrases: new PatternIndex(phrases) };
}

function readOr(source: string, sets: PatternSets, refuse: (problem: string) => void): Pattern | undefined {
  try {
    return readPattern(source, sets);
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
