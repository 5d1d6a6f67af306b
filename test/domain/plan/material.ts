/** A case that has been talked through, on the small framework: invented, and read by the same code as any other. */
import { loadConcepts } from '../../../src/content/loadConcepts';
import { Activity } from '../../../src/domain/activities/activity';
import type { ActivityOption, CheckResult, Fit } from '../../../src/domain/activities/option';
import { readConcerns } from '../../../src/domain/analysis/concerns';
import type { Concern, Finding, Tier } from '../../../src/domain/analysis/finding';
import type { OpenCase } from '../../../src/domain/case/case';
import { readConversation } from '../../../src/domain/case/conversation';
import type { CaseEvent } from '../../../src/domain/case/event';
import { replay } from '../../../src/domain/case/evolve';
import { loadContent } from '../../../src/content/load';
import type { Content } from '../../../src/domain/framework/content';
import { applyEdits } from '../../../src/domain/plan/applyEdits';
import { checkGate } from '../../../src/domain/plan/checkGate';
import { draftPlan } from '../../../src/domain/plan/draftPlan';
import type { Source } from '../../../src/domain/plan/frozenPlan';
import { smallFramework } from './smallFramework';

export const at = (minute: number): string => `2026-11-24T09:${String(minute).padStart(2, '0')}:00.000Z`;

export const opened: CaseEvent = { type: 'CaseOpened', at: at(0), by: 'wren', ref: 'WREN-204', framework: 'small', mode: 'together', name: 'Rose Kowalska', workerName: 'Wren Worker' };
export const answer = (minute: number, prompt: string, choices: string[], words?: string): CaseEvent => ({ type: 'PromptAnswered', at: at(minute), by: 'wren', prompt, choices, how: 'card', ...(words === undefined ? {} : { words }) });
export const edit = (minute: number, target: string, text: string | null): CaseEvent => ({ type: 'PlanEdited', at: at(minute), by: 'wren', edits: [{ target, text }] });
export const chose: CaseEvent = { type: 'OptionChosen', at: at(20), by: 'wren', activity: 'potting-group', name: 'Potting group', catalogue: 'sample' };

export const talk: readonly CaseEvent[] = [
  opened,
  answer(1, 'AA1', ['paper:y', 'boss:y', 'doc:a']),
  answer(2, 'AA2', ['big', 'other'], 'big clear letters'),
  answer(3, 'AA3', [], 'The doctor said I am on my own too much'),
  answer(4, 'BB1', [], 'My garden, and not being a burden'),
  answer(5, 'BB2', ['patient'], 'I keep my word'),
  answer(6, 'BB3', ['bus']),
  answer(7, 'BB4', ['social'], 'waiting for the knee clinic'),
  answer(8, 'BB5', [], 'My daughter Efua, ninety miles away'),
  answer(9, 'SS1', ['yes']),
  answer(10, 'CC1', [], 'Hands in the soil again\nSing with other people'),
  answer(11, 'CC2', ['goal:2', '9']),
  chose,
  answer(21, 'CC3', ['activity:potting-group']),
  answer(22, 'CC4', ['meet', 'taster', 'worker', 'on:2026-11-27'], 'a cup of tea first'),
  answer(23, 'CC5', [], 'If it rains, I phone the garden\nIf my knee is bad, I sit'),
  answer(24, 'CC6', ['8'], 'knowing the way'),
  answer(25, 'CC7', ['on:2026-12-15', 'doc:y', 'kin:n', 'paper'], 'When I stop opening the curtains, I ring the surgery'),
];

export const activity = Activity.parse({
  id: 'potting-group', name: 'Potting group', what: 'Potting plants together.', provider: 'Millfield Garden', place: 'Millfield', kind: 'group', interests: ['growing'], gives: ['useful'],
  company: 'small', groupSize: 6, setting: 'outdoors', rhythm: 'regular', manner: 'doing', level: 'gentle', demand: { body: 'light', thinking: 'light', company: 'light', commitment: 'light' },
  when: { text: 'Tuesdays, 2 pm', days: ['tue'], time: 'afternoon' }, travel: { bus: 20 }, pounds: 0, placeKind: 'park', firstContact: 'the garden leader', ifMissed: 'Come the next week.',
  joining: 'phone-first', status: 'open', checked: '2026-11-01', clinicalCheck: false, contact: '01632 960101', sample: true,
});

const check = (of: Partial<CheckResult>): CheckResult => ({ check: 'meaningful', fit: 'po', outcome: 'yes', because: 'it is your garden', from: [], ...of });
const fit = (state: Fit['state'], reason: string, checks: readonly CheckResult[]): Fit => ({ state, reason, checks });
const said: Source = { kind: 'words', prompt: 'BB1', quote: 'My garden, and not being a burden' };
const bus: Source = { kind: 'choice', prompt: 'BB3', choice: 'bus', label: 'Bus' };
export const privately: Source = { kind: 'choice', prompt: 'SS1', choice: 'yes', label: 'CANARY label' };

export const option = (more: { readonly pe?: Fit } = {}): ActivityOption => ({
  activity,
  fits: {
    po: fit('works-now', 'you said your garden matters', [check({ from: [said] })]),
    pe: more.pe ?? fit('with-changes', 'one bus, twenty minutes', [check({ check: 'reachable', fit: 'pe', from: [bus], because: 'one bus goes there' })]),
    eo: fit('works-now', 'six people, raised beds', [check({ check: 'setting', fit: 'eo' })]),
  },
  reasons: [],
  changes: [],
  unknowns: [],
});

export const finding = (side: Finding['side'], kind: Finding['kind'], what: string, from: readonly Source[]): Finding => ({ rule: 'marked-choice', kind, side, what, from });
export const findings: readonly Finding[] = [
  finding('person', 'enabler', 'keeps going at things', [{ kind: 'choice', prompt: 'BB2', choice: 'patient', label: 'Patient' }]),
  finding('environment', 'enabler', 'a bus nearby', [bus]),
  finding('environment', 'barrier', 'family far away', [{ kind: 'words', prompt: 'BB5', quote: 'My daughter Efua, ninety miles away' }]),
  finding('environment', 'barrier', 'CANARY finding', [privately]),
];

const content: Content = { version: 'small', framework: smallFramework, concerns: new Map([['F03', { code: 'F03', title: 'Invented', examples: '', who: '', steps: ['Invented'], wordsToSay: '', restricted: true, contacts: [], partners: [] }]]), contacts: new Map(), exits: [], process: [], texts: {}, filing: { sets: {}, wants: { liked: 'PV3', disliked: 'OC4', wished: [] }, prompts: {} }, safety: loadContent().safety, lexicon: loadContent().lexicon, concepts: loadConcepts };

/** Everything that the plan is made of, read from events; `more` replaces what a rule is about. */
export function readPlan(events: readonly CaseEvent[], more: { readonly findings?: readonly Finding[]; readonly concerns?: readonly Concern[]; readonly option?: ActivityOption; readonly tier?: Tier['is'] } = {}) {
  const state = replay(events) as OpenCase;
  const conversation = readConversation(state, smallFramework);
  const concerns = more.concerns ?? readConcerns(state, conversation, content);
  const chosen = state.chosen ? { activity, option: more.option ?? option() } : {};
  const draft = draftPlan({ state, conversation, concerns, findings: more.findings ?? findings.filter(({ from }) => from.every((source) => 'prompt' in source && conversation.answers.has(source.prompt))), ...chosen });
  const { body, refused } = applyEdits(draft, state.edits, conversation);
  const tier: Tier = { is: more.tier ?? 1, why: [] };
  return { state, conversation, concerns, draft, body, refused, tier, gate: checkGate({ body, state, conversation, concerns, tier }) };
}

/** The same talk without the answers to these prompts. */
export const without = (...prompts: string[]): CaseEvent[] => talk.filter((event) => event.type !== 'PromptAnswered' || !prompts.includes(event.prompt));
export const owned: CaseEvent = { type: 'ConcernOwned', at: at(26), by: 'wren', concern: 'F10-SOON', owner: 'Falls service', action: 'appointment about the fall', route: 'phone', when: 'this week' };
