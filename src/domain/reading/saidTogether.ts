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
type Listed = { readonly stem: string; groups: number; readonly before: Map<string, number> };
const unlisted: Listed = { stem: '', groups: 0, before: new Map() };
type Marks = { readonly tokens: readonly Token[]; readonly one: Int32Array; readonly two: Int32Array };

export class SaidTogether {
  readonly #within: number;
  readonly #groupOf = new Map<string, Group>();
  /** Under each stem the groups whose lists hold it, as bits, and those of the pairs that begin with it. */
  readonly #listed = new Map<string, Listed>();
  readonly #known = new Map<string, Listed>();
  /** Of the text that was read last. */
  #marked?: Marks;

  constructor({ within, groups }: TogetherLists) {
    this.#within = within;
    for (const [place, { of, enough, words }] of groups.entries()) {
      const bit = 1 << place;
      for (const code of of) this.#groupOf.set(code, { bit, enough });
      for (const word of words) {
        const [first, second] = word.split(' ').map(stemOf) as [string, string?];
        const listed = this.#listed.get(first) ?? { stem: first, groups: 0, before: new Map<string, number>() };
        this.#listed.set(first, listed);
        if (second === undefined) listed.groups |= bit;
        else listed.before.set(second, (listed.before.get(second) ?? 0) | bit);
      }
    }
  }

  /** The different ones of this category's words that stand around the token, as they are written; none where they are too few. Of two words that are one entry neither counts again. */
  standAt(text: string, tokens: readonly Token[], { code, at }: { readonly code: string; readonly at: number }): readonly string[] {
    const group = this.#groupOf.get(code);
    if (group === undefined) return [];
    const { one, two } = this.#marksIn(tokens);
    const found = new Map<string, string>();
    for (let each = Math.max(0, at - this.#within); each <= Math.min(tokens.length - 1, at + this.#within); each++) {
      const isTwo = (two[each]! & group.bit) !== 0;
      if (!isTwo && (one[each]! & group.bit) === 0) continue;
      const first = tokens[each]!;
      const { stem } = this.#listedAs(first);
      const said = isTwo ? `${stem} ${this.#listedAs(tokens[each + 1]!).stem}` : stem;
      if (isTwo) each++;
      found.set(said, text.slice(first.start, tokens[each]!.end));
    }
    return found.size >= group.enough ? [...found.values()] : [];
  }

  /** The groups of each token, and of it with the one after it: made once for a text, of which many places are asked. */
  #marksIn(tokens: readonly Token[]): Marks {
    if (this.#marked?.tokens === tokens) return this.#marked;
    const [one, two] = [new Int32Array(tokens.length), new Int32Array(tokens.length)];
    let { groups, before } = unlisted;
    for (let at = 0; at < tokens.length; at++) {
      const listed = this.#listedAs(tokens[at]!);
      if (at > 0 && before.size > 0) two[at - 1] = before.get(listed.stem) ?? 0;
      ({ groups, before } = listed);
      one[at] = groups;
    }
    return (this.#marked = { tokens, one, two });
  }

  #listedAs({ plain, number }: Token): Listed {
    const known = this.#known.get(number ? '#' : plain);
    if (known !== undefined) return known;
    const stem = number ? '#' : stemOf(plain);
    const listed = this.#listed.get(stem) ?? { ...unlisted, stem };
    if (this.#known.size < mostWords) this.#known.set(number ? '#' : plain, listed);
    return listed;
  }
}

const mostWords = 20_000;
