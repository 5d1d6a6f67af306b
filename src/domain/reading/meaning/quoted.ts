/** Where a quotation or a bracket opens, and where it closes, over the ends of sentences. */
import type { Token } from '../words/tokens';

/** Words that a quotation may have; one that is not closed by then ends with its sentence. */
const mostWords = 60;

type Marks = { readonly opens: RegExp; readonly closes: RegExp };
const pairs: readonly Marks[] = [
  { opens: /["\u201c]$/, closes: /^[^\s"\u201d]*["\u201d]/ },
  { opens: /[([]$/, closes: /[)\]]/ },
  { opens: /(?:^|[\s:,(])['\u2018]$/, closes: /^[.,!?\u2026]*['\u2019](?:[\s.,;:!?)]|$)/ },
];

const pairAt = (tokens: readonly Token[], at: number): Marks | undefined => (tokens[at]!.before === ' ' ? undefined : pairs.find(({ opens }) => opens.test(tokens[at]!.before)));

/** Does a quotation or a bracket open right before this word? */
export const opensAt = (tokens: readonly Token[], at: number): boolean => pairAt(tokens, at) !== undefined;

/** The last word of what opens before this word, `otherwise` when nothing closes it. */
export function closingAfter(tokens: readonly Token[], at: number, otherwise: number): number {
  const marks = pairAt(tokens, at);
  for (let next = at + 1; marks && next < tokens.length && next - at <= mostWords; next++) if (tokens[next]!.before !== ' ' && marks.closes.test(tokens[next]!.before)) return next - 1;
  return otherwise;
}
