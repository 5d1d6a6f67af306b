/** What stands in events as a short name of ours, in words that the person whom it is about can read. */
import type { Escalation, EventOf } from '../case/event';
import type { Found, Heard, Reply } from '../learnt/learnt';
import { dayAndYear } from '../plan/days';

export const foundWords: Readonly<Record<Found, string>> = { well: 'it went well', closed: 'it was closed', full: 'it was full', 'not-as-described': 'it was not as listed' };
export const heardWords: Readonly<Record<Heard, string>> = { 'still-so': 'it is still as listed', changed: 'something has changed', closed: 'it has closed' };
export const replyWords: Readonly<Record<Reply, string>> = { accepted: 'they said yes', declined: 'they said no', 'no-reply': 'they did not answer' };
export const liesWords = { person: 'it lay with the person', environment: 'it lay with what is around them', occupation: 'it lay with the activity' } as const satisfies Record<NonNullable<EventOf<'FirstVisitRecorded'>['lies']>, string>;
export const nextWords = { keep: 'they keep going', change: 'the plan is to be changed', stop: 'they stop here' } as const satisfies Record<EventOf<'ReviewHeld'>['next'], string>;
export const modeWords = { together: 'talking together', phone: 'talking on the phone', notes: 'written up from notes' } as const satisfies Record<EventOf<'CaseOpened'>['mode'], string>;

export const escalationWords: Readonly<Record<keyof Escalation, string>> = {
  said: 'what was said', seen: 'what the link worker saw', where: 'where the person was', wants: 'what the person wanted', consent: 'whether they agreed',
  time: 'when others were told', reply: 'what was answered', after: 'what happens next', closer: 'closed by',
};

const lineWords: readonly (readonly [start: string, words: string])[] = [
  ['new-goal', 'a new goal'], ['new-step', 'a new step'], ['new-', 'a new line'], ['goal', 'a goal'], ['step', 'a step'], ['strength', 'a strength'], ['harder', 'if things get harder'], ['if', 'if it goes wrong'],
  ['other', 'others who help'], ['why-now', 'why now'], ['why', 'why this fits'], ['matters', 'what matters'], ['copy', 'the copy'], ['adjustment', 'what makes it easier'], ['nothing-raised', 'what was raised'], ['review', 'the day to look at it again'],
];

/** "a step, when": a line of the plan by what it is about. */
export function lineInWords(target: string): string {
  const [id = '', field] = target.split('.');
  const words = lineWords.find(([start]) => id.startsWith(start))?.[1] ?? 'a line';
  return field === undefined ? words : `${words}, ${field.replaceAll('-', ' ')}`;
}

/** A whole text that is a day is said as one; anything else comes back as it is. */
export const dayOr = (text: string | undefined): string | undefined => (text === undefined ? undefined : dayAndYear(text));
