/**
 * Everything that can happen to the organisation, in the past tense: who may do what, in which team, where plans are
 * reviewed, and the numbers of the service. The list of events is the organisation and its audit at once.
 */
import { z } from 'zod';
import { Place } from '../case/event';
import { Contact } from '../framework/content';

export const Role = z.enum(['link-worker', 'supervisor', 'manager', 'administrator']);
export type Role = z.infer<typeof Role>;

/** A link worker becomes one by being put in a team. Supervisors are that of a team, the others of the organisation. */
export const GrantedRole = Role.exclude(['link-worker']);
export type GrantedRole = z.infer<typeof GrantedRole>;

/** Who did it, and when. `by` is the id that the platform signed, or the bot's own. */
const By = { at: z.string(), by: z.string() };
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) => z.object({ type: z.literal(type), ...By, ...shape }).strict();

export const OrganisationEvent = z.discriminatedUnion('type', [
  /** Somebody wrote to the bot, or was put on the list by an administrator: from now on they have a name. */
  event('PersonNamed', { person: z.string(), name: z.string() }),
  event('RoleGranted', { person: z.string(), role: GrantedRole, team: z.string().optional() }),
  event('RoleWithdrawn', { person: z.string(), role: Role, team: z.string().optional(), reason: z.string().optional() }),
  event('TeamFormed', { team: z.string(), name: z.string() }),
  event('TeamRenamed', { team: z.string(), name: z.string() }),
  /** A link worker works in one team at a time. */
  event('WorkerPutInTeam', { person: z.string(), team: z.string() }),
  event('WorkerTookLeave', { person: z.string(), /** ISO day of the first day back. */ until: z.string().optional() }),
  event('WorkerCameBack', { person: z.string() }),
  /** They have left the organisation: all that they might do ends. */
  event('PersonLeft', { person: z.string() }),
  /** They are back, without any role. */
  event('PersonReturned', { person: z.string() }),
  event('ReviewChannelSet', { team: z.string(), place: Place }),
  event('ReviewChannelDropped', { team: z.string(), place: z.string() }),
  /** A number of the service, as it stands from now on in place of the one in the settings. */
  event('LocalContactChanged', { contact: Contact, reason: z.string().optional() }),
  /** The number in the settings counts again. */
  event('LocalContactDropped', { contact: z.string(), reason: z.string().optional() }),
]);
export type OrganisationEvent = z.infer<typeof OrganisationEvent>;
export type OrganisationEventOf<Type extends OrganisationEvent['type']> = Extract<OrganisationEvent, { type: Type }>;
