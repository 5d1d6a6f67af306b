/** A service with teams, as its events have it. */
import type { OrganisationEvent } from '../../src/domain/organisation/event';
import { jo, planReview, sam, wren } from './talk';

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
