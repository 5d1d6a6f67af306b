/** Words that were read, with the receipt: what they were, which rule they met, how they were read, and by which words. */
import type { CaseReading } from '../domain/analysis/caseReading';
import type { CaseMention } from '../domain/analysis/mentions';
import { promptOf } from '../domain/framework/framework';
import type { Mention, Whose } from '../domain/reading/mention';
import { escapeText, shorten } from './escape';

const mostBefore = 90;
const mostAfter = 110;
/** So many of the words around are told. */
const mostBeside = 4;

/** The sentence around the words, as far as it fits, with the words in bold. */
export function mentionQuote({ sentence, start, end, words }: Mention): string {
  const before = sentence.text.slice(0, Math.max(0, start - sentence.start));
  const after = sentence.text.slice(Math.max(0, end - sentence.start));
  const lead = before.length > mostBefore ? `\u2026${before.slice(-mostBefore).replace(/^\S*\s/, ' ')}` : before;
  const rest = after.length > mostAfter ? shorten(after, mostAfter) : after;
  return `\u201c${spaced(escapeText(lead), lead, 'after')}**${escapeText(words)}**${spaced(escapeText(rest), after, 'before')}\u201d`;
}

/** One paragraph loses the space at its ends; the words beside it still need it. */
function spaced(escaped: string, raw: string, side: 'before' | 'after'): string {
  if (escaped === '') return '';
  const hasSpace = side === 'after' ? /\s$/.test(raw) : /^\s/.test(raw);
  return hasSpace ? (side === 'after' ? `${escaped} ` : ` ${escaped}`) : escaped;
}

/** "Rule F03-no-point: words about seeing no point. Read as: in the past (\u201cin 1998\u201d)." */
export function howRead({ rule, why, status, cue, whose, grade, beside }: Mention): string {
  const about = `Rule ${rule}: ${why.charAt(0).toLowerCase()}${why.slice(1)}.`;
  const by = cue === undefined ? '' : ` (because of \u201c${shorten(cue, 60)}\u201d)`;
  const soft = status === 'present' && grade === 'noted' ? ', in everyday words that may mean something else' : '';
  const together = beside === undefined ? '' : `, in everyday words beside ${beside.slice(0, mostBeside).map((word) => `\u201c${shorten(word, 30)}\u201d`).join(', ')}`;
  return escapeText(`${about} Read as: ${status === 'other' ? othersWords[whose ?? 'somebody'] : statusWords[status]}${by}${soft}${together}.`);
}

const statusWords: Readonly<Record<Exclude<Mention['status'], 'other'>, string>> = {
  present: 'now, about this person',
  past: 'in the past',
  denied: 'asked about and denied',
  hypothetical: 'what might be, or advice for the case that it is',
  figure: 'a figure of speech',
};

const othersWords: Readonly<Record<Whose, string>> = {
  child: 'about a child',
  carer: 'about somebody who looks after them',
  partner: 'about their partner',
  relative: 'about a relative',
  somebody: 'about somebody else',
};

/** Where the words stand. */
export function whereWritten({ where }: CaseMention, { content }: Pick<CaseReading, 'content'>): string {
  switch (where.kind) {
    case 'answer':
      return escapeText(promptOf(content.framework, where.prompt)?.topic ?? 'An answer');
    case 'note':
      return 'Your note';
    case 'observation':
      return 'What you noticed';
    case 'referral':
      return 'The referral';
    case 'worry':
      return 'What worries you';
    case 'record':
      return 'Your record';
    case 'edit':
      return 'A line of the plan';
    case 'form':
      return 'What you wrote on a card';
  }
}
