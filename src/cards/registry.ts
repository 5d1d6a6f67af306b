/** A card is a template in /cards and the schema of the data it shows. Templates are compiled once. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { compileTemplate } from './compileTemplate';

export type AdaptiveCard = { readonly type: 'AdaptiveCard'; readonly version: string } & Readonly<Record<string, unknown>>;

export type CardDefinition<View extends z.ZodType> = { readonly name: string; readonly view: View; readonly draw: (view: object) => unknown };

const folder = path.join(__dirname, '../../cards');

const defined: CardDefinition<z.ZodType>[] = [];
/** Every card that the parts which are loaded can draw. */
export const definedCards = (): readonly CardDefinition<z.ZodType>[] => defined;

export function defineCard<View extends z.ZodType>(name: string, view: View): CardDefinition<View> {
  const card = { name, view, draw: compileTemplate(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as object) };
  defined.push(card);
  return card;
}

/** Pure: the same view always makes the same card. Missing data is an error here, never a visible placeholder. */
export function renderCard<View extends z.ZodType>(card: CardDefinition<View>, view: z.input<View>): AdaptiveCard {
  return card.draw(card.view.parse(view) as object) as AdaptiveCard;
}
