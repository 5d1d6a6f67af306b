/** What every store must do with cases, told once. Other cases may be in the store: everything here bears the mark of its test. */
import type { CaseStore, PlaceStore } from '../../src/app/ports';
import type { CaseEvent } from '../../src/domain/case/event';
import type { CaseHead } from '../../src/domain/case/head';

export type Opened = { readonly cases: CaseStore; readonly places: PlaceStore };
export type Kept = {
  /** A store on the same data each time, as another instance would open it. */
  open(): Opened;
  /** Different for each test, so that one test does not meet the cases of another. */
  readonly mark: string;
};

const at = '2026-11-02T09:00:00.000Z';
export const opened = (name: string): CaseEvent => ({ type: 'CaseOpened', at, by: 'w1', ref: 'WREN-204', framework: 'v1', mode: 'phone', name, workerName: 'Wren Alder' });
export const said = (words: string): CaseEvent => ({ type: 'PromptAnswered', at, by: 'w1', prompt: 'PV1', choices: [], words, how: 'card' });
export const headAt = (caseId: string, rev: number, more: Partial<CaseHead> = {}): CaseHead => ({
  caseId, rev, ref: 'WREN-204', name: 'Mrs K', worker: 'w1', state: 'open', stage: 'referral', touchedAt: at, activeAt: at, openConcerns: 0, owes: false, ...more,
});

const hostile = [
  'مرحبا\u0000 🌱 ${x} <b>“quoted”</b>\nsecond line\u2028third',
  `'; DROP TABLE events; -- " OR 1=1`,
  'e\u0301 and é, 👩‍👩‍👧, \u202Eturned\u202C, \uFEFFmark, \\u0000, \t',
  '',
  '{"_etag":"x","id":"head","ttl":1,"__proto__":{"a":1}}',
  'word '.repeat(5_000),
];

export function keepsTheContract(keep: () => Promise<Kept>): void {
  let kept: Kept;
  let store: CaseStore;
  let all: CaseStore[];
  const id = (name: string) => `${name}-${kept.mark}`;
  const head = (name: string, rev: number, more: Partial<CaseHead> = {}) => headAt(id(name), rev, { worker: id('w1'), ref: id('WREN'), ...more });
  const another = (): Opened => {
    const next = kept.open();
    all.push(next.cases);
    return next;
  };
  const owing = async () => (await store.headsThatOwe()).map(({ caseId }) => caseId).filter((caseId) => caseId.endsWith(kept.mark));
  const everyone = async (from: CaseStore) => {
    const found: string[] = [];
    for await (const { caseId } of from.all()) if (caseId.endsWith(kept.mark)) found.push(caseId);
    return found.sort();
  };
  beforeEach(async () => {
    kept = await keep();
    all = [];
    store = another().cases;
  });
  afterEach(async () => {
    for (const one of all) await one.close();
  });

  it('gives back what was appended, in order and verbatim', async () => {
    const events = [opened('Mrs K'), ...hostile.map(said)];
    expect(await store.append(id('c1'), 0, events, head('c1', events.length, { name: hostile[0]! }))).toEqual({ kind: 'appended', events });
    expect(await store.load(id('c1'))).toEqual(events);
    expect(await another().cases.load(id('c1'))).toEqual(events);
    expect((await store.headsOf(id('w1'))).map(({ name }) => name)).toEqual([hostile[0]]);
  });

  it('keeps what was said when whoever said it changes the words afterwards', async () => {
    const choices = ['a'];
    await store.append(id('c1'), 0, [{ ...said('x'), choices } as CaseEvent], head('c1', 1));
    choices.push('b');
    expect(await store.load(id('c1'))).toEqual([{ ...said('x'), choices: ['a'] }]);
  });

  it('gives the same list while nothing happens to the case, and another once something does', async () => {
    const other = another().cases;
    const first = await store.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1));
    const known = await store.load(id('c1'));
    expect(first.kind === 'appended' && first.events).toBe(known);
    expect(await store.load(id('c1'))).toBe(known);
    const seen = await other.load(id('c1'));
    expect(await other.load(id('c1'))).toBe(seen);
    const next = await store.append(id('c1'), 1, [said('x')], head('c1', 2));
    expect(await store.load(id('c1'))).toBe(next.kind === 'appended' && next.events);
    const later = await other.load(id('c1'));
    expect(later).toEqual([opened('Mrs K'), said('x')]);
    expect(await other.load(id('c1'))).toBe(later);
    expect([known, seen]).toEqual([[opened('Mrs K')], [opened('Mrs K')]]);
  });

  it('gives back the whole case also to an instance that had not read it', async () => {
    await store.append(id('c1'), 0, [opened('Mrs K'), said('x')], head('c1', 2));
    const other = another().cases;
    const next = await other.append(id('c1'), 2, [said('y')], head('c1', 3));
    expect(next).toEqual({ kind: 'appended', events: [opened('Mrs K'), said('x'), said('y')] });
    expect(await other.load(id('c1'))).toBe(next.kind === 'appended' && next.events);
  });

  it('never shows one instance a case that was begun again as the one that it knew', async () => {
    const other = another().cases;
    await store.append(id('c1'), 0, [opened('Mrs K'), said('x')], head('c1', 2));
    await other.load(id('c1'));
    await store.erase(id('c1'));
    await store.append(id('c1'), 0, [opened('Mr D'), said('x')], head('c1', 2));
    expect(await other.load(id('c1'))).toEqual([opened('Mr D'), said('x')]);
    await store.append(id('c1'), 2, [said('y')], head('c1', 3));
    expect(await other.load(id('c1'))).toEqual([opened('Mr D'), said('x'), said('y')]);
  });

  it('never takes a case that was begun again, and has grown longer, for the one that it knew', async () => {
    const other = another().cases;
    await store.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1));
    await other.load(id('c1'));
    await store.erase(id('c1'));
    await store.append(id('c1'), 0, [opened('Mr D')], head('c1', 1));
    await store.append(id('c1'), 1, [said('x'), said('y')], head('c1', 3));
    expect(await other.load(id('c1'))).toEqual([opened('Mr D'), said('x'), said('y')]);
  });

  it.each(['nobody', '', 'head', 'places', '000001', 'a/b?c#d\\e', `x' OR '1'='1`, '@worker', '🌱'])('has no events for a case that is not there: %j', async (caseId) => {
    await store.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1));
    expect(await store.load(caseId)).toEqual([]);
    expect(await store.headsOf(caseId)).toEqual([]);
    expect(await store.refsTaken([caseId])).toEqual([]);
  });

  it('keeps apart two cases whose ids are nearly the same', async () => {
    await store.append(id('c/1'), 0, [opened('Mrs K')], head('c/1', 1));
    await store.append(id('c 1'), 0, [opened('Mr D')], head('c 1', 1));
    expect(await store.load(id('c/1'))).toEqual([opened('Mrs K')]);
    expect(await store.load(id('c 1'))).toEqual([opened('Mr D')]);
  });

  it('takes only what follows on the last revision', async () => {
    await store.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1));
    expect(await store.append(id('c1'), 0, [opened('Mr D')], head('c1', 1))).toEqual({ kind: 'somebody-was-first' });
    expect(await store.append(id('c1'), 2, [said('x')], head('c1', 3))).toEqual({ kind: 'somebody-was-first' });
    expect(await store.append(id('c2'), 1, [said('x')], head('c2', 2))).toEqual({ kind: 'somebody-was-first' });
    expect(await store.load(id('c1'))).toEqual([opened('Mrs K')]);
    expect(await store.load(id('c2'))).toEqual([]);
  });

  it('leaves the head alone when the events are refused', async () => {
    await store.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1));
    await store.append(id('c1'), 0, [opened('Mr D')], head('c1', 1, { name: 'Mr D' }));
    expect((await store.headsOf(id('w1'))).map(({ name }) => name)).toEqual(['Mrs K']);
  });

  it('lets one of two instances win every race, and loses nothing that was taken', async () => {
    const other = another().cases;
    await store.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1));
    const taken: string[] = [];
    for (let rev = 1; rev <= 10; rev++) {
      const race = await Promise.all(
        [store, other, store, other].map(async (writer, lane) => ({ words: `${rev}-${lane}`, ...(await writer.append(id('c1'), rev, [said(`${rev}-${lane}`)], head('c1', rev + 1, { name: `${rev}-${lane}` }))) })),
      );
      const winners = race.filter(({ kind }) => kind === 'appended');
      expect(winners).toHaveLength(1);
      taken.push(winners[0]!.words);
    }
    for (const reader of [store, other, another().cases]) expect(await reader.load(id('c1'))).toEqual([opened('Mrs K'), ...taken.map(said)]);
    expect(await store.headsOf(id('w1'))).toEqual([head('c1', 11, { name: taken.at(-1)! })]);
  });

  it('lets one of two instances begin a case', async () => {
    const other = another().cases;
    const race = await Promise.all([store, other].map((writer) => writer.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1))));
    expect(race.map(({ kind }) => kind).sort()).toEqual(['appended', 'somebody-was-first']);
  });

  it('shows one instance what another has written, also after it has read the case itself', async () => {
    const other = another().cases;
    await store.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1));
    expect(await other.load(id('c1'))).toEqual([opened('Mrs K')]);
    await store.append(id('c1'), 1, [said('x')], head('c1', 2));
    expect(await other.load(id('c1'))).toEqual([opened('Mrs K'), said('x')]);
    expect(await other.append(id('c1'), 2, [said('y')], head('c1', 3))).toEqual({ kind: 'appended', events: [opened('Mrs K'), said('x'), said('y')] });
    expect(await store.load(id('c1'))).toEqual([opened('Mrs K'), said('x'), said('y')]);
  });

  it('takes 500 events, many at once or one by one, all of them or none', async () => {
    const events = [opened('Mrs K'), ...Array.from({ length: 499 }, (_, index) => said(`word ${index}`))];
    let rev = 0;
    for (const many of [1, 99, 100, 250, 1, 49]) {
      expect(await store.append(id('c1'), rev, events.slice(rev, rev + many), head('c1', rev + many))).toEqual({ kind: 'appended', events: events.slice(0, rev + many) });
      rev += many;
    }
    const other = another().cases;
    for (const inside of [150, 350, 449, 499]) expect(await other.append(id('c1'), inside, [said('late')], head('c1', inside + 1))).toEqual({ kind: 'somebody-was-first' });
    expect(await other.load(id('c1'))).toEqual(events);
    expect(await other.append(id('c1'), 500, [said('last')], head('c1', 501))).toEqual({ kind: 'appended', events: [...events, said('last')] });
    expect(await store.load(id('c1'))).toEqual([...events, said('last')]);
    await store.erase(id('c1'));
    expect([await store.load(id('c1')), await other.load(id('c1'))]).toEqual([[], []]);
  });

  it('lists the cases of one worker only', async () => {
    await store.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1));
    await store.append(id('c2'), 0, [opened('Mr D')], head('c2', 1, { worker: id(`w' OR '1'='1`) }));
    expect((await store.headsOf(id('w1'))).map(({ caseId }) => caseId)).toEqual([id('c1')]);
    expect((await store.headsOf(id(`w' OR '1'='1`))).map(({ caseId }) => caseId)).toEqual([id('c2')]);
  });

  it('lists a head as it was written last, whole', async () => {
    await store.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1));
    const last = head('c1', 2, { state: 'paused', stage: 'review', openConcerns: 3, owes: true, reviewOn: '2026-12-01' });
    await store.append(id('c1'), 1, [said('x')], last);
    expect(await another().cases.headsOf(id('w1'))).toEqual([last]);
  });

  it('lists what owes something, and no longer once it is done', async () => {
    await store.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1, { owes: true }));
    await store.append(id('c2'), 0, [opened('Mr D')], head('c2', 1));
    expect(await owing()).toEqual([id('c1')]);
    await store.append(id('c1'), 1, [said('x')], head('c1', 2));
    expect(await owing()).toEqual([]);
  });

  it('lists from its instant on whoever is to be reminded, each case once', async () => {
    const due = async (at?: string) => (await another().cases.headsThatOwe(at)).map(({ caseId }) => caseId).filter((caseId) => caseId.endsWith(kept.mark)).sort();
    await store.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1, { owes: true, remindOn: '2026-11-05' }));
    await store.append(id('c2'), 0, [opened('Mr D')], head('c2', 1, { remindOn: '2026-11-05' }));
    await store.append(id('c3'), 0, [opened('Ms A')], head('c3', 1));
    expect([await due(), await due('2026-11-04'), await due('2026-11-05'), await due('2026-12-01')]).toEqual([[id('c1')], [id('c1')], [id('c1'), id('c2')], [id('c1'), id('c2')]]);
    await store.append(id('c2'), 1, [said('x')], head('c2', 2, { remindOn: '2027-01-04' }));
    expect([await due('2026-12-01'), await due('2027-01-04')]).toEqual([[id('c1')], [id('c1'), id('c2')]]);
    await store.append(id('c2'), 2, [said('y')], head('c2', 3));
    expect(await due('2030-01-01')).toEqual([id('c1')]);
  });

  it('lists by the instant, and what an earlier version wrote down by its day', async () => {
    const due = async (at: string) => (await another().cases.headsThatOwe(at)).map(({ caseId }) => caseId).filter((caseId) => caseId.endsWith(kept.mark)).sort();
    await store.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1, { remindOn: '2026-11-05T10:10:00.000Z' }));
    await store.append(id('c2'), 0, [opened('Mr D')], head('c2', 1, { remindOn: '2026-11-05' }));
    expect([await due('2026-11-04T23:59:59.999Z'), await due('2026-11-05T08:00:00.000Z'), await due('2026-11-05T10:09:59.999Z'), await due('2026-11-05T10:10:00.000Z')]).toEqual([[], [id('c2')], [id('c2')], [id('c1'), id('c2')]]);
  });

  it('is ready while it answers', async () => {
    await expect(store.ready()).resolves.toBeUndefined();
  });

  it('knows which references are taken', async () => {
    await store.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1));
    expect(await store.refsTaken([id('ROBIN'), id('WREN')])).toEqual([id('WREN')]);
    expect(await store.refsTaken([])).toEqual([]);
    expect([(await another().cases.headOfRef(id('WREN')))?.ref, await store.headOfRef(id('ROBIN')), await store.headOfRef('')]).toEqual([id('WREN'), undefined, undefined]);
  });

  it('goes through every case, once', async () => {
    const names = Array.from({ length: 230 }, (_, index) => `c${1000 + index}`);
    for (const name of names) await store.append(id(name), 0, [opened('Mrs K')], head(name, 1));
    expect(await everyone(another().cases)).toEqual(names.map(id));
  });

  it('erases a case and leaves nothing, in no list and for no instance', async () => {
    const other = another().cases;
    await store.append(id('c1'), 0, [opened('Mrs K'), said('x')], head('c1', 2, { owes: true }));
    await store.append(id('c2'), 0, [opened('Mr D')], head('c2', 1, { ref: id('ROBIN') }));
    await other.load(id('c1'));
    await store.erase(id('c1'));
    for (const reader of [store, other]) expect(await reader.load(id('c1'))).toEqual([]);
    expect((await other.headsOf(id('w1'))).map(({ caseId }) => caseId)).toEqual([id('c2')]);
    expect([await owing(), await store.refsTaken([id('WREN'), id('ROBIN')]), await everyone(store)]).toEqual([[], [id('ROBIN')], [id('c2')]]);
    await store.erase(id('c1'));
    await store.erase(id('never there'));
    expect(await other.load(id('c2'))).toEqual([opened('Mr D')]);
  });

  it('lets nobody go on with an erased case who still has it on the desk', async () => {
    const slow = another().cases;
    await store.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1));
    await slow.load(id('c1'));
    await store.erase(id('c1'));
    expect(await slow.append(id('c1'), 1, [said('x')], head('c1', 2))).toEqual({ kind: 'somebody-was-first' });
    expect([await store.load(id('c1')), await store.headsOf(id('w1'))]).toEqual([[], []]);
  });

  it('keeps a case that was begun again apart from the one that was erased', async () => {
    const slow = another().cases;
    await store.append(id('c1'), 0, [opened('Mrs K'), said('x'), said('y')], head('c1', 3));
    await slow.load(id('c1'));
    await store.erase(id('c1'));
    await store.append(id('c1'), 0, [opened('Mrs K')], head('c1', 1));
    expect(await slow.append(id('c1'), 3, [said('z')], head('c1', 4))).toEqual({ kind: 'somebody-was-first' });
    for (const reader of [store, slow]) expect(await reader.load(id('c1'))).toEqual([opened('Mrs K')]);
    expect(await store.headsOf(id('w1'))).toEqual([head('c1', 1)]);
  });
}
