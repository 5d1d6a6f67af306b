/** A case card that offers a few things to tap, in groups with a name. */
import { z } from 'zod';
import { Button, Tile } from './buttons';
import { caseTop } from './header';
import { defineCard, renderCard, type AdaptiveCard } from './registry';

export const Banner = z.object({ title: z.string(), text: z.string(), style: z.enum(['emphasis', 'warning', 'attention', 'good']) }).strict();
export const noBanner = { title: '', text: '', style: 'emphasis' } as const;
export const Group = z.object({ label: z.string(), tiles: z.array(Tile) }).strict();

export const listView = z
  .object({ ...caseTop, banner: Banner, groups: z.array(Group), foot: z.string(), buttons: z.array(Button) })
  .strict();

export const listCard = defineCard('list', listView);

type ListInput = Partial<z.input<typeof listView>> & Pick<z.input<typeof listView>, 'header' | 'news' | 'title' | 'buttons'>;

export const oldClient = 'Please update Teams to see this card, or type help.';

export const renderList = (view: ListInput): AdaptiveCard => renderCard(listCard, { fallback: oldClient, banner: noBanner, intro: '', groups: [], foot: '', ...view });
