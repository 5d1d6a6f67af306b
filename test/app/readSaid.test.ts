import { readSaid } from '../../src/app/readSaid';
import { World, wren } from '../support/talk';
import { openCase } from '../support/walk';

describe('typed commands', () => {
  it.each([
    ['new', { kind: 'start', mode: 'together' }], ['phone', { kind: 'start', mode: 'phone' }], ['notes', { kind: 'screen', screen: 'notes' }],
    ['next', { kind: 'way', way: 'next' }], ['back', { kind: 'way', way: 'back' }], ['skip', { kind: 'way', way: 'skip' }],
    ['worried', { kind: 'screen', screen: 'worried' }], ['summary', { kind: 'screen', screen: 'summary' }], ['options', { kind: 'screen', screen: 'options' }],
    ['plan', { kind: 'screen', screen: 'plan' }], ['post', { kind: 'screen', screen: 'post' }], ['cases', { kind: 'home', home: 'cases' }],
    ['resume', { kind: 'resume' }], ['pause', { kind: 'screen', screen: 'pause' }], ['close', { kind: 'screen', screen: 'exits' }], ['help', { kind: 'home', home: 'help' }],
    ['undo', { kind: 'way', way: 'back' }], ['stop', { kind: 'screen', screen: 'pause' }], ['status', { kind: 'screen', screen: 'summary' }],
  ])('%s', (typed, said) => {
    for (const written of [typed, typed.toUpperCase(), ` ${typed}\n`, `/${typed}`, `${typed}.`, `${typed}!`]) expect(readSaid(written)).toEqual(said);
  });

  it.each([
    ['I’m worried', { kind: 'screen', screen: 'worried' }], ["I'm worried", { kind: 'screen', screen: 'worried' }], ['I am worried', { kind: 'screen', screen: 'worried' }],
    ['I’m worried: he has not eaten', { kind: 'worried', words: 'he has not eaten' }], ['I am worried: he has not eaten', { kind: 'worried', words: 'he has not eaten' }],
    ['worried: he has not eaten', { kind: 'worried', words: 'he has not eaten' }], ['noticed: two bags\nby the door', { kind: 'observed', words: 'two bags\nby the door' }],
    ['new: Mrs K', { kind: 'start', mode: 'together', name: 'Mrs K' }], ['phone: Mr D', { kind: 'start', mode: 'phone', name: 'Mr D' }],
    ['Where things stand', { kind: 'screen', screen: 'summary' }], ['See the plan', { kind: 'screen', screen: 'plan' }], ['Go on talking', { kind: 'screen', screen: 'talk' }], ['Jump to another prompt', { kind: 'screen', screen: 'sections' }], ['Find an activity', { kind: 'screen', screen: 'search' }],
    ['Rather not say', { kind: 'way', way: 'rather-not' }], ['Urgent help', { kind: 'screen', screen: 'worried' }], ['Emergency!', { kind: 'screen', screen: 'worried' }], ['999', { kind: 'screen', screen: 'worried' }], ['Add what I noticed', { kind: 'screen', screen: 'observe' }],
    ['open case wren\u2011204', { kind: 'open-case', ref: 'WREN-204' }], ['resume WREN\u2011204', { kind: 'resume', which: 'WREN\u2011204' }],
    ['open case wren 204', { kind: 'open-case', ref: 'WREN-204' }], ['resume wren 204', { kind: 'resume', which: 'wren 204' }], ['resume chapter 204', { kind: 'words', text: 'resume chapter 204' }],
    ['resume WREN-204', { kind: 'resume', which: 'WREN-204' }], ['resume: Mrs K', { kind: 'resume', which: 'Mrs K' }],
  ])('%s', (typed, said) => expect(readSaid(typed)).toEqual(said));
});

it.each([['find:', 'search'], ['worried:', 'worried']])('%s with nothing after it opens the form for it', (typed, screen) => expect(readSaid(typed)).toEqual({ kind: 'screen', screen }));

describe('answers are never taken for commands', () => {
  it.each([
    'next week', 'new shoes', 'back pain', 'help from my son', 'my phone', 'The plan was to go back', 'skip breakfast', 'post office', 'close to home', 'pause for breath', 'resume the choir', 'resume work', 'Home is damp', 'worried about money',
    'notes on the fridge', 'stop smoking', 'undo the damage', 'summary of my life', 'options are few', 'cases of beer', 'a review of my pills', 'constructor', '__proto__', 'toString', 'hi there', 'in person', 'visit my sister', '', ' ', '?', '...', '/', '🌱', 'plan b', 'new\nthings',
  ])('%j', (typed) => expect(readSaid(typed)).toEqual({ kind: 'words', text: typed }));

  it('keeps the words exactly as they were typed', () => expect(readSaid('  my *garden* ${x}\n')).toEqual({ kind: 'words', text: '  my *garden* ${x}\n' }));

  it.each(['home', 'together', 'Work', 'family', 'no', 'yes', '4', '4/10', 'nothing'])('%s is an answer', (typed) => expect(readSaid(typed)).toEqual({ kind: 'words', text: typed }));
});

describe('typed instead of tapped', () => {
  it('“rather not say” passes over the prompt, and is no answer that worries', async () => {
    const talk = await openCase(new World(), { name: 'Mrs K' });
    await talk.say('Rather not say');
    const { state, concerns } = await talk.world.caseOf(wren);
    expect({ skipped: [...state.skipped], answers: state.answers.size, concerns }).toEqual({ skipped: [['OP1', 'rather-not-say']], answers: 0, concerns: [] });
  });

  it.each(['urgent help', 'emergency', '999'])('“%s” shows at once whom to ring, and is nobody’s answer', async (typed) => {
    const talk = await openCase(new World(), { name: 'Mrs K' });
    await talk.say(typed);
    expect(talk.text).toContain('What worries you?');
    expect(talk.text).toContain('ring 999');
    expect((await talk.world.caseOf(wren)).state.answers.size).toBe(0);
  });

  it('“noticed” asks what was noticed, under the prompt that is asked', async () => {
    const talk = await openCase(new World(), { name: 'Mrs K' });
    await talk.say('noticed');
    await talk.press('Keep it', { 'In your words': 'Two bags by the door' });
    expect((await talk.world.caseOf(wren)).state.observations).toMatchObject([{ words: 'Two bags by the door', prompt: 'OP1' }]);
  });
});

describe('a command that stands on the card as a choice', () => {
  it('is that choice, and the command when it is written as one', async () => {
    const talk = await openCase(new World(), { name: 'Mrs K' });
    await talk.say('sections');
    const to = async (prompt: string) => talk.pressAgain({ title: '', verb: 'open-prompt', data: { caseId: (await talk.world.caseOf(wren)).caseId, rev: (await talk.world.caseOf(wren)).state.rev, prompt } });
    await to('EP2');
    await talk.say('park');
    expect((await talk.world.caseOf(wren)).state.answers.get('EP2')?.choices).toEqual(['park']);
    await to('EP4');
    await talk.say('/park');
    expect((await talk.world.caseOf(wren)).state.parked.has('EP4')).toBe(true);
    await to('OC5');
    await talk.say('help');
    expect(talk.text).toContain('What you can type');
  });
});
