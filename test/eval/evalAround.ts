/** How often something grave that is plainly so loses its prompt by the words that stand around it. */
import { z } from 'zod';
import type { Mention } from '../../src/domain/reading/mention';
import { bootstrapped, share, type Figure } from './intervals';

/** Put in the place of the X, one after the other: each is true, of now, and of the person or their home. */
export const graveStatements = [
  'she wants to die',
  'her husband hits her',
  'she is hearing voices telling her to hurt people',
  'there is no food in the house',
  'she took forty tablets last night',
  'her son takes her pension',
  'she has crushing chest pain',
  'he touched her little girl',
] as const;

const place = /\bX\b/;

/** "Nobody at work knows that X." */
export const AroundRow = z.object({ text: z.string().regex(place, 'has no X where a statement is put in') });
export type AroundRow = z.infer<typeof AroundRow>;
export type Silenced = { readonly text: string; readonly silenced: readonly string[] };

type Read = (text: string) => readonly Mention[];

/** The statements that are not shown at once in these words; a statement put first begins with a capital. */
export const silencedIn = ({ text }: AroundRow, read: Read): readonly string[] => graveStatements.filter((statement) => !read(withStatement(text, statement)).some(({ grade }) => grade === 'prompt'));

function withStatement(text: string, statement: string): string {
  const whole = text.replace(place, () => statement);
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

/** `prompted` is the share of statements that are shown at once; the interval is over the rows, since what misleads in one misleads eight times. `whole` is the share of rows in which all of them are. */
export function scoreAround(rows: readonly AroundRow[], read: Read): { readonly prompted: Figure; readonly whole: Figure; readonly rows: number } {
  const silenced = rows.map((row) => silencedIn(row, read).length);
  const prompted = bootstrapped(silenced, (some) => 1 - some.reduce((sum, each) => sum + each, 0) / (some.length * graveStatements.length));
  return { prompted, whole: share(silenced.filter((each) => each === 0).length, rows.length), rows: rows.length };
}

export const silencedBy = (rows: readonly AroundRow[], read: Read): readonly Silenced[] => rows.map((row) => ({ text: row.text, silenced: silencedIn(row, read) })).filter(({ silenced }) => silenced.length > 0);
