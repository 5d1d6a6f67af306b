/**
 * From checks to the three fits. A "no" without a way out does not fit yet; a "no" with one could work with changes;
 * it works now when nothing fails and the checks that carry the pair say yes; anything else is not known yet.
 */
import type { Source } from '../plan/frozenPlan';
import { fitNames, type CheckId, type CheckResult, type Fit, type FitName, type Fits, type FitState } from './option';

/** Without these a pair is not known, however much else is: the heart of each question of the domain guide, 1.2. */
const carrying: Readonly<Record<FitName, readonly CheckId[]>> = { po: ['meaningful', 'level'], pe: ['reachable', 'affordable'], eo: ['open-now', 'setting'] };

export function resolveFits(checks: readonly CheckResult[]): Fits {
  const fit = (name: FitName): Fit => resolveFit(name, checks.filter((check) => check.fit === name));
  return { po: fit('po'), pe: fit('pe'), eo: fit('eo') };
}

/** The reason is always the `because` of one of the checks, so that its sources can be shown (`sourcesOfFit`). */
export function resolveFit(name: FitName, checks: readonly CheckResult[]): Fit {
  const deciding = decidingCheck(name, checks);
  return { state: stateOf(name, checks), reason: deciding?.because ?? 'Nothing is known yet.', checks };
}

function stateOf(name: FitName, checks: readonly CheckResult[]): FitState {
  const failed = checks.filter(({ outcome }) => outcome === 'no');
  if (failed.some(({ change }) => change === undefined)) return 'not-yet';
  if (failed.length > 0) return 'with-changes';
  return carrying[name].every((id) => checks.some(({ check, outcome }) => check === id && outcome === 'yes')) ? 'works-now' : 'not-known';
}

function decidingCheck(name: FitName, checks: readonly CheckResult[]): CheckResult | undefined {
  const failed = checks.filter(({ outcome }) => outcome === 'no');
  const carries = checks.filter(({ check }) => carrying[name].includes(check));
  return failed.find(({ change }) => change === undefined) ?? failed[0] ?? carries.find(({ outcome }) => outcome === 'not-known') ?? carries[0] ?? checks.find(({ outcome }) => outcome === 'yes') ?? checks[0];
}

/** The answers and facts behind the reason of a fit. */
export const sourcesOfFit = ({ reason, checks }: Fit): readonly Source[] => checks.find(({ because }) => because === reason)?.from ?? [];

export const allChecks = (fits: Fits): readonly CheckResult[] => fitNames.flatMap((name) => fits[name].checks);

const order: Readonly<Record<FitState, number | undefined>> = { 'works-now': 2, 'with-changes': 1, 'not-yet': 0, 'not-known': undefined };

/** True when `now` is a better verdict than `before`. Not known is no verdict: what becomes known has not improved. With one exception: a failed fit that is no longer known has lost its reason. */
export function hasImproved(before: FitState, now: FitState): boolean {
  const [was, is] = [order[before], order[now]];
  if (was === undefined) return false;
  return is === undefined ? before !== 'works-now' : is > was;
}
