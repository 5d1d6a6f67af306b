/** A case in a service with teams: who may read it, what each is shown of it, and how it goes from one to another. */
import { readCardText } from '../../src/console/cardText';
import { jo, planReview, sam, Talk, type World, wren } from '../support/talk';
import { ada, by, happens, kit, service } from '../support/riverside';
import { openCase } from '../support/walk';

const trail = async (world: World, caseId: string): Promise<string[]> => (await world.audit.ofCase(caseId)).filter(({ verb }) => verb === 'open' || verb === 'hand-over').map(({ by: who, verb, outcome }) => `${who} ${verb} ${outcome}`);
const refOf = async (world: World, who = wren): Promise<string> => (await world.caseOf(who)).state.ref;
/** All pages of what a tile opens, one after another. */
async function wholeOf(talk: Talk, title: string): Promise<string> {
  const pages = [(await talk.press(title)).text];
  while (talk.has(/^The rest: page/)) pages.push((await talk.press(/^The rest: page/)).text);
  await talk.press('Where things stand');
  return pages.join('\n');
}

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

  it('is read whole: every note, everything noticed and the whole referral, page by page', async () => {
    const long = (mark: string): string => Array.from({ length: 400 }, (_, at) => `${mark}${at}`).join(' ');
    const marks = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
    for (const mark of marks) {
      const { caseId, state } = await world.caseOf(wren);
      await talk.pressAgain({ title: 'Keep', verb: 'paste-note', data: {} }, { caseId, rev: state.rev, note: long(mark) });
    }
    for (let at = 0; at < 15; at++) await talk.say(`noticed: the budgie is called Number ${at}`);
    const supervisor = await new Talk(world, sam).say(`open case ${await refOf(world)}`);
    let read = await wholeOf(supervisor, 'What the link worker noted');
    for (const mark of marks) for (const at of [0, 77, 399]) expect(read).toMatch(new RegExp(`\\b${mark}${at}\\b`));
    for (let at = 0; at < 15; at++) expect(read).toMatch(new RegExp(`Number ${at}\\b`));
    const { caseId } = await world.caseOf(wren);
    expect((await world.audit.ofCase(caseId)).filter(({ verb }) => verb === 'open').map(({ what }) => what)).toContain('seen-2');
    world.later(1);
    await openCase(world, { name: 'Mr Long', referral: long('sent') });
    await supervisor.say(`open case ${(await world.caseOf(wren)).state.ref}`);
    read = await wholeOf(supervisor, 'All of the referral');
    expect(read).toMatch(/sent0 [\s\S]* sent399/);
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
    expect(talk.text).toMatch(/is with somebody else now\nSam Okafor handed it over on Monday 2 November/);
    expect(talk.text).toContain('she looked tired');
    expect(JSON.stringify(talk.json)).not.toContain('Kowalska');
    expect((await world.caseOf(jo)).state.observations).toEqual([]);
  });

  it('nor when they typed it', async () => {
    const { talk } = await handedOverMeanwhile();
    await talk.say('noticed: she looked tired');
    expect(talk.text).toMatch(/is with somebody else now\nSam Okafor handed it over on Monday 2 November/);
    expect(talk.text).toContain('she looked tired');
    expect(JSON.stringify(talk.json)).not.toContain('Kowalska');
  });
});
