import { auditView, idForAudit } from '../../src/app/auditOf';
import type { Turn } from '../../src/app/turn';
import type { AuditEntry } from '../../src/domain/record/auditEntry';
import { memoryAudit } from '../../src/store/memoryStore';

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
