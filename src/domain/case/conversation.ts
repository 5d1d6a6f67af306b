/**
 * What the answers open, close and call: the framework as this person meets it now.
 *
 * Everything else reads the answers through here, so an answer on a branch that was left is ignored, and comes
 * back if the branch does. Opening depends on answers and answers count only while open, hence the fixed point.
 */
import { labelOfChoice, matchesChoice } from '../framework/choices';
import type { Condition, Framework, Prompt, PromptId, Trigger, Urgency } from '../framework/framework';
import type { Source } from '../plan/frozenPlan';
import type { Answer, Answers, OpenCase } from './case';
import { containsPhrase } from '../reading/phrase';

export type FiredTrigger = { readonly prompt: Prompt; readonly trigger: Trigger; readonly from: readonly Source[] };
export type RaisedByAnswer = { readonly prompt: PromptId; readonly code: string; readonly urgency: Urgency; readonly why: string; readonly from: readonly Source[]; readonly restricted: boolean };

export type Conversation = {
  /** Every prompt that may be shown, in the framework's order; the worker can go to any of them. */
  readonly open: readonly Prompt[];
  /** The prompts that this mode asks by itself: in `phone` and `notes` the core ones and those that were called. */
  readonly path: readonly Prompt[];
  /**
   * Answers to open prompts. An answer to a restricted prompt counts even when the prompt may not be shown any more:
   * a concern does not vanish because somebody came into the room.
   */
  readonly answers: Answers;
  readonly fired: readonly FiredTrigger[];
  readonly called: ReadonlyMap<PromptId, string>;
  readonly required: ReadonlySet<PromptId>;
  readonly raised: readonly RaisedByAnswer[];
};

const MOST_ROUNDS = 8;

export function readConversation(state: OpenCase, framework: Framework): Conversation {
  let open: readonly Prompt[] = framework.prompts;
  let reading = readOnce(state, framework, open);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = framework.prompts.filter((prompt) => isOpen(prompt, state, reading));
    const settled = next.length === open.length && next.every((prompt, index) => prompt === open[index]);
    open = next;
    reading = readOnce(state, framework, open);
    if (settled) break;
  }
  const { answers, fired, called, required, raised } = reading;
  return { open, path: open.filter((prompt) => isOnPath(prompt, state, reading)), answers, fired, called, required, raised };
}

type Reading = Omit<Conversation, 'open' | 'path'> & { readonly suppressed: ReadonlySet<PromptId>; readonly codes: ReadonlySet<string> };

function readOnce(state: OpenCase, framework: Framework, open: readonly Prompt[]): Reading {
  const counted = framework.prompts.filter((prompt) => open.includes(prompt) || prompt.restricted);
  const answers = new Map(counted.flatMap(({ id }) => (state.answers.has(id) ? [[id, state.answers.get(id)!] as const] : [])));
  const fired: FiredTrigger[] = [];
  const raised: RaisedByAnswer[] = [];
  const codes = new Set([...state.concerns.values()].flatMap(({ raised: own, setAside }) => (own && !setAside ? [own.code] : [])));
  // Conditions on concerns may rest on concerns that other triggers raise, so those triggers are read last.
  for (const waits of [false, true]) {
    for (const prompt of counted) {
      for (const trigger of prompt.triggers) {
        if (trigger.when.some((condition) => 'concern' in condition) !== waits) continue;
        if (!trigger.when.every((condition) => holds(condition, prompt.id, answers, state, codes))) continue;
        const from = trigger.when.flatMap((condition) => evidenceOf(condition, prompt, counted, answers));
        fired.push({ prompt, trigger, from });
        for (const { code, urgency } of trigger.raises) raised.push({ prompt: prompt.id, code, urgency, why: trigger.why, from, restricted: prompt.restricted });
      }
    }
    for (const { code } of raised) codes.add(code);
  }
  return {
    answers,
    fired,
    raised,
    codes,
    called: new Map(fired.flatMap(({ trigger }) => trigger.calls.map((id) => [id, trigger.why] as const))),
    required: new Set(fired.flatMap(({ trigger }) => trigger.requires)),
    suppressed: new Set(fired.flatMap(({ trigger }) => trigger.suppresses)),
  };
}

/** A restricted prompt is closed unless its conditions hold; any other is only left off the path. */
function isOpen(prompt: Prompt, state: OpenCase, reading: Reading): boolean {
  return !reading.suppressed.has(prompt.id) && (!prompt.restricted || isShown(prompt, state, reading));
}

const isShown = ({ id, shownWhen }: Prompt, state: OpenCase, { answers, codes }: Reading): boolean =>
  shownWhen.length === 0 || shownWhen.some((group) => group.every((condition) => holds(condition, id, answers, state, codes)));

function isOnPath(prompt: Prompt, state: OpenCase, reading: Reading): boolean {
  if (reading.called.has(prompt.id) || prompt.mandatory) return true;
  if (prompt.onlyWhenCalled || !isShown(prompt, state, reading)) return false;
  if (prompt.parts.some(({ kind }) => kind === 'activity')) return true;
  return state.mode === 'together' || prompt.core;
}

function holds(condition: Condition, self: PromptId, answers: Answers, state: OpenCase, codes: ReadonlySet<string>): boolean {
  if ('ageAtLeast' in condition) return ageOf(state) !== undefined && ageOf(state)! >= condition.ageAtLeast;
  if ('ageBelow' in condition) return ageOf(state) !== undefined && ageOf(state)! < condition.ageBelow;
  if ('concern' in condition) return condition.concern.some((code) => codes.has(code));
  if ('mode' in condition) return condition.mode.includes(state.mode);
  const answer = answers.get(condition.prompt ?? self);
  if (!answer) return false;
  return answerHolds(condition, answer);
}

type AnswerCondition = Exclude<Condition, { ageAtLeast: number } | { ageBelow: number } | { concern: string[] } | { mode: string[] }>;

function answerHolds(condition: AnswerCondition, answer: Answer): boolean {
  if ('any' in condition) return answer.choices.some((choice) => condition.any.some((pattern) => matchesChoice(pattern, choice)));
  if ('count' in condition) return answer.choices.filter((choice) => condition.count.some((pattern) => matchesChoice(pattern, choice))).length >= condition.atLeast;
  if ('scaleAtMost' in condition) return scaleOf(answer) !== undefined && scaleOf(answer)! <= condition.scaleAtMost;
  if ('scaleAtLeast' in condition) return scaleOf(answer) !== undefined && scaleOf(answer)! >= condition.scaleAtLeast;
  if ('words' in condition) return condition.words.some((phrase) => containsPhrase(answer.words ?? '', phrase));
  return (answer.choices.length > 0 || answer.words !== undefined) && !answer.choices.some((choice) => condition.answeredWithout.some((pattern) => matchesChoice(pattern, choice)));
}

function evidenceOf(condition: Condition, self: Prompt, counted: readonly Prompt[], answers: Answers): Source[] {
  if (!('any' in condition || 'count' in condition || 'scaleAtMost' in condition || 'scaleAtLeast' in condition || 'words' in condition || 'answeredWithout' in condition)) return [];
  const prompt = condition.prompt === undefined ? self : counted.find(({ id }) => id === condition.prompt);
  const answer = prompt && answers.get(prompt.id);
  if (!prompt || !answer) return [];
  if ('words' in condition) return answer.words === undefined ? [] : [{ kind: 'words', prompt: prompt.id, quote: answer.words }];
  const patterns = 'any' in condition ? condition.any : 'count' in condition ? condition.count : ['*'];
  return choicesOf(prompt, answer, patterns);
}

const choicesOf = (prompt: Prompt, answer: Answer, patterns: readonly string[]): Source[] =>
  answer.choices
    .filter((choice) => patterns.some((pattern) => matchesChoice(pattern, choice)))
    .map((choice) => ({ kind: 'choice', prompt: prompt.id, choice, label: labelOfChoice(prompt, choice) }));

/** Every choice and the words of an answer, as sources. */
export function sourcesOf(prompt: Prompt, answer: Answer): Source[] {
  const words: Source[] = answer.words === undefined ? [] : [{ kind: 'words', prompt: prompt.id, quote: answer.words }];
  return [...choicesOf(prompt, answer, ['*']), ...words];
}

export function scaleOf({ choices }: Pick<Answer, 'choices'>): number | undefined {
  const number = choices.find((choice) => /^\d{1,3}$/.test(choice));
  return number === undefined ? undefined : Number(number);
}

/** Whole years that the person has reached, or will reach, in the year of the latest turn. */
export function ageOf({ yearOfBirth, touchedAt }: Pick<OpenCase, 'yearOfBirth' | 'touchedAt'>): number | undefined {
  return yearOfBirth === undefined ? undefined : Number(touchedAt.slice(0, 4)) - yearOfBirth;
}
