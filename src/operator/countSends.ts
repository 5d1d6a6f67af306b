/** Counts how messages went since this instance started; neither to whom nor what. */
import type { Messenger, Sent } from '../app/ports';
import type { Sends } from './standing';

export function countSends(messenger: Messenger): { readonly messenger: Messenger; readonly sends: () => Sends } {
  const counts = { sent: 0, failedForNow: 0, failedForGood: 0 };
  const counted = async (sending: Promise<Sent>): Promise<Sent> => {
    const sent = await sending;
    counts[sent.kind === 'sent' ? 'sent' : sent.final ? 'failedForGood' : 'failedForNow'] += 1;
    return sent;
  };
  return {
    sends: () => ({ ...counts }),
    messenger: {
      placesOf: (person) => messenger.placesOf(person),
      isIn: (...asked) => messenger.isIn(...asked),
      post: (...asked) => counted(messenger.post(...asked)),
      update: (...asked) => counted(messenger.update(...asked)),
      tell: (...asked) => counted(messenger.tell(...asked)),
    },
  };
}
