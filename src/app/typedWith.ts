/** Everything that came with a press, to be given back where nothing of it is kept: also what its button did not ask for. */
import { boxesIn, type ActionOf, type CardAction } from '../cards/actions';
import type { CaseEvent } from '../domain/case/event';
import type { Intent } from './turn';

/** Each box on its own, but for those that are kept. */
export function boxesWith(action: CardAction, kept: ReadonlySet<string> = new Set()): readonly string[] {
  const { note, record, left, ...others }: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(action).filter(([field]) => !kept.has(field)));
  const writesNote = action.verb === 'paste-note' || action.verb === 'start' || action.verb === 'open-case';
  const boxes = boxesIn({ ...others, ...(typeof record === 'object' ? record : {}), ...(writesNote ? { note } : {}) });
  // In other presses `from` is a prompt or a number.
  const reply = action.verb === 'answer-concern' ? [action.from, action.reply] : [];
  return [...boxes, ...reply, ...(typeof left === 'string' ? [left] : [])].filter((text) => text.trim() !== '');
}

export const typedWith = (action: CardAction): string => boxesWith(action).join('\n');

/** All that somebody had written, however it came. */
export function wordsBrought(intent: Intent): string {
  switch (intent.kind) {
    case 'said':
      return intent.text;
    case 'unreadable':
      return intent.typed;
    case 'pressed':
      return typedWith(intent.action);
    case 'arrived':
      return '';
  }
}

/** What stands in the form of a new case and not in the case that it opened: it was sent again with other words. */
export function typedSinceOpening({ form, name, referral, note }: ActionOf<'open-case'>, events: readonly CaseEvent[]): readonly string[] {
  const isKept = (text: string): boolean =>
    events.some((event) => (event.type === 'CaseOpened' && event.name === text.trim()) || (event.type === 'ReferralRecorded' && event.words === text) || (event.type === 'NotePasted' && event.note === `note-${form}` && event.text === text));
  return [name, referral, note].filter((text) => text.trim() !== '' && !isKept(text));
}
