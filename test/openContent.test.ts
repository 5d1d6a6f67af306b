import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadContent } from '../src/content/load';
import { readLocalContacts, withContacts } from '../src/content/localContacts';
import { localContacts } from '../src/content/readContent';
import { isOverdue } from '../src/domain/framework/isOverdue';
import { contentInForce } from '../src/domain/organisation/contactsInForce';
import { numbersChanged } from '../src/numbersChanged';
import { openContent } from '../src/openContent';
import { openSqliteStore } from '../src/store/sqliteStore';

const today = '2026-11-02';
/** Real in the eyes of the bot: the numbers are of nobody's range for drama, and of nobody whom this names. */
const own = localContacts.map((id, index) => ({ id, name: `Our ${id}`, number: `0191 000 00${index}0`, scope: 'local', reviewBy: '2027-06-30', source: 'rung on 1 November 2026' }));
type Entry = Record<string, unknown>;
const changed = (id: string, more: Entry): Entry[] => own.map((contact) => (contact.id === id ? { ...contact, ...more } : contact));
const without = (id: string): Entry[] => own.filter((contact) => contact.id !== id);

let folder: string;
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'threefold-contacts-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function opened(entries: unknown, { production = true, on = today } = {}) {
  const contactsFile = path.join(folder, 'contacts.json');
  writeFileSync(contactsFile, typeof entries === 'string' ? entries : JSON.stringify(entries));
  return openContent({ contactsFile, production }, on);
}
const problemsOf = (entries: unknown, more = {}): readonly string[] => {
  const read = opened(entries, more);
  return read.kind === 'refused' ? read.problems : [];
};

describe('in production', () => {
  it('starts with every local number of its own, and shows them', () => {
    const read = opened(own);
    expect(read).toMatchObject({ kind: 'opened', remarks: [] });
    expect(read.kind === 'opened' && read.content().contacts.get('duty-gp')).toMatchObject({ name: 'Our duty-gp', sample: false });
    expect(read.kind === 'opened' && read.content().contacts.get('samaritans')?.number).toBe('116 123');
  });
  it('does not start without a file, and names every number that is wanting', () => {
    const read = openContent({ production: true }, today);
    expect(read.kind === 'refused' && read.problems).toEqual(localContacts.map((id) => `The local number “${id}” is an invented sample. Write your own into the file that CONTACTS_FILE names.`));
  });
  it.each(localContacts)('does not start without %s, with a sample of it, or past its day', (id) => {
    expect(problemsOf(without(id))).toEqual([expect.stringContaining(`“${id}” is an invented sample`)]);
    expect(problemsOf(changed(id, { sample: true }))).toEqual([expect.stringContaining(`“${id}” is an invented sample`)]);
    expect(problemsOf(changed(id, { reviewBy: '2026-11-01' }))).toEqual([expect.stringMatching(`“Our ${id}” was to be checked by Sunday 1 November 2026\\. Ring 0191 .*put it right`)]);
    expect(problemsOf(changed(id, { reviewBy: today }))).toEqual([]);
  });
  it('lists all of it at once', () => expect(problemsOf(changed('duty-gp', { sample: true }).filter(({ id }) => id !== 'crisis-team'))).toHaveLength(2));
  it('starts with a national number past its day, and says so', () => {
    const read = opened(own, { on: '2027-05-01' });
    expect(read).toMatchObject({ kind: 'opened', remarks: [expect.stringMatching(/^These numbers were to be checked by now, and cards say so: .*Samaritans \(Friday 30 April 2027\)/)] });
  });
  it('says a month before what is to be checked', () => {
    const read = opened(own, { on: '2027-06-01' });
    expect(read).toMatchObject({ remarks: [expect.anything(), expect.stringMatching(/^These numbers are to be checked soon: Our duty-gp \(Wednesday 30 June 2027\)/)] });
  });
});

describe('a further number', () => {
  const centre = { id: 'carers-centre', name: 'Riverside carers’ centre', number: '0191 000 0300', scope: 'local', reviewBy: '2027-06-30', for: ['F26'] };
  it('stands on the cards of the concerns that it is for, after those that they name', () => {
    const read = opened([...own, centre]);
    const content = read.kind === 'opened' ? read.content() : undefined;
    expect(content?.concerns.get('F26')?.contacts).toEqual([...loadContent().concerns.get('F26')!.contacts, 'carers-centre']);
    expect(content?.concerns.get('F25')?.contacts).not.toContain('carers-centre');
    expect(loadContent().concerns.get('F26')?.contacts).not.toContain('carers-centre');
  });
  it('stays there when an administrator changes it in the chat', () => {
    const read = opened([...own, centre]);
    if (read.kind === 'refused') throw new Error(read.problems.join());
    const { for: _for, ...changedThere } = { ...centre, scope: 'local' as const, sample: false, number: '0191 000 0301' };
    const now = contentInForce(read.content(), new Map([['carers-centre', { contact: changedThere, at: today, by: 'ada' }]]));
    expect([now.contacts.get('carers-centre')?.number, now.concerns.get('F26')?.contacts.includes('carers-centre')]).toEqual(['0191 000 0301', true]);
  });
  it('may not be an invented one in production', () => expect(problemsOf([...own, { ...centre, sample: true }])).toEqual([expect.stringMatching(/“Riverside carers’ centre” is an invented sample/)]));
});

describe('a number that an administrator has checked in the chat', () => {
  const checked = (id: string, reviewBy: string) => new Map([[id, { contact: { id, name: 'Checked', number: '0191 000 0999', scope: 'local' as const, sample: false, reviewBy }, at: '2026-11-01T09:00:00.000Z', by: 'ada' }]]);
  const startsWith = (changedThere: Parameters<typeof openContent>[2]) => {
    const contactsFile = path.join(folder, 'contacts.json');
    writeFileSync(contactsFile, JSON.stringify(changed('duty-gp', { reviewBy: '2026-11-01' })));
    return openContent({ contactsFile, production: true }, today, changedThere);
  };
  it('counts as checked, although its day in the file has passed', () => expect(startsWith(checked('duty-gp', '2027-03-01'))).toMatchObject({ kind: 'opened', remarks: [] }));
  it('does not start the bot past its own day, nor in place of another', () => {
    expect(startsWith(checked('duty-gp', '2026-10-30'))).toMatchObject({ kind: 'refused', problems: [expect.stringContaining('“Checked” was to be checked by Friday 30 October 2026')] });
    expect(startsWith(checked('crisis-team', '2027-03-01'))).toMatchObject({ kind: 'refused', problems: [expect.stringContaining('“Our duty-gp”')] });
  });
  it('is read from the store, and makes none where there is none', async () => {
    const file = path.join(folder, 'cases.db');
    const settings = { store: { kind: 'sqlite', path: file }, sealKeys: [] } as const;
    expect([...(await numbersChanged(settings))]).toEqual([]);
    expect(existsSync(file)).toBe(false);
    const store = openSqliteStore(file);
    const { contact } = checked('duty-gp', '2027-03-01').get('duty-gp')!;
    await store.organisation.append(0, [{ type: 'LocalContactChanged', at: '2026-11-01T09:00:00.000Z', by: 'ada', contact }]);
    await store.cases.close();
    expect((await numbersChanged(settings)).get('duty-gp')?.contact.reviewBy).toBe('2027-03-01');
  });
});

describe('elsewhere', () => {
  it('starts with the samples and says so in one line', () => {
    expect(openContent({ production: false }, today)).toMatchObject({ kind: 'opened', remarks: [expect.stringMatching(/^These local numbers are missing, invented or past their day: duty-gp, .*gp-supervisor\. With NODE_ENV=production/)] });
  });
});

describe('a file', () => {
  it.each<[string, unknown, RegExp]>([
    ['that is no JSON', 'duty-gp: 0191', /cannot be read as JSON/],
    ['that is no list', { 'duty-gp': '0191' }, /list/],
    ['with letters in a number', changed('duty-gp', { number: 'ask at the desk' }), /“ask at the desk” is not written as it should be/],
    ['with a day that is none', changed('duty-gp', { reviewBy: 'next year' }), /“next year” is not written as it should be/],
    ['with two of one id', [...own, own[0]], /“duty-gp” stands there twice/],
    ['with a local number that says it is national', changed('duty-gp', { scope: 'national' }), /"scope": "local"/],
    ['with a number of plays and films', changed('duty-gp', { number: '01632 960123' }), /nobody answers there/],
    ['with a further number that no card would show', [...own, { ...own[0], id: 'carers-centre' }], /no card would show “carers-centre”.*"for": \["F26"\]/],
    ['with a number for a concern that there is none of', [...own, { ...own[0], id: 'carers-centre', for: ['F99'] }], /for F99, and there is no such concern\. There are F01 to F28/],
    ['with words that are not for us to say', changed('duty-gp', { name: 'Triage desk' }), /is not for us to say/],
  ])('%s is refused wherever the bot runs, with its mend', (_name, entries, said) => {
    expect(problemsOf(entries, { production: false })).toEqual([expect.stringMatching(said)]);
  });
  it('that is not there is said', () => {
    const read = openContent({ contactsFile: path.join(folder, 'nowhere.json'), production: false }, today);
    expect(read.kind === 'refused' && read.problems).toEqual([expect.stringMatching(/names a file that cannot be read/)]);
  });
  it('as docs shows it is read, and is all samples', () => {
    const text = readFileSync(path.join(__dirname, '../docs/contacts.sample.json'), 'utf8');
    const read = readLocalContacts('the sample', text);
    expect(read.kind === 'read' && read.contacts.map(({ id, sample }) => [id, sample])).toEqual(expect.arrayContaining(localContacts.map((id) => [id, true])));
    expect(problemsOf(text)).toHaveLength(localContacts.length);
  });
});

it('changes every version once, and leaves the content as it was', () => {
  const content = withContacts(loadContent, [{ id: 'duty-gp', name: 'Ours', number: '1', scope: 'local', sample: false, reviewBy: '2027-01-01' }]);
  expect(content()).toBe(content('v1'));
  expect(content().contacts.get('duty-gp')?.name).toBe('Ours');
  expect(loadContent().contacts.get('duty-gp')?.name).not.toBe('Ours');
});

it('does not make the rules of reading before somebody reads', () => {
  const unread = (): never => {
    throw new Error('Nobody has typed anything yet.');
  };
  const load = () => Object.defineProperty({ ...loadContent() }, 'lexicon', { get: unread, enumerable: true });
  const duty = { id: 'duty-gp', name: 'Ours', number: '1', scope: 'local', sample: false, reviewBy: '2027-01-01' } as const;
  const settled = withContacts(load, [duty])();
  const changed = contentInForce(settled, new Map([['duty-gp', { contact: { ...duty, name: 'Changed' }, at: '2026-11-02T09:00:00.000Z', by: 'admin' }]]));
  expect([settled, changed].map(({ contacts }) => contacts.get('duty-gp')?.name)).toEqual(['Ours', 'Changed']);
  expect(() => changed.lexicon).toThrow('Nobody has typed anything yet.');
});

it('is overdue on the day after its review day', () => expect([isOverdue({ reviewBy: '2026-11-02' }, '2026-11-02'), isOverdue({ reviewBy: '2026-11-02' }, '2026-11-03')]).toEqual([false, true]));
