/** A press or words for a case whose record is set aside or being erased: nothing is kept, and all that was typed is given back. */
import type { CardAction } from '../cards/actions';
import type { CaseScreen } from '../cards/screen';
import type { CaseDesk } from './caseDesk';
import { typedWith } from './typedWith';

const onConcerns: ReadonlySet<CardAction['verb']> = new Set<CardAction['verb']>(['raise-concern', 'raise-mentions', 'own-concern', 'answer-concern', 'set-aside-concern', 'record-escalation']);
const concernScreens: ReadonlySet<string> = new Set(['worried', 'concern', 'concerns']);

/** Undefined when the press is taken as ever: the record is in use, or it is about a concern, which does not wait. */
export function setAsidePress(action: CardAction, { state: { record } }: CaseDesk): CaseScreen | undefined {
  if (!record.erasing && !record.restricted) return undefined;
  if (!record.erasing && (onConcerns.has(action.verb) || (action.verb === 'show' && concernScreens.has(action.screen)))) return undefined;
  const typed = typedWith(action);
  return { kind: 'talk', ...(typed === '' ? {} : { typed }) };
}

export function setAsideWords(text: string, { state: { record } }: CaseDesk): CaseScreen | undefined {
  return record.erasing || record.restricted ? { kind: 'talk', typed: text } : undefined;
}
