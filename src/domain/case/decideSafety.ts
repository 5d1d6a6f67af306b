/** What became of the messages that tell others of a safety action: recorded by the bot once the platform confirmed it. */
import type { OpenCase } from './case';
import { accept, refuse, type Decision, type Envelope } from './decision';
import type { Place } from './event';

export type SafetyCommand =
  | { type: 'RecordSafetyTold'; place: Place; message: string; says: string }
  | { type: 'RecordSafetyShown'; message: string; says: string; reason?: string }
  | { type: 'RecordSafetyUntold'; says: string; place?: string; reason: string };

export function decideSafety(command: SafetyCommand, envelope: Envelope, { safetyNotices, safetyUntold }: OpenCase): Decision {
  switch (command.type) {
    case 'RecordSafetyTold':
      if (safetyNotices.some(({ message }) => message === command.message)) return refuse('already-posted');
      return accept({ type: 'SafetyNoticePosted', ...envelope, place: command.place, message: command.message, says: command.says });
    case 'RecordSafetyShown': {
      const notice = safetyNotices.find(({ message }) => message === command.message);
      if (!notice) return refuse('not-posted');
      if (notice.gone || (notice.says === command.says && command.reason === undefined)) return refuse('nothing-changed');
      return accept({ type: 'SafetyNoticeChanged', ...envelope, message: command.message, says: command.says, ...(command.reason === undefined ? {} : { reason: command.reason }) });
    }
    case 'RecordSafetyUntold':
      if (safetyUntold?.says === command.says && safetyUntold.place === command.place && safetyUntold.reason === command.reason) return refuse('nothing-changed');
      return accept({ type: 'SafetyNoticeUntold', ...envelope, says: command.says, reason: command.reason, ...(command.place === undefined ? {} : { place: command.place }) });
  }
}
