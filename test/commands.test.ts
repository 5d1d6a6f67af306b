/** Every command says what it does, and begins nothing for a word that it does not know. */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '..', 'scripts');
/** What is no command: the part that others share, and the one that hands everything on to what it runs. */
const parts = ['prepare.mjs', 'run.mjs'];
/** These hand what they do not know to jest. */
const handOn = ['test.mjs', 'e2e.mjs'];
const commands = readdirSync(folder).filter((file) => file.endsWith('.mjs') && !parts.includes(file));

type Ended = { readonly code: number; readonly said: string };
const run = (file: string, arg: string): Promise<Ended> => new Promise((done) => execFile(process.execPath, [path.join(folder, file), arg], { timeout: 60_000 }, (error, out, told) => done({ code: Number(error?.code ?? 0), said: out + told })));

test.concurrent.each(commands)('%s --help says how it is used, and with which codes it ends', async (file) => {
  const { code, said } = await run(file, '--help');
  expect(code).toBe(0);
  expect(said).toMatch(/^Usage: /);
  expect(said).toMatch(/\bEnds with\b/);
});

test.concurrent.each(commands.filter((file) => !handOn.includes(file)))('%s begins nothing for a word that it does not know', async (file) => {
  const { code, said } = await run(file, '--nonsense');
  expect({ code, said }).toEqual({ code: 2, said: expect.stringMatching(/--help|Usage/) });
});
