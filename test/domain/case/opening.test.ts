import { given, now, opened, openedBy, readingOf } from '../../support/givenCase';
import type { Command } from '../../../src/domain/case/decide';

const open = (more: Partial<Extract<Command, { type: 'OpenCase' }>> = {}): Command => ({ type: 'OpenCase', ref: 'WREN-204', framework: 'v1', mode: 'phone', name: ' Mrs K ', workerName: 'Wren Alder', ...more });

describe('opening a case', () => {
  it('records the reference, the mode and the name without the spaces around it', () =>
    given().when(open()).then({ type: 'CaseOpened', ...now, ref: 'WREN-204', mode: 'phone', name: 'Mrs K', framework: 'v1', workerName: 'Wren Alder' }));
  it('keeps the referral and the note exactly as they came', () =>
    given().when(open({ referral: ' Lonely, anxious.\n', note: { id: 'n1', text: '- Loves her garden ' } })).then({ type: 'CaseOpened' }, { type: 'ReferralRecorded', words: ' Lonely, anxious.\n' }, { type: 'NotePasted', note: 'n1', text: '- Loves her garden ' }));
  it('leaves out an empty referral and an empty note', () => given().when(open({ referral: '  ', note: { id: 'n1', text: '\n' } })).then({ type: 'CaseOpened' }));
  it('refuses a case without a name', () => given().when(open({ name: ' \t' })).refuses('name-missing'));
  it('refuses a name that would fill a card', () => given().when(open({ name: 'x'.repeat(121) })).refuses('name-too-long'));
  it.each([0, 195, 1900, 2027, 19555])('refuses %s as a year of birth', (yearOfBirth) => given().when(open({ yearOfBirth })).refuses('year-impossible'));
  it.each([1906, 1955, 2026])('takes %s as a year of birth', (yearOfBirth) => given().when(open({ yearOfBirth })).then({ type: 'CaseOpened', yearOfBirth }));
  it('never opens the same case twice', () => given(opened).when(open()).refuses('case-already-open'));
  it('knows nothing of a case that is not there', () => given().when({ type: 'GoNext' }).refuses('no-such-case'));
});

describe('putting the person right', () => {
  it('records the name and the year', () => given(opened).when({ type: 'CorrectPerson', name: ' May ', yearOfBirth: 1955 }).then({ type: 'PersonCorrected', name: 'May', yearOfBirth: 1955 }));
  it('refuses an empty name', () => given(opened).when({ type: 'CorrectPerson', name: ' ' }).refuses('name-missing'));
  it('refuses a name that would fill a card', () => given(opened).when({ type: 'CorrectPerson', name: 'x'.repeat(121) }).refuses('name-too-long'));
  it('refuses a year that cannot be', () => given(opened).when({ type: 'CorrectPerson', name: 'May', yearOfBirth: 1850 }).refuses('year-impossible'));
  it('stays quiet when nothing is different', () => given(openedBy({ yearOfBirth: 1955 })).when({ type: 'CorrectPerson', name: 'Mrs K', yearOfBirth: 1955 }).refuses('nothing-changed'));
  it('takes the year away when the box is emptied', () => {
    expect(readingOf([openedBy({ yearOfBirth: 1955 }), { type: 'PersonCorrected', ...now, name: 'Mrs K' }]).state.yearOfBirth).toBeUndefined();
  });
  it('lets nobody else do it', () => given(opened).when({ type: 'CorrectPerson', name: 'May' }, { ...now, by: 'jo' }).refuses('not-your-case'));
});

describe('the mode and the referral', () => {
  it('changes the mode', () => given(opened).when({ type: 'ChangeMode', mode: 'phone' }).then({ type: 'ModeChanged', mode: 'phone' }));
  it('stays quiet when it is that mode already', () => given(opened).when({ type: 'ChangeMode', mode: 'together' }).refuses('nothing-changed'));
  it('records the referral as it was written', () => given(opened).when({ type: 'RecordReferral', words: ' lonely ' }).then({ type: 'ReferralRecorded', words: ' lonely ' }));
  it('refuses an empty referral', () => given(opened).when({ type: 'RecordReferral', words: '' }).refuses('words-missing'));
});

describe('what the worker noticed', () => {
  it('is kept apart from the person’s words', () => given(opened).when({ type: 'Observe', prompt: 'PV1', words: 'looked at the floor' }).then({ type: 'ObservationRecorded', prompt: 'PV1', words: 'looked at the floor' }));
  it('needs words', () => given(opened).when({ type: 'Observe', words: ' ' }).refuses('words-missing'));
  it('may stand without a prompt', () => given(opened).when({ type: 'Observe', words: 'tired' }).then({ type: 'ObservationRecorded', words: 'tired' }));
  it('is kept without the prompt when there is no such prompt', () => given(opened).when({ type: 'Observe', prompt: 'ZZ9', words: 'tired' }).thenExactly({ type: 'ObservationRecorded', ...now, words: 'tired' }));
});

describe('words that stood in the box when another button was pressed', () => {
  it('are kept as that prompt’s words and move nothing', () => given(opened).when({ type: 'KeepWords', prompt: 'PV1', words: 'my garden' }).then({ type: 'PromptAnswered', prompt: 'PV1', words: 'my garden', choices: [], how: 'kept' }));
  it('stay quiet when they are kept already', () => given(opened, { type: 'PromptAnswered', ...now, prompt: 'PV1', choices: [], words: 'my garden', how: 'card' }).when({ type: 'KeepWords', prompt: 'PV1', words: 'my garden' }).refuses('nothing-changed'));
  it('refuse a prompt that does not exist', () => given(opened).when({ type: 'KeepWords', prompt: 'ZZ9', words: 'my garden' }).refuses('prompt-not-open'));
});
