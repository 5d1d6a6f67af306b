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
import { checkEnvironmentOccupation, isReady, smallerSibling } from './environmentOccupation';
import { asHeard } from './heard';
import { failedGate, heldBackBecause, isUnsettled, type GateView } from './gates';
import { nearness } from './journey';
import { linksOf, wantsMet, type Link } from './links';
import type { Match } from './match';
import { fitNames, type ActivityOption, type CheckId, type CheckResult, type GateFailure, type OptionsReading } from './option';
import { checkPersonEnvironment } from './personEnvironment';
import { checkPersonOccupation } from './personOccupation';
import { resolveFits } from './resolveFit';
import { readTold, valuesTold, type Told } from './told';
import { changesOf, type Trial } from './trial';

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

/** What its twelve checks say. */
type Checked = { readonly checks: readonly CheckResult[]; readonly failed: readonly CheckResult[]; readonly unknown: number };
type Candidate = { readonly trial: Trial; /** Read when it is asked for, once. */ readonly read: () => Checked; /** They named it themselves. */ readonly named: boolean; readonly hits: number; readonly near: number; readonly ready: boolean };

/**
 * At most three options, near misses and what is not offered, with reasons. Held back as a whole when another service
 * leads, something must happen now, or there is no consent. Order: open and checked within half a year; no failed check;
 * what they named in their own words; more of the experiences wanted; fewer failed; fewer unknown; nearer; then by id.
 */
export function readOptions(input: OptionsInput): OptionsReading {
  const heldBack = heldBackBecause(input);
  if (heldBack !== undefined) return { options: [], nearly: [], notOffered: [], nothingFits: false, heldBack };
  const told = toldIn(input);
  const notOffered: GateFailure[] = [];
  const candidates: Candidate[] = [];
  const view = viewOf(input);
  for (const listed of inPromisingOrder(indexOf(input.catalogue.activities), told, input.today, MOST_LOOKED_AT)) {
    if (candidates.length >= MOST_READ) break;
    const activity = asHeard(listed, input.catalogue);
    const failure = failedGate(activity, view);
    if (failure) notOffered.push(failure);
    else candidates.push(...candidateOf(trialOf(activity, told, input)));
  }
  const chosen = bestOptions(candidates);
  return {
    options: chosen.map(optionOf),
    nearly: nearMisses(candidates.filter((candidate) => !chosen.includes(candidate))),
    notOffered,
    nothingFits: chosen.length === 0,
  };
}

const optionOf = ({ trial, read }: Candidate): ActivityOption => optionFrom({ trial, checks: read().checks });

/** What needs no change comes before what does, and what is ready before what is not. */
function bestOptions(candidates: readonly Candidate[]): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const isReadyNow of [true, false]) {
    const some = candidates.filter(({ ready }) => ready === isReadyNow);
    for (const holds of [fitsAsItIs, fitsWithChanges]) found.push(...bestOf(some, byTie, holds, MOST_OPTIONS - found.length));
  }
  return found;
}

const fitsAsItIs = (candidate: Candidate): boolean => candidate.read().failed.length === 0 && isGoodEnough(optionOf(candidate), candidate.read());
const fitsWithChanges = (candidate: Candidate): boolean => candidate.read().failed.length > 0 && candidate.read().failed.length <= MOST_CHANGES && isGoodEnough(optionOf(candidate), candidate.read());

/** The best that hold. They are read in the order that is known without reading them; what comes after enough of them is not read. */
function bestOf(candidates: readonly Candidate[], before: (a: Candidate, b: Candidate) => number, holds: (candidate: Candidate) => boolean, most: number): readonly Candidate[] {
  const order = candidates.toSorted(before);
  const found: Candidate[] = [];
  for (let first = 0, next = 0; first < order.length && found.length < most; first = next) {
    while (next < order.length && before(order[first]!, order[next]!) === 0) next++;
    found.push(...order.slice(first, next).filter(holds).sort(byPromise));
  }
  return found.slice(0, most);
}

/** One activity read against the answers as they stand, whether or not it would be offered. */
export function readOption(activity: Activity, input: OptionsInput): ActivityOption {
  const trial = trialOf(asHeard(activity, input.catalogue), toldIn(input), input);
  return optionFrom({ trial, checks: checksOf(trial) });
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

function candidateOf(trial: Trial): Candidate[] {
  if (trial.links.length === 0) return [];
  let checked: Checked | undefined;
  return [{
    trial,
    read: () => (checked ??= check(trial)),
    named: trial.links.some(({ kind }) => kind === 'words'),
    hits: wantsMet(trial.activity, trial.told).length,
    near: nearness(trial.activity, trial.told),
    ready: isReady(trial.activity, trial.today),
  }];
}

function check(trial: Trial): Checked {
  const checks = checksOf(trial);
  return { checks, failed: checks.filter(({ outcome }) => outcome === 'no'), unknown: checks.filter(({ outcome }) => outcome === 'not-known').length };
}

const checksOf = (trial: Trial): readonly CheckResult[] => [...checkPersonOccupation(trial), ...checkPersonEnvironment(trial), ...checkEnvironmentOccupation(trial)];

function optionFrom({ trial, checks }: { readonly trial: Trial; readonly checks: readonly CheckResult[] }): ActivityOption {
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

const byTie = (a: Candidate, b: Candidate): number => Number(b.named) - Number(a.named) || b.hits - a.hits;

/** Among those of which the same is known without reading them. */
function byPromise(a: Candidate, b: Candidate): number {
  const [one, other] = [a.read(), b.read()];
  return one.failed.length - other.failed.length || one.unknown - other.unknown || a.near - b.near || (a.trial.activity.id < b.trial.activity.id ? -1 : 1);
}

/**
 * Near enough to offer: no pair that does not fit yet, at least one that needs no change, few changes in all, and not
 * something that they left out when they told what they like.
 */
function isGoodEnough(option: ActivityOption, { failed }: Checked): boolean {
  const states = fitNames.map((name) => option.fits[name].state);
  const meansNothing = failed.some(({ check }) => check === 'meaningful');
  const changesEverywhere = states.every((state) => state === 'with-changes');
  return !meansNothing && !changesEverywhere && !states.includes('not-yet') && option.reasons.length >= FEWEST_REASONS;
}

const strength: readonly Link['kind'][] = ['words', 'interest', 'role', 'wants'];
const strongest = ({ trial }: Candidate): number => Math.min(...trial.links.map(({ kind }) => strength.indexOf(kind)));

/** What they care about comes first, and of that what fails least. */
const byCare = (a: Candidate, b: Candidate): number => strongest(a) - strongest(b) || Number(b.ready) - Number(a.ready) || byTie(a, b);

const nearMisses = (candidates: readonly Candidate[]): OptionsReading['nearly'] => bestOf(candidates, byCare, ({ read }) => read().failed.length > 0, MOST_NEAR).map(nearMiss);

function nearMiss({ trial, read }: Candidate): OptionsReading['nearly'][number] {
  const { activity } = trial;
  const failed = read().failed.toSorted((a, b) => askingOrder.indexOf(a.check) - askingOrder.indexOf(b.check));
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
