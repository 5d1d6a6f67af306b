/** Every card of the conversation, with typical data and with the worst that can come in. */
import { readText } from '../../../src/domain/reading/readText';
import { presentCase, presentHome } from '../../../src/cards/present';
import { presentPrompt } from '../../../src/cards/promptCard';
import type { AdaptiveCard } from '../../../src/cards/registry';
import type { CaseScreen, HomeScreen } from '../../../src/cards/screen';
import { searchActivities, type SearchReading } from '../../../src/domain/activities/searchActivities';
import type { CaseReading } from '../../../src/domain/analysis/caseReading';
import type { CaseHead } from '../../../src/domain/case/head';
import { cardsOf } from '../../../src/domain/case/steps';
import { answered, content, endless, happened, nasty, opened, phoneEvents, readingOf, typicalEvents, wentTo, worstEvents } from './people';
import { readOtherwise } from '../../support/readOtherwise';

export type Samples = Readonly<Record<string, { readonly typical: AdaptiveCard; readonly worst: AdaptiveCard }>>;

const typical = readingOf(...typicalEvents);
const worst = readingOf(...worstEvents);
const screen = (kind: CaseScreen, reading: CaseReading): AdaptiveCard => presentCase(kind, reading).card;
const home = (kind: HomeScreen): AdaptiveCard => presentHome(kind, { content }).card;

const looked = (words: string, from = 0): SearchReading => searchActivities({ words, from, activities: typical.catalogue.activities, concepts: content.concepts(), today: '2026-11-02' });

const head = (index: number, more: Partial<CaseHead> = {}): CaseHead => ({ caseId: `case-0b54f2de-8c11-4b7e-9f0d-3f6f6f2b6a${10 + index}`, rev: 40, ref: `WREN-${200 + index}`, name: 'Mrs K', worker: 'wren', state: 'open', stage: 'conversation', touchedAt: '2026-11-01T10:00:00.000Z', activeAt: '2026-11-01T10:00:00.000Z', openConcerns: 0, owes: false, ...more });
const manyHeads = Array.from({ length: 60 }, (_, index) => head(index, { name: index % 2 ? nasty : endless, state: index % 3 === 0 ? 'open' : index % 3 === 1 ? 'paused' : 'closed', openConcerns: index % 4, owes: true, reviewOn: '2026-12-15' }));

const homes: Samples = {
  welcome: { typical: home({ kind: 'welcome', cases: 0, local: false }), worst: home({ kind: 'welcome', cases: 61, local: true, typed: endless }) },
  'welcome-urgent': {
    typical: home({ kind: 'welcome', cases: 1, local: false, typed: 'She has just taken all her tablets', urgent: readText('She has just taken all her tablets', content.lexicon)[0]! }),
    worst: home({ kind: 'welcome', cases: 61, local: true, roles: { supervises: true, administers: true, manages: true }, typed: endless, urgent: readText(`${endless} She has just taken all her tablets, ${nasty}`, content.lexicon)[0]! }),
  },
  find: { typical: home({ kind: 'find', today: '2026-11-02', search: looked('singing or walking') }), worst: home({ kind: 'find', today: '2026-11-02', search: looked(`gardening singing walking ${endless}`, 3) }) },
  'find-start': { typical: home({ kind: 'find', today: '2026-11-02' }), worst: home({ kind: 'find', today: '2026-11-02', typed: endless, search: looked(endless) }) },
  help: { typical: home({ kind: 'help' }), worst: home({ kind: 'help', roles: { supervises: true, administers: true, manages: true } }) },
  'new-case': {
    typical: home({ kind: 'new-case', mode: 'together', form: 'fresh-1' }),
    worst: home({ kind: 'new-case', mode: 'notes', form: 'fresh-1', name: nasty, year: 'nineteen', referral: endless, note: endless, problem: 'Please write the year of birth with four digits, such as 1950, or leave it empty.' }),
  },
  cases: {
    typical: home({ kind: 'cases', active: head(0).caseId, heads: [head(0), head(1, { name: 'Mr O', stage: 'plan', openConcerns: 1 }), head(2, { name: 'J', state: 'paused', stage: 'options' }), head(3, { name: 'Dee', state: 'closed', stage: 'ending' }), head(4, { setAside: 'restricted', openConcerns: 1 })] }),
    worst: home({ kind: 'cases', heads: manyHeads }),
  },
  'more cases': { typical: home({ kind: 'cases', page: 1, heads: manyHeads.slice(0, 40).map((each) => ({ ...each, name: 'Mrs K' })) }), worst: home({ kind: 'cases', page: 2, heads: manyHeads }) },
  notice: {
    typical: home({ kind: 'notice', title: 'That card is from an older version', text: 'Nothing was changed. Type cases to go on with a case, or help to see what I can do.' }),
    worst: home({ kind: 'notice', title: nasty, text: endless, typed: endless, caseId: 'case-1', rev: 3 }),
  },
  'notice-shared': {
    typical: home({ kind: 'notice', shared: true, title: 'Plans can be reviewed here', text: 'Link workers can now post action plans here for review.', offers: 'safety-here' }),
    worst: home({ kind: 'notice', shared: true, title: nasty, text: endless, offers: 'stop-safety' }),
  },
};

const note = 'She fell on the wet step in June. Her sister Jean rings every Sunday. She used to have an allotment and misses it. The bus stops at the door. Money is tight. She sleeps badly. Her dog died in spring.';
const noted = (text: string): CaseReading => readingOf(opened({ mode: 'notes' }), happened<'NotePasted'>({ type: 'NotePasted', note: 'note-1', text }));
const observed = happened<'ObservationRecorded'>({ type: 'ObservationRecorded', prompt: 'PC2', words: 'She holds on to the table when she stands up.' });
const raised = (words: string) => happened<'ConcernRaised'>({ type: 'ConcernRaised', concern: 'worker-1', code: 'F28', urgency: 'TODAY', words });
const owned = happened<'ConcernOwned'>({ type: 'ConcernOwned', concern: 'worker-1', owner: nasty, action: endless, route: 'by phone' });
const talkedOut = (reading: CaseReading): CaseReading => readOtherwise(reading, { step: undefined });
const tablets = answered('PV1', [], 'My garden. I took all my tablets this morning.');
const seen = (words: string) => happened<'ObservationRecorded'>({ type: 'ObservationRecorded', words });
/** Words in every grade: raised, noted because they are another's or long past, and denied. */
const graded = readingOf(...typicalEvents, tablets, seen('Her brother took an overdose last year.'), seen('She denies any thoughts of suicide.'), seen('Her ex used to hit her, years ago.'));
const gradedWorst = readingOf(...worstEvents, answered('OP4', [], `I took all my tablets this morning. ${endless}`), seen(`${endless.slice(0, 400)} her brother took an overdose last year`), seen(`${endless.slice(0, 400)} she denies any thoughts of suicide`), raised(endless), owned);
const grade = (reading: CaseReading, name: 'noted' | 'denied'): string => reading.noted.find((concern) => concern.grade === name)?.id ?? 'none';
const written = (concern: string, words: string) => happened<'EscalationRecorded'>({ type: 'EscalationRecorded', concern, said: words, seen: words, wants: words, consent: words, where: words, time: 'half past two', after: words });
const doneBy = (concern: string, words: string, action = words) => happened<'ConcernOwned'>({ type: 'ConcernOwned', concern, owner: words, action, route: 'by phone' });
const first = (reading: CaseReading): string => reading.concerns[0]!.id;
const closed = (reason: string) => happened<'CaseClosed'>({ type: 'CaseClosed', exit: 'E', reason, told: 'Dr Patel', offered: 'a card with how to come back' });

const screens: Samples = {
  talk: { typical: screen({ kind: 'talk', said: 'Kept.' }, typical), worst: screen({ kind: 'talk', problem: 'Two of these do not go together. Please keep one of them.', typed: endless, said: `Kept: \u201c${endless}\u201d` }, worst) },
  'talk-done': { typical: presentCase({ kind: 'talk' }, talkedOut(typical)).card, worst: presentCase({ kind: 'talk', problem: nasty }, talkedOut(worst)).card },
  sections: { typical: screen({ kind: 'sections' }, typical), worst: screen({ kind: 'sections', said: endless, problem: nasty }, worst) },
  observe: { typical: screen({ kind: 'observe', prompt: 'PC2' }, readingOf(...typicalEvents, observed)), worst: screen({ kind: 'observe', problem: 'Please write a few words first.', typed: endless }, readingOf(...worstEvents, ...Array.from({ length: 9 }, () => happened<'ObservationRecorded'>({ type: 'ObservationRecorded', words: endless })))) },
  notes: { typical: screen({ kind: 'notes' }, noted(note)), worst: screen({ kind: 'notes', said: endless }, noted(`${endless}\n${note} `.repeat(6))) },
  'notes-move': { typical: screen({ kind: 'notes', about: 'note-1:0' }, noted(note)), worst: screen({ kind: 'notes', about: 'note-1:0' }, noted(endless)) },
  'notes-paste': { typical: screen({ kind: 'notes' }, typical), worst: screen({ kind: 'notes', typed: endless, problem: nasty }, worst) },
  worried: { typical: screen({ kind: 'worried' }, typical), worst: screen({ kind: 'worried', typed: endless, problem: 'Please say who takes it on, and what they will do.' }, worst) },
  concern: { typical: screen({ kind: 'concern', about: first(typical) }, typical), worst: screen({ kind: 'concern', about: first(worst), problem: nasty, typed: endless }, worst) },
  'concern-waits': { typical: screen({ kind: 'concern', about: 'worker-1' }, readingOf(...typicalEvents, raised('He went quiet when his son came in.'), { ...owned, owner: 'Dr Patel', action: 'rings her this afternoon' } as typeof owned)), worst: screen({ kind: 'concern', about: 'worker-1' }, readingOf(...worstEvents, raised(endless), owned)) },
  'concern-now': { typical: screen({ kind: 'concern', about: 'F01-NOW', said: 'Kept.' }, graded), worst: screen({ kind: 'concern', about: 'F01-NOW', problem: nasty, fields: { owner: nasty, action: nasty, where: nasty, said: endless } }, gradedWorst) },
  'concern-done': {
    typical: screen({ kind: 'concern', about: 'F01-NOW' }, readingOf(...typicalEvents, tablets, doneBy('F01-NOW', 'Dr Patel', 'sends an ambulance and rings her now'), written('F01-NOW', 'She is at home, in the kitchen.'))),
    worst: screen({ kind: 'concern', about: 'F02-NOW' }, readingOf(...worstEvents, doneBy('F02-NOW', nasty), written('F02-NOW', endless))),
  },
  noted: { typical: screen({ kind: 'concern', about: grade(graded, 'noted') }, graded), worst: screen({ kind: 'concern', about: grade(gradedWorst, 'noted'), problem: nasty, typed: endless }, gradedWorst) },
  'noted-denied': { typical: screen({ kind: 'concern', about: grade(graded, 'denied') }, graded), worst: screen({ kind: 'concern', about: grade(gradedWorst, 'denied'), problem: nasty, typed: endless }, gradedWorst) },
  'concern-gone': { typical: screen({ kind: 'concern', about: 'nobody' }, typical), worst: screen({ kind: 'concern', about: nasty }, worst) },
  concerns: { typical: screen({ kind: 'concerns' }, graded), worst: screen({ kind: 'concerns' }, gradedWorst) },
  'concerns-further': { typical: screen({ kind: 'concerns', about: 'noted@0' }, graded), worst: screen({ kind: 'concerns', about: 'open@0', problem: nasty }, gradedWorst) },
  'talk-noted': { typical: screen({ kind: 'talk' }, readingOf(opened(), answered('OP1', ['private']), seen('She denies any thoughts of suicide.'))), worst: screen({ kind: 'talk', typed: endless }, gradedWorst) },
  pause: { typical: screen({ kind: 'pause' }, typical), worst: screen({ kind: 'pause', problem: nasty }, worst) },
  paused: { typical: screen({ kind: 'paused' }, readingOf(...typicalEvents, happened<'CasePaused'>({ type: 'CasePaused', until: '2026-11-05' }))), worst: screen({ kind: 'paused' }, readingOf(...worstEvents, happened<'CasePaused'>({ type: 'CasePaused' }))) },
  exits: { typical: screen({ kind: 'exits' }, typical), worst: screen({ kind: 'exits', problem: nasty }, readingOf(...worstEvents, answered('OP2', ['notes:no']))) },
  exit: { typical: screen({ kind: 'exit', about: 'P' }, typical), worst: screen({ kind: 'exit', about: 'E', typed: endless, problem: 'Please write the reason in a few words.' }, worst) },
  closed: { typical: screen({ kind: 'closed' }, readingOf(...typicalEvents, closed('\u201cI can go on by myself now.\u201d'))), worst: screen({ kind: 'closed' }, readingOf(...worstEvents, closed(endless))) },
  person: { typical: screen({ kind: 'person' }, typical), worst: screen({ kind: 'person', typed: endless, problem: nasty }, worst) },
  stale: { typical: screen({ kind: 'stale', rev: 1, prompt: 'PC2', part: 'falls', choices: ['near-fall'], words: 'Only a stumble.' }, typical), worst: screen({ kind: 'stale', rev: 1, choices: [], words: endless }, worst) },
};

/** Every card of every prompt as it stands when it is opened: unanswered with the typical person, answered with the worst. */
export const promptSamples: Samples = Object.fromEntries(
  content.framework.prompts.flatMap((prompt) =>
    cardsOf(prompt).map((parts, index) => {
      const place = wentTo(prompt.id, parts[0]!.id);
      const step = { prompt, parts };
      const fullest = prompt.parts.flatMap((part) => (part.kind === 'many' ? part.options.filter(({ alone }) => !alone).map(({ id }) => id) : part.kind === 'one' ? [part.options[0]!.id] : part.kind === 'grid' ? part.rows.map(({ id }) => `${id}:${part.columns[0]!.id}`) : part.kind === 'scale' ? [String(part.to)] : part.kind === 'day' ? ['on:2026-11-09'] : []));
      const taken = readingOf(...worstEvents, answered('OC7', [], endless), answered(prompt.id, fullest, endless), place);
      const events = prompt.id === 'AP1' ? [...phoneEvents, answered('OC7', [], 'Get my hands in the soil again, with somebody beside me.')] : phoneEvents;
      return [`prompt-${prompt.id}-${index + 1}`, { typical: presentPrompt(readingOf(...events, place), step), worst: presentPrompt(taken, step, { words: endless }, { problem: 'Two of these do not go together. Please keep one of them.', said: endless }) }];
    }),
  ),
);

export const conversation: Samples = { ...homes, ...screens, ...promptSamples };
