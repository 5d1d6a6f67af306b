import type { CaseReading } from '../domain/analysis/caseReading';
import { standingNotice } from '../domain/case/owedSafety';
import { isOverdue } from '../domain/framework/isOverdue';
import { shorten } from './escape';

/** For the worker: who else knows that a safety action is open, and whom to tell when nobody does. Empty while that is not known. */
export function safetyTold({ state, content, today }: CaseReading): string {
  const standing = standingNotice(state);
  if (standing) return `${shorten(standing.place.name, 60)} shows that a safety action is open and whose it is, never what it is about.`;
  if (state.safetyUntold === undefined) return '';
  const whom = content.contacts.get('gp-supervisor') ?? content.contacts.get('duty-gp');
  const tell = whom === undefined ? 'Please tell your supervisor.' : `You can ring: ${whom.name}, ${whom.number}${isOverdue(whom, today) ? ' (check this number)' : ''}.`;
  // The next in line may have been told one to one since: it waited too long.
  return `Nobody else was told when it came up: ${state.safetyUntold.reason}. ${tell}`;
}
