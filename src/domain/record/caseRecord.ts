/** What was decided of the record itself: that it is set aside, kept on, corrected by a statement, or about to be erased. */
import type { CaseEvent } from '../case/event';

type Decided = { readonly reason: string; readonly at: string; readonly by: string };

export type CaseRecord = {
  /** Kept and not used (UK GDPR, article 18). */
  readonly restricted?: Decided;
  /** Kept whatever its age: a claim, an inquiry, a complaint. */
  readonly hold?: Decided;
  /** What the person says is wrong in it, in their words (articles 16 and 5(1)(d)). What it says of stays as it was written. */
  readonly statements: readonly { readonly words: string; readonly prompt?: string; readonly at: string }[];
  /** Its worker was told that it will be erased, or could not be reached. */
  readonly warned?: { readonly at: string; readonly eraseOn: string };
  /** Its administrators were told, or can none of them be reached. */
  readonly announced?: { readonly at: string };
  readonly erasing?: Decided & { readonly why: ErasureWhy };
  /** Since when what others can read of it has to look otherwise; the last one counts. */
  readonly redrawn?: { readonly name: string; readonly at: string };
};

export type ErasureWhy = 'asked' | 'retention' | 'mistake';

export type RecordEvent = Extract<CaseEvent, { type: 'CaseRestricted' | 'RestrictionLifted' | 'HoldPlaced' | 'HoldLifted' | 'StatementAdded' | 'RetentionWarned' | 'RetentionAnnounced' | 'ErasureBegun' }>;

export const plainRecord: CaseRecord = { statements: [] };

export function evolveRecord(record: CaseRecord, event: RecordEvent): CaseRecord {
  const { at, by } = event;
  switch (event.type) {
    case 'CaseRestricted':
      return { ...record, restricted: { reason: event.reason, at, by }, redrawn: { name: `restricted-${at}`, at } };
    case 'RestrictionLifted': {
      const { restricted: _restricted, ...free } = record;
      return { ...free, redrawn: { name: `lifted-${at}`, at } };
    }
    case 'HoldPlaced':
      return { ...record, hold: { reason: event.reason, at, by } };
    case 'HoldLifted': {
      const { hold: _hold, ...free } = record;
      return free;
    }
    case 'StatementAdded':
      return { ...record, statements: [...record.statements, { words: event.words, at, ...(event.prompt === undefined ? {} : { prompt: event.prompt }) }] };
    case 'RetentionWarned':
      return { ...record, warned: { at, eraseOn: event.eraseOn } };
    case 'RetentionAnnounced':
      return { ...record, announced: { at } };
    case 'ErasureBegun':
      return { ...record, erasing: { reason: event.reason, at, by, why: event.why }, redrawn: { name: 'withdrawn', at } };
  }
}
