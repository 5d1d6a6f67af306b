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

type Candidate = { readonly trial: Trial; readonly checks: readonly CheckResult[]; readonly failed: readonly CheckResult[]; readonly unknown: number; /** They named it themselves. */ readonly named: boolean; readonly hits: number; readonly near: number; readonly ready: boolean };

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
  candidates.sort(byPromise);
  const options = new Map<Candidate, ActivityOption>();
  for (const candidate of candidates) {
    const option = options.size < MOST_OPTIONS && candidate.failed.length <= MOST_CHANGES ? optionFrom(candidate) : undefined;
    if (option && isGoodEnough(option, candidate)) options.set(candidate, option);
  }
  return {
    options: [...options.values()],
    nearly: nearMisses(candidates.filter((candidate) => !options.has(candidate))),
    notOffered,
    nothingFits: options.size === 0,
  };
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
  const checks = checksOf(trial);
  return [{
    trial,
    checks,
    failed: checks.filter(({ outcome }) => outcome === 'no'),
    unknown: checks.filter(({ outcome }) => outcome === 'not-known').length,
    named: trial.links.some(({ kind }) => kind === 'words'),
    hits: wantsMet(trial.activity, trial.told).length,
    near: nearness(trial.activity, trial.told),
    ready: isReady(trial.activity, trial.today),
  }];
}

const checksOf = (trial: Trial): readonly CheckResult[] => [...checkPersonOccupation(trial), ...checkPersonEnvironment(trial), ...checkEnvironmentOccupation(trial)];

function optionFrom({ trial, checks }: Pick<Candidate, 'trial' | 'checks'>): ActivityOption {
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

function byPromise(a: Candidate, b: Candidate): number {
  return (
    Number(b.ready) - Number(a.ready) ||
    Number(a.failed.length > 0) - Number(b.failed.length > 0) ||
    Number(b.named) - Number(a.named) ||
    b.hits - a.hits ||
    a.failed.length - b.failed.length ||
    a.unknown - b.unknown ||
    a.near - b.near ||
    (a.trial.activity.id < b.trial.activity.id ? -1 : 1)
  );
}

/**
 * Near enough to offer: no pair that does not fit yet, at least one that needs no change, few changes in all, and not
 * something that they left out when they told what they like.
 */
function isGoodEnough(option: ActivityOption, { failed }: Candidate): boolean {
  const states = fitNames.map((name) => option.fits[name].state);
  const meansNothing = failed.some(({ check }) => check === 'meaningful');
  const changesEverywhere = states.every((state) => state === 'with-changes');
  return !meansNothing && !changesEverywhere && !states.includes('not-yet') && option.reasons.length >= FEWEST_REASONS;
}

const strength: readonly Link['kind'][] = ['words', 'interest', 'role', 'wants'];
const strongest = ({ trial }: Candidate): number => Math.min(...trial.links.map(({ kind }) => strength.indexOf(kind)));

/** What they care about comes first, and of that what fails least. */
function nearMisses(candidates: readonly Candidate[]): OptionsReading['nearly'] {
  return candidates
    .filter(({ failed }) => failed.length > 0)
    .map((candidate, place) => ({ candidate, place }))
    .sort((a, b) => strongest(a.candidate) - strongest(b.candidate) || a.place - b.place)
    .slice(0, MOST_NEAR)
    .map(({ candidate }) => nearMiss(candidate));
}

function nearMiss({ trial, failed: all }: Candidate): OptionsReading['nearly'][number] {
  const { activity } = trial;
  const failed = all.toSorted((a, b) => askingOrder.indexOf(a.check) - askingOrder.indexOf(b.check));
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
