/** What is answered on a form: "Self-harm: none disclosed", "Domestic abuse | Yes", a label with its answer in the next line. */
import type { Answered } from './answers';
import { cueAt } from '../cues/told';
import { opensLabel } from './labels';
import type { Span } from '../cues/findCues';
import type { Token } from '../words/tokens';
import { wordSet } from '../words/wordSet';

type Part = Span & { readonly sentence: { readonly start: number; readonly end: number; readonly text: string } };

/** A label and an answer are short: longer ones are sentences, and read as such. */
const [mostOfLabel, mostOfAnswer] = [20, 5];
/** The words of a questionnaire's item, before its mark. */
const mostOfItem = 40;

const noes = wordSet('no none nil not neg negative n never denied denies absent ve');
const yeses = wordSet('several nearly more yes y yeah yep present ongoing current currently daily weekly nightly frequently regularly sometimes often occasionally positive confirmed disclosed most every ve');
/** The answers of questionnaires such as the PHQ-9. */
const nevers = new Set(['not at all']);
/** Both are printed, and neither is struck out. */
const eitherOr = new Set(['yes no', 'y n', 'no yes', 'n y']);
/** What may stand beside a no and leaves it one. */
const besideNo = wordSet('disclosed identified noted expressed recorded evident reported known declared raised observed apparent seen indicated applicable present currently presently at the this all time moment now concern concerns issue issues problem problems risk risks of note he she i they do does did have has am is not ever any such voiced stated');

/** The label's words are denied by the answer, or said to be so; undefined where no answer stands by itself. */
export function formAnswer(at: number, text: string, tokens: readonly Token[], parts: readonly Part[]): Answered | undefined {
  const [part, next] = [parts[at]!, parts[at + 1]];
  const own = answerWithin(tokens, part);
  if (own) return own;
  if (!next) return undefined;
  const gap = text.slice(part.sentence.end, next.sentence.start);
  const isOpen = /[:?\u2026]\s*$|\.{3,}\s*$/.test(part.sentence.text);
  if (part.last - part.first >= (isOpen ? mostOfItem : mostOfLabel)) return undefined;
  if (!isOpen && (!/[\n\r]/.test(gap) || /[.!]\s*$/.test(part.sentence.text) || !isBare(tokens, next))) return undefined;
  return readAnswer(tokens, part, next);
}

/** Words that may follow those of a label: "Domestic abuse at home?" */
const mostBehind = 3;
const ticked = { before: /(?:\+(?:ve)?|[\u2611\u2612\u2713\u2714\u2705]|\[[xX\u2713\u2714]\])\s*$/, after: /^\s*[:|-]?\s*(?:\(?\+{1,3}(?:ve)?\)?(?=[\s.,;)]|$)|[\u2611\u2612\u2713\u2714\u2705]|\[[xX\u2713\u2714]\])/ };
const farthestTick = 8;

/** Whether these words are a label that a form answers with a yes, or ticks. */
export function isAffirmedLabel(text: string, tokens: readonly Token[], { first, last }: Span, { part, carried }: { readonly part: Span; readonly carried: Answered | undefined }): boolean {
  if (!opensLabel(tokens, part.first, first)) return false;
  const [from, to] = [tokens[part.first]!.start, tokens[last]!.end];
  if (ticked.before.test(text.slice(Math.max(0, from - farthestTick), from)) || ticked.after.test(text.slice(to, to + farthestTick))) return true;
  const { present } = carried ?? {};
  if (present && (present.id === 'form-yes' || (present.id === 'answer-yes' && saysYes.test(text.slice(present.start, present.end))))) return part.last - last <= mostBehind + mostOfAnswer;
  const next = tokens[last + 1];
  if (!next || last === part.last || part.last - last > mostOfAnswer) return false;
  return (plainly.has(next.plain) || (yeses.has(next.plain) && next.plain !== 've' && /[-\u2013\u2014(=]/.test(next.before))) && !tokens.slice(last + 2, part.last + 1).some(({ plain }) => noes.has(plain));
}
const saysYes = /^(?:yes|yeah|yep|y|aye)\b/i;
const plainly = wordSet('yes y yeah yep positive confirmed');

/** One word, or one of the answers that questionnaires print. */
const isBare = (tokens: readonly Token[], { first, last }: Span): boolean => first === last || printed.has(tokens.slice(first, Math.min(last + 1, first + mostOfAnswer)).map(({ plain }) => plain).join(' '));
const printed = new Set(['not at all', 'several days', 'more than half the days', 'nearly every day']);

/** "Label: answer", "| Label | answer |": the last mark in it parts the two. */
function answerWithin(tokens: readonly Token[], part: Part): Answered | undefined {
  for (let at = part.last; at > part.first && at > part.last - mostOfAnswer; at--) if (/[:|=\t]/.test(tokens[at]!.before)) return at - part.first > mostOfItem ? undefined : readAnswer(tokens, { first: part.first, last: at - 1 }, { first: at, last: part.last });
  return undefined;
}

function readAnswer(tokens: readonly Token[], { first, last }: Span, answer: Span): Answered | undefined {
  if (answer.last - answer.first >= mostOfAnswer) return undefined;
  const { plain, before } = tokens[answer.first]!;
  const said = tokens.slice(answer.first + 1, answer.last + 1).map((token) => token.plain);
  if (said.length === 1 && eitherOr.has(`${plain} ${said[0]!}`)) return { hypothetical: cueAt(tokens, answer, 'form-open', 'asked on a form, and not answered') };
  const isNever = nevers.has(`${plain} ${said.slice(0, 2).join(' ')}`) || (plain === '0' && said.length === 0);
  const isNo = isNever || (noes.has(plain) && (plain !== 've' || before.endsWith('-')));
  if (isNo && said.every((word) => besideNo.has(word))) return { negated: cueAt(tokens, answer, isNever ? 'form-never' : 'form-no', 'asked on a form, and the answer is no'), asked: { first, last, isWhole: true } };
  if (yeses.has(plain) && !(plain === 've' && !before.endsWith('+')) && !said.some((word) => noes.has(word))) return { present: cueAt(tokens, answer, 'form-yes', 'asked on a form, and the answer is yes') };
  return undefined;
}
