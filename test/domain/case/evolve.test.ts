import fc from 'fast-check';
import type { OpenCase } from '../../../src/domain/case/case';
import { CaseEvent } from '../../../src/domain/case/event';
import { evolve, noCase, replay } from '../../../src/domain/case/evolve';
import { alone, answered, now, opened, readingOf, reviewPlace, submittedOf } from '../../support/givenCase';
import { anyText } from '../../support/anyText';

const told = [opened, alone, answered('OC7', [], 'Hands in the soil')];
const submitted = submittedOf(told);
const note: CaseEvent = { type: 'NotePasted', ...now, note: 'n1', text: 'Loves her garden. Fell in June.' };
const open = (events: readonly CaseEvent[]): OpenCase => {
  const state = replay(events);
  if (state.status === 'none') throw new Error('These events open no case');
  return state;
};
const first = (state: OpenCase) => state.submissions[0];

const lesson = { type: 'ActivityTried', activity: 'garden-group', day: '2026-11-02', found: 'closed' } as const;
const noticePosted: Extract<CaseEvent, { type: 'SafetyNoticePosted' }> = { type: 'SafetyNoticePosted', ...now, place: reviewPlace, message: 's1', says: 'open' };

/** Every type of event: what stands before it, and what is to be seen after it. */
const effects: { readonly [Type in CaseEvent['type']]: readonly [before: readonly CaseEvent[], event: Extract<CaseEvent, { type: Type }>, seen: (state: OpenCase) => unknown, expected: unknown] } = {
  CaseOpened: [[], opened as Extract<CaseEvent, { type: 'CaseOpened' }>, ({ ref, name, worker, rev }) => [ref, name, worker, rev], ['WREN-204', 'Mrs K', 'wren', 1]],
  ReferralRecorded: [[opened], { type: 'ReferralRecorded', ...now, words: 'lonely' }, ({ referral }) => referral, { words: 'lonely', at: now.at }],
  PersonCorrected: [[opened], { type: 'PersonCorrected', ...now, name: 'May', yearOfBirth: 1955 }, ({ name, yearOfBirth }) => [name, yearOfBirth], ['May', 1955]],
  ModeChanged: [[opened], { type: 'ModeChanged', ...now, mode: 'phone' }, ({ mode }) => mode, 'phone'],
  PromptAnswered: [[opened], { type: 'PromptAnswered', ...now, prompt: 'PV1', choices: [], words: 'my garden', how: 'card', part: 'matters' }, ({ answers, position, trail }) => [answers.get('PV1')?.words, position, trail], ['my garden', { kind: 'answered', prompt: 'PV1', part: 'matters' }, ['PV1']]],
  ObservationRecorded: [[opened], { type: 'ObservationRecorded', ...now, prompt: 'PV1', words: 'smiled' }, ({ observations, answers }) => [observations, answers.size], [[{ prompt: 'PV1', words: 'smiled', at: now.at }], 0]],
  PromptSkipped: [[opened], { type: 'PromptSkipped', ...now, prompt: 'PV1', why: 'not-today' }, ({ skipped, position, trail }) => [skipped.get('PV1'), position, trail], ['not-today', { kind: 'left', prompt: 'PV1' }, ['PV1']]],
  PromptParked: [[opened], { type: 'PromptParked', ...now, prompt: 'PV1' }, ({ parked, position }) => [[...parked], position], [['PV1'], { kind: 'left', prompt: 'PV1' }]],
  PromptOpened: [[opened], { type: 'PromptOpened', ...now, prompt: 'PC4', part: 'in-the-way' }, ({ position, trail }) => [position, trail], [{ kind: 'opened', prompt: 'PC4', part: 'in-the-way' }, ['PC4']]],
  NotePasted: [[opened], note, ({ notes }) => notes, [{ id: 'n1', text: 'Loves her garden. Fell in June.', at: now.at, filed: [] }]],
  SentenceFiled: [[opened, note], { type: 'SentenceFiled', ...now, note: 'n1', start: 0, end: 17, prompt: 'PV3' }, ({ notes }) => notes[0]?.filed, [{ start: 0, end: 17, prompt: 'PV3' }]],
  SentenceDiscarded: [[opened, note, { type: 'SentenceFiled', ...now, note: 'n1', start: 0, end: 17, prompt: 'PV3' }], { type: 'SentenceDiscarded', ...now, note: 'n1', start: 0, end: 17 }, ({ notes }) => notes[0]?.filed, [{ start: 0, end: 17 }]],
  ConcernRaised: [[opened], { type: 'ConcernRaised', ...now, concern: 'w1', code: 'F28', urgency: 'TODAY', words: 'quiet' }, ({ concerns }) => concerns.get('w1')?.raised, { code: 'F28', urgency: 'TODAY', words: 'quiet', at: now.at, by: 'wren' }],
  MentionsRaised: [[opened, { type: 'MentionsRaised', ...now, concern: 'F03-TODAY~noted', about: ['one'] }], { type: 'MentionsRaised', ...now, concern: 'F03-TODAY~noted', about: ['two'] }, ({ raisedMentions }) => [...raisedMentions], ['one', 'two']],
  ConcernOwned: [[opened], { type: 'ConcernOwned', ...now, concern: 'F03-TODAY', owner: 'Dr Rao', action: 'sees her', route: 'phone', when: '4 pm', about: ['one'] }, ({ concerns }) => concerns.get('F03-TODAY')?.owned, { owner: 'Dr Rao', action: 'sees her', route: 'phone', when: '4 pm', at: now.at, about: ['one'] }],
  ConcernAnswered: [[opened], { type: 'ConcernAnswered', ...now, concern: 'w1', from: 'Dr Rao', reply: 'seen', role: 'gp' }, ({ concerns }) => concerns.get('w1')?.answered, { from: 'Dr Rao', reply: 'seen', role: 'gp', at: now.at }],
  ConcernSetAside: [[opened], { type: 'ConcernSetAside', ...now, concern: 'w1', reason: 'a slip', kind: 'figure' }, ({ concerns }) => concerns.get('w1')?.setAside, { reason: 'a slip', kind: 'figure', at: now.at }],
  RestrictedNoteRecorded: [[opened, { type: 'RestrictedNoteRecorded', ...now, concern: 'w1', words: 'one' }], { type: 'RestrictedNoteRecorded', ...now, concern: 'w1', words: 'two' }, ({ concerns }) => concerns.get('w1')?.notes, ['one', 'two']],
  EscalationRecorded: [[opened, { type: 'EscalationRecorded', ...now, concern: 'w1', said: 'one' }], { type: 'EscalationRecorded', ...now, concern: 'w1', seen: 'two' }, ({ concerns }) => concerns.get('w1')?.escalations, [{ at: now.at, said: 'one' }, { at: now.at, seen: 'two' }]],
  TierChanged: [[opened], { type: 'TierChanged', ...now, tier: 3, reason: 'the OT leads' }, ({ tierChange }) => tierChange, { tier: 3, reason: 'the OT leads', at: now.at }],
  ActivitiesSearched: [[opened, { type: 'ActivitiesSearched', ...now, words: 'goats', from: 0 }], { type: 'ActivitiesSearched', ...now, words: 'goats', from: 3 }, ({ searches }) => searches, [{ words: 'goats', from: 3, at: now.at }]],
  OptionChosen: [[opened], { type: 'OptionChosen', ...now, activity: 'choir', name: 'Choir', catalogue: 'v1' }, ({ chosen }) => chosen, { activity: 'choir', name: 'Choir', catalogue: 'v1' }],
  OptionDeclined: [[opened, { type: 'OptionChosen', ...now, activity: 'choir', name: 'Choir', catalogue: 'v1' }], { type: 'OptionDeclined', ...now, activity: 'choir', reason: 'too loud' }, ({ chosen, declined }) => [chosen, [...declined]], [undefined, [['choir', 'too loud']]]],
  NothingFitted: [[opened], { type: 'NothingFitted', ...now, want: 'growing', barrier: 'no bus' }, ({ nothingFitted }) => nothingFitted, { want: 'growing', barrier: 'no bus' }],
  PlanEdited: [[opened], { type: 'PlanEdited', ...now, edits: [{ target: 'goal-1', text: null }] }, ({ edits }) => edits, [{ target: 'goal-1', text: null, at: now.at, by: 'wren' }]],
  PlanWordsConfirmed: [[opened, { type: 'PlanWordsConfirmed', ...now, words: ['a'] }], { type: 'PlanWordsConfirmed', ...now, words: ['b'] }, ({ confirmedWords }) => [...confirmedWords], ['a', 'b']],
  PlanSubmitted: [told, submitted as Extract<CaseEvent, { type: 'PlanSubmitted' }>, (state) => [first(state)?.plan.version, first(state)?.place, first(state)?.message, first(state)?.by], [1, reviewPlace, undefined, 'wren']],
  PlanPosted: [[...told, submitted, { type: 'PostFailed', ...now, version: 1, reason: 'no answer' }], { type: 'PlanPosted', ...now, version: 1, message: 'm1' }, (state) => [first(state)?.message, first(state)?.failed, first(state)?.postedAt], ['m1', undefined, now.at]],
  PostFailed: [[...told, submitted], { type: 'PostFailed', ...now, version: 1, reason: 'no answer', final: true }, (state) => [first(state)?.failed, first(state)?.stuck], ['no answer', true]],
  PlanAgreed: [[...told, submitted], { type: 'PlanAgreed', ...now, version: 1, reviewer: 'Sam' }, (state) => first(state)?.decisions, [{ kind: 'agreed', reviewer: 'Sam', at: now.at }]],
  ChangeAsked: [[...told, submitted], { type: 'ChangeAsked', ...now, version: 1, reviewer: 'Sam', line: 'goal-1', words: 'smaller' }, (state) => first(state)?.decisions, [{ kind: 'change', reviewer: 'Sam', at: now.at, line: 'goal-1', words: 'smaller' }]],
  TakenToSupervision: [[...told, submitted], { type: 'TakenToSupervision', ...now, version: 1, reviewer: 'Sam' }, (state) => first(state)?.decisions, [{ kind: 'supervision', reviewer: 'Sam', at: now.at }]],
  PlanOpenedByReviewer: [[...told, submitted], { type: 'PlanOpenedByReviewer', ...now, version: 1, reviewer: 'Sam' }, (state) => [first(state)?.decisions, state.rev], [[], told.length + 2]],
  DecisionDelivered: [[...told, submitted], { type: 'DecisionDelivered', ...now, version: 1, to: 'card', decision: 'agreed-1' }, (state) => first(state)?.delivered, ['card:agreed-1']],
  DeliveryGivenUp: [[...told, submitted], { type: 'DeliveryGivenUp', ...now, version: 1, to: 'worker', decision: 'agreed-1', reason: 'the chat is gone' }, (state) => [first(state)?.delivered, first(state)?.givenUp], [[], ['worker:agreed-1']]],
  WorkerReminded: [[opened], { type: 'WorkerReminded', ...now, reminder: 'pause-2026-11-05' }, ({ reminded }) => [...reminded], [['pause-2026-11-05', now.at]]],
  SafetyNoticePosted: [[opened, { type: 'SafetyNoticeUntold', ...now, says: 'open', reason: 'nowhere' }], noticePosted, ({ safetyNotices, safetyUntold }) => [safetyNotices, safetyUntold], [[{ place: reviewPlace, message: 's1', says: 'open', at: now.at }], undefined]],
  SafetyNoticeChanged: [[opened, noticePosted], { type: 'SafetyNoticeChanged', ...now, message: 's1', says: 'taken:Sam', reason: 'gone' }, ({ safetyNotices }) => safetyNotices, [{ place: reviewPlace, message: 's1', says: 'taken:Sam', at: now.at, gone: true }]],
  SafetyNoticeUntold: [[opened], { type: 'SafetyNoticeUntold', ...now, says: 'open', place: 'p1', reason: 'gone' }, ({ safetyUntold }) => safetyUntold, { says: 'open', place: 'p1', reason: 'gone', at: now.at }],
  ActivityRung: [[opened], { type: 'ActivityRung', ...now, activity: 'garden-group', heard: 'closed' }, ({ chosen, declined }) => ({ chosen, declined }), { chosen: undefined, declined: expect.anything() }],
  IntroductionAnswered: [[opened], { type: 'IntroductionAnswered', ...now, activity: 'garden-group', reply: 'accepted' }, ({ chosen }) => chosen, undefined],
  FirstVisitRecorded: [[opened], { type: 'FirstVisitRecorded', ...now, went: false, lies: 'environment', words: 'no bus' }, ({ firstVisit }) => firstVisit, { went: false, lies: 'environment', words: 'no bus', at: now.at }],
  LessonOwed: [[opened], { type: 'LessonOwed', ...now, lesson }, ({ lessons }) => lessons, [{ owed: 2, lesson }]],
  LessonKept: [[opened, { type: 'LessonOwed', ...now, lesson }, { type: 'LessonOwed', ...now, lesson }], { type: 'LessonKept', ...now, owed: 2 }, ({ lessons }) => lessons, [{ owed: 3, lesson }]],
  ReviewHeld: [[opened], { type: 'ReviewHeld', ...now, words: 'better', progress: 6, next: 'keep' }, ({ reviews }) => reviews, [{ words: 'better', progress: 6, next: 'keep', at: now.at }]],
  CaseOpenedBySupervisor: [[opened], { type: 'CaseOpenedBySupervisor', ...now, by: 'sam', name: 'Sam', reason: 'cover' }, ({ openings, activeAt, worker }) => [openings, activeAt, worker], [[{ by: 'sam', name: 'Sam', reason: 'cover', at: now.at, acts: 1 }], now.at, 'wren']],
  CaseHandedOver: [[opened], { type: 'CaseHandedOver', at: '2026-11-03T10:00:00.000Z', by: 'sam', to: 'jo', toName: 'Jo Bell', name: 'Sam', reason: 'leave' }, ({ worker, workerName, activeAt, handovers }) => [worker, workerName, activeAt, handovers.map(({ from, to }) => [from, to])], ['jo', 'Jo Bell', '2026-11-03T10:00:00.000Z', [['wren', 'jo']]]],
  CasePaused: [[opened], { type: 'CasePaused', ...now, until: '2026-11-05' }, ({ paused }) => paused, { at: now.at, until: '2026-11-05' }],
  CaseResumed: [[opened, { type: 'CasePaused', ...now }], { type: 'CaseResumed', ...now }, (state) => 'paused' in state, false],
  CaseClosed: [[opened, { type: 'CasePaused', ...now }], { type: 'CaseClosed', ...now, exit: 'W', reason: 'busy', told: 'the GP', offered: 'a call' }, ({ closed, paused }) => [closed, paused], [{ exit: 'W', reason: 'busy', told: 'the GP', offered: 'a call', at: now.at }, undefined]],
  CaseRestricted: [[opened], { type: 'CaseRestricted', ...now, reason: 'disputed' }, ({ record }) => record.restricted, { reason: 'disputed', at: now.at, by: 'wren' }],
  RestrictionLifted: [[opened, { type: 'CaseRestricted', ...now, reason: 'disputed' }], { type: 'RestrictionLifted', ...now, reason: 'settled' }, ({ record }) => ['restricted' in record, record.redrawn?.name], [false, `lifted-${now.at}`]],
  HoldPlaced: [[opened], { type: 'HoldPlaced', ...now, reason: 'inquiry' }, ({ record }) => record.hold, { reason: 'inquiry', at: now.at, by: 'wren' }],
  HoldLifted: [[opened, { type: 'HoldPlaced', ...now, reason: 'inquiry' }], { type: 'HoldLifted', ...now, reason: 'over' }, ({ record }) => 'hold' in record, false],
  StatementAdded: [[opened], { type: 'StatementAdded', ...now, prompt: 'PV1', words: 'I never said that' }, ({ record, answers }) => [record.statements, answers.size], [[{ prompt: 'PV1', words: 'I never said that', at: now.at }], 0]],
  RetentionWarned: [[opened], { type: 'RetentionWarned', ...now, eraseOn: '2034-11-02' }, ({ record }) => record.warned, { at: now.at, eraseOn: '2034-11-02' }],
  RetentionAnnounced: [[opened], { type: 'RetentionAnnounced', ...now, reason: 'all chats are gone' }, ({ record }) => record.announced, { at: now.at }],
  ErasureBegun: [[opened], { type: 'ErasureBegun', ...now, why: 'asked', reason: 'they asked' }, ({ record }) => [record.erasing?.why, record.redrawn?.name], ['asked', 'withdrawn']],
  CaseReopened: [[opened, { type: 'CaseClosed', ...now, exit: 'W', reason: 'busy' }], { type: 'CaseReopened', ...now }, (state) => 'closed' in state, false],
};

describe('what each event means', () => {
  it.each(Object.entries(effects))('%s', (_type, [before, event, seen, expected]) => {
    expect(seen(open([...before, event]))).toEqual(expected);
    expect(CaseEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it('moves nothing when words are kept or come from a note', () => {
    for (const how of ['kept', 'note'] as const) expect(open([opened, { type: 'PromptAnswered', ...now, prompt: 'PV1', choices: [], words: 'x', how }])).toMatchObject({ trail: [] });
  });
  it('takes an answer away when nothing is left of it', () => expect(open([opened, answered('PV1', [], 'x'), answered('PV1', [])]).answers.has('PV1')).toBe(false));
  it('keeps every message in which a plan was posted, the first as the first', () => {
    const posted: CaseEvent = { type: 'PlanPosted', ...now, version: 1, message: 'm1' };
    const state = open([...told, submitted, posted, { ...posted, at: '2026-11-03T00:00:00.000Z', message: 'm2' }]);
    expect(first(state)).toMatchObject({ message: 'm1', copies: ['m2'], postedAt: now.at });
  });
  it('brings a case to the front by what its worker does, and by nothing else', () => {
    const at = '2026-11-05T09:00:00.000Z';
    const agreed: CaseEvent = { type: 'PlanAgreed', at, by: 'sam', version: 1, reviewer: 'Sam' };
    expect(open([...told, submitted, agreed])).toMatchObject({ touchedAt: at, activeAt: now.at });
    expect(open([...told, submitted, agreed, { ...alone, at }])).toMatchObject({ touchedAt: at, activeAt: at });
  });
  it('counts each event once, remembers each press, and keeps the latest moment', () => {
    const late = { ...alone, at: '2026-11-03T00:00:00.000Z', press: 'p1' };
    const state = open([opened, late, answered('PV1', [], 'x')]);
    expect([state.rev, [...state.presses], state.touchedAt]).toEqual([3, ['p1'], late.at]);
  });
  it('knows nothing of a case that was not opened', () => expect(replay([alone])).toBe(noCase));
});

const anything = fc.constantFrom(...Object.values(effects).map(([, event]) => event).filter(({ type }) => type !== 'CaseOpened'));
const anyEvent = fc.oneof(
  anything,
  fc.record({ prompt: fc.constantFrom('OP1', 'PV1', 'PC4', 'ES4'), words: anyText(), press: fc.string() }).map(({ prompt, words, press }): CaseEvent => ({ ...answered(prompt, [], words), press })),
);
const anyStory = fc.array(anyEvent, { maxLength: 40 }).map((events) => [opened, submitted, ...events]);

describe('a story of any events', () => {
  it('reads the same at once as step by step, and from any point on', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(), (events, cut) => {
        const whole = replay(events);
        expect(events.reduce(evolve, noCase)).toEqual(whole);
        const at = cut % events.length;
        expect(replay(events.slice(at), replay(events.slice(0, at)))).toEqual(whole);
      }),
    );
  });
  it('is the same after it was stored and read again', () => {
    fc.assert(
      fc.property(anyStory, (events) => {
        const stored = events.map((event) => CaseEvent.parse(JSON.parse(JSON.stringify(event))));
        expect(replay(stored)).toEqual(replay(events));
      }),
    );
  });
  it('never changes a state that was read before', () => {
    fc.assert(
      fc.property(anyStory, anyEvent, (events, next) => {
        const state = replay(events);
        const before = structuredClone(state);
        evolve(state, next);
        expect(state).toEqual(before);
      }),
    );
  });
  it('can always be read', () => {
    fc.assert(fc.property(anyStory, (events) => expect(readingOf(events).tier.why.length).toBeGreaterThan(0)), { numRuns: 60 });
  });
});
