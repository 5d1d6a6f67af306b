/** What a reviewer decided, in words. Their words are theirs, so they stand without the person's quotation marks. */
import { dayInLondon } from '../domain/case/londonTime';
import type { Decision, Submission } from '../domain/case/case';
import { dayInWords } from '../domain/plan/days';
import { entryAt } from '../domain/plan/entries';
import { escapeText, shorten } from './escape';

type Did = (about: string, day: string) => string;
/** The day is of the decision: in supervision it could be taken for the day of the talk, so it stands before. */
const did: Readonly<Record<Decision['kind'], Did>> = {
  agreed: (about, day) => `agreed this plan${about} on ${day}`,
  change: (about, day) => `asked for a change${about} on ${day}`,
  supervision: (about, day) => `asked on ${day} to talk about it in supervision${about}`,
};

export function decisionWords({ plan, decisions }: Submission, most = 500): { readonly decided: string; readonly words: string } {
  const last = decisions.at(-1);
  if (!last) return { decided: '', words: '' };
  const about = last.line === undefined || last.line === 'plan' ? undefined : entryAt(plan.body, last.line)?.label;
  return {
    decided: `${escapeText(shorten(last.reviewer, 60))} ${did[last.kind](about === undefined ? '' : ` (${escapeText(about)})`, dayInWords(dayInLondon(last.at)))}.`,
    words: last.words === undefined ? '' : escapeText(shorten(last.words, most)),
  };
}
