/** What a person said in words, and how they speak of each thing: liked, missed, disliked, refused. */
import type { Conversation } from '../case/conversation';
import { perAnswer } from '../case/perAnswer';
import type { Prompt, PromptId } from '../framework/framework';
import { sentencesOf as stretchesOf } from '../reading/words/sentences';
import { asMeant } from '../reading/words/asMeant';
import { moodsOf, type Mood } from '../reading/filing/moods';
import { tokensOf } from '../reading/words/tokens';
import { unwrapped } from '../reading/words/unwrapped';
import { stemOf } from '../reading/words/stems';

/** One sentence, word by word, each word with its mood. `hard` marks answers about difficulties. */
export type Sentence = { readonly prompt: PromptId; readonly quote: string; readonly stems: readonly string[]; readonly moods: readonly Mood[]; readonly hard: boolean };
type Place = { readonly sentence: Sentence; readonly at: number };
/** Everything that was said in words, and where each word stands: put apart when somebody looks for one. */
export type Spoken = { readonly sentences: readonly Sentence[]; readonly places: () => ReadonlyMap<string, readonly Place[]> };
export type Mention = { readonly prompt: PromptId; readonly quote: string; readonly mood: Mood; readonly hard: boolean };

/** Sentences of every open answer in words, restricted prompts left out: what is told there is never quoted. */
export function readSpoken({ open, answers }: Pick<Conversation, 'open' | 'answers'>): Spoken {
  const sentences = open.flatMap((prompt) => {
    const answer = prompt.restricted ? undefined : answers.get(prompt.id);
    return answer === undefined ? [] : sentencesOf(prompt, answer);
  });
  let places: ReadonlyMap<string, readonly Place[]> | undefined;
  return { sentences, places: () => (places ??= placesIn(sentences)) };
}

const sentencesOf = perAnswer((prompt, { words }) => (words === undefined ? [] : sentencesIn(words).map(({ quote, meant }) => readSentence(quote, prompt.id, isAboutDifficulties(prompt), meant))));

type Stretch = { readonly quote: string; readonly meant: string };

/** Each sentence as it was written and as it is meant: an empty box or "[inaudible]" is left in what is quoted. */
function sentencesIn(text: string): readonly Stretch[] {
  const shown = unwrapped(text);
  let end = 0;
  const parts = asMeant(text).split(/((?<=[.!?])\s+|[\n;]+)/).map((meant): Stretch => ({ meant, quote: shown.slice(end, (end += meant.length)).trim() }));
  return parts.filter(({ meant }, at) => at % 2 === 0 && meant.trim() !== '');
}

/** A prompt whose choices are barriers, and which does not ask what the person likes, wants or misses. */
export function isAboutDifficulties({ parts, triggers }: Prompt): boolean {
  const options = parts.flatMap((part) => (part.kind === 'one' || part.kind === 'many' ? part.options : part.kind === 'grid' ? [...part.rows, ...part.columns] : []));
  const means = [...options, ...triggers].flatMap((one) => one.means);
  return options.some(({ barrier }) => barrier !== undefined) && !means.some((meaning) => /^(interest|enjoys|wants|wantsTo|role|likes|lies):/.test(meaning));
}

/** The sentence of a text that holds what starts here, as it was written. */
export function sentenceAt(text: string, at: number): string {
  const stretch = stretchesOf(asMeant(text)).find(({ start, end }) => at >= start && at < end);
  return (stretch ? unwrapped(text).slice(stretch.start, stretch.end) : text).trim();
}

/** `meant`: the same words as they are meant, where that differs. */
export function readSentence(quote: string, prompt: PromptId, hard: boolean, meant = quote): Sentence {
  const tokens = tokensOf(meant);
  return { prompt, quote, hard, stems: tokens.map(({ plain }) => stemOf(plain)), moods: moodsOf(tokens).moods };
}

/** Where the words of a phrase stand next to each other, whatever their endings. */
export function mentionsOf(phrase: readonly string[], { places }: Spoken): readonly Mention[] {
  return (places().get(phrase[0] ?? '') ?? [])
    .filter(({ sentence, at }) => phrase.every((word, index) => sentence.stems[at + index] === word))
    .map(({ sentence: { prompt, quote, hard, moods }, at }) => ({ prompt, quote, hard, mood: moods[at] ?? 'plain' }));
}

/** True when a mention shows that the person wants or wanted it. In an answer about difficulties it takes a word of liking. */
export const showsInterest = ({ mood, hard }: Mention): boolean => mood === 'liked' || mood === 'missed' || (mood === 'plain' && !hard);

/** Where each word stands in these sentences, by its stem. */
export function placesIn(sentences: readonly Sentence[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const sentence of sentences) {
    for (const [at, stem] of sentence.stems.entries()) {
      const group = places.get(stem);
      if (group) group.push({ sentence, at });
      else places.set(stem, [{ sentence, at }]);
    }
  }
  return places;
}
