import type { CaseReading } from '../../src/domain/analysis/caseReading';
import { readCase } from '../../src/domain/analysis/readCase';
import { decide, type Command } from '../../src/domain/case/decide';
import type { Envelope, Refusal } from '../../src/domain/case/decision';
import type { CaseEvent } from '../../src/domain/case/event';
import { replay } from '../../src/domain/case/evolve';
import { authorityOf, type Authority } from '../../src/domain/organisation/authority';
import { noOrganisation } from '../../src/domain/organisation/organisation';
import { freezePlan } from '../../src/domain/plan/freezePlan';
import { loadActivities } from '../../src/content/loadActivities';
import { loadContent } from '../../src/content/load';

export const now: Envelope = { at: '2026-11-02T10:00:00.000Z', by: 'wren' };
const content = loadContent();
const catalogue = loadActivities();

export const opened: CaseEvent = { type: 'CaseOpened', ...now, ref: 'WREN-204', framework: content.version, mode: 'together', name: 'Mrs K', workerName: 'Wren Alder' };
export const openedBy = (more: Partial<Extract<CaseEvent, { type: 'CaseOpened' }>>): CaseEvent => ({ ...opened, ...more });
export const answered = (prompt: string, choices: readonly string[], words?: string): CaseEvent => ({ type: 'PromptAnswered', ...now, prompt, choices: [...choices], how: 'card', ...(words === undefined ? {} : { words }) });
export const alone = answered('OP1', ['private']);

/** What somebody may do where nobody was given a role yet. */
export const asIfAlone: Authority = authorityOf(noOrganisation, { administrators: [], supervisors: [] }, 'anybody');

export function readingOf(events: readonly CaseEvent[]): CaseReading {
  const state = replay(events);
  if (state.status === 'none') throw new Error('These events open no case');
  return readCase({ caseId: 'c1', state, content, catalogue, today: now.at.slice(0, 10) });
}

/** given(...events).when(command).then(...events) | .refuses(reason) */
export const given = (...events: readonly CaseEvent[]) => ({
  when: (command: Command, envelope: Envelope = now, authority: Authority = asIfAlone) => {
    const state = replay(events);
    const decision = decide(command, envelope, state, state.status === 'none' ? undefined : readingOf(events), authority);
    return {
      then: (...expected: Partial<CaseEvent>[]) => expect(decision).toEqual({ kind: 'accepted', events: expected.map((event) => expect.objectContaining(event)) }),
      /** The events and nothing else in them: for what has to be left out. */
      thenExactly: (...expected: CaseEvent[]) => expect(decision).toStrictEqual({ kind: 'accepted', events: expected }),
      refuses: (reason: Refusal) => expect(decision).toEqual({ kind: 'refused', reason }),
    };
  },
});

export const reviewPlace = { id: 'plan-review', name: 'Plan review', kind: 'channel' } as const;
/** Posting the plan as these events have it. */
export const postingOf = (events: readonly CaseEvent[], unconfirmed = 0): Extract<Command, { type: 'SubmitPlan' }> => ({ type: 'SubmitPlan', place: reviewPlace, plan: freezePlan(readingOf(events)), unconfirmed });
export const submittedOf = (events: readonly CaseEvent[]): CaseEvent => ({ type: 'PlanSubmitted', ...now, place: reviewPlace, plan: freezePlan(readingOf(events)) });

/** The events after these commands, each of which has to be accepted. */
export function after(events: readonly CaseEvent[], ...commands: readonly Command[]): readonly CaseEvent[] {
  return commands.reduce((so, command) => {
    const decision = decide(command, now, replay(so), readingOf(so), asIfAlone);
    if (decision.kind === 'refused') throw new Error(`${command.type} was refused: ${decision.reason}`);
    return [...so, ...decision.events];
  }, events);
}
