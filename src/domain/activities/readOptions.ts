/**
 * The right activity: the whole catalogue held against one person's answers.
 *
 * The same answers give the same options, in the same order, each with its reasons. It would rather say that nothing
 * fits yet than show a weak match (domain guide, 1.2).
 */
import type { Concern } from '../analysis/finding';
import type { Meanings } from '../analysis/meanings';
import type { OpenCase } from '../case/case';
import type { Conversation } from '../case/conversation';
import type { Activity, Catalogue } from './activity';
import { indexOf, inPromisingOrder } from './catalogueIndex';
import { checksOf } from './checks';
import { isReady, smallerSibling } from './environmentOccupation';
import { asHeard } from './heard';
import { failedGate, heldBackBecause, isUnsettled, type GateView } from './gates';
import { nearness } from './journey';
import { linksOf, wantsMet } from './links';
import type { Match } from './tie';
import type { ActivityOption, CheckId, CheckResult, GateFailure, OptionsReading } from './option';
import { Outcomes, type Outcome } from './outcomes';
import { allChecks, resolveFits } from './resolveFit';
import { readTold, valuesTold, type Told } from './told';
import { changesOf, type Link, type Trial } from './trial';

export type OptionsInput = {
  readonly catalogue: Catalogue;
  readonly state: Pick<OpenCase, 'declined' | 'yearOfBirth'>;
  readonly conversation: Conversation;
  readonly meanings: Meanings;
  readonly concerns: readonly Concern[];
  /** What was said, held against this catalogue by meaning. */
  readonly match: Match;
  /** ISO day. */
  readonly today: string;
};

/** Of a big directory, those that promise most are read in full: more would only be slower, as at most three are offered. */
const MOST_READ = 120;
/** What may not be offered does not keep others from being read. */
const MOST_LOOKED_AT = 10 * MOST_READ;
const MOST_OPTIONS = 3;
const MOST_NEAR = 3;
/** More changes than this at once is too much for a first visit. */
const MOST_CHANGES = 3;
const MOST_LINES = 4;
const FEWEST_REASONS = 2;

type Candidate = {
  readonly trial: Trial;
  readonly outcome: Outcome;
  /** Read in full when it is asked for, once. */
  readonly option: () => ActivityOption;
  /** They named it themselves. */
  readonly named: boolean;
  /** It is for women or for men alone, and they did not ask for that. */
  readonly apart: boolean;
  /** They ticked it among their interests. */
  readonly ticked: boolean;
  readonly hits: number;
  readonly near: number;
  readonly ready: boolean;
};

/**
 * At most three options, near misses and what is not offered, with reasons. Held back as a whole when another service
 * leads, something must happen now, or there is no consent. Order: open and checked within half a year; no failed check;
 * what they named in their own words; more of the experiences wanted; for everybody before for some alone; what they
 * ticked among their interests; fewer failed; fewer unknown; nearer; then by id.
 */
export function readOptions(input: OptionsInput): OptionsReading {
  const heldBack = heldBackBecause(input);
  if (heldBack !== undefined) return { options: [], nearly: [], notOffered: [], nothingFits: false, heldBack };
  const { candidates, notOffered } = candidatesIn(input);
  const chosen = bestOptions(candidates);
  return {
    options: chosen.map(({ option }) => option()),
    nearly: nearMisses(candidates.filter((candidate) => !chosen.includes(candidate))),
    notOffered,
    nothingFits: chosen.length === 0,
  };
}

/** Those that promise most, as many as are worth a look, and what stands in the way of those that may not be offered. */
function candidatesIn(input: OptionsInput): { readonly candidates: readonly Candidate[]; readonly notOffered: readonly GateFailure[] } {
  const [told, view, index] = [toldIn(input), viewOf(input), indexOf(input.catalogue.activities)];
  const outcomes = new Outcomes(index);
  const notOffered: GateFailure[] = [];
  const candidates: Candidate[] = [];
  for (const listed of inPromisingOrder(index, told, input.today, MOST_LOOKED_AT)) {
    if (candidates.length >= MOST_READ) break;
    const activity = asHeard(listed, input.catalogue);
    const failure = failedGate(activity, view);
    if (failure) notOffered.push(failure);
    else candidates.push(...candidateOf(trialOf(activity, told, input), listed, outcomes));
  }
  return { candidates, notOffered };
}

/** What needs no change comes before what does, and what is ready before what is not. */
function bestOptions(candidates: readonly Candidate[]): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const isReadyNow of [true, false]) {
    const some = candidates.filter(({ ready }) => ready === isReadyNow);
    for (const holds of [fitsAsItIs, fitsWithChanges]) found.push(...bestOf(some, byTie, holds, MOST_OPTIONS - found.length));
  }
  return found;
}

const fitsAsItIs = (candidate: Candidate): boolean => candidate.outcome.failed === 0 && isGoodEnough(candidate);
const fitsWithChanges = (candidate: Candidate): boolean => candidate.outcome.failed > 0 && candidate.outcome.failed <= MOST_CHANGES && isGoodEnough(candidate);

/** The best that hold, in this order and then by what the checks say. What comes after enough of them is not looked at. */
function bestOf(candidates: readonly Candidate[], before: (a: Candidate, b: Candidate) => number, holds: (candidate: Candidate) => boolean, most: number): readonly Candidate[] {
  const found: Candidate[] = [];
  if (most <= 0) return found;
  for (const candidate of candidates.toSorted((a, b) => before(a, b) || byPromise(a, b))) {
    if (holds(candidate) && found.push(candidate) === most) break;
  }
  return found;
}

/** One activity read against the answers as they stand, whether or not it would be offered. */
export function readOption(activity: Activity, input: OptionsInput): ActivityOption {
  const trial = trialOf(asHeard(activity, input.catalogue), toldIn(input), input);
  return optionFrom(trial);
}

/** Why this activity may not be chosen; undefined when every gate stands open. */
export const shutGate = (activity: Activity, input: OptionsInput): GateFailure | undefined => failedGate(activity, viewOf(input));

const told = new WeakMap<OptionsInput, Told>();

/** Several activities are held against the same answers. */
function toldIn(input: OptionsInput): Told {
  const known = told.get(input) ?? readTold(input);
  told.set(input, known);
  return known;
}

const viewOf = (input: OptionsInput): GateView => ({ told: toldIn(input), declined: input.state.declined, concerns: input.concerns, ...optionalAge(input) });

const optionalAge = ({ state, today }: OptionsInput): { readonly age?: number } => (state.yearOfBirth === undefined ? {} : { age: Number(today.slice(0, 4)) - state.yearOfBirth });

const FALLS = 'F10';

function trialOf(activity: Activity, told: Told, input: OptionsInput): Trial {
  const unsteady = input.concerns.some((concern) => concern.code === FALLS && isUnsettled(concern));
  return { activity, told, links: linksOf(activity, told), others: indexOf(input.catalogue.activities).byProvider.get(activity.provider ?? '') ?? [], today: input.today, unsteady, ...optionalAge(input) };
}

function candidateOf(trial: Trial, listed: Activity, outcomes: Outcomes): Candidate[] {
  if (trial.links.length === 0) return [];
  let option: ActivityOption | undefined;
  return [{
    trial,
    outcome: outcomes.of(trial, listed),
    option: () => (option ??= optionFrom(trial)),
    named: trial.links.some(({ kind }) => kind === 'words'),
    apart: isApart(trial.activity, trial.told),
    ticked: trial.links.some(({ kind }) => kind === 'interest'),
    hits: wantsMet(trial.activity, trial.told).length,
    near: nearness(trial.activity, trial.told),
    ready: isReady(trial.activity, trial.today),
  }];
}

function optionFrom(trial: Trial): ActivityOption {
  const checks = checksOf(trial);
  return {
    activity: trial.activity,
    fits: resolveFits(checks),
    reasons: reasonsOf(checks),
    changes: [...new Set(checks.flatMap(changesOf))].slice(0, MOST_LINES),
    unknowns: unknownsOf(checks),
  };
}

/** What a person would want to hear first. */
const tellingOrder: readonly CheckId[] = ['meaningful', 'experience', 'reachable', 'setting', 'level', 'affordable', 'adjustments', 'day', 'identity', 'safe-welcoming', 'someone-to-start', 'open-now'];
/** What would settle most comes first. */
const askingOrder: readonly CheckId[] = ['reachable', 'affordable', 'meaningful', 'level', 'setting', 'open-now', 'adjustments', 'identity', 'day', 'experience', 'someone-to-start', 'safe-welcoming'];

const inTheirWords = ({ from }: CheckResult): boolean => from.some(({ kind }) => kind === 'words');

const inOrder = (checks: readonly CheckResult[], order: readonly CheckId[], outcome: CheckResult['outcome']): readonly CheckResult[] =>
  checks.filter((check) => check.outcome === outcome).sort((a, b) => order.indexOf(a.check) - order.indexOf(b.check));

/** Their own words first. What another reason says in full is not said twice. */
function reasonsOf(checks: readonly CheckResult[]): readonly string[] {
  const told = inOrder(checks, tellingOrder, 'yes').toSorted((a, b) => Number(inTheirWords(b)) - Number(inTheirWords(a)));
  const reasons = [...new Set(told.map(({ because }) => because))];
  return reasons.filter((reason) => !reasons.some((other) => other !== reason && other.startsWith(reason.slice(0, -1)))).slice(0, MOST_LINES);
}

/** One prompt settles several things: it is named once, for the first of them. */
function unknownsOf(checks: readonly CheckResult[]): ActivityOption['unknowns'] {
  const named = new Set<string>();
  return inOrder(checks, askingOrder, 'not-known')
    .filter(({ settledBy }) => settledBy === undefined || (!named.has(settledBy) && named.add(settledBy)))
    .map(({ because, settledBy, askThem }) => ({ text: because, ...(settledBy && { prompt: settledBy }), ...(askThem && { askThem }) }))
    .slice(0, MOST_LINES);
}

const isApart = ({ welcome }: Activity, told: Told): boolean => welcome.some((group) => group.endsWith('-only') && !valuesTold(told, 'welcome').includes(group));

const byTie = (a: Candidate, b: Candidate): number => Number(b.named) - Number(a.named) || b.hits - a.hits || Number(a.apart) - Number(b.apart) || Number(b.ticked) - Number(a.ticked);

const byPromise = (a: Candidate, b: Candidate): number => a.outcome.failed - b.outcome.failed || a.outcome.unknown - b.outcome.unknown || a.near - b.near || (a.trial.activity.id < b.trial.activity.id ? -1 : 1);

/**
 * Near enough to offer: no pair that does not fit yet, at least one that needs no change, few changes in all, and not
 * something that they left out when they told what they like.
 */
const isGoodEnough = ({ outcome: { stuck, meansNothing, failsEverywhere }, option }: Candidate): boolean => !meansNothing && !failsEverywhere && !stuck && option().reasons.length >= FEWEST_REASONS;

const strength: readonly Link['kind'][] = ['words', 'interest', 'role', 'wants'];
const strongest = ({ trial }: Candidate): number => Math.min(...trial.links.map(({ kind }) => strength.indexOf(kind)));

/** What they care about comes first, and of that what fails least. */
const byCare = (a: Candidate, b: Candidate): number => strongest(a) - strongest(b) || Number(b.ready) - Number(a.ready) || byTie(a, b);

const nearMisses = (candidates: readonly Candidate[]): OptionsReading['nearly'] => bestOf(candidates, byCare, ({ outcome }) => outcome.failed > 0, MOST_NEAR).map(nearMiss);

function nearMiss({ trial, option }: Candidate): OptionsReading['nearly'][number] {
  const { activity } = trial;
  const failed = inOrder(allChecks(option().fits), askingOrder, 'no');
  const stuck = failed.find(({ change }) => change === undefined);
  const company = valuesTold(trial.told, 'company');
  const sibling = company.includes('big') ? undefined : smallerSibling(trial, 'small');
  const change = sibling && company.length > 0 ? `Start with the smaller one: ${sibling.name}.` : stuck ? undefined : changesIn(failed);
  return { activity, because: (stuck ?? failed[0])!.because, ...(change !== undefined && { change }) };
}

/** All that has to change for it to fit, and no more; undefined when that is too much at once. */
function changesIn(failed: readonly CheckResult[]): string | undefined {
  const changes = [...new Set(failed.flatMap(changesOf))];
  return changes.length > MOST_LINES ? undefined : changes.join(' ');
}
