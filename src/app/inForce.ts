/** The parts as they are at this moment: with the numbers that were changed in the chat, and with what was heard of activities. */
import { heardIn, withHeard } from '../domain/activities/heard';
import { contentInForce } from '../domain/organisation/contactsInForce';
import { organisationNow } from './organisationNow';
import type { Parts } from './ports';

export async function partsInForce(parts: Parts): Promise<Parts> {
  const { contacts } = await organisationNow(parts);
  const heard = heardIn(await parts.learnt.load());
  const catalogue = (): ReturnType<Parts['catalogue']> => withHeard(parts.catalogue(), heard);
  return contacts.size === 0 ? { ...parts, catalogue } : { ...parts, catalogue, content: (version) => contentInForce(parts.content(version), contacts) };
}
