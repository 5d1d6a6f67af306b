/** What concerns rest on: each choice, and each place where words say it, once. */
import type { OpenCase } from '../case/case';
import type { Conversation, RaisedByAnswer } from '../case/conversation';
import type { PromptId, Urgency } from '../framework/framework';
import type { Source } from '../plan/frozenPlan';
import type { Grade } from '../reading/mention';
import { mentionKeys } from './mentionKeys';
import type { CaseMention } from './mentions';

export type Evidence = {
  readonly code: string;
  readonly urgency: Urgency;
  readonly grade: Grade;
  readonly why: string;
  /** The same as long as this is there; see `Concern.keys`. */
  readonly key: string;
  readonly at: string;
  /** The prompt whose rule raised it. */
  readonly prompt?: string;
  readonly source?: Source;
  readonly mention?: CaseMention;
};

/** In the order of the framework, then of the texts. */
export function evidenceOf(state: OpenCase, { raised }: Conversation, mentions: readonly CaseMention[]): readonly Evidence[] {
  const said = strongestOf([...raised.flatMap((each) => phrasesOf(each, state)), ...mentions]);
  return [...raised.flatMap((each) => evidenceOfRule(each, state)), ...said.map(evidenceIn)];
}

const told = new WeakMap<CaseMention, Evidence>();

/** A mention that stays where it is stays the same from turn to turn. */
function evidenceIn(mention: CaseMention): Evidence {
  const known = told.get(mention);
  if (known) return known;
  const evidence: Evidence = { ...pick(mention), key: mention.key, at: mention.at, mention };
  told.set(mention, evidence);
  return evidence;
}

const pick = <Told extends Pick<Evidence, 'code' | 'urgency' | 'grade' | 'why'>>({ code, urgency, grade, why }: Told): Pick<Evidence, 'code' | 'urgency' | 'grade' | 'why'> => ({ code, urgency, grade, why });

const ofRules = new WeakMap<RaisedByAnswer, readonly Evidence[]>();

function evidenceOfRule(rule: RaisedByAnswer, state: OpenCase): readonly Evidence[] {
  const evidence = ofRules.get(rule) ?? sourcesOf(rule, state);
  ofRules.set(rule, evidence);
  return evidence;
}

/** The answers behind a rule of the framework. Words that were read by themselves are not told again. */
function sourcesOf(rule: RaisedByAnswer, { answers, openedAt }: OpenCase): readonly Evidence[] {
  const { prompt, from, said } = rule;
  const read = new Set(said.map((phrase) => phrase.prompt));
  const sources = from.filter((source) => !(source.kind === 'words' && read.has(source.prompt)));
  if (sources.length === 0 && said.length === 0) return [{ ...pick(rule), prompt, key: `rule ${prompt}`, at: openedAt }];
  return sources.map((source) => ({ ...pick(rule), prompt, source, key: keyOf(source), at: 'prompt' in source ? (answers.get(source.prompt)?.at ?? openedAt) : openedAt }));
}

const keyOf = (source: Source): string => (source.kind === 'choice' ? `choice ${source.prompt} ${source.choice}` : source.kind === 'words' ? `words ${source.prompt}` : source.kind);

const phrases = new WeakMap<RaisedByAnswer['said'], Map<Grade, readonly CaseMention[]>>();

/** The same phrases stand in the same answers. */
function phrasesOf(raised: RaisedByAnswer, state: OpenCase): readonly CaseMention[] {
  const { said, grade } = raised;
  if (said.length === 0) return nothing;
  let known = phrases.get(said);
  if (!known) phrases.set(said, (known = new Map()));
  const mentions = known.get(grade) ?? readPhrasesOf(raised, state);
  known.set(grade, mentions);
  return mentions;
}

const nothing: readonly CaseMention[] = [];

/** All words of a rule count as its weakest: when one of them is somebody else's, none of it is the person's own. */
function readPhrasesOf({ said, grade }: RaisedByAnswer, { answers, openedAt }: OpenCase): readonly CaseMention[] {
  const keys = mentionKeys('phrase', said.map((phrase) => ({ ...phrase, words: `${phrase.prompt} ${phrase.words}` })));
  const weakened = (own: Grade): Grade => (grade === 'prompt' ? own : grade);
  return said.map(({ prompt, ...phrase }, index) => ({ ...phrase, grade: weakened(phrase.grade), key: keys[index]!, where: { kind: 'answer', prompt }, at: answers.get(prompt)?.at ?? openedAt, prompts: [prompt] }));
}

const strengths: readonly Grade[] = ['prompt', 'noted', 'denied'];

/** The same words met by a phrase of the framework and by a rule of the lexicon are told once, as the stronger of the two reads them. */
function strongestOf(mentions: readonly CaseMention[]): readonly CaseMention[] {
  const kept = new Set<CaseMention>();
  const inAnswers = new Map<PromptId, CaseMention[]>();
  for (const strength of strengths) {
    for (const mention of mentions) {
      if (mention.grade !== strength) continue;
      const beside = besideIn(inAnswers, mention);
      if (beside.some((other) => other.code === mention.code && sharesWords(other, mention))) continue;
      beside.push(mention);
      kept.add(mention);
    }
  }
  return mentions.filter((mention) => kept.has(mention));
}

/** What is kept of the same answer: only there can words be met twice. */
function besideIn(inAnswers: Map<PromptId, CaseMention[]>, { where }: CaseMention): CaseMention[] {
  if (where.kind !== 'answer') return [];
  const known = inAnswers.get(where.prompt);
  if (known) return known;
  const beside: CaseMention[] = [];
  inAnswers.set(where.prompt, beside);
  return beside;
}

const sharesWords = (a: CaseMention, b: CaseMention): boolean => a.start < b.end && b.start < a.end;
