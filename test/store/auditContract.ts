/** What every audit trail must do, told once. Other entries may be in the store: everything here bears the mark of its test. */
import type { AuditTrail, CaseStore } from '../../src/app/ports';
import type { AuditEntry } from '../../src/domain/record/auditEntry';

export type KeptTrail = { open(): { readonly audit: AuditTrail; readonly cases: CaseStore }; readonly mark: string };

export function auditKeepsTheContract(keep: () => Promise<KeptTrail>): void {
  let kept: KeptTrail;
  let audit: AuditTrail;
  let all: CaseStore[];
  const another = (): AuditTrail => {
    const next = kept.open();
    all.push(next.cases);
    return next.audit;
  };
  const id = (name: string) => `${name}-${kept.mark}`;
  const entry = (at: string, more: Partial<AuditEntry> = {}): AuditEntry => ({ at: `2026-11-${at}.000Z`, by: id('wren'), verb: 'view', caseId: id('c1'), outcome: 'done', ...more });
  const between = async (from: string, until: string) => {
    const found: AuditEntry[] = [];
    for await (const one of another().between(`2026-11-${from}.000Z`, `2026-11-${until}.000Z`)) if (one.by.endsWith(`-${kept.mark}`)) found.push(one);
    return found;
  };
  beforeEach(async () => {
    kept = await keep();
    all = [];
    audit = another();
  });
  afterEach(async () => {
    for (const one of all) await one.close();
  });

  it('has kept what was recorded when it says so, for every instance, the oldest first', async () => {
    const [later, earlier] = [entry('03T10:00:00', { verb: 'open', by: id('sam'), place: 'personal', what: 'CaseOpenedBySupervisor' }), entry('02T09:00:00')];
    await audit.record([later]);
    await another().record([earlier, entry('02T09:00:00', { caseId: id('c2') })]);
    expect(await another().ofCase(id('c1'))).toEqual([earlier, later]);
  });

  it('keeps what was noted no later than the next flush, and shows it to whoever asks the same instance before', async () => {
    audit.note(entry('02T09:00:00', { verb: 'change', what: 'PromptAnswered' }));
    expect(await audit.ofCase(id('c1'))).toHaveLength(1);
    audit.note(entry('02T09:01:00', { verb: 'change', what: 'PromptAnswered' }));
    await audit.flush();
    await audit.flush();
    expect(await another().ofCase(id('c1'))).toHaveLength(2);
  });

  it('takes a worker who looks at their case again and again for one view, until it is written', async () => {
    audit.note(entry('02T09:00:00'));
    audit.note(entry('02T09:00:05'));
    audit.note(entry('02T09:00:06', { caseId: id('c2') }));
    await audit.flush();
    audit.note(entry('02T09:05:00'));
    await audit.flush();
    expect((await audit.ofCase(id('c1'))).map(({ at }) => at.slice(11, 16))).toEqual(['09:00', '09:05']);
    expect(await audit.ofCase(id('c2'))).toHaveLength(1);
  });

  it('finds what was done in a span of time, whatever it was done with', async () => {
    const found = [entry('02T09:00:00'), entry('04T23:59:59', { verb: 'administer', what: 'RoleGranted', caseId: undefined }), entry('05T00:00:00')];
    const beside = [entry('02T08:59:59'), entry('05T00:00:01')];
    await audit.record([beside[1]!, found[2]!, found[0]!, beside[0]!, found[1]!].map((one) => JSON.parse(JSON.stringify(one)) as AuditEntry));
    expect(await between('02T09:00:00', '05T00:00:01')).toEqual(JSON.parse(JSON.stringify(found)));
    expect(await between('05T00:00:01', '05T00:00:01')).toEqual([]);
  });

  it('pages through many entries of one moment', async () => {
    await audit.record(Array.from({ length: 620 }, (_, index) => entry('02T09:00:00', { what: `number-${index}` })));
    const found = await between('02T00:00:00', '03T00:00:00');
    expect(new Set(found.map(({ what }) => what)).size).toBe(620);
    expect(found).toHaveLength(620);
  });

  it.each([{ what: 'She said that her knee hurts' }, { caseId: 'Mrs K' }, { by: 'Sam Rowe' }, { what: 'x'.repeat(61) }, { words: 'hello' }, { verb: 'talk' }])('refuses an entry that could hold words of people: %j', async (wrong) => {
    const bad = { ...entry('02T09:00:00'), ...wrong } as AuditEntry;
    await expect(audit.record([entry('02T09:00:00'), bad])).rejects.toThrow();
    expect(() => audit.note(bad)).toThrow();
    expect(await audit.ofCase(id('c1'))).toEqual([]);
  });
}
