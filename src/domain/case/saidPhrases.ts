/** Phrases of the framework in the words of an answer, each with how it is read: what somebody denies, or says of another, raises nothing. */
import type { Lexicon } from '../reading/lexicon';
import type { Grade } from '../reading/mention';
import { plain } from '../reading/phrase';
import { readPhrases, type SaidPhrase } from '../reading/readPhrases';
import type { Answer } from './case';
import { perAnswer } from './perAnswer';

type Phrases = { readonly words: readonly string[] };

const readers = new WeakMap<Lexicon, (condition: Phrases, answer: Answer) => readonly SaidPhrase[]>();

/** Every place of the answer that says one of the phrases, read once. */
export function saidPhrases(condition: Phrases, answer: Answer, lexicon: Lexicon): readonly SaidPhrase[] {
  const known = readers.get(lexicon) ?? perAnswer<readonly SaidPhrase[], Phrases>(({ words }, { words: said }) => (said === undefined ? [] : readPhrases(said, words, lexicon)));
  readers.set(lexicon, known);
  return known(condition, answer);
}

/** The strongest way in which one of the phrases is said; undefined when none is. What the reader does not find but the letters hold counts: doubt goes up. */
export function gradeOfPhrases(condition: Phrases, answer: Answer, lexicon: Lexicon | undefined): Grade | undefined {
  const grades = lexicon ? saidPhrases(condition, answer, lexicon).map(({ grade }) => grade) : [];
  if (grades.length === 0) return saysOneOf(answer, condition.words) ? 'prompt' : undefined;
  return strengths.find((grade) => grades.includes(grade));
}

const strengths: readonly Grade[] = ['prompt', 'noted', 'denied'];

/** Of several conditions that hold together, the weakest decides. */
export const weakest = (grades: readonly Grade[]): Grade => [...strengths].reverse().find((grade) => grades.includes(grade)) ?? 'prompt';

const plainWords = new WeakMap<Answer, string>();
const plainPhrases = new WeakMap<readonly string[], readonly string[]>();

/** Words are made plain once for each answer and phrases once for each condition: every case is read many times. */
export function saysOneOf(answer: Answer, phrases: readonly string[]): boolean {
  if (answer.words === undefined) return false;
  const said = plainWords.get(answer) ?? plain(answer.words);
  plainWords.set(answer, said);
  const wanted = plainPhrases.get(phrases) ?? phrases.map(plain);
  plainPhrases.set(phrases, wanted);
  return wanted.some((phrase) => said.includes(phrase));
}
