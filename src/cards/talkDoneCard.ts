/** The end of the path: what is still open, and what comes next. Nothing nags: whatever is missing is offered. */
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Prompt } from '../domain/framework/framework';
import { mainButton, menuButton, sideButton, tile, type Tile } from './buttons';
import { escapeText } from './escape';
import { headerOf, newsOf } from './header';
import { renderList } from './listCard';
import type { AdaptiveCard } from './registry';
import { show } from './show';

const mostOffered = 5;

export function presentTalkDone(reading: CaseReading, lines: { readonly problem?: string; readonly said?: string }): AdaptiveCard {
  const { state, conversation, caseId } = reading;
  const open = ({ id, topic }: Prompt, note: string): Tile => tile(topic, { verb: 'open-prompt', caseId, rev: state.rev, prompt: id }, { text: escapeText(topic), note });
  const unanswered = conversation.open.filter(({ id }) => !conversation.answers.has(id));
  const parked = unanswered.filter(({ id }) => state.parked.has(id)).map((prompt) => open(prompt, 'parked for later'));
  const skipped = unanswered.filter(({ id }) => state.skipped.get(id) === 'not-today').map((prompt) => open(prompt, 'not that day'));
  const telling = reading.suggestions.flatMap(({ prompt, why }) => unanswered.filter(({ id }) => id === prompt && !state.parked.has(id) && !state.skipped.has(id)).map((found) => open(found, escapeText(why))));
  const chosen = state.chosen !== undefined;
  return renderList({
    header: headerOf(reading, 'Next'),
    news: newsOf(lines),
    title: 'That is everything on the way',
    intro: chosen ? `${escapeText(state.chosen.name)} is chosen, and the plan has drafted itself from what was said.` : 'Now see what fits, or go back to anything you left.',
    groups: [
      { label: 'Left for later', tiles: [...parked, ...skipped].slice(0, mostOffered) },
      { label: 'Worth asking next', tiles: telling.slice(0, mostOffered) },
    ].filter(({ tiles }) => tiles.length > 0),
    buttons: [
      chosen ? mainButton('See the plan', show(reading, 'plan')) : mainButton('See what fits', show(reading, 'options')),
      chosen ? sideButton('What else fits', show(reading, 'options')) : sideButton('See the plan', show(reading, 'plan')),
      sideButton('I’m worried', show(reading, 'worried')),
      menuButton('Where things stand', show(reading, 'summary')),
      menuButton('Jump to a prompt', show(reading, 'sections')),
      menuButton('Pause', show(reading, 'pause')),
    ],
  });
}
