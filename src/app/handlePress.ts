/** A press on a card in the worker's own chat. */
import { pressOf, typedIn, type ActionOf, type CardAction } from '../cards/actions';
import { holdsInBoxes } from '../cards/boxesOn';
import { presentCase } from '../cards/present';
import { refusalText } from '../cards/refusals';
import type { CaseScreen, HomeScreen } from '../cards/screen';
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Command } from '../domain/case/decide';
import { mostInABox } from '../domain/case/case';
import type { Refusal } from '../domain/case/decision';
import { replay } from '../domain/case/evolve';
import { leavesCardsAlone } from '../domain/case/leavesCardsAlone';
import { owedBy } from '../domain/case/owedSafety';
import { dayInLondon } from '../domain/case/londonTime';
import { refsFrom } from '../domain/case/ref';
import { dayInWords } from '../domain/plan/days';
import { auditView } from './auditOf';
import { act, deskBefore, loadDesk, openDesk, type CaseDesk, type Done } from './caseDesk';
import { commandOf, readYear } from './commandOf';
import { lookAtHome } from './findActivities';
import { help, home, welcome } from './homeCards';
import { fieldsKept, isAsItWas, keepWhatWasLeft, pressesOfBoxes, wasNotKept } from './leftInTheBox';
import { authorityNow } from './organisationNow';
import { isOwnCase, ownHeads } from './ownCases';
import type { Parts } from './ports';
import { readersOf } from './readersOf';
import { agreeAudience, previewOf } from './previewOf';
import { setAsidePress } from './setAside';
import { newlyUrgent, screenAfter, screenNow, screenOpened, screenRefused } from './screenAfter';
import type { Outcome, Place, Shown, Turn } from './turn';
import { boxesWith, typedSinceOpening, typedWith } from './typedWith';
import { keepUrgentWords } from './urgentWords';

export async function handlePress(parts: Parts, turn: Turn, action: CardAction): Promise<Outcome> {
  switch (action.verb) {
    case 'home':
      return { shown: await welcome(parts, turn) };
    case 'help':
      return { shown: await help(parts, turn) };
    case 'cases':
      return { shown: await caseList(parts, turn, action.from) };
    case 'find':
      return { shown: await lookAtHome(parts, turn, action.find, action.from, action.was) };
    case 'start':
      return { shown: home(parts, { kind: 'new-case', mode: action.mode, form: turn.freshId, ...(action.note === '' ? {} : { note: action.note }) }) };
    case 'open-case':
      return openCase(parts, turn, action);
    default:
      return 'caseId' in action ? pressOnCase(parts, turn, action) : { shown: await welcome(parts, turn) };
  }
}

export async function caseList(parts: Parts, { by }: Turn, page = 0): Promise<Shown> {
  const heads = [...(await ownHeads(parts, by.id))].sort((a, b) => b.activeAt.localeCompare(a.activeAt));
  const active = heads.find(({ state }) => state === 'open')?.caseId;
  return home(parts, { kind: 'cases', heads, page, ...(active === undefined ? {} : { active }) });
}

async function openCase(parts: Parts, turn: Turn, action: ActionOf<'open-case'>): Promise<Outcome> {
  const candidates = refsFrom(action.form);
  const taken = new Set(await parts.cases.refsTaken(candidates));
  const ref = candidates.find((candidate) => !taken.has(candidate)) ?? candidates.at(-1)!;
  const done = await openDesk(parts, `case-${action.form}`, { at: turn.at, by: turn.by.id, press: pressOf(action)! }, {
    type: 'OpenCase', ref, framework: parts.content().version, mode: action.mode, name: action.name, workerName: turn.by.name, ...readYear(action.year),
    ...(action.referral.trim() === '' ? {} : { referral: action.referral }),
    ...(action.note.trim() === '' ? {} : { note: { id: `note-${action.form}`, text: action.note } }),
  });
  if (done.kind === 'not-opened') {
    return { shown: withWhole(parts, action, home(parts, { kind: 'new-case', mode: action.mode, form: action.form, name: action.name, year: action.year, referral: action.referral, note: action.note, problem: refusalText(done.reason) })) };
  }
  if (!(await isOwnCase(parts, done.desk, turn.by.id))) return { shown: noSuchCase(parts, typedWith(action)) };
  const later = typedSinceOpening(action, done.desk.events).join('\n');
  const desk = await keepUrgentWords(parts, turn, later, done.desk);
  const urgent = newlyUrgent({ desk });
  const shown = presentCase(urgent === undefined ? screenOpened(desk.reading) : { kind: 'concern', about: urgent, said: 'Kept.' }, desk.reading);
  return { shown: later === '' ? shown : withBeside(shown, home(parts, openedBefore(desk, later))), ...(urgent === undefined ? {} : owesOf(desk)) };
}

const openedBefore = ({ state: { ref } }: CaseDesk, typed: string): HomeScreen => ({ kind: 'notice', title: `${ref} was open already`, text: 'It was opened with what you had typed by then. This came later and is not in it: please add it there.', typed });

type OnCase = Extract<CardAction, { caseId: string }>;

async function pressOnCase(parts: Parts, turn: Turn, action: OnCase): Promise<Outcome> {
  const found = await loadDesk(parts, action.caseId, turn.at);
  const isOwn = found !== undefined && (await isOwnCase(parts, found, turn.by.id));
  auditView(parts, turn, action.caseId, isOwn ? 'done' : 'refused');
  if (!isOwn) return { shown: notTheirs(parts, turn, typedWith(action), found) };
  const setAside = setAsidePress(action, found);
  if (setAside) return { shown: presentCase(setAside, found.reading) };
  const desk = await keepWhatWasLeft(parts, turn, action, found);
  if (desk.state.worker !== turn.by.id || wasNotKept(action, desk)) return { shown: givenBack(parts, turn, action, desk) };
  if (action.verb === 'show') return shownFor(parts, turn, action, { found, desk });

  const press = pressOf(action) ?? (turn.message === undefined ? undefined : `${action.verb}.${turn.message}`);
  const place = 'place' in action ? (await parts.messenger.placesOf(turn.by.id)).find(({ id }) => id === action.place) : undefined;
  const asking = (current: CaseDesk): Command | undefined => commandOf(action, { desk: current, freshId: turn.freshId, at: turn.at, ...(place ? { place } : {}) });
  if (press !== undefined && desk.state.presses.has(press)) return shownAgain(parts, turn, action, { press, place, asking, desk });
  const asked = asking(desk);
  if (!asked && !staleScreen(action, desk)) return { shown: presentCase({ ...screenNow(desk.reading), problem: 'I am not in that channel any more, or you are not. Please choose another place.' }, desk.reading) };
  // Somebody else may be first: whether this card is an older one is asked again on what they left.
  const done = await act(parts, desk, { at: turn.at, by: turn.by.id, ...(press === undefined ? {} : { press }) }, (current) => (staleScreen(action, current) ? undefined : (asking(current) ?? asked)));
  if (press !== undefined && done.kind === 'done' && done.before === done.desk && done.desk.state.presses.has(press)) return shownAgain(parts, turn, action, { press, place, asking, desk: done.desk });
  return shownAfter(parts, turn, action, { asked, place, done, found });
}

type Changes = Exclude<OnCase, { verb: 'show' }>;
/** `found` is the case before the press and before what it left in its boxes. */
type Acted = { readonly asked: Command | undefined; readonly place: Place | undefined; readonly done: Done; readonly found: CaseDesk };
type Again = { readonly press: string; readonly place: Place | undefined; readonly asking: (desk: CaseDesk) => Command | undefined; readonly desk: CaseDesk };

/** The answer to the first press may have been lost, with something on it that must be read: it is given again, until somebody goes on. */
function shownAgain(parts: Parts, turn: Turn, action: Changes, { press, place, asking, desk }: Again): Promise<Outcome> | Outcome {
  const before = deskBefore(parts, desk, [press, ...pressesOfBoxes(action)]);
  const asked = before && asking(before);
  const raised = desk.events.find((event) => event.press === press && event.type === 'ConcernRaised');
  if (!before || !asked) return { shown: presentCase(screenNow(desk.reading), desk.reading), ...owesOf(desk) };
  // A concern of the worker's own got its id with the first press.
  const first = asked.type === 'RaiseConcern' && raised?.type === 'ConcernRaised' ? { ...asked, id: raised.concern } : asked;
  return shownAfter(parts, turn, action, { asked: first, place, done: { kind: 'done', desk, before }, found: before });
}

async function shownAfter(parts: Parts, turn: Turn, action: Changes, { asked, place, done, found }: Acted): Promise<Outcome> {
  if (done.desk.state.worker !== turn.by.id) return { shown: givenBack(parts, turn, action, done.desk) };
  const changed = done.kind === 'refused' || done.before !== done.desk;
  const stale = changed ? undefined : staleScreen(action, done.desk);
  const desk = stale || done.kind === 'refused' ? await keepUrgentWords(parts, turn, typedIn(action), done.desk) : done.desk;
  const { reading } = desk;
  const urgent = newlyUrgent({ desk, before: found });
  if (urgent !== undefined) return { shown: presentCase({ kind: 'concern', about: urgent, said: 'Kept.' }, reading), ...owesOf(desk) };
  if (action.verb === 'take-back') return { shown: await meantShown(parts, turn, action, desk), ...owesOf(desk) };
  if (stale || !asked) return { shown: withWhole(parts, action, presentCase(stale ?? screenNow(reading), reading)) };
  if (done.kind === 'refused') return { shown: refusedShown(parts, action, screenRefused(asked, done.reason, reading), done.reason, desk) };
  if (action.verb === 'post-plan' && place) await agreeAudience(parts, turn, place);
  const screen = (action.verb === 'confirm-words' || action.verb === 'edit-line') && place ? await previewOf(parts, reading, place) : screenAfter(asked, done);
  return { shown: presentCase(screen, reading), ...owesOf(desk) };
}

/** Whether or not the words were still there to be taken back. */
async function meantShown(parts: Parts, turn: Turn, { then }: ActionOf<'take-back'>, { reading }: CaseDesk): Promise<Shown> {
  if (then === 'help') return help(parts, turn);
  return then === 'cases' ? caseList(parts, turn) : presentCase(await screenOf(parts, turn, reading, then), reading);
}

/** The answer to the first press may have been lost before what it promised was brought out, so each says what is owed. */
const owesOf = ({ caseId, reading }: CaseDesk): { owes?: string } => (owedBy(reading).length > 0 ? { owes: caseId } : {});

/** Where no box of the card takes up what was typed, all of it is given back on a card of its own: a closed case has none at all. */
function refusedShown(parts: Parts, action: OnCase, screen: CaseScreen, reason: Refusal, { caseId, state, reading }: CaseDesk): Shown {
  const shown = presentCase(screen, reading);
  const typed = boxesWith(action, fieldsKept(action, { state }));
  if (typed.length === 0 || (reason !== 'case-is-closed' && holdsInBoxes(shown.card, typed))) return shown;
  return notKept(parts, { caseId, state }, reason, typed.join('\n'));
}

/** A box is drawn only as far as a card can hold it: longer words come back whole beside it, to be copied. */
function withWhole(parts: Parts, action: CardAction, shown: Shown): Shown {
  const long = boxesWith(action).filter((text) => text.length > mostInABox);
  if (long.length === 0) return shown;
  const whole = home(parts, { kind: 'notice', title: 'What you typed, in full', text: 'It is longer than a box can hold, and not kept yet.', typed: long.join('\n') });
  return withBeside(shown, whole);
}

const withBeside = (shown: Shown, other: Shown): Shown => ({ ...shown, rest: [...(shown.rest ?? []), { ...other, rest: [] }, ...(other.rest ?? [])] });

const notKept = (parts: Parts, { caseId, state }: Pick<CaseDesk, 'caseId' | 'state'>, reason: Refusal, typed: string): Shown =>
  home(parts, { kind: 'notice', title: `${state.ref}: that was not kept`, text: refusalText(reason), typed, caseId, rev: state.rev });

/** It was handed over, or closed, while the card was before its worker. */
const givenBack = (parts: Parts, turn: Turn, action: OnCase, desk: CaseDesk): Shown =>
  desk.state.worker === turn.by.id ? notKept(parts, desk, 'case-is-closed', typedWith(action)) : notTheirs(parts, turn, typedWith(action), desk);

/** Whose case it was until it was handed over is told so, and nothing of it. */
export function notTheirs(parts: Parts, { by }: Turn, typed: string, desk: CaseDesk | undefined): Shown {
  const had = desk?.state.handovers.findLast(({ from }) => from === by.id);
  if (!desk || !had || desk.state.worker === by.id) return noSuchCase(parts, typed);
  const text = `${had.name} handed it over on ${dayInWords(dayInLondon(had.at))}, so nothing was changed. If you know something that belongs in it, tell them. Type cases to see yours.`;
  return home(parts, { kind: 'notice', title: `${desk.state.ref} is with somebody else now`, text, ...(typed === '' ? {} : { typed }) });
}

/** A case of somebody else is answered as if it were not there: that it exists is already too much. */
const noSuchCase = (parts: Parts, typed: string): Shown =>
  home(parts, { kind: 'notice', title: 'I cannot find that case', text: 'It is not one of your open cases, so nothing was changed. Type cases to see yours.', ...(typed === '' ? {} : { typed }) });

/**
 * An answer from an older card counts as long as nobody has answered that prompt since; otherwise what it held is
 * offered again. Buttons that only lead the way do nothing when they are old.
 */
function staleScreen(action: Exclude<OnCase, { verb: 'show' }>, desk: CaseDesk): CaseScreen | undefined {
  if (!('rev' in action) || !movedSince(action, desk)) return undefined;
  if (action.verb === 'answer') {
    const then = replay(desk.events.slice(0, action.rev));
    const before = then.status === 'none' ? undefined : then.answers.get(action.prompt);
    const now = desk.state.answers.get(action.prompt);
    if (before?.at === now?.at && JSON.stringify(before) === JSON.stringify(now)) return undefined;
    const choices = action.choice === undefined ? action.choices : [...action.choice.split(','), ...action.choices];
    const typed = isAsItWas(action.words, before?.words) ? {} : { words: action.words! };
    return { kind: 'stale', rev: action.rev, prompt: action.prompt, part: action.part, choices, ...typed };
  }
  const leadsTheWay = action.verb === 'next' || action.verb === 'back' || action.verb === 'skip' || action.verb === 'park' || action.verb === 'post-plan';
  return leadsTheWay ? { ...screenNow(desk.reading), said: 'That card was an older one. Here is where things stand.' } : undefined;
}

/** What this very press left in its box changes nothing on the card either. */
function movedSince(action: Extract<OnCase, { rev: number }>, { events }: CaseDesk): boolean {
  const own = pressesOfBoxes(action);
  return events.slice(action.rev).some((event) => !leavesCardsAlone(event) && !(event.press !== undefined && own.includes(event.press)));
}

/** What stood in a box may say something that cannot wait, whatever card was asked for. */
async function shownFor(parts: Parts, turn: Turn, action: ActionOf<'show'>, { found, desk }: { readonly found: CaseDesk; readonly desk: CaseDesk }): Promise<Outcome> {
  const before = desk === found ? deskBefore(parts, desk, pressesOfBoxes(action)) : found;
  const urgent = before && newlyUrgent({ desk, before });
  const owes = desk === found ? {} : owesOf(desk);
  return { shown: urgent === undefined ? await showOf(parts, turn, desk, action) : presentCase({ kind: 'concern', about: urgent, said: 'Kept.' }, desk.reading), ...owes };
}

async function showOf(parts: Parts, turn: Turn, desk: CaseDesk, action: ActionOf<'show'>): Promise<Shown> {
  const screen = await screenOf(parts, turn, desk.reading, action.screen, action.about);
  return presentCase(screen.kind === 'edit-line' && action.place !== undefined ? { ...screen, place: action.place } : screen, desk.reading);
}

/** The screen that was asked for; one that needs to know what it is about falls back to where things stand. */
export async function screenOf(parts: Parts, turn: Turn, reading: CaseReading, screen: ActionOf<'show'>['screen'], about?: string): Promise<CaseScreen> {
  switch (screen) {
    case 'talk':
      return reading.step || reading.state.closed || reading.state.paused ? screenNow(reading) : { kind: 'talk' };
    case 'place':
      return placeOrPreview(parts, turn, reading);
    case 'readers':
      return { kind: 'readers', readers: await readersOf(parts, { caseId: reading.caseId, reading }) };
    case 'preview': {
      const place = (await placesToPost(parts, turn)).find(({ id }) => id === about);
      return place ? previewOf(parts, reading, place) : placeOrPreview(parts, turn, reading);
    }
    case 'why':
    case 'edit-line':
    case 'concern':
    case 'exit':
      return about === undefined ? screenNow(reading) : { kind: screen, about };
    case 'ring-first':
      return { kind: 'ring-first', about: about ?? '' };
    case 'observe':
      return { kind: 'observe', ...(about === undefined ? {} : { prompt: about }) };
    case 'versions':
    case 'sections':
    case 'notes':
    case 'concerns':
      return { kind: screen, ...(about === undefined ? {} : { about }) };
    default:
      return { kind: screen };
  }
}

/** Those in which plans of their team are reviewed; without a team, all that they share with the bot. */
async function placesToPost(parts: Parts, { by }: Turn): Promise<readonly Place[]> {
  const { reviewPlaces } = await authorityNow(parts, by.id);
  return (await parts.messenger.placesOf(by.id)).filter(({ id }) => reviewPlaces?.includes(id) !== false);
}

/** With one place to choose from, choosing it is not asked for. */
async function placeOrPreview(parts: Parts, turn: Turn, reading: CaseReading): Promise<CaseScreen> {
  const places = await placesToPost(parts, turn);
  const [only] = places;
  return places.length === 1 && only ? previewOf(parts, reading, only) : { kind: 'place', places };
}
