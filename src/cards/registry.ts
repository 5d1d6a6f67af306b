/** A card is a template in /cards and the schema of the data it shows. Templates are compiled once. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Template } from 'adaptivecards-templating';
import type { z } from 'zod';

export type AdaptiveCard = { readonly type: 'AdaptiveCard'; readonly version: string } & Readonly<Record<string, unknown>>;

export type CardDefinition<View extends z.ZodType> = { readonly name: string; readonly view: View; readonly template: Template };

const folder = path.join(__dirname, '../../cards');

export function defineCard<View extends z.ZodType>(name: string, view: View): CardDefinition<View> {
  return { name, view, template: new Template(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'))) };
}

/** Pure: the same view always makes the same card. Missing data is an error here, never a visible placeholder. */
export function renderCard<View extends z.ZodType>(card: CardDefinition<View>, view: z.input<View>): AdaptiveCard {
  return card.template.expand({ $root: card.view.parse(view) as object }) as AdaptiveCard;
}
