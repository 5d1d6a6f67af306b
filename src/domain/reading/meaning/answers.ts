/** What is said next to what was asked: "Any thoughts of suicide? Not on your life." */
import type { Context } from './context';
import type { Cue } from '../cues/cue';
import { preparedCues, type Cues } from '../cues/cues';
import type { Span } from '../cues/findCues';
import { questionIn, type Question } from './questions';
import { cueAt, type ToldHit } from '../cues/told';
import type { Token } from '../words/tokens';

const { min } = Math;

type Part = Span & { readonly sentence: { readonly text: string } };

/** Words of the next sentence within which it answers. */
const answerWords = 12;
/** Words before a denial that tell nothing: "and she said", "asked and answered". */
const leadWords = 3;

const plainNoes = new Set(['no', 'none', 'nil', 'denied', 'denies', 'never', 'nope', 'nah', 'naw', 'nay', 'niver', 'nivver']);

/** What is said of what a sentence asks; the question bounds what the answer denies. */
export type Answered = Pick<Context, 'negated' | 'present' | 'hypothetical'> & { readonly asked?: Question };

type Asking = { readonly tokens: readonly Token[]; readonly parts: readonly Part[]; readonly told: readonly (readonly ToldHit[])[]; readonly cues: Cues };

/** Sentences after a whole question within which it is answered, and within which a no is drawn from what was shown. */
const [mostPassed, mostShown] = [3, 4];

/**
 * The question's own words are denied by the answer, unless it goes on. "Asked if he thinks of it. He would rather not
 * say." Nobody answered: what was asked is still open.
 */
export function answerTo(at: number, tokens: readonly Token[], parts: readonly Part[], told: readonly (readonly ToldHit[])[], cues: Cues): Answered | undefined {
  const asking = { tokens, parts, told, cues };
  const isMarked = isQuestion(parts[at]!);
  const first = answeredFirst(tokens, parts[at]!, told[at]!);
  if (first) return first;
  const asked = questionIn(tokens, parts[at]!, isMarked);
  const within = asked && asked.last < parts[at]!.last && plainNoes.has(tokens[asked.last + 1]!.plain) && isApart(tokens, parts[at]!, asked.last + 1) ? { negated: cueAt(tokens, { first: asked.last + 1, last: asked.last + 1 }, 'answer', why), asked } : undefined;
  if (within) return within;
  if (asked && isYes(tokens, parts[at]!, asked.last + 1)) return undefined;
  const isAsked = asked !== undefined || isMarked || told[at]!.some(({ kind }) => kind === 'asking');
  if (!isAsked && saysIf(tokens, parts[at]!)) return shownIn(asking, at);
  const answer = answerAfter(asking, at, isAsked, asked !== undefined || isMarked);
  if (!answer || !isAsked) return answer?.present ? answer : undefined;
  return asked && answer.negated ? { ...answer, asked } : answer;
}

/** "Is someone there, yes." */
const isYes = (tokens: readonly Token[], { last }: Part, at: number): boolean => at <= last && yeses.has(tokens[at]!.plain);
const yeses = new Set(['yes', 'yeah', 'aye', 'yep']);

const isQuestion = ({ sentence }: Part): boolean => sentence.text.endsWith('?') || /\?["'\u201d\u2019)]*$/.test(sentence.text);

function answerAfter(asking: Asking, at: number, isAsked: boolean, isWhole: boolean): Answered | undefined {
  const { tokens, parts, told, cues } = asking;
  for (let next = at + 1; next <= Math.min(at + mostPassed, parts.length - 1); next++) {
    const unsaid = unsaidIn(parts[next]!, tokens, cues) ?? (isAsked ? (affirmedIn(parts[next]!, tokens) ?? isOwnedTo(parts[next]!, tokens)) : undefined);
    if (unsaid) return { present: unsaid };
    const negated = isAsked && !questionIn(tokens, parts[next]!, isQuestion(parts[next]!)) ? denialIn(parts[next]!, tokens, told[next]!, isWhole) : undefined;
    if (negated) return saidAfterAll(asking, next) ?? { negated };
    if (!isPassedOver(parts[next]!, isWhole)) break;
  }
  return isAsked ? shownIn(asking, at) : undefined;
}

/** "So that's a no." */
function shownIn({ tokens, parts, told }: Asking, at: number): Answered | undefined {
  for (let next = at + 1; next <= Math.min(at + mostShown, parts.length - 1); next++) {
    const hit = told[next]!.find(({ kind }) => kind === 'drawnNo');
    if (hit) return denialTakenBack(tokens, parts[next]!) ? undefined : { negated: cueAt(tokens, hit, 'answer', why) };
    if (isQuestion(parts[next]!) && parts[next]!.last - parts[next]!.first >= shortQuestion) return undefined;
  }
  return undefined;
}

/** "They said I had to say if I was …": what is to be answered. */
function saysIf(tokens: readonly Token[], { first, last }: Part): boolean {
  for (let at = first + 2; at <= last; at++) if (['if', 'whether'].includes(tokens[at]!.plain) && [1, 2, 3].some((back) => told.has(tokens[at - back]?.plain ?? ''))) return true;
  return false;
}
const told = new Set(['say', 'said', 'tell', 'asked', 'ask', 'know', 'answer', 'put']);

/** "Not at all, she says, to whether anyone takes money off her." */
function answeredFirst(tokens: readonly Token[], { first, last }: Part, told: readonly ToldHit[]): Answered | undefined {
  const no = told.find((hit) => hit.kind === 'noes' && hit.first - first <= leadWords);
  for (let at = (no?.last ?? last) + 1; no && at < Math.min(last, no.last + mostSaid); at++) {
    const { plain } = tokens[at]!;
    const next = tokens[at + 1]!.plain;
    const asks = (toWhat.has(plain) && whats.has(next)) || (asked.has(plain) && (whats.has(next) || next === 'about')) || (plain === 'the' && next === 'question');
    if (asks) return { negated: cueAt(tokens, no, 'answer', why), asked: { first: at + 1, last: untilTurn(tokens, at + 1, last), isWhole: true } };
    if (!says.has(plain)) return undefined;
  }
  return undefined;
}
const mostSaid = 9;
const says = new Set(['she', 'he', 'they', 'i', 'we', 'says', 'said', 'say', 'answered', 'replied', 'was', 'is', 'the', 'answer', 'to', 'me', 'when', 'as', 'came', 'back', 'on', 'asked', 'her', 'him']);
const toWhat = new Set(['to', 'as', 'on']);
const asked = new Set(['asked', 'ask', 'asking', 'wondered']);
const whats = new Set(['whether', 'if', 'any', 'anyone', 'anybody', 'being', 'having', 'ever']);

function untilTurn(tokens: readonly Token[], from: number, last: number): number {
  for (let at = from + 1; at <= last; at++) if (takesBack.has(tokens[at]!.plain)) return at - 1;
  return last;
}

/** Words of a question that only echoes the one before ("Me? With this knee?"), and of what only puts off the answer ("Be serious."). */
const [shortQuestion, shortAside] = [5, 6];

/** "Me?" and "Asked as usual." are no answers. */
function isPassedOver(next: Part, isWhole: boolean): boolean {
  const words = next.last - next.first + 1;
  return (words <= shortQuestion && (isQuestion(next) || /^asked\b/i.test(next.sentence.text))) || (isWhole && (words <= shortAside || (isQuestion(next) && words <= 2 * shortAside)));
}

const openers = new Set(['she', 'he', 'they', 'i', 'said', 'says', 'well', 'oh', 'um', 'mm', 'hm', 'it', 'is', 'was', 'yes', 'yeah', 'aye']);
const affirms = new Set(['sometimes', 'occasionally', 'often', 'always', 'most', 'mostly', 'every', 'daily', 'nightly', 'constantly', 'yes', 'yeah', 'aye', 'yep', 'probably', 'usually']);
const affirmsAlone = new Set(['only', 'just', 'some', 'once', 'twice', 'maybe', 'perhaps']);
const longAgo = new Set(['as', 'when', 'years', 'then', 'before', 'teenager', 'child', 'ago']);
const mostAlone = 10;

/** "…, and that he does.": said with a verb alone. */
function isOwnedTo({ first, last }: Part, tokens: readonly Token[]): Cue | undefined {
  for (let at = first + 1; at <= last; at++) {
    if (!verbsAlone.has(tokens[at]!.plain) || !persons.has(tokens[at - 1]!.plain) || notOwned.has(tokens[at - 2]?.plain ?? '')) continue;
    if (at === last || /^[,;.!\u2013\u2014]/.test(tokens[at + 1]!.before.trim())) return cueAt(tokens, { first: at - 1, last: at }, 'answer-yes', 'asked, and the answer is yes');
  }
  return undefined;
}
const verbsAlone = new Set(['does', 'do', 'did', 'is', 'has', 'have', 'was']);
const persons = new Set(['he', 'she', 'they', 'i']);
const notOwned = new Set(['than', 'as', 'what', 'how', 'where', 'like', 'all', 'nor', 'neither', 'whatever', 'so', 'who', 'if', 'way', 'not', 'think']);

/** "Only on a Sunday night.", "Most mornings.": how often it is says that it is. */
function affirmedIn({ first, last, sentence }: Part, tokens: readonly Token[]): Cue | undefined {
  for (let at = first; at <= min(last, first + leadWords); at++) {
    const { plain } = tokens[at]!;
    const isAlone = affirmsAlone.has(plain) && (last - first < mostAlone || /^["\u201c\u2018]/.test(sentence.text)) && !tokens.slice(at, last + 1).some((each) => longAgo.has(each.plain) || each.plain === 'no' || each.plain === 'not');
    if (affirms.has(plain) ? !tokens.slice(at, last + 1).some((each) => plainNoes.has(each.plain)) : isAlone) return cueAt(tokens, { first: at, last: at }, 'answer-yes', 'asked, and the answer is yes');
    if (!openers.has(plain)) return undefined;
  }
  return undefined;
}

const turnings = new Set(['then', 'but', 'later', 'afterwards', 'outside', 'at', 'on', 'in', 'when', 'once', 'after', 'as']);
const owned = new Set(['yes', 'yeah', 'aye', 'admitted', 'admits', 'whispered', 'whispers', 'mouthed', 'confessed', 'confided']);
/** Sentences after a no within which it is taken back, and words of them within which. */
const [mostAfter, mostOwned] = [3, 14];

/** "No. Then at the gate, yes, last night." */
function saidAfterAll({ tokens, parts }: Asking, at: number): Answered | undefined {
  for (let next = at + 1; next <= Math.min(at + mostAfter, parts.length - 1); next++) {
    const part = parts[next]!;
    if (isQuestion(part)) return undefined;
    if (!turnings.has(tokens[part.first]!.plain)) continue;
    for (let place = part.first + 1; place <= min(part.last, part.first + mostOwned); place++) if (owned.has(tokens[place]!.plain) && tokens[place + 1]?.plain !== 'to') return { present: cueAt(tokens, { first: place, last: place }, 'answer-yes', 'asked, and the answer is yes') };
  }
  return undefined;
}

function denialIn(part: Part, tokens: readonly Token[], told: readonly ToldHit[], isQuestion: boolean): Cue | undefined {
  if (denialTakenBack(tokens, part)) return undefined;
  const words = tokens.slice(part.first, part.last + 1);
  if (isQuestion && words.length <= 3 && plainNoes.has(words[0]!.plain)) return cueAt(tokens, { first: part.first, last: part.first }, 'answer', why);
  const hit = told.find(({ kind, first, last }) => kind === 'noes' && first - part.first <= leadWords && (last > first || isApart(tokens, part, last)));
  return hit && cueAt(tokens, hit, 'answer', why);
}

const denialTakenBack = (tokens: readonly Token[], { first, last }: Part): boolean => tokens.slice(first, last + 1).some(({ plain }) => takesBack.has(plain));

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
