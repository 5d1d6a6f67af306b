/** Somebody says that they are away or back, or a supervisor says it of a link worker of theirs. */
import type { ActionOf, CardAction } from '../cards/actions';
import { officeRefusalText } from '../cards/officeRefusals';
import { presentOffice } from '../cards/presentOffice';
import { teamsSupervisedBy, workersOf } from '../domain/organisation/authority';
import type { OrganisationCommand } from '../domain/organisation/decideOrganisation';
import { memberOf, type Member, type Organisation } from '../domain/organisation/organisation';
import { changeOrganisation } from './changeOrganisation';
import { officeDesk } from './handleOffice';
import { home } from './homeCards';
import { organisationNow } from './organisationNow';
import type { Parts } from './ports';
import type { Outcome, Turn } from './turn';

export type LeaveAction = ActionOf<'my-leave' | 'say-away' | 'say-back'>;
export const isLeaveAction = (action: CardAction): action is LeaveAction => action.verb === 'my-leave' || action.verb === 'say-away' || action.verb === 'say-back';

export async function handleLeave(parts: Parts, turn: Turn, action: LeaveAction): Promise<Outcome> {
  const organisation = await organisationNow(parts, { fresh: true });
  const command = commandOf(action);
  if (!command) return shown(parts, turn, organisation, {});
  const changed = await changeOrganisation(parts, { at: turn.at, by: turn.by.id }, command);
  return shown(parts, turn, changed.organisation, changed.kind === 'changed' ? { said: 'Recorded.' } : { problem: officeRefusalText(changed.reason) });
}

function commandOf(action: LeaveAction): OrganisationCommand | undefined {
  switch (action.verb) {
    case 'my-leave':
      return undefined;
    case 'say-away':
      return { type: 'TakeLeave', person: action.person, ...(action.until === undefined || action.until === '' ? {} : { until: action.until }) };
    case 'say-back':
      return { type: 'ComeBack', person: action.person };
  }
}

function shown(parts: Parts, turn: Turn, organisation: Organisation, lines: { readonly said?: string; readonly problem?: string }): Outcome {
  const people = peopleFor(organisation, turn.by.id);
  if (people.length === 0) return { shown: home(parts, { kind: 'notice', title: 'You are in no team', text: 'Leave is said of link workers of a team, by themselves or by a supervisor. Type cases to see your own.' }) };
  return { shown: presentOffice({ kind: 'leave', people, self: turn.by.id, ...lines }, officeDesk(parts, turn, organisation)) };
}

/** Themselves, and link workers of the teams that they supervise. */
function peopleFor(organisation: Organisation, person: string): readonly Member[] {
  const own = memberOf(organisation, person);
  const theirs = teamsSupervisedBy(organisation, person).flatMap(({ id }) => workersOf(organisation, id)).filter(({ id, worksIn, leftAt }) => id !== person && worksIn !== undefined && leftAt === undefined);
  return [...(own.worksIn === undefined ? [] : [own]), ...new Map(theirs.map((member) => [member.id, member])).values()];
}
