/** A service with teams: who may open cases, who may read and review them, what each is shown of it, and what ends when a role ends. */
import { readCardText } from '../../src/console/cardText';
import { organisationOf } from '../../src/domain/organisation/evolveOrganisation';
import { talkThrough } from '../support/person';
import { jo, planReview, sam, Talk, type World, wren } from '../support/talk';
import { ada, by, happens, kit, service } from '../support/riverside';
import { openCase, post } from '../support/walk';
import { msA } from './people';

const trail = async (world: World, caseId: string): Promise<string[]> => (await world.audit.ofCase(caseId)).filter(({ verb }) => verb === 'open' || verb === 'hand-over').map(({ by: who, verb, outcome }) => `${who} ${verb} ${outcome}`);
const refOf = async (world: World, who = wren): Promise<string> => (await world.caseOf(who)).state.ref;
const secret = 'Some days I just want to end it all.';

describe('a case of the team', () => {
  let world: World;
  let talk: Talk;
  beforeEach(async () => {
    world = await service();
    talk = await openCase(world, { name: 'Mrs Kowalska', year: '1955', referral: 'Lonely since the move' });
    while ((await world.caseOf(wren)).step?.prompt.id !== 'OP4') await talk.say('next');
    await talk.say(secret);
  });

  it('is on the list of the supervisor under its reference, without the name', async () => {
    const supervisor = await new Talk(world, sam).say('team');
    expect(supervisor.text).toContain(await refOf(world));
    expect(supervisor.text).toContain('one concern open');
    expect(JSON.stringify(supervisor.json)).not.toMatch(/Kowalska|Lonely|end it all/);
    expect((await world.caseOf(wren)).state.openings).toEqual([]);
  });

  it('is read from the list with the reason, which its link worker sees', async () => {
    const supervisor = await new Talk(world, sam).say('team');
    await supervisor.press(await refOf(world), { 'Why you read it': 'Wren rang in ill' });
    expect(supervisor.text).toMatch(/Where Mrs Kowalska stands/);
    await talk.say('summary');
    expect(talk.text).toContain('Sam Okafor read this case on Monday 2 November: Wren rang in ill');
  });

  it('is read by the supervisor after the opening was recorded: name, words and concerns; there is nothing to change it with', async () => {
    const supervisor = await new Talk(world, sam).say(`open case ${await refOf(world)}`);
    expect(supervisor.text).toMatch(/This case is with Wren Alder. They can see that you have read it/);
    expect(supervisor.text).toMatch(/Where Mrs Kowalska stands/);
    expect(supervisor.text).toMatch(/Lonely since the move/);
    await supervisor.press('Concerns: one is open');
    expect(supervisor.text).toContain('end it all');
    expect(supervisor.card.pressables.map(({ verb }) => verb).filter((verb) => !['case-of-team', 'show-hand-over', 'team'].includes(verb))).toEqual([]);
    await supervisor.press('Where things stand');
    await supervisor.press(/^What was said: /);
    expect(supervisor.text).toContain(secret);
    const { state, caseId } = await world.caseOf(wren);
    expect(state.openings).toEqual([expect.objectContaining({ by: 'sam', name: 'Sam Okafor' })]);
    expect(await trail(world, caseId)).toEqual(Array.from({ length: 4 }, () => 'sam open done'));
  });

  it('says on the owner\u2019s next cards and on their list who read it, until they have gone on', async () => {
    await new Talk(world, sam).say(`open case ${await refOf(world)}`);
    const list = await new Talk(world).say('cases');
    expect(list.text).toMatch(/Sam Okafor read it on Monday 2 November/);
    await talk.say('summary');
    expect(talk.text).toContain('Sam Okafor read this case on Monday 2 November');
    await talk.say('noticed: tired today');
    expect(talk.text).toContain('Sam Okafor read this case');
    await talk.say('noticed: smiled at the end');
    expect(talk.text).not.toContain('Sam Okafor read this case');
    await talk.say('who can see');
    expect(talk.text).toMatch(/Sam Okafor: can read all of it/);
    expect(talk.text).toMatch(/Monday 2 November, Sam Okafor/);
    expect(talk.text).toMatch(/Ada Stone|Administrators/);
  });

  it('goes on where it was for its owner: the card that they had before them is not an older one', async () => {
    await talk.press('Record and go on', { 'Who has taken this on': 'Dr Rao', 'What they will do': 'rings her' });
    const [card, here] = [talk.find(/^Next|^Skip|^Park/), (await world.caseOf(wren)).step?.prompt.id];
    await new Talk(world, sam).say(`open case ${await refOf(world)}`);
    await talk.pressAgain(card);
    expect(talk.text).not.toContain('an older one');
    expect((await world.caseOf(wren)).step?.prompt.id).not.toBe(here);
  });

  it.each([['a colleague of the team', jo], ['a link worker of another team', kit], ['an administrator', ada], ['a stranger', { id: 'zed', name: 'Zed' }]])('stays shut to %s, whatever they press or type', async (_who, who) => {
    const { caseId, state } = await world.caseOf(wren);
    const other = new Talk(world, who);
    for (const [verb, data] of [['case-of-team', { caseId }], ['case-of-team', { caseId, about: 'concerns', role: 'supervisor', supervises: true }], ['show', { caseId, rev: state.rev, screen: 'summary' }], ['resume', { caseId }], ['show-hand-over', { caseId }], ['hand-over', { caseId, to: who.id, reason: 'mine now' }], ['hand-over-all', { person: 'wren', to: who.id, reason: 'mine now' }], ['open-full-plan', { caseId, version: 1 }]] as const) {
      if (who === ada && verb === 'hand-over-all') continue;
      await other.pressAgain({ title: 'forged', verb, data });
      expect(JSON.stringify(other.json)).not.toMatch(/Kowalska|Lonely|end it all/);
      expect(JSON.stringify(other.json)).not.toContain(state.ref);
    }
    await other.say(`open case ${state.ref}`);
    expect(JSON.stringify(other.json)).not.toMatch(/Kowalska|Lonely|end it all/);
    const now = await world.caseOf(wren);
    expect([now.state.rev, now.state.worker, now.state.openings]).toEqual([state.rev, 'wren', []]);
    expect((await trail(world, caseId)).filter((line) => line.endsWith('done'))).toEqual([]);
  });

  it('stays shut to its supervisor once they are not in the review channel any more, and says why', async () => {
    world.rooms.open('review', planReview, ['wren']);
    const supervisor = await new Talk(world, sam).say(`open case ${await refOf(world)}`);
    expect(supervisor.text).toContain('You are not in the channel where this team has its plans reviewed');
    expect(JSON.stringify(supervisor.json)).not.toMatch(/Kowalska|Lonely/);
    const { caseId, state } = await world.caseOf(wren);
    expect([await trail(world, caseId), state.openings]).toEqual([['sam open refused'], []]);
  });

  it('shuts in the middle of reading when the role ends: the next page is not shown', async () => {
    const supervisor = await new Talk(world, sam).say(`open case ${await refOf(world)}`);
    await happens(world, { type: 'RoleWithdrawn', ...by, person: 'sam', role: 'supervisor', team: 't1' });
    await supervisor.press('Concerns: one is open');
    expect(supervisor.text).toMatch(/cannot find that case/);
    expect(JSON.stringify(supervisor.json)).not.toMatch(/Kowalska|end it all/);
  });

  it('is handed over by the supervisor: the new worker has all of it and is told, the one before has none of it', async () => {
    const [ref, { caseId }] = [await refOf(world), await world.caseOf(wren)];
    const supervisor = await new Talk(world, sam).say(`open case ${ref}`);
    await supervisor.press('Hand it over');
    await supervisor.press('Hand it over', { Why: 'Wren is away for a month', 'Who gets it': ['Jo Bell'] });
    expect(supervisor.text).toContain(`${ref} is with Jo Bell now.`);
    expect(world.rooms.told.filter(({ person }) => person === 'jo').map(({ shown }) => readCardText(shown.card).lines.join(' '))).toEqual([expect.stringContaining(`${ref}: this case is yours now`)]);
    const next = await new Talk(world, jo).say('cases');
    expect(next.text).toContain('Mrs Kowalska');
    await next.press(/^Mrs Kowalska/);
    await next.say('who can see');
    expect(next.text).toMatch(/from Wren Alder to Jo Bell, by Sam Okafor \(Wren is away for a month\)/);
    expect((await world.caseOf(jo)).state.worker).toBe('jo');
    await talk.say('summary');
    expect(JSON.stringify(talk.json)).not.toContain('Kowalska');
    await talk.pressAgain({ title: 'old', verb: 'show', data: { caseId, rev: 3, screen: 'summary' } });
    expect(JSON.stringify(talk.json)).not.toContain('Kowalska');
    expect(await trail(world, caseId)).toContain('sam hand-over done');
  });
});

describe('a case that is handed over while its link worker writes', () => {
  async function handedOverMeanwhile(): Promise<{ world: World; talk: Talk; caseId: string; rev: number }> {
    const world = await service();
    const talk = await openCase(world, { name: 'Mrs Kowalska' });
    const { caseId, state } = await world.caseOf(wren);
    const { cases } = world.parts;
    const handedOver = { type: 'CaseHandedOver', at: world.now, by: 'sam', to: 'jo', toName: 'Jo Bell', name: 'Sam Okafor', reason: 'Wren is ill' } as const;
    const append: typeof cases.append = async (...asked) => {
      const before = await cases.load(caseId);
      const [head] = await cases.headsOf('wren');
      if (head) await cases.append(caseId, before.length, [handedOver], { ...head, worker: 'jo' });
      return cases.append(...asked);
    };
    return { world: Object.assign(world, { parts: { ...world.parts, cases: { ...cases, append } } }), talk, caseId, rev: state.rev };
  }

  it.each(['observe', 'show', 'next', 'raise-concern'])('is not shown to them any more, and what they wrote is given back: %s', async (verb) => {
    const { world, talk, caseId, rev } = await handedOverMeanwhile();
    await talk.pressAgain({ title: '', verb, data: {} }, { caseId, rev, screen: 'summary', box: 'observation', words: 'she looked tired' });
    expect(talk.text).toMatch(/cannot find that case/);
    expect(talk.text).toContain('she looked tired');
    expect(JSON.stringify(talk.json)).not.toContain('Kowalska');
    expect((await world.caseOf(jo)).state.observations).toEqual([]);
  });

  it('nor when they typed it', async () => {
    const { talk } = await handedOverMeanwhile();
    await talk.say('noticed: she looked tired');
    expect(talk.text).toMatch(/cannot find that case/);
    expect(talk.text).toContain('she looked tired');
    expect(JSON.stringify(talk.json)).not.toContain('Kowalska');
  });
});

describe('a plan of the team', () => {
  async function posted(): Promise<{ world: World; talk: Talk }> {
    const world = await service();
    const talk = await talkThrough(await openCase(world, { name: 'Ms Amaryllis', way: 'On the phone' }), msA);
    await talk.press('Choose this');
    await talkThrough(talk, msA);
    await post(talk);
    return { world, talk };
  }
  const review = (world: World, who: typeof sam): Talk => new Talk(world, who, { kind: 'channel', place: planReview.id }).look([...world.rooms.messages.values()].at(-1)!.shown.card);
  const decisions = async (world: World): Promise<unknown> => (await world.caseOf(wren)).state.submissions[0]?.decisions;

  it('is agreed by a supervisor of the team', async () => {
    const { world } = await posted();
    await review(world, sam).press('Agree');
    expect(await decisions(world)).toEqual([expect.objectContaining({ kind: 'agreed', reviewer: 'Sam Okafor' })]);
  });

  it('is not agreed by a member of the channel who supervises nobody', async () => {
    const { world } = await posted();
    world.rooms.open('review', planReview, ['wren', 'sam', 'kit']);
    const colleague = await review(world, kit).press('Agree');
    expect([colleague.text, await decisions(world)]).toEqual([expect.stringContaining('Only the supervisors'), []]);
  });

  it('is not agreed by a supervisor whose role ended between opening and agreeing', async () => {
    const { world } = await posted();
    const supervisor = review(world, sam);
    await supervisor.press('Open the full plan in my chat');
    await happens(world, { type: 'RoleWithdrawn', ...by, person: 'sam', role: 'supervisor', team: 't1' });
    await review(world, sam).press('Agree');
    expect(await decisions(world)).toEqual([]);
  });

  it('is not agreed by a supervisor who has left the service, nor by one who is not in the channel any more', async () => {
    const { world } = await posted();
    world.rooms.open('review', planReview, ['wren']);
    await review(world, sam).press('Agree');
    world.rooms.open('review', planReview, ['wren', 'sam']);
    await happens(world, { type: 'PersonLeft', ...by, person: 'sam' });
    await review(world, sam).press('Agree');
    expect(await decisions(world)).toEqual([]);
  });

  it('is opened in full by its link worker, and not any more once they are none, though they are still in the channel', async () => {
    const { world } = await posted();
    const worker = await review(world, wren).press('Open the full plan in my chat');
    expect(worker.own).toHaveLength(1);
    await happens(world, { type: 'RoleWithdrawn', ...by, person: 'wren', role: 'link-worker', team: 't1' });
    const after = await review(world, wren).press('Open the full plan in my chat');
    expect([after.text, after.own]).toEqual([expect.stringContaining('I cannot open that plan here'), []]);
  });

  it('is not told of to an administrator in the words of its reviewer, when there is nobody else to tell', async () => {
    const { world } = await posted();
    world.rooms.answering = false;
    const supervisor = await review(world, sam).press('Ask for a change');
    await supervisor.press('Send the request', { 'What should change': 'Her sister says she drinks' });
    await happens(world, { type: 'PersonLeft', ...by, person: 'wren' }, { type: 'RoleWithdrawn', ...by, person: 'sam', role: 'supervisor', team: 't1' });
    world.rooms.answering = true;
    world.later(1);
    await world.deliverAll();
    const told = world.rooms.told.filter(({ person }) => person === ada.id).map(({ shown }) => readCardText(shown.card).lines.join(' '));
    expect(told).toEqual([expect.stringMatching(/Sam Okafor asked for a change.*You cannot read it/)]);
    expect(told.join()).not.toContain('drinks');
  });

  it('gives a supervisor their words back, one to one, when somebody else decided while they wrote', async () => {
    const { world } = await posted();
    world.rooms.open('review', planReview, ['wren', 'sam', 'kit']);
    await happens(world, { type: 'RoleGranted', ...by, person: 'kit', role: 'supervisor', team: 't1' });
    const form = await review(world, kit).press('Ask for a change');
    await review(world, sam).press('Agree');
    await form.press('Send the request', { 'What should change': 'A shorter first step' });
    expect(form.text).not.toContain('A shorter first step');
    expect(form.own.map(({ lines }) => lines.join(' '))).toEqual([expect.stringMatching(/was not kept.*A shorter first step/)]);
  });

  it('is not brought to another channel by a press that names it there', async () => {
    const { world } = await posted();
    const { caseId, state } = await world.caseOf(wren);
    const lunch = new Talk(world, sam, { kind: 'channel', place: 'lunch' });
    await lunch.pressAgain({ title: 'forged', verb: 'agree', data: { caseId, version: 1 } });
    expect(lunch.text).toContain('I cannot open that plan here');
    expect(JSON.stringify(lunch.json)).not.toContain(state.ref);
    expect(await decisions(world)).toEqual([]);
  });

  it('is posted in the review channel of the team alone', async () => {
    const world = await service();
    world.rooms.open('chat', { id: 'chat', name: 'Lunch', kind: 'group' }, ['wren']);
    const talk = await openCase(world, { name: 'Ms A', way: 'On the phone' });
    await talk.say('post');
    expect(talk.text).not.toContain('Lunch');
    const { caseId, state } = await world.caseOf(wren);
    await talk.pressAgain({ title: 'forged', verb: 'post-plan', data: { caseId, rev: state.rev, place: 'chat' } });
    expect(world.rooms.messages.size).toBe(0);
  });
});

describe('a link worker who has left', () => {
  it('finds nothing open, gets back what was typed and whom to ring; the case is still there for whoever takes it on', async () => {
    const world = await service();
    const talk = await openCase(world, { name: 'Mrs Kowalska' });
    const { caseId, state } = await world.caseOf(wren);
    await happens(world, { type: 'PersonLeft', ...by, person: 'wren' });
    for (const text of ['cases', 'summary', 'resume', 'I think she is in danger']) {
      await talk.say(text);
      expect(talk.text).toMatch(/This is not open to you/);
      expect(talk.text).toMatch(/999/);
      expect(JSON.stringify(talk.json)).not.toMatch(/Kowalska/);
    }
    expect(talk.text).toContain('I think she is in danger');
    await talk.pressAgain({ title: 'old', verb: 'observe', data: { caseId, rev: state.rev, words: 'still here' } });
    expect(talk.text).toMatch(/This is not open to you/);
    await talk.pressAgain({ title: 'old', verb: 'answer-concern', data: { caseId, rev: state.rev, concern: 'F24', [`from__r${state.rev}`]: 'Dr Rao', [`reply__r${state.rev}`]: 'rings her today' } });
    expect(talk.text).toMatch(/Dr Rao\s+rings her today/);
    await talk.pressAgain({ title: 'old', verb: 'next', data: { caseId, rev: state.rev, [`owner__r${state.rev}`]: 'the duty doctor' } });
    expect(talk.text).toContain('the duty doctor');
    expect((await world.caseOf(wren)).state.rev).toBe(state.rev);
  });

  it('and whoever is in no team opens no case', async () => {
    const world = await service();
    const talk = await new Talk(world, { id: 'new', name: 'New Person' }).arrive();
    await talk.press('Together');
    await talk.press('Open the case', { 'Preferred name': 'Mr Q' });
    expect(talk.text).toMatch(/You are not in a team yet/);
    expect(await world.parts.cases.headsOf('new')).toEqual([]);
    expect(organisationOf(await world.parts.organisation.load()).members.get('new')?.name).toBe('New Person');
  });
});

describe('a link worker who is a manager now', () => {
  it('sees none of the cases that they had, whatever they type or press; what was typed is given back', async () => {
    const world = await service();
    const talk = await openCase(world, { name: 'Mrs Kowalska' });
    const { caseId, state } = await world.caseOf(wren);
    await happens(world, { type: 'RoleGranted', ...by, person: 'wren', role: 'manager' }, { type: 'RoleWithdrawn', ...by, person: 'wren', role: 'link-worker', team: 't1' });
    for (const text of ['cases', 'summary', 'resume', `resume ${state.ref}`, 'who can see', 'I think she is in danger']) {
      await talk.say(text);
      expect(JSON.stringify(talk.json)).not.toMatch(/Kowalska/);
    }
    expect(JSON.stringify(talk.json)).toContain('I think she is in danger');
    for (const screen of ['summary', 'readers', 'plan', 'concerns']) {
      await talk.pressAgain({ title: 'old', verb: 'show', data: { caseId, rev: state.rev, screen } });
      expect(talk.text).toMatch(/cannot find that case/);
    }
    await talk.pressAgain({ title: 'old', verb: 'observe', data: { caseId, rev: state.rev, words: 'still here' } });
    expect(talk.text).toMatch(/still here/);
    expect((await world.caseOf(wren)).state.rev).toBe(state.rev);
  });
});

describe('what is due while a link worker is away', () => {
  const tellings = (world: World): string[] => world.rooms.told.map(({ person, shown }) => `${person}: ${readCardText(shown.card).lines.join(' ')}`);
  async function until(world: World, at: string): Promise<void> {
    while (world.now < at) {
      world.now = new Date(Math.min(Date.parse(world.now) + 5 * 60_000, Date.parse(at))).toISOString();
      await world.deliverAll();
    }
  }
  async function pausedCase(): Promise<World> {
    const world = await service();
    const talk = await openCase(world, { name: 'Mrs Kowalska' });
    await talk.say('pause');
    const { caseId, state } = await world.caseOf(wren);
    await talk.pressAgain({ title: 'pause', verb: 'pause', data: { caseId, rev: state.rev, until: '2026-11-04' } });
    return world;
  }

  it('goes to the supervisor while they are on leave, with the reference and no name', async () => {
    const world = await pausedCase();
    await happens(world, { type: 'WorkerTookLeave', ...by, person: 'wren', until: '2026-11-20' });
    await until(world, '2026-11-04T12:00:00.000Z');
    expect(tellings(world)).toEqual([expect.stringMatching(/^sam: .*the pause is over.*Wren Alder is away.*open case [A-Z]+-\d+/)]);
    expect(JSON.stringify(world.rooms.told)).not.toContain('Kowalska');
    expect(readCardText(world.rooms.told[0]!.shown.card).pressables.map(({ verb }) => verb)).not.toContain('resume');
  });

  it('goes to them when they are back', async () => {
    const world = await pausedCase();
    await happens(world, { type: 'WorkerTookLeave', ...by, person: 'wren', until: '2026-11-03' });
    await until(world, '2026-11-04T12:00:00.000Z');
    expect(tellings(world)).toEqual([expect.stringMatching(/^wren: .*the pause is over/)]);
  });

  it('goes to an administrator when they have left and the team has no supervisor, who cannot read it', async () => {
    const world = await pausedCase();
    await happens(world, { type: 'PersonLeft', ...by, person: 'wren' }, { type: 'RoleWithdrawn', ...by, person: 'sam', role: 'supervisor', team: 't1' });
    await until(world, '2026-11-04T12:00:00.000Z');
    expect(tellings(world)).toEqual([expect.stringMatching(/^ada: .*You cannot read it\. To hand it over, type: admin/)]);
  });

  it('a safety action that nobody has goes to the supervisor, also when its link worker has left', async () => {
    const world = await service();
    const talk = await openCase(world, { name: 'Mrs Kowalska' });
    while ((await world.caseOf(wren)).step?.prompt.id !== 'OP4') await talk.say('next');
    await talk.say(secret);
    await happens(world, { type: 'PersonLeft', ...by, person: 'wren' });
    await until(world, '2026-11-02T18:00:00.000Z');
    expect(tellings(world).length).toBeGreaterThan(0);
    expect(tellings(world).every((line) => line.startsWith('sam: '))).toBe(true);
    expect(JSON.stringify(world.rooms.told)).not.toMatch(/Kowalska|end it all|suicid/i);
  });
});
