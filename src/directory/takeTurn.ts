/** One import into a directory at a time, also where several instances of the bot share its file. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { codeOf } from './nodeError';
import { usualLimits } from './sourceLimits';

export type Turn = { readonly kind: 'mine'; readonly release: () => Promise<void> } | { readonly kind: 'refused'; readonly problem: string };

/** Another process may have had the same number before: in a container it often has. */
const thisProcess = randomUUID();
/** Milliseconds. No import takes longer, so a mark that is older was left by a machine that is gone. */
const longest = usualLimits.allWithin * 1.5;

/** Two imports at once would each lose what the other brought: the second is told to wait. A mark that a crash left is taken over. `now` is in milliseconds. */
export async function takeTurn(file: string, now = Date.now()): Promise<Turn> {
  const mark = `${file}.importing`;
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  for (let tried = 0; tried < 2; tried += 1) {
    try {
      const handle = await open(mark, 'wx', 0o600);
      await handle.writeFile([process.pid, thisProcess, hostname()].join(' '));
      await handle.close();
      return { kind: 'mine', release: () => rm(mark, { force: true }) };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      if (!(await isLeft(mark, now))) break;
      await rm(mark, { force: true });
    }
  }
  return { kind: 'refused', problem: `Another import into ${file} is going on. Wait until it is done; if there is none, delete ${mark}.` };
}

/** Whether an import goes on can be seen on its own machine alone; of another machine only how long ago it began. */
async function isLeft(mark: string, now: number): Promise<boolean> {
  const [pid = '', owner, ...host] = (await readFile(mark, 'utf8').catch(() => '')).split(' ');
  if (pid === '') return false;
  if (owner !== undefined && host.join(' ') !== hostname()) return now - (await stat(mark).then(({ mtimeMs }) => mtimeMs, () => now)) > longest;
  if (owner !== undefined && Number(pid) === process.pid) return owner !== thisProcess;
  return !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
