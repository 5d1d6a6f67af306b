/**
 * Words that often stand beside words of a kind of concern, as lists that a Clinical Safety Officer reads and changes
 * (together.json). None of them says anything alone; they never take anything back.
 */
import { z } from 'zod';
import { ConcernCode } from '../framework/framework';
import { stemOf } from './words/stems';
import type { Token } from './words/tokens';

const Words = z.string().refine((words) => /^[a-z#]+( [a-z#]+)?$/.test(words), 'must be one word or two in small letters, with # for a number');

export const TogetherLists = z
  .object({
    /** So many different ones must stand within `within` words before or after. */
    within: z.number().int().min(1).max(60),
    groups: z.array(z.object({ of: z.array(ConcernCode).min(1), enough: z.number().int().min(2), words: z.array(Words).min(1) }).strict()),
  })
  .strict();
export type TogetherLists = z.infer<typeof TogetherLists>;

type Group = { readonly bit: number; readonly enough: number };

export class SaidTogether {
  readonly #within: number;
  readonly #groupOf = new Map<string, Group>();
  /** For each word, or two words, the groups whose lists hold it, as bits. */
  readonly #words = new Map<string, number>();
  readonly #stems = new Map<string, string>();

  constructor({ within, groups }: TogetherLists) {
    this.#within = within;
    for (const [place, { of, enough, words }] of groups.entries()) {
      const bit = 1 << place;
      for (const code of of) this.#groupOf.set(code, { bit, enough });
      for (const word of words) {
        const stems = word.split(' ').map(stemOf).join(' ');
        this.#words.set(stems, (this.#words.get(stems) ?? 0) | bit);
      }
    }
  }

  /** The different ones of this category's words that stand around the token, as they are written; none where they are too few. Of two words that are one entry neither counts again. */
  standAt(text: string, tokens: readonly Token[], { code, at }: { readonly code: string; readonly at: number }): readonly string[] {
    const group = this.#groupOf.get(code);
    if (group === undefined) return [];
    const found = new Map<string, string>();
    for (let each = Math.max(0, at - this.#within); each <= Math.min(tokens.length - 1, at + this.#within); each++) {
      const word = this.#stemOf(tokens[each]!);
      const two = tokens[each + 1] && `${word} ${this.#stemOf(tokens[each + 1]!)}`;
      const isTwo = two !== undefined && this.#isOf(group, two);
      if (!isTwo && !this.#isOf(group, word)) continue;
      const first = tokens[each]!;
      if (isTwo) each++;
      found.set(isTwo ? two : word, text.slice(first.start, tokens[each]!.end));
    }
    return found.size >= group.enough ? [...found.values()] : [];
  }

  #isOf({ bit }: Group, stems: string): boolean {
    return ((this.#words.get(stems) ?? 0) & bit) !== 0;
  }

  #stemOf({ plain, number }: Token): string {
    if (number) return '#';
    const known = this.#stems.get(plain);
    if (known !== undefined) return known;
    const stem = stemOf(plain);
    if (this.#stems.size < mostStems) this.#stems.set(plain, stem);
    return stem;
  }
}

const mostStems = 20_000;
