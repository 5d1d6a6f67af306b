/** Everything that came with a press, to be given back where nothing of it is kept: also what its button did not ask for. */
import { typedIn, type CardAction } from '../cards/actions';

export function typedWith(action: CardAction): string {
  const { note, ...others }: Readonly<Record<string, unknown>> = action;
  const writesNote = action.verb === 'paste-note' || action.verb === 'start' || action.verb === 'open-case';
  const record = 'record' in action ? action.record : {};
  const boxes = typedIn({ ...others, ...record, ...(writesNote ? { note } : {}) });
  // In other presses `from` is a prompt or a number.
  const reply = action.verb === 'answer-concern' ? [action.from, action.reply] : [];
  const left = 'left' in action && action.left !== undefined ? [action.left] : [];
  return [boxes, ...reply, ...left].filter((text) => text.trim() !== '').join('\n');
}
