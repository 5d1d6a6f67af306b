/** What all free text of a case mentions: answers, notes, observations, the referral and whatever else was typed. Each text is read once. */
import type { Answer, ConcernRecord, Note, OpenCase } from '../case/case';
import { escalationFields } from '../case/event';
import { filedLine } from '../case/filedLine';
import type { PromptId, Urgency } from '../framework/framework';
import { groupOf } from '../reading/groups';
import type { Lexicon } from '../reading/lexicon';
import type { Mention } from '../reading/mention';
import { readText } from '../reading/readText';
import { mentionKeys } from './mentionKeys';

/** Where the words stand. `edit` is a change of the plan, by its place among them; `form` any other box: a reason, a review. */
export type Where =
  | { readonly kind: 'answer'; readonly prompt: PromptId }
  | { readonly kind: 'note'; readonly note: string }
  | { readonly kind: 'observation'; readonly prompt?: PromptId }
  | { readonly kind: 'referral' }
  | { readonly kind: 'worry'; readonly concern: string }
  | { readonly kind: 'record'; readonly concern: string }
  | { readonly kind: 'edit'; readonly index: number }
  | { readonly kind: 'form' };

export type CaseMention = Mention & {
  /** The same as long as the same words stand there and are read the same. */
  readonly key: string;
  readonly where: Where;
  /** When the text was written. */
  readonly at: string;
  /** Answers in which these words stand: a plan may be made of them. */
  readonly prompts: readonly PromptId[];
};

/** `place` is the same as long as the text is, whatever comes beside it; `of` is an object that is. */
type Text = { readonly place: string; readonly where: Where; readonly at: string; readonly words: string; readonly of?: object };

/** Answers by the ids of their prompts, then the rest as it was written. Words of a note that were filed under a prompt are one mention. */
export function readMentions(state: OpenCase, lexicon: Lexicon): readonly CaseMention[] {
  const all = textsOf(state).flatMap((text) => mentionsIn(text, lexicon));
  return withoutCopies(all, state).filter((mention) => !isAboutItsOwnConcern(mention, state)).map(asChildsOwn);
}

function textsOf(state: OpenCase): readonly Text[] {
  const { referral } = state;
  return [
    ...[...state.answers].filter(([, { words }]) => words !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([prompt, answer]): Text => ({ place: `answer ${prompt}`, where: { kind: 'answer', prompt }, at: answer.at, words: answer.words ?? '', of: answer })),
    ...state.notes.map((note): Text => ({ place: `note ${note.id}`, where: { kind: 'note', note: note.id }, at: note.at, words: note.text, of: note })),
    ...state.observations.map((seen, index): Text => ({ place: `seen ${index}`, where: { kind: 'observation', ...(seen.prompt === undefined ? {} : { prompt: seen.prompt }) }, at: seen.at, words: seen.words, of: seen })),
    ...(referral ? [{ place: 'referral', where: { kind: 'referral' as const }, at: referral.at, words: referral.words, of: referral }] : []),
    ...[...state.concerns.values()].flatMap((record) => textsOfRecord(record, state.openedAt)),
    ...textsOfForms(state),
  ].filter(({ words }) => words !== '');
}

function textsOfRecord({ id, raised, notes, escalations }: ConcernRecord, openedAt: string): readonly Text[] {
  const where: Where = { kind: 'record', concern: id };
  return [
    ...(raised ? [{ place: `worry ${id}`, where: { kind: 'worry' as const, concern: id }, at: raised.at, words: raised.words, of: raised }] : []),
    ...(notes.length === 0 ? [] : [{ place: `detail ${id}`, where, at: openedAt, words: notes.join('\n'), of: notes }]),
    ...escalations.map((kept, index) => ({ place: `record ${id} ${index}`, where, at: kept.at, words: escalationFields.flatMap((field) => kept[field] ?? []).join('\n'), of: kept })),
  ];
}

/** Every other box that takes free text. */
function textsOfForms({ firstVisit, reviews, closed, tierChange, declined, searches, edits, openedAt }: OpenCase): readonly Text[] {
  const form = (place: string, words: string, at: string, of?: object): Text => ({ place, where: { kind: 'form' }, at, words, ...(of === undefined ? {} : { of }) });
  return [
    ...(firstVisit?.words === undefined ? [] : [form('visit', firstVisit.words, firstVisit.at, firstVisit)]),
    ...reviews.map((review, index) => form(`review ${index}`, review.words, review.at, review)),
    ...(closed ? [form('closing', [closed.reason, closed.told, closed.offered].filter((text) => text !== undefined).join('\n'), closed.at, closed)] : []),
    ...(tierChange ? [form('tier', tierChange.reason, tierChange.at, tierChange)] : []),
    ...[...declined].map(([activity, reason]) => form(`declined ${activity}`, reason ?? '', openedAt)),
    ...searches.map((search, index) => form(`search ${index}`, search.words, search.at, search)),
    ...edits.map((edit, index): Text => ({ place: `edit ${index}`, where: { kind: 'edit', index }, at: edit.at, words: edit.text ?? '', of: edit })),
  ];
}

const known = new WeakMap<Lexicon, WeakMap<object, readonly CaseMention[]>>();

/** What stands at one place says the same as long as it stands there. */
function mentionsIn(text: Text, lexicon: Lexicon): readonly CaseMention[] {
  const { of } = text;
  if (of === undefined) return readMentionsIn(text, lexicon);
  const ofLexicon = known.get(lexicon) ?? new WeakMap<object, readonly CaseMention[]>();
  known.set(lexicon, ofLexicon);
  const mentions = ofLexicon.get(of) ?? readMentionsIn(text, lexicon);
  ofLexicon.set(of, mentions);
  return mentions;
}

function readMentionsIn({ place, where, at, words }: Text, lexicon: Lexicon): readonly CaseMention[] {
  const mentions = readText(words, lexicon);
  const keys = mentionKeys(place, mentions);
  return mentions.map((mention, index) => ({ ...mention, key: keys[index]!, where, at, prompts: where.kind === 'answer' ? [where.prompt] : [] }));
}

/** A sentence of a note that was filed stands in an answer as well, as a line of its own: it was said once. */
function withoutCopies(all: readonly CaseMention[], { notes, answers }: OpenCase): readonly CaseMention[] {
  const copies = notes.flatMap((note) => note.filed.flatMap(({ start, end, prompt }) => (prompt === undefined ? [] : copiesOf({ note, start, end, prompt, answer: answers.get(prompt) }, all))));
  if (copies.length === 0) return all;
  const dropped = new Set(copies.map(({ copy }) => copy));
  return all.filter((mention) => !dropped.has(mention)).map((mention) => copies.filter(({ original }) => original === mention).reduce((so, { copy }) => ({ ...so, grade: copy.grade === 'prompt' ? 'prompt' : so.grade, prompts: [...so.prompts, ...copy.prompts] }), mention));
}

type Filed = { readonly note: Note; readonly start: number; readonly end: number; readonly prompt: PromptId; readonly answer: Answer | undefined };
type Copy = { readonly original: CaseMention; readonly copy: CaseMention };

function copiesOf({ note, start, end, prompt, answer }: Filed, all: readonly CaseMention[]): readonly Copy[] {
  const text = filedLine(note, { start, end });
  const at = answer?.words === undefined ? undefined : startOfLine(answer.words, text);
  if (at === undefined) return [];
  const originals = all.filter(({ where, ...place }) => where.kind === 'note' && where.note === note.id && place.start >= start && place.end <= end);
  const copies = all.filter(({ where, ...place }) => where.kind === 'answer' && where.prompt === prompt && place.start >= at && place.end <= at + text.length);
  return originals.flatMap((original) => copies.filter((copy) => copy.rule === original.rule && copy.status === original.status && copy.start - at === original.start - start && copy.end - copy.start === original.end - original.start).map((copy) => ({ original, copy })));
}

function startOfLine(words: string, line: string): number | undefined {
  let at = 0;
  for (const each of words.split('\n')) {
    if (each === line) return at;
    at += each.length + 1;
  }
  return undefined;
}

const soonest: readonly Urgency[] = ['NOW', 'TODAY', 'SOON', 'ROUTINE'];

/** What is written down of a concern tells of that concern; of another, or of something more urgent, it raises that. */
function isAboutItsOwnConcern({ where, code, urgency }: CaseMention, { concerns }: OpenCase): boolean {
  if (where.kind !== 'record') return false;
  const [ownCode = '', ownUrgency = ''] = where.concern.split(/[-~]/);
  if (concerns.get(where.concern)?.raised || !groupOf(ownCode).has(code)) return false;
  return soonest.findIndex((each) => each === ownUrgency) <= soonest.indexOf(urgency);
}

/** What happens to a child is a concern about that child, whatever it would be about an adult (domain guide 3.2, F18). */
const childAtRisk = 'F18';

const asChildsOwn = (mention: CaseMention): CaseMention =>
  mention.status === 'other' && mention.whose === 'child' && (mention.urgency === 'NOW' || mention.urgency === 'TODAY') ? { ...mention, code: childAtRisk } : mention;
