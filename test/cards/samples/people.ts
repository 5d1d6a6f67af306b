/** Invented people for the cards: a typical one, and one whose every word tries to break a card. */
import { Activity, listsInPart, type Catalogue } from '../../../src/domain/activities/activity';
import { readCase } from '../../../src/domain/analysis/readCase';
import type { CaseReading } from '../../../src/domain/analysis/caseReading';
import type { CaseEvent } from '../../../src/domain/case/event';
import { replay } from '../../../src/domain/case/evolve';
import { loadContent } from '../../../src/content/load';
import { loadActivities } from '../../../src/content/loadActivities';

export const content = loadContent();
const catalogue = loadActivities();
const by = { at: '2026-11-02T10:00:00.000Z', by: 'wren' };

export const opened = (more: { mode?: 'together' | 'phone' | 'notes'; name?: string; yearOfBirth?: number } = {}): CaseEvent => ({ type: 'CaseOpened', ...by, ref: 'WREN-204', framework: content.version, mode: more.mode ?? 'together', name: more.name ?? 'Mrs K', yearOfBirth: more.yearOfBirth ?? 1952, workerName: 'Wren Alder' });
export const answered = (prompt: string, choices: readonly string[], words?: string): CaseEvent => ({ type: 'PromptAnswered', ...by, prompt, choices: [...choices], how: 'card', part: content.framework.prompts.find(({ id }) => id === prompt)!.parts.at(-1)!.id, ...(words === undefined ? {} : { words }) });
export const wentTo = (prompt: string, part?: string): CaseEvent => ({ type: 'PromptOpened', ...by, prompt, ...(part === undefined ? {} : { part }) });
export const happened = <Type extends CaseEvent['type']>(event: Omit<Extract<CaseEvent, { type: Type }>, 'at' | 'by'> & { type: Type }): CaseEvent => ({ ...by, ...event }) as CaseEvent;

/** The id is as long as real ones are, because it is on every button. */
export const readingOf = (...events: readonly CaseEvent[]): CaseReading => readingAmong(catalogue, ...events);

export function readingAmong(list: Catalogue, ...events: readonly CaseEvent[]): CaseReading {
  const state = replay(events);
  if (state.status === 'none') throw new Error('A sample case needs its opening');
  return readCase({ caseId: 'case-0b54f2de-8c11-4b7e-9f0d-3f6f6f2b6a77', state, content, catalogue: list, today: '2026-11-02' });
}

/** As directories are: one listing in three says little, one was checked years ago, one is full. */
export const sparse: Catalogue = {
  version: catalogue.version,
  activities: catalogue.activities.map((activity, place) => {
    const { id, name, what, words, interests, gives } = activity;
    if (place % 3 === 0) return Activity.parse({ id, name, what, words, interests, gives, inPart: [...listsInPart] });
    return place % 3 === 1 ? { ...activity, checked: '2025-03-01' } : { ...activity, status: 'full', waitWeeks: 9 };
  }),
};

export const nasty = '**bold** _it_ [link](https://example.org) <at>Wren</at> <b>html</b> ${name} {{DATE(2026-11-02)}} \u202Eback\u202C \u0007 # head - list 1. one \u05e9\u05dc\u05d5\u05dd \ud83e\uddd1\u200d\ud83c\udf3e & | ~ `code` \\ "quote"';
export const endless = `${nasty} `.repeat(22);

const talk: readonly CaseEvent[] = [
  answered('OP1', ['private']),
  answered('OP2', ['notes:yes', 'supervisor:yes', 'gp:ask']),
  answered('OP3', ['large-print', 'quiet-place'], 'She hears better on the left.'),
  answered('OP4', [], 'Since the fall I hardly go out. I would like my days to have something in them.'),
  answered('PV1', [], 'My garden and my sister.'),
  answered('PC2', ['one-fall'], 'On the wet step, in June.'),
];
export const typicalEvents: readonly CaseEvent[] = [opened(), ...talk];
export const phoneEvents: readonly CaseEvent[] = [opened({ mode: 'phone' }), ...talk];
export const worstEvents: readonly CaseEvent[] = [
  opened({ name: `${nasty} ${nasty}` }),
  answered('OP1', ['private']),
  answered('OP3', ['interpreter', 'bsl', 'large-print', 'easy-read', 'audio', 'text-not-calls', 'longer-slots', 'someone-present', 'quiet-place', 'step-free', 'other'], endless),
  answered('OP4', [], endless),
  answered('PV1', [], `better off without me ${endless}`),
  answered('PC2', ['hurt'], endless),
  answered('PC4', ['most-days', 'a-lot']),
  answered('PC5', ['how-or-when', 'not-safe']),
];
