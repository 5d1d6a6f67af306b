/** How well it is told whether a given concept is denied, past, somebody else's, only a condition: on sentences that people have read. */
import { z } from 'zod';
import { readContext, type Context } from '../../src/domain/reading/meaning/context';
import type { Lexicon } from '../../src/domain/reading/lexicon';
import { partsOf } from '../../src/domain/reading/readAs';
import { tokensOf, type Token } from '../../src/domain/reading/words/tokens';
import { bootstrapped, share, type Figure } from './intervals';

const label = z.string().transform((name) => name.toLowerCase());

/** `found: false`: the concept's words stand elsewhere in the note, and the sentence is all there is. */
export const StatusRow = z.object({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  text: z.string(),
  concept: z.string().min(1),
  start: z.number().int().min(0).optional(),
  found: z.boolean().default(true),
  negation: label.optional(),
  temporality: label.optional(),
  experiencer: label.optional(),
});
export type StatusRow = z.infer<typeof StatusRow>;

export type Scores = { readonly precision: Figure; readonly recall: Figure; readonly f1: Figure };
export type StatusScore = { readonly negation: Scores; readonly experiencer: Scores; readonly temporality: { readonly historical: Scores; readonly hypothetical: Scores; readonly accuracy: Figure }; readonly rows: number };

/** Figures for the rows that carry the label in question; with none of them a figure is 0 of 0. */
export function scoreStatus(rows: readonly StatusRow[], lexicon: Pick<Lexicon, 'cues' | 'mend' | 'people'>): StatusScore {
  const read = rows.map((row) => ({ row, context: contextOf(row, lexicon) }));
  const labelled = (name: 'negation' | 'experiencer' | 'temporality', wanted: string, isRead: (context: Context) => boolean): Scores =>
    scoresOf(read.flatMap(({ row, context }) => (row[name] === undefined ? [] : [{ is: row[name] === wanted, read: isRead(context) }])));
  const timed = read.filter(({ row }) => row.temporality !== undefined);
  return {
    negation: labelled('negation', 'negated', ({ negated }) => negated !== undefined),
    experiencer: labelled('experiencer', 'other', ({ other }) => other !== undefined),
    temporality: {
      historical: labelled('temporality', 'historical', (context) => timeOf(context) === 'historical'),
      hypothetical: labelled('temporality', 'hypothetical', (context) => timeOf(context) === 'hypothetical'),
      accuracy: share(timed.filter(({ row, context }) => row.temporality === timeOf(context)).length, timed.length),
    },
    rows: rows.length,
  };
}

const timeOf = ({ present, past, hypothetical }: Context): string => (past && !present ? 'historical' : hypothetical ? 'hypothetical' : 'recent');

/** How the concept of a row is read; one whose words are not in the sentence is read as said, of the person, now. */
export function contextOf(row: StatusRow, { cues, mend, people }: Pick<Lexicon, 'cues' | 'mend' | 'people'>): Context {
  const place = placeOf(row);
  if (!place) return {};
  const tokens = tokensOf(row.text, mend);
  const part = partsOf(row.text, tokens, cues, people).find(({ first, last }) => tokens.slice(first, last + 1).some((token) => touches(token, place)));
  if (!part) return {};
  const own = tokens.slice(part.first, part.last + 1);
  const [first, last] = [own.findIndex((token) => touches(token, place)), own.findLastIndex((token) => touches(token, place))];
  return readContext(own, { first, last }, cues, part.carried ? { carried: part.carried } : {});
}

type Place = { readonly start: number; readonly end: number };
const touches = (token: Token, { start, end }: Place): boolean => token.start < end && token.end > start;

/** Where it starts if the row says so; else where it is written in capitals, as one corpus marks it; else the first place, rather as whole words. */
function placeOf({ text, concept, start }: StatusRow): Place | undefined {
  const [low, wanted] = [text.toLowerCase(), concept.toLowerCase()];
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = [...low.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?!['\u2019]?[\\p{L}\\p{N}])`, 'gu'))].map(({ index }) => index);
  const marked = whole.find((index) => text.startsWith(concept.toUpperCase(), index));
  const at = start !== undefined && low.startsWith(wanted, start) ? start : (marked ?? whole[0] ?? low.indexOf(wanted));
  return at < 0 ? undefined : { start: at, end: at + wanted.length };
}

type Outcome = { readonly is: boolean; readonly read: boolean };

function scoresOf(outcomes: readonly Outcome[]): Scores {
  const [hits, named, labelled] = counted(outcomes);
  return { precision: share(hits, named), recall: share(hits, labelled), f1: bootstrapped(outcomes, f1Of) };
}

function counted(outcomes: readonly Outcome[]): readonly [hits: number, named: number, labelled: number] {
  let [hits, named, labelled] = [0, 0, 0];
  for (const { is, read } of outcomes) {
    hits += Number(is && read);
    named += Number(read);
    labelled += Number(is);
  }
  return [hits, named, labelled];
}

function f1Of(outcomes: readonly Outcome[]): number {
  const [hits, named, labelled] = counted(outcomes);
  return named + labelled === 0 ? 0 : (2 * hits) / (named + labelled);
}
