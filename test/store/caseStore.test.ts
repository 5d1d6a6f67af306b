import Database from 'libsql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { casesContainer } from '../../src/store/cosmosContainer';
import { openCosmosStore } from '../../src/store/cosmosStore';
import { memoryStore } from '../../src/store/memoryStore';
import { openSqliteStore } from '../../src/store/sqliteStore';
import { FakeCosmos } from '../support/fakeCosmos';
import { auditKeepsTheContract } from './auditContract';
import { headAt, keepsTheContract, opened } from './contract';
import { leasesKeepTheContract } from './leasesContract';
import { placesKeepTheContract } from './placesContract';

let count = 0;
const mark = () => `t${(count += 1)}`;

describe('the memory store', () => {
  const keep = async () => {
    const store = memoryStore();
    return { mark: mark(), open: () => store };
  };
  keepsTheContract(keep);
  placesKeepTheContract(keep);
  leasesKeepTheContract(keep);
  auditKeepsTheContract(keep);
});

describe('the sqlite store', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'store-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = path.join(folder, 'cases.db');
  const keep = async () => ({ mark: mark(), open: () => openSqliteStore(file) });
  keepsTheContract(keep);
  placesKeepTheContract(keep);
  leasesKeepTheContract(keep);
  auditKeepsTheContract(keep);

  it('lets nobody who has the file change or drop an entry of the audit trail', async () => {
    const kept = path.join(folder, 'audit.db');
    const { audit, cases } = openSqliteStore(kept);
    await audit.record([{ at: '2026-11-02T09:00:00.000Z', by: 'sam', verb: 'open', caseId: 'c1', outcome: 'done' }]);
    await cases.close();
    const database = new Database(kept);
    for (const sql of ['DELETE FROM audit', "UPDATE audit SET at = '2020-01-01'"]) expect(() => database.exec(sql)).toThrow('only added to');
    database.close();
  });

  it('keeps everything when it is opened again', async () => {
    const kept = path.join(folder, 'kept.db');
    const first = openSqliteStore(kept);
    await first.cases.append('c1', 0, [opened('Mrs K')], headAt('c1', 1));
    await first.places.remember({ id: 'p1', name: 'Plan review', kind: 'channel', address: '{}' });
    await first.cases.close();
    const second = openSqliteStore(kept);
    expect(await second.cases.load('c1')).toEqual([opened('Mrs K')]);
    expect((await second.places.all()).map(({ name }) => name)).toEqual(['Plan review']);
    await second.cases.close();
  });
});

describe('the cosmos store, on a model of Cosmos DB', () => {
  const fake = new FakeCosmos();
  beforeAll(() => fake.start());
  afterAll(() => fake.stop());

  const keep = async () => {
    const container = mark();
    fake.has('threefold', casesContainer(container));
    return { mark: mark(), open: () => openCosmosStore({ endpoint: fake.endpoint, key: fake.key, database: 'threefold', container }) };
  };
  keepsTheContract(keep);
  placesKeepTheContract(keep);
  leasesKeepTheContract(keep);
  auditKeepsTheContract(keep);

  it('loses no entry of the trail that comes with one which is there already, because its answer was lost', async () => {
    fake.has('threefold', casesContainer('lost'));
    const { audit, cases } = openCosmosStore({ endpoint: fake.endpoint, key: fake.key, database: 'threefold', container: 'lost', pause: async () => undefined });
    fake.breaks({ drops: 'after', only: 'batch' }, 4);
    audit.note({ at: '2026-11-02T09:00:00.000Z', by: 'wren', verb: 'change', caseId: 'c1', outcome: 'done' });
    await expect(audit.flush()).rejects.toThrow();
    audit.note({ at: '2026-11-02T09:00:01.000Z', by: 'wren', verb: 'change', caseId: 'c1', outcome: 'done' });
    await audit.flush();
    expect((await audit.ofCase('c1')).map(({ at }) => at.slice(17, 19))).toEqual(['00', '01']);
    await cases.close();
  });
});
