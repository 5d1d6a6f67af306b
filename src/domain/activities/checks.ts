/** The twelve checks (domain guide, 1.2), in the order in which they are told. */
import { environmentOccupationChecks } from './environmentOccupation';
import { personEnvironmentChecks } from './personEnvironment';
import { personOccupationChecks } from './personOccupation';
import type { CheckResult } from './option';
import type { Check, Trial } from './trial';

export const twelveChecks: readonly Check[] = [...personOccupationChecks, ...personEnvironmentChecks, ...environmentOccupationChecks];

/** Each with its words and its sources. */
export const checksOf = (trial: Trial): readonly CheckResult[] => twelveChecks.map(({ read }) => read(trial));
