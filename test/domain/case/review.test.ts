import type { Command } from '../../../src/domain/case/decide';
import type { Rights } from '../../../src/domain/case/decideReview';
import type { CaseEvent } from '../../../src/domain/case/event';
import { owedOf } from '../../../src/domain/case/owed';
import { owedBy } from '../../../src/domain/case/owedSafety';
import { alone, answered, given, now, opened, postingOf, readingOf, submittedOf } from '../../support/givenCase';

const told: readonly CaseEvent[] = [opened, alone, answered('OP2', ['notes:yes', 'supervisor:yes']), answered('OC7', [], 'Having my hands in the soil again')];
const posted: CaseEvent = { type: 'PlanPosted', ...now, version: 1, message: 'm1' };
const open: readonly CaseEvent[] = [...told, submittedOf(told), posted];
/** The same plan, as if every item of its gate were there: the rules of the gate are told elsewhere. */
const complete = (events: readonly CaseEvent[]): CaseEvent[] =>
  events.map((event) => (event.type === 'PlanSubmitted' ? { ...event, plan: { ...event.plan, gate: event.plan.gate.map((item) => ({ ...item, ok: true })) } } : event));
const second = [...open, answered('OC7', [], 'Seeing people who garden')];
const newer: readonly CaseEvent[] = [...second, submittedOf(second), { ...posted, version: 2, message: 'm2' }];

const sam = { ...now, by: 'sam' };
const rights = (more: Partial<Rights> = {}): Rights => ({ isMember: true, isSupervisor: true, mayReviewOwn: false, name: 'Sam Okafor', ...more });
const decisions = (version = 1, may = rights()): readonly Command[] => [
  { type: 'Agree', version, rights: may },
  { type: 'AskChange', version, line: 'goal-1', words: 'What is the first step?', rights: may },
  { type: 'TakeToSupervision', version, words: 'Let us talk', rights: may },
];
const [agree, change, supervision] = decisions() as [Command, Command, Command];
const agreed: CaseEvent = { type: 'PlanAgreed', ...sam, version: 1, reviewer: 'Sam Okafor' };
const asked: CaseEvent = { type: 'ChangeAsked', ...sam, version: 1, reviewer: 'Sam Okafor', line: 'goal-1', words: 'What is the first step?' };
const taken: CaseEvent = { type: 'TakenToSupervision', ...sam, version: 1, reviewer: 'Sam Okafor' };

describe('a reviewer', () => {
  it('agrees to a plan with nothing missing', () => given(...complete(open)).when(agree, sam).then({ type: 'PlanAgreed', by: 'sam', version: 1, reviewer: 'Sam Okafor' }));
  it('does not agree while something is missing', () => given(...open).when(agree, sam).refuses('gate-not-passed'));
  it('asks for a change, pinned to a line', () => given(...open).when(change, sam).then({ type: 'ChangeAsked', line: 'goal-1', words: 'What is the first step?', reviewer: 'Sam Okafor' }));
  it('says what should change', () => given(...open).when({ type: 'AskChange', version: 1, line: 'plan', words: ' ', rights: rights() }, sam).refuses('words-missing'));
  it('takes it to supervision, with or without words', () => {
    given(...open).when(supervision, sam).then({ type: 'TakenToSupervision', words: 'Let us talk' });
    given(...open).when({ type: 'TakeToSupervision', version: 1, words: ' ', rights: rights() }, sam).thenExactly({ type: 'TakenToSupervision', ...sam, version: 1, reviewer: 'Sam Okafor' });
  });
  it('opens the full plan, and that is on record', () => given(...open).when({ type: 'OpenFullPlan', version: 1, rights: rights() }, sam).then({ type: 'PlanOpenedByReviewer', version: 1, reviewer: 'Sam Okafor', by: 'sam' }));
});

describe('who may decide', () => {
  it.each(decisions())('nobody on their own plan: %s', (command) => given(...complete(open)).when(command).refuses('own-plan'));
  it.each(decisions(1, rights({ mayReviewOwn: true })))('but the one person at a local screen: %s', (command) => given(...complete(open)).when(command).then({ version: 1 }));
  it.each(decisions(1, rights({ isMember: false })))('nobody from outside the place: %s', (command) => given(...complete(open)).when(command, sam).refuses('not-a-member'));
  it.each(decisions(1, rights({ isSupervisor: false })))('only supervisors where they are named: %s', (command) => given(...complete(open)).when(command, sam).refuses('not-a-reviewer'));
  it.each([
    [rights({ isMember: false }), 'not-a-member'],
    [rights({ isSupervisor: false }), 'not-a-reviewer'],
  ] as const)('and only they read the full plan', (may, reason) => given(...open).when({ type: 'OpenFullPlan', version: 1, rights: may }, sam).refuses(reason));
  it('lets the worker read their own full plan', () => given(...open).when({ type: 'OpenFullPlan', version: 1, rights: rights({ isSupervisor: false }) }).then({ type: 'PlanOpenedByReviewer' }));
});

describe('when a decision stands', () => {
  it.each(decisions())('nobody decides on an older version: %s', (command) => given(...complete(newer)).when(command, sam).refuses('old-version'));
  it.each(decisions(7))('nobody decides on a version that was never posted: %s', (command) => given(...open).when(command, sam).refuses('not-posted'));
  it.each(decisions())('nobody decides twice: %s', (command) => {
    given(...complete(open), agreed).when(command, sam).refuses('already-decided');
    given(...complete(open), asked).when(command, sam).refuses('already-decided');
  });
  it('agrees, or asks for a change, after supervision', () => {
    given(...complete(open), taken).when(agree, sam).then({ type: 'PlanAgreed' });
    given(...complete(open), taken).when(change, sam).then({ type: 'ChangeAsked' });
    given(...complete(open), taken).when(supervision, sam).refuses('already-decided');
  });
  it('decides on the plan as it was posted, not as it reads now', () => given(...complete(open), answered('OC7', [])).when(agree, sam).then({ type: 'PlanAgreed', version: 1 }));
  it('agrees to nothing while something that came up since has no named person', () => {
    const cameUp = [...complete(open), answered('PC5', ['how-or-when'])];
    given(...cameUp).when(agree, sam).refuses('came-up-since');
    given(...cameUp).when(change, sam).then({ type: 'ChangeAsked' });
    given(...cameUp, { type: 'ConcernOwned', ...now, concern: 'F02-NOW', owner: 'Dr Rao', action: 'sees her', route: 'phone' }).when(agree, sam).then({ type: 'PlanAgreed', version: 1 });
    given(...complete(open), answered('PC2', ['more-falls'])).when(agree, sam).refuses('came-up-since');
  });
});

describe('when the person says no to notes or to their supervisor after it was posted', () => {
  const notes = answered('OP2', ['notes:no', 'supervisor:yes']);
  const supervisor = answered('OP2', ['notes:yes', 'supervisor:no']);
  const again = answered('OP2', ['notes:yes', 'supervisor:yes']);
  const read: Command = { type: 'OpenFullPlan', version: 1, rights: rights() };

  it.each([['notes', notes], ['their supervisor', supervisor]])('nobody reads or decides on it: %s', (_to, no) => {
    for (const command of [agree, change, supervision, read]) given(...complete(open), no).when(command, sam).refuses('consent-withdrawn');
    for (const command of [agree, change, supervision, read]) given(...complete(open), no, again).when(command, sam).then({ version: 1 });
  });
  it('its message is drawn again without it, and again with it when they say yes', () => {
    const owed = (...events: readonly CaseEvent[]) => owedBy(readingOf([...complete(open), ...events])).flatMap((one) => (one.kind === 'redraw' && one.key.startsWith('consent') ? [one.key] : []));
    const drawn = (decision: string): CaseEvent => ({ type: 'DecisionDelivered', ...now, by: 'threefold', version: 1, to: 'card', decision });
    expect(owed()).toEqual([]);
    expect(owed(notes)).toEqual(['consent-1:withheld']);
    expect(owed(notes, drawn('consent-1:withheld'))).toEqual([]);
    expect(owed(notes, drawn('consent-1:withheld'), again)).toEqual(['consent-2:shown']);
    expect(owed(notes, drawn('consent-1:withheld'), again, drawn('consent-2:shown'))).toEqual([]);
  });
  it('what waits to be posted waits on', () => {
    const kinds = (...events: readonly CaseEvent[]) => owedBy(readingOf([...told, submittedOf(told), ...events])).map(({ kind }) => kind);
    expect([kinds(), kinds(supervisor), kinds(supervisor, again)]).toEqual([['post'], [], ['post']]);
  });
});

describe('what the platform confirmed', () => {
  const waiting = [...told, submittedOf(told)];
  const byHost = { ...now, by: 'threefold' };
  const owed = (events: readonly CaseEvent[]) => owedOf(readingOf(events).state).map((one) => (one.kind === 'post' ? 'post' : `${one.kind} ${one.key}`));

  it('records that a plan was posted, once', () => {
    given(...waiting).when({ type: 'RecordPosted', version: 1, message: 'm1' }, byHost).then({ type: 'PlanPosted', version: 1, message: 'm1' });
    given(...waiting, posted).when({ type: 'RecordPosted', version: 1, message: 'm1' }, byHost).refuses('already-posted');
  });
  it('keeps a second message with the same plan, and owes it the same look', () => {
    const copy: CaseEvent = { type: 'PlanPosted', ...byHost, version: 1, message: 'm9' };
    given(...waiting, posted).when({ type: 'RecordPosted', version: 1, message: 'm9' }, byHost).then({ type: 'PlanPosted', message: 'm9' });
    given(...waiting, posted, copy).when({ type: 'RecordPosted', version: 1, message: 'm9' }, byHost).refuses('already-posted');
    expect(owed([...waiting, posted, copy])).toEqual(['redraw copy-1']);
    expect(owed([...waiting, posted, copy, { type: 'DecisionDelivered', ...byHost, version: 1, to: 'card', decision: 'copy-1' }])).toEqual([]);
  });
  it('tries no more where the plan can never be posted: the worker is told, and may post it somewhere else', () => {
    const stuck: CaseEvent = { type: 'PostFailed', ...byHost, version: 1, reason: 'I am not there any more', final: true };
    given(...waiting).when({ type: 'RecordPostFailed', version: 1, reason: 'I am not there any more', final: true }, byHost).then({ type: 'PostFailed', final: true });
    given(...waiting, stuck).when({ type: 'RecordPostFailed', version: 1, reason: 'I am not there any more', final: true }, byHost).refuses('nothing-changed');
    expect(owed([...waiting, stuck])).toEqual(['tell-stuck stuck']);
    expect(owed([...waiting, stuck, { type: 'DecisionDelivered', ...byHost, version: 1, to: 'worker', decision: 'stuck' }])).toEqual([]);
    given(...waiting).when(postingOf(waiting)).refuses('already-posted');
    given(...waiting, stuck).when(postingOf([...waiting, stuck])).then({ type: 'PlanSubmitted' });
  });
  it('gives up on what can never arrive, and owes it no more', () => {
    const gone = { version: 1, to: 'worker', decision: 'agreed-1', reason: 'the chat is gone' } as const;
    given(...complete(open), agreed).when({ type: 'RecordGivenUp', ...gone }, byHost).then({ type: 'DeliveryGivenUp', ...gone });
    const givenUp: CaseEvent = { type: 'DeliveryGivenUp', ...byHost, ...gone };
    expect(owed([...complete(open), agreed, givenUp])).toEqual(['redraw agreed-1']);
    given(...complete(open), agreed, givenUp).when({ type: 'RecordGivenUp', ...gone }, byHost).refuses('nothing-changed');
  });
  it('records why a post failed, once for each reason, and stays owing it', () => {
    const failed: CaseEvent = { type: 'PostFailed', ...byHost, version: 1, reason: 'no answer' };
    given(...waiting).when({ type: 'RecordPostFailed', version: 1, reason: 'no answer', final: false }, byHost).then({ type: 'PostFailed', reason: 'no answer' });
    given(...waiting, failed).when({ type: 'RecordPostFailed', version: 1, reason: 'no answer', final: false }, byHost).refuses('nothing-changed');
    expect([owed([...waiting, failed]), owed([...waiting, failed, posted])]).toEqual([['post'], []]);
    expect(readingOf([...waiting, failed, posted]).state.submissions[0]?.failed).toBeUndefined();
  });
  it('owes a decision to the worker and to the card until each has it', () => {
    const told1: CaseEvent = { type: 'DecisionDelivered', ...byHost, version: 1, to: 'worker', decision: 'agreed-1' };
    expect(owed([...complete(open), agreed])).toEqual(['tell-worker agreed-1', 'redraw agreed-1']);
    expect(owed([...complete(open), agreed, told1])).toEqual(['redraw agreed-1']);
    given(...complete(open), agreed, told1).when({ type: 'RecordDelivered', version: 1, to: 'worker', decision: 'agreed-1' }, byHost).refuses('nothing-changed');
    given(...complete(open), agreed, told1).when({ type: 'RecordDelivered', version: 1, to: 'card', decision: 'agreed-1' }, byHost).then({ type: 'DecisionDelivered', to: 'card' });
  });
  it('draws the older card again when there is a newer version, and posts an older one no more', () => {
    expect(owed(newer)).toEqual(['redraw superseded']);
    const neverSent = [...waiting, answered('OC7', [], 'Seeing people who garden')];
    expect(owed([...neverSent, submittedOf(neverSent)])).toEqual(['post']);
  });
});
