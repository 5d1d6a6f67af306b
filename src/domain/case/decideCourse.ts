/** The course of a case around its conversation: pausing, ending, the first visit and the reviews. */
import type { OpenCase } from './case';
import { accept, refuse, type Decision, type Envelope } from './decision';
import { readDay } from './decideAnswer';
import type { Found } from '../learnt/learnt';
import type { ExitCode } from './event';
import { optionalText } from './optionalText';

export type CourseCommand =
  | { type: 'Pause'; until?: string }
  | { type: 'Resume' }
  | { type: 'CloseCase'; exit: ExitCode; reason: string; told?: string; offered?: string }
  | { type: 'ReopenCase' }
  | { type: 'RecordFirstVisit'; went: boolean; lies?: 'person' | 'environment' | 'occupation'; found?: Found; words?: string }
  | { type: 'HoldReview'; words: string; progress?: number; next: 'keep' | 'change' | 'stop' };

export function decideCourse(command: CourseCommand, envelope: Envelope, state: OpenCase): Decision {
  switch (command.type) {
    case 'Pause':
      return pause(command.until, envelope, state);
    case 'Resume':
      return accept({ type: 'CaseResumed', ...envelope });
    case 'CloseCase':
      if (command.reason.trim() === '') return refuse('reason-missing');
      return accept({ type: 'CaseClosed', ...envelope, exit: command.exit, reason: command.reason, ...optionalText('told', command.told), ...optionalText('offered', command.offered) });
    case 'ReopenCase':
      return state.closed ? accept({ type: 'CaseReopened', ...envelope }) : refuse('nothing-changed');
    case 'RecordFirstVisit':
      return accept({ type: 'FirstVisitRecorded', ...envelope, went: command.went, ...(command.found === undefined ? {} : { found: command.found }), ...(command.lies === undefined ? {} : { lies: command.lies }), ...optionalText('words', command.words) });
    case 'HoldReview':
      if (command.words.trim() === '') return refuse('words-missing');
      return accept({ type: 'ReviewHeld', ...envelope, words: command.words, next: command.next, ...(command.progress === undefined ? {} : { progress: command.progress }) });
  }
}

function pause(day: string | undefined, envelope: Envelope, { paused }: OpenCase): Decision {
  const until = readDay(day, envelope.at);
  if (until === 'unreadable') return refuse('day-unreadable');
  if (until === 'past') return refuse('day-in-the-past');
  if (paused && paused.until === until) return refuse('nothing-changed');
  return accept({ type: 'CasePaused', ...envelope, ...(until === undefined ? {} : { until }) });
}
