import { after, alone, answered, given, now, opened, postingOf, readingOf, reviewPlace, submittedOf } from '../../support/givenCase';
import type { Command } from '../../../src/domain/case/decide';
import type { CaseEvent } from '../../../src/domain/case/event';

/** Enough about Mrs K for activities to be offered. */
const told: readonly CaseEvent[] = [
  opened, alone, answered('OP2', ['notes:yes', 'supervisor:yes', 'gp:yes']),
  answered('PV3', ['growing:used-to', 'music:used-to'], 'The choir and the allotment.'), answered('PV4', ['6']), answered('PC1', ['nothing-much']),
  answered('ES1', ['family']), answered('EP3', ['bus', 'walk', 'afternoon', 'weekday', 'minutes-30']), answered('EE1', ['yes']),
  answered('OC4', ['small', 'regular', 'doing', 'gentle']), answered('OC6', ['people', 'joy']), answered('OC7', [], 'Having my hands in the soil again'),
];
const offered = readingOf(told).options().options.map(({ activity }) => activity);
const [first, second] = offered as [(typeof offered)[0], (typeof offered)[0]];
const choose = ({ id, name }: { id: string; name: string } = first): Command => ({ type: 'ChooseOption', activity: id, name, catalogue: 'v1' });

describe('the options', () => {
  it('are there for this story', () => expect(offered.length).toBeGreaterThan(1));

  it('records the choice and the answer that it is', () => given(...told).when(choose()).then({ type: 'OptionChosen', activity: first.id, name: first.name }, { type: 'PromptAnswered', prompt: 'AP2', choices: [`activity:${first.id}`] }));
  it('keeps the words that were said about it', () =>
    given(...told, answered('AP2', [], 'the one by the canal')).when(choose()).then({ type: 'OptionChosen' }, { type: 'PromptAnswered', prompt: 'AP2', choices: [`activity:${first.id}`], words: 'the one by the canal' }));
  it('refuses an activity that is not offered', () => given(...told).when(choose({ id: 'moon-walk', name: 'Moon walk' })).refuses('activity-not-offered'));
  it('stays quiet when it is chosen already', () => given(...after(told, choose())).when(choose()).refuses('nothing-changed'));
  it('goes on with what was chosen before, when somebody went back to look', () => {
    const back = [...after(told, choose()), { type: 'PromptOpened' as const, ...now, prompt: 'AP2' }];
    expect(readingOf(back).step?.prompt.id).toBe('AP2');
    given(...back).when(choose()).then({ type: 'PromptAnswered', prompt: 'AP2', choices: [`activity:${first.id}`] });
    expect(readingOf(after(back, choose())).step?.prompt.id).not.toBe('AP2');
  });
  it('replaces an earlier choice', () => expect(readingOf(after(told, choose(first), choose(second))).chosen()?.activity.id).toBe(second.id));

  it('records why one was turned down', () => given(...told).when({ type: 'DeclineOption', activity: first.id, reason: 'too far' }).then({ type: 'OptionDeclined', activity: first.id, reason: 'too far' }));
  it('needs no reason for that', () => given(...told).when({ type: 'DeclineOption', activity: first.id, reason: ' ' }).thenExactly({ type: 'OptionDeclined', ...now, activity: first.id }));
  it('refuses to turn down what is not in the catalogue', () => given(...told).when({ type: 'DeclineOption', activity: 'moon-walk' }).refuses('activity-not-offered'));
  it('takes the choice back when the chosen one is turned down, and asks again', () => {
    const declined = readingOf(after(told, choose(), { type: 'DeclineOption', activity: first.id }));
    expect(declined.chosen()).toBeUndefined();
    expect(declined.conversation.answers.has('AP2')).toBe(false);
    expect(declined.plan().steps.some(({ id }) => id === `step-${first.id}`)).toBe(false);
  });

  it('records that nothing fits, with what was wanted', () =>
    given(...told).when({ type: 'NothingFits', want: 'growing', barrier: 'no bus' }).then({ type: 'NothingFitted', want: 'growing', barrier: 'no bus' }, { type: 'PromptAnswered', prompt: 'AP2', choices: ['something-else'] }));
  it('records "not now" as the answer', () => given(...told).when({ type: 'NotNow' }).then({ type: 'PromptAnswered', prompt: 'AP2', choices: ['not-now'] }));
  it.each<Command>([{ type: 'NotNow' }, { type: 'NothingFits', want: 'growing' }])('lets the earlier choice go after %s', (command) => {
    const reading = readingOf(after(told, choose(), command));
    expect(reading.chosen()).toBeUndefined();
    expect(reading.plan().why).toEqual([]);
  });
});

describe('editing the plan', () => {
  it('records the new words under their line', () => given(...told).when({ type: 'EditPlan', target: 'goal-1', text: ' Hands in the soil ' }).then({ type: 'PlanEdited', edits: [{ target: 'goal-1', text: ' Hands in the soil ' }] }));
  it('takes a line out', () => given(...told).when({ type: 'EditPlan', target: 'goal-1', text: null }).then({ type: 'PlanEdited', edits: [{ target: 'goal-1', text: null }] }));
  it('refuses a line that is not in the plan', () => given(...told).when({ type: 'EditPlan', target: 'goal-9', text: 'x' }).refuses('no-such-line'));
  it('refuses what the person has to answer', () => given(...told).when({ type: 'EditPlan', target: 'share-gp', text: 'yes' }).refuses('no-such-line'));
  it('refuses no words', () => given(...told).when({ type: 'EditPlan', target: 'goal-1', text: ' ' }).refuses('words-missing'));
  it('refuses a review day that is none', () => given(...told).when({ type: 'EditPlan', target: 'review', text: 'soon' }).refuses('day-unreadable'));
  it('refuses a review day that has gone', () => given(...told).when({ type: 'EditPlan', target: 'review', text: '2026-11-01' }).refuses('day-in-the-past'));
  it('stays quiet when the words are the same', () => given(...told).when({ type: 'EditPlan', target: 'goal-1', text: 'Having my hands in the soil again' }).then());
});

describe('confirming words', () => {
  it('keeps the texts that were looked at', () => given(...told).when({ type: 'ConfirmWords', words: ['with May'] }).then({ type: 'PlanWordsConfirmed', words: ['with May'] }));
  it('refuses none', () => given(...told).when({ type: 'ConfirmWords', words: [] }).refuses('nothing-changed'));
  it('lets nobody else do it', () => given(...told).when({ type: 'ConfirmWords', words: ['x'] }, { ...now, by: 'jo' }).refuses('not-your-case'));
});

describe('posting the plan', () => {
  it('freezes it under the first version, for this place', () => given(...told).when(postingOf(told)).then({ type: 'PlanSubmitted', place: reviewPlace, plan: expect.objectContaining({ version: 1 }) }));
  it('waits for a concern that nobody has taken on', () => {
    for (const [answer, name] of [[answered('PC5', ['how-or-when']), 'NOW'], [answered('PC5', ['thoughts-now']), 'TODAY']] as const) {
      const events = [...told, answer];
      given(...events).when(postingOf(events)).refuses('concern-open');
      expect(readingOf(events).concerns[0]?.urgency).toBe(name);
    }
  });
  it('does not wait for one that can be arranged in the plan', () => {
    const events = [...told, answered('PC2', ['one-fall'])];
    given(...events).when(postingOf(events)).then({ type: 'PlanSubmitted' });
  });
  it('is refused when they said no to notes, until they say yes', () => {
    const events = [...told, answered('OP2', ['notes:no'])];
    given(...events).when(postingOf(events)).refuses('no-consent');
    const again = [...events, answered('OP2', ['notes:yes', 'supervisor:yes'])];
    given(...again).when(postingOf(again)).then({ type: 'PlanSubmitted' });
  });
  it('is refused when they said no to their supervisor', () => {
    const events = [...told, answered('OP2', ['notes:yes', 'supervisor:no'])];
    given(...events).when(postingOf(events)).refuses('no-consent');
  });
  it('is refused while nothing stands in it', () => given(opened, alone).when(postingOf([opened, alone])).refuses('goal-missing'));
  it('is refused while words are not confirmed', () => given(...told).when(postingOf(told, 1)).refuses('words-unconfirmed'));
  it('is refused when it waits already and nothing has changed', () => {
    const events = [...told, submittedOf(told)];
    given(...events).when(postingOf(events)).refuses('already-posted');
  });
  it('goes out again under the next version when something has changed', () => {
    const events = [...told, submittedOf(told), answered('OC7', [], 'Seeing people who garden')];
    given(...events).when(postingOf(events)).then({ type: 'PlanSubmitted', plan: expect.objectContaining({ version: 2 }) });
  });
});
