import type { CaseReading } from '../domain/analysis/caseReading';
import type { Press } from './buttons';
import type { screens } from './actions';

/** Looks at something of this case as it stands now; changes nothing. */
export function show({ caseId, state }: CaseReading, screen: (typeof screens)[number], about?: string): Extract<Press, { verb: 'show' }> {
  return { verb: 'show', caseId, rev: state.rev, screen, ...(about === undefined ? {} : { about }) };
}

/** Goes elsewhere; what the worker had typed on this card is kept as an observation. */
export function showKeeping({ caseId, state }: CaseReading, screen: (typeof screens)[number]): Press {
  return { verb: 'show', caseId, rev: state.rev, screen, box: 'observation' };
}
