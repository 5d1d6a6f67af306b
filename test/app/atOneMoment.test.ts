import { atOneMoment } from '../../src/app/atOneMoment';
import type { OrganisationStore, Parts } from '../../src/app/ports';
import type { OrganisationEvent } from '../../src/domain/organisation/event';
import { memoryOrganisation } from '../../src/store/memoryOrganisation';

const at = '2026-11-02T10:00:00.000Z';
const named = (person: string): OrganisationEvent => ({ type: 'PersonNamed', at, by: 'ada', person, name: person });

let asked: number;
let kept: OrganisationStore;
let parts: Parts;
beforeEach(() => {
  asked = 0;
  kept = memoryOrganisation();
  const counted: OrganisationStore = {
    load: async (how) => {
      asked += 1;
      return kept.load(how);
    },
    append: (expectedRev, events) => kept.append(expectedRev, events),
  };
  parts = { organisation: counted } as unknown as Parts;
});

it('a turn asks for the organisation once, however many of its rules look at it', async () => {
  const { organisation } = atOneMoment(parts);
  await Promise.all([organisation.load(), organisation.load(), organisation.load()]);
  expect(asked).toBe(1);
});

it('the next turn asks again, and sees what another instance withdrew meanwhile', async () => {
  await atOneMoment(parts).organisation.load();
  await kept.append(0, [named('sam')]);
  expect(await atOneMoment(parts).organisation.load()).toHaveLength(1);
});

it('what is somebody else’s is looked up anew within the same turn, and the rest of the turn sees that', async () => {
  const { organisation } = atOneMoment(parts);
  await organisation.load();
  await kept.append(0, [named('sam')]);
  expect(await organisation.load({ fresh: true })).toHaveLength(1);
  expect(await organisation.load()).toHaveLength(1);
});

it('a change that the turn makes is seen by the rest of it', async () => {
  const { organisation } = atOneMoment(parts);
  await organisation.load();
  await organisation.append(0, [named('wren')]);
  expect(await organisation.load()).toHaveLength(1);
});
