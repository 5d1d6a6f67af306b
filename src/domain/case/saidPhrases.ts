/** Phrases of the framework in the words of an answer, each with how it is read: what somebody denies, or says of another, raises nothing. */
import type { Lexicon } from '../reading/lexicon';
import type { Grade } from '../reading/mention';
import { plain } from '../reading/words/phrase';
import { readPhrases, type SaidPhrase } from '../reading/readPhrases';
import type { Answer } from './case';
import { perAnswer } from './perAnswer';

type Phrases = { readonly words: readonly string[] };
type Said = { readonly phrases: readonly SaidPhrase[]; readonly grade: Grade | undefined };

const strengths: readonly Grade[] = ['prompt', 'noted', 'denied'];
const readers = new WeakMap<Lexicon, (condition: Phrases, answer: Answer) => Said>();
const plainReader = perAnswer<Said, Phrases>((condition, answer) => saidAs([], condition, answer));

function readerWith(lexicon: Lexicon): (condition: Phrases, answer: Answer) => Said {
  const known = readers.get(lexicon) ?? perAnswer<Said, Phrases>((condition, answer) => saidAs(answer.words === undefined ? [] : readPhrases(answer.words, condition.words, lexicon), condition, answer));
  readers.set(lexicon, known);
  return known;
}

/** What the reader does not find but the letters hold counts: doubt goes up. */
function saidAs(phrases: readonly SaidPhrase[], { words }: Phrases, answer: Answer): Said {
  if (phrases.length === 0) return { phrases, grade: saysOneOf(answer, words) ? 'prompt' : undefined };
  return { phrases, grade: strengths.find((grade) => phrases.some((phrase) => phrase.grade === grade)) };
}

/** Every place of the answer that says one of the phrases, read once. */
export const saidPhrases = (condition: Phrases, answer: Answer, lexicon: Lexicon): readonly SaidPhrase[] => readerWith(lexicon)(condition, answer).phrases;

/** The strongest way in which one of the phrases is said; undefined when none is. */
export const gradeOfPhrases = (condition: Phrases, answer: Answer, lexicon: Lexicon | undefined): Grade | undefined => (lexicon ? readerWith(lexicon) : plainReader)(condition, answer).grade;

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
