/** What a case teaches about activities, and about what nobody offers: kept apart from it, without anything that leads back. */
import type { CaseEvent } from '../domain/case/event';
import type { Learnt } from '../domain/learnt/learnt';
import { unmetNeed } from '../domain/learnt/unmetNeed';
import type { CaseDesk } from './caseDesk';
import type { Parts } from './ports';

/** Of events that were only just appended to the case on `before`. A need that it told before is one need. */
export async function learnFrom({ learnt }: Pick<Parts, 'learnt'>, before: CaseDesk, events: readonly CaseEvent[]): Promise<void> {
  for (const one of events.flatMap((event) => lessonsOf(event, before))) await learnt.keep(one);
}

function lessonsOf(event: CaseEvent, { events, reading }: CaseDesk): readonly Learnt[] {
  if (event.type !== 'NothingFitted') return [];
  const isTold = events.some((earlier) => earlier.type === 'NothingFitted' && earlier.want === event.want);
  return isTold ? [] : [unmetNeed(event, reading)];
}
