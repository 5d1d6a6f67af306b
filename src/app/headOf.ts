import type { CaseReading } from '../domain/analysis/caseReading';
import type { CaseHead } from '../domain/case/head';
import { openingToShow } from '../domain/case/openings';
import { owedBy } from '../domain/case/owedSafety';
import { remindersOf } from '../domain/case/reminders';
import { answersFeeding } from '../domain/plan/fedAnswers';

/** As the plan has it: the day that was answered, until the worker moves it. */
function reviewDayOf({ state, conversation }: CaseReading): string | undefined {
  const moved = state.edits.findLast(({ target }) => target === 'review');
  if (moved) return moved.text ?? undefined;
  return answersFeeding(conversation, 'review')[0]?.choices[0]?.choice.slice('on:'.length);
}

function setAsideOf({ record }: CaseReading['state']): Pick<CaseHead, 'setAside'> {
  if (record.erasing) return { setAside: 'erasing' };
  return record.restricted ? { setAside: 'restricted' } : {};
}

/** What lists show of this case. */
export function headOf(reading: CaseReading): CaseHead {
  const { caseId, state, concerns, process } = reading;
  const [reminder] = remindersOf(reading);
  const opening = openingToShow(state);
  const review = reviewDayOf(reading);
  return {
    caseId,
    rev: state.rev,
    ref: state.ref,
    name: state.name,
    worker: state.worker,
    state: state.closed ? 'closed' : state.paused ? 'paused' : 'open',
    stage: process.here,
    touchedAt: state.touchedAt,
    activeAt: state.activeAt,
    openConcerns: concerns.filter(({ state: stands, urgency }) => stands === 'open' && urgency !== 'ROUTINE').length,
    ...setAsideOf(state),
    ...(opening === undefined ? {} : { openedBy: { name: opening.name, at: opening.at } }),
    ...(state.closed ? { closedAt: state.closed.at } : {}),
    owes: owedBy(reading).length > 0,
    ...(review === undefined ? {} : { reviewOn: review }),
    ...(reminder === undefined ? {} : { remindOn: reminder.at }),
  };
}
