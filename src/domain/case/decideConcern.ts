/** What people do about a concern: raise it, take it on, reply, set it aside with a reason, write down what happened. */
import type { CaseReading } from '../analysis/caseReading';
import type { Concern } from '../analysis/finding';
import type { Urgency } from '../framework/framework';
import type { ConcernRecord } from './case';
import { accept, refuse, type Decision, type Envelope } from './decision';
import { escalationFields, type CaseEvent, type Escalation, type ReplyFrom, type SetAsideKind } from './event';

export type ConcernCommand =
  | { type: 'RaiseConcern'; id: string; code: string; urgency: Urgency; words: string; owner?: string; action?: string; route?: string }
  /** What was only noted, read as denied, or set aside is a concern after all. */
  | { type: 'RaiseMentions'; concern: string }
  /** `detail` and `record` are restricted, whatever the concern is. */
  | { type: 'OwnConcern'; concern: string; owner: string; action: string; route: string; detail?: string; record?: Escalation }
  | { type: 'AnswerConcern'; concern: string; from: string; reply: string; role?: ReplyFrom; record?: Escalation }
  | { type: 'SetAsideConcern'; concern: string; reason: string; kind?: SetAsideKind; record?: Escalation }
  | { type: 'RecordEscalation'; concern: string; record: Escalation };

const onWhatIsThere: ReadonlySet<string> = new Set<ConcernCommand['type']>(['RaiseMentions', 'OwnConcern', 'AnswerConcern', 'SetAsideConcern', 'RecordEscalation']);
/** Whether it is about a concern that is there already: such a concern outlasts the case. */
export const isOnConcern = (command: { readonly type: string }): boolean => onWhatIsThere.has(command.type);

export function decideConcern(command: ConcernCommand, envelope: Envelope, reading: CaseReading): Decision {
  if (command.type === 'RaiseConcern') return raise(command, envelope, reading);
  const concern = [...reading.concerns, ...reading.noted].find(({ id }) => id === command.concern);
  if (!concern) return refuse('no-such-concern');
  switch (command.type) {
    case 'RaiseMentions':
      return concern.grade === 'prompt' && concern.state !== 'set-aside' ? refuse('nothing-changed') : accept({ type: 'MentionsRaised', ...envelope, concern: concern.id, about: [...concern.keys] });
    case 'OwnConcern':
      return own(command, envelope, concern, reading);
    case 'AnswerConcern':
      return answer(command, envelope, concern, reading);
    case 'SetAsideConcern':
      return setAside(command, envelope, concern, reading);
    case 'RecordEscalation': {
      const kept = recordOf(command.record, envelope, concern, reading);
      return kept.length === 0 ? refuse('nothing-changed') : accept(...kept);
    }
  }
}

type Of<Type extends ConcernCommand['type']> = Extract<ConcernCommand, { type: Type }>;

function raise({ id, code, urgency, words, ...by }: Of<'RaiseConcern'>, envelope: Envelope, { content }: CaseReading): Decision {
  if (!content.concerns.has(code)) return refuse('no-such-concern');
  if (words.trim() === '') return refuse('words-missing');
  const raised: CaseEvent = { type: 'ConcernRaised', ...envelope, concern: id, code, urgency, words };
  const owner = by.owner?.trim();
  if (!owner) return accept(raised);
  return accept(raised, { type: 'ConcernOwned', ...envelope, concern: id, owner, action: by.action?.trim() || 'asked to take this on', route: by.route?.trim() || 'not recorded' });
}

/** What the concern rests on now; what comes later opens it again. */
const aboutOf = ({ by, keys }: Concern): { about?: string[] } => (by === 'worker' ? {} : { about: [...keys] });

function own({ owner, action, route, detail, record }: Of<'OwnConcern'>, envelope: Envelope, concern: Concern, reading: CaseReading): Decision {
  if (owner.trim() === '' || action.trim() === '') return refuse('owner-missing');
  const owned: CaseEvent = { type: 'ConcernOwned', ...envelope, concern: concern.id, owner: owner.trim(), action: action.trim(), route: route.trim() || 'not recorded', ...aboutOf(concern) };
  const noted: CaseEvent[] = detail?.trim() ? [{ type: 'RestrictedNoteRecorded', ...envelope, concern: concern.id, words: detail }] : [];
  return accept(owned, ...noted, ...recordOf(record, envelope, concern, reading));
}

/** The worker's own worry waits for whoever looks after them: the supervisor, or the named GP (domain guide 3.2, F28). */
function answer({ from, reply, role, record }: Of<'AnswerConcern'>, envelope: Envelope, concern: Concern, reading: CaseReading): Decision {
  if (reply.trim() === '' || from.trim() === '') return refuse('reply-missing');
  if (concern.by === 'worker' && role !== 'supervisor' && role !== 'gp') return refuse('reply-of-another');
  const answered: CaseEvent = { type: 'ConcernAnswered', ...envelope, concern: concern.id, from: from.trim(), reply, ...(role === undefined ? {} : { role }), ...aboutOf(concern) };
  return accept(answered, ...recordOf(record, envelope, concern, reading));
}

function setAside({ reason, kind, record }: Of<'SetAsideConcern'>, envelope: Envelope, concern: Concern, reading: CaseReading): Decision {
  if (concern.by === 'worker') return refuse('reply-of-another');
  const why = reason.trim() === '' && kind !== undefined && kind !== 'other' ? reasonOf[kind] : reason;
  if (why.trim() === '') return refuse('reason-missing');
  const aside: CaseEvent = { type: 'ConcernSetAside', ...envelope, concern: concern.id, reason: why, ...(kind === undefined ? {} : { kind }), ...aboutOf(concern) };
  return accept(aside, ...recordOf(record, envelope, concern, reading));
}

/** A tap gives its reason by itself; words may be added. */
export const reasonOf: Readonly<Record<Exclude<SetAsideKind, 'other'>, string>> = {
  'somebody-else': 'It is about somebody else',
  past: 'It is in the past',
  figure: 'A figure of speech, or other words',
};

/** Only the fields that hold something new: a card shows again what was written before. */
function recordOf(record: Escalation | undefined, envelope: Envelope, { id }: Concern, { state }: CaseReading): CaseEvent[] {
  const before = recordSoFar(state.concerns.get(id));
  const kept = escalationFields.flatMap((field) => (record?.[field]?.trim() && record[field] !== before[field] ? [[field, record[field]] as const] : []));
  return kept.length === 0 ? [] : [{ type: 'EscalationRecorded', ...envelope, concern: id, ...(Object.fromEntries(kept) as Escalation) }];
}

/** The record as it stands: each field as it was written last. */
export function recordSoFar(record: Pick<ConcernRecord, 'escalations'> | undefined): Escalation {
  return (record?.escalations ?? []).reduce<Escalation>((so, { at: _at, ...kept }) => ({ ...so, ...kept }), {});
}
