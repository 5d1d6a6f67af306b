/** When a closed case is erased by itself, and what keeps it. */
import { dayInLondon } from '../case/londonTime';
import { holdsThePlan } from '../analysis/concerns';
import type { CaseReading } from '../analysis/caseReading';

/** Days. */
export type RetentionRule = { readonly days: number; /** Between the warning and the end, at the least. */ readonly warnDays: number };

/** A month's notice, so that a holiday does not eat it up. */
export const warnDays = 30;

export type Retention =
  /** Not closed, so nothing counts yet. */
  | { readonly kind: 'open' }
  /** `eraseOn` is an ISO day. */
  | { readonly kind: 'kept'; readonly eraseOn: string }
  | { readonly kind: 'held'; readonly why: 'concern-open' | 'restricted' | 'on-hold' }
  /** Its worker is to be told now. */
  | { readonly kind: 'warn'; readonly eraseOn: string }
  /** Its worker was told; the administrators are to be told now. */
  | { readonly kind: 'announce'; readonly eraseOn: string }
  | { readonly kind: 'warned'; readonly eraseOn: string }
  | { readonly kind: 'over' };

/**
 * Counted from the day on which it was closed last; a warning from before that is none. From when its worker was told, and from
 * when the administrators were, a month passes. What is held is not erased and
 * not warned of, however old it is. How long is for the organisation to say; see docs/records.md for the standard.
 */
export function retentionOf({ state, concerns }: Pick<CaseReading, 'state' | 'concerns'>, { days, warnDays: notice }: RetentionRule, today: string): Retention {
  const { closed, record } = state;
  if (!closed) return { kind: 'open' };
  const end = addDays(dayInLondon(closed.at), days);
  const warned = record.warned !== undefined && record.warned.at >= closed.at ? record.warned : undefined;
  if (today < addDays(end, -notice)) return { kind: 'kept', eraseOn: end };
  const held = heldBy({ state, concerns });
  if (held !== undefined) return { kind: 'held', why: held };
  if (!warned) return { kind: 'warn', eraseOn: later(end, addDays(today, notice)) };
  // The service may keep cases for longer since it was told.
  const told = later(end, warned.eraseOn);
  const announced = record.announced !== undefined && record.announced.at >= warned.at ? record.announced : undefined;
  if (!announced) return { kind: 'announce', eraseOn: later(told, addDays(today, notice)) };
  const eraseOn = later(told, addDays(dayInLondon(announced.at), notice));
  return today < eraseOn ? { kind: 'warned', eraseOn } : { kind: 'over' };
}

/** Why a case may not be erased, by whomever it is asked for. Undefined when it may. */
export function heldBy({ state: { record }, concerns }: Pick<CaseReading, 'state' | 'concerns'>): 'concern-open' | 'restricted' | 'on-hold' | undefined {
  if (record.hold) return 'on-hold';
  if (record.restricted) return 'restricted';
  return concerns.some(holdsThePlan) ? 'concern-open' : undefined;
}

const later = (one: string, other: string): string => (one > other ? one : other);
const addDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
