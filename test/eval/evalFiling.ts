/** How well sentences find their prompts: `{"text","prompts":["PV3"]}`, the prompts that the text answers, in any order. */
import { z } from 'zod';
import { loadContent } from '../../src/content/load';
import type { Content } from '../../src/domain/framework/content';
import { proposeFiling } from '../../src/domain/reading/filing/proposeFiling';
import { bootstrapped, share, type Figure } from './intervals';

export const FilingRow = z.object({ text: z.string().min(1), prompts: z.array(z.string()).min(1) });
export type FilingRow = z.infer<typeof FilingRow>;

type Shares = { readonly precision: Figure; readonly recall: Figure; readonly f1: Figure };
export type FilingFigures = {
  /** The first choice is one of the row's prompts. */
  readonly firstRight: Figure;
  /** One of the row's prompts stands on the card: as the first choice or as one of the two beside it. */
  readonly oneTapAway: Figure;
  /** Nothing was proposed. */
  readonly nothingProposed: Figure;
  readonly first: Shares;
  readonly firstAndOthers: Shares;
};

type Filed = { readonly wanted: ReadonlySet<string>; readonly first: readonly string[]; readonly all: readonly string[] };

/** Every prompt counts as open, so that the words are scored and not the state of a conversation. */
export function scoreFiling(rows: readonly FilingRow[], { filing, framework }: Pick<Content, 'filing' | 'framework'> = loadContent()): FilingFigures {
  const open = new Set(framework.prompts.map(({ id }) => id));
  const filed = rows.map(({ text, prompts }): Filed => {
    const proposals = proposeFiling({ id: 'row', text, at: '2026-01-01T00:00:00.000Z', filed: [] }, filing, open);
    const first = unique(proposals.flatMap((proposal) => proposal.first ?? []));
    return { wanted: new Set(prompts), first, all: unique([...first, ...proposals.flatMap(({ others }) => others)]) };
  });
  const many = (is: (row: Filed) => boolean): Figure => share(filed.filter(is).length, filed.length);
  return {
    firstRight: many(({ wanted, first }) => wanted.has(first[0] ?? '')),
    oneTapAway: many(({ wanted, all }) => all.some((prompt) => wanted.has(prompt))),
    nothingProposed: many(({ first }) => first.length === 0),
    first: sharesOf(filed, ({ first }) => first),
    firstAndOthers: sharesOf(filed, ({ all }) => all),
  };
}

/** Micro: over all pairs of a row and a prompt. */
function sharesOf(rows: readonly Filed[], proposedIn: (row: Filed) => readonly string[]): Shares {
  const count = (some: readonly Filed[], of: (row: Filed) => number): number => some.reduce((sum, row) => sum + of(row), 0);
  const right = (some: readonly Filed[]): number => count(some, (row) => proposedIn(row).filter((prompt) => row.wanted.has(prompt)).length);
  const proposed = (some: readonly Filed[]): number => count(some, (row) => proposedIn(row).length);
  const wanted = (some: readonly Filed[]): number => count(some, (row) => row.wanted.size);
  const f1 = (some: readonly Filed[]): number => (2 * right(some)) / Math.max(1, proposed(some) + wanted(some));
  return { precision: share(right(rows), proposed(rows)), recall: share(right(rows), wanted(rows)), f1: bootstrapped(rows, f1) };
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];
