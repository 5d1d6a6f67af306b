/** Where to post the plan: the channels and chats that the bot is in and that the link worker belongs to. */
import { z } from 'zod';
import type { CaseReading } from '../domain/analysis/caseReading';
import { heldBack } from '../domain/case/decide';
import { Button, sideButton, tile, Tile } from './buttons';
import { escapeText, shorten } from './escape';
import { Header, headerOf, News, newsOf } from './header';
import { refusalText } from './refusals';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';

export const placeView = z.object({ fallback: z.string(), header: Header, news: News, title: z.string().min(1), intro: z.string().min(1), places: z.array(Tile), buttons: z.array(Button) }).strict();

export const placeCard = defineCard('place', placeView);

type Screen = Extract<CaseScreen, { kind: 'place' }>;
const kinds = { channel: 'Channel: everybody in the team can read it', group: 'Group chat: everybody in the chat can read it', personal: 'Chat with one person' } as const;
const most = 12;

const nowhere = {
  title: 'No place to post yet',
  intro: 'I am in no channel or chat that you are in. Ask your team to add Threefold to the review channel, then press Look again. It must be a standard channel: Teams does not let me post in private ones. The plan is kept.',
};
const anywhere = { title: 'Where shall it go?', intro: 'You see exactly what will be posted before anything goes out. The reference goes with it, the name does not.' };

export function presentPlace(reading: CaseReading, screen: Screen): AdaptiveCard {
  const { places } = screen;
  const held = heldBack(reading);
  const { title, intro } = places.length === 0 ? nowhere : held === undefined ? anywhere : { title: 'It cannot be posted yet', intro: `${refusalText(held)} You can look at what would go out.` };
  return renderCard(placeCard, {
    fallback: 'Please update Teams to choose where to post.',
    header: headerOf(reading, 'Plan'),
    news: newsOf(screen),
    title,
    intro,
    places: places.slice(0, most).map(({ id, name, kind }) => tile(shorten(name, 60), show(reading, 'preview', id), { text: escapeText(shorten(name, 60)), note: kinds[kind] })),
    buttons: [sideButton('Back to the plan', show(reading, 'plan')), ...(places.length === 0 ? [sideButton('Look again', show(reading, 'place'))] : [])],
  });
}
