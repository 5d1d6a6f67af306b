/** What every store of what was learnt must do, told once. */
import type { LearntStore } from '../../src/app/ports';
import { WrittenByNewerVersion } from '../../src/domain/case/newerVersion';
import type { Learnt, LearntOf } from '../../src/domain/learnt/learnt';

const unmet: Learnt = { type: 'NeedUnmet', month: '2026-10', want: ['Pottery'], when: ['Tuesday'], area: 'Swinton' };
const closed: Learnt = { type: 'ActivityTried', activity: 'garden-group', day: '2026-11-03', found: 'closed' };
const settled: LearntOf<'TagsSettled'> = { type: 'TagsSettled', activity: 'garden-group', at: '2026-11-03T10:00:00.000Z', by: 'ada', whole: true, tags: [{ field: 'access', values: ['step-free'], inPart: true }, { field: 'company', values: [] }] };
const sorted = (all: readonly Learnt[]): string[] => all.map((one) => JSON.stringify(one)).sort();

/** `open` gives a store on the same data each time, as another instance would open it; nothing is in it at first. `put` writes there as a newer version does. */
export function keepsWhatWasLearnt(open: () => LearntStore, put?: (kept: unknown) => void | Promise<void>): void {
  it('begins with nothing', async () => {
    expect(await open().load()).toEqual([]);
  });

  it('gives back what was kept, each once, to whoever asks; the same thing learnt twice counts twice', async () => {
    const store = open();
    const all = [unmet, closed, unmet, settled];
    for (const one of all) await store.keep(one);
    expect(sorted(await store.load())).toEqual(sorted(all));
    expect(sorted(await open().load({ fresh: true }))).toEqual(sorted(all));
  });

  it('keeps what was promised once, whichever instance keeps it again, and nothing that tells of the promise', async () => {
    const [one, other] = [open(), open()];
    await one.keep(closed, 'Mrs K: closed');
    await one.keep(closed, 'Mrs K: closed');
    await other.keep(closed, 'Mrs K: closed');
    await other.keep(closed, 'Mr L: closed');
    for (const store of [one, other]) expect(await store.load({ fresh: true })).toEqual([closed, closed]);
    expect(JSON.stringify(await open().load({ fresh: true }))).not.toMatch(/Mr/);
  });

  it('gives the same list while nothing is learnt, so that what is made of it is kept', async () => {
    const store = open();
    await store.keep(unmet);
    const list = await store.load({ fresh: true });
    expect(await store.load()).toBe(list);
    expect(await store.load({ fresh: true })).toBe(list);
  });

  it('sees what another instance learnt when it looks afresh, and what it learnt itself at once', async () => {
    const [one, other] = [open(), open()];
    await one.load();
    await other.keep(closed);
    expect(await one.load({ fresh: true })).toEqual([closed]);
    await one.keep(unmet);
    expect(sorted(await one.load())).toEqual(sorted([closed, unmet]));
  });

  it('counts what two instances learnt at one moment once each, whoever looks', async () => {
    const [one, other] = [open(), open()];
    const all = [closed, unmet, unmet, settled, closed];
    await Promise.all(all.flatMap((each, index) => [(index % 2 === 0 ? one : other).keep(each), one.load({ fresh: true }), other.load()]));
    for (const store of [one, other]) expect(sorted(await store.load({ fresh: true }))).toEqual(sorted(all));
  });

  it('refuses what may lead back to somebody', async () => {
    const store = open();
    await expect(store.keep({ ...unmet, caseId: 'case-1' } as unknown as Learnt)).rejects.toThrow();
    await expect(store.keep({ ...settled, tags: [{ field: 'company', values: ['Mrs K'] }] })).rejects.toThrow();
    await expect(store.keep({ ...settled, by: 'Ada Stone' })).rejects.toThrow();
    expect(await store.load()).toEqual([]);
  });

  if (put !== undefined) describe('when a newer version keeps what this one does not know', () => writtenByNewer(open, put));
}

/** An update is under way. The conversation goes on; whoever counts or changes what was learnt is told. */
function writtenByNewer(open: () => LearntStore, put: (kept: unknown) => void | Promise<void>): void {
  it('passes over a kind of thing that it does not know, for everybody: it would not have made anything of it', async () => {
    await put({ type: 'ActivityPraised', activity: 'garden-group', day: '2026-11-03' });
    const store = open();
    await store.keep(closed);
    expect(await store.load()).toEqual([closed]);
    expect(await store.load({ fresh: true })).toEqual([closed]);
  });

  it.each([
    ['a new choice', { ...closed, found: 'moved' }],
    ['a new field', { ...settled, because: 'rang' }],
  ])('leaves %s of a kind that it knows out of a turn, and out of no count and no change', async (_what, kept) => {
    const before = open();
    await before.keep(unmet);
    await put(kept);
    for (const store of [before, open()]) {
      await expect(store.load({ fresh: true })).rejects.toThrow(WrittenByNewerVersion);
      expect(await store.load()).toEqual([unmet]);
    }
  });

  it('does not pass over what is damaged', async () => {
    await put({ type: 'ActivityTried', activity: 'garden-group', found: 'closed' });
    const store = open();
    await expect(store.load({ fresh: true })).rejects.toThrow();
    await expect(store.load({ fresh: true })).rejects.not.toThrow(WrittenByNewerVersion);
  });
}
