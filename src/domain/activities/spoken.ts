/**
 * How a person speaks of things in their own words: liked, missed, disliked, refused.
 *
 * A sentence is read from left to right. A cue ("I hate", "used to") colours the words after it, until a turn
 * ("but", a new subject) or the end of the sentence. Doubt never makes an interest: words about somebody else, about
 * trouble, or after "not" count for nothing.
 */
import type { Conversation } from '../case/conversation';
import { perAnswer } from '../case/perAnswer';
import type { Prompt, PromptId } from '../framework/framework';
import { stemOf, tokensOf } from './stems';

export type Mood = 'plain' | 'liked' | 'missed' | 'disliked' | 'refused' | 'trouble' | 'somebody-else';
/** One sentence, word by word, each word with its mood. `hard` marks answers about difficulties. */
export type Sentence = { readonly prompt: PromptId; readonly quote: string; readonly stems: readonly string[]; readonly moods: readonly Mood[]; readonly hard: boolean };
/** Everything that was said in words, and where each word stands. */
export type Spoken = { readonly sentences: readonly Sentence[]; readonly places: ReadonlyMap<string, readonly { readonly sentence: Sentence; readonly at: number }[]> };
export type Mention = { readonly prompt: PromptId; readonly quote: string; readonly mood: Mood; readonly hard: boolean };

const cues: readonly (readonly [Mood, readonly string[]])[] = [
  ['plain', ['dont mind', 'doesnt mind', 'do not mind', 'does not mind', 'dont hate', 'hate that', 'hates that', 'hate not', 'hates not', 'hate missing', 'not just', 'not only', 'not bad', 'dont want to lose', 'dont want to stop', 'dont want to give up', 'dont want to miss', 'nothing better than']],
  ['disliked', ['hate', 'hates', 'hated', 'loathe', 'loathes', 'dislike', 'dislikes', 'disliked', 'cant stand', 'cannot stand', 'cant bear', 'cannot bear', 'couldnt stand', 'couldnt bear', 'dont like', 'doesnt like', 'didnt like', 'do not like', 'does not like', 'did not like', 'dont enjoy', 'doesnt enjoy', 'didnt enjoy', 'never liked', 'never enjoyed', 'not keen on', 'not into', 'not interested in', 'no interest in', 'avoid', 'avoids', 'avoided', 'keep away from', 'keeps away from', 'fed up with', 'fed up of', 'sick of', 'scared of', 'afraid of', 'frightened of', 'terrified of']],
  ['refused', ['not', 'no', 'never', 'without', 'rather not', 'dont want', 'doesnt want', 'do not want', 'does not want', 'wouldnt want', 'havent got', 'hasnt got', 'isnt', 'wasnt', 'arent', 'nothing']],
  ['missed', ['miss', 'misses', 'missed', 'used to', 'loved', 'enjoyed', 'gave up', 'given up', 'had to stop', 'stopped', 'no longer', 'before i got ill']],
  ['liked', ['love', 'loves', 'like', 'likes', 'enjoy', 'enjoys', 'fancy', 'keen on', 'want', 'wants', 'into', 'interested in', 'curious about', 'good at', 'happiest', 'passionate about', 'id like', 'would like']],
  ['trouble', ['cant', 'cannot', 'couldnt', 'not able', 'unable', 'hurts', 'hurt', 'pain', 'painful', 'struggle', 'struggles', 'hard', 'difficult', 'worry', 'worries', 'worried']],
  ['plain', ['but', 'although', 'though', 'however', 'except', 'instead', 'because', 'rather', 'so']],
];
/** These colour the words before them. */
const backward: readonly (readonly [Mood, readonly string[]])[] = [
  ['disliked', ['not for me', 'isnt for me', 'not my thing', 'isnt my thing', 'puts me off', 'put me off', 'bores me', 'not for him', 'not for her']],
  ['missed', ['any more', 'anymore']],
];
const relatives = new Set(['husband', 'wife', 'partner', 'mum', 'mother', 'dad', 'father', 'son', 'daughter', 'sister', 'brother', 'friend', 'neighbour', 'grandson', 'granddaughter', 'ex', 'carer', 'boss'].flatMap((word) => [word, `${word}s`]));
const owners = new Set(['my', 'his', 'her', 'their', 'your']);
const myself = new Set(['i', 'im', 'ive', 'id', 'ill', 'we', 'me']);
const thirdPerson = new Set(['he', 'she', 'they', 'hes', 'shes']);

type Cue = { readonly words: readonly string[]; readonly mood: Mood };
type Cues = ReadonlyMap<string, readonly Cue[]>;

/** By their first word, the longest first: "not just" is found before "not". */
function listCues(table: readonly (readonly [Mood, readonly string[]])[]): Cues {
  const all = table.flatMap(([mood, phrases]) => phrases.map((phrase): Cue => ({ words: phrase.split(' '), mood }))).sort((a, b) => b.words.length - a.words.length);
  return groupBy(all, ({ words }) => words[0]!);
}
const forwardCues = listCues(cues);
const backwardCues = listCues(backward);
const COMMA = ',';
/** Words that a cue behind them still colours. */
const FARTHEST_BACK = 12;

const cueAt = (list: Cues, tokens: readonly string[], at: number): Cue | undefined => list.get(tokens[at]!)?.find(({ words }) => words.every((word, index) => tokens[at + index] === word));

/** Sentences of every open answer in words, restricted prompts left out: what is told there is never quoted. */
export function readSpoken({ open, answers }: Pick<Conversation, 'open' | 'answers'>): Spoken {
  const sentences = open.flatMap((prompt) => {
    const answer = prompt.restricted ? undefined : answers.get(prompt.id);
    return answer === undefined ? [] : sentencesOf(prompt, answer);
  });
  const places = sentences.flatMap((sentence) => sentence.stems.map((stem, at) => ({ stem, sentence, at })));
  return { sentences, places: groupBy(places, ({ stem }) => stem) };
}

const sentencesOf = perAnswer((prompt, { words }) => (words === undefined ? [] : sentencesIn(words).map((quote) => readSentence(quote, prompt.id, isAboutDifficulties(prompt)))));

const sentencesIn = (text: string): string[] => text.split(/(?<=[.!?])\s+|[\n;]+/).map((part) => part.trim()).filter((part) => part !== '');

/** A prompt whose choices are barriers, and which does not ask what the person likes, wants or misses. */
function isAboutDifficulties({ parts, triggers }: Prompt): boolean {
  const options = parts.flatMap((part) => (part.kind === 'one' || part.kind === 'many' ? part.options : part.kind === 'grid' ? [...part.rows, ...part.columns] : []));
  const means = [...options, ...triggers].flatMap((one) => one.means);
  return options.some(({ barrier }) => barrier !== undefined) && !means.some((meaning) => /^(interest|enjoys|wants|wantsTo|role|likes|lies):/.test(meaning));
}

export function readSentence(quote: string, prompt: PromptId, hard: boolean): Sentence {
  const tokens = quote.split(',').flatMap((part, index) => (index === 0 ? tokensOf(part) : [COMMA, ...tokensOf(part)]));
  const moods = moodsOf(tokens);
  const kept = tokens.flatMap((token, at) => (token === COMMA ? [] : [{ stem: stemOf(token), mood: moods[at] ?? 'plain' }]));
  return { prompt, quote, hard, stems: kept.map(({ stem }) => stem), moods: kept.map(({ mood }) => mood) };
}

function moodsOf(tokens: readonly string[]): Mood[] {
  const firstPerson = tokens.some((token) => myself.has(token) || token === 'my');
  const moods: Mood[] = [];
  let mood: Mood = 'plain';
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (startsAnew(tokens, at, firstPerson) || (token === COMMA && (mood === 'refused' || mood === 'trouble'))) mood = 'plain';
    if (owners.has(token) && (relatives.has(tokens[at + 1] ?? '') || relatives.has(tokens[at + 2] ?? ''))) mood = 'somebody-else';
    const back = cueAt(backwardCues, tokens, at);
    if (back) for (let before = at - 1; before >= Math.max(0, at - FARTHEST_BACK) && moods[before] !== 'somebody-else'; before--) moods[before] = back.mood;
    const cue = back ?? cueAt(forwardCues, tokens, at);
    if (cue) {
      mood = afterCue(mood, cue);
      for (let inside = 0; inside < cue.words.length - 1; inside++) moods.push(mood);
      at += cue.words.length - 1;
    }
    moods.push(mood);
  }
  return moods;
}

/** "I", or after a comma any new subject, ends what went before. */
function startsAnew(tokens: readonly string[], at: number, firstPerson: boolean): boolean {
  const token = tokens[at]!;
  if (myself.has(token)) return token !== 'me';
  return thirdPerson.has(token) && !firstPerson;
}

function afterCue(mood: Mood, { mood: cue, words }: Cue): Mood {
  if (mood === 'somebody-else') return words.length === 1 && words[0] === 'but' ? 'plain' : mood;
  if (mood === 'missed' && cue === 'liked') return 'missed';
  if (mood === 'disliked' && cue === 'refused') return 'plain';
  return cue;
}

/** Where the words of a phrase stand next to each other, whatever their endings. */
export function mentionsOf(phrase: readonly string[], { places }: Spoken): readonly Mention[] {
  return (places.get(phrase[0] ?? '') ?? [])
    .filter(({ sentence, at }) => phrase.every((word, index) => sentence.stems[at + index] === word))
    .map(({ sentence: { prompt, quote, hard, moods }, at }) => ({ prompt, quote, hard, mood: moods[at] ?? 'plain' }));
}

/** True when a mention shows that the person wants or wanted it. In an answer about difficulties it takes a word of liking. */
export const showsInterest = ({ mood, hard }: Mention): boolean => mood === 'liked' || mood === 'missed' || (mood === 'plain' && !hard);

function groupBy<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
