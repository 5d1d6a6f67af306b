/** Everything that a practitioner may change, checked together when it is loaded. */
import { z } from 'zod';
import { ConcernCode, type Framework, Slug } from './framework';
import { ExitCode } from '../case/event';
import type { SafetyTimes } from './safetyTimes';
import type { Lexicon } from '../reading/lexicon';
import type { Concepts } from '../matching/concept';
import type { FilingWords } from '../reading/filing/filingWords';

export const ConcernGuide = z
  .object({
    code: ConcernCode,
    title: z.string().max(60),
    examples: z.string(),
    who: z.string(),
    steps: z.array(z.string()).min(1).max(4),
    wordsToSay: z.string(),
    restricted: z.boolean(),
    /** Contact ids to show first. */
    contacts: z.array(z.string()).min(1),
    /** Who works on it together: the collaboration that the plan can name. */
    partners: z.array(z.string()).default([]),
  })
  .strict();
export type ConcernGuide = z.infer<typeof ConcernGuide>;

/** A number that somebody looks after: `reviewBy` is the ISO day by which it is checked again, `source` who publishes it. */
export const Contact = z
  .object({
    id: Slug,
    name: z.string().max(60),
    number: z.string().regex(/^[\d ]+$/),
    hours: z.string().optional(),
    scope: z.enum(['national', 'local']),
    /** Invented, until the service fills in its own. */
    sample: z.boolean().default(false),
    reviewBy: z.iso.date(),
    source: z.string().optional(),
    /** Concerns on whose cards it stands besides those that name it: a service of the place, such as a carers' centre. */
    for: z.array(ConcernCode).optional(),
  })
  .strict();
export type Contact = z.infer<typeof Contact>;

/** `needs` says what is written down when the conversation ends this way. */
export const Exit = z.object({ code: ExitCode, label: z.string().max(40), means: z.string(), offer: z.string(), needs: z.array(z.enum(['reason', 'told', 'offered'])).default([]) }).strict();
export type Exit = z.infer<typeof Exit>;

/** Stages of the process flowchart in order; a decision stands between stages. */
export const ProcessStage = z.object({ id: z.enum(['referral', 'first-talk', 'conversation', 'options', 'plan', 'supervisor', 'first-visit', 'follow-up', 'ending']), label: z.string().max(24), decision: z.string().max(80), exits: z.array(ExitCode) }).strict();
export type ProcessStage = z.infer<typeof ProcessStage>;

export type Content = {
  readonly version: string;
  readonly framework: Framework;
  readonly concerns: ReadonlyMap<string, ConcernGuide>;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly exits: readonly Exit[];
  readonly process: readonly ProcessStage[];
  readonly texts: Readonly<Record<string, string>>;
  /** Words by which a sentence of a note is proposed to a prompt. */
  readonly filing: FilingWords;
  /** How long a safety action may wait for a named person. */
  readonly safety: SafetyTimes;
  /** The rules by which everything that is typed is read for concerns. */
  readonly lexicon: Lexicon;
  /** The concepts in which what people say and what services offer meet, read when they are first asked for. */
  readonly concepts: () => Concepts;
};

/** Each guide with the contacts that say of themselves that they are for it, after its own. */
function guidesWith(concerns: Content['concerns'], contacts: Content['contacts']): Content['concerns'] {
  const further = [...contacts.values()].flatMap(({ id, for: codes = [] }) => codes.map((code) => [code, id] as const));
  if (further.length === 0) return concerns;
  return new Map([...concerns].map(([code, guide]) => [code, { ...guide, contacts: [...new Set([...guide.contacts, ...further.flatMap(([of, id]) => (of === code ? [id] : []))])] }]));
}

/** The same content with these contacts in place of its own. What is made when it is first asked for, as the rules of reading are, is not made by this. */
export const withTheContacts = (content: Content, contacts: Content['contacts']): Content =>
  Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(content), contacts: { value: contacts, enumerable: true }, concerns: { value: guidesWith(content.concerns, contacts), enumerable: true } }) as Content;
