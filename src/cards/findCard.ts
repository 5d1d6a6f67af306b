/** The whole list of activities searched without a case: facts of activities, and nothing about any person. */
import { z } from 'zod';
import { mostOnAPage, type SearchReading } from '../domain/activities/searchActivities';
import { inputId } from './actions';
import { Button, sideButton } from './buttons';
import { cleanText } from './escape';
import { Field } from './formCard';
import { FoundView, foundView, pageLine, understoodLine } from './foundView';
import { oldClient } from './listCard';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { HomeScreen } from './screen';
import { searchHint } from './searchBox';

export const findView = z
  .object({ fallback: z.string(), title: z.string().min(1), intro: z.string(), boxes: z.array(Field).max(1), look: z.array(Button), found: z.array(FoundView).max(3), foot: z.string(), buttons: z.array(Button) })
  .strict();
export const findCard = defineCard('find', findView);

export function presentFind({ search, isEmpty = false, typed = '', today }: Extract<HomeScreen, { kind: 'find' }>): AdaptiveCard {
  return renderCard(findCard, {
    fallback: oldClient,
    title: search === undefined ? 'Find an activity' : search.many === 0 ? 'Nothing was found' : 'What was found',
    intro: `${isEmpty ? '**Please write a few words first.** ' : ''}${introOf(search)}`,
    boxes: [{ id: inputId('find', search?.from ?? 0), label: 'Look for', placeholder: searchHint, value: cleanText(search?.words ?? typed) }],
    look: [sideButton('Search', { verb: 'find', was: '' })],
    found: (search?.hits ?? []).map((hit) => foundView(hit, { today, ...(hit.activity.status === 'closed' ? { shut: 'It has closed.' } : {}) })),
    foot: search ? `${pageLine(search)} To see how one fits a person, search again in their case.`.trim() : '',
    buttons: [...moreOf(search), sideButton('Start page', { verb: 'home' }), sideButton('My cases', { verb: 'cases' })],
  });
}

function introOf(search: SearchReading | undefined): string {
  if (search === undefined) return 'Say what it should be about, and where or when if that matters. Nothing about a person is needed here, so please leave names out.';
  return search.many === 0 ? `${understoodLine(search)} Nothing on the list meets these words. Other words may find more.`.trim() : understoodLine(search);
}

const moreOf = (search: SearchReading | undefined): Button[] => (search && search.from + mostOnAPage < search.many ? [sideButton('Show more', { verb: 'find', from: search.from + mostOnAPage, was: search.words })] : []);
