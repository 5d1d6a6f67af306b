/** The hazard log as data: what could go wrong, what is built against it, and which test shows that it works. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const severities = ['Minor', 'Significant', 'Considerable', 'Major', 'Catastrophic'] as const;
export const likelihoods = ['Very low', 'Low', 'Medium', 'High', 'Very high'] as const;

/** Rows from very high to very low likelihood, columns from minor to catastrophic: the grid of the guidance to DCB0129 as we know it. */
const grid: Readonly<Record<(typeof likelihoods)[number], readonly [number, number, number, number, number]>> = {
  'Very high': [3, 4, 4, 5, 5],
  High: [2, 3, 3, 4, 5],
  Medium: [2, 2, 3, 3, 4],
  Low: [1, 2, 2, 3, 4],
  'Very low': [1, 1, 2, 2, 3],
};

const sentence = z.string().regex(/^\S.*[.?]$/s, 'must be whole sentences');
const Rating = z.strictObject({ severity: z.enum(severities), likelihood: z.enum(likelihoods) });
const NamedTest = z.strictObject({ file: z.string().regex(/^test\/[\w./]+\.test\.ts$/, 'must be a test file of this project'), test: z.string().min(1) });
const Control = z.strictObject({
  id: z.string(),
  what: sentence,
  kind: z.enum(['design', 'information', 'process']),
  tests: z.array(NamedTest).min(1, 'a control without a test is a hope'),
});
const Hazard = z.strictObject({
  id: z.string().regex(/^H\d\d$/),
  name: z.string().min(1),
  effect: sentence,
  causes: z.array(sentence).min(1),
  before: Rating,
  controls: z.array(Control).min(1, 'needs a control'),
  organisation: z.array(sentence),
  after: Rating,
  left: sentence,
});
const HazardLog = z.strictObject({
  about: sentence,
  version: z.string(),
  adoptedBy: z.strictObject({ name: z.string(), role: z.string(), registration: z.string(), date: z.iso.date() }).nullable(),
  hazards: z.array(Hazard).min(1),
});

export type HazardLog = z.infer<typeof HazardLog>;
export type Hazard = z.infer<typeof Hazard>;
export type NamedTest = z.infer<typeof NamedTest>;
type Rating = z.infer<typeof Rating>;

export const readHazards = (path: string): HazardLog => HazardLog.parse(JSON.parse(readFileSync(path, 'utf8')));

/** 1 (acceptable) to 5 (never acceptable), of a hazard of the software: nothing in this log is about a person. */
export const ratingOf = ({ severity, likelihood }: Rating): number => grid[likelihood][severities.indexOf(severity)]!;

/** Returns what does not hold together, each with where it stands. */
export function hazardProblems({ hazards }: HazardLog): string[] {
  return [
    ...twice(hazards.map(({ id }) => id)).map((id) => `${id} stands twice`),
    ...hazards.flatMap((hazard) => [
      ...hazard.controls.filter(({ id }, index) => id !== `${hazard.id}.${index + 1}`).map(({ id }) => `${hazard.id}: the control ${id} is out of its order`),
      ...twice(hazard.controls.flatMap(({ id, tests }) => tests.map(({ file, test }) => `${id}: ${file} “${test}”`))).map((named) => `${named} stands twice`),
      ...(ratingOf(hazard.after) > ratingOf(hazard.before) ? [`${hazard.id}: the controls make it worse`] : []),
      ...(severities.indexOf(hazard.after.severity) < severities.indexOf(hazard.before.severity) ? [`${hazard.id}: a control rarely makes the harm itself smaller; say why the severity changes, or leave it`] : []),
    ]),
  ];
}

const twice = (texts: readonly string[]): string[] => texts.filter((text, index) => texts.indexOf(text) !== index);
