/** What was found in the whole list by the worker's words, three at a time, each held against this person's answers. */
import { z } from 'zod';
import { mostOnAPage, type Hit } from '../domain/activities/searchActivities';
import type { CaseReading } from '../domain/analysis/caseReading';
import { Button, mainButton, menuButton, sideButton } from './buttons';
import { escapeText } from './escape';
import { Field } from './formCard';
import { FoundView, foundView, pageLine, understoodLine } from './foundView';
import { Header, headerOf, News, newsOf } from './header';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { searchBox, searchButton } from './searchBox';
import { show } from './show';

export const searchView = z
  .object({ fallback: z.string(), header: Header, news: News, title: z.string().min(1), intro: z.string(), boxes: z.array(Field).max(1), look: z.array(Button), found: z.array(FoundView).max(3), foot: z.string(), buttons: z.array(Button) })
  .strict();
export const searchCard = defineCard('search', searchView);

type Screen = Extract<CaseScreen, { kind: 'search' }>;

export function presentSearch(reading: CaseReading, screen: Screen): AdaptiveCard {
  const search = reading.search();
  const heldBack = reading.heldBack();
  const held = heldBack === undefined ? '' : `${escapeText(heldBack)} You can look, and nothing can be chosen yet.`;
  return renderCard(searchCard, {
    fallback: 'Please update Teams to see what was found.',
    header: headerOf(reading, 'Search'),
    news: newsOf(screen),
    title: search === undefined ? 'Look through the whole list' : search.many === 0 ? 'Nothing was found' : 'What was found',
    intro: [held, search === undefined ? 'Say what it should be about, and where or when if that matters.' : search.many === 0 ? nothingFound(understoodLine(search)) : understoodLine(search)].filter((text) => text !== '').join(' '),
    boxes: [searchBox(reading, { label: 'Look for', value: screen.typed ?? search?.words ?? '' })],
    look: [searchButton(reading)],
    found: (search?.hits ?? []).map((hit) => found(hit, reading)),
    foot: search ? pageLine(search) : '',
    buttons: buttonsOf(reading, search),
  });
}

const nothingFound = (understood: string): string => `${understood} Nothing on the list meets these words. That is an answer too. Other words may find more, or keep it as an unmet need.`.trim();

function found(hit: Hit, reading: CaseReading): FoundView {
  const { activity } = hit;
  const { caseId, state, today } = reading;
  const standing = reading.standingOf(activity.id);
  const isChosen = reading.chosen()?.activity.id === activity.id;
  const mayChoose = standing?.gate === undefined && reading.heldBack() === undefined;
  const choose = isChosen ? [mainButton('See the plan', show(reading, 'plan'))] : mayChoose ? [mainButton('Choose this', { verb: 'choose-option', caseId, rev: state.rev, activity: activity.id })] : [];
  const buttons = [...choose, sideButton('Where from?', show(reading, 'why', `option:${activity.id}`))];
  return foundView(hit, { today, buttons, ...(standing && { option: standing.option }), ...(standing?.gate && { shut: standing.gate.because }) });
}

function buttonsOf(reading: CaseReading, search: ReturnType<CaseReading['search']>): Button[] {
  const here = { caseId: reading.caseId, rev: reading.state.rev };
  const next = search && search.from + mostOnAPage < search.many ? search.from + mostOnAPage : undefined;
  return [
    ...(next === undefined ? [] : [sideButton('Show more', { verb: 'search' as const, ...here, from: next })]),
    ...(search ? [sideButton('Keep it as unmet', { verb: 'nothing-fits' as const, ...here, about: 'search' as const })] : []),
    sideButton('Back to the options', show(reading, 'options')),
    menuButton('Where things stand', show(reading, 'summary')),
    menuButton('Go on talking', show(reading, 'talk')),
    menuButton('I\u2019m worried', show(reading, 'worried')),
  ];
}
