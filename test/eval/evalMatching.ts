/** How often a relevant service of a catalogue comes first, or among three, for what was said; beside plain BM25 on the same files. */
import { z } from 'zod';
import { loadConcepts } from '../../src/content/loadConcepts';
import { indexServices, type Service } from '../../src/domain/matching/serviceIndex';
import { rankServices } from '../../src/domain/matching/rankServices';
import { Bm25 } from './bm25';
import { share, type Figure } from './intervals';

export const QueryRow = z.object({ id: z.string(), text: z.string().min(1), gold: z.array(z.string()), dislikes: z.array(z.string()).default([]) });
export type QueryRow = z.infer<typeof QueryRow>;

/** A catalogue row names its service by `title`, or by `name` as directories do. */
export const ServiceRow = z
  .object({ id: z.string(), title: z.string().optional(), name: z.string().optional(), text: z.string().default('') })
  .transform(({ id, title, name, text }): Service => ({ id, title: title ?? name ?? '', text }));

type Shares = {
  /** The first that is offered is one of the row's. Over rows that have any. */
  readonly hitAt1: Figure;
  readonly hitAt3: Figure;
  /** Something that the row turns down is among the three. Over rows that turn anything down. */
  readonly dislikedOffered: Figure;
  readonly nothingOffered: Figure;
};
export type MatchingFigures = Shares & { readonly bm25: Shares };

export const mostOffered = 3;
type Offer = (text: string) => readonly string[];

/** The three that are offered for a text, by the concepts. */
export function offersFrom(services: readonly Service[]): Offer {
  const index = indexServices(services, loadConcepts());
  return (text) => rankServices(text, index, { most: mostOffered }).map(({ service }) => service.id);
}

/** Throws a sentence when the rows name services that the catalogue does not have. */
export function scoreMatching(queries: readonly QueryRow[], services: readonly Service[]): MatchingFigures {
  const known = new Set(services.map(({ id }) => id));
  const strangers = queries.flatMap(({ id, gold, dislikes }) => [...gold, ...dislikes].filter((service) => !known.has(service)).map((service) => `${id} names “${service}”`));
  if (strangers.length > 0) throw new Error(`${strangers.length} services are not in the catalogue: ${strangers.slice(0, 5).join(', ')}.`);
  const bm25 = new Bm25(services);
  return { ...sharesOf(queries, offersFrom(services)), bm25: sharesOf(queries, (text) => bm25.best(text, mostOffered)) };
}

function sharesOf(queries: readonly QueryRow[], offer: Offer): Shares {
  const offered = queries.map((query) => ({ ...query, offered: offer(query.text) }));
  const withGold = offered.filter(({ gold }) => gold.length > 0);
  const withDislikes = offered.filter(({ dislikes }) => dislikes.length > 0);
  return {
    hitAt1: share(withGold.filter(({ gold, offered: [first] }) => first !== undefined && gold.includes(first)).length, withGold.length),
    hitAt3: share(withGold.filter(({ gold, offered: three }) => three.some((id) => gold.includes(id))).length, withGold.length),
    dislikedOffered: share(withDislikes.filter(({ dislikes, offered: three }) => three.some((id) => dislikes.includes(id))).length, withDislikes.length),
    nothingOffered: share(offered.filter(({ offered: three }) => three.length === 0).length, offered.length),
  };
}

/** Rows whose first offer is none of theirs, with what was offered: for people who mend the words. */
export function missesInMatching(queries: readonly QueryRow[], services: readonly Service[]): readonly object[] {
  const titles = new Map(services.map(({ id, title }) => [id, title]));
  const index = indexServices(services, loadConcepts());
  return queries.flatMap(({ id, text, gold, dislikes }) => {
    const offered = rankServices(text, index, { most: mostOffered });
    const ids = offered.map(({ service }) => service.id);
    const isRight = (gold.length === 0 || gold.includes(ids[0] ?? '')) && !ids.some((one) => dislikes.includes(one));
    if (isRight) return [];
    return [{ id, text, wanted: gold.map((one) => titles.get(one) ?? one), offered: offered.map(({ service, reasons, words }) => ({ title: service.title, because: reasons.map(({ concept, said, offered: by }) => `${concept}: ${said} / ${by}`).slice(0, 3), words })) }];
  });
}
