/** The numbers that a service looks after for itself, changed in the chat: each with the day by which somebody checks it again. */
import { dayInLondon } from '../case/londonTime';
import { isForDrama } from '../framework/dramaNumber';
import type { Contact } from '../framework/content';
import { isDay } from '../plan/days';
import type { Organisation } from './organisation';
import { accept, refuse, type OrganisationDecision } from './refusal';

export type ContactCommand =
  | { type: 'ChangeContact'; contact: string; name: string; number: string; hours: string; reviewBy: string; reason: string }
  /** The number in the settings counts again. */
  | { type: 'DropContact'; contact: string; reason: string };

type Ground = { readonly organisation: Organisation; readonly contacts: ReadonlyMap<string, Contact>; readonly safetyContacts: ReadonlySet<string> };

/** A number that nobody looked at for longer is not to be relied on. */
const mostDaysAhead = 400;
const mostLetters = 60;

/** National numbers come with the content: they are the same everywhere and are not for one service to change. */
export function decideContact(command: ContactCommand, envelope: { readonly at: string; readonly by: string }, { organisation, contacts, safetyContacts }: Ground): OrganisationDecision {
  const given = contacts.get(command.contact);
  const changed = organisation.contacts.get(command.contact);
  if (!given) return refuse('no-such-contact');
  if (given.scope === 'national') return refuse('national-number');
  const reason = command.reason.trim();
  if (reason === '' && safetyContacts.has(given.id)) return refuse('reason-missing');
  const why = reason === '' ? {} : { reason };
  if (command.type === 'DropContact') return changed ? accept({ type: 'LocalContactDropped', ...envelope, contact: given.id, ...why }) : refuse('nothing-changed');
  const problem = problemOf(command, dayInLondon(envelope.at));
  if (problem) return refuse(problem);
  const hours = command.hours.trim();
  const contact: Contact = { id: given.id, name: command.name.trim(), number: command.number.trim(), scope: 'local', sample: false, reviewBy: command.reviewBy, ...(hours === '' ? {} : { hours }) };
  return sameAs(contact, changed?.contact) ? refuse('nothing-changed') : accept({ type: 'LocalContactChanged', ...envelope, contact, ...why });
}

function problemOf({ name, number, reviewBy }: Extract<ContactCommand, { type: 'ChangeContact' }>, today: string) {
  if (name.trim() === '') return 'name-missing';
  if (name.trim().length > mostLetters) return 'name-too-long';
  if (!/^[\d ]+$/.test(number.trim()) || number.replace(/\D/g, '').length < 3) return 'number-unreadable';
  if (isForDrama(number)) return 'number-for-drama';
  if (!isDay(reviewBy)) return 'day-missing';
  if (reviewBy <= today) return 'day-in-the-past';
  return (Date.parse(reviewBy) - Date.parse(today)) / 86_400_000 > mostDaysAhead ? 'day-too-far' : undefined;
}

const sameAs = (one: Contact, other: Contact | undefined): boolean => other !== undefined && one.name === other.name && one.number === other.number && one.hours === other.hours && one.reviewBy === other.reviewBy;
