/** What the supervisor of a team may do with a case of its link workers: read it, which is recorded, and hand it over. Never change it. */
import type { Authority } from '../organisation/authority';
import type { OpenCase } from './case';
import { accept, refuse, type Decision, type Envelope } from './decision';

export type SupervisionCommand =
  /** `name` is that of who opens it; `isInTheirChannel` whether they are, at this moment, in the place where the team's plans are reviewed. */
  | { type: 'OpenCaseOfTeam'; name: string; reason?: string; isInTheirChannel: boolean }
  | { type: 'HandOver'; to: string; toName: string; name: string; reason: string };

const types: ReadonlySet<string> = new Set<SupervisionCommand['type']>(['OpenCaseOfTeam', 'HandOver']);
export const isSupervision = (command: { readonly type: string }): command is SupervisionCommand => types.has(command.type);

/** Only the supervisors of the link worker's team read a case that is not theirs. Administrators hand over, and read nothing. */
export function decideSupervision(command: SupervisionCommand, envelope: Envelope, state: OpenCase, authority: Authority): Decision {
  switch (command.type) {
    case 'OpenCaseOfTeam': {
      const { name, reason, isInTheirChannel } = command;
      if (!authority.supervises) return refuse('not-your-case');
      if (!isInTheirChannel) return refuse('not-in-the-channel');
      return accept({ type: 'CaseOpenedBySupervisor', ...envelope, name, ...(reason?.trim() ? { reason: reason.trim() } : {}) });
    }
    case 'HandOver':
      return handOver(command, envelope, state, authority);
  }
}

function handOver({ to, toName, name, reason }: Extract<SupervisionCommand, { type: 'HandOver' }>, envelope: Envelope, state: OpenCase, { supervises, administers, mayGiveTo }: Authority): Decision {
  if (!supervises && !administers) return refuse('not-your-case');
  if (to === state.worker) return refuse('nothing-changed');
  if (!mayGiveTo(to)) return refuse('no-such-worker');
  if (reason.trim() === '') return refuse('reason-missing');
  return accept({ type: 'CaseHandedOver', ...envelope, to, toName, name, reason: reason.trim() });
}
