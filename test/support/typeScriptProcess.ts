import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const loader = path.join(__dirname, '../../scripts/typeScript.cjs');

/** Another Node process that runs a TypeScript file of ours as it stands. What it writes to stderr is shown. */
export function startTypeScript(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const code = `require(${JSON.stringify(loader)}); require(${JSON.stringify(file)});`;
  return spawn(process.execPath, ['-e', code, '--', ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
}
