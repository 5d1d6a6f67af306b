/** Everything that may need somebody else, the most urgent first. */
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Concern } from '../domain/analysis/finding';
import { mainButton, sideButton, tile, type Tile } from './buttons';
import { whenWords } from './concernCard';
import { escapeText } from './escape';
import { headerOf, newsOf } from './header';
import { noBanner, renderList } from './listCard';
import type { AdaptiveCard } from './registry';
import { show } from './show';
import { emergencyText } from './textOf';

const mostOpen = 12;
const mostClosed = 6;

export function presentConcerns(reading: CaseReading, lines: { readonly problem?: string; readonly said?: string }): AdaptiveCard {
  const open = reading.concerns.filter(({ state }) => state === 'open');
  const closed = reading.concerns.filter(({ state }) => state !== 'open');
  const urgent = open.some(({ urgency }) => urgency === 'NOW' || urgency === 'TODAY');
  return renderList({
    header: headerOf(reading, 'Concerns'),
    news: newsOf(lines),
    banner: urgent ? { title: '', text: emergencyText(reading.content), style: 'emphasis' } : noBanner,
    title: open.length === 0 ? 'Nothing is open' : 'Who else may need to know',
    intro: open.length === 0 ? 'If something worries you, that is reason enough to say so.' : 'Each closes when a named person has taken it on.',
    groups: [
      { label: '', tiles: open.slice(0, mostOpen).map((concern) => concernTile(reading, concern)) },
      { label: closed.length === 0 ? '' : 'Taken on, answered or set aside', tiles: closed.slice(0, mostClosed).map((concern) => concernTile(reading, concern)) },
    ].filter(({ tiles }) => tiles.length > 0),
    buttons: [mainButton('Go on talking', show(reading, 'talk')), sideButton('I’m worried', show(reading, 'worried'))],
  });
}

/** A mark and a word for the state: ○ open, ◐ waits for a reply, ● taken on, – set aside. */
function stateLine({ state, owner, urgency }: Concern): string {
  if (state === 'set-aside') return '– set aside';
  if (state === 'answered') return '● answered';
  if (state === 'owned') return `● taken on by ${escapeText(owner ?? 'somebody')}`;
  return owner === undefined ? `○ open: act ${whenWords[urgency].by}` : `◐ waits for a reply from ${escapeText(owner)}`;
}

function concernTile(reading: CaseReading, concern: Concern): Tile {
  const title = reading.content.concerns.get(concern.code)?.title ?? 'Something that may need somebody else';
  return tile(title, show(reading, 'concern', concern.id), { text: escapeText(title), note: `${stateLine(concern)} · ${escapeText(concern.why)}` });
}
