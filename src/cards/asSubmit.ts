import type { AdaptiveCard } from './registry';

/** The same card for clients on which Action.Execute does not work: each press goes out as its Action.Submit. Pure. */
export const asSubmit = (card: AdaptiveCard): AdaptiveCard => submitting(card) as AdaptiveCard;

function submitting(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(submitting);
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Readonly<Record<string, unknown>>;
  if (node['type'] === 'Action.Execute') return submitOf(node);
  return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, submitting(part)]));
}

/** What the press looks like stays; what carries it is the fallback. */
function submitOf({ verb: _verb, data: _data, fallback, ...look }: Readonly<Record<string, unknown>>): unknown {
  return { ...look, ...(fallback as object) };
}
