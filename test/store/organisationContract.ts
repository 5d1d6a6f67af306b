/** What every store of the organisation must do, told once. */
import type { OrganisationStore } from '../../src/app/ports';
import type { OrganisationEvent } from '../../src/domain/organisation/event';
import { organisationOf } from '../../src/domain/organisation/evolveOrganisation';

const by = { at: '2026-11-02T09:00:00.000Z', by: 'ada' };
const formed = (team: string, name: string): OrganisationEvent => ({ type: 'TeamFormed', ...by, team, name });
const supervises = (person: string): OrganisationEvent => ({ type: 'RoleGranted', ...by, person, role: 'supervisor', team: 't1' });

/** `open` gives a store on the same data each time, as another instance would open it; nothing is in it at first. */
export function keepsTheOrganisation(open: () => OrganisationStore): void {
  it('begins with nothing', async () => {
    expect(await open().load()).toEqual([]);
  });

  it('gives back what was appended, in order and verbatim, to whoever asks', async () => {
    const store = open();
    const events = [formed('t1', 'Riverside \u{1f331} “x”\n<b>'), supervises('sam')];
    expect(await store.append(0, events)).toEqual({ kind: 'appended', events });
    expect(await store.load()).toEqual(events);
    expect(await open().load()).toEqual(events);
  });

  it('gives the same list while nothing happens, so that what is made of it is kept', async () => {
    const store = open();
    await store.append(0, [formed('t1', 'Riverside')]);
    expect(await store.load()).toBe(await store.load());
    expect(organisationOf(await store.load())).toBe(organisationOf(await store.load({ fresh: true })));
  });

  it('takes only one of two who change it at the same moment, and nothing of the other', async () => {
    const [one, other] = [open(), open()];
    await one.append(0, [formed('t1', 'Riverside')]);
    await other.load();
    const results = await Promise.all([one.append(1, [supervises('sam'), supervises('jo')]), other.append(1, [formed('t2', 'Hillside')])]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['appended', 'somebody-was-first']);
    const stored = await open().load();
    expect(stored).toEqual(await one.load({ fresh: true }));
    expect([2, 3]).toContain(stored.length);
    expect(await one.append(1, [formed('t3', 'Late')])).toEqual({ kind: 'somebody-was-first' });
  });

  it('lets no instance that asks for it afresh miss what another has withdrawn', async () => {
    const [one, other] = [open(), open()];
    await one.append(0, [formed('t1', 'Riverside'), supervises('sam')]);
    expect(organisationOf(await other.load({ fresh: true })).members.get('sam')?.supervises.has('t1')).toBe(true);
    await one.append(2, [{ type: 'RoleWithdrawn', ...by, person: 'sam', role: 'supervisor', team: 't1' }]);
    expect(organisationOf(await other.load({ fresh: true })).members.get('sam')?.supervises.has('t1')).toBe(false);
    expect((await other.load()).length).toBe(3);
  });
}
