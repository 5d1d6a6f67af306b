/** What every store must do with the places that it knows. */
import type { KnownPlace, PlaceStore, SafetyPlace } from '../../src/app/ports';
import type { Kept, Opened } from './contract';

const at = '2026-11-02T09:00:00.000Z';

export function placesKeepTheContract(keep: () => Promise<Kept>): void {
  let kept: Kept;
  let places: PlaceStore;
  let all: Opened[];
  const another = (): PlaceStore => {
    const next = kept.open();
    all.push(next);
    return next.places;
  };
  beforeEach(async () => {
    kept = await keep();
    all = [];
    places = another();
  });
  afterEach(async () => {
    for (const { cases } of all) await cases.close();
  });

  it('remembers places by ids of any kind, the newest address last, until they are forgotten', async () => {
    const place: KnownPlace = { id: `19:${kept.mark}/a?b#c@thread.tacv2;messageid=1`, name: 'Plan review', kind: 'channel', team: 'North', address: '{"a":1}' };
    const chat: KnownPlace = { id: `a:${kept.mark}`, name: 'Wren Alder', kind: 'personal', person: 'w1', address: '{}' };
    const mine = async () => (await another().all()).filter(({ id: placeId }) => placeId.includes(kept.mark));
    await places.remember(place);
    await places.remember(chat);
    await places.remember({ ...place, address: '{"a":2}' });
    expect(await mine()).toEqual(expect.arrayContaining([chat, { ...place, address: '{"a":2}' }]));
    expect(await mine()).toHaveLength(2);
    await places.forget(place.id);
    await places.forget('never there');
    expect(await mine()).toEqual([chat]);
    await places.forget(chat.id);
  });

  it('keeps what people decided of a place apart from its address, until they decide otherwise', async () => {
    const place: KnownPlace = { id: `19:${kept.mark}/a?b#c@thread.tacv2`, name: 'Supervision', kind: 'channel', address: '{"a":1}' };
    const marked: SafetyPlace = { id: place.id, name: 'Supervision', kind: 'channel', by: 'sam', at };
    const mine = async () => (await another().marked()).filter(({ id: placeId }) => placeId.includes(kept.mark));
    await places.mark(marked);
    await places.mark({ ...marked, by: 'jo' });
    await places.remember(place);
    await places.forget(place.id);
    expect(await mine()).toEqual([{ ...marked, by: 'jo' }]);
    expect((await another().all()).filter(({ id: placeId }) => placeId.includes(kept.mark))).toEqual([]);
    await places.unmark(place.id);
    await places.unmark('never there');
    expect(await mine()).toEqual([]);
  });
}
