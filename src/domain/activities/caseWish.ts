/**
 * What a person wants, needs and turns down, put together from everything that was said: their answers, sentences of
 * notes filed under them, and what the worker noticed. Each piece keeps where it stands, so that it can be quoted.
 */
import type { OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import { perAnswer } from '../case/perAnswer';
import type { Prompt } from '../framework/framework';
import type { Concepts } from '../matching/concept';
import { isLikedOtherwise, readWish, type TurnedDown, type Wanted, type Wish } from '../matching/readWish';
import { tokensOf } from '../reading/words/tokens';
import type { Source } from '../plan/frozenPlan';
import { isAboutDifficulties, sentenceAt } from './spoken';
import { stemsOf } from '../reading/words/stems';

/** `quote` is the sentence. What the worker noticed is no quotation. */
export type SaidOf = { readonly quote: string; readonly noticed: boolean; readonly source: Source };

export type CaseWish = {
  readonly wish: Wish;
  /** Where it was said; undefined for what this wish does not hold. A word that was turned down is named by its stem. */
  readonly saidOf: (one: Wanted | TurnedDown | string) => SaidOf | undefined;
};

type Heard = { readonly wish: Wish; readonly text: string; readonly hard: boolean; readonly noticed: boolean; readonly source: (quote: string) => Source };

/** Restricted prompts are left out: what is told there is never quoted, and never the reason for anything that is shown. */
export function readCaseWish({ open, answers }: Pick<Conversation, 'open' | 'answers'>, observations: OpenCase['observations'], concepts: Concepts): CaseWish {
  const readers = readersOf(concepts);
  const restricted = new Set(open.filter((prompt) => prompt.restricted).map(({ id }) => id));
  const shown = new Set(open.map(({ id }) => id));
  const told = open.flatMap((prompt): Heard[] => {
    const answer = prompt.restricted ? undefined : answers.get(prompt.id);
    return answer ? readers.answer(prompt, answer) : [];
  });
  const noticed = observations.filter(({ prompt }) => prompt === undefined || (shown.has(prompt) && !restricted.has(prompt))).map(readers.observation);
  return together([...told, ...noticed]);
}

type Observation = OpenCase['observations'][number];
type Readers = { readonly answer: (prompt: Prompt, answer: NonNullable<ReturnType<Conversation['answers']['get']>>) => Heard[]; readonly observation: (seen: Observation) => Heard };
const readers = new WeakMap<Concepts, Readers>();

/** Answers and observations never change, so each is read once. */
function readersOf(concepts: Concepts): Readers {
  const before = readers.get(concepts);
  if (before) return before;
  const observed = new WeakMap<Observation, Heard>();
  const fresh: Readers = {
    answer: perAnswer((prompt, { words }) => (words === undefined ? [] : [{ wish: readHopes(words, concepts), text: words, hard: isAboutDifficulties(prompt), noticed: false, source: (quote) => ({ kind: 'words', prompt: prompt.id, quote }) }])),
    observation: (seen) => {
      const heard = observed.get(seen) ?? { wish: readHopes(seen.words, concepts), text: seen.words, hard: false, noticed: true, source: (): Source => ({ kind: 'observation', at: seen.at }) };
      observed.set(seen, heard);
      return heard;
    },
  };
  readers.set(concepts, fresh);
  return fresh;
}

/** "I rang a group once and nobody rang back" asks for no group; of troubles it says as much as before. */
function readHopes(text: string, concepts: Concepts): Wish {
  const wish = readWish(text, concepts);
  const isHope = ({ concept, mood, start }: Wanted): boolean => concept.kind === 'need' || concept.kind === 'habit' || mood === 'liked' || mood === 'missed' || !tellsOfLetDown(sentenceAt(text, start), concepts);
  return { ...wish, wanted: wish.wanted.filter(isHope) };
}

/** True when a sentence tells how somebody was let down: nobody rang back, nobody spoke to them. */
export function tellsOfLetDown(sentence: string, { letDown }: Concepts): boolean {
  const tokens = tokensOf(sentence);
  return tokens.length > 0 && letDown.foundIn(tokens, [{ first: 0, last: tokens.length - 1 }]).length > 0;
}

/** In an answer about difficulties a pastime is only wanted under a word of liking; a trouble is wanted help with wherever it is told. */
const counts = ({ concept, mood }: Wanted, { hard }: Heard): boolean => !hard || concept.kind === 'need' || concept.kind === 'habit' || mood === 'liked' || mood === 'missed';

/** Their own words come before what was noticed; what was turned down anywhere is wanted only if another word of it is liked; "no" gives way to a wish. */
function together(heard: readonly Heard[]): CaseWish {
  const from = new Map<Wanted | TurnedDown | string, Heard>();
  const wanted = new Map<string, Wanted>();
  const turnedDown = new Map<string, TurnedDown>();
  for (const one of heard) {
    for (const each of one.wish.wanted) {
      const best = wanted.get(each.concept.id);
      if (!counts(each, one) || (best && (best.weight >= each.weight || one.noticed))) continue;
      wanted.set(each.concept.id, each);
      from.set(each, one);
    }
    for (const each of one.wish.turnedDown) {
      if (turnedDown.get(each.concept.id)?.mood === 'disliked') continue;
      turnedDown.set(each.concept.id, each);
      from.set(each, one);
    }
    for (const stem of one.wish.turnedDownStems) if (!from.has(stem)) from.set(stem, one);
  }
  for (const [id, down] of turnedDown) {
    if (down.mood === 'refused' && wanted.has(id)) turnedDown.delete(id);
    else if (!isLikedOtherwise(wanted.get(id), down)) wanted.delete(id);
  }
  const stems = heard.flatMap(({ wish }) => wish.turnedDownStems);
  const wish: Wish = { wanted: [...wanted.values()], turnedDown: [...turnedDown.values()], stems: [], turnedDownStems: [...new Set(stems)], places: [], days: [], times: [] };
  const found = new Map<Wanted | TurnedDown | string, SaidOf | undefined>();
  const saidOf = (one: Wanted | TurnedDown | string): SaidOf | undefined => {
    if (!found.has(one)) found.set(one, saidIn(one, from.get(one)));
    return found.get(one);
  };
  return { wish, saidOf };
}

function saidIn(one: Wanted | TurnedDown | string, heard: Heard | undefined): SaidOf | undefined {
  if (!heard) return undefined;
  const start = typeof one === 'string' ? placeOfStem(one, heard.text) : one.start;
  const quote = sentenceAt(heard.text, start);
  return { quote, noticed: heard.noticed, source: heard.source(quote) };
}

/** Where the sentence stands that holds a word of this stem. */
function placeOfStem(stem: string, text: string): number {
  for (const word of text.matchAll(/[\p{L}\p{M}'\u2019]+/gu)) if (stemsOf(word[0]).includes(stem)) return word.index;
  return 0;
}
