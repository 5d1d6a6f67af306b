/** Who is there, and who is away: said at the terminal when nobody can say it in the chat. */
import { changeOrganisation } from '../app/changeOrganisation';
import { organisationNow } from '../app/organisationNow';
import type { Parts } from '../app/ports';
import { rolesOf } from '../cards/officePeople';
import { officeRefusalText } from '../cards/officeRefusals';
import { dayInLondon } from '../domain/case/londonTime';
import type { OrganisationCommand } from '../domain/organisation/decideOrganisation';
import { membersByName, nameOfMember, type Member, type Organisation } from '../domain/organisation/organisation';
import { dayInWords } from '../domain/plan/days';
import { done, refused, type AdminSaid } from './adminSaid';

type AtTheTerminal = { readonly parts: Parts; readonly at: string; readonly by: string };

/** Everybody who has written to the bot: id, name, and what they may do. */
export async function people({ parts, at }: Omit<AtTheTerminal, 'by'>): Promise<AdminSaid> {
  const organisation = await organisationNow(parts, { fresh: true });
  const lines = membersByName(organisation).map((member) => [member.id, nameOfMember(member), rolesOf(member, { organisation, appointed: parts.settings, today: dayInLondon(at) }).join(', ') || 'no role yet'].join('\t'));
  return done(lines.length === 0 ? 'Nobody has written to the bot yet.' : lines.join('\n'));
}

/** `called` is an id or a whole name. Refused when that is nobody or several, or when it is no link worker of a team. */
export async function goOnLeave(desk: AtTheTerminal, called: string, until: string | undefined): Promise<AdminSaid> {
  const back = until === undefined ? ' until somebody says that they are back' : `, back on ${dayInWords(until)}`;
  return change(desk, called, (person) => ({ type: 'TakeLeave', person, ...(until === undefined ? {} : { until }) }), `is on leave${back}. What is due meanwhile goes to a supervisor of the team.`);
}

export const comeBack = (desk: AtTheTerminal, called: string): Promise<AdminSaid> => change(desk, called, (person) => ({ type: 'ComeBack', person }), 'is back.');

async function change({ parts, at, by }: AtTheTerminal, called: string, commandFor: (person: string) => OrganisationCommand, then: string): Promise<AdminSaid> {
  const found = calledSo(await organisationNow(parts, { fresh: true }), called);
  const [member, ...others] = found;
  if (member === undefined) return refused(`There is nobody called ${called}. npm run admin -- people lists everybody.`);
  if (others.length > 0) return refused(`${nameOfMember(member)} is the name of ${found.length} people. Give the id of one of them: ${found.map(({ id }) => id).join(', ')}.`);
  if (member.worksIn === undefined) return refused(`${nameOfMember(member)} is no link worker of a team, so nothing is due to them.`);
  // Whoever may run this with the settings of the bot may do what an administrator may.
  const { settings } = parts;
  const changed = await changeOrganisation({ ...parts, settings: { ...settings, administrators: [...settings.administrators, by] } }, { at, by }, commandFor(member.id));
  return changed.kind === 'refused' ? refused(officeRefusalText(changed.reason)) : done(`${nameOfMember(member)} ${then}`);
}

function calledSo(organisation: Organisation, called: string): readonly Member[] {
  const members = membersByName(organisation);
  const byId = members.filter(({ id }) => id === called);
  return byId.length > 0 ? byId : members.filter(({ name }) => name !== '' && name.toLowerCase() === called.trim().toLowerCase());
}
