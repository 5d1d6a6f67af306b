import type { Contact } from '../domain/framework/content';
import { isOverdue } from '../domain/framework/isOverdue';
import { dayInWords } from '../domain/plan/days';
import { escapeText, unbroken } from './escape';

/** A number to ring. One that nobody has checked in time says so; it is shown all the same. */
export function contactLine({ name, number, hours, sample, reviewBy }: Contact, today: string, { dated = false } = {}): string {
  const checked = isOverdue({ reviewBy }, today) ? `check this number first: it was due to be looked at by ${dayInWords(reviewBy)}` : dated ? `to be checked by ${dayInWords(reviewBy)}` : undefined;
  const note = [hours, sample && !name.includes('sample') ? 'sample' : undefined, checked].filter((part) => part !== undefined).map(escapeText);
  return `${escapeText(name)}: **${unbroken(number)}**${note.length === 0 ? '' : ` (${note.join('; ')})`}`;
}
