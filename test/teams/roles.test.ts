/** Roles through the real edges: HTTP, the SDK, the roster of the platform, a store in a file; and with signed tokens, whatever a card says. */
import { handleTurn } from '../../src/app/handleTurn';
import type { Parts } from '../../src/app/ports';
import { recordLeft } from '../../src/app/recordLeft';
import { msA } from '../scenarios/people';
import { talkThrough } from '../support/person';
import { by, riverside } from '../support/riverside';
import { TokenIssuer } from '../support/signedTokens';
import { jo, planReview, sam, type Talk, Talk as TalkOf, World, wren } from '../support/talk';
import { TeamsRoom, tenantId, textOf } from '../support/teamsRoom';
import { TeamsWorld } from '../support/teamsWorld';
import { openCase, post } from '../support/walk';

const memberOf = ({ id }: { readonly id: string }) => `29:${id}`;

describe('a team in Teams', () => {
  let world: TeamsWorld;
  let talk: Talk;
  const name = 'Ms Amaryllis';

  beforeAll(async () => {
    world = await new TeamsWorld().open();
    await world.parts.organisation.append(0, riverside);
    talk = await talkThrough(await openCase(world, { name, way: 'On the phone' }), msA);
    await talk.press('Choose this');
    await talkThrough(talk, msA);
    await post(talk);
    await world.room.settled();
  }, 60_000);
  afterAll(() => world.close());

  const posted = () => world.room.connector.seenIn(planReview.id).at(-1)!;
  const inChannel = (...who: readonly (typeof sam)[]) => world.room.connector.members.set(planReview.id, who.map(memberOf));

  it('lets the supervisor read the case one to one, and shows the link worker that they did', async () => {
    const supervisor = await new TalkOf(world, sam).say(`open case ${(await world.caseOf(wren)).state.ref}`);
    expect(supervisor.text).toContain(`Where ${name} stands`);
    await talk.say('summary');
    expect(talk.text).toContain('Sam Okafor read this case on');
  });

  it('shuts the case and the plan to a supervisor whom the roster of the channel does not have any more', async () => {
    inChannel(wren);
    const supervisor = await new TalkOf(world, sam).say(`open case ${(await world.caseOf(wren)).state.ref}`);
    expect(supervisor.text).toContain('You are not in the channel where this team has its plans reviewed');
    const before = (await world.caseOf(wren)).state.rev;
    await world.reads(sam, posted()).press('Agree');
    expect((await world.caseOf(wren)).state.rev).toBe(before);
    inChannel(wren, sam);
  });

  it('does not let a supervisor agree who was removed between opening the plan and agreeing it', async () => {
    const supervisor = world.reads(sam, posted());
    const agree = supervisor.find('Agree');
    await supervisor.press('Open the full plan in my chat');
    await world.room.settled();
    await recordLeft(world.whole)({ personIds: [sam.id], places: [planReview.id], at: world.now });
    await world.reads(sam, posted()).pressAgain(agree);
    expect((await world.caseOf(wren)).state.submissions[0]?.decisions).toEqual([]);
    expect(world.answers.at(-1)?.status).toBe(200);
    expect(textOf(world.answers.at(-1)?.body)).toContain('Only the supervisors');
  });

  it('lets them once they were given the role again', async () => {
    const before = await world.parts.organisation.load();
    await world.parts.organisation.append(before.length, [{ type: 'RoleGranted', ...by, person: 'sam', role: 'supervisor', team: 't1' }]);
    await world.reads(sam, posted()).press('Agree');
    expect((await world.caseOf(wren)).state.submissions[0]?.decisions).toEqual([expect.objectContaining({ kind: 'agreed' })]);
  });

  it('leaves nothing of the person, nor of who may do what, in the log', () => {
    for (const word of [name, 'Amaryllis', sam.name, 'Riverside', 'supervisor']) expect(world.room.logged.join('\n')).not.toContain(word);
  });
});

describe('with signed tokens', () => {
  const appId = '2d0f1a36-5c1e-4f7b-b0c4-7d2c9e6a4b02';
  const serviceUrl = 'https://smba.trafficmanager.net/emea/';
  let issuer: TokenIssuer;
  let room: TeamsRoom;
  let world: World;
  let parts: Parts;

  beforeAll(async () => {
    issuer = await new TokenIssuer().start();
    world = new World({ administrators: ['ada'] });
    await world.parts.organisation.append(0, riverside);
    parts = world.parts;
    room = await new TeamsRoom().open({ identity: { appId, type: 'SingleTenant', tenantId, password: 'only-for-this-test' }, trust: issuer.trust }, () => ({ takeTurn: handleTurn(parts) }));
    await openCase(world, { name: 'Mrs Kowalska' });
  });
  afterAll(async () => {
    await room.close();
    await issuer.stop();
  });

  /** The card that was pressed is not named, so that nothing is sent out. */
  async function press(who: { readonly id: string; readonly name: string }, verb: string, data: object): Promise<{ status: number; text: string }> {
    const from = { id: memberOf(who), aadObjectId: who.id, name: who.name };
    const activity = { ...room.activity({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb, data } } }, from), serviceUrl };
    const response = await room.post(JSON.stringify(activity), { authorization: issuer.token({ aud: appId, serviceurl: serviceUrl }) });
    return { status: response.status, text: await response.text() };
  }

  const claims = { by: 'sam', from: { aadObjectId: 'sam' }, aadObjectId: 'sam', person: 'sam', role: 'supervisor', rights: { isSupervisor: true, isMember: true }, supervises: true, administers: true, organisation: [] };

  it.each([['a colleague', jo], ['a stranger', { id: 'zed', name: 'Zed' }]])('a card that claims roles opens nothing for %s', async (_who, who) => {
    const { caseId, state } = await world.caseOf(wren);
    const before = state.rev;
    for (const verb of ['case-of-team', 'show', 'resume', 'show-hand-over', 'hand-over', 'open-full-plan', 'agree', 'observe', 'close-case', 'office', 'grant-role', 'hand-over-all', 'person-left', 'change-contact']) {
      const { status, text } = await press(who, verb, { ...claims, caseId, rev: before, screen: verb === 'office' ? 'people' : 'summary', version: 1, to: who.id, reason: 'mine', words: 'x', exit: 'W', contact: 'crisis-team', name: 'x', number: '1234', day: '2027-01-01' });
      expect(status).toBe(200);
      expect(text).not.toMatch(/Kowalska/);
      expect(text).not.toContain(state.ref);
    }
    expect((await world.caseOf(wren)).state.rev).toBe(before);
    expect((await parts.organisation.load()).slice(riverside.length).filter(({ type }) => type !== 'PersonNamed')).toEqual([]);
  });

  it('the same press by the supervisor whom the platform names opens the case', async () => {
    const { caseId } = await world.caseOf(wren);
    expect((await press(sam, 'case-of-team', { caseId })).text).toContain('Mrs Kowalska');
    expect((await world.caseOf(wren)).state.openings.map(({ by: who }) => who)).toEqual(['sam']);
  });

  it('a case of another team stays shut to that same supervisor', async () => {
    await openCase(world, { name: 'Mr Quill' }, { id: 'kit', name: 'Kit Moor' });
    const { caseId } = await world.caseOf({ id: 'kit', name: 'Kit Moor' });
    expect((await press(sam, 'case-of-team', { caseId })).text).not.toContain('Quill');
  });

  it('without a token nobody is anybody', async () => {
    const { caseId } = await world.caseOf(wren);
    const activity = { ...room.activity({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'case-of-team', data: { caseId } } } }, { id: memberOf(sam), aadObjectId: 'sam', name: sam.name }), serviceUrl };
    expect((await room.post(JSON.stringify(activity))).status).toBe(401);
  });
});
