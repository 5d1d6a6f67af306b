/** The parts as they are at this moment: with the numbers that were changed in the chat in the place of those in the settings. */
import { contentInForce } from '../domain/organisation/contactsInForce';
import { organisationNow } from './organisationNow';
import type { Parts } from './ports';

export async function partsInForce(parts: Parts): Promise<Parts> {
  const { contacts } = await organisationNow(parts);
  return contacts.size === 0 ? parts : { ...parts, content: (version) => contentInForce(parts.content(version), contacts) };
}
