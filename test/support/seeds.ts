const asked = Number(process.env['STORM_SEEDS'] ?? '1');

/** `npm test` tells one story of each kind, `npm run storm` as many as it is asked for. */
export const seedsFrom = (first: number): readonly number[] => Array.from({ length: asked }, (_, index) => first + index);

/** Of a list of cases, all of them for a storm, and these for a quick look. */
export const someOrAll = <Case>(all: Readonly<Record<string, Case>>, ...some: readonly string[]): readonly (readonly [string, Case])[] => Object.entries(all).filter(([name]) => asked > 1 || some.includes(name));
