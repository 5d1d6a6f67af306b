import { answer, edit, readPlan, talk, without } from './material';

const lineOf = (body: ReturnType<typeof readPlan>['body'], id: string) => [...body.goals, ...body.steps, ...body.whatMatters, ...body.others].find((line) => line.id === id);
const byWren = { kind: 'edit', by: 'wren' };

describe('an edit of the plan', () => {
  it('changes the words, keeps where they came from, and is no quotation any more', () => {
    const goal = lineOf(readPlan([...talk, edit(30, 'goal-1', 'Hands in the soil, with somebody beside me')]).body, 'goal-1');
    expect(goal).toMatchObject({ text: 'Hands in the soil, with somebody beside me', quoted: false, from: [{ kind: 'words', prompt: 'CC1', quote: 'Hands in the soil again' }, byWren] });
  });

  it('changes nothing when the words stay the same', () => {
    expect(lineOf(readPlan([...talk, edit(30, 'goal-1', ' Hands in the soil again ')]).body, 'goal-1')).toMatchObject({ quoted: true, from: [{ kind: 'words' }] });
  });

  it('takes a line out', () => {
    const { body } = readPlan([...talk, edit(30, 'step-first-taster', null), edit(31, 'goal-2', null)]);
    expect([body.steps.some(({ id }) => id === 'step-first-taster'), body.goals.map(({ id }) => id)]).toEqual([false, ['goal-1']]);
  });

  it('stays with its line when the lines around it change', () => {
    const { body } = readPlan([...talk, edit(30, 'step-first-taster', 'Ring me the day before'), answer(31, 'CC4', ['taster', 'on:2026-11-27'])]);
    expect(body.steps.map(({ text }) => text)).toEqual(['Potting group', 'Ask if they may be told, then: Phone ahead: Potting group', 'Ring me the day before']);
  });

  it.each([
    ['when', 'Next Tuesday', { when: 'Next Tuesday' }],
    ['who', 'Link worker', { who: 'link-worker' }],
    ['who', 'me', { who: 'me' }],
    ['who', 'The garden leader', { who: 'other', whoName: 'The garden leader' }],
    ['where', 'The side gate', { where: 'The side gate' }],
    ['getting-there', 'The 2 pm bus', { gettingThere: 'The 2 pm bus' }],
    ['first-time', 'Tea first', { firstTime: 'Tea first' }],
    ['when', null, { when: undefined }],
  ])('changes the %s of a step to %j', (field, text, expected) => {
    const step = lineOf(readPlan([...talk, edit(30, `step-potting-group.${field}`, text)]).body, 'step-potting-group');
    expect(step).toMatchObject(expected);
    expect(step?.from.at(-1)).toMatchObject(byWren);
  });

  it('adds a step, and goes on to speak of it', () => {
    const { body } = readPlan([...talk, edit(30, 'new-step', 'Bring the plan'), edit(31, 'new-step.who', 'link worker'), edit(32, 'new-step.when', 'At our next visit'), edit(33, 'new-step', 'Water the pots')]);
    expect(body.steps.slice(-2)).toMatchObject([
      { id: 'step-new-1', text: 'Bring the plan', who: 'link-worker', when: 'At our next visit' },
      { id: 'step-new-2', text: 'Water the pots', who: 'me' },
    ]);
  });

  it.each(['goal', 'strength', 'if-then', 'other', 'harder', 'adjustment'])('adds a %s', (kind) => {
    const { body, refused } = readPlan([...talk, edit(30, `new-${kind}`, 'Something new'), edit(31, `${kind}-new-1`, 'Something newer')]);
    expect([JSON.stringify(body).includes('Something newer'), refused]).toEqual([true, []]);
  });

  it('sets the day to look again', () => {
    expect(readPlan([...talk, edit(30, 'review', '2027-01-05')]).body.review).toMatchObject({ on: '2027-01-05', from: [{ kind: 'choice' }, byWren] });
    expect(readPlan([...talk, edit(30, 'review', null)]).body.review).toBeUndefined();
  });

  it.each([
    ['goal-9', 'x', 'no-such-line'],
    ['step-potting-group.colour', 'x', 'no-such-line'],
    ['goal-1.when', 'x', 'no-such-line'],
    ['new-something', 'x', 'no-such-line'],
    ['new-step.when', 'x', 'no-such-line'],
    ['__proto__', 'x', 'no-such-line'],
    ['goal-1', '   ', 'empty'],
    ['new-goal', null, 'empty'],
    ['step-potting-group.who', null, 'cannot-be-empty'],
    ['review', 'next week', 'no-such-day'],
    ['review', '2026-02-30', 'no-such-day'],
    ['share-doc', 'yes', 'answered-elsewhere'],
    ['step-potting-group.confidence', '10', 'answered-elsewhere'],
    ['goal-1.importance', '10', 'answered-elsewhere'],
    ['other-safety', 'more than may be said', 'answered-elsewhere'],
  ])('of %s to %j is refused: %s', (target, text, why) => {
    const { body, draft, refused } = readPlan([...talk, edit(30, target, text)]);
    expect([refused.map((refusal) => refusal.why), body]).toEqual([[why], draft]);
  });

  it('goes with the answer that its line rested on', () => {
    const { body, refused } = readPlan([...without('CC1'), edit(30, 'goal-1', 'Hands in the soil')]);
    expect([body.goals, refused.map(({ why }) => why)]).toEqual([[], ['no-such-line']]);
  });

  it('gives way to a newer answer, and is told of, so that it can be made again', () => {
    const { body, refused } = readPlan([...talk, edit(30, 'goal-1', 'Dig with somebody'), answer(31, 'CC1', [], 'Only to sit in the sun')]);
    expect(body.goals.map(({ text }) => text)).toEqual(['Only to sit in the sun']);
    expect(refused).toMatchObject([{ why: 'answer-is-newer', edit: { target: 'goal-1', text: 'Dig with somebody' } }]);
  });

  it('of a step stands when they say anew how sure they are', () => {
    const { body, refused } = readPlan([...talk, edit(30, 'step-potting-group', 'Sit in on the potting group'), answer(31, 'CC6', ['9'])]);
    expect([body.steps[0]?.text, body.steps[0]?.confidence, refused]).toEqual(['Sit in on the potting group', 9, []]);
  });

  it('of the first time gives way when that is answered anew', () => {
    const { body } = readPlan([...talk, edit(30, 'step-potting-group.first-time', 'Tea'), answer(31, 'CC4', ['none'])]);
    expect(body.steps[0]?.firstTime).toBe('Nothing needed. Ask for the garden leader, and say that it is the first time.');
  });
});
