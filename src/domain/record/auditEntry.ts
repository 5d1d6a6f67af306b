/**
 * What was done with a record: by whom, when and to which case. It has no field that could hold a word of anybody's, so
 * whoever reads the trail learns nothing of a person but that there is a case.
 */
import { z } from 'zod';

const auditVerbs = [
  /** Its own worker saw a card of the case. */
  'view',
  /** Somebody else opened the case, or the full plan. */
  'open',
  'change',
  /** A supervisor decided on a plan. */
  'decide',
  /** The bot brought something to where others read, or into somebody's own chat. */
  'post',
  'export', 'erase', 'restrict', 'lift', 'hold', 'correct', 'hand-over',
  /** Its end is near, and its worker was told. */
  'warn',
  'reseal',
  /** Somebody read the trail itself. */
  'audit',
  /** People, roles, teams, channels or contacts of the organisation. */
  'administer',
] as const;
export type AuditVerb = (typeof auditVerbs)[number];

/** An id as the platform or the bot made it: nothing with a space in it, so no sentence. */
const Id = z.string().regex(/^\S{1,300}$/, 'An id holds no spaces');
/** The name of an event, a card or a role, as it stands in the code. */
const Name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/, 'A name of the code, never words of people');

export const AuditEntry = z
  .object({
    at: z.iso.datetime(),
    by: Id,
    verb: z.enum(auditVerbs),
    caseId: Id.optional(),
    /** Where it was done, or where it went. */
    place: z.enum(['personal', 'group', 'channel', 'terminal']).optional(),
    /** What in particular: a type of event, a card, a role. */
    what: Name.optional(),
    outcome: z.enum(['done', 'refused', 'failed']),
  })
  .strict();
export type AuditEntry = z.infer<typeof AuditEntry>;
