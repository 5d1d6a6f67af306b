/** Decisions on the record itself: setting it aside, keeping it on, a statement of the person, its end. */
import type { CaseReading } from '../analysis/caseReading';
import { heldBy } from '../record/retention';
import type { ErasureWhy } from '../record/caseRecord';
import type { OpenCase } from './case';
import { isOnConcern } from './decideConcern';
import { accept, refuse, type Decision, type Envelope, type Refusal } from './decision';
import { optionalText } from './optionalText';

/** Given by the app from who acts: an administrator, an operator at the terminal, or the bot that keeps the rule of retention. Never from a card. */
export type RecordRights = { readonly mayManageRecords: boolean };

export type RecordCommand =
  | { type: 'RestrictCase'; reason: string; rights: RecordRights }
  | { type: 'LiftRestriction'; reason: string; rights: RecordRights }
  | { type: 'HoldCase'; reason: string; rights: RecordRights }
  | { type: 'LiftHold'; reason: string; rights: RecordRights }
  /** The person says that something in the record is not so. `prompt` is what it is about. */
  | { type: 'AddStatement'; words: string; prompt?: string; rights: RecordRights }
  /** `eraseOn` is an ISO day; with a reason: its worker could not be told. */
  | { type: 'RecordRetentionWarned'; eraseOn: string; reason?: string; rights: RecordRights }
  /** With a reason: none of the administrators could be told. */
  | { type: 'RecordRetentionAnnounced'; reason?: string; rights: RecordRights }
  | { type: 'EraseCase'; why: ErasureWhy; reason: string; rights: RecordRights };

const types: ReadonlySet<string> = new Set<RecordCommand['type']>(['RestrictCase', 'LiftRestriction', 'HoldCase', 'LiftHold', 'AddStatement', 'RecordRetentionWarned', 'RecordRetentionAnnounced', 'EraseCase']);
export const isOnRecord = (command: { readonly type: string }): command is RecordCommand => types.has(command.type);

const bookkeeping: ReadonlySet<string> = new Set(['RecordPosted', 'RecordPostFailed', 'RecordDelivered', 'RecordGivenUp', 'RecordSafetyTold', 'RecordSafetyShown', 'RecordSafetyUntold', 'RecordReminded', 'RecordLessonKept']);

/** Why nothing else may happen to the case now. What the bot writes down of its deliveries goes on, and so does a concern while a case is only set aside: a danger does not wait. */
export function barredBy(command: { readonly type: string }, { record }: OpenCase): Refusal | undefined {
  if (bookkeeping.has(command.type)) return undefined;
  if (record.erasing) return 'case-is-being-erased';
  if (!record.restricted || goesOn(command)) return undefined;
  return command.type === 'EraseCase' ? 'set-aside-still' : 'case-is-restricted';
}

/** A new link worker may get what is set aside, so that nobody's record is left alone. */
const goesOn = (command: { readonly type: string }): boolean => isOnConcern(command) || command.type === 'RaiseConcern' || command.type === 'HandOver';

/** Whoever may not manage records learns of none; the worker may add what the person says is wrong in their own case. */
export function decideRecord(command: RecordCommand, envelope: Envelope, state: OpenCase, reading: CaseReading): Decision {
  const isOwnStatement = command.type === 'AddStatement' && state.worker === envelope.by;
  if (!command.rights.mayManageRecords && !isOwnStatement) return refuse('not-your-case');
  const { record } = state;
  if (record.erasing) return refuse('case-is-being-erased');
  switch (command.type) {
    case 'RestrictCase':
      if (record.restricted) return refuse('nothing-changed');
      return withReason(command.reason, (reason) => accept({ type: 'CaseRestricted', ...envelope, reason }));
    case 'LiftRestriction':
      if (!record.restricted) return refuse('nothing-changed');
      return withReason(command.reason, (reason) => accept({ type: 'RestrictionLifted', ...envelope, reason }));
    case 'HoldCase':
      if (record.hold) return refuse('nothing-changed');
      return withReason(command.reason, (reason) => accept({ type: 'HoldPlaced', ...envelope, reason }));
    case 'LiftHold':
      if (!record.hold) return refuse('nothing-changed');
      return withReason(command.reason, (reason) => accept({ type: 'HoldLifted', ...envelope, reason }));
    case 'AddStatement':
      return addStatement(command, envelope, reading);
    case 'RecordRetentionWarned':
      return accept({ type: 'RetentionWarned', ...envelope, eraseOn: command.eraseOn, ...optionalText('reason', command.reason) });
    case 'RecordRetentionAnnounced':
      return accept({ type: 'RetentionAnnounced', ...envelope, ...optionalText('reason', command.reason) });
    case 'EraseCase':
      return eraseCase(command, envelope, reading);
  }
}

const withReason = (text: string, then: (reason: string) => Decision): Decision => (text.trim() === '' ? refuse('reason-missing') : then(text.trim()));

function addStatement({ words, prompt }: Extract<RecordCommand, { type: 'AddStatement' }>, envelope: Envelope, { content }: CaseReading): Decision {
  if (words.trim() === '') return refuse('words-missing');
  const about = content.framework.prompts.find(({ id }) => id === prompt)?.id;
  if (prompt !== undefined && about === undefined) return refuse('prompt-not-open');
  return accept({ type: 'StatementAdded', ...envelope, words, ...(about === undefined ? {} : { prompt: about }) });
}

const heldFor = { 'concern-open': 'concern-open-still', restricted: 'set-aside-still', 'on-hold': 'case-is-on-hold' } as const satisfies Record<string, Refusal>;

/** What it says of others is replaced first; the case goes when nothing of it can be read elsewhere any more. */
function eraseCase({ why, reason }: Extract<RecordCommand, { type: 'EraseCase' }>, envelope: Envelope, reading: CaseReading): Decision {
  const held = heldBy(reading);
  if (held !== undefined) return refuse(heldFor[held]);
  return withReason(reason, (words) => accept({ type: 'ErasureBegun', ...envelope, why, reason: words }));
}
