/** What a case came to, without the moments and the ids that differ from telling to telling. */
import type { CaseReading } from '../../../src/domain/analysis/caseReading';
import type { CaseEvent } from '../../../src/domain/case/event';
import type { Submission } from '../../../src/domain/case/case';
import { planText } from '../../../src/domain/plan/planText';
import type { PlanBody } from '../../../src/domain/plan/frozenPlan';

/** What was added from two devices at once stands in the order in which it arrived. */
const textOf = (plan: PlanBody): string => planText(plan, { audience: 'worker' }).split('\n').sort().join('\n');
const sorted = <Item>(items: Iterable<Item>): Item[] => [...items].sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
const without = (value: object, ...names: readonly string[]): object => Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

export function outcomeOf(reading: CaseReading): object {
  const { state } = reading;
  const notes = new Map(state.notes.map(({ id, text }) => [id, text]));
  return {
    person: [state.name, state.yearOfBirth, state.mode, state.referral?.words],
    answers: sorted([...state.answers].map(([prompt, { choices, words }]) => ({ prompt, choices, words }))),
    skipped: sorted(state.skipped),
    parked: sorted(state.parked),
    observations: sorted(state.observations.map((observed) => without(observed, 'at'))),
    position: state.position,
    trail: state.trail,
    notes: sorted(state.notes.map(({ id, text, filed }) => [notes.get(id), text, sorted(filed)])),
    concerns: sorted([...state.concerns.values()].map(({ id, raised, ...done }) => [raised?.words ?? id, ...Object.values(done).map((one) => without(one as object, 'at'))])),
    course: [state.tierChange?.tier, state.tierChange?.reason, state.chosen, sorted(state.declined), state.nothingFitted, sorted(state.confirmedWords), state.paused?.until, state.closed?.reason],
    later: [state.firstVisit && without(state.firstVisit, 'at'), state.reviews.map((review) => without(review, 'at'))],
    plan: textOf(reading.plan()),
    submissions: state.submissions.map(submissionOf),
  };
}

const submissionOf = ({ plan, place, decisions, copies, delivered, givenUp, message }: Submission): object => ({
  version: plan.version,
  text: textOf(plan.body),
  gate: plan.gate,
  safety: plan.safety,
  place,
  decisions: decisions.map((decision) => without(decision, 'at')),
  copies,
  posted: message !== undefined,
  delivered: sorted(delivered),
  givenUp,
});

/** Everything that happened, however often, in whatever order. */
export function happenings(events: readonly CaseEvent[]): string[] {
  const names = new Map(events.flatMap((event) => (event.type === 'NotePasted' ? [[event.note, event.text]] : event.type === 'ConcernRaised' ? [[event.concern, event.words]] : []) as [string, string][]));
  // Which state of a safety action was still there when nobody could be told of it is a matter of the moment; notices that went out count.
  const told = events.filter(({ type }) => type !== 'SafetyNoticeUntold').map((event): string => {
    const { at: _at, press: _press, ...rest } = event;
    const plain = Object.entries(rest.type === 'PlanSubmitted' ? { ...rest, plan: [rest.plan.version, textOf(rest.plan.body)] } : rest).sort();
    return [...names].reduce((text, [id, name]) => text.replaceAll(`"${id}"`, JSON.stringify(name)), JSON.stringify(plain));
  });
  return told.sort();
}
