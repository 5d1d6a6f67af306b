import type { Fit } from '../../../src/domain/activities/option';
import type { CaseEvent } from '../../../src/domain/case/event';
import { answer, at, chose, finding, option, owned, privately, readPlan, talk, without } from './material';

const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);
const { draft } = readPlan(talk);

describe('a drafted plan', () => {
  it('keeps what matters and why now as they were said', () => {
    expect(draft.whatMatters).toEqual([{ id: 'matters-1', text: 'My garden, and not being a burden', quoted: true, from: [{ kind: 'words', prompt: 'BB1', quote: 'My garden, and not being a burden' }] }]);
    expect(texts(draft.whyNow)).toEqual(['The doctor said I am on my own too much']);
  });

  it('puts strengths together from words and from what was ticked', () => {
    expect(texts(draft.strengths)).toEqual(['I keep my word', 'Patient']);
  });

  it('adds what helps about the person when no answer about strengths said it', () => {
    const found = finding('person', 'enabler', 'has sung for years', [{ kind: 'words', prompt: 'CC1', quote: 'Sing with other people' }]);
    expect(texts(readPlan(talk, { findings: [found] }).draft.strengths)).toEqual(['I keep my word', 'Patient', 'Has sung for years']);
  });

  it('does not take “cannot name any” for a strength', () => {
    expect(readPlan([...talk, answer(30, 'BB2', ['none'])]).draft.strengths).toEqual([]);
  });

  it('says of each side what helps and what gets in the way', () => {
    expect(texts(draft.workedOut.environment)).toEqual(['What helps: a bus nearby.', 'What gets in the way: family far away.']);
    expect(draft.workedOut.occupation).toEqual([]);
  });

  it('makes a goal of each line of their words, the one to work on first at the top, with how much it matters', () => {
    expect(draft.goals.map(({ id, text, importance, quoted }) => ({ id, text, importance, quoted }))).toEqual([
      { id: 'goal-2', text: 'Sing with other people', importance: 9, quoted: true },
      { id: 'goal-1', text: 'Hands in the soil again', importance: undefined, quoted: true },
    ]);
  });

  it('makes the chosen activity the person’s step, with all that was said about going', () => {
    expect(draft.steps[0]).toMatchObject({
      id: 'step-potting-group', text: 'Potting group', who: 'me', when: 'Tuesdays, 2 pm', where: 'Millfield', gettingThere: 'Bus', confidence: 8,
      firstTime: 'Someone meeting me. A taster. “a cup of tea first”. Ask for the garden leader, and say that it is the first time.',
    });
  });

  it('makes a step with a day of each help with the first time, and of what the place asks for', () => {
    expect(draft.steps.slice(1).map(({ text, who, when }) => ({ text, who, when }))).toEqual([
      { text: 'Ask if they may be told, then: Phone ahead: Potting group', who: 'link-worker', when: 'By Friday 27 November' },
      { text: 'Someone meeting me', who: 'link-worker', when: 'By Friday 27 November' },
      { text: 'A taster', who: 'link-worker', when: 'By Friday 27 November' },
    ]);
  });

  it('gives the first help to whoever was named for it', () => {
    const { steps } = readPlan([...talk, answer(30, 'CC4', ['meet', 'kin'])]).draft;
    expect(steps.at(-1)).toMatchObject({ text: 'Someone meeting me', who: 'other', whoName: 'Family or friend' });
    expect(readPlan([...talk, answer(30, 'CC4', ['meet', 'self'])]).draft.steps.at(-1)).toMatchObject({ who: 'me' });
  });

  describe('a call beforehand where the place asks to be rung first', () => {
    const stepsOf = (...choices: string[]) => readPlan([...talk, answer(30, 'CC4', choices)]).draft.steps;

    it('is one step, the one that says who is rung, and rests on both', () => {
      const [first, ...others] = stepsOf('call', 'meet', 'worker');
      expect(others.map(({ text, who }) => [text, who])).toEqual([['Phone ahead: Potting group', 'link-worker'], ['Someone meeting me', 'link-worker']]);
      expect(others[0]?.from).toEqual(expect.arrayContaining([expect.objectContaining({ choice: 'call' }), expect.objectContaining({ field: 'joining' })]));
      expect(first?.firstTime).toContain('A call beforehand');
    });

    it('is the person’s own when they said so', () => expect(stepsOf('call', 'self').slice(1)).toMatchObject([{ text: 'Phone ahead: Potting group', who: 'me' }]));
    it('stays a step of its own when somebody else does it', () => expect(stepsOf('call', 'kin').slice(1)).toMatchObject([{ text: 'Ask if they may be told, then: Phone ahead: Potting group', who: 'link-worker' }, { text: 'A call beforehand', who: 'other', whoName: 'Family or friend' }]));
    it('stays where nobody asks to be rung', () => {
      const { draft: own } = readPlan([...without('CC3').filter(({ type }) => type !== 'OptionChosen'), answer(30, 'CC3', ['something-else'], 'Swim with my niece'), answer(31, 'CC4', ['call'])]);
      expect(own.steps.map(({ text }) => text)).toEqual(['Swim with my niece', 'A call beforehand']);
    });
  });

  it('makes no step of “nothing needed”, but keeps that it was said', () => {
    const { steps } = readPlan([...talk, answer(30, 'CC4', ['none'])]).draft;
    expect(steps.map(({ id }) => id)).toEqual(['step-potting-group', 'step-join-potting-group']);
    expect(steps[0]?.firstTime).toContain('Nothing needed');
  });

  it('takes their own idea as the step when they want something else', () => {
    const { draft: own } = readPlan([...without('CC3').filter(({ type }) => type !== 'OptionChosen'), answer(30, 'CC3', ['something-else'], 'Swim with my niece')]);
    expect(own.steps[0]).toMatchObject({ id: 'step-own', text: 'Swim with my niece', quoted: true, who: 'me' });
    expect(own.why).toEqual([]);
  });

  it('lets the activity go when the answer that chose it changed', () => {
    const { draft: later } = readPlan([...talk, answer(30, 'CC3', ['not-now'])]);
    expect(JSON.stringify(later)).not.toContain('potting-group');
    expect(readPlan([...without('CC3'), chose]).draft.why).toEqual([]);
  });

  it('gives one short reason for each of the three fits', () => {
    expect(texts(draft.why)).toEqual([
      'The person and the activity: works now. You said your garden matters.',
      'The person and the place: works with a change. One bus, twenty minutes.',
      'The place and the activity: works now. Six people, raised beds.',
    ]);
  });

  it('quotes nobody to those who read why it fits', () => {
    const quoted = { check: 'meaningful', fit: 'pe', outcome: 'yes', because: 'They said “My garden”.', from: [{ kind: 'words', prompt: 'BB1', quote: 'My garden' }] } as const;
    const pe = { state: 'works-now', reason: 'They said “My garden”.', checks: [quoted, { check: 'reachable', fit: 'pe', outcome: 'yes', because: 'one bus goes there', from: [{ kind: 'choice', prompt: 'BB3', choice: 'bus', label: 'Bus' }] }] } as const;
    expect(texts(readPlan(talk, { option: option({ pe }) }).draft.why)[1]).toBe('The person and the place: works now. One bus goes there.');
    const alone = { ...pe, checks: [quoted] };
    expect(texts(readPlan(talk, { option: option({ pe: alone }) }).draft.why)[1]).toBe('The person and the place: works now.');
  });

  it('never says that something is not known yet without what there is to find out', () => {
    const fact = [{ kind: 'activity', activity: 'potting-group', name: 'Potting group', field: 'travel' }] as const;
    const unknown = { check: 'reachable', fit: 'pe', outcome: 'not-known', because: 'How they get about, and how far is all right.', from: fact } as const;
    const unlisted = { ...unknown, because: 'How to get there is not listed.', askThem: true } as const;
    const close = { ...unknown, check: 'affordable', outcome: 'yes', because: 'It is free.' } as const;
    const secret = { ...unknown, because: 'CANARY because', from: [privately] } as const;
    const why = (...checks: Fit['checks']) => texts(readPlan(talk, { option: option({ pe: { state: 'not-known', reason: checks[0]!.because, checks } }) }).draft.why)[1];
    expect(why(unknown, close)).toBe('The person and the place: not known yet. Still to find out: how they get about, and how far is all right.');
    expect(why(unlisted)).toBe('The person and the place: not known yet. How to get there is not listed. Those who run it can say.');
    expect(why(secret, unlisted)).toContain('Those who run it can say.');
    expect(why(secret, close)).toBe('The person and the place: not known yet. The link worker still has to find out.');
  });

  it('gives another reason when a fit rests on a private answer too', () => {
    const pe = { state: 'works-now', reason: 'CANARY reason', checks: [{ check: 'safe-welcoming', fit: 'pe', outcome: 'yes', because: 'CANARY because', from: [privately] }, { check: 'reachable', fit: 'pe', outcome: 'yes', because: 'one bus goes there', from: [{ kind: 'choice', prompt: 'BB3', choice: 'bus', label: 'Bus' }] }] } as const;
    const { why } = readPlan(talk, { option: option({ pe }) }).draft;
    expect(JSON.stringify(why)).not.toContain('CANARY');
    expect(why[1]?.text).toBe('The person and the place: works now. One bus goes there.');
  });

  it('keeps if-then and what to do if things get harder line by line', () => {
    expect(texts(draft.ifThen)).toEqual(['If it rains, I phone the garden', 'If my knee is bad, I sit', 'If I miss one: Come the next week.']);
    expect(texts(draft.ifHarder)).toEqual(['When I stop opening the curtains, I ring the surgery']);
  });

  it('says whom to ring, and says several things about a side in one sentence', () => {
    const several = [finding('person', 'enabler', 'patient, mostly', [{ kind: 'choice', prompt: 'BB2', choice: 'patient', label: 'Patient' }]), finding('person', 'enabler', 'the bus', [{ kind: 'choice', prompt: 'BB3', choice: 'bus', label: 'Bus' }])];
    expect(texts(readPlan(talk, { findings: several }).draft.workedOut.person)).toEqual(['What helps: patient, mostly; the bus.']);
    expect(texts(readPlan([...talk, answer(30, 'CC7', ['family'])]).draft.ifHarder)).toEqual(['Ring: Family']);
  });

  it('names the services in their words, and what somebody has taken on with its owner', () => {
    const { others } = readPlan([...talk, owned]).draft;
    expect(others.map(({ text, owner, when }) => [text, owner, when])).toEqual([
      ['waiting for the knee clinic', undefined, undefined],
      ['Social worker', undefined, undefined],
      ['Appointment about the fall', 'Falls service', 'this week'],
    ]);
  });

  describe('what somebody does about two concerns at once', () => {
    const [fall] = readPlan([...talk, owned]).concerns;
    const other = { ...fall!, id: 'F21-SOON', from: [{ kind: 'words', prompt: 'BB1', quote: 'My garden, and not being a burden' }] } as const;
    const alsoOwned = (of: { readonly owner?: string; readonly action?: string; readonly when?: string }) => readPlan([...talk, owned, { ...owned, concern: other.id, ...of } as CaseEvent], { concerns: [fall!, { ...other, ...of }] }).draft.others.slice(2);

    it('stands in the plan once, and leads to both', () => {
      const [line, ...more] = alsoOwned({});
      expect(more).toEqual([]);
      expect(line?.from.filter(({ kind }) => kind === 'concern')).toEqual([{ kind: 'concern', concern: 'F10-SOON' }, { kind: 'concern', concern: 'F21-SOON' }]);
    });

    it.each([
      ['somebody else', { owner: 'Dr Rao' }],
      ['another day', { when: 'next week' }],
      ['something else', { action: 'look at the stairs' }],
    ])('stands twice where it is %s', (_what, of) => expect(alsoOwned(of)).toHaveLength(2));
  });

  it('keeps copy, adjustments and the day to look again', () => {
    expect(texts(draft.copy)).toEqual(['Paper']);
    expect(texts(draft.adjustments)).toEqual(['Large print', 'big clear letters']);
    expect(draft.review?.on).toBe('2026-12-15');
  });

  it('is empty where nothing was said, and says nothing by itself', () => {
    const nothing = readPlan(talk.slice(0, 1)).draft;
    expect(nothing).toEqual({ whatMatters: [], strengths: [], whyNow: [], workedOut: { person: [], environment: [], occupation: [] }, goals: [], steps: [], why: [], ifThen: [], others: [], ifHarder: [], sharing: [], copy: [], adjustments: [] });
  });
});

describe('who may see it', () => {
  const sharing = (...more: Parameters<typeof readPlan>[0]) => readPlan([...talk, ...more]).draft.sharing.map(({ id, answer: said }) => [id, said]);

  it('knows the supervisor, leaves out leave to take notes, and takes the answer that was asked for', () => {
    expect(sharing()).toEqual([['supervisor', 'yes'], ['doc', 'yes'], ['kin', 'no']]);
  });

  it('lets a later no stand over an earlier yes, wherever it was said', () => {
    expect(sharing(answer(40, 'AA1', ['paper:y', 'boss:n', 'doc:n']))).toEqual([['supervisor', 'no'], ['doc', 'no'], ['kin', 'no']]);
  });

  it('does not lose an answer to a later wish to be asked', () => {
    expect(sharing(answer(40, 'AA1', ['boss:y', 'doc:a']))).toContainEqual(['doc', 'yes']);
  });

  it('lets the more specific answer stand when both were given at once', () => {
    const state = [...without('AA1', 'CC7'), { ...answer(40, 'CC7', ['doc:n']), at: at(40) }, answer(40, 'AA1', ['doc:y'])];
    expect(readPlan(state).draft.sharing.map(({ id, answer: said }) => [id, said])).toEqual([['doc', 'no']]);
  });
});

describe('what is private', () => {
  const unsafe = [...talk, answer(30, 'SS1', ['no'], 'CANARY words'), { type: 'ObservationRecorded', at: at(31), by: 'wren', prompt: 'SS1', words: 'CANARY observation' } as const];

  it('reaches no part of the plan, not even as the id of a concern', () => {
    const taken = { type: 'ConcernOwned', at: at(32), by: 'wren', concern: 'F17-TODAY', owner: 'CANARY owner', action: 'CANARY action', route: 'CANARY route' } as const;
    const { body } = readPlan([...unsafe, taken, { type: 'RestrictedNoteRecorded', at: at(33), by: 'wren', concern: 'F17-TODAY', words: 'CANARY note' }]);
    expect(JSON.stringify(body)).not.toMatch(/CANARY|F17|SS1/);
    expect(body.others.at(-1)).toEqual({ id: 'other-safety', text: 'A safety action is open, and somebody named has taken it on.', quoted: false, from: [{ kind: 'concern', concern: 'safety' }] });
  });

  it('does not claim an owner before there is one, and goes when it was answered', () => {
    expect(readPlan(unsafe).body.others.at(-1)?.text).toBe('A safety action is open, and nobody named has taken it on yet.');
    const answered = { type: 'ConcernAnswered', at: at(34), by: 'wren', concern: 'F17-TODAY', from: 'somebody', reply: 'done' } as const;
    expect(readPlan([...unsafe, answered]).body.others.map(({ id }) => id)).not.toContain('other-safety');
  });

  it('keeps back words that raised a restricted concern on any prompt, and what was made of them, until it is set aside', () => {
    const dark = [...talk, answer(30, 'BB1', [], 'There is no point, CANARY')];
    const made = finding('person', 'barrier', 'CANARY finding', [{ kind: 'words', prompt: 'BB1', quote: 'There is no point, CANARY' }]);
    const { body, concerns } = readPlan(dark, { findings: [made] });
    expect(concerns.map(({ id, restricted }) => [id, restricted])).toContainEqual(['F03-TODAY', true]);
    expect(JSON.stringify(body)).not.toContain('CANARY');
    expect(readPlan([...dark, { type: 'ConcernSetAside', at: at(31), by: 'wren', concern: 'F03-TODAY', reason: 'about the weather' }]).body.whatMatters.map(({ text }) => text)).toEqual(['There is no point, CANARY']);
  });
});
