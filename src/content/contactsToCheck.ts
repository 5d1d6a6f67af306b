/** A number that nobody looks after is worse than none, so each has a day by which somebody checks it. */
import type { Contact, Content } from '../domain/framework/content';
import { isOverdue } from '../domain/framework/isOverdue';
import { addDays } from '../domain/case/decideAnswer';
import { dayInWords } from '../domain/plan/days';
import { localContacts } from './readContent';

export type ContactToCheck = { readonly id: string; readonly name: string; readonly why: 'sample' | 'overdue' };
type Contacts = Pick<Content, 'contacts'>;

/** Contacts that may not be relied on at this ISO day: invented ones, and those whose review day has passed. */
export function contactsToCheck({ contacts }: Contacts, today: string): readonly ContactToCheck[] {
  return [...contacts.values()].flatMap((contact): ContactToCheck[] => {
    const { id, name, sample } = contact;
    if (sample) return [{ id, name, why: 'sample' }];
    return isOverdue(contact, today) ? [{ id, name, why: 'overdue' }] : [];
  });
}

export type ContactWanting = { readonly id: string; readonly problem: string };

/** What stands between these contacts and real people: each number that a service must have of its own, and its mend. */
export const contactsWanting = ({ contacts }: Contacts, today: string): readonly ContactWanting[] => [
  ...localContacts.flatMap((id) => problemsOf(id, contacts.get(id), today).map((problem) => ({ id, problem }))),
  // A further number may be past its day: its card says so. It may not be an invented one.
  ...[...contacts.values()].flatMap(({ id, name, sample, for: codes }) => (codes && sample ? [{ id, problem: `“${name}” is an invented sample. Write its real number into the file that CONTACTS_FILE names, or take it out.` }] : [])),
];

function problemsOf(id: string, contact: Contact | undefined, today: string): string[] {
  if (contact === undefined) return [`The local number “${id}” is missing. Write it into the file that CONTACTS_FILE names.`];
  if (contact.sample) return [`The local number “${id}” is an invented sample. Write your own into the file that CONTACTS_FILE names.`];
  return isOverdue(contact, today) ? [`“${contact.name}” was to be checked by ${yearToo(contact.reviewBy)}. Ring ${contact.number}, put it right in the file that CONTACTS_FILE names, and write there by when it is checked again.`] : [];
}

/** Days before a review day from which it is said at the start. */
const soon = 30;

/** What to say at the start of the rest: numbers whose day is near or past, so that nobody is caught out. */
export function contactsToMention({ contacts }: Contacts, today: string): readonly string[] {
  const real = [...contacts.values()].filter(({ sample }) => !sample);
  const past = real.filter((contact) => isOverdue(contact, today));
  const near = real.filter((contact) => !isOverdue(contact, today) && isOverdue(contact, addDays(today, soon)));
  return [...listOf('These numbers were to be checked by now, and cards say so', past), ...listOf('These numbers are to be checked soon', near)];
}

const listOf = (what: string, contacts: readonly Contact[]): string[] => (contacts.length === 0 ? [] : [`${what}: ${contacts.map(({ name, reviewBy }) => `${name} (${yearToo(reviewBy)})`).join(', ')}.`]);
const yearToo = (day: string): string => `${dayInWords(day)} ${day.slice(0, 4)}`;
