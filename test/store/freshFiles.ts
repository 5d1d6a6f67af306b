import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqliteStore, type SqliteStore } from '../../src/store/sqliteStore';

/** For each test of this block a file of its own; whatever was opened on it is closed after the test. */
export function freshFiles(name: string): { open(): SqliteStore; /** Of the test that runs. */ file(): string } {
  const folder = mkdtempSync(path.join(tmpdir(), `${name}-`));
  let count = 0;
  let opened: SqliteStore[] = [];
  beforeEach(() => {
    count += 1;
    opened = [];
  });
  afterEach(async () => {
    for (const store of opened) await store.cases.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (): string => path.join(folder, `${count}.db`);
  return {
    file,
    open: () => {
      const store = openSqliteStore(file());
      opened.push(store);
      return store;
    },
  };
}
