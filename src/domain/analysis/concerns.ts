/** The concerns of a case: those that answers and words raise and those that the worker raised, with what people did about them. */
import type { ConcernRecord, OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import type { Content } from '../framework/content';
import { promptOf, type PromptId, type Urgency } from '../framework/framework';
import type { Source } from '../plan/frozenPlan';
import { unique } from '../plan/sources';
import type { Grade } from '../reading/mention';
import { evidenceOf, type Evidence } from './concernEvidence';
import type { Concern } from './finding';
import type { CaseMention } from './mentions';
import { isMisread, isSetAside, seenTo, workersOwn } from './seenTo';

const soonest: readonly Urgency[] = ['NOW', 'TODAY', 'SOON', 'ROUTINE'];
export const byUrgency = (a: { urgency: Urgency }, b: { urgency: Urgency }): number => soonest.indexOf(a.urgency) - soonest.indexOf(b.urgency);

/** What is only noted keeps an id of its own, so that setting it aside touches nothing that was raised. */
const concernId = ({ code, urgency }: Pick<Evidence, 'code' | 'urgency'>, grade: Grade): string => `${code}-${urgency}${grade === 'prompt' ? '' : `~${grade}`}`;

/**
 * One concern for each category, urgency and grade, however many answers and words it rests on, the most urgent first.
 * The urgency is in the id: when an answer makes it more urgent, what was done about the milder one does not close the
 * new one. What was noted and then raised joins the concern that it would have been.
 */
export function readConcerns(state: OpenCase, conversation: Conversation, content: Content, mentions: readonly CaseMention[] = []): readonly Concern[] {
  const groups = new Map<string, Evidence[]>();
  for (const evidence of evidenceOf(state, conversation, mentions)) {
    const grade = state.raisedMentions.has(evidence.key) ? 'prompt' : evidence.grade;
    const [id, graded] = [concernId(evidence, grade), grade === evidence.grade ? evidence : { ...evidence, grade }];
    groups.get(id)?.push(graded) ?? groups.set(id, [graded]);
  }
  const told = [...groups].map(([id, evidence]) => concernNow(id, evidence, state, content));
  const own = [...state.concerns.values()].flatMap((record) => (record.raised ? [ownConcern(record, record.raised, content)] : []));
  return [...told, ...own].sort((a, b) => byUrgency(a, b) || a.id.localeCompare(b.id));
}

type Known = { readonly evidence: readonly Evidence[]; readonly record: ConcernRecord | undefined; readonly content: Content; readonly concern: Concern };
const known = new WeakMap<Evidence, Known>();

/** A concern that rests on the same as before, with which nobody did anything since, is the same. */
function concernNow(id: string, evidence: readonly Evidence[], state: OpenCase, content: Content): Concern {
  const [first] = evidence as [Evidence];
  const [before, record] = [known.get(first), state.concerns.get(id)];
  if (before && before.record === record && before.content === content && isSame(before.evidence, evidence)) return before.concern;
  const concern = concernOf(id, evidence, state, content);
  known.set(first, { evidence, record, content, concern });
  return concern;
}

const isSame = (some: readonly Evidence[], others: readonly Evidence[]): boolean => some.length === others.length && some.every((piece, index) => piece === others[index]);

function concernOf(id: string, evidence: readonly Evidence[], state: OpenCase, content: Content): Concern {
  const record = state.concerns.get(id);
  const [{ code, urgency, grade, why }] = evidence as [Evidence];
  const mentions = evidence.flatMap(({ mention }) => mention ?? []);
  const isRestricted = (content.concerns.get(code)?.restricted ?? false) || evidence.some((piece) => promptsOf(piece).some((prompt) => promptOf(content.framework, prompt)?.restricted));
  return {
    id, code, urgency, grade, why, mentions,
    words: quoteOf(evidence),
    from: sourcesBehind(evidence, state),
    keys: [...new Set(evidence.map(({ key }) => key))],
    restricted: isRestricted,
    ...withheldBy(isRestricted ? evidence.filter((piece) => tells(piece, record)) : []),
    by: evidence.every(({ mention, source }) => mention !== undefined || source?.kind === 'words') ? 'words' : 'answer',
    ...seenTo(evidence, record),
  };
}

function ownConcern(record: ConcernRecord, { code, urgency, words, at }: NonNullable<ConcernRecord['raised']>, content: Content): Concern {
  const restricted = content.concerns.get(code)?.restricted ?? true;
  return { id: record.id, code, urgency, grade: 'prompt', words, from: [], mentions: [], keys: [], why: 'You raised this', restricted, withheld: [], withheldEdits: [], by: 'worker', since: at, ...workersOwn(record) };
}

const promptsOf = ({ prompt, mention }: Evidence): readonly PromptId[] => [...(prompt === undefined ? [] : [prompt]), ...(mention?.prompts ?? [])];

/** The whole answer stands behind its words, as it does behind a choice, and once however many of its words tell. */
function sourcesBehind(evidence: readonly Evidence[], { answers }: OpenCase): readonly Source[] {
  const worded = new Set<PromptId>();
  const wordsOf = (prompt: PromptId): Source[] => {
    if (worded.has(prompt)) return [];
    worded.add(prompt);
    return [{ kind: 'words', prompt, quote: answers.get(prompt)?.words ?? '' }];
  };
  return unique(evidence.flatMap(({ source, mention }) => (mention ? mention.prompts.flatMap(wordsOf) : (source ?? []))));
}

const quoteOf = (evidence: readonly Evidence[]): string =>
  evidence.map(({ source, mention }) => mention?.words ?? (source?.kind === 'words' ? source.quote : source?.kind === 'choice' ? source.label : undefined)).find((text) => text !== undefined) ?? evidence[0]?.prompt ?? '';

/**
 * Words that tell of it stay off paper, also those about the past, about somebody else, and denied. A figure of speech,
 * and words that only may mean it, tell nothing of the kind; what was set aside as misread does not either.
 */
const tells = (piece: Evidence, record: ConcernRecord | undefined): boolean => !isMisread(piece, record) && (piece.mention === undefined || piece.grade === 'prompt' || !['figure', 'present'].includes(piece.mention.status));

function withheldBy(evidence: readonly Evidence[]): Pick<Concern, 'withheld' | 'withheldEdits'> {
  return {
    withheld: [...new Set(evidence.flatMap(({ mention, source }) => mention?.prompts ?? (source?.kind === 'words' ? [source.prompt] : [])))],
    withheldEdits: evidence.flatMap(({ mention }) => (mention?.where.kind === 'edit' ? [mention.where.index] : [])),
  };
}

/** What words raise by themselves, for rules that rest on other concerns: without what was set aside. */
export function codesRaisedBy(mentions: readonly CaseMention[], { concerns, raisedMentions }: OpenCase): ReadonlySet<string> {
  const raised = mentions.filter(({ grade, key }) => grade === 'prompt' || raisedMentions.has(key));
  return new Set(raised.filter((mention) => !isSetAside(mention, concerns.get(concernId(mention, 'prompt')))).map(({ code }) => code));
}

/** A concern that must be taken on today or now keeps the plan back until a named person has it. What is only noted keeps nothing back. */
export function holdsThePlan({ urgency, state, grade }: Concern): boolean {
  return grade === 'prompt' && state === 'open' && (urgency === 'NOW' || urgency === 'TODAY');
}
