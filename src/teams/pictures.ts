/** Teams shows no SVG, so the drawings on a card become PNG before it goes out. */
import type { Outcome, Shown } from '../app/turn';
import { drawingAt } from '../cards/pictures/drawing';
import type { AdaptiveCard } from '../cards/registry';
import { describeError } from './describeError';
import type { Rasterise } from './rasteriser';
import { Recent } from './recent';
import type { Log } from './settings';

export class Pictures {
  /** The latest pictures: Back and "Where things stand" show the same one again. */
  private readonly drawn = new Recent<Promise<string | undefined>>(50);

  constructor(
    private readonly rasterise: Rasterise,
    private readonly log: Log,
  ) {}

  /** A picture that cannot be had is left out: all that it says stands on the card in words as well. */
  async into(outcome: Outcome): Promise<Outcome> {
    return outcome.shown.hasDrawings === true ? { ...outcome, shown: await this.intoShown(outcome.shown) } : outcome;
  }

  private async intoShown({ hasDrawings: _done, ...shown }: Shown): Promise<Shown> {
    const urls = new Map(await Promise.all([...drawingsOf(shown.card)].map(async ([url, svg]) => [url, await this.draw(url, svg)] as const)));
    return { ...shown, card: replaced(shown.card, urls) as AdaptiveCard };
  }

  private draw(url: string, svg: string): Promise<string | undefined> {
    const known = this.drawn.get(url);
    if (known) return known;
    const drawing = this.rasterise(svg).catch((error: unknown) => {
      this.log({ what: 'picture', ...describeError(error) });
      this.drawn.delete(url);
      return undefined;
    });
    this.drawn.set(url, drawing);
    return drawing;
  }
}

function drawingsOf(node: unknown, found = new Map<string, string>()): Map<string, string> {
  if (typeof node !== 'object' || node === null) return found;
  const { url } = node as { readonly url?: unknown };
  const svg = drawingAt(url);
  if (svg !== undefined) found.set(url as string, svg);
  for (const value of Object.values(node)) drawingsOf(value, found);
  return found;
}

function replaced(node: unknown, urls: ReadonlyMap<string, string | undefined>): unknown {
  if (Array.isArray(node)) return node.filter((item) => !isLeftOut(item, urls)).map((item) => replaced(item, urls));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, name === 'url' ? (urls.get(value as string) ?? value) : replaced(value, urls)]));
}

function isLeftOut(item: unknown, urls: ReadonlyMap<string, string | undefined>): boolean {
  const url = typeof item === 'object' && item !== null ? (item as { readonly url?: unknown }).url : undefined;
  return typeof url === 'string' && urls.has(url) && urls.get(url) === undefined;
}
