/** What is said next to what was asked: "Any thoughts of suicide? Not on your life." */
import type { Context, Cue } from './context';
import { preparedCues, type Cues } from './cues';
import type { Span } from './findCues';
import { cueAt, type ToldHit } from './told';
import type { Token } from './tokens';

const { min } = Math;

type Part = Span & { readonly sentence: { readonly text: string } };

/** Words of the next sentence within which it answers. */
const answerWords = 12;
/** Words before a denial that tell nothing: "and she said", "asked and answered". */
const leadWords = 3;

const plainNoes = new Set(['no', 'none', 'nil', 'denied', 'denies', 'never', 'nope', 'nah', 'naw', 'nay', 'niver', 'nivver']);

/**
 * The question's own words are denied by the answer, unless it goes on. "Asked if he thinks of it. He would rather not
 * say." Nobody answered: what was asked is still open.
 */
export function answerTo(at: number, tokens: readonly Token[], parts: readonly Part[], told: readonly (readonly ToldHit[])[], cues: Cues): Context | undefined {
  const next = answering(at, parts);
  if (next === undefined) return undefined;
  const unsaid = unsaidIn(parts[next]!, tokens, cues);
  if (unsaid) return { present: unsaid };
  const isQuestion = parts[at]!.sentence.text.trimEnd().endsWith('?') || /\?["'\u201d\u2019)]*$/.test(parts[at]!.sentence.text);
  if (!isQuestion && !told[at]!.some(({ kind }) => kind === 'asking')) return undefined;
  const answer = denialIn(parts[next]!, tokens, told[next]!, isQuestion);
  return answer && { negated: answer };
}

/** Words of a question that only echoes the one before: "Me? With this knee?" */
const shortQuestion = 5;

/** The sentence that answers; "Me?" and "Asked as usual." between are none. */
function answering(at: number, parts: readonly Part[]): number | undefined {
  const next = parts[at + 1];
  if (!next) return undefined;
  const isPassedOver = next.last - next.first < shortQuestion && (next.sentence.text.endsWith('?') || /^asked\b/i.test(next.sentence.text));
  return isPassedOver && parts[at + 2] ? at + 2 : at + 1;
}

function denialIn(part: Part, tokens: readonly Token[], told: readonly ToldHit[], isQuestion: boolean): Cue | undefined {
  const words = tokens.slice(part.first, part.last + 1);
  if (words.some(({ plain }) => takesBack.has(plain))) return undefined;
  if (isQuestion && words.length <= 3 && plainNoes.has(words[0]!.plain)) return cueAt(tokens, { first: part.first, last: part.first }, 'answer', why);
  const hit = told.find(({ kind, first, last }) => kind === 'noes' && first - part.first <= leadWords && (last > first || isApart(tokens, part, last)));
  return hit && cueAt(tokens, hit, 'answer', why);
}

/** "She shook her head and cried": no plain no. */
const takesBack = new Set(['but', 'except', 'cried', 'crying', 'wept', 'tears', 'tearful', 'sobbed', 'sobbing', 'whispered', 'sometimes', 'yes', 'nodded', 'yet', 'tonight', 'lately', 'most', 'every', 'then', 'because', 'until']);
const why = 'asked about, and the answer is no';

/** "Never." or "No, …", not "Never so low". */
const isApart = (tokens: readonly Token[], part: Part, at: number): boolean => at === part.last || /[,;:.!"\u201d\u2013\u2014]/.test(tokens[at + 1]!.before) || (dears.has(tokens[at + 1]!.plain) && isApart(tokens, part, at + 1));

/** "No love, …": what people call one another. */
const dears = new Set(['love', 'luv', 'lovey', 'hen', 'duck', 'ducks', 'duckie', 'pet', 'petal', 'flower', 'dear', 'dearie', 'darling', 'darlin', 'sweetheart', 'sweetie', 'hun', 'hon', 'honey', 'chick', 'chuck', 'cock', 'bab', 'babe', 'mate', 'matey', 'pal', 'lad', 'lass', 'lassie', 'son', 'man', 'bro', 'bruv', 'fam', 'blud', 'guv', 'boss', 'chief', 'doctor', 'doc', 'nurse', 'sir', 'miss', 'madam', 'maam', 'bonny', 'hinny', 'bairn', 'butt', 'cariad', 'bach', 'girl', 'girlie', 'sis', 'sister', 'brother', 'auntie', 'aunty', 'beta', 'jaan', 'thanks', 'thank', 'cheers', 'ta']);

function unsaidIn({ first, last }: Part, tokens: readonly Token[], cues: Cues): Cue | undefined {
  const { unsaid } = preparedCues(cues);
  for (let at = first; at <= min(last, first + answerWords); at++) {
    const [standing] = unsaid.standingAt(tokens, at, last);
    if (standing) return cueAt(tokens, { first: at, last: at + standing.taken - 1 }, standing.item.id, standing.item.why);
  }
  return undefined;
}
