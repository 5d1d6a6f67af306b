/** What nobody offers, in numbers: for those who manage the service, and for administrators. */
import { dayInLondon } from '../domain/case/londonTime';
import { presentNeeds } from '../cards/needsCard';
import { countNeeds } from '../domain/learnt/needCounts';
import { home } from './homeCards';
import { authorityNow } from './organisationNow';
import type { Parts } from './ports';
import type { Outcome, Turn } from './turn';

export async function mayCountNeeds(parts: Parts, person: string): Promise<boolean> {
  const { manages, administers } = await authorityNow(parts, person);
  return manages || administers;
}

export async function handleNeeds(parts: Parts, { at, by }: Turn): Promise<Outcome> {
  if (!(await mayCountNeeds(parts, by.id))) return { shown: home(parts, { kind: 'notice', title: 'That is for managers', text: 'Nothing was changed. Type help to see what I can do for you.' }) };
  return { shown: presentNeeds(countNeeds(await parts.learnt.load({ fresh: true }), dayInLondon(at))) };
}
