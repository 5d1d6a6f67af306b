/** What becomes of a record as a whole: who saw it, what the person may ask of it, and its end. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { changeRecord, exportRecord, headOfRef, trailOf, type RecordChange } from '../../src/app/changeRecord';
import { keepRetention } from '../../src/app/keepRetention';
import type { Parts, Sent } from '../../src/app/ports';
import { personRecordPage } from '../../src/documents/personRecordPage';
import { readCardText } from '../../src/console/cardText';
import { needsReview } from '../../src/domain/record/personRecord';
import { openSqliteStore } from '../../src/store/sqliteStore';
import { talkThrough } from '../support/person';
import { jo, planReview, sam, Talk, World, wren } from '../support/talk';
import { openCase, post, takeOnConcerns, upToOptions } from '../support/walk';
import { mrsK } from './people';

const keeper = (world: World, by = 'alex', mayManageRecords = true) => ({ at: world.now, by, rights: { mayManageRecords }, place: 'personal' as const });
const inChannel = (world: World, who = sam): Talk => new Talk(world, who, { kind: 'channel', place: planReview.id });
const channel = (world: World): string => world.rooms.read(planReview.id).join('\n');
const toldTo = (world: World, person: string): string[] => world.rooms.told.filter((one) => one.person === person).map(({ shown }) => readCardText(shown.card).lines.join('\n'));
const caseIdOf = async (world: World): Promise<string> => (await world.parts.cases.headsOf(wren.id))[0]!.caseId;
const ask = async (world: World, change: RecordChange, caseId?: string) => changeRecord(world.parts)(caseId ?? (await caseIdOf(world)), keeper(world), change);

/** Mrs K's plan stands in the channel. */
async function posted(world = new World()): Promise<Talk> {
  const talk = await upToOptions(world, mrsK, { name: 'Mrs Kowalska', year: '1955' });
  await talk.press('Choose this');
  await takeOnConcerns(talk, 'Dr Rao');
  await post(talk);
  return talk;
}

describe('the audit trail', () => {
  it('says who saw, changed, posted and decided, and holds not a word of anybody', async () => {
    const talk = await posted();
    const { world } = talk;
    const caseId = await caseIdOf(world);
    const review = inChannel(world);
    review.look([...world.rooms.messages.values()][0]!.shown.card);
    await review.press('Open the full plan in my chat');
    await review.press('Talk in supervision');
    expect(review.text).toMatch(/Sam Okafor asked on [A-Z][a-z]+ \d+ [A-Z][a-z]+ to talk about it in supervision\./);
    const trail = await trailOf(world.parts, caseId);
    const seen = new Set(trail.map(({ by, verb, outcome }) => `${by} ${verb} ${outcome}`));
    expect([...seen]).toEqual(expect.arrayContaining([`${wren.id} change done`, `${wren.id} view done`, 'threefold post done', `${sam.id} open done`, `${sam.id} decide done`]));
    expect(trail).toContainEqual(expect.objectContaining({ verb: 'post', what: 'PlanPosted', place: 'channel' }));
    for (const words of ['Kowalska', 'garden', 'Dr Rao', sam.name]) expect(JSON.stringify(trail)).not.toContain(words);
  });

  it('keeps that somebody tried to open a case which is not theirs', async () => {
    const talk = await posted();
    const { world } = talk;
    const caseId = await caseIdOf(world);
    const stranger = new Talk(world, jo);
    stranger.look(talk.json);
    await stranger.pressAgain({ title: '', verb: 'show', data: { verb: 'show', caseId, rev: 1, screen: 'summary' } });
    expect(stranger.text).toContain('I cannot find that case');
    expect(await trailOf(world.parts, caseId)).toContainEqual(expect.objectContaining({ by: jo.id, verb: 'view', outcome: 'refused' }));
  });
});

describe('Mrs Kowalska asks what is kept about her', () => {
  it('gets all of it in her words; what is about others or restricted is marked to be looked at first', async () => {
    const talk = await posted();
    const { world } = talk;
    await talk.say('noticed: Her neighbour Brenda does the shopping');
    await talk.say('worried: She went quiet when her son came in');
    const caseId = await caseIdOf(world);
    const record = await exportRecord(world.parts)(caseId, keeper(world));
    if (record.kind !== 'record') throw new Error(record.reason);
    const events = await world.parts.cases.load(caseId);
    expect(record.events).toEqual(events);
    const said = record.lines.filter(({ part }) => part === 'said').map(({ words }) => words).join('\n');
    for (const event of events) if (event.type === 'PromptAnswered' && event.words !== undefined) expect(said).toContain(event.words);
    const line = (text: string) => record.lines.find(({ words }) => words.includes(text));
    expect(line('Brenda')?.review).toEqual(['names-somebody', 'about-somebody']);
    expect(line('went quiet')).toMatchObject({ part: 'concern', review: expect.arrayContaining(['restricted', 'about-somebody']) });
    expect(needsReview(record)).toBeGreaterThan(1);
    expect(record.lines.some(({ part, review }) => part === 'said' && review.length === 0)).toBe(true);
    expect(record.trail).toContainEqual(expect.objectContaining({ verb: 'export', by: 'alex', outcome: 'done' }));
  });

  it('reads it in plain words: names and days as people say them, one line for what was done over and over', async () => {
    const world = new World();
    const talk = await upToOptions(world, mrsK, { name: 'Mrs Kowalska', year: '1955' });
    await talk.press('Choose this');
    await talkThrough(talk, mrsK);
    await takeOnConcerns(talk, 'Dr Rao');
    await talk.say('review');
    await talk.press('Change the plan', { 'What was it like': 'Too far for me' });
    const record = await exportRecord(world.parts)(await caseIdOf(world), keeper(world));
    if (record.kind !== 'record') throw new Error(record.reason);
    const told = record.lines.map(({ what, words }) => `${what}: ${words}`);
    expect(told).toEqual(expect.arrayContaining(['Choosing together: Potting group at Millfield Garden', 'Roles: (left for another day)', expect.stringMatching(/^Help with the first time: .*; Monday 9 November 2026$/), 'A review together: the plan is to be changed; Too far for me']));
    expect(told.join('\n')).not.toMatch(/activity:|\d{4}-\d{2}-\d{2}|not recorded|together: change/);
    expect(record.lines.filter(({ what, review }) => /^(Strengths|How it should feel|Interests)$/.test(what) && review.length > 0)).toEqual([]);
    const page = personRecordPage(record);
    expect(page).toMatch(/<td>Wren Alder<\/td><td>wrote something down, \d+ times<\/td>/);
    expect(page).not.toContain('<td>wren</td>');
  });

  it('is given out by nobody who may not, and that they asked is kept', async () => {
    const { world } = await posted();
    const caseId = await caseIdOf(world);
    expect(await exportRecord(world.parts)(caseId, keeper(world, jo.id, false))).toEqual({ kind: 'refused', reason: 'not-your-case' });
    expect(await exportRecord(world.parts)('case-nowhere', keeper(world))).toEqual({ kind: 'refused', reason: 'no-such-case' });
    expect(await trailOf(world.parts, caseId)).toContainEqual(expect.objectContaining({ verb: 'export', by: jo.id, outcome: 'refused' }));
  });
});

describe('Mrs Kowalska asks that her record is not used while it is put right', () => {
  it('shows nothing of it to anybody, gives back what is typed, and comes back as it was', async () => {
    const talk = await posted();
    const { world } = talk;
    const before = channel(world);
    expect(await ask(world, { type: 'RestrictCase', reason: 'She says that the fall is wrong' })).toEqual({ kind: 'done', isOwed: true });
    await world.deliverAll();
    expect(channel(world)).toContain('This plan is set aside');
    expect(channel(world)).not.toMatch(/garden|potting/i);
    await talk.say('She rang again about the bus');
    expect(talk.text).toContain('is set aside');
    expect(talk.text).toContain('She rang again about the bus');
    expect(talk.text).not.toMatch(/Kowalska|garden/);
    await talk.say('summary');
    expect(talk.text).not.toMatch(/Kowalska|garden/);
    const { ref } = (await world.caseOf(wren)).state;
    await talk.say('cases');
    expect(talk.text).toMatch(new RegExp(`${ref.replace('-', '.')}\\nset aside: kept and not used for now`));
    expect(talk.text).not.toMatch(/Kowalska|open now|stage|review day/);
    expect(talk.card.pressables.map(({ title }) => title).join()).not.toContain('Kowalska');
    const review = inChannel(world);
    review.look([...world.rooms.messages.values()][0]!.shown.card);
    expect(review.card.pressables).toEqual([]);
    await review.pressAgain({ title: '', verb: 'open-full-plan', data: { verb: 'open-full-plan', caseId: await caseIdOf(world), version: 1 } });
    expect(review.text).toContain('set aside');
    expect(review.own).toEqual([]);
    await talk.say('worried: She sounded frightened on the phone');
    expect((await world.caseOf(wren)).concerns.some(({ words }) => words.includes('frightened'))).toBe(true);
    await talk.press('Record and go on', { 'Who has taken this on': 'Sam Okafor', 'What they will do': 'rings her today' });
    expect(talk.text).toContain('Sam Okafor has taken it on');
    await ask(world, { type: 'AddStatement', words: 'I never fell. I sat down.', prompt: 'PC2' });
    await ask(world, { type: 'LiftRestriction', reason: 'Put right' });
    await world.deliverAll();
    expect(channel(world)).toContain(before.split('\n')[0]);
    await talk.say('summary');
    expect(talk.text).toContain('Mrs Kowalska');
    expect((await talk.say('cases')).text).toMatch(/Mrs Kowalska.*\n.*open now/);
  });
});

describe('Mrs Kowalska asks to be erased', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'threefold-erased-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('leaves nothing in the file or the channel, but that it happened', async () => {
    const file = path.join(folder, 'cases.db');
    const store = openSqliteStore(file);
    const world = new World({}, store.cases, store.leases, store.places);
    Object.assign(world.parts, { audit: store.audit });
    const talk = await posted(world);
    const caseId = await caseIdOf(world);
    const { ref } = (await world.caseOf(wren)).state;
    await world.deliverAll();
    expect(await headOfRef(world.parts, ref.toLowerCase())).toMatchObject({ caseId });
    expect(await ask(world, { type: 'EraseCase', why: 'asked', reason: 'Mrs Kowalska asked' })).toEqual({ kind: 'done', isOwed: true });
    await talk.say('plan');
    expect(talk.text).toContain('is being erased');
    await world.deliverAll();
    expect(await store.cases.load(caseId)).toEqual([]);
    expect(await headOfRef(world.parts, ref)).toBeUndefined();
    expect(channel(world)).toContain('This plan was withdrawn');
    expect(channel(world)).not.toMatch(new RegExp(`garden|potting|${ref}`, 'i'));
    expect(toldTo(world, wren.id).at(-1)).toContain(`${ref} was erased`);
    const trail = await trailOf(world.parts, caseId);
    expect(trail).toContainEqual(expect.objectContaining({ verb: 'erase', by: 'alex', what: 'erased-asked', outcome: 'done' }));
    expect(JSON.stringify(trail)).not.toMatch(/Kowalska|garden/);
    await talk.say('cases');
    expect(talk.text).not.toContain(ref);
    await store.cases.close();
    const bytes = readdirSync(folder).map((name) => readFileSync(path.join(folder, name)).toString('latin1')).join('');
    expect(bytes).not.toMatch(/Kowalska|allotment|burden/);
    expect(bytes).toContain('erased-asked');
  });

  it('waits until the channel answers, and is not forgotten', async () => {
    const { world } = await posted();
    await world.deliverAll();
    const caseId = await caseIdOf(world);
    world.rooms.answering = false;
    await ask(world, { type: 'EraseCase', why: 'asked', reason: 'asked' });
    await world.deliverAll();
    expect(await world.parts.cases.load(caseId)).not.toEqual([]);
    world.rooms.answering = true;
    world.later(1);
    await world.deliverAll();
    expect(await world.parts.cases.load(caseId)).toEqual([]);
  });

  it('is refused, and that is kept, while nobody has a safety action or the record must be kept', async () => {
    const world = new World();
    const talk = await openCase(world, { name: 'Mrs Kowalska' });
    await talk.say('worried: She spoke of the end');
    expect(await ask(world, { type: 'EraseCase', why: 'asked', reason: 'asked' })).toEqual({ kind: 'refused', reason: 'concern-open-still' });
    const other = new World();
    await openCase(other, { name: 'Mrs Kowalska' });
    await ask(other, { type: 'HoldCase', reason: 'A complaint is open' });
    expect(await ask(other, { type: 'EraseCase', why: 'asked', reason: 'asked' })).toEqual({ kind: 'refused', reason: 'case-is-on-hold' });
    expect(await trailOf(other.parts, await caseIdOf(other))).toContainEqual(expect.objectContaining({ verb: 'erase', what: 'case-is-on-hold', outcome: 'refused' }));
  });
});

describe('a case that was closed long ago', () => {
  const rule = { days: 2922, warnDays: 30 };
  async function closedCase(world: World): Promise<string> {
    const talk = await openCase(world, { name: 'Mrs Kowalska' });
    await talk.say('close');
    await talk.press('They said no after talking');
    const box = talk.card.boxes.find(({ choices }) => choices.length === 0)!.label;
    await talk.press(/^Close/, { [box]: 'Not for her' });
    return caseIdOf(world);
  }
  const sweep = (world: World, parts: Parts = world.parts) => keepRetention(parts, rule)(() => world.now);

  it('is told of a month before, then erased; one instance does it, once a day', async () => {
    const world = new World({ administrators: ['alex'] });
    const caseId = await closedCase(world);
    world.later(2922 - 31);
    expect(await sweep(world)).toEqual({ warned: 0, erased: 0 });
    world.later(1);
    expect(await Promise.all([sweep(world), sweep(world)])).toEqual([{ warned: 1, erased: 0 }, undefined]);
    expect(toldTo(world, wren.id).at(-1)).toMatch(/will be erased on Thursday 2 November 2034\nIt was closed on Monday 2 November 2026,/);
    expect(toldTo(world, 'alex').at(-1)).toMatch(/A closed case will be erased soon\n[A-Z]+-\d{3} on Thursday 2 November 2034\. Its link worker was told\..* type records\./);
    expect(toldTo(world, 'alex').join()).not.toContain('Kowalska');
    world.later(1);
    expect(await sweep(world)).toEqual({ warned: 0, erased: 0 });
    world.later(29);
    expect(await sweep(world)).toEqual({ warned: 0, erased: 1 });
    expect(await world.parts.cases.load(caseId)).toEqual([]);
    expect(await trailOf(world.parts, caseId)).toContainEqual(expect.objectContaining({ verb: 'erase', what: 'erased-retention', by: 'threefold' }));
  });

  it('is not erased before its worker could be told, nor while it is on hold', async () => {
    const world = new World({ administrators: ['alex'] });
    const caseId = await closedCase(world);
    world.later(4000);
    world.rooms.answering = false;
    expect(await sweep(world)).toEqual({ warned: 0, erased: 0 });
    world.rooms.answering = true;
    world.later(1);
    expect(await sweep(world)).toEqual({ warned: 1, erased: 0 });
    await ask(world, { type: 'HoldCase', reason: 'An inquiry' }, caseId);
    world.later(60);
    expect(await sweep(world)).toEqual({ warned: 0, erased: 0 });
    await ask(world, { type: 'LiftHold', reason: 'The inquiry is over' }, caseId);
    world.later(1);
    expect(await sweep(world)).toEqual({ warned: 0, erased: 1 });
  });

  describe('when the administrators cannot be told', () => {
    const silentTo = (world: World, people: readonly string[], answer: () => Promise<Sent>): Parts => {
      const { messenger } = world.parts;
      return { ...world.parts, messenger: { ...messenger, placesOf: (person) => messenger.placesOf(person), isIn: (...asked) => messenger.isIn(...asked), post: (...asked) => messenger.post(...asked), update: (...asked) => messenger.update(...asked), tell: (person, shown) => (people.includes(person) ? answer() : messenger.tell(person, shown)) } };
    };
    const busy = async (): Promise<Sent> => ({ kind: 'failed', reason: 'too busy', final: false });
    const broken = async (): Promise<Sent> => Promise.reject(new Error('no answer'));
    const nearItsEnd = async (): Promise<{ world: World; caseId: string }> => {
      const world = new World({ administrators: ['alex', 'ada'] });
      const caseId = await closedCase(world);
      world.later(2922 - 30);
      return { world, caseId };
    };

    it.each([
      ['does not take it', busy],
      ['breaks off', broken],
    ])('they are told again when the platform %s, and a month passes from when they were', async (_how, answer) => {
      const { world, caseId } = await nearItsEnd();
      for (let day = 0; day < 40; day++) {
        await sweep(world, silentTo(world, ['alex', 'ada'], answer)).catch(() => undefined);
        world.later(1);
      }
      expect(await world.parts.cases.load(caseId)).not.toEqual([]);
      expect(toldTo(world, wren.id).filter((text) => text.includes('will be erased on'))).toHaveLength(1);
      await sweep(world);
      for (const person of ['alex', 'ada']) expect(toldTo(world, person)).toEqual([expect.stringMatching(/A closed case will be erased soon/)]);
      world.later(29);
      expect(await sweep(world)).toEqual({ warned: 0, erased: 0 });
      world.later(1);
      expect(await sweep(world)).toEqual({ warned: 0, erased: 1 });
      expect(toldTo(world, 'alex')).toHaveLength(1);
    });

    it('one who was told is enough, and so is that nobody can be reached any more', async () => {
      const gone = async (): Promise<Sent> => ({ kind: 'failed', reason: 'the chat is gone', final: true });
      for (const [people, answer] of [[['alex'], broken], [['alex', 'ada'], gone]] as const) {
        const { world } = await nearItsEnd();
        await sweep(world, silentTo(world, people, answer)).catch(() => undefined);
        world.later(30);
        expect(await sweep(world)).toEqual({ warned: 0, erased: 1 });
      }
    });
  });

  it('stays when its link worker opens it again at the very moment when it would be erased', async () => {
    const world = new World({ administrators: ['alex'] });
    const caseId = await closedCase(world);
    world.later(4000);
    await sweep(world);
    world.later(31);
    const { cases } = world.parts;
    const append: typeof cases.append = async (...asked) => {
      const { state } = await world.caseOf(wren);
      if (asked[2].some(({ type }) => type === 'ErasureBegun') && state.closed) await new Talk(world).pressAgain({ title: '', verb: 'reopen', data: { caseId, rev: state.rev } });
      return cases.append(...asked);
    };
    expect(await sweep(world, { ...world.parts, cases: { ...cases, append } })).toEqual({ warned: 0, erased: 0 });
    const { state } = await world.caseOf(wren);
    expect([state.closed, state.record.erasing]).toEqual([undefined, undefined]);
  });

  it('does not wait for another that cannot be read; that one is tried again, and its trouble is told', async () => {
    const world = new World({ administrators: ['alex'] });
    const broken = await closedCase(world);
    await closedCase(world);
    const caseId = (await world.parts.cases.headsOf(wren.id))[1]!.caseId;
    world.later(4000);
    const { cases } = world.parts;
    const load: typeof cases.load = async (id) => {
      if (id === broken) throw new Error('An event of a newer version');
      return cases.load(id);
    };
    const parts = { ...world.parts, cases: { ...cases, load } };
    await expect(sweep(world, parts)).rejects.toThrow('1 closed cases could not be seen to');
    expect(toldTo(world, 'alex').at(-1)).toMatch(/A closed case will be erased soon/);
    world.later(31);
    await expect(sweep(world, parts)).rejects.toThrow('1 closed cases could not be seen to');
    expect([await cases.load(caseId), await sweep(world)]).toEqual([[], { warned: 1, erased: 0 }]);
  });

  it('is kept as long as the service keeps cases now, when that is longer than what was told', async () => {
    const world = new World({ administrators: ['alex'] });
    await closedCase(world);
    world.later(2922 - 30);
    await sweep(world);
    world.later(35);
    const longer = { days: 2922 + 20, warnDays: 30 };
    expect(await keepRetention(world.parts, longer)(() => world.now)).toEqual({ warned: 0, erased: 0 });
    world.later(16);
    expect(await keepRetention(world.parts, longer)(() => world.now)).toEqual({ warned: 0, erased: 1 });
  });
});
