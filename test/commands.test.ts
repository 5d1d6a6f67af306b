/** Every command says what it does, and begins nothing for a word that it does not know. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '..', 'scripts');
/** What is no command: the part that others share, and the one that hands everything on to what it runs. */
const parts = ['prepare.mjs', 'run.mjs'];
/** These hand what they do not know to jest. */
const handOn = ['test.mjs', 'e2e.mjs'];
const commands = readdirSync(folder).filter((file) => file.endsWith('.mjs') && !parts.includes(file));

const run = (file: string, ...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> => new Promise((done) => execFile(process.execPath, [path.join(folder, file), ...args], { timeout: 60_000 }, (error, out, told) => done({ code: Number(error?.code ?? 0), said: out + told })));

test.each(commands)('%s can say how it is used, and with which codes it ends', (file) => {
  const written = readFileSync(path.join(folder, file), 'utf8');
  expect(written).toMatch(/--help|argumentsGiven/);
  expect(written).toMatch(/Usage: /);
  expect(written).toMatch(/\bEnds with\b/);
});

test.concurrent.each(commands.filter((file) => !handOn.includes(file)))('%s begins nothing for a word that it does not know, and says where help is', async (file) => {
  const { code, said } = await run(file, '--nonsense');
  expect({ code, said }).toEqual({ code: 2, said: expect.stringMatching(/--help|Usage/) });
});

test.concurrent.each([
  ['of several words', ['-- she cannot pay the rent']],
  ['of one word, after the end of the options', ['--', '--shouting']],
])('a text that begins with dashes is read: %s', async (_what, args) => {
  const { code, said } = await run('read.mjs', ...args);
  expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('This checks words, not people.') });
});

test.concurrent.each([
  [['reading', folder]],
  [['matching', __filename, folder]],
])('a folder in the place of a file is named, and what is wanted: %s', async (args) => {
  const { code, said } = await run('eval.mjs', ...args);
  expect({ code, said }).toEqual({ code: 1, said: `${folder} is a folder. Name a file of JSON lines.\n` });
});
