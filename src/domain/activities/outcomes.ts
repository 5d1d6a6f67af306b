/**
 * How the twelve checks come out, without their words. Of a hundred candidates three are shown: the others are only
 * compared, and activities of which the directory says the same come out the same, so each such kind is looked at once.
 */
import type { Activity } from './activity';
import type { CatalogueIndex } from './catalogueIndex';
import { twelveChecks } from './checks';
import { fitNames, type CheckResult } from './option';
import { fitOfCheck, type Check, type Trial } from './trial';

/** `stuck`: a check fails, and nothing is known that would change it. `failsEverywhere`: a check fails in each of the three fits. */
export type Outcome = { readonly failed: number; readonly unknown: number; readonly stuck: boolean; readonly meansNothing: boolean; readonly failsEverywhere: boolean };

const came = { yes: 1, 'not-known': 2, no: 3, stuck: 4 } as const;
const howItCame = ({ outcome, change }: CheckResult): number => (outcome === 'no' && change === undefined ? came.stuck : came[outcome]);

const fitBits = twelveChecks.map(({ check }) => 1 << fitNames.indexOf(fitOfCheck[check]));
const allFits = fitNames.reduce((bits, _, at) => bits | (1 << at), 0);

/** For one person; the same trial always comes out the same. */
export class Outcomes {
  readonly #kinds: Kinds;
  /** For each check how it came out for each kind. */
  readonly #came: readonly number[][] = twelveChecks.map(() => []);

  constructor(index: CatalogueIndex) {
    this.#kinds = kindsIn(index);
  }

  /** `listed` is the activity as the directory has it; that of the trial may have what was heard of it laid over. */
  of(trial: Trial, listed: Activity): Outcome {
    const kinds = this.#kinds.of(listed, trial.others);
    let [failed, unknown, failing] = [0, 0, 0];
    let [stuck, meansNothing] = [false, false];
    for (let at = 0; at < twelveChecks.length; at++) {
      const asked = twelveChecks[at]!;
      const isOwn = asked.restsOn === undefined || (trial.activity !== listed && asked.changesWhenHeard === true);
      const how = isOwn ? howItCame(asked.read(trial)) : (this.#came[at]![kinds[at]!] ??= howItCame(asked.read(trial)));
      if (how === came['not-known']) unknown++;
      if (how < came.no) continue;
      failed++;
      failing |= fitBits[at]!;
      stuck ||= how === came.stuck;
      meansNothing ||= asked.check === 'meaningful';
    }
    return { failed, unknown, stuck, meansNothing, failsEverywhere: failing === allFits };
  }
}

/** Numbers the kinds of a catalogue, for each check by itself. An activity gets its numbers when it is first looked at. */
class Kinds {
  readonly #numbers = twelveChecks.map(() => new Map<string, number>());
  readonly #known = new WeakMap<Activity, Uint32Array>();

  of(activity: Activity, others: Trial['others']): Uint32Array {
    const before = this.#known.get(activity);
    if (before) return before;
    const kinds = Uint32Array.from(twelveChecks, (check, at) => this.#numberOf(check, at, { activity, others }));
    this.#known.set(activity, kinds);
    return kinds;
  }

  #numberOf({ restsOn }: Check, at: number, listed: Pick<Trial, 'activity' | 'others'>): number {
    if (restsOn === undefined) return 0;
    const [numbers, kind] = [this.#numbers[at]!, JSON.stringify(restsOn(listed))];
    const known = numbers.get(kind) ?? numbers.size;
    numbers.set(kind, known);
    return known;
  }
}

const kinds = new WeakMap<CatalogueIndex, Kinds>();

function kindsIn(index: CatalogueIndex): Kinds {
  const known = kinds.get(index) ?? new Kinds();
  kinds.set(index, known);
  return known;
}
