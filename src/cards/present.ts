/** Which card shows a screen. There is no default branch: a new screen without a card does not compile. */
import { dayInLondon } from '../domain/case/londonTime';
import type { CaseReading } from '../domain/analysis/caseReading';
import { openingToShow } from '../domain/case/openings';
import { asksForActivity } from '../domain/case/steps';
import { dayInWords } from '../domain/plan/days';
import { presentCases } from './casesCard';
import { presentConcern } from './concernCard';
import { presentConcerns } from './concernsCard';
import { presentEditLine } from './editLineCard';
import { shorten } from './escape';
import { presentCopy } from './copyCard';
import { presentClosed, presentExit, presentExits } from './exitCards';
import { presentFind } from './findCard';
import { presentFirstVisit, presentReply } from './firstVisitCard';
import { presentRingFirst } from './ringFirstCard';
import { presentGate } from './gateCard';
import { presentHelp } from './helpCard';
import { presentHoldReview } from './holdReviewCard';
import { presentNewCase } from './newCaseCard';
import { presentNotes } from './notesCard';
import { presentNotice, presentRest } from './noticeCard';
import { presentObserve } from './observeCard';
import { presentOptions } from './optionsCard';
import { presentPause, presentPaused } from './pauseCards';
import { presentPerson } from './personCard';
import { presentPlace } from './placeCard';
import { presentPlan } from './planCard';
import { presentPosted } from './postedCard';
import { presentPreview } from './previewCard';
import { presentProcess } from './processCard';
import { presentPrompt } from './promptCard';
import type { AdaptiveCard } from './registry';
import type { CaseScreen, HomeDesk, HomeScreen } from './screen';
import { presentSearch } from './searchCard';
import { presentReaders } from './readersCard';
import { presentSections } from './sectionsCard';
import { setAsideNotice } from './setAsideCard';
import type { Shown } from './shown';
import { presentStale } from './staleCard';
import { presentSummary } from './summaryCard';
import { presentTalkDone } from './talkDoneCard';
import { presentTier } from './tierCard';
import { presentVersions } from './versionsCard';
import { presentWelcome } from './welcomeCard';
import { presentWhy } from './whyCard';
import { presentWorried } from './worriedCard';

export function presentHome(screen: HomeScreen, desk: HomeDesk): Shown {
  const summary = homeSummaries[screen.kind];
  const shown = (card: AdaptiveCard): Shown => ({ card, summary });
  switch (screen.kind) {
    case 'welcome':
      return shown(presentWelcome(screen, desk));
    case 'help':
      return shown(presentHelp(screen, desk));
    case 'new-case':
      return shown(presentNewCase(screen));
    case 'find':
      return shown(presentFind(screen));
    case 'cases':
      return shown(presentCases(screen, desk));
    case 'notice':
      return { ...shown(presentNotice(screen)), ...restOf(screen, summary) };
  }
}

export function presentCase(screen: CaseScreen, reading: CaseReading): Shown {
  const hasDrawings = screen.kind === 'summary' || screen.kind === 'process';
  const [summary, opened] = [caseSummaries[screen.kind], withOpening(screen, reading)];
  const setAside = setAsideNotice(opened, reading);
  if (setAside) return { card: presentNotice(setAside), summary, caseId: reading.caseId, ...restOf(setAside, summary) };
  return { card: cardOf(opened, reading), summary, caseId: reading.caseId, ...(hasDrawings ? { hasDrawings } : {}) };
}

function restOf(notice: Parameters<typeof presentRest>[0], summary: string): Pick<Shown, 'rest'> {
  const rest = presentRest(notice).map((card) => ({ card, summary }));
  return rest.length === 0 ? {} : { rest };
}

/** That somebody else read the case stands on the next card, whichever that is. */
function withOpening(screen: CaseScreen, { state }: CaseReading): CaseScreen {
  const opening = openingToShow(state);
  if (opening === undefined) return screen;
  const told = `${shorten(opening.name, 40)} read this case on ${dayInWords(dayInLondon(opening.at))}`;
  if (screen.said !== undefined) return { ...screen, said: `${told}. ${shorten(screen.said, 70)}` };
  return { ...screen, said: opening.reason === undefined ? `${told}.` : `${told}: ${shorten(opening.reason, 70)}` };
}

type Presents<Kind extends CaseScreen['kind']> = (reading: CaseReading, screen: Extract<CaseScreen, { kind: Kind }>) => AdaptiveCard;

/** One entry a kind of screen: a kind without one does not compile. */
const presenters: { readonly [Kind in CaseScreen['kind']]: Presents<Kind> } = {
  talk: (reading, screen) => presentTalk(screen, reading),
  sections: presentSections,
  observe: presentObserve,
  summary: presentSummary,
  process: presentProcess,
  why: presentWhy,
  options: presentOptions,
  search: presentSearch,
  plan: presentPlan,
  'edit-line': presentEditLine,
  gate: presentGate,
  place: presentPlace,
  preview: presentPreview,
  posted: presentPosted,
  worried: presentWorried,
  concern: presentConcern,
  concerns: presentConcerns,
  notes: presentNotes,
  pause: presentPause,
  paused: presentPaused,
  exits: presentExits,
  exit: presentExit,
  closed: presentClosed,
  versions: presentVersions,
  copy: presentCopy,
  'first-visit': presentFirstVisit,
  'ring-first': presentRingFirst,
  reply: presentReply,
  'hold-review': presentHoldReview,
  person: presentPerson,
  tier: presentTier,
  readers: presentReaders,
  stale: presentStale,
};

function cardOf(screen: CaseScreen, reading: CaseReading): AdaptiveCard {
  // The entry is the one for this kind, which the compiler cannot follow through the index.
  const present = presenters[screen.kind] as (reading: CaseReading, screen: CaseScreen) => AdaptiveCard;
  return present(reading, screen);
}

/** The card of the conversation that is due; the ways on when nothing is. */
function presentTalk(screen: Extract<CaseScreen, { kind: 'talk' }>, reading: CaseReading): AdaptiveCard {
  const { step } = reading;
  if (!step) return presentTalkDone(reading, screen);
  if (asksForActivity(step)) return presentOptions(reading, { ...screen, kind: 'options' });
  return presentPrompt(reading, step, { ...(screen.typed === undefined ? {} : { words: screen.typed }), ...(screen.choices === undefined ? {} : { choices: screen.choices }) }, screen);
}

const homeSummaries: Readonly<Record<HomeScreen['kind'], string>> = {
  welcome: 'Ready when you are',
  help: 'What you can type',
  'new-case': 'A new case',
  find: 'Activities',
  cases: 'Your cases',
  notice: 'Please have a look',
};

/** What a notification says: which card it is, never anything about the person. */
const caseSummaries: Readonly<Record<CaseScreen['kind'], string>> = {
  talk: 'Next prompt',
  sections: 'Everything in the conversation',
  observe: 'What you noticed',
  summary: 'Where things stand',
  process: 'Where the case is on its way',
  why: 'Where this comes from',
  options: 'What fits',
  search: 'What was found',
  plan: 'The plan so far',
  'edit-line': 'Change a line of the plan',
  gate: 'What would make the plan complete',
  place: 'Where to post the plan',
  preview: 'What will be posted',
  posted: 'The plan is on its way',
  worried: 'What worries you',
  concern: 'Please have a look',
  concerns: 'Please have a look',
  notes: 'Your note',
  pause: 'Pause',
  paused: 'Paused',
  exits: 'Ways to end',
  exit: 'Ending the case',
  closed: 'Closed',
  versions: 'Versions of the plan',
  copy: 'Their copy of the plan',
  'first-visit': 'The first visit',
  'ring-first': 'Ring first',
  reply: 'What they answered',
  'hold-review': 'Looking at it together',
  person: 'The name',
  tier: 'Who leads',
  readers: 'Who can see',
  stale: 'That card is an older one',
};
