/** What stands in the boxes of a card. */
import { mostInABox } from '../domain/case/case';
import { cleanText } from './escape';
import type { AdaptiveCard } from './registry';

function* valuesIn(part: unknown): Generator<string> {
  if (typeof part !== 'object' || part === null) return;
  const { type, value } = part as { readonly type?: unknown; readonly value?: unknown };
  if (type === 'Input.Text' && typeof value === 'string') yield value;
  for (const inner of Object.values(part)) yield* valuesIn(inner);
}

/** True when each of these texts stands whole in a box, so that it can be sent again as it was. */
export function holdsInBoxes(card: AdaptiveCard, texts: readonly string[]): boolean {
  const values = new Set(valuesIn(card));
  return texts.every((text) => text.length <= mostInABox && values.has(cleanText(text)));
}
