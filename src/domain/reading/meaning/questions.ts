/**
 * Where a sentence asks, and what its question takes as given. What is asked is not said to be so: "Do you ever have nothing
 * to eat, I asked". What a question takes as given is: "Have you told anyone that he hits you?" answered with a no.
 */
import { edgeAt, type Around, type Span } from '../cues/findCues';
import type { Token } from '../words/tokens';

/** The words of a question; those of a whole one ("Do you …", "Any …?") say themselves that they ask. */
export type Question = Span & { readonly isWhole: boolean };

/** Words of a sentence that are looked at. */
const mostWords = 40;

const always = new Set(['do', 'does', 'did', 'is', 'are', 'was', 'have', 'has', 'am']);
/** "Had he known", "should you feel": an "if" as often as a question. */
const atTimes = new Set(['had', 'were', 'would', 'could', 'can', 'will', 'any', 'ever']);
const persons = new Set(['you', 'he', 'she', 'they', 'it', 'anyone', 'anybody', 'someone', 'somebody', 'there', 'anything', 'anyones']);
const owners = new Set(['your', 'his', 'her', 'the', 'their', 'my', 'any', 'ever']);
const askers = new Set(['asked', 'ask', 'asks', 'asking', 'said', 'say', 'and', 'or', 'so', 'wondered', 'straight', 'outright', 'please', 'love', 'well', 'right', 'ok']);
const telling = new Set(['asked', 'ask', 'asks', 'said', 'say', 'wondered', 'enquired']);
const workers = new Set(['i', 'we', 'asked']);

/** The question that a sentence asks, or undefined. */
export function questionIn(tokens: readonly Token[], part: Span, isMarked: boolean): Question | undefined {
  const end = Math.min(part.last, part.first + mostWords);
  for (let at = part.first; at < end; at++) {
    if (!beginsHere(tokens, part, at, isMarked)) continue;
    const last = endOf(tokens, part, at);
    if (isMarked || last < part.last || tokens[at + 1]!.plain === 'you' || isAskedBefore(tokens, part, at)) return { first: at, last, isWhole: true };
  }
  return undefined;
}

function beginsHere(tokens: readonly Token[], part: Span, at: number, isMarked: boolean): boolean {
  const { plain, before } = tokens[at]!;
  if (!always.has(plain) && !(isMarked && atTimes.has(plain))) return false;
  const opens = at === part.first || /[,:;"\u201c\u2018('\u2013\u2014-]/.test(before) || askers.has(tokens[at - 1]!.plain);
  if (!opens || plain === 'any' || plain === 'ever') return opens;
  const next = tokens[at + 1]!.plain === 'not' ? at + 2 : at + 1;
  return next <= part.last && (persons.has(tokens[next]!.plain) || (isMarked && owners.has(tokens[next]!.plain)) || isHearsay(tokens, next));
}

/** "Did I hear right that …" */
const isHearsay = (tokens: readonly Token[], at: number): boolean => tokens[at]!.plain === 'i' && ['hear', 'understand', 'get'].includes(tokens[at + 1]?.plain ?? '');

const isAskedBefore = (tokens: readonly Token[], { first }: Span, at: number): boolean => {
  for (let before = at - 1; before >= Math.max(first, at - 4); before--) if (telling.has(tokens[before]!.plain) && (workers.has(tokens[before]!.plain) || workers.has(tokens[before - 1]?.plain ?? ''))) return true;
  return false;
};

/** To the mark, to ", I asked", or to the answer in the same breath: "Does he drink, no.". */
function endOf(tokens: readonly Token[], { last }: Span, from: number): number {
  for (let at = from + 2; at <= last; at++) {
    const { plain, before } = tokens[at]!;
    if (before.includes('?')) return at - 1;
    if ((plain === 'i' || plain === 'we') && telling.has(tokens[at + 1]?.plain ?? '')) return at - 1;
    if (/["\u201d,]/.test(before) && (plain === 'asked' || answers.has(plain))) return at - 1;
  }
  return last;
}
const answers = new Set(['no', 'never', 'nope', 'none', 'yes', 'yeah', 'aye', 'yep']);

/** What somebody was told, knows, stops or is helped with is there. */
const given = new Set(['know', 'knows', 'knew', 'known', 'aware', 'realise', 'realised', 'mind', 'remember', 'stop', 'stopped', 'quit', 'reduce', 'manage', 'cope', 'help', 'helped', 'report', 'reported', 'mention', 'mentioned', 'spoken', 'speak', 'spoke', 'talk', 'talked', 'talking', 'discuss', 'discussed', 'support', 'better', 'less', 'treated', 'explain', 'explained', 'do', 'done', 'cause', 'hide', 'leave', 'left']);
/** A clause of its own: "when he hits you", "because of the drinking". */
const clauses = new Set(['when', 'because', 'since', 'after', 'while', 'how', 'why', 'where', 'whenever', 'until', 'as', 'seeing', 'given', 'if', 'unless', 'although', 'though']);
const tells = new Set(['tell', 'told', 'telling', 'ask', 'asked', 'show', 'showed', 'shown', 'ring', 'rang', 'rung', 'call', 'called']);
const hearers = new Set(['you', 'yourself']);
const wants = new Set(['want', 'like']);

/** Does the question take as given what it says at this place? */
export function takesAsGiven(tokens: readonly Token[], question: Span, place: number): boolean {
  for (let at = question.first + 1; at < place; at++) {
    const { plain } = tokens[at]!;
    const next = tokens[at + 1]!.plain;
    if (given.has(plain) || (clauses.has(plain) && at > question.first + 1)) return true;
    if (tells.has(plain) && !hearers.has(next)) return true;
    if (wants.has(plain) && (next === 'me' || next === 'us' || next === 'help')) return true;
  }
  return false;
}

const opening = new Set(['ever', 'any', 'anything', 'times', 'days', 'day', 'often', 'sometimes', 'feel', 'feels', 'felt', 'feeling', 'think', 'thinks', 'thought', 'thinking']);

/** "Do you ever have nothing to eat?", which a no denies, and not "Have you nothing to eat?". */
export function asksOfANot(tokens: readonly Token[], question: Span, place: number): boolean {
  for (let at = question.first; at < place; at++) if (opening.has(tokens[at]!.plain)) return true;
  return false;
}

/** Words after what is asked within which a sentence answers it, and words of the answer that say nothing yet. */
const [mostAsked, mostLead] = [8, 3];
const leads = new Set(['she', 'he', 'they', 'i', 'said', 'says', 'it', 'was', 'is', 'the', 'answer', 'oh', 'well', 'answered', 'replied']);
const affirms = new Set(['only', 'just', 'sometimes', 'often', 'always', 'most', 'mostly', 'every', 'daily', 'nightly', 'occasionally', 'constantly']);

/** "Asked about wanting to die: only at night", "…, she said "most mornings"": how often it is says that it is. */
export function isAffirmed(around: Around): boolean {
  const { span, to, word } = around;
  for (let at = span.last + 1; at <= Math.min(to, span.last + mostAsked); at++) {
    if (edgeAt(around, at) === 'none') continue;
    for (let next = at; next <= Math.min(to, at + mostLead); next++) {
      if (affirms.has(word(next))) return !(['only', 'just'].includes(word(next)) && ['as', 'when', 'then', 'ever', 'in', 'before', 'if'].includes(word(next + 1)));
      if (!leads.has(word(next))) break;
    }
  }
  return false;
}
