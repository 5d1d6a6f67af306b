/** One case on the desk: its events, and how it reads at the moment of the turn. */
import { dayInLondon } from '../domain/case/londonTime';
import type { CaseReading } from '../domain/analysis/caseReading';
import { readCase } from '../domain/analysis/readCase';
import type { OpenCase } from '../domain/case/case';
import { decide, type Command } from '../domain/case/decide';
import type { Decision, Envelope, Refusal } from '../domain/case/decision';
import type { CaseEvent } from '../domain/case/event';
import { evolve, noCase, replay } from '../domain/case/evolve';
import { leavesCardsAlone } from '../domain/case/leavesCardsAlone';
import { auditHappened } from './auditOf';
import { headOf } from './headOf';
import { lessonsFrom } from './learn';
import { authorityNow } from './organisationNow';
import type { Parts } from './ports';

export type CaseDesk = { readonly caseId: string; readonly events: readonly CaseEvent[]; readonly state: OpenCase; readonly reading: CaseReading };

/**
 * What was read of a case last, by its first event, which is the same object as long as a store knows the case. The same
 * list of events reads the same; a longer one that goes on from it is read on from there.
 */
const desks = new WeakMap<CaseEvent, CaseDesk>();

/** As it reads at this ISO instant. */
export async function loadDesk(parts: Parts, caseId: string, at: string): Promise<CaseDesk | undefined> {
  const today = dayInLondon(at);
  const events = await parts.cases.load(caseId);
  const known = events[0] && desks.get(events[0]);
  if (known?.events === events && isStillSo(parts, known, today)) return known;
  const state = known && goesOnFrom(known.events, events) ? replay(events.slice(known.events.length), known.state) : replay(events);
  return state.status === 'none' ? undefined : remember(events, deskOf(parts, caseId, events, state, today));
}

/** Events are only ever added, so the last one that was known says that all before it were. */
const goesOnFrom = (known: readonly CaseEvent[], events: readonly CaseEvent[]): boolean => known.length <= events.length && known.at(-1) === events[known.length - 1];

const isStillSo = (parts: Parts, { caseId, state, reading }: CaseDesk, today: string): boolean => reading.caseId === caseId && reading.today === today && reading.catalogue === parts.catalogue() && reading.content === parts.content(state.framework);

function remember(events: readonly CaseEvent[], desk: CaseDesk): CaseDesk {
  if (events[0]) desks.set(events[0], desk);
  return desk;
}

function deskOf(parts: Parts, caseId: string, events: readonly CaseEvent[], state: OpenCase, today: string): CaseDesk {
  return { caseId, events, state, reading: readCase({ caseId, state, content: parts.content(state.framework), catalogue: parts.catalogue(), today }) };
}

/**
 * The case as it was before this press and what it left in its boxes, as long as people have written nothing else since;
 * undefined once they have. Dear, and rare: a press comes twice when its answer was lost.
 */
export function deskBefore(parts: Parts, { caseId, events, reading }: CaseDesk, presses: readonly string[]): CaseDesk | undefined {
  const isItsOwn = (press: string | undefined): boolean => press !== undefined && presses.includes(press);
  const first = events.findIndex(({ press }) => isItsOwn(press));
  if (first < 1 || events.slice(first).some((event) => !leavesCardsAlone(event) && !isItsOwn(event.press))) return undefined;
  const then = events.slice(0, first);
  const state = replay(then);
  return state.status === 'none' ? undefined : deskOf(parts, caseId, then, state, reading.today);
}

export type Done = { readonly kind: 'done'; readonly desk: CaseDesk; readonly before: CaseDesk } | { readonly kind: 'refused'; readonly reason: Refusal; readonly desk: CaseDesk };

const MOST_RACES = 5;

/**
 * Decides on the case as it is stored now and appends what follows. A lost race is decided again on what the winner
 * left, so two devices end where one would have. A command that is undefined by then changes nothing.
 */
export async function act(parts: Parts, desk: CaseDesk, envelope: Envelope, command: (desk: CaseDesk) => Command | undefined): Promise<Done> {
  let current = desk;
  for (let race = 0; race < MOST_RACES; race++) {
    if (envelope.press !== undefined && current.state.presses.has(envelope.press)) return { kind: 'done', desk: current, before: current };
    const asked = command(current);
    if (!asked) return { kind: 'done', desk: current, before: current };
    const decision: Decision = decide(asked, envelope, current.state, current.reading, await authorityNow(parts, envelope.by, current.state.worker));
    if (decision.kind === 'refused') return { kind: 'refused', reason: decision.reason, desk: current };
    if (decision.events.length === 0) return { kind: 'done', desk: current, before: current };
    const follow = [...decision.events, ...lessonsFrom(current, decision.events)];
    const events = [...current.events, ...follow];
    const state = follow.reduce(evolve, current.state as ReturnType<typeof replay>);
    if (state.status === 'none') throw new Error(`Case ${current.caseId} vanished`);
    const after = deskOf(parts, current.caseId, events, state, dayInLondon(envelope.at));
    const appended = await parts.cases.append(current.caseId, current.state.rev, follow, headOf(after.reading));
    if (appended.kind === 'appended') {
      await auditHappened(parts, after.reading, follow);
      return { kind: 'done', desk: remember(appended.events, { ...after, events: appended.events }), before: current };
    }
    const again = await loadDesk(parts, current.caseId, envelope.at);
    if (!again) throw new Error(`Case ${current.caseId} vanished`);
    current = again;
  }
  throw new Error(`Case ${desk.caseId} was too busy to write to`);
}

/** The first events of a new case. */
export async function openDesk(parts: Parts, caseId: string, envelope: Envelope, command: Extract<Command, { type: 'OpenCase' }>): Promise<Done | { readonly kind: 'not-opened'; readonly reason: Refusal }> {
  const already = await loadDesk(parts, caseId, envelope.at);
  if (already) return { kind: 'done', desk: already, before: already };
  const decision = decide(command, envelope, noCase, undefined, await authorityNow(parts, envelope.by));
  if (decision.kind === 'refused') return { kind: 'not-opened', reason: decision.reason };
  const state = replay(decision.events);
  if (state.status === 'none') throw new Error('A case opened without an opening');
  const desk = deskOf(parts, caseId, decision.events, state, dayInLondon(envelope.at));
  const appended = await parts.cases.append(caseId, 0, decision.events, headOf(desk.reading));
  if (appended.kind === 'appended') await auditHappened(parts, desk.reading, decision.events);
  const stored = await loadDesk(parts, caseId, envelope.at);
  if (!stored) throw new Error(`Case ${caseId} was not stored`);
  return { kind: 'done', desk: stored, before: stored };
}
