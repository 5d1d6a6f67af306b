/** Everything that came with a press, to be given back where nothing of it is kept: also what its button did not ask for. */
import { boxesIn, type CardAction } from '../cards/actions';
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
