/** What is answered on a form: "Self-harm: none disclosed", "Domestic abuse | Yes", a label with its answer in the next line. */
import type { Answered } from './answers';
import { cueAt } from '../cues/told';
import type { Span } from '../cues/findCues';
import type { Token } from '../words/tokens';
import { wordSet } from '../words/wordSet';

type Part = Span & { readonly sentence: { readonly start: number; readonly end: number; readonly text: string } };

/** A label and an answer are short: longer ones are sentences, and read as such. */
const [mostOfLabel, mostOfAnswer] = [12, 5];

const noes = wordSet('no none nil not neg negative n never denied denies absent ve');
const yeses = wordSet('yes y yeah yep present ongoing current currently daily weekly nightly frequently regularly sometimes often occasionally positive confirmed disclosed most every ve');
/** What may stand beside a no and leaves it one. */
const besideNo = wordSet('disclosed identified noted expressed recorded evident reported known declared raised observed apparent seen indicated applicable present currently presently at the this time moment now concern concerns issue issues problem problems risk risks of note he she i they do does did have has am is not ever any such voiced stated');

/** The label's words are denied by the answer, or said to be so; undefined where no answer stands by itself. */
export function formAnswer(at: number, text: string, tokens: readonly Token[], parts: readonly Part[]): Answered | undefined {
  const [part, next] = [parts[at]!, parts[at + 1]];
  const own = answerWithin(tokens, part);
  if (own) return own;
  if (!next || part.last - part.first >= mostOfLabel) return undefined;
  const gap = text.slice(part.sentence.end, next.sentence.start);
  const isOpen = /[:?\u2026]\s*$|\.{3,}\s*$/.test(part.sentence.text);
  if (!isOpen && (!/[\n\r]/.test(gap) || /[.!]\s*$/.test(part.sentence.text) || next.last > next.first)) return undefined;
  return readAnswer(tokens, part, next);
}

/** What stands before the words of a label, and how many words may follow them: "Any current domestic abuse at home?" */
const openers = wordSet('any current recent currently recently history of the a an do does did you he she they client patient pt have has had is are there been being experience experiences experiencing risk risks concerns concern about question q disclosed reported');
const mostBehind = 3;
const ticked = { before: /(?:[\u2611\u2612\u2713\u2714\u2705]|\[[xX\u2713\u2714]\])\s*$/, after: /^\s*[:|-]?\s*(?:[\u2611\u2612\u2713\u2714\u2705]|\[[xX\u2713\u2714]\])/ };
const farthestTick = 8;

/** Whether these words are a label that a form answers with a yes, or ticks. */
export function isAffirmedLabel(text: string, tokens: readonly Token[], { first, last }: Span, { part, carried }: { readonly part: Span; readonly carried: Answered | undefined }): boolean {
  for (let at = part.first; at < first; at++) if (!openers.has(tokens[at]!.plain) && !/^q?\d/.test(tokens[at]!.plain)) return false;
  const [from, to] = [tokens[part.first]!.start, tokens[last]!.end];
  if (ticked.before.test(text.slice(Math.max(0, from - farthestTick), from)) || ticked.after.test(text.slice(to, to + farthestTick))) return true;
  const { present } = carried ?? {};
  if (present && (present.id === 'form-yes' || (present.id === 'answer-yes' && saysYes.test(text.slice(present.start, present.end))))) return part.last - last <= mostBehind + mostOfAnswer;
  const next = tokens[last + 1];
  if (!next || last === part.last || part.last - last > mostOfAnswer) return false;
  return (plainly.has(next.plain) || (yeses.has(next.plain) && /[-\u2013\u2014(=]/.test(next.before))) && !tokens.slice(last + 2, part.last + 1).some(({ plain }) => noes.has(plain));
}
const saysYes = /^(?:yes|yeah|yep|y|aye)\b/i;
const plainly = wordSet('yes y yeah yep positive confirmed');

/** "Label: answer", "| Label | answer |": the last mark in it parts the two. */
function answerWithin(tokens: readonly Token[], part: Part): Answered | undefined {
  for (let at = part.last; at > part.first && at > part.last - mostOfAnswer; at--) if (/[:|=\t]/.test(tokens[at]!.before)) return at - part.first > mostOfLabel ? undefined : readAnswer(tokens, { first: part.first, last: at - 1 }, { first: at, last: part.last });
  return undefined;
}

function readAnswer(tokens: readonly Token[], { first, last }: Span, answer: Span): Answered | undefined {
  if (answer.last - answer.first >= mostOfAnswer) return undefined;
  const { plain, before } = tokens[answer.first]!;
  const said = tokens.slice(answer.first + 1, answer.last + 1).map((token) => token.plain);
  if (noes.has(plain) && !(plain === 've' && !before.endsWith('-')) && said.every((word) => besideNo.has(word))) return { negated: cueAt(tokens, answer, 'form-no', 'asked on a form, and the answer is no'), asked: { first, last, isWhole: true } };
  if (yeses.has(plain) && !(plain === 've' && !before.endsWith('+')) && !said.some((word) => noes.has(word))) return { present: cueAt(tokens, answer, 'form-yes', 'asked on a form, and the answer is yes') };
  return undefined;
}
