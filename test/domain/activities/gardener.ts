/** Somebody who likes to garden, and the potting group, with this or that about either of them changed. */
import type { Activity } from '../../../src/domain/activities/activity';
import type { CheckId, CheckResult } from '../../../src/domain/activities/option';
import { readOption } from '../../../src/domain/activities/readOptions';
import { allChecks } from '../../../src/domain/activities/resolveFit';
import { activityCalled, inputFor, personWho, type Said } from './stories';

/** The potting group with some facts changed. */
export const like = (facts: Partial<Activity>, from = 'potting-group'): Activity => ({ ...activityCalled(from), ...facts });

export const gardener: Said = { PV3: ['growing:now'], EP3: ['bus', 'afternoon', 'minutes-30'], EE1: ['yes'], OC4: ['small', 'gentle'], OC6: ['joy', 'calm'], PV4: ['7'], OP3: ['nothing'] };

/** What one check says when they were to go there. */
export function checkOf(check: CheckId, said: Said, activity: Activity): CheckResult {
  const input = inputFor(personWho({ ...gardener, ...said }), [activity]);
  return allChecks(readOption(activity, input).fits).find((result) => result.check === check)!;
}
