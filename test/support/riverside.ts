/** A service with teams, as its events have it. */
import type { OrganisationEvent } from '../../src/domain/organisation/event';
import type { AuditEntry } from '../../src/domain/record/auditEntry';
import { jo, planReview, sam, World, wren } from './talk';

export const ada = { id: 'ada', name: 'Ada Stone' };
export const kit = { id: 'kit', name: 'Kit Moor' };
export const at = '2026-11-02T08:00:00.000Z';
export const by = { at, by: 'ada' };

/** Riverside: Wren and Jo are link workers, Sam supervises; Kit works in another team. */
export const riverside: readonly OrganisationEvent[] = [
  ...[wren, sam, jo, kit].map(({ id, name }): OrganisationEvent => ({ type: 'PersonNamed', at, by: id, person: id, name })),
  { type: 'TeamFormed', ...by, team: 't1', name: 'Riverside' },
  { type: 'TeamFormed', ...by, team: 't2', name: 'Hillside' },
  { type: 'WorkerPutInTeam', ...by, person: 'wren', team: 't1' },
  { type: 'WorkerPutInTeam', ...by, person: 'jo', team: 't1' },
  { type: 'WorkerPutInTeam', ...by, person: 'kit', team: 't2' },
  { type: 'RoleGranted', ...by, person: 'sam', role: 'supervisor', team: 't1' },
  { type: 'ReviewChannelSet', ...by, team: 't1', place: planReview },
];

export async function service(events: readonly OrganisationEvent[] = riverside): Promise<World> {
  const world = new World({ administrators: [ada.id] });
  await world.parts.organisation.append(0, events);
  return world;
}

export async function happens(world: World, ...events: readonly OrganisationEvent[]): Promise<void> {
  const before = await world.parts.organisation.load();
  await world.parts.organisation.append(before.length, events);
}

/** The whole audit trail. */
export async function everything({ audit }: World): Promise<AuditEntry[]> {
  const found: AuditEntry[] = [];
  for await (const entry of audit.between('2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z')) found.push(entry);
  return found;
}
