/**
 * What would be, were something else so: "if the job went she would be sleeping rough", "what would happen if they stopped
 * it and she could not pay". Only of what somebody needs (a roof, money, a body that works): "I would end it if …" and "he
 * would kill me if …" are said of now.
 */
import { adviceHolds, conditionHolds } from './conditions';
import { edgeAt, type Around, type CueHit } from '../cues/findCues';

export type Need = 'means' | 'body';

/** Categories of a roof and money, and of the body and the home. */
const needs: ReadonlyMap<string, Need> = new Map([
  ...['F24', 'F25'].map((code): [string, Need] => [code, 'means']),
  ...['F07', 'F08', 'F09', 'F10', 'F11', 'F13', 'F16', 'F27'].map((code): [string, Need] => [code, 'body']),
]);

export const needOf = (code: string): Need | undefined => needs.get(code);

/** Words between "would" and what would be. */
const mostBetween = 5;
const woulds = new Set(['would', 'might', 'could']);
const ifs = new Set(['if', 'should', 'were', 'supposing', 'shove', 'worst', 'worry', 'worries', 'worried', 'worrying', 'worrier', 'fear', 'fears', 'feared', 'dread', 'dreads', 'dreaded', 'afraid', 'frightened', 'imagine', 'imagined', 'imagines', 'pictured', 'joked', 'jokes', 'reckons']);

/** The words that make it only an "if", or undefined. */
export function onlyIf(around: Around, need: Need): CueHit | undefined {
  const asked = around.cues.find((hit) => (hit.cue.isOfNeeds === true || isAskedWhatIf(around, hit)) && hit.last < around.span.first && conditionHolds(around, hit));
  return asked ?? (need === 'means' ? wouldBe(around) : undefined);
}

/** "what would happen if they …", "what if the …": not "what if I …". */
const isAskedWhatIf = ({ word }: Around, { cue, first, last }: CueHit): boolean => (cue.id === 'as-if' || cue.id === 'asked') && word(last) === 'if' && (word(first) === 'what' || word(first - 1) === 'what' || ['happen', 'happens'].includes(word(last - 1)));

/** "would" governs it, and the sentence has its "if" or its "worries that". */
function wouldBe(around: Around): CueHit | undefined {
  const { span, word, from, to } = around;
  const would = [0, 1, 2, 3, 4, 5].slice(0, mostBetween + 1).map((back) => span.first - back).find((at) => woulds.has(word(at)) && !isHad(around, at));
  if (would === undefined || word(would + 1) === 'not') return undefined;
  for (let at = would + 1; at <= span.first; at++) if (edgeAt(around, at) !== 'none' || word(at) === 'and' || around.is('subjects', at)) return undefined;
  for (let at = from; at <= to; at++) if (ifs.has(word(at)) && at !== would && word(at + 1) !== 'not') return { first: would, last: would, cue: { id: 'would-be', means: 'hypothetical', why: 'what would be, were something else so', says: ['would'] } };
  return undefined;
}

/** Words between "worst" and "would be". */
const mostToWould = 8;

/** "Worst thing, she says, would be …": to the end of the sentence, until somebody does something. */
export function worstWouldBe(around: Around): CueHit | undefined {
  const { span, word, from } = around;
  for (let at = from + 1; at < span.first; at++) {
    if (word(at) !== 'would' || word(at + 1) !== 'be') continue;
    for (let worst = at - 1; worst >= Math.max(from, at - mostToWould); worst--) {
      const hit: CueHit = { first: worst, last: at + 1, cue: { id: 'worst-would-be', means: 'hypothetical', over: 'advice', why: 'the worst that somebody can think of', says: ['worst'] } };
      if (worsts.has(word(worst))) return adviceHolds(around, hit) ? hit : undefined;
    }
  }
  return undefined;
}
const worsts = new Set(['worst', 'nightmare']);

/** "They'd had to", "she'd ended up": it was so. */
function isHad({ tokens, word, is }: Around, at: number): boolean {
  const next = word(at + 1);
  return tokens[at]!.start === tokens[at - 1]?.start && (is('pasts', at + 1) || /..ed$/.test(next) || ['been', 'gone', 'taken', 'better', 'eaten', 'run', 'become'].includes(next));
}
