import { auditView, idForAudit } from '../../src/app/auditOf';
import { changeOrganisation } from '../../src/app/changeOrganisation';
import { changeRecord } from '../../src/app/changeRecord';
import { handOver } from '../../src/app/handOver';
import { organisationNow } from '../../src/app/organisationNow';
import type { AuditTrail } from '../../src/app/ports';
import type { Turn } from '../../src/app/turn';
import type { AuditEntry } from '../../src/domain/record/auditEntry';
import { bufferedAudit } from '../../src/store/bufferedAudit';
import { memoryAudit } from '../../src/store/memoryStore';
import { ada, service } from '../support/riverside';
import { jo, sam, World, wren } from '../support/talk';
import { openCase } from '../support/walk';

const turnOf = (id: string): Turn => ({ at: '2026-11-02T10:00:00.000Z', by: { id, name: 'Wren Alder' }, where: { kind: 'personal', place: 'chat' }, intent: { kind: 'arrived' }, freshId: 'f' });
const odd = ['', ' ', 'case of Mrs K', '🌱 seedling', 'x'.repeat(5_000), '\u0000', '\ud800 half'];

it.each(['wren', '29:1abc-DEF_x', 'case-fresh-1', '00000000-0000-0000-0000-000000000001'])('keeps an id as it is: %s', (id) => {
  expect(idForAudit(id)).toBe(id);
});

it.each(odd.map((id) => [JSON.stringify(id).slice(0, 20), id]))('takes whatever comes as an id, so that no forged card can stop a turn: %s', async (_shown, id) => {
  const audit = memoryAudit();
  auditView({ audit }, turnOf(id), id, 'refused');
  const entries: AuditEntry[] = [];
  for await (const entry of audit.between('2026-11-02T00:00:00.000Z', '2026-11-03T00:00:00.000Z')) entries.push(entry);
  expect(entries).toEqual([expect.objectContaining({ verb: 'view', outcome: 'refused' })]);
  expect(entries[0]!.caseId).not.toContain(' ');
});

/** It takes nothing until it answers. */
function brokenTrail(): { readonly audit: AuditTrail; readonly trail: { answers: boolean } } {
  const trail = { answers: false };
  const kept: AuditEntry[] = [];
  const audit = bufferedAudit({
    add: async (entries) => {
      if (!trail.answers) throw new Error('the trail does not answer');
      kept.push(...entries.map(({ entry }) => entry));
    },
    ofCase: async () => kept,
    async *between() {
      yield* kept;
    },
  });
  return { audit, trail };
}

it('keeps what was changed of roles and whose a case is, once the trail takes it again: it is done by then, and is told as done', async () => {
  const { audit, trail } = brokenTrail();
  const world = await service();
  const talk = await openCase(world, { name: 'Mrs K' });
  expect(talk.text).toContain('Mrs K');
  const { caseId } = await world.caseOf(wren);
  Object.assign(world.parts, { audit });
  expect(await changeOrganisation(world.parts, { at: world.now, by: ada.id }, { type: 'TakeLeave', person: jo.id })).toMatchObject({ kind: 'changed' });
  const organisation = await organisationNow(world.parts);
  expect(await handOver(world.parts, { ...turnOf(sam.id), by: sam }, organisation, { caseId, to: jo.id, reason: 'Wren is away' })).toMatchObject({ kind: 'done' });
  trail.answers = true;
  expect((await audit.ofCase(caseId)).map(({ by, what, verb }) => [by, what ?? verb])).toEqual(expect.arrayContaining([[ada.id, 'WorkerTookLeave'], [sam.id, 'hand-over']]));
});

it('keeps what stands in the case already, once the trail takes it again: the turn goes on', async () => {
  const { audit, trail } = brokenTrail();
  const world = new World();
  Object.assign(world.parts, { audit });
  await openCase(world, { name: 'Mrs K' });
  const { caseId, state } = await world.caseOf(wren);
  const keeper = { at: world.now, by: 'alex', rights: { mayManageRecords: true }, place: 'terminal' } as const;
  expect(state.record.restricted).toBeUndefined();
  expect(await changeRecord(world.parts)(caseId, keeper, { type: 'RestrictCase', reason: 'She asked' })).toMatchObject({ kind: 'done' });
  trail.answers = true;
  expect((await audit.ofCase(caseId)).map(({ verb }) => verb)).toContain('restrict');
});
