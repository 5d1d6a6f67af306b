/**
 * What the answers open, close and call: the framework as this person meets it now.
 *
 * Everything else reads the answers through here, so an answer on a branch that was left is ignored, and comes
 * back if the branch does. Opening depends on answers and answers count only while open, hence the fixed point.
 */
import { labelOfChoice, matchesChoice } from '../framework/choices';
import { promptOf, type Condition, type Framework, type Prompt, type PromptId, type Trigger, type Urgency } from '../framework/framework';
import type { Source } from '../plan/frozenPlan';
import type { Answer, Answers, OpenCase } from './case';
import { perAnswer } from './perAnswer';
import type { Lexicon } from '../reading/lexicon';
import type { Grade, Mention } from '../reading/mention';
import { gradeOfPhrases, saidPhrases, saysOneOf, weakest } from './saidPhrases';

export type FiredTrigger = { readonly prompt: Prompt; readonly trigger: Trigger; readonly from: readonly Source[] };
export type RaisedByAnswer = {
  readonly prompt: PromptId;
  readonly code: string;
  readonly urgency: Urgency;
  readonly why: string;
  readonly from: readonly Source[];
  readonly restricted: boolean;
  /** Words that are denied, or that tell of somebody else, are only noted. */
  readonly grade: Grade;
  /** The phrases that it rests on, with the prompt whose answer says them. */
  readonly said: readonly (Mention & { readonly prompt: PromptId })[];
};

/** What is known of the case's words beside the conditions of the framework: how to read them, and which concerns they raise by themselves. */
export type Heard = { readonly lexicon: Lexicon; readonly codes: ReadonlySet<string> };

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

export function readConversation(state: OpenCase, framework: Framework, heard?: Heard): Conversation {
  let open: readonly Prompt[] = framework.prompts;
  let reading = readOnce(state, framework, open, heard);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = framework.prompts.filter((prompt) => isOpen(prompt, state, reading));
    const changed = changedBetween(open, next);
    open = next;
    if (!changed.some((prompt) => tellsWhileOpen(prompt, state, reading))) break;
    reading = readOnce(state, framework, open, heard);
  }
  const { answers, called } = reading;
  return { open, path: open.filter((prompt) => isOnPath(prompt, state, reading)), answers, called, ...effectsOf(reading, state, heard?.lexicon) };
}

/** The prompts of the one list that the other does not have. Both are in the framework's order. */
function changedBetween(some: readonly Prompt[], others: readonly Prompt[]): readonly Prompt[] {
  const [had, have] = [setOf(some), setOf(others)];
  return [...some.filter((prompt) => !have.has(prompt)), ...others.filter((prompt) => !had.has(prompt))];
}

/** Whether it makes a difference that a prompt is open: what is restricted tells what it tells anyhow, and one without an answer or a rule that holds tells nothing. */
const tellsWhileOpen = (prompt: Prompt, { answers }: OpenCase, { hits }: Reading): boolean => !prompt.restricted && (answers.has(prompt.id) || hits.some(({ placed }) => placed.prompt === prompt));

/** A trigger whose conditions hold; one that does not count any more still raises its concerns. */
type Hit = { readonly placed: Placed; readonly counts: boolean; readonly grade: Grade };
type Reading = Pick<Conversation, 'answers' | 'called'> & { readonly hits: readonly Hit[]; readonly suppressed: ReadonlySet<PromptId>; readonly codes: ReadonlySet<string> };

/**
 * A concern stands as long as the answer that raised it, even while its prompt may not be shown: it does not vanish
 * because somebody came into the room. Every other effect needs an answer that counts.
 */
function readOnce(state: OpenCase, framework: Framework, open: readonly Prompt[], heard: Heard | undefined): Reading {
  const shown = setOf(open);
  const said = state.answers;
  const answers = new Map<PromptId, Answer>();
  for (const prompt of framework.prompts) {
    const answer = said.get(prompt.id);
    if (answer && (shown.has(prompt) || prompt.restricted)) answers.set(prompt.id, answer);
  }
  const hits: Hit[] = [];
  const codes = new Set([...(heard?.codes ?? []), ...[...state.concerns.values()].flatMap(({ raised: own, setAside }) => (own && !setAside ? [own.code] : []))]);
  for (const triggers of inTurn(framework)) {
    for (const each of triggers) {
      const hit = (each.needs === undefined || said.has(each.needs)) && hitOf(each, { shown, answers, state, codes, lexicon: heard?.lexicon });
      if (hit) hits.push(hit);
    }
    for (const { placed, grade } of hits) if (grade === 'prompt') for (const { code } of placed.trigger.raises) codes.add(code);
  }
  const called = new Map<PromptId, string>();
  const suppressed = new Set<PromptId>();
  for (const { placed, counts } of hits) {
    if (!counts) continue;
    for (const id of placed.trigger.calls) called.set(id, placed.trigger.why);
    for (const id of placed.trigger.suppresses) suppressed.add(id);
  }
  return { answers, hits, codes, called, suppressed };
}

/** What the triggers do, each with the answers behind it: asked for once, when it is settled which prompts are open. */
function effectsOf({ hits }: Reading, { answers: said }: OpenCase, lexicon: Lexicon | undefined): Pick<Conversation, 'fired' | 'raised' | 'required'> {
  const fired: FiredTrigger[] = [];
  const raised: RaisedByAnswer[] = [];
  const required = new Set<PromptId>();
  for (const { placed, counts, grade } of hits) {
    const { prompt, trigger } = placed;
    const from = evidenceOf(placed, said);
    if (counts) fired.push({ prompt, trigger, from });
    if (counts) for (const id of trigger.requires) required.add(id);
    for (const raising of placed.raising) raised.push(raisedBy(raising, { prompt: prompt.id, ...raising.raise, why: trigger.why, from, restricted: prompt.restricted, grade, said: phrasesOf(raising.listening, said, lexicon) }));
  }
  return { fired, raised, required };
}

const raisedBefore = new WeakMap<readonly Source[], Map<Raising, RaisedByAnswer>>();

/** What the same answers raise is the same from turn to turn, so that what rests on it need not be read again. */
function raisedBy(raising: Raising, now: RaisedByAnswer): RaisedByAnswer {
  let known = raisedBefore.get(now.from);
  if (!known) raisedBefore.set(now.from, (known = new Map()));
  const before = known.get(raising);
  if (before && before.grade === now.grade && before.said === now.said) return before;
  known.set(raising, now);
  return now;
}

/** A condition on an answer, and the prompt whose answer it is. */
type Evident = { readonly condition: AnswerCondition; readonly prompt: Prompt };
/** A condition on words of an answer, and what its phrases are told as. */
type Listening = { readonly condition: { readonly words: readonly string[] }; readonly as: { readonly rule: string; readonly code: string; readonly urgency: Urgency; readonly why: string; readonly prompt: PromptId } };
type Raising = { readonly raise: Pick<RaisedByAnswer, 'code' | 'urgency'>; readonly listening: readonly Listening[] };
/** `needs` is a prompt without whose answer the trigger cannot hold; `evident` is where the answers behind it are found. */
type Placed = { readonly prompt: Prompt; readonly trigger: Trigger; readonly needs: PromptId | undefined; readonly evident: readonly Evident[]; readonly raising: readonly Raising[] };
const placed = new WeakMap<Framework, readonly (readonly Placed[])[]>();

/** Conditions on concerns may rest on concerns that other triggers raise, so those triggers are read last. */
function inTurn(framework: Framework): readonly (readonly Placed[])[] {
  const known = placed.get(framework);
  if (known) return known;
  const all = framework.prompts.flatMap((prompt) => prompt.triggers.map((trigger) => ({ prompt, trigger, needs: neededBy(trigger, prompt.id), evident: trigger.when.flatMap((condition) => evidentIn(condition, prompt, framework)), raising: raisingOf(trigger, prompt.id) })));
  const waits = ({ trigger }: Placed) => trigger.when.some((condition) => 'concern' in condition);
  const turns = [all.filter((each) => !waits(each)), all.filter(waits)];
  placed.set(framework, turns);
  return turns;
}

function neededBy({ when }: Trigger, self: PromptId): PromptId | undefined {
  const onAnswer = when.find((condition) => !('ageAtLeast' in condition || 'ageBelow' in condition || 'concern' in condition || 'mode' in condition));
  return onAnswer && 'prompt' in onAnswer ? (onAnswer.prompt ?? self) : onAnswer && self;
}

function allHold({ when }: Trigger, self: PromptId, answers: Answers, state: OpenCase, codes: ReadonlySet<string>): boolean {
  for (const condition of when) if (!holds(condition, self, answers, state, codes)) return false;
  return true;
}

type Known = { readonly shown: ReadonlySet<Prompt>; readonly answers: Answers; readonly state: OpenCase; readonly codes: ReadonlySet<string>; readonly lexicon: Lexicon | undefined };

/** What a trigger raises, it raises by any answer; all else it does by answers that count. */
function hitOf(placed: Placed, { shown, answers, state, codes, lexicon }: Known): Hit | undefined {
  const { prompt, trigger } = placed;
  const mayCount = shown.has(prompt) || prompt.restricted;
  if (trigger.raises.length === 0) return mayCount && allHold(trigger, prompt.id, answers, state, codes) ? { placed, counts: true, grade: 'prompt' } : undefined;
  const grade = gradeOfHit(trigger, prompt.id, state.answers, state, { codes, lexicon });
  // Where every answer counts, it holds by those that count as it does by any.
  const countsToo = mayCount && grade === 'prompt' && (answers.size === state.answers.size || gradeOfHit(trigger, prompt.id, answers, state, { codes, lexicon }) === 'prompt');
  return grade && { placed, grade, counts: countsToo };
}

/** How a trigger that raises something holds: as strongly as the weakest of its words. Undefined when it does not. */
function gradeOfHit({ when }: Trigger, self: PromptId, answers: Answers, state: OpenCase, { codes, lexicon }: { codes: ReadonlySet<string>; lexicon: Lexicon | undefined }): Grade | undefined {
  const grades: Grade[] = [];
  for (const condition of when) {
    const answer = 'words' in condition ? answers.get(condition.prompt ?? self) : undefined;
    const grade = 'words' in condition ? answer && gradeOfPhrases(condition, answer, lexicon) : holds(condition, self, answers, state, codes) ? 'prompt' : undefined;
    if (!grade) return undefined;
    grades.push(grade);
  }
  return weakest(grades);
}

/** What a trigger raises is told by a rule that is named after its prompt. */
const raisingOf = ({ when, raises, why }: Trigger, self: PromptId): readonly Raising[] =>
  raises.map(({ code, urgency }) => ({ raise: { code, urgency }, listening: when.flatMap((condition) => ('words' in condition ? [{ condition, as: { rule: `${self}-words`, code, urgency, why, prompt: condition.prompt ?? self } }] : [])) }));

/** The phrases that a trigger met, as mentions of what it raises. */
function phrasesOf(listening: readonly Listening[], answers: Answers, lexicon: Lexicon | undefined): RaisedByAnswer['said'] {
  if (!lexicon || listening.length === 0) return nothingSaid;
  const heard = listening.flatMap((each) => {
    const answer = answers.get(each.as.prompt);
    return answer ? [hearerWith(lexicon)(each, answer)] : [];
  });
  return heard.length === 1 ? heard[0]! : heard.flat();
}

const nothingSaid: RaisedByAnswer['said'] = [];
const hearers = new WeakMap<Lexicon, (each: Listening, answer: Answer) => RaisedByAnswer['said']>();

function hearerWith(lexicon: Lexicon): (each: Listening, answer: Answer) => RaisedByAnswer['said'] {
  const known = hearers.get(lexicon) ?? perAnswer<RaisedByAnswer['said'], Listening>(({ condition, as }, answer) => saidPhrases(condition, answer, lexicon).map((phrase) => ({ ...phrase, ...as })));
  hearers.set(lexicon, known);
  return known;
}

const sets = new WeakMap<readonly Prompt[], ReadonlySet<Prompt>>();

/** Every reading begins with the framework's own list, so its set is made once. */
function setOf(prompts: readonly Prompt[]): ReadonlySet<Prompt> {
  const known = sets.get(prompts) ?? new Set(prompts);
  sets.set(prompts, known);
  return known;
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
  return answer !== undefined && holdsFor(condition, answer);
}

type AnswerCondition = Exclude<Condition, { ageAtLeast: number } | { ageBelow: number } | { concern: string[] } | { mode: string[] }>;

function answerHolds(condition: AnswerCondition, answer: Answer): boolean {
  if ('any' in condition) return answer.choices.some((choice) => condition.any.some((pattern) => matchesChoice(pattern, choice)));
  if ('count' in condition) return answer.choices.filter((choice) => condition.count.some((pattern) => matchesChoice(pattern, choice))).length >= condition.atLeast;
  if ('scaleAtMost' in condition) return scaleOf(answer) !== undefined && scaleOf(answer)! <= condition.scaleAtMost;
  if ('scaleAtLeast' in condition) return scaleOf(answer) !== undefined && scaleOf(answer)! >= condition.scaleAtLeast;
  if ('words' in condition) return saysOneOf(answer, condition.words);
  return (answer.choices.length > 0 || answer.words !== undefined) && !answer.choices.some((choice) => condition.answeredWithout.some((pattern) => matchesChoice(pattern, choice)));
}

/** An answer never changes, so whether it meets a condition is found out once. */
const holdsFor = perAnswer(answerHolds);

function evidentIn(condition: Condition, self: Prompt, framework: Framework): Evident[] {
  if (!('any' in condition || 'count' in condition || 'scaleAtMost' in condition || 'scaleAtLeast' in condition || 'words' in condition || 'answeredWithout' in condition)) return [];
  const prompt = condition.prompt === undefined ? self : promptOf(framework, condition.prompt);
  return prompt ? [{ condition, prompt }] : [];
}

function evidenceOf({ evident }: Placed, answers: Answers): readonly Source[] {
  const all = evident.flatMap((each) => {
    const answer = answers.get(each.prompt.id);
    return answer ? [sourcesBehind(each, answer)] : [];
  });
  return all.length === 1 ? all[0]! : all.flat();
}

const sourcesBehind = perAnswer<readonly Source[], Evident>(({ condition, prompt }, answer) => {
  if ('words' in condition) return sourcesOf(prompt, { ...answer, choices: [] });
  if ('answeredWithout' in condition && answer.choices.length === 0) return sourcesOf(prompt, answer);
  return choicesOf(prompt, answer, 'any' in condition ? condition.any : 'count' in condition ? condition.count : ['*']);
});

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
