/** Unmet needs, counted. Small numbers are not in what this card is given, so it cannot show them. */
import { needsInWords } from '../domain/learnt/needsInWords';
import type { NeedCounts } from '../domain/learnt/needCounts';
import { sideButton } from './buttons';
import { escapeText, shorten } from './escape';
import { backToMyCases, renderOffice } from './officeCard';
import type { Shown } from './shown';

const mostLines = 10;

export function presentNeeds(counts: NeedCounts): Shown {
  const { title, intro, tables, foot } = needsInWords(counts);
  const card = renderOffice({
    screen: {},
    title,
    intro,
    blocks: tables.map(({ label, lines, rest }) => ({ label, items: [...lines.slice(0, mostLines).map(({ about, count }) => `${escapeText(shorten(about, 80))}: about ${count}`), ...(lines.length > mostLines ? [`And ${lines.length - mostLines} more. Whoever runs Threefold can list them all.`] : []), ...rest] })),
    foot,
    buttons: [sideButton('What can you do?', { verb: 'help' }), backToMyCases],
  });
  return { card, summary: 'What nobody offers' };
}
