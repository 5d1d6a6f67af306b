/** The words by which a text likens, names and jokes, as lists (likeness.json): looked up by `likened.ts` and `notPeople.ts`. */
import type { z } from 'zod';
import { namedLists } from '../people/namedLists';

const names = ['alsoNames', 'persons', 'ofCare', 'cravings', 'noJest', 'fusses', 'done', 'thinks', 'nameable', 'naming', 'wares', 'signs', 'grounds'] as const;

export const LikenessLists = namedLists(names);
export type LikenessLists = z.infer<typeof LikenessLists>;

type Name = (typeof names)[number];
export type Likeness = Readonly<Record<Name, ReadonlySet<string>>>;

export const likenessFrom = (lists: LikenessLists): Likeness => Object.fromEntries(names.map((name): [Name, ReadonlySet<string>] => [name, new Set(lists[name].words)])) as Record<Name, ReadonlySet<string>>;
