/** How well the reader finds the concerns of notes that people have read. It checks words, not people. */
import { z } from 'zod';
import { groupOf } from '../../src/domain/reading/groups';
import { statuses, type Mention, type Status } from '../../src/domain/reading/mention';
import { bootstrapped, share, type Figure } from './intervals';

const soonest = ['NOW', 'TODAY', 'SOON', 'ROUTINE'] as const;

/** Other words for a status that those who label notes use. */
const otherNames: Readonly<Record<string, Status>> = { current: 'present', now: 'present', historical: 'past', history: 'past', negated: 'denied', absent: 'denied', conditional: 'hypothetical', safetyadvice: 'hypothetical', advice: 'hypothetical', somebodyelse: 'other', someoneelse: 'other', otherperson: 'other', others: 'other', figurative: 'figure', figureofspeech: 'figure', idiom: 'figure', family: 'other', relative: 'other', thirdparty: 'other', indoubt: 'present', doubt: 'present', uncertain: 'present', possible: 'present' };
const statusNamed = (name: string): Status | undefined => {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  return statuses.find((status) => status === plain) ?? otherNames[plain];
};

/** Nothing, however it is written. */
const orNothing = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value), schema.optional());
const inCapitals = (value: unknown): unknown => (typeof value === 'string' ? value.trim().toUpperCase() : value);
const LabelledStatus = z.string().transform((name, check) => statusNamed(name) ?? (check.addIssue(`"${name}" is no status: there are ${statuses.join(', ')}`), z.NEVER));
const LabelledConcern = z.object({ code: z.preprocess(inCapitals, z.string()), status: LabelledStatus, urgency: orNothing(z.preprocess(inCapitals, z.enum(soonest))), words: orNothing(z.string()) });

export const ReadingRow = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  kind: orNothing(z.string()).transform((kind) => kind ?? ''),
  concerns: orNothing(z.array(LabelledConcern)).transform((concerns) => concerns ?? []),
});
export type ReadingRow = z.infer<typeof ReadingRow>;
type Labelled = ReadingRow['concerns'][number];

type Recalls = { readonly recallShown: Figure; readonly recallPrompt: Figure; readonly recallExact: Figure; readonly recallExactPrompt: Figure; readonly statusAccuracy: Figure };
export type ReadingScore = {
  readonly pooled: Recalls;
  readonly byCode: Readonly<Record<string, Recalls>>;
  /** Prompts for concerns that nobody labelled as present, in 100 notes of the kind. `urgent`: of them NOW or TODAY. */
  readonly wrongPromptsPer100: { readonly hardNegative: Figure; readonly plain: Figure };
  readonly wrongUrgentPromptsPer100: { readonly hardNegative: Figure; readonly plain: Figure };
  readonly notes: number;
};

type Read = { readonly row: ReadingRow; readonly mentions: readonly Mention[] };

export function scoreReading(rows: readonly ReadingRow[], read: (text: string) => readonly Mention[]): ReadingScore {
  const all = rows.map((row): Read => ({ row, mentions: read(row.text) }));
  const codes = [...new Set(rows.flatMap(({ concerns }) => concerns.map(({ code }) => code)))].sort();
  const [hard, plain] = [all.filter(({ row }) => kindOf(row) === 'hardNegative'), all.filter(({ row }) => kindOf(row) === 'plain')];
  return {
    pooled: recallsOf(all, () => true),
    byCode: Object.fromEntries(codes.map((code) => [code, recallsOf(all, (concern) => concern.code === code)])),
    wrongPromptsPer100: { hardNegative: perHundred(hard, () => true), plain: perHundred(plain, () => true) },
    wrongUrgentPromptsPer100: { hardNegative: perHundred(hard, isUrgent), plain: perHundred(plain, isUrgent) },
    notes: rows.length,
  };
}

const isUrgent = ({ urgency }: { readonly urgency?: string | undefined }): boolean => urgency === 'NOW' || urgency === 'TODAY';
const isShownFor = (code: string) => (mention: Mention): boolean => groupOf(code).has(mention.code);
const isPrompt = ({ grade }: Mention): boolean => grade === 'prompt';

/** A kind may be named by its status: "denied". A note of another kind is a hard negative when nothing in it is present. */
function kindOf({ kind, concerns }: ReadingRow): 'hardNegative' | 'plain' | 'other' {
  const name = kind.toLowerCase().replace(/[^a-z]/g, '');
  if (name.includes('plain') || name.includes('ordinary')) return 'plain';
  if (name.includes('neg') || (statusNamed(kind) ?? 'present') !== 'present') return 'hardNegative';
  return concerns.length > 0 && concerns.every(({ status }) => status !== 'present') ? 'hardNegative' : 'other';
}

function recallsOf(all: readonly Read[], wanted: (concern: Labelled) => boolean): Recalls {
  const labelled = all.flatMap(({ row, mentions }) => row.concerns.filter(wanted).map((concern) => ({ concern, mentions })));
  const urgent = labelled.filter(({ concern }) => concern.status === 'present' && isUrgent(concern));
  const found = (fits: (code: string, mention: Mention) => boolean): Figure => share(urgent.filter(({ concern, mentions }) => mentions.some((mention) => fits(concern.code, mention))).length, urgent.length);
  const read = labelled.flatMap(({ concern, mentions }) => statusesRead(concern, mentions).map((status) => status === concern.status));
  return {
    recallShown: found((code, mention) => isShownFor(code)(mention)),
    recallPrompt: found((code, mention) => isShownFor(code)(mention) && isPrompt(mention)),
    recallExact: found((code, mention) => mention.code === code),
    recallExactPrompt: found((code, mention) => mention.code === code && isPrompt(mention)),
    statusAccuracy: share(read.filter(Boolean).length, read.length),
  };
}

/** The status that was read for a labelled concern: of the mention of its own or its group that shares most letters with its words; none when it was not found. */
function statusesRead(concern: Labelled, mentions: readonly Mention[]): readonly Status[] {
  const own = mentions.filter(({ code }) => code === concern.code);
  const candidates = own.length > 0 ? own : mentions.filter(isShownFor(concern.code));
  const overlap = ({ words }: Mention): number => (concern.words?.toLowerCase().includes(words.toLowerCase()) || words.toLowerCase().includes((concern.words ?? '\u0000').toLowerCase()) ? words.length + 1000 : 0);
  const [best] = [...candidates].sort((a, b) => overlap(b) - overlap(a) || a.start - b.start);
  return best ? [best.status] : [];
}

function wrongPromptsOf({ row, mentions }: Read, counts: (mention: Mention) => boolean): number {
  const wrong = mentions.filter((mention) => isPrompt(mention) && counts(mention) && !row.concerns.some(({ code, status }) => status === 'present' && isShownFor(code)(mention)));
  return new Set(wrong.map(({ code }) => code)).size;
}

const perHundred = (all: readonly Read[], counts: (mention: Mention) => boolean): Figure =>
  bootstrapped(all, (some) => (100 * some.reduce((sum, each) => sum + wrongPromptsOf(each, counts), 0)) / Math.max(1, some.length));

export type Miss = { readonly id: string; readonly what: string; readonly text: string; readonly read: string };

/** What was read otherwise than labelled, for whoever mends the rules. */
export function missesOf(rows: readonly ReadingRow[], read: (text: string) => readonly Mention[]): readonly Miss[] {
  return rows.flatMap((row): Miss[] => {
    const mentions = read(row.text);
    const told = mentions.map(({ rule, status, grade, words }) => `${rule} ${status}/${grade} "${words}"`).join('; ');
    const base = { id: row.id, text: row.text, read: told === '' ? 'nothing' : told };
    const missed = row.concerns.filter((concern) => concern.status === 'present' && isUrgent(concern)).flatMap((concern) => missOf(concern, mentions));
    const statusWrong = row.concerns.flatMap((concern) => statusesRead(concern, mentions).filter((status) => status !== concern.status).map((status) => `STATUS ${concern.code} "${concern.words ?? ''}" is ${concern.status}, read as ${status}`));
    const wrong = mentions.filter((mention) => isPrompt(mention) && !row.concerns.some(({ code, status }) => status === 'present' && isShownFor(code)(mention))).map(({ code, rule, words }) => `WRONG PROMPT ${code} ${rule} "${words}"`);
    return [...missed, ...new Set(wrong), ...statusWrong].map((what) => ({ ...base, what }));
  });
}

function missOf({ code, words }: Labelled, mentions: readonly Mention[]): string[] {
  const shown = mentions.filter(isShownFor(code));
  if (shown.length === 0) return [`NOT SHOWN ${code} "${words ?? ''}"`];
  return shown.some(isPrompt) ? [] : [`NO PROMPT ${code} "${words ?? ''}"`];
}
