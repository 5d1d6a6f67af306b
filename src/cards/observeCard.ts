/** What the worker saw or thinks: kept apart from the person's words, always. */
import type { CaseReading } from '../domain/analysis/caseReading';
import { promptOf } from '../domain/framework/framework';
import { mainButton, sideButton } from './buttons';
import { escapeText, shorten } from './escape';
import { field, renderForm } from './formCard';
import { headerOf, newsOf } from './header';
import type { AdaptiveCard } from './registry';
import { showKeeping } from './show';

const mostShown = 5;

export function presentObserve(reading: CaseReading, screen: { readonly prompt?: string; readonly problem?: string; readonly typed?: string; readonly said?: string }): AdaptiveCard {
  const { caseId, state, content } = reading;
  const topic = screen.prompt === undefined ? undefined : promptOf(content.framework, screen.prompt)?.topic;
  const before = state.observations.slice(-mostShown).map(({ words }) => escapeText(shorten(words, 160)));
  return renderForm({
    header: headerOf(reading, 'What I noticed'),
    news: newsOf(screen),
    title: 'What did you notice?',
    intro: topic === undefined ? 'What you saw or thought yourself. It stays apart from their words.' : `About: ${escapeText(topic)}. It stays apart from their words.`,
    boxes: [field('words', state.rev, 'In your words', { value: screen.typed ?? '' })],
    blocks: before.length === 0 ? [] : [{ label: 'You noted before', items: before }],
    buttons: [mainButton('Keep it', { verb: 'observe', caseId, rev: state.rev, ...(screen.prompt === undefined ? {} : { prompt: screen.prompt }) }), sideButton('Go back', showKeeping(reading, 'talk')), sideButton('I’m worried', showKeeping(reading, 'worried'))],
  });
}
