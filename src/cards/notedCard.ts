/** Words that were only noted, or read as denied: they hold nothing back. Raise them, say what was done, or set them aside. */
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Concern } from '../domain/analysis/finding';
import { mainButton, sideButton } from './buttons';
import { reasonButtons } from './concernParts';
import { escapeText } from './escape';
import { field, renderForm } from './formCard';
import { headerOf, newsOf } from './header';
import { howRead, mentionQuote, whereWritten } from './mentionWords';
import type { AdaptiveCard } from './registry';
import { show } from './show';
import { textOf } from './textOf';

type Lines = { readonly problem?: string; readonly typed?: string; readonly said?: string; readonly fields?: Readonly<Record<string, string>> };

export const gradeWords = { noted: 'Noted', denied: 'Recorded as denied' } as const;
const mostShown = 4;

export function presentNoted(reading: CaseReading, concern: Concern, screen: Lines): AdaptiveCard {
  const { caseId, state, content } = reading;
  const press = { caseId, rev: state.rev, concern: concern.id };
  const typed = screen.fields ?? {};
  const isSettled = concern.state !== 'open';
  return renderForm({
    header: headerOf(reading, concern.grade === 'denied' ? gradeWords.denied : gradeWords.noted),
    news: newsOf(screen),
    title: escapeText(content.concerns.get(concern.code)?.title ?? 'Something that may need somebody else'),
    intro: isSettled ? settledLine(reading, concern) : 'Does somebody need to know? You decide. Nothing waits for this.',
    blocks: concern.mentions.slice(0, mostShown).map((mention) => ({ label: whereWritten(mention, reading), items: [mentionQuote(mention), howRead(mention)] })),
    asides: isSettled ? [] : [{ id: 'dealt-with', open: typed['from'] !== undefined, title: 'I have dealt with it', items: [], lines: [field('from', state.rev, 'Who saw to it', { value: typed['from'] ?? '' }), field('reply', state.rev, 'What was done', { value: typed['reply'] ?? '' })], buttons: [sideButton('Keep that', { verb: 'answer-concern', ...press })] }],
    more: isSettled ? [] : [{ id: 'set-aside', open: typed['reason'] !== undefined, title: 'Not a concern, because', items: [], lines: [field('reason', state.rev, 'In your words (if you like)', { value: typed['reason'] ?? screen.typed ?? '' })], buttons: reasonButtons(reading, concern) }],
    foot: [textOf(content, 'reads-words'), ...(concern.restricted ? [textOf(content, 'restricted-note')] : [])].map(escapeText).join(' '),
    buttons: [...(isSettled ? [mainButton('Go on talking', show(reading, 'talk')), ...(concern.state === 'set-aside' ? [sideButton('Raise it', { verb: 'raise-mentions', ...press })] : [])] : [mainButton('Raise it', { verb: 'raise-mentions', ...press }), sideButton('Go on talking', show(reading, 'talk'))]), sideButton('Everything that is open', show(reading, 'concerns'))],
  });
}

function settledLine({ state }: CaseReading, { id, state: stands }: Concern): string {
  const record = state.concerns.get(id);
  if (stands === 'set-aside') return `You set it aside. Because: ${escapeText(record?.setAside?.reason ?? '')}`;
  return `${escapeText(record?.answered?.from ?? '')} saw to it: ${escapeText(record?.answered?.reply ?? '')}`;
}
