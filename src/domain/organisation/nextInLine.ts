/** Who is told of a case in its worker's place: the supervisors of their team, and the administrators where there is none. */
import { authorityOf, isAdministrator, supervisorsOf, type Appointed } from './authority';
import { isAway, memberOf, membersByName, teamOfWorker, type Organisation } from './organisation';

/** `supervisor` may open the case, `administrator` may only hand it over. */
export type InLine = { readonly person: string; readonly as: 'supervisor' | 'administrator' };

export type Standing =
  | { readonly kind: 'there' }
  /** On leave: what was decided waits for them, what is due does not. */
  | { readonly kind: 'on-leave' }
  /** They left, or are no link worker any more: nothing of the case goes to them. */
  | { readonly kind: 'gone' };

/** `today` is an ISO day. */
export function standingOfWorker(organisation: Organisation, appointed: Appointed, worker: string, today: string): Standing {
  if (!authorityOf(organisation, appointed, worker).mayWork) return { kind: 'gone' };
  return isAway(memberOf(organisation, worker), today) ? { kind: 'on-leave' } : { kind: 'there' };
}

/** In the order in which they are told; supervisors who are there come before those on leave. Empty where nobody has a role. */
export function nextInLine(organisation: Organisation, appointed: Appointed, worker: string, today: string): readonly InLine[] {
  const team = teamOfWorker(organisation, worker);
  const supervisors = (team === undefined ? [] : supervisorsOf(organisation, team)).filter(({ id }) => id !== worker);
  const inOrder = [...supervisors].sort((a, b) => Number(isAway(a, today)) - Number(isAway(b, today)));
  if (inOrder.length > 0) return inOrder.map(({ id }) => ({ person: id, as: 'supervisor' as const }));
  const granted = membersByName(organisation).filter(({ id }) => isAdministrator(organisation, appointed, id)).map(({ id }) => id);
  return [...new Set([...granted, ...appointed.administrators])].filter((id) => id !== worker).map((person) => ({ person, as: 'administrator' as const }));
}
