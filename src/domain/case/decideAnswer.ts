/** Answers, from a card, from the chat or from a pasted note. The person's words are kept as they were typed. */
import { dayInLondon } from './londonTime';
import type { CaseReading } from '../analysis/caseReading';
import { offers, optionsOf } from '../framework/choices';
import { piecesOf } from '../reading/filing/pieces';
import type { Part, Prompt } from '../framework/framework';
import { mostInABox, type Answer, type OpenCase } from './case';
import { accept, refuse, type Decision, type Envelope } from './decision';
import type { CaseEvent } from './event';
import { filedLine } from './filedLine';
import { cardsOf, cardWith, goalsSaid } from './steps';

export type AnswerCommand = {
  type: 'AnswerPrompt';
  prompt: string;
  /** The part that a tile stands for, or any part of a card with lists. */
  part: string;
  /** Everything that is chosen on this card; an earlier choice of the same parts is replaced. */
  choices: readonly string[];
  words?: string;
  /** `in:14` or a typed day, for parts that ask for a day. */
  day?: string;
  how: 'card' | 'chat';
};

/** Words that stood in the box when another button was pressed. `adds`: others were said since that card was drawn. */
export type KeepWordsCommand = { type: 'KeepWords'; prompt: string; words: string; adds?: true };

export type NoteCommand =
  | { type: 'PasteNote'; id: string; text: string }
  | { type: 'FileSentence'; note: string; start: number; end: number; prompt: string }
  | { type: 'DiscardSentence'; note: string; start: number; end: number }
  | { type: 'FileRest'; note: string };

export function decideAnswer(command: AnswerCommand, envelope: Envelope, state: OpenCase, { conversation, content }: CaseReading): Decision {
  const prompt = conversation.open.find(({ id }) => id === command.prompt);
  if (!prompt) return refuse(isRestricted(command.prompt, { content }) ? 'ask-in-private' : 'prompt-not-open');
  const parts = cardWith(prompt, command.part);
  const day = readDay(command.day, envelope.at);
  const days = [day, ...command.choices.filter((choice) => choice.startsWith('on:')).map((choice) => readDay(choice.slice('on:'.length), envelope.at))];
  if (days.includes('unreadable')) return refuse('day-unreadable');
  if (days.includes('past')) return refuse('day-in-the-past');
  const choices = day === undefined ? command.choices : [...command.choices, `on:${day}`];
  const fault = faultOf(choices, parts, goalsSaid(conversation).length);
  if (fault) return refuse(fault);

  const before = state.answers.get(prompt.id);
  const words = wordsAfter(command, before);
  const shortcut = isShortcut(command.part, choices, prompt);
  const replaced = shortcut ? prompt.parts.filter(({ id }) => id === command.part) : parts;
  const kept = (before?.choices ?? []).filter((choice) => !replaced.some((part) => offers(part, choice)));
  const after = inOrder(prompt, [...kept, ...choices]);
  if (after.length === 0 && words === undefined) return isLaterCard(prompt, parts) ? accept({ type: 'PromptSkipped', ...envelope, prompt: prompt.id, why: 'not-today' }) : refuse('nothing-said');
  const answered: CaseEvent = { type: 'PromptAnswered', ...envelope, prompt: prompt.id, choices: after, part: parts.at(-1)!.id, how: command.how, ...(words === undefined ? {} : { words }) };
  const tilesWait = command.how === 'chat' && choices.length === 0 && parts.some((part) => part.kind !== 'words' && !('optional' in part && part.optional) && !after.some((choice) => offers(part, choice)));
  return tilesWait ? accept(answered, { type: 'PromptOpened', ...envelope, prompt: prompt.id, part: parts[0]!.id }) : accept(answered);
}

const isRestricted = (prompt: string, { content }: Pick<CaseReading, 'content'>): boolean => content.framework.prompts.some(({ id, restricted }) => id === prompt && restricted === true);

/** A later card that is left empty leaves its prompt, when nothing was answered on the earlier ones either. */
const isLaterCard = (prompt: Prompt, parts: readonly Part[]): boolean => !cardsOf(prompt)[0]!.includes(parts[0]!);

/** Keeps the words and moves nothing: the talk stays where it is. */
export function keepWords({ prompt: id, words, adds }: KeepWordsCommand, envelope: Envelope, state: OpenCase, { conversation }: CaseReading): Decision {
  const before = state.answers.get(id);
  if (!conversation.open.some((prompt) => prompt.id === id)) return refuse('prompt-not-open');
  const after = wordsAfter({ words, how: adds ? 'chat' : 'card' }, before);
  if (after === undefined || after === before?.words) return refuse('nothing-changed');
  return accept({ type: 'PromptAnswered', ...envelope, prompt: id, choices: [...(before?.choices ?? [])], words: after, how: 'kept' });
}

/** What is typed in the chat is added to what was said before; a card shows the earlier words, if it can hold them, and replaces them. */
function wordsAfter({ words, how }: { readonly words?: string; readonly how: 'card' | 'chat' }, before: Answer | undefined): string | undefined {
  if (words === undefined || words.trim() === '') return before?.words;
  if (before?.words === undefined) return words;
  return how === 'chat' || before.words.length > mostInABox ? `${before.words}\n${words}` : words;
}

type Fault = 'choice-not-offered' | 'choices-clash' | 'too-many-choices' | 'activity-not-offered';

function faultOf(choices: readonly string[], parts: readonly Part[], goals: number): Fault | undefined {
  if (!choices.every((choice) => parts.some((part) => offers(part, choice)))) return 'choice-not-offered';
  if (choices.some((choice) => choice.startsWith('goal:') && Number(choice.slice('goal:'.length)) > goals)) return 'choice-not-offered';
  // Choosing an activity is an act of its own, which knows what was offered.
  if (choices.some((choice) => choice.startsWith('activity:'))) return 'activity-not-offered';
  for (const part of parts) {
    const own = choices.filter((choice) => offers(part, choice));
    if (part.kind === 'one' || part.kind === 'scale' || part.kind === 'day') if (new Set(own).size > 1) return 'choices-clash';
    if (part.kind === 'many') {
      if (part.max !== undefined && own.length > part.max) return 'too-many-choices';
      if (own.length > 1 && optionsOf(part).some(({ id, alone }) => alone && own.includes(id))) return 'choices-clash';
    }
    if (part.kind === 'grid' && part.oneColumnARow && new Set(own.map((choice) => choice.split(':')[0])).size < own.length) return 'choices-clash';
  }
  return undefined;
}

const isShortcut = (part: string, choices: readonly string[], prompt: Prompt): boolean =>
  prompt.parts.some((candidate) => candidate.id === part && candidate.kind === 'grid' && candidate.shortcuts.some((shortcut) => shortcut.choices.join() === choices.join()));

/** Choices stand in the order of the parts, each once, so that the same answer is the same event. */
const inOrder = (prompt: Prompt, choices: readonly string[]): string[] => [...new Set(prompt.parts.flatMap((part) => choices.filter((choice) => offers(part, choice))))];

/** `in:14`, or a day from today on; undefined when none was given. */
export function readDay(day: string | undefined, at: string): string | 'past' | 'unreadable' | undefined {
  if (day === undefined || day === '') return undefined;
  const ahead = /^in:(\d{1,3})$/.exec(day);
  const today = dayInLondon(at);
  if (ahead) return addDays(today, Number(ahead[1]));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || addDays(day, 0) !== day) return 'unreadable';
  return day < today ? 'past' : day;
}

/** The ISO day that lies so many days after this one. */
export function addDays(from: string, days: number): string {
  const [year, month, day] = from.slice(0, 10).split('-').map(Number);
  const ms = Date.UTC(year!, month! - 1, day! + days);
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10);
}

export function decideNote(command: NoteCommand, envelope: Envelope, state: OpenCase, reading: CaseReading): Decision {
  if (command.type === 'PasteNote') return command.text.trim() === '' ? refuse('words-missing') : accept({ type: 'NotePasted', ...envelope, note: command.id, text: command.text });
  const note = state.notes.find(({ id }) => id === command.note);
  if (!note) return refuse('no-such-note');
  if (command.type === 'FileRest') {
    const waiting = reading.proposals.filter((proposal) => proposal.note === note.id && proposal.first !== undefined);
    const filed = waiting.reduce<{ state: OpenCase; events: CaseEvent[] }>(
      (so, { start, end, first }) => ({ state: so.state, events: [...so.events, ...fileSentence({ start, end, prompt: first! }, note, envelope, so.state, so.events)] }),
      { state, events: [] },
    );
    return filed.events.length === 0 ? refuse('nothing-changed') : accept(...filed.events);
  }
  if (![...piecesOf(note.text, reading.content.filing), ...note.filed].some(({ start, end }) => start === command.start && end === command.end)) return refuse('no-such-sentence');
  if (command.type === 'DiscardSentence') {
    const events: CaseEvent[] = [{ type: 'SentenceDiscarded', ...envelope, note: note.id, start: command.start, end: command.end }];
    return accept(...takenBack(command, note, envelope, state), ...events);
  }
  if (!reading.conversation.open.some(({ id }) => id === command.prompt)) return refuse(isRestricted(command.prompt, reading) ? 'ask-in-private' : 'prompt-not-open');
  const proposed = reading.proposals.find((proposal) => proposal.note === note.id && proposal.start === command.start && proposal.end === command.end)?.first;
  return accept(...fileSentence({ ...command, ...(proposed === undefined || proposed === command.prompt ? {} : { proposed }) }, note, envelope, state, []));
}

type Sentence = { readonly start: number; readonly end: number };
type Note = OpenCase['notes'][number];

function fileSentence(sentence: Sentence & { readonly prompt: string; readonly proposed?: string }, note: Note, envelope: Envelope, state: OpenCase, earlier: readonly CaseEvent[]): CaseEvent[] {
  const text = filedLine(note, sentence);
  const before = answerAfter(earlier, sentence.prompt) ?? state.answers.get(sentence.prompt);
  const words = before?.words === undefined ? text : before.words.split('\n').includes(text) ? before.words : `${before.words}\n${text}`;
  return [
    ...takenBack(sentence, note, envelope, state, sentence.prompt),
    { type: 'SentenceFiled', ...envelope, note: note.id, start: sentence.start, end: sentence.end, prompt: sentence.prompt, ...(sentence.proposed === undefined ? {} : { proposed: sentence.proposed }) },
    { type: 'PromptAnswered', ...envelope, prompt: sentence.prompt, choices: [...(before?.choices ?? [])], words, how: 'note' },
  ];
}

/** A sentence that moves leaves the prompt under which it stood. */
function takenBack(sentence: Sentence, note: Note, envelope: Envelope, state: OpenCase, stays?: string): CaseEvent[] {
  const filed = note.filed.find(({ start, end }) => start === sentence.start && end === sentence.end)?.prompt;
  const answer = filed === undefined || filed === stays ? undefined : state.answers.get(filed);
  if (filed === undefined || answer?.words === undefined) return [];
  const text = filedLine(note, sentence);
  const rest = answer.words.split('\n').filter((line) => line !== text).join('\n');
  return [{ type: 'PromptAnswered', ...envelope, prompt: filed, choices: [...answer.choices], how: 'note', ...(rest === '' ? {} : { words: rest }) }];
}

function answerAfter(events: readonly CaseEvent[], prompt: string): Pick<Answer, 'choices' | 'words'> | undefined {
  const last = events.filter((event) => event.type === 'PromptAnswered' && event.prompt === prompt).at(-1);
  return last?.type === 'PromptAnswered' ? { choices: last.choices, ...(last.words === undefined ? {} : { words: last.words }) } : undefined;
}
