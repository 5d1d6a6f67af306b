/** The sample catalogue of activities: invented, in an invented town, and marked as samples. */
import { z } from 'zod';
import { Activity, type Catalogue } from '../domain/activities/activity';
import { inWords } from '../domain/framework/readFramework';
import { repeated } from '../domain/framework/repeated';
import { bannedWordsIn, proseOf } from './bannedWords';
import sample from './v1/activities.json';

const CatalogueFile = z.object({ version: z.string().min(1), activities: z.array(Activity).min(1) }).strict();

let loaded: Catalogue | undefined;

/** Returns the sample catalogue, checked once. Throws one error that lists every problem. */
export function loadActivities(): Catalogue {
  return (loaded ??= readActivities(sample));
}

/** Returns the catalogue in a file. Throws one error that lists every problem: its shape, ids used twice, days that do not exist, words that are not for us to say. */
export function readActivities(file: unknown): Catalogue {
  const parsed = CatalogueFile.safeParse(file);
  const problems = [
    ...(parsed.success ? catalogueProblems(parsed.data) : parsed.error.issues.map((issue) => inWords(issue, file))),
    ...proseOf(file).flatMap(({ at, text }) => bannedWordsIn(text).map(({ word, instead }) => `${at}: “${word}” is not for us to say. Instead: ${instead}.`)),
  ];
  if (problems.length > 0 || !parsed.success) throw new Error(`The catalogue of activities does not make sense yet:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  return parsed.data;
}

function catalogueProblems({ activities }: Catalogue): string[] {
  return [
    ...repeated(activities.map(({ id }) => id)).map((id) => `${id} stands there twice. Keep one.`),
    ...activities.filter(({ checked }) => checked !== undefined && (!/^\d{4}-\d{2}-\d{2}$/.test(checked) || Number.isNaN(Date.parse(checked)))).map(({ id, checked }) => `${id}: “${checked}” is no day. Write it as 2026-10-31.`),
    ...activities.filter(({ company, groupSize }) => groupSize !== undefined && ((company === 'small' && groupSize > MOST_IN_A_SMALL_GROUP) || (company === 'big' && groupSize < FEWEST_IN_A_BIG_GROUP))).map(({ id, company, groupSize }) => `${id}: ${groupSize} people are not a ${company} group. Change one of the two.`),
  ];
}

const MOST_IN_A_SMALL_GROUP = 16;
const FEWEST_IN_A_BIG_GROUP = 13;
