/** Words typed into the chat. They count as much as the card: never dropped, never taken for something else. */
import { presentCase } from '../cards/present';
import type { CaseScreen, Meant } from '../cards/screen';
import type { Command } from '../domain/case/decide';
import { plainRef } from '../domain/case/ref';
import { owedBy } from '../domain/case/owedSafety';
import { matchChoices } from '../domain/framework/matchChoice';
import type { CaseHead } from '../domain/case/head';
import { spokenDay } from '../domain/case/spokenDay';
import { asksForActivity, type Step } from '../domain/case/steps';
import { dayAndYear, isDay } from '../domain/plan/days';
import { plain } from '../domain/reading/words/phrase';
import { auditView } from './auditOf';
import { act, loadDesk, type CaseDesk } from './caseDesk';
import { chooseOf, unmetNeedOf } from './commandOf';
import { caseList, notTheirs, screenOf } from './handlePress';
import { lookAtHome, isSearch, nextPageOf, searchOf } from './findActivities';
import { saidInRole } from './handleRole';
import { help, home, welcome } from './homeCards';
import { ownHeads } from './ownCases';
import { readSaid, type Said, type Way } from './readSaid';
import type { Parts } from './ports';
import { setAsideWords } from './setAside';
import { commandMeant } from './slips';
import { newlyUrgent, screenAfter, screenNow, screenOpened, screenRefused } from './screenAfter';
import type { Outcome, Turn } from './turn';
import { keepUrgentWords } from './urgentWords';

export async function handleSaid(parts: Parts, turn: Turn, text: string): Promise<Outcome> {
  if (text.trim() === '' && broughtFile(turn)) return fileAlone(parts, turn);
  const asked = readSaid(text);
  const inRole = await saidInRole(parts, turn, asked);
  if (inRole) return inRole;
  const said = isForARole(asked) ? ({ kind: 'words', text } as const) : asked;
  if (said.kind === 'start') return { shown: home(parts, { kind: 'new-case', mode: said.mode, form: turn.freshId, ...(said.name === undefined ? {} : { name: said.name }) }) };
  if (said.kind === 'home') {
    if (said.home === 'cases') return { shown: await caseList(parts, turn) };
    return { shown: said.home === 'help' ? await help(parts, turn) : await welcome(parts, turn) };
  }
  if (said.kind === 'resume') return resume(parts, turn, said.which);
  const named = said.kind === 'words' ? await nameToResume(parts, turn, text) : undefined;
  if (named !== undefined) return resume(parts, turn, named);
  const desk = await activeDesk(parts, turn);
  if (!desk && said.kind === 'find') return { shown: await lookAtHome(parts, turn, said.words, said.from) };
  if (!desk) return { shown: said.kind === 'words' ? await welcome(parts, turn, text.trim() === '' ? {} : { typed: text }) : await withoutCase(parts, turn, said) };
  return saidOnCase(parts, turn, desk, isOnTheCard(text, desk) ? { kind: 'words', text } : said);
}

type Plain = Exclude<Said, { kind: 'office' | 'tags' | 'team' | 'open-case' | 'needs' | 'leave' }>;
const isForARole = (said: Said): said is Exclude<Said, Plain> => said.kind === 'office' || said.kind === 'tags' || said.kind === 'team' || said.kind === 'open-case' || said.kind === 'needs' || said.kind === 'leave';

/** What stands on the card as a choice is that choice ("park"), unless it is written as a command ("/park"). */
const isOnTheCard = (text: string, desk: CaseDesk): boolean => desk.reading.step !== undefined && !showsNote(desk) && !text.trim().startsWith('/') && matchChoices(desk.reading.step.parts, text) !== undefined;

/** `notes` without a case begins one; the rest needs a case first. */
async function withoutCase(parts: Parts, turn: Turn, said: Exclude<Plain, { kind: 'words' }>): Promise<Outcome['shown']> {
  if (said.kind === 'screen' && said.screen === 'notes') return home(parts, { kind: 'new-case', mode: 'notes', form: turn.freshId });
  // What was found without a case is remembered nowhere: the next of it is a press on its card, or the same words again.
  if (said.kind === 'more' || (said.kind === 'screen' && said.screen === 'search')) return lookAtHome(parts, turn, '');
  if (said.kind === 'worried' || said.kind === 'observed') return welcome(parts, turn, { typed: said.words });
  return welcome(parts, turn, said.kind === 'screen' && said.screen === 'talk' ? {} : { needsCase: true });
}

async function activeDesk(parts: Parts, turn: Turn): Promise<CaseDesk | undefined> {
  const open = (await ownHeads(parts, turn.by.id)).filter(({ state }) => state === 'open');
  const active = latest(open);
  return active && loadDesk(parts, active.caseId, turn.at);
}

const latest = (heads: readonly CaseHead[]): CaseHead | undefined => [...heads].sort((a, b) => b.activeAt.localeCompare(a.activeAt))[0];

async function resume(parts: Parts, turn: Turn, which: string | undefined): Promise<Outcome> {
  const named = (await ownHeads(parts, turn.by.id)).filter(isCalled(which));
  const open = named.filter(({ state }) => state !== 'closed');
  // A closed one only when it is asked for.
  const wanted = which === undefined || open.length > 0 ? open : named;
  const [only] = wanted;
  if (!only || wanted.length > 1) return { shown: await caseList(parts, turn) };
  const desk = await loadDesk(parts, only.caseId, turn.at);
  if (!desk) return { shown: await caseList(parts, turn) };
  return carryOut(parts, turn, desk, { type: 'Resume' });
}

/** "resume Anna", when a case of theirs is called so; otherwise it is what a person said. */
async function nameToResume(parts: Parts, { by }: Turn, text: string): Promise<string | undefined> {
  const [, name] = /^\/?resume\s+(\S.*?)[.!]?$/i.exec(text.trim()) ?? [];
  return name !== undefined && (await ownHeads(parts, by.id)).some(isCalled(name)) ? name : undefined;
}

const isCalled = (which: string | undefined) => ({ ref, name }: CaseHead): boolean => which === undefined || ref === plainRef(which) || name.toLowerCase() === which.toLowerCase();

async function saidOnCase(parts: Parts, turn: Turn, desk: CaseDesk, said: Exclude<Plain, { kind: 'start' | 'home' | 'resume' }>): Promise<Outcome> {
  auditView(parts, turn, desk.caseId);
  const setAside = said.kind === 'words' ? setAsideWords(said.text, desk) : said.kind === 'observed' ? setAsideWords(said.words, desk) : undefined;
  if (setAside) return { shown: presentCase(setAside, desk.reading) };
  switch (said.kind) {
    case 'screen': {
      const screen = said.screen === 'post' ? 'place' : said.screen;
      return { shown: presentCase(await screenOf(parts, turn, desk.reading, screen, aboutOf(screen, desk)), desk.reading) };
    }
    case 'worried':
      return carryOut(parts, turn, desk, { type: 'RaiseConcern', id: `worker-${turn.freshId}`, code: 'F28', urgency: 'TODAY', words: said.words });
    case 'observed':
      return carryOut(parts, turn, desk, { type: 'Observe', words: said.words, ...(desk.reading.step ? { prompt: desk.reading.step.prompt.id } : {}) });
    case 'find':
      return carryOut(parts, turn, desk, isSearch(said, desk) ? { ...searchOf({ find: said.words, from: 0 }, desk), from: said.from } : wordsOf(said.text, turn, desk));
    case 'more':
      return carryOut(parts, turn, desk, nextPageOf(desk) ?? wordsOf(said.text, turn, desk));
    case 'way':
      return carryOut(parts, turn, desk, wayOf(said.way, desk));
    case 'words':
      return said.text.trim() === '' ? { shown: presentCase(screenNow(desk.reading), desk.reading) } : carryOut(parts, turn, desk, wordsOf(said.text, turn, desk));
  }
}

/** What a screen that was asked for by its word is about. */
const aboutOf = (screen: string, { state, reading }: CaseDesk): string | undefined => (screen === 'ring-first' ? state.chosen?.activity : screen === 'observe' ? reading.step?.prompt.id : undefined);

function wayOf(way: Way, { reading }: CaseDesk): Command {
  if (way === 'back') return { type: 'GoBack' };
  const prompt = reading.step?.prompt.id;
  if (way === 'next' || prompt === undefined) return { type: 'GoNext' };
  return way === 'park' ? { type: 'ParkPrompt', prompt } : { type: 'SkipPrompt', prompt, why: way === 'rather-not' ? 'rather-not-say' : 'not-today' };
}

/** An option by its name, or that none of them fits. */
function optionNamed(text: string, desk: CaseDesk): Command | undefined {
  const said = plain(text);
  const option = desk.reading.options().options.find(({ activity }) => plain(activity.name) === said);
  if (option) return chooseOf(option.activity.id, desk);
  return said === plain('nothing fits') ? { type: 'NothingFits', ...unmetNeedOf(desk) } : undefined;
}

/** With a day that can be read; “pause until I feel better” is what a person said. */
function pauseUntil(text: string, { reading }: CaseDesk): Command | undefined {
  const [, said] = /^\/?pause (?:until|till) (.+)$/i.exec(text.trim()) ?? [];
  const until = said === undefined ? undefined : spokenDay(said, reading.today);
  return until === undefined ? undefined : { type: 'Pause', until };
}

/** The note itself, or the box for it, is what the worker has before them. */
const showsNote = ({ reading }: CaseDesk): boolean => screenNow(reading).kind === 'notes' || (reading.state.position === undefined && screenOpened(reading).kind === 'notes');

/** A label or a number is the choice; other words answer the prompt that is shown; with none shown, or a note, they are kept as a note. */
function wordsOf(text: string, turn: Turn, desk: CaseDesk): Command {
  const pause = pauseUntil(text, desk);
  if (pause) return pause;
  const { step } = desk.reading;
  const note: Command = { type: 'PasteNote', id: `note-${turn.freshId}`, text };
  if (!step || showsNote(desk)) return note;
  const chooses = asksForActivity(step);
  const option = chooses ? optionNamed(text, desk) : undefined;
  if (option) return option;
  const part = step.parts[0]!.id;
  const choices = matchChoices(step.parts, text);
  const day = choices ? undefined : dayOn(step, text, desk);
  if (day !== undefined) return { type: 'AnswerPrompt', prompt: step.prompt.id, part, choices: [], day, how: 'chat' };
  if (!choices && chooses) return note;
  if (!choices) return { type: 'AnswerPrompt', prompt: step.prompt.id, part, choices: [], words: text, how: 'chat' };
  const [first] = choices;
  return first?.startsWith('in:') ? { type: 'AnswerPrompt', prompt: step.prompt.id, part, choices: [], day: first, how: 'chat' } : { type: 'AnswerPrompt', prompt: step.prompt.id, part, choices, how: 'chat' };
}

/** Where a day is asked for, one that was typed is the answer; one that the calendar has not is asked again. */
const dayOn = ({ parts }: Step, text: string, { reading }: CaseDesk): string | undefined => (parts.some(({ kind }) => kind === 'day') ? spokenDay(text, reading.today) : undefined);

async function carryOut(parts: Parts, turn: Turn, desk: CaseDesk, command: Command): Promise<Outcome> {
  const press = turn.message === undefined ? undefined : `said.${turn.message}`;
  const done = await act(parts, desk, { at: turn.at, by: turn.by.id, ...(press === undefined ? {} : { press }) }, () => command);
  if (done.desk.state.worker !== turn.by.id) return { shown: notTheirs(parts, turn, turn.intent.kind === 'said' ? turn.intent.text : '', done.desk) };
  const refused = done.kind === 'refused' ? await keepUrgentWords(parts, turn, wordsIn(command), done.desk) : done.desk;
  const urgent = refused === done.desk ? undefined : newlyUrgent({ desk: refused, before: done.desk });
  if (urgent !== undefined) return { shown: presentCase({ kind: 'concern', about: urgent, said: 'Kept.' }, refused.reading), owes: refused.caseId };
  const reading = done.desk.reading;
  // The platform brought it before.
  if (done.kind === 'done' && done.before === done.desk && press !== undefined && done.desk.state.presses.has(press)) return { shown: presentCase(screenNow(reading), reading) };
  if (done.kind === 'refused') return { shown: presentCase(screenRefused(command, done.reason, reading), reading) };
  const screen: CaseScreen = screenAfter(command, done);
  const kept = command.type === 'AnswerPrompt' && screen.said === undefined ? keptOf(command) : undefined;
  const said = kept === undefined ? {} : { said: `Kept: ${kept}` };
  const file = broughtFile(turn) && screen.problem === undefined && screen.kind !== 'concern' ? { problem: fileNotKept } : {};
  return { shown: presentCase({ ...screen, ...said, ...file, ...meantBy(command, screen) }, reading), ...(owedBy(reading).length > 0 ? { owes: done.desk.caseId } : {}) };
}

/** A day is told as it was understood, because “next Tuesday” is not the same day to everybody. */
function keptOf({ words, day }: Extract<Command, { type: 'AnswerPrompt' }>): string | undefined {
  if (words !== undefined) return `“${shorten(words)}”`;
  return day !== undefined && isDay(day) ? `${dayAndYear(day)}.` : undefined;
}

/** Offered on the next card of the talk alone: whatever else comes up comes first. */
function meantBy(command: Command, screen: CaseScreen): { meant?: Meant } {
  if (screen.kind !== 'talk' || command.type !== 'AnswerPrompt' || command.words === undefined) return {};
  const meant = commandMeant(command.words);
  return meant ? { meant: { ...meant, prompt: command.prompt, typed: command.words } } : {};
}

const fileNotKept = 'I read words only. The picture, recording or file that you sent is not kept with me. Please type what matters in it.';
const broughtFile = ({ intent }: Turn): boolean => intent.kind === 'said' && intent.hasFile === true;

/** Nothing is kept of it, so nobody is left to think that it was. */
async function fileAlone(parts: Parts, turn: Turn): Promise<Outcome> {
  const desk = await activeDesk(parts, turn);
  if (!desk) return { shown: home(parts, { kind: 'notice', title: 'That was not kept', text: fileNotKept }) };
  auditView(parts, turn, desk.caseId);
  const screen: CaseScreen = { ...screenNow(desk.reading), problem: fileNotKept };
  return { shown: presentCase(screen, desk.reading) };
}

const wordsIn = (command: Command): string => ('words' in command && typeof command.words === 'string' ? command.words : '');

const shorten = (words: string): string => {
  const letters = Array.from(words.replace(/\s+/g, ' ').trim());
  return letters.length <= 60 ? letters.join('') : `${letters.slice(0, 57).join('')}…`;
};
