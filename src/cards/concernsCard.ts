/** Everything that may need somebody else, the most urgent first: what is raised, what is only noted, what was denied. */
import { z } from 'zod';
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Concern } from '../domain/analysis/finding';
import { Button, mainButton, pressed, Pressed, sideButton, type Press } from './buttons';
import { whenWords } from './concernCard';
import { escapeText, shorten, unescaped } from './escape';
import { caseTop, headerOf, newsOf } from './header';
import { Banner, noBanner, oldClient } from './listCard';
import { howRead, mentionQuote } from './mentionWords';
import { gradeWords } from './notedCard';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import { show } from './show';
import { emergencyText, textOf } from './textOf';

const Words = z.object({ quote: z.string(), how: z.string() }).strict();
const Item = z.object({ title: z.string(), text: z.string(), note: z.string(), words: z.array(Words), buttons: z.array(Button), ...Pressed }).strict();
type Item = z.infer<typeof Item>;

export const concernsView = z
  .object({ ...caseTop, banner: Banner, groups: z.array(z.object({ label: z.string(), items: z.array(Item).min(1) }).strict()), foot: z.string(), buttons: z.array(Button) })
  .strict();

export const concernsCard = defineCard('concerns', concernsView);

/** How many of each stand on the first card; the others are one tap away, so that none is out of sight. */
const onFirst = { open: 7, noted: 2, denied: 2, closed: 2 } as const;
const onePage = 6;
type GroupName = keyof typeof onFirst;

export function presentConcerns(reading: CaseReading, screen: { readonly problem?: string; readonly said?: string; readonly about?: string }): AdaptiveCard {
  const { concerns, noted, content } = reading;
  const open = concerns.filter(({ state }) => state === 'open');
  const waits = (grade: 'noted' | 'denied') => noted.filter((concern) => concern.grade === grade && concern.state === 'open');
  const closed = [...concerns, ...noted].filter(({ state }) => state !== 'open');
  const urgent = open.some(({ urgency }) => urgency === 'NOW' || urgency === 'TODAY');
  const all: readonly (readonly [GroupName, string, readonly Concern[]])[] = [
    ['open', '', open],
    ['noted', gradeWords.noted, waits('noted')],
    ['denied', gradeWords.denied, waits('denied')],
    ['closed', 'Taken on, answered or set aside', closed],
  ];
  const [name, start] = (screen.about ?? '').split('@');
  const further = all.find(([group]) => group === name);
  const shown = further ? [groupOf(reading, further, { from: Number(start) || 0, most: onePage })] : all.map((group) => groupOf(reading, group, { from: 0, most: onFirst[group[0]] }));
  return renderCard(concernsCard, {
    fallback: oldClient,
    header: headerOf(reading, 'Concerns'),
    news: newsOf(screen),
    banner: urgent ? { title: '', text: emergencyText(content), style: 'emphasis' } : noBanner,
    title: open.length === 0 ? 'Nothing is open' : 'Who else may need to know',
    intro: open.length === 0 ? 'If something worries you, that is reason enough to say so.' : 'Each closes when a named person has taken it on.',
    groups: shown.filter(({ items }) => items.length > 0),
    foot: escapeText(textOf(content, 'reads-words')),
    buttons: [mainButton('Go on talking', show(reading, 'talk')), ...(further ? [sideButton('Back to the first', show(reading, 'concerns'))] : []), sideButton('I’m worried', show(reading, 'worried'))],
  });
}

function groupOf(reading: CaseReading, [name, label, concerns]: readonly [GroupName, string, readonly Concern[]], { from, most }: { readonly from: number; readonly most: number }): { label: string; items: Item[] } {
  const next = from + most;
  const left = concerns.length - next;
  const items = concerns.slice(from, next).map((concern) => itemOf(reading, concern, name === 'closed' ? 0 : 1));
  return { label, items: left > 0 ? [...items, moreItem(left, show(reading, 'concerns', `${name}@${next}`))] : items };
}

function moreItem(left: number, press: Press): Item {
  const text = left === 1 ? 'One more' : `${left} more`;
  return { title: `${text}, see the rest`, text, note: 'See the rest\u00a0\u203a', words: [], buttons: [], ...pressed(press, 'none') };
}

/** A mark and a word for the state: ○ open, ◐ waits for a reply, ● taken on, – set aside. */
function stateLine({ state, owner, urgency, grade }: Concern): string {
  if (state === 'set-aside') return '– set aside';
  if (state === 'answered') return '● answered';
  if (state === 'owned') return `● taken on by ${nameOf(owner ?? 'somebody')}`;
  if (grade !== 'prompt') return '○ to look at: nothing waits for it';
  return owner === undefined ? `○ open: act ${whenWords[urgency].by}` : `◐ waits for a reply from ${nameOf(owner)}`;
}

const mostOfAName = 120;
const nameOf = (owner: string): string => escapeText(shorten(owner, mostOfAName));

/** With so many of its quotations, each with its receipt; what is not raised can be raised right here. */
function itemOf(reading: CaseReading, concern: Concern, quotes: number): Item {
  const { caseId, state, content } = reading;
  const title = content.concerns.get(concern.code)?.title ?? 'Something that may need somebody else';
  const open = show(reading, 'concern', concern.id);
  const because = concern.mentions.length > 0 && quotes > 0 ? '' : ` · ${escapeText(concern.why)}`;
  const note = `${stateLine(concern)}${because}`;
  const isRaisable = concern.grade !== 'prompt' && concern.state === 'open';
  return {
    title: unescaped(`${title}, ${note}`),
    text: escapeText(title),
    note,
    words: concern.mentions.slice(0, quotes).map((mention) => ({ quote: mentionQuote(mention), how: howRead(mention) })),
    buttons: isRaisable ? [sideButton('Raise it', { verb: 'raise-mentions', caseId, rev: state.rev, concern: concern.id }), sideButton('Look, or set aside', open)] : [],
    ...pressed(open, 'none'),
  };
}
