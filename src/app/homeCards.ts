/** Cards that stand without a case. */
import { presentHome } from '../cards/present';
import type { HomeScreen, Roles } from '../cards/screen';
import { mostInABox } from '../domain/case/case';
import { authorityOf, teamsSupervisedBy } from '../domain/organisation/authority';
import { organisationNow } from './organisationNow';
import { ownHeads } from './ownCases';
import type { Parts } from './ports';
import type { Shown, Turn } from './turn';
import { urgentIn } from './urgentWords';

export const home = (parts: Parts, screen: HomeScreen): Shown => presentHome(screen, { content: parts.content() });

export const help = async (parts: Parts, { by }: Turn): Promise<Shown> => home(parts, { kind: 'help', roles: await rolesOf(parts, by.id) });

async function rolesOf(parts: Parts, person: string): Promise<Roles> {
  const organisation = await organisationNow(parts);
  const { administers, manages } = authorityOf(organisation, parts.settings, person);
  return { supervises: teamsSupervisedBy(organisation, person).length > 0, administers, manages };
}

/** `typed`: words that wait for a case; `needsCase`: something was asked for that only a case has. */
export async function welcome(parts: Parts, { by }: Turn, { typed, needsCase }: { readonly typed?: string; readonly needsCase?: boolean } = {}): Promise<Shown> {
  const urgent = typed === undefined ? undefined : urgentIn(typed, parts.content());
  if (typed !== undefined && typed.length > mostInABox && urgent === undefined) return home(parts, tooLongToCarry);
  const heads = await ownHeads(parts, by.id);
  const open = heads.filter(({ state }) => state !== 'closed').length;
  return home(parts, { kind: 'welcome', cases: open, hasClosed: heads.length > open, local: parts.settings.selfReview, roles: await rolesOf(parts, by.id), ...(typed === undefined || typed.length > mostInABox ? {} : { typed }), ...(urgent === undefined ? {} : { urgent }), ...(needsCase ? { needsCase } : {}) });
}

const tooLongToCarry: HomeScreen = {
  kind: 'notice',
  title: 'That is a long text',
  text: 'No case is open, so I have not kept it. Type new, phone or notes to open one, then send the text again: it is kept whole.',
};
