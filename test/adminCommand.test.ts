/** An operator at the terminal: what is asked for, what comes of it, and how it ends. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runAdmin } from '../src/adminCommand';
import type { AuditEntry } from '../src/domain/record/auditEntry';
import { casesContainer } from '../src/store/cosmosContainer';
import { openCosmosStore } from '../src/store/cosmosStore';
import { sealWith } from '../src/store/seal';
import { readSealKeys } from '../src/store/sealKeys';
import { openSqliteStore, type SqliteStore } from '../src/store/sqliteStore';
import { memberOf } from '../src/domain/organisation/organisation';
import { organisationOf } from '../src/domain/organisation/evolveOrganisation';
import { FakeCosmos } from './support/fakeCosmos';
import { by, riverside } from './support/riverside';
import { planReview, sam, World, wren } from './support/talk';
import { openCase, post, takeOnConcerns, upToOptions } from './support/walk';
import { mrsK } from './scenarios/people';

const folder = mkdtempSync(path.join(tmpdir(), 'threefold-admin-'));
afterAll(() => rmSync(folder, { recursive: true }));
const oldKey = `old:${Buffer.alloc(32, 1).toString('base64')}`;
const newKey = `new:${Buffer.alloc(32, 2).toString('base64')}`;
const keysOf = (text: string) => {
  const read = readSealKeys(text);
  if (read.kind === 'refused') throw new Error(read.problems.join());
  return read.keys;
};
let count = 0;
let file: string;
let store: SqliteStore;
let world: World;
const now = () => '2026-11-20T10:00:00.000Z';
const admin = (line: readonly string[], more: Record<string, string> = {}) => runAdmin(line, { STORE: `sqlite:${file}`, SEAL_KEYS: oldKey, SAMPLE_DATA: 'yes', ...more }, now);
const refOf = async () => (await world.caseOf(wren)).state.ref;

beforeEach(() => {
  file = path.join(folder, `${(count += 1)}.db`);
  store = openSqliteStore(file, { seal: sealWith(keysOf(oldKey)) });
  world = new World({}, store.cases, store.leases, store.places);
  Object.assign(world.parts, { audit: store.audit });
});
afterEach(() => store.cases.close());

async function posted(): Promise<string> {
  const talk = await upToOptions(world, mrsK, { name: 'Mrs Kowalska', year: '1955' });
  await talk.press('Choose this');
  await takeOnConcerns(talk, 'Dr Rao');
  await post(talk);
  await world.deliverAll();
  return refOf();
}

describe('what is asked for', () => {
  it.each([
    [[], 'Say what is to be done'],
    [['vanish'], 'vanish means nothing here'],
    [['export', 'WREN-204', '--by', 'alex'], 'export needs --to'],
    [['erase', '--reason', 'x', '--by', 'alex'], 'erase needs the REF of a case'],
    [['restrict', 'WREN-204', '--by', 'alex'], 'restrict needs --reason'],
    [['owed'], 'Say who you are with --by NAME'],
    [['owed', '--by', 'Alex Moss'], 'Say who you are with --by NAME'],
    [['audit', '--from', 'yesterday', '--by', 'alex'], 'must be days like'],
    [['erase', 'WREN-204', '--reason', 'x', '--why', 'fun', '--by', 'alex'], '--why must be asked'],
    [['leave', '--by', 'alex'], 'leave needs a PERSON'],
    [['back', '--by', 'alex'], 'back needs a PERSON'],
    [['leave', 'wren', '--until', 'Monday', '--by', 'alex'], 'must be days like'],
    [['leave', 'wren', '--until', '2026-11-31', '--by', 'alex'], 'must be days like'],
    [['owed', '--force', '--by', 'alex'], '--force means nothing here'],
    [['new-key', 'a key'], 'The NAME of a key'],
  ])('%j ends with 2 and says what is wrong', async (line, says) => {
    expect(await admin(line)).toEqual({ code: 2, text: expect.stringContaining(says) });
  });
  it('says what it can do, and makes no file where there is none', async () => {
    expect(await admin(['--help'])).toEqual({ code: 0, text: expect.stringMatching(/^Usage: /) });
    expect(await admin(['owed', '--by', 'alex'], { STORE: 'sqlite:/nowhere/at/all.db' })).toMatchObject({ code: 2, text: expect.stringContaining('There is no file') });
    expect(await admin(['owed', '--by', 'alex'], { STORE: '' })).toMatchObject({ code: 2, text: expect.stringContaining('Nothing is kept') });
    expect(await admin(['owed', '--by', 'alex'], { SEAL_KEYS: 'x' })).toMatchObject({ code: 2, text: expect.stringContaining('SEAL_KEYS') });
    expect(await admin(['export', 'TERN-000', '--to', folder, '--by', 'alex'])).toEqual({ code: 1, text: 'There is no case TERN-000.' });
  });
  it('makes keys that can be used as they are, a new one each time', async () => {
    const made = [await admin(['new-key', 'autumn']), await admin(['new-key', 'autumn'])];
    expect(made.map(({ text }) => readSealKeys(text).kind)).toEqual(['keys', 'keys']);
    expect(made[0]!.text).not.toBe(made[1]!.text);
  });
});

describe('a person asks what is kept about them', () => {
  it('is two files for nobody else, that are never written over', async () => {
    const ref = await posted();
    const to = path.join(folder, `export-${count}`);
    expect(await admin(['export', ref.toLowerCase(), '--to', to, '--by', 'alex'])).toMatchObject({ code: 0, text: expect.stringContaining('lines are marked: look at each') });
    const [page, whole] = ['html', 'json'].map((kind) => path.join(to, `${ref}.${kind}`));
    const html = readFileSync(page!, 'utf8');
    expect(html).toContain('What is kept about Mrs Kowalska');
    expect(html).toContain('Not to be given out yet.');
    expect(html).toContain('I want my hands in the soil again');
    expect(JSON.parse(readFileSync(whole!, 'utf8'))).toMatchObject({ ref, events: await store.cases.load((await store.cases.headsOf(wren.id))[0]!.caseId) });
    expect(statSync(page!).mode & 0o077).toBe(0);
    await expect(admin(['export', ref, '--to', to, '--by', 'alex'])).rejects.toThrow(/EEXIST/);
    expect((await admin(['audit', ref, '--by', 'alex'])).text).toMatch(/terminal:alex\texport\t\tterminal\tdone/);
  });
  it('does not wait for local numbers that are past their day, as a start of the bot does', async () => {
    const ref = await posted();
    const contacts = path.join(folder, 'contacts.json');
    writeFileSync(contacts, JSON.stringify([{ id: 'duty-gp', name: 'Duty GP', number: '0191 000 0000', scope: 'local', reviewBy: '2026-11-01' }]));
    const production = { NODE_ENV: 'production', SAMPLE_DATA: 'no', CONTACTS_FILE: contacts, MicrosoftAppId: '00000000-0000-4000-8000-000000000001', MicrosoftAppTenantId: '00000000-0000-4000-8000-000000000002', MicrosoftAppType: 'UserAssignedMSI', ADMINISTRATORS: '00000000-0000-4000-8000-000000000003' };
    expect(await admin(['export', ref, '--to', path.join(folder, 'late'), '--by', 'alex'], production)).toMatchObject({ code: 0 });
  });

  it('never lets words of people become part of the page', async () => {
    const talk = await openCase(world, { name: '<script>alert(1)</script>' });
    await talk.say('noticed: </td><img src=x onerror=alert(1)> & "more"');
    const ref = await refOf();
    await admin(['export', ref, '--to', path.join(folder, 'script'), '--by', 'alex']);
    const html = readFileSync(path.join(folder, 'script', `${ref}.html`), 'utf8');
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('&#60;img src=x onerror=alert(1)&#62; &#38; &#34;more&#34;');
  });
});

describe('somebody is away, and nobody can say it in the chat', () => {
  beforeEach(async () => {
    await store.organisation.append(0, riverside);
    Object.assign(world.parts, { organisation: store.organisation });
  });
  const away = async () => memberOf(organisationOf(await store.organisation.load()), wren.id).leave;

  it('is said for them by name or id, counts at once, and stands among the changes and in the trail', async () => {
    expect(await admin(['leave', wren.name.toUpperCase(), '--until', '2026-12-01', '--by', 'alex'])).toEqual({ code: 0, text: `${wren.name} is on leave, back on Tuesday 1 December. What is due meanwhile goes to a supervisor of the team.` });
    expect(await away()).toMatchObject({ until: '2026-12-01' });
    expect((await admin(['people', '--by', 'alex'])).text).toMatch(new RegExp(`^${wren.id}\t${wren.name}\tlink worker in Riverside, on leave, back on Tuesday 1 December$`, 'm'));
    expect(await admin(['leave', wren.id, '--by', 'alex'])).toEqual({ code: 0, text: expect.stringContaining('is on leave until somebody says that they are back.') });
    expect(await admin(['back', wren.id, '--by', 'alex'])).toEqual({ code: 0, text: `${wren.name} is back.` });
    expect(await away()).toBeUndefined();
    const trail = (await admin(['audit', '--by', 'alex'])).text;
    for (const what of ['WorkerTookLeave', 'WorkerCameBack']) expect(trail).toContain(`terminal:alex\tadminister\t${what}\t\tdone`);
  });

  it('is refused with the reason and changes nothing', async () => {
    const before = await store.organisation.load();
    expect(await admin(['leave', wren.id, '--until', '2026-11-20', '--by', 'alex'])).toEqual({ code: 1, text: expect.stringContaining('That day has gone already') });
    expect(await admin(['back', wren.id, '--by', 'alex'])).toEqual({ code: 1, text: expect.stringContaining('it already stands like that') });
    expect(await admin(['leave', sam.id, '--by', 'alex'])).toEqual({ code: 1, text: `${sam.name} is no link worker of a team, so nothing is due to them.` });
    expect(await admin(['leave', 'Nobody Here', '--by', 'alex'])).toEqual({ code: 1, text: 'There is nobody called Nobody Here. npm run admin -- people lists everybody.' });
    expect(await store.organisation.load()).toEqual(before);
  });

  it('asks for the id where two bear one name', async () => {
    await store.organisation.append(riverside.length, [{ type: 'PersonNamed', ...by, person: 'wren-2', name: wren.name }]);
    expect(await admin(['leave', wren.name, '--by', 'alex'])).toEqual({ code: 1, text: `${wren.name} is the name of 2 people. Give the id of one of them: wren, wren-2.` });
  });
});

it('sets a record aside and takes it up again; a second time nothing changes', async () => {
  const ref = await posted();
  expect(await admin(['restrict', ref, '--reason', 'disputed', '--by', 'alex'])).toEqual({ code: 0, text: expect.stringMatching(/set aside: kept, and not used or shown.*changed by the bot/) });
  expect(await admin(['restrict', ref, '--reason', 'disputed', '--by', 'alex'])).toMatchObject({ code: 1 });
  expect((await admin(['owed', '--by', 'alex'])).text).toContain(`${ref}\tto bring out`);
  await world.deliverAll();
  expect(world.rooms.read(planReview.id).join()).toContain('This plan is set aside');
  expect(await admin(['state', ref, '--words', 'I never fell', '--by', 'alex'])).toMatchObject({ code: 0 });
  expect(await admin(['lift', ref, '--reason', 'settled', '--by', 'alex'])).toMatchObject({ code: 0 });
  await world.deliverAll();
  expect(world.rooms.read(planReview.id).join().replace('\u2011', '-')).toContain(ref);
  expect((await admin(['owed', '--by', 'alex'])).text).not.toContain('to bring out');
});

it('begins to erase what stands in a channel, and the bot ends it; without a post it is gone at once', async () => {
  const ref = await posted();
  expect(await admin(['erase', ref, '--reason', 'asked', '--by', 'alex'])).toEqual({ code: 0, text: expect.stringContaining('erasing has begun. The bot first replaces one message') });
  await world.deliverAll();
  expect(world.rooms.read(planReview.id).join()).toContain('This plan was withdrawn');
  expect(await store.cases.headsOf(wren.id)).toEqual([]);
  await openCase(world, { name: 'Mr D' });
  const other = await refOf();
  const { caseId } = await world.caseOf(wren);
  expect(await admin(['hold', other, '--reason', 'complaint', '--by', 'alex'])).toMatchObject({ code: 0 });
  expect(await admin(['erase', other, '--reason', 'asked', '--by', 'alex'])).toEqual({ code: 1, text: expect.stringContaining('must be kept for now') });
  expect(await admin(['lift', other, '--hold', '--reason', 'over', '--by', 'alex'])).toMatchObject({ code: 0 });
  expect(await admin(['erase', other, '--reason', 'twice', '--why', 'mistake', '--by', 'alex'])).toEqual({ code: 0, text: expect.stringContaining('nothing of it is left but an entry') });
  expect(await store.cases.load(caseId)).toEqual([]);
  expect((await admin(['audit', caseId, '--by', 'alex'])).text).toMatch(/terminal:alex\terase\terased-mistake/);
  expect((await admin(['audit', '--from', '2026-11-01', '--json', '--by', 'alex'])).text.split('\n').every((line) => line.startsWith('{'))).toBe(true);
});

it('changes keys: everything is sealed anew, and then the old one can go', async () => {
  await posted();
  const { caseId } = await world.caseOf(wren);
  const events = await store.cases.load(caseId);
  expect(await admin(['reseal', '--by', 'alex'], { SEAL_KEYS: newKey })).toMatchObject({ code: 2, text: expect.stringContaining('the key old, which is not among SEAL_KEYS') });
  expect(await admin(['reseal', '--by', 'alex'], { SEAL_KEYS: `${newKey},${oldKey}` })).toEqual({ code: 0, text: expect.stringMatching(/^\d+ items of 1 cases were sealed anew under the key new\./) });
  const after = openSqliteStore(file, { seal: sealWith(keysOf(newKey)) });
  expect(await after.cases.load(caseId)).toEqual(events);
  await after.cases.close();
  expect(await admin(['reseal', '--by', 'alex'], { SEAL_KEYS: '' })).toMatchObject({ code: 2, text: expect.stringContaining('not among SEAL_KEYS') });
});

it('says which closed cases are near their end, and which open ones nobody touched', async () => {
  const talk = await openCase(world, { name: 'Mr D' });
  await talk.say('close');
  await talk.press('They said no after talking');
  await talk.press(/^Close/, { [talk.card.boxes.find(({ choices }) => choices.length === 0)!.label]: 'no' });
  const ref = await refOf();
  const years = (days: string) => runAdmin(['retention', '--by', 'alex'], { STORE: `sqlite:${file}`, SEAL_KEYS: oldKey, RETENTION_DAYS: days }, () => '2027-10-20T10:00:00.000Z');
  expect((await years('2922')).text).toBe('Closed cases are kept for 2922 days.\nNone is near its end.');
  expect((await years('365')).text).toContain(`${ref}\tits link worker will be told today; erased on 2027-11-19`);
  world.later(1);
  await openCase(world, { name: 'Mrs Kowalska' });
  expect((await runAdmin(['retention', '--by', 'alex'], { STORE: `sqlite:${file}`, SEAL_KEYS: oldKey, RETENTION_DAYS: '365' }, () => '2029-10-20T10:00:00.000Z')).text).toContain('never closed, and untouched since 2026-11-03');
  expect(existsSync(file)).toBe(true);
});

describe('the trail of a span of days', () => {
  const seen = (at: string): AuditEntry => ({ at, by: 'wren', verb: 'view', caseId: 'c1', outcome: 'done' });

  it('has the days of London, summer time and all', async () => {
    await store.audit.record(['2026-06-01T22:59:59.000Z', '2026-06-01T23:30:00.000Z', '2026-06-02T22:59:59.999Z', '2026-06-02T23:30:00.000Z'].map(seen));
    const { text } = await admin(['audit', '--from', '2026-06-02', '--until', '2026-06-02', '--by', 'alex']);
    expect(text.split('\n').map((line) => line.split('\t')[0])).toEqual(['2026-06-01T23:30:00.000Z', '2026-06-02T22:59:59.999Z']);
  });

  it.each([[[]], [['--until', '9999-12-31']]])('ends with today, so that Cosmos DB is not asked for the days of thousands of years: %j', async (more) => {
    const fake = await new FakeCosmos().start();
    fake.has('threefold', casesContainer('cases'));
    fake.breaks({ status: 400, only: 'query', skips: 60 }, Infinity);
    const cosmos = openCosmosStore({ endpoint: fake.endpoint, key: fake.key, database: 'threefold', container: 'cases' });
    await cosmos.audit.record([seen('2026-11-20T09:59:00.000Z')]);
    const said = await admin(['audit', ...more, '--by', 'alex'], { STORE: 'cosmos', COSMOS_ENDPOINT: fake.endpoint, COSMOS_KEY: fake.key });
    await cosmos.cases.close();
    await fake.stop();
    expect(said).toEqual({ code: 0, text: '2026-11-20T09:59:00.000Z\twren\tview\t\t\tdone\tc1' });
  });
});
