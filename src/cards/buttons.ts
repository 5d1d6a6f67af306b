/**
 * What can be pressed, as card data. Every press goes out twice: as Action.Execute, and as the Action.Submit that a
 * client without it falls back to, with the verb in its data, so that one reader understands both.
 */
import { z } from 'zod';
import type { CardAction } from './actions';
import { plainLine, unescaped } from './escape';

/** What a card writes into a press; inputs add what people typed. */
export type Press = z.input<typeof CardAction>;

/** Made by our own code from a closed union, so it is not walked through again for every button of every card. */
const Data = z.custom<Record<string, unknown>>((data) => typeof data === 'object' && data !== null);
/** `data` goes with Execute; `send` is the same with its verb in it, for Submit. `inputs` says whether what was typed comes along. */
export const Pressed = { verb: z.string(), data: Data, send: Data, inputs: z.enum(['auto', 'none']) };
export type Pressed = z.infer<z.ZodObject<typeof Pressed>>;

export const Button = z.object({ title: z.string().min(1).max(40), ...Pressed, style: z.enum(['default', 'positive']), mode: z.enum(['primary', 'secondary']) }).strict();
export type Button = z.infer<typeof Button>;

/** A tile is one tap: a large surface with a line of text, and a quieter line below it when there is more to say. */
export const Tile = z.object({ title: z.string().min(1), text: z.string().min(1), note: z.string(), ...Pressed, style: z.enum(['emphasis', 'accent']) }).strict();
export type Tile = z.infer<typeof Tile>;

/** What was typed comes along with every press, whatever it does, so that it can be kept; only a tile that stands for its own words leaves it. */
export function pressed(press: Press, inputs: Pressed['inputs'] = 'auto'): Pressed {
  const { verb, ...data } = press;
  return { verb, data, send: { verb, ...data }, inputs };
}

const button = (title: string, press: Press, style: Button['style'], mode: Button['mode']): Button => ({ title: plainLine(title, 40), ...pressed(press), style, mode });

/** The one button that the card is for. */
export const mainButton = (title: string, press: Press): Button => button(title, press, 'positive', 'primary');
export const sideButton = (title: string, press: Press): Button => button(title, press, 'default', 'primary');
/** Behind the "..." of the card. */
export const menuButton = (title: string, press: Press): Button => button(title, press, 'default', 'secondary');

/** The name of what can be pressed: all that is seen on it, because nothing else of it is read aloud. */
export const asSeen = (shown: readonly string[], most = 400): string => plainLine(unescaped(shown.filter((text) => text !== '').join(' ')), most);

/** `text` and `note` are Markdown, so escaped by whoever makes them. What is read aloud is what is seen. */
export function tile(title: string, press: Press, { text = title, note = '', chosen = false, inputs = 'auto' }: { text?: string; note?: string; chosen?: boolean; inputs?: Pressed['inputs'] } = {}): Tile {
  const shown = chosen ? `\u2713 **${text}**` : text;
  const aloud = asSeen([shown, note]);
  return { title: chosen ? `${aloud}, chosen` : aloud, text: shown, note, ...pressed(press, inputs), style: chosen ? 'accent' : 'emphasis' };
}

/** Short tiles stand two in a row when there are many, so that one prompt fits a phone. */
export function tileRows(tiles: readonly Tile[]): { tiles: Tile[] }[] {
  const inPairs = tiles.length > 6 && tiles.every(({ text, note }) => note === '' && text.length <= 16);
  return inPairs ? pairs(tiles).map((pair) => ({ tiles: pair })) : tiles.map((single) => ({ tiles: [single] }));
}

/** Two and two, the last alone when it is left over. */
export function pairs<Item>(items: readonly Item[]): Item[][] {
  return items.flatMap((item, index) => (index % 2 === 0 ? [items.slice(index, index + 2)] : []));
}
export const TileRow = z.object({ tiles: z.array(Tile) }).strict();
