/** The numbers as they stand: those of the settings, with what was changed in the chat in their place. */
import { withTheContacts, type Contact, type Content } from '../framework/content';
import type { ChangedContact } from './organisation';

type Changed = ReadonlyMap<string, ChangedContact>;
const known = new WeakMap<Content, WeakMap<Changed, Content>>();

/** The same object for the same content and the same changes, so that what was read with it stays read. */
export function contentInForce(content: Content, changed: Changed): Content {
  if (changed.size === 0) return content;
  const byChange = known.get(content) ?? new WeakMap<Changed, Content>();
  known.set(content, byChange);
  const inForce = byChange.get(changed) ?? withTheContacts(content, new Map([...content.contacts].map(([id, contact]) => [id, inPlaceOf(contact, changed.get(id)?.contact)] as const)));
  byChange.set(changed, inForce);
  return inForce;
}

/** What it is for stays as the settings say. */
const inPlaceOf = (given: Contact, changed: Contact | undefined): Contact => (changed === undefined ? given : { ...changed, ...(given.for === undefined ? {} : { for: given.for }) });

/** Ids of the contacts that a card of a concern names: somebody in danger may depend on them. */
export const safetyContactsOf = ({ concerns }: Pick<Content, 'concerns'>): ReadonlySet<string> => new Set([...concerns.values()].flatMap(({ contacts }) => contacts));
