/** A number that nobody looks after is worse than none, so each has a day by which somebody checks it. */
import type { Content } from '../domain/framework/content';
import { isOverdue } from '../domain/framework/isOverdue';

export type ContactToCheck = { readonly id: string; readonly name: string; readonly why: 'sample' | 'overdue' };

/** Contacts that may not be relied on at this ISO day: invented ones, and those whose review day has passed. */
export function contactsToCheck({ contacts }: Pick<Content, 'contacts'>, today: string): readonly ContactToCheck[] {
  return [...contacts.values()].flatMap((contact): ContactToCheck[] => {
    const { id, name, sample } = contact;
    if (sample) return [{ id, name, why: 'sample' }];
    return isOverdue(contact, today) ? [{ id, name, why: 'overdue' }] : [];
  });
}
