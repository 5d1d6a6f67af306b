/** Every card that comes out of a conversation: where the person stands, what fits, the plan, and its review. */
import { presentCase } from '../../../src/cards/present';
import { presentReview } from '../../../src/cards/presentReview';
import type { AdaptiveCard } from '../../../src/cards/registry';
import { presentSafetyNotice, type SafetyDesk } from '../../../src/cards/safetyNoticeCard';
import type { CaseScreen, ReviewDesk, ReviewScreen } from '../../../src/cards/screen';
import type { CaseReading } from '../../../src/domain/analysis/caseReading';
import type { Place, CaseEvent } from '../../../src/domain/case/event';
import { planSafetyOf } from '../../../src/domain/analysis/safetyAction';
import { takenBackSince } from '../../../src/domain/plan/draftSharing';
import { freezePlan } from '../../../src/domain/plan/freezePlan';
import { unconfirmedIn } from '../../../src/domain/plan/unconfirmed';
import type { Samples } from './conversation';
import { answered, endless, happened, nasty, opened, readingAmong, readingOf, sparse, worstEvents } from './people';
import { readOtherwise } from '../../support/readOtherwise';

/** Mrs K of the guide's worked example; invented. */
export const mrsK: readonly CaseEvent[] = [
  opened(),
  answered('OP1', ['private']),
  answered('OP2', ['notes:yes', 'supervisor:yes', 'gp:yes', 'provider:yes', 'relative:ask']),
  answered('OP3', ['large-print'], 'She hears better on the left.'),
  answered('OP4', [], 'Since the fall I hardly go out. I would like my days to have something in them.'),
  answered('PV1', [], 'My garden. And not being a burden.'),
  answered('PV2', ['practical', 'patient'], 'I grew all our vegetables for thirty years.'),
  answered('PV3', ['growing:used-to', 'music:used-to', 'open-to-ideas']),
  answered('PV4', ['4'], 'I rang once and nobody rang back.'),
  answered('PV5', ['nobody-got-back']),
  answered('PH2', ['nobody', 'best-afternoon', 'hardest-evening'], 'Up at seven, tea, the wireless. From four it is long.'),
  answered('PC1', ['pain:long-standing']),
  answered('PC2', ['one-fall'], 'On the wet step, in June.'),
  answered('PC4', ['low-some-days', 'a-bit']),
  answered('PC5', ['no']),
  answered('ES1', ['family'], 'My daughter rings on Sundays. She is ninety miles off.'),
  answered('ES4', ['yes']),
  answered('EP3', ['bus', 'afternoon', 'daylight-only', 'minutes-20']),
  answered('EE1', ['yes']),
  answered('OC4', ['small', 'outdoors', 'regular', 'doing', 'gentle']),
  answered('OC6', ['people', 'joy', 'useful']),
  answered('OC7', [], 'Get my hands in the soil again, with somebody beside me.'),
];
const owned = happened<'ConcernOwned'>({ type: 'ConcernOwned', concern: 'F10-SOON', owner: 'Dr Patel', action: 'sees her about the fall this week', route: 'by phone' });
const talkedThrough = readingOf(...mrsK, owned);
const garden = talkedThrough.options().options[0]?.activity;

/** Sure enough, with everything that the gate asks for. */
export const planned: readonly CaseEvent[] = [
  ...mrsK,
  owned,
  ...(garden ? [happened<'OptionChosen'>({ type: 'OptionChosen', activity: garden.id, name: garden.name, catalogue: 'sample' }), answered('AP2', [`activity:${garden.id}`])] : []),
  answered('AP1', ['goal:1', '9']),
  answered('AP3', ['meet', 'by-link-worker', 'on:2026-11-10']),
  answered('AP4', [], 'If it rains, then I ring the garden and go on Thursday.'),
  answered('AP5', ['8']),
  answered('AP6', ['on:2026-11-23', 'gp:yes', 'provider:yes', 'relative:ask', 'large-print', 'ring-family', 'ring-gp', 'ring-111-mental-health']),
];
const aside = happened<'CaseRestricted'>({ type: 'CaseRestricted', reason: 'She says that the fall is wrong' });
const erasing = happened<'ErasureBegun'>({ type: 'ErasureBegun', why: 'asked', reason: 'She asked for it' });
const unfinished = planned.slice(0, -2);
const channel: Place = { id: 'review', name: 'Plan review', kind: 'channel' };
const nastyPlace: Place = { id: 'nasty', name: endless, kind: 'group' };

/** Everything answered with far too much, then worded anew with more. */
const worstPlanned: readonly CaseEvent[] = [
  ...worstEvents,
  answered('OP2', ['notes:yes', 'supervisor:yes', 'gp:no', 'provider:ask', 'relative:ask']),
  answered('PV2', ['practical', 'creative', 'good-listener', 'organised', 'funny', 'patient', 'other'], endless),
  answered('PV3', ['making:now', 'music:used-to', 'moving:curious', 'growing:now', 'food:now'], endless),
  answered('PV4', ['0'], endless),
  answered('PH2', ['not-getting-up', 'nights-and-days', 'no-meals', 'nobody', 'best-night', 'hardest-morning'], endless),
  answered('PC1', ['pain:worse', 'breath:sudden', 'tiredness:new', 'sleep:worse', 'seeing:worse', 'hearing:worse', 'moving:worse'], endless),
  answered('ES1', ['no-one'], endless),
  answered('EP1', ['cold-or-damp', 'unsafe', 'hard-to-move-around', 'too-full', 'cannot-afford', 'sharing-or-crowded'], endless),
  answered('EP3', ['walk', 'daylight-only', 'minutes-10']),
  answered('EE1', ['often-not'], endless),
  answered('OC1', ['washing:not-done', 'dressing:struggle', 'meals:not-done'], endless),
  answered('OC4', ['alone', 'indoors', 'drop-in', 'doing', 'gentle']),
  answered('OC6', ['calm', 'joy', 'useful']),
  answered('OC7', [], Array.from({ length: 5 }, () => endless).join('\n')),
  answered('AP1', ['goal:1', '10']),
  answered('AP3', ['meet', 'call-before', 'taster', 'travel', 'with-someone', 'by-link-worker', 'on:2026-11-10'], endless),
  answered('AP4', [], `${endless}\n${endless}`),
  answered('AP5', ['1'], endless),
  happened<'OptionChosen'>({ type: 'OptionChosen', activity: garden?.id ?? 'none', name: garden?.name ?? 'none', catalogue: 'sample' }),
  answered('AP2', [`activity:${garden?.id ?? 'none'}`], endless),
  happened<'PlanEdited'>({ type: 'PlanEdited', edits: ['new-goal', 'new-step', 'new-step.when', 'new-step', 'new-step.who', 'new-strength', 'new-if-then', 'new-other', 'new-harder', 'new-adjustment', ...Array.from({ length: 8 }, () => 'new-step')].map((target) => ({ target, text: endless })) }),
];

const sent = (events: readonly CaseEvent[], place = channel): CaseEvent => happened<'PlanSubmitted'>({ type: 'PlanSubmitted', place, plan: freezePlan(readingOf(...events)) });
const posted = (version: number): CaseEvent => happened<'PlanPosted'>({ type: 'PlanPosted', version, message: `message-${version}` });
const failed = (reason: string, final?: true): CaseEvent => happened<'PostFailed'>({ type: 'PostFailed', version: 1, reason, ...(final ? { final } : {}) });
const change = (line: string, words: string, version = 1): CaseEvent => happened<'ChangeAsked'>({ type: 'ChangeAsked', version, reviewer: 'Sam Okafor', line, words });
const agreed = (version: number): CaseEvent => happened<'PlanAgreed'>({ type: 'PlanAgreed', version, reviewer: 'Sam Okafor' });
const edited = (target: string, text: string | null): CaseEvent => happened<'PlanEdited'>({ type: 'PlanEdited', edits: [{ target, text }] });

const waiting: readonly CaseEvent[] = [...planned, sent(planned)];
const inChannel: readonly CaseEvent[] = [...waiting, posted(1)];
const asked: readonly CaseEvent[] = [...inChannel, change('goal-1', 'Could the first time be one hour only? She was tired after the fall clinic.')];
const reworded: readonly CaseEvent[] = [...asked, edited('goal-1', 'Get my hands in the soil again, one hour, with somebody beside me.'), edited('new-step', 'Ring her the evening before'), edited('new-step.who', 'link worker'), edited('new-step.when', 'Monday evening')];
const second: readonly CaseEvent[] = [...reworded, sent(reworded), posted(2)];
const done: readonly CaseEvent[] = [...second, agreed(2)];

const worstSent: readonly CaseEvent[] = [...worstPlanned, sent(worstPlanned, nastyPlace), posted(1), change('goal-1', endless), ...['goal-new-1', 'step-new-1', 'step-new-2', 'step-new-3', 'step-new-4', 'step-new-5', 'harder-new-1'].map((target) => edited(target, `Other words. ${endless}`))];
const worstSecond: readonly CaseEvent[] = [...worstSent, sent(worstSent, nastyPlace), posted(2), happened<'TakenToSupervision'>({ type: 'TakenToSupervision', version: 2, reviewer: nasty, words: endless })];

const of = (kind: CaseScreen, reading: CaseReading): AdaptiveCard => presentCase(kind, reading).card;
const worst = readingOf(...worstPlanned);
const plan = readingOf(...planned);
const worstLine = 'step-new-1';
const noOptions = readOtherwise(talkedThrough, { options: () => ({ options: [], nearly: talkedThrough.options().nearly, notOffered: [], nothingFits: true }) });
const looked = (words: string, from = 0): CaseEvent => happened<'ActivitiesSearched'>({ type: 'ActivitiesSearched', words, from });
const toldOfBingo = answered('PV3', ['growing:used-to'], 'I hate knitting.');
const held: CaseReading = { ...talkedThrough, options: () => ({ options: [], nearly: [], notOffered: [], nothingFits: false, heldBack: 'The mental health team leads for now.' }) };
const preview = (reading: CaseReading, place: Place): CaseScreen => ({ kind: 'preview', place, details: unconfirmedIn(reading) });
const openConcern = readingOf(...mrsK);

const standing: Samples = {
  summary: { typical: of({ kind: 'summary' }, talkedThrough), worst: of({ kind: 'summary', said: endless, problem: nasty }, worst) },
  'summary-start': { typical: of({ kind: 'summary' }, readingOf(opened())), worst: of({ kind: 'summary' }, readingOf(...worstEvents)) },
  'summary-open-concern': { typical: of({ kind: 'summary' }, openConcern), worst: of({ kind: 'summary' }, readingOf(...worstEvents)) },
  'summary-agreed': { typical: of({ kind: 'summary' }, readingOf(...done)), worst: of({ kind: 'summary' }, readingOf(...worstSecond)) },
  process: { typical: of({ kind: 'process' }, talkedThrough), worst: of({ kind: 'process', problem: nasty }, readingOf(...worstSecond)) },
  'process-closed': { typical: of({ kind: 'process' }, readingOf(...mrsK, happened<'CaseClosed'>({ type: 'CaseClosed', exit: 'W', reason: 'She moved on.' }))), worst: of({ kind: 'process' }, readingOf(...worstEvents)) },
  'why-side': { typical: of({ kind: 'why', about: 'side:environment' }, talkedThrough), worst: of({ kind: 'why', about: 'side:person' }, worst) },
  'why-fit': { typical: of({ kind: 'why', about: 'fit:pe' }, plan), worst: of({ kind: 'why', about: 'fit:po' }, worst) },
  'why-option': { typical: of({ kind: 'why', about: `option:${garden?.id ?? ''}` }, talkedThrough), worst: of({ kind: 'why', about: `option:${nasty}` }, worst) },
  'why-line': { typical: of({ kind: 'why', about: 'line:goal-1' }, plan), worst: of({ kind: 'why', about: 'line:goal-1' }, worst) },
  'why-tier': { typical: of({ kind: 'why', about: 'tier' }, talkedThrough), worst: of({ kind: 'why', about: 'tier' }, worst) },
  tier: { typical: of({ kind: 'tier' }, talkedThrough), worst: of({ kind: 'tier', typed: endless, problem: 'Please write the reason in a few words.' }, worst) },
  options: { typical: of({ kind: 'options' }, talkedThrough), worst: of({ kind: 'options', problem: nasty, said: endless }, readingOf(...worstPlanned.filter((event) => event.type !== 'PromptAnswered' || !['PC4', 'PC5'].includes(event.prompt)))) },
  search: { typical: of({ kind: 'search' }, readingOf(...mrsK, owned, looked('something with animals or plants on a Tuesday'))), worst: of({ kind: 'search', problem: nasty, said: endless }, readingOf(...worstEvents, looked(`gardening choir walking cooking ${endless}`))) },
  'search-start': { typical: of({ kind: 'search' }, talkedThrough), worst: of({ kind: 'search', problem: 'Please write a few words first.' }, worst) },
  'search-nothing': { typical: of({ kind: 'search' }, readingOf(...mrsK, owned, looked('an observatory'))), worst: of({ kind: 'search' }, readingOf(...worstEvents, looked(endless))) },
  'search-shut': { typical: of({ kind: 'search' }, readingOf(...mrsK, toldOfBingo, owned, looked('knitting or exercise'))), worst: of({ kind: 'search', problem: nasty }, readingOf(...mrsK, looked('knitting or exercise', 3))) },
  'options-nothing-fits': { typical: of({ kind: 'options' }, noOptions), worst: of({ kind: 'options' }, readOtherwise(worst, { options: noOptions.options })) },
  'options-sparse': { typical: of({ kind: 'options' }, readingAmong(sparse, ...mrsK, owned)), worst: of({ kind: 'options' }, readingAmong(sparse, ...worstEvents)) },
  'search-sparse': { typical: of({ kind: 'search' }, readingAmong(sparse, ...mrsK, owned, looked('gardening or singing on a Tuesday'))), worst: of({ kind: 'search' }, readingAmong(sparse, ...worstEvents, looked('gardening or singing on a Tuesday', 3))) },
  'options-held': { typical: of({ kind: 'options' }, held), worst: of({ kind: 'options' }, worst) },
};

const planning: Samples = {
  plan: { typical: of({ kind: 'plan' }, plan), worst: of({ kind: 'plan', said: endless, problem: nasty }, worst) },
  'plan-unfinished': { typical: of({ kind: 'plan' }, readingOf(...unfinished)), worst: of({ kind: 'plan' }, readingOf(opened())) },
  gate: { typical: of({ kind: 'gate' }, readingOf(...unfinished)), worst: of({ kind: 'gate', problem: nasty }, readingOf(opened())) },
  'edit-goal': { typical: of({ kind: 'edit-line', about: 'goal-1' }, plan), worst: of({ kind: 'edit-line', about: worstLine, typed: endless, problem: nasty }, worst) },
  'edit-step': { typical: of({ kind: 'edit-line', about: `step-${garden?.id ?? ''}` }, plan), worst: of({ kind: 'edit-line', about: `${worstLine}.who` }, worst) },
  'edit-when': { typical: of({ kind: 'edit-line', about: `step-${garden?.id ?? ''}.when` }, plan), worst: of({ kind: 'edit-line', about: `${worstLine}.when` }, worst) },
  'edit-block': { typical: of({ kind: 'edit-line', about: 'block:strengths' }, plan), worst: of({ kind: 'edit-line', about: 'block:steps' }, worst) },
  'edit-review': { typical: of({ kind: 'edit-line', about: 'review' }, plan), worst: of({ kind: 'edit-line', about: 'review', typed: nasty }, worst) },
  'edit-confidence': { typical: of({ kind: 'edit-line', about: `step-${garden?.id ?? ''}.confidence` }, plan), worst: of({ kind: 'edit-line', about: nasty }, worst) },
  'edit-new': { typical: of({ kind: 'edit-line', about: 'new-step' }, plan), worst: of({ kind: 'edit-line', about: 'nothing-raised', typed: endless }, worst) },
  place: { typical: of({ kind: 'place', places: [channel, { id: 'chat', name: 'Wren and Sam', kind: 'group' }] }, plan), worst: of({ kind: 'place', places: Array.from({ length: 40 }, (_, index) => ({ ...nastyPlace, id: `place-${index}` })) }, worst) },
  'place-none': { typical: of({ kind: 'place', places: [] }, plan), worst: of({ kind: 'place', places: [], problem: nasty }, worst) },
  preview: { typical: of(preview(plan, channel), plan), worst: of({ kind: 'preview', place: nastyPlace, details: Array.from({ length: 12 }, () => ({ line: worstLine, text: endless, found: [nasty, 'M14 5RT'] })), problem: nasty }, worst) },
  'preview-found': { typical: of({ kind: 'preview', place: channel, details: [{ line: 'goal-1', text: 'Get my hands in the soil again, with Jean beside me.', found: ['Jean'] }] }, plan), worst: of(preview(worst, nastyPlace), worst) },
  'preview-first': { typical: of({ kind: 'preview', place: channel, details: [], audience: { kind: 'seen', people: 14, more: false, guests: 1, names: ['Sam Okafor', 'Wren Alder', 'Priya Nair', 'Jo Bell', 'Dr Amir Shah'], owners: ['Sam Okafor'], shared: true } }, plan), worst: of({ kind: 'preview', place: nastyPlace, details: [], audience: { kind: 'seen', people: 2000, more: true, guests: 900, names: [nasty, nasty, nasty, nasty, nasty], owners: [nasty, nasty, nasty, nasty, nasty], shared: true } }, worst) },
  'preview-unseen': { typical: of({ kind: 'preview', place: channel, details: [], audience: { kind: 'unseen', shared: false } }, plan), worst: of({ kind: 'preview', place: nastyPlace, details: [], audience: { kind: 'unseen', shared: true }, problem: nasty }, worst) },
  posted: { typical: of({ kind: 'posted' }, readingOf(...inChannel)), worst: of({ kind: 'posted', problem: nasty }, readingOf(...worstSecond)) },
  'posted-waiting': { typical: of({ kind: 'posted' }, readingOf(...waiting)), worst: of({ kind: 'posted' }, readingOf(...planned)) },
  'posted-failed': { typical: of({ kind: 'posted' }, readingOf(...waiting, failed('the channel did not answer'))), worst: of({ kind: 'posted' }, readingOf(...waiting, failed(endless))) },
  'posted-stuck': { typical: of({ kind: 'posted' }, readingOf(...waiting, failed('I am not in that conversation any more', true))), worst: of({ kind: 'posted', problem: nasty }, readingOf(...waiting, failed(endless, true))) },
  'posted-change': { typical: of({ kind: 'posted' }, readingOf(...asked)), worst: of({ kind: 'posted' }, readingOf(...inChannel, change('goal-1', endless))) },
  'posted-agreed': { typical: of({ kind: 'posted' }, readingOf(...done)), worst: of({ kind: 'posted' }, readingOf(...done)) },
  versions: { typical: of({ kind: 'versions' }, readingOf(...second)), worst: of({ kind: 'versions', about: '2' }, readingOf(...worstSecond)) },
  'versions-first': { typical: of({ kind: 'versions', about: '1' }, readingOf(...second)), worst: of({ kind: 'versions', about: nasty }, readingOf(opened())) },
  'set-aside': { typical: of({ kind: 'talk', typed: 'She rang about the bus.' }, readingOf(...done, aside)), worst: of({ kind: 'plan', typed: endless, said: nasty }, readingOf(...worstSecond, aside)) },
  'being-erased': { typical: of({ kind: 'talk' }, readingOf(...done, erasing)), worst: of({ kind: 'concerns', typed: endless }, readingOf(...worstSecond, erasing)) },
  'ring-first': { typical: of({ kind: 'ring-first', about: garden?.id ?? 'none' }, readingOf(...done)), worst: of({ kind: 'ring-first', about: 'gone', problem: nasty }, readingOf(...worstSecond)) },
  reply: { typical: of({ kind: 'reply' }, readingOf(...done)), worst: of({ kind: 'reply', problem: nasty }, readingOf(...worstSecond)) },
  'first-visit': { typical: of({ kind: 'first-visit' }, readingOf(...done)), worst: of({ kind: 'first-visit', typed: endless, problem: nasty }, readingOf(...worstSecond)) },
  copy: { typical: of({ kind: 'copy' }, readingOf(...done)), worst: of({ kind: 'copy', problem: nasty }, readingOf(...worstSecond)) },
  'hold-review': { typical: of({ kind: 'hold-review' }, readingOf(...done)), worst: of({ kind: 'hold-review', typed: endless, problem: 'Please write a few words first.' }, readingOf(...worstSecond)) },
};

export function deskOf(events: readonly CaseEvent[], version?: number, selfReview = false): ReviewDesk {
  const reading = readingOf(...events);
  const { caseId, state } = reading;
  const submission = state.submissions.find(({ plan: { version: own } }) => own === version) ?? state.submissions.at(-1)!;
  const previous = state.submissions.filter(({ plan: { version: own } }) => own < submission.plan.version).at(-1);
  return { caseId, ref: state.ref, workerName: state.workerName, submission, latest: state.submissions.at(-1)!.plan.version, safety: planSafetyOf(reading), takenBack: takenBackSince(submission.plan.body.sharing, reading.conversation), selfReview, ...(previous ? { previous } : {}) };
}
const review = (screen: ReviewScreen, desk: ReviewDesk): AdaptiveCard => presentReview(screen, desk).card;
const worstDesk: ReviewDesk = { ...deskOf(worstSecond, 2, true), ref: nasty, workerName: endless };

const reviewing: Samples = {
  'posted-plan': { typical: review({ kind: 'posted-plan' }, deskOf(inChannel)), worst: review({ kind: 'posted-plan' }, worstDesk) },
  'posted-plan-unfinished': { typical: review({ kind: 'posted-plan' }, deskOf([...unfinished, sent(unfinished), posted(1)], 1, true)), worst: review({ kind: 'posted-plan' }, worstDesk) },
  'posted-plan-closed': { typical: review({ kind: 'posted-plan' }, { ...deskOf(inChannel), closedOn: '2026-11-10' }), worst: review({ kind: 'posted-plan' }, { ...worstDesk, closedOn: '2026-11-10' }) },
  'posted-plan-change': { typical: review({ kind: 'posted-plan' }, deskOf(asked)), worst: review({ kind: 'posted-plan' }, deskOf([...inChannel, change('goal-1', endless)])) },
  'posted-plan-second': { typical: review({ kind: 'posted-plan' }, deskOf(second)), worst: review({ kind: 'posted-plan' }, deskOf(second, 1)) },
  'posted-plan-agreed': { typical: review({ kind: 'posted-plan' }, deskOf(done)), worst: review({ kind: 'posted-plan' }, deskOf(done, 1)) },
  'change-form': { typical: review({ kind: 'change-form' }, deskOf(inChannel)), worst: review({ kind: 'change-form', problem: nasty, typed: endless }, worstDesk) },
  'full-plan': { typical: review({ kind: 'full-plan' }, deskOf(second)), worst: review({ kind: 'full-plan' }, worstDesk) },
  'posted-plan-set-aside': { typical: review({ kind: 'posted-plan' }, { ...deskOf(inChannel), setAside: 'restricted' }), worst: review({ kind: 'full-plan' }, { ...worstDesk, setAside: 'restricted' }) },
  'posted-plan-without-consent': { typical: review({ kind: 'posted-plan' }, { ...deskOf(inChannel), setAside: 'consent' }), worst: review({ kind: 'full-plan' }, { ...worstDesk, setAside: 'consent' }) },
  'posted-plan-withdrawn': { typical: review({ kind: 'posted-plan' }, { ...deskOf(inChannel), setAside: 'withdrawn' }), worst: review({ kind: 'change-form', typed: endless }, { ...worstDesk, setAside: 'withdrawn' }) },
  'review-cannot': { typical: review({ kind: 'cannot', text: 'Nobody reviews their own plan. Somebody else in this channel can.' }, deskOf(inChannel)), worst: review({ kind: 'cannot', text: endless }, worstDesk) },
};

const safety = (action: SafetyDesk['action'], more: Partial<SafetyDesk> = {}): AdaptiveCard => presentSafetyNotice({ ref: 'WREN-204', workerName: 'Wren Alder', action, ...more }).card;
const toOthers: Samples = {
  'safety-notice': { typical: safety({ kind: 'open' }), worst: safety({ kind: 'open', owner: endless }, { ref: nasty, workerName: endless }) },
  'safety-notice-taken': { typical: safety({ kind: 'taken', owner: 'Sam Okafor' }), worst: safety({ kind: 'taken', owner: nasty }, { workerName: nasty }) },
  'safety-notice-closed': { typical: safety({ kind: 'closed' }), worst: safety({ kind: 'left' }, { workerName: endless }) },
  'safety-notice-withdrawn': { typical: safety({ kind: 'withdrawn' }), worst: safety({ kind: 'withdrawn' }, { ref: nasty, workerName: endless }) },
  'safety-notice-moved': { typical: safety({ kind: 'moved' }), worst: safety({ kind: 'none' }, { workerName: endless }) },
};

export const results: Samples = { ...standing, ...planning, ...reviewing, ...toOthers };
