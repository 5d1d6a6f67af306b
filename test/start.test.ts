/** The bot as a process of its own: what it does when it cannot start. */
import type { ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo, type Server } from 'node:net';
import path from 'node:path';
import { startTypeScript } from './support/typeScriptProcess';

let taken: Server;
let bot: ChildProcess | undefined;
beforeEach(async () => {
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  bot?.kill('SIGKILL');
  await new Promise((resolve) => taken.close(resolve));
});

it.each(['PORT', 'OPERATOR_PORT'])('ends when %s is taken: half a bot would answer and deliver nothing that it owes', async (setting) => {
  const { port } = taken.address() as AddressInfo;
  bot = startTypeScript(path.join(__dirname, '../src/main.ts'), [], { PORT: '0', OPERATOR_PORT: '0', STORE: 'memory:', SAMPLE_DATA: 'yes', [setting]: String(port) });
  const ended = await new Promise((resolve) => bot!.once('exit', resolve));
  expect(ended).toBe(1);
}, 20_000);
