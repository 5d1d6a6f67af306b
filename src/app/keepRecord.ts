/** An administrator keeps, sets aside or erases a record by its reference, in the chat. What is in it is never shown to them. */
import type { ActionOf } from '../cards/actions';
import type { OfficeScreen } from '../cards/officeScreen';
import { plainRef } from '../domain/case/ref';
import { refusalText } from '../cards/refusals';
import { changeRecord, headOfRef, type RecordChange } from './changeRecord';
import type { Parts } from './ports';
import type { Turn } from './turn';

type Asked = ActionOf<'keep-record'>;
type Act = NonNullable<Asked['act']>;

const done: Readonly<Record<Act, string>> = { 'set-aside': 'It is set aside.', 'take-up': 'It is in use again.', 'keep-on': 'It is kept beyond its end.', 'end-keeping': 'It ends when its time is over.', state: 'What the person says is kept with it, word for word.', erase: 'It is being erased.' };

/** Whoever calls has checked that they administer. */
export async function keepRecord(parts: Parts, { at, by }: Turn, asked: Asked): Promise<{ readonly screen: OfficeScreen; readonly owes?: string }> {
  const { act, reason, again } = asked;
  const ref = plainRef(asked.ref);
  const refused = (problem: string): { readonly screen: OfficeScreen } => ({ screen: { kind: 'records', problem, fields: { ref: asked.ref, reason, again, ...(act === undefined ? {} : { act }) } } });
  if (ref === '') return refused('Please write the reference of the record.');
  if (act === undefined) return refused('Please choose what to do with it.');
  if (act === 'erase' && plainRef(again) !== ref) return refused(`What is erased does not come back. ${again.trim() === '' ? '' : 'The two references are not the same. '}Please write the reference once more, in the last box.`);
  const head = await headOfRef(parts, ref);
  if (!head) return refused('There is no record with that reference. Please look whether it is written right.');
  const changed = await changeRecord(parts)(head.caseId, { at, by: by.id, rights: { mayManageRecords: true }, place: 'personal' }, changeOf(act, reason));
  return changed.kind === 'refused' ? refused(refusalText(changed.reason)) : { screen: { kind: 'records', said: `${ref}: ${done[act]}` }, owes: head.caseId };
}

function changeOf(act: Act, reason: string): RecordChange {
  switch (act) {
    case 'set-aside':
      return { type: 'RestrictCase', reason };
    case 'take-up':
      return { type: 'LiftRestriction', reason };
    case 'keep-on':
      return { type: 'HoldCase', reason };
    case 'end-keeping':
      return { type: 'LiftHold', reason };
    case 'state':
      return { type: 'AddStatement', words: reason };
    case 'erase':
      return { type: 'EraseCase', why: 'asked', reason };
  }
}
