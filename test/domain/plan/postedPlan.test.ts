import { checkGate } from '../../../src/domain/plan/checkGate';
import { differences } from '../../../src/domain/plan/differences';
import { entriesOf, entryAt } from '../../../src/domain/plan/entries';
import { freezePlan } from '../../../src/domain/plan/freezePlan';
import { FrozenPlan } from '../../../src/domain/plan/frozenPlan';
import { planText } from '../../../src/domain/plan/planText';
import { postedPlan, postedText } from '../../../src/domain/plan/postedPlan';
import { namesOf, unconfirmedDetails } from '../../../src/domain/plan/unconfirmed';
import type { CaseEvent } from '../../../src/domain/case/event';
import { answer, at, edit, option, owned, readPlan, talk } from './material';

function freeze(events: readonly CaseEvent[], why: readonly string[] = []) {
  const { state, conversation, concerns, body, tier } = readPlan(events);
  return freezePlan({ state, conversation, concerns, noted: [], tier: { ...tier, is: 3, why }, plan: () => body, gate: () => checkGate({ body, state, conversation, concerns, tier }) });
}
const submitted = (plan: FrozenPlan): CaseEvent => ({ type: 'PlanSubmitted', at: at(40), by: 'wren', place: { id: 'r', name: 'Plan review', kind: 'channel' }, plan });
const unsafe = [...talk, owned, answer(30, 'SS1', ['no'], 'CANARY words')];

describe('a frozen plan', () => {
  it('counts its versions, and what was frozen stays as it was', () => {
    const first = freeze([...talk, owned]);
    const second = freeze([...talk, owned, submitted(first), answer(41, 'CC1', [], 'Something else')]);
    expect([first.version, second.version, first.body.goals[0]?.text, second.body.goals[0]?.text]).toEqual([1, 2, 'Sing with other people', 'Something else']);
    expect([first.framework, first.catalogue]).toEqual(['small', 'sample']);
  });

  it('reads back from what it was written as', () => {
    const frozen = freeze([...talk, owned, edit(30, 'step-first-taster.when', null)]);
    expect(FrozenPlan.parse(JSON.parse(JSON.stringify(frozen)))).toEqual(JSON.parse(JSON.stringify(frozen)));
  });

  it('says that a safety action is open and whose, never what', () => {
    expect(freeze([...talk, owned]).safety).toEqual({ open: 0 });
    expect(freeze(unsafe).safety).toEqual({ open: 1 });
    expect(freeze([...unsafe, { type: 'ConcernOwned', at: at(31), by: 'wren', concern: 'F17-TODAY', owner: 'Safeguarding lead', action: 'CANARY', route: 'CANARY' }]).safety).toEqual({ open: 1, owner: 'Safeguarding lead' });
  });

  it('keeps what is missing, but not where to mend it, which may name a concern', () => {
    const { gate } = freeze(unsafe);
    expect(gate.find(({ id }) => id === 'safety')).toEqual({ id: 'safety', ok: false, label: 'Name who takes on what must be answered today' });
    expect(JSON.stringify(gate)).not.toMatch(/F17|jump/);
  });

  it('leaves out a reason that tells of something private', () => {
    expect(freeze(unsafe, ['BB3: bus (a fall)', 'SS1: no (not safe with somebody)', 'BB1: garden (not safe with somebody)']).tier).toEqual({ is: 3, why: ['BB3: bus (a fall)', 'A safety action'] });
  });
});

describe('a posted plan', () => {
  const posted = postedPlan(freeze([...talk, owned, edit(30, 'step-first-taster.who', 'Efua')]), { ref: 'WREN-204' });

  it('reads as an action plan', () => {
    expect(postedText(posted).split('\n')).toEqual([
      'Action plan WREN-204, version 1',
      'Goal 1: “Sing with other people” · matters 9 out of 10',
      'Goal 2: “Hands in the soil again”',
      '1. Potting group · the person · Tuesdays, 2 pm · the first time: Someone meeting me. A taster. “a cup of tea first”. Ask for the garden leader, and say that it is the first time. · sure 8 out of 10',
      '2. Ask if they may be told, then: Phone ahead: Potting group · link worker · By Friday 27 November',
      '3. Someone meeting me · link worker · By Friday 27 November',
      '4. A taster · somebody else · By Friday 27 November',
      'If it goes wrong: “If it rains, I phone the garden”',
      'If it goes wrong: “If my knee is bad, I sit”',
      'If it goes wrong: If I miss one: Come the next week.',
      'Others who help: Appointment about the fall',
      'The person and the activity: works now. You said your garden matters.',
      'The person and the place: works with a change. One bus, twenty minutes.',
      'The place and the activity: works now. Six people, raised beds.',
      'Review: Tuesday 15 December',
      'Who should help: Shared with a professional',
      'Complete: 15 of 15',
      'Safety: nothing recorded has to be taken on today',
    ]);
  });

  it('has no room for names, owners, places, consents, adjustments or where a line comes from', () => {
    expect(JSON.stringify(posted)).not.toMatch(/Rose|Kowalska|Efua|Falls service|Millfield|GP practice|Large print|burden|knee clinic|curtains|prompt|"quote"/);
  });

  it('tells of a safety action only that it is open', () => {
    const text = postedText(postedPlan(freeze([...unsafe, { type: 'ConcernOwned', at: at(31), by: 'wren', concern: 'F17-TODAY', owner: 'CANARY owner', action: 'CANARY action', route: 'phone' }]), { ref: 'WREN-204' }));
    expect(text).toContain('Safety: an action is open with its owner');
    expect(text).not.toMatch(/CANARY|F17|SS1|afe with/);
  });

  it('does not say that somebody has a safety action that nobody has taken on', () => {
    const text = postedText(postedPlan(freeze(unsafe), { ref: 'WREN-204' }));
    expect(text).toContain('Safety: an action is open and nobody has taken it on yet');
  });

  it('names what is still missing in words that are the same for every plan', () => {
    const gaps = postedPlan(freeze([...talk, edit(30, 'review', null)]), { ref: 'WREN-204' }).gate;
    expect(gaps).toEqual({ passed: 13, of: 15, missing: ['A day to look at it again', 'A named professional where one is needed'] });
  });
});

describe('before it is posted', () => {
  const withNames = [...talk, owned, answer(30, 'CC4', ['meet', 'on:2026-11-27'], 'Efua could come'), edit(31, 'step-first-meet', 'Meet Rose at 14 Acacia Road, or ring 01632 960101')];
  const look = (events: readonly CaseEvent[], confirmed: readonly string[] = []) => {
    const { state, conversation } = readPlan(events);
    return unconfirmedDetails(postedPlan(freeze(events), { ref: 'WREN-204' }), new Set(confirmed), namesOf({ state, conversation }), ['Potting group']);
  };

  it('knows the person and the people around them', () => {
    expect(namesOf(readPlan(talk))).toEqual(['Rose Kowalska', 'Efua']);
  });

  it('shows each line in which something personal stands', () => {
    expect(look(withNames).map(({ line, label, found }) => [line, label, found])).toEqual([
      ['step-potting-group.first-time', 'Step 1: the first time', ['Efua']],
      ['step-first-meet', 'Step 3', ['Rose', '14 Acacia Road', '01632 960101']],
    ]);
  });

  it('asks nothing of a plan without names', () => expect(look([...talk, owned])).toEqual([]));

  it('takes a line as it was confirmed, and asks anew when its words change', () => {
    const confirmed = look(withNames).map(({ text }) => text);
    expect(look(withNames, confirmed)).toEqual([]);
    expect(look([...withNames, edit(32, 'step-first-meet', 'Meet Rose at the stop')], confirmed).map(({ found }) => found)).toEqual([['Rose']]);
  });
});

describe('differences between versions', () => {
  const before = readPlan([...talk, owned]).body;
  const after = (...more: CaseEvent[]) => differences(before, readPlan([...talk, owned, ...more]).body);

  it('are none between a plan and itself', () => expect(after()).toEqual([]));

  it('show what was, what is, what is new and what is gone', () => {
    const changes = after(edit(30, 'goal-2', 'Sing with two other people'), edit(31, 'step-first-taster.when', 'On Monday'), edit(32, 'new-step', 'Bring the plan'), edit(33, 'step-first-meet', null), edit(34, 'review', '2026-12-22'));
    expect(changes).toEqual([
      { line: 'goal-2', label: 'Goal 1', was: 'Sing with other people', now: 'Sing with two other people' },
      { line: 'step-first-taster.when', label: 'Step 3: when', was: 'By Friday 27 November', now: 'On Monday' },
      { line: 'step-new-1', label: 'Step 4', now: 'Bring the plan' },
      { line: 'step-new-1.who', label: 'Step 4: who', now: 'me' },
      { line: 'review', label: 'Review', was: 'Tuesday 15 December', now: 'Tuesday 22 December' },
      { line: 'step-first-meet', label: 'Step 3', was: 'Someone meeting me' },
      { line: 'step-first-meet.who', label: 'Step 3: who', was: 'link worker' },
      { line: 'step-first-meet.when', label: 'Step 3: when', was: 'By Friday 27 November' },
    ]);
  });
});

describe('the targets of a plan', () => {
  const { body } = readPlan([...talk, owned]);

  it('are each there once, with a label and a source', () => {
    const entries = entriesOf(body);
    expect(new Set(entries.map(({ target }) => target)).size).toBe(entries.length);
    expect(entries.filter(({ label, text, from }) => label === '' || text === '' || from.length === 0)).toEqual([]);
  });

  it('lead to what stands there', () => {
    expect(entryAt(body, 'step-potting-group.when')).toMatchObject({ label: 'Step 1: when', text: 'Tuesdays, 2 pm', change: 'edit' });
    expect(entryAt(body, 'share-doc')).toMatchObject({ label: 'Sharing: My GP practice', text: 'yes', change: 'answered' });
    expect(entryAt(body, 'goal-7')).toBeUndefined();
  });
});

describe('the plan in words', () => {
  it('for the worker holds every entry', () => {
    const { body } = readPlan(unsafe);
    const text = planText(body, { audience: 'worker' });
    for (const entry of entriesOf(body)) for (const piece of entry.text.split(' · ')) expect(text).toContain(piece);
    expect(text).toContain('A safety action is open, and ');
  });

  it('for the person speaks as they do, and leaves out safety, codes and the process', () => {
    const text = planText(readPlan(unsafe).body, { audience: 'person', footer: ['If a life is in danger, ring 999.'] });
    expect(text).toContain(['What we will do', '1. Potting group', '   I do this.', '   When: Tuesdays, 2 pm'].join('\n'));
    expect(text).toContain('   My link worker does this.');
    expect(text).toContain('My GP practice: Yes.\nA relative: No.');
    expect(text.endsWith('ring 999.')).toBe(true);
    expect(text).not.toMatch(/safety|CANARY|F\d\d|SS1|concern|was raised/i);
  });

  it('turns what is said of them into what I say, or leaves it out', () => {
    const why = { state: 'works-now', reason: 'They said “My garden”. They are not sure yet. It is near', checks: [] } as const;
    const { body } = readPlan(talk, { option: option({ pe: why }) });
    expect(planText(body, { audience: 'worker' })).toContain('The person and the place: works now. They said “My garden”. They are not sure yet. It is near.');
    expect(planText(body, { audience: 'person' })).toContain('Me and the place: works now. I said “My garden”. It is near.\n');
  });

  it('has no heading without a line under it', () => {
    expect(planText(readPlan(talk.slice(0, 1)).body, { audience: 'person' })).toBe('');
  });
});
