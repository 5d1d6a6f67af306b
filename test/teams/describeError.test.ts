import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { transformSync } from '@swc/core';
import { describeError } from '../../src/teams/describeError';
import { sourceOf } from '../../src/teams/sourceOf';

const source = 'type Word = string;\n\nexport function say(word: Word): never {\n  throw new TypeError(word);\n}\n';
const thrown = 4;

describe('what is logged of an error', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'built-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The place of the `throw` in the built file. */
  function build(map: boolean): string {
    const made = transformSync(source, { filename: 'say.ts', sourceMaps: true, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } });
    const file = path.join(folder, 'say.js');
    writeFileSync(file, made.code);
    if (map) writeFileSync(`${file}.map`, made.map!);
    const lines = made.code.split('\n');
    const line = lines.findIndex((text) => text.includes('throw'));
    return `${file}:${line + 1}:${lines[line]!.indexOf('throw') + 1}`;
  }

  it('names the place in the source, not in what was built of it', () => {
    const place = build(true);
    const inSource = `${path.join(folder, 'say.ts')}:${thrown}:3`;
    expect(place).not.toContain(`:${thrown}:3`);
    expect(sourceOf(`say (${place})`)).toBe(`say (${inSource})`);
    expect(sourceOf(`async say (file://${place})`)).toBe(`async say (${inSource})`);
    expect(sourceOf(place)).toBe(inSource);
  });

  it('names the place as it is where there is no map of it', () => {
    const place = build(false);
    expect(sourceOf(`say (${place})`)).toBe(`say (${place})`);
    expect(sourceOf('process.processTicksAndRejections (node:internal/process/task_queues:95:5)')).toBe('process.processTicksAndRejections (node:internal/process/task_queues:95:5)');
  });

  it('says no word of the message, which may be what somebody said', () => {
    expect(JSON.stringify(describeError(new TypeError('I want to go home')))).not.toContain('home');
  });
});
