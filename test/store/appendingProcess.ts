/** One of several processes on one file: appends to a case of its own and to one that all of them write to. */
import { openSqliteStore } from '../../src/store/sqliteStore';
import { headAt, opened, said } from './contract';

const [file, name, many] = process.argv.slice(1) as [string, string, string];

async function run(): Promise<readonly string[]> {
  const { cases } = openSqliteStore(file);
  const accepted: string[] = [];
  const add = async (caseId: string, words: string) => {
    for (;;) {
      const events = await cases.load(caseId);
      const next = events.length === 0 ? [opened('Mrs K'), said(words)] : [said(words)];
      const rev = events.length + next.length;
      const { kind } = await cases.append(caseId, events.length, next, headAt(caseId, rev, { name: `at ${rev}` }));
      if (kind === 'appended') return void accepted.push(`${caseId} ${words}`);
    }
  };
  const lane = async (caseId: string) => {
    for (let count = 0; count < Number(many); count++) await add(caseId, `${name}-${count}`);
  };
  await Promise.all(['shared', `only ${name}`].map(lane));
  await cases.close();
  return accepted;
}

process.once('message', () => void run().then((accepted) => process.send!({ accepted }, () => process.disconnect())));
process.send!('ready');
