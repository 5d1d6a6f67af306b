import { auditView, idForAudit } from '../../src/app/auditOf';
import { changeRecord } from '../../src/app/changeRecord';
import type { Turn } from '../../src/app/turn';
import type { AuditEntry } from '../../src/domain/record/auditEntry';
import { bufferedAudit } from '../../src/store/bufferedAudit';
import { memoryAudit } from '../../src/store/memoryStore';
import { World, wren } from '../support/talk';
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

it('keeps what stands in the case already, once the trail takes it again: the turn goes on', async () => {
  let answers = false;
  const kept: AuditEntry[] = [];
  const audit = bufferedAudit({
    add: async (entries) => {
      if (!answers) throw new Error('the trail does not answer');
      kept.push(...entries.map(({ entry }) => entry));
    },
    ofCase: async () => kept,
    async *between() {
      yield* kept;
    },
  });
  const world = new World();
  Object.assign(world.parts, { audit });
  await openCase(world, { name: 'Mrs K' });
  const { caseId, state } = await world.caseOf(wren);
  const keeper = { at: world.now, by: 'alex', rights: { mayManageRecords: true }, place: 'terminal' } as const;
  expect(state.record.restricted).toBeUndefined();
  expect(await changeRecord(world.parts)(caseId, keeper, { type: 'RestrictCase', reason: 'She asked' })).toMatchObject({ kind: 'done' });
  answers = true;
  expect((await audit.ofCase(caseId)).map(({ verb }) => verb)).toContain('restrict');
});
