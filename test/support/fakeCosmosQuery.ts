/** The few shapes of query that the fake understands. Whatever else comes is refused, so that a test cannot pass by luck. */
export type Document = Readonly<Record<string, unknown>>;
export type QueryBody = { readonly query: string; readonly parameters?: readonly { readonly name: string; readonly value: unknown }[] };
export type Query = { readonly ordered: boolean; readonly matches: (item: Document) => boolean; readonly select: (item: Document) => unknown };

export class NotModelled extends Error {}

const shape = /^SELECT (?:\*|VALUE (c(?:\.\w+)+)) FROM c(?: WHERE (.+?))?( ORDER BY c\.id)?$/;

/** Throws NotModelled for anything that it does not know, and for a filter that no index serves. */
export function readQuery({ query, parameters = [] }: QueryBody, indexed: readonly string[]): Query {
  const found = shape.exec(query);
  if (!found) throw new NotModelled(`The fake does not know this shape of query: ${query}`);
  const [, value, where, order] = found;
  const values = new Map(parameters.map((parameter) => [parameter.name, parameter.value]));
  const conditions = where === undefined ? [] : where.split(' OR ').map((text) => readCondition(text, values, indexed));
  return {
    ordered: order !== undefined,
    matches: (item) => where === undefined || conditions.some((holds) => holds(item)),
    select: value === undefined ? (item) => item : (item) => valueAt(item, value),
  };
}

type Condition = { readonly shape: RegExp; readonly holds: (value: unknown, given: readonly unknown[]) => boolean };

/** Each begins with a path; what follows it are parameters. */
const known: readonly Condition[] = [
  { shape: /^IS_DEFINED\((c(?:\.\w+)+)\)$/, holds: (value) => value !== undefined },
  { shape: /^(c(?:\.\w+)+) = (@\w+)$/, holds: (value, given) => given.includes(value) },
  { shape: /^(c(?:\.\w+)+) IN \((@\w+(?:, @\w+)*)\)$/, holds: (value, given) => given.includes(value) },
  { shape: /^(c(?:\.\w+)+) <= (@\w+)$/, holds: (value, [limit]) => isAtMost(value, limit) },
  { shape: /^(c(?:\.\w+)+) >= (@\w+)$/, holds: (value, [least]) => isAtMost(least, value) },
  { shape: /^(c(?:\.\w+)+) >= (@\w+) AND \1 < (@\w+)$/, holds: (value, [from, until]) => isAtMost(from, value) && !isAtMost(until, value) },
  { shape: /^CONTAINS\((c(?:\.\w+)+), (@\w+)\)$/, holds: (value, [part]) => String(value).includes(String(part)) },
];
/** Cosmos DB indexes it by itself, as it does the id. */
const alwaysIndexed = '/_ts/?';

function readCondition(text: string, values: ReadonlyMap<string, unknown>, indexed: readonly string[]): (item: Document) => boolean {
  const condition = known.find(({ shape }) => shape.test(text));
  if (condition === undefined) throw new NotModelled(`The fake does not know this condition: ${text}`);
  const [, path = '', ...named] = condition.shape.exec(text)!;
  if (![...indexed, alwaysIndexed].includes(`/${path.split('.').slice(1).join('/')}/?`)) throw new NotModelled(`No index serves ${path}: every item would be read`);
  const given = named.flatMap((names) => names.split(', ')).map((parameter) => {
    if (!values.has(parameter)) throw new NotModelled(`${parameter} has no value`);
    return values.get(parameter);
  });
  return (item) => condition.holds(valueAt(item, path), given);
}

/** What has another type than the limit is neither less nor more. */
function isAtMost(value: unknown, limit: unknown): boolean {
  if (typeof value === 'number' && typeof limit === 'number') return value <= limit;
  return typeof value === 'string' && typeof limit === 'string' && value <= limit;
}

const valueAt = (item: Document, path: string): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Document)[key] : undefined), item);

/** The plan as a real gateway writes it for a plain projection: nothing to merge. */
export const plainPlan = {
  partitionedQueryExecutionInfoVersion: 2,
  queryInfo: {
    distinctType: 'None', top: null, offset: null, limit: null, orderBy: [], orderByExpressions: [], groupByExpressions: [], groupByAliases: [], aggregates: [],
    groupByAliasToAggregateType: {}, rewrittenQuery: '', hasSelectValue: false, dCountInfo: null, hasNonStreamingOrderBy: false,
  },
  queryRanges: [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }],
};
