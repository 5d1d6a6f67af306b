import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Kept } from '../../src/content/kept';
import { keptRules } from '../../src/content/keptRules';
import { keptConcepts } from '../../src/content/loadConcepts';

type Made = { readonly rows: Int32Array; readonly words: string };
const made: Made = { rows: Int32Array.from([3, 1, 2]), words: 'bees hive' };

let folder: string;
let code: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'threefold-kept-'));
  code = path.join(folder, 'code');
  mkdirSync(path.join(code, 'within'), { recursive: true });
  for (const name of ['make.ts', 'within/part.ts']) writeFileSync(path.join(code, name), 'one way');
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (): string => path.join(folder, 'some.kept');
/** As another start finds it. */
const keeping = (text = 'bee~'): Kept<Made> => new Kept<Made>({ name: 'some.kept', texts: () => [text], code: [code], folders: [folder] });
const keep = (): void => keeping().keepIn(folder, () => made);
const damage = (change: (bytes: Buffer) => Buffer): void => writeFileSync(file(), change(readFileSync(file())));

describe('what is kept', () => {
  it('is found again as it was made', () => {
    keep();
    expect(keeping().made()).toEqual(made);
  });
  it('is not made again while it holds', () => {
    keep();
    const make = jest.fn(() => made);
    keeping().keepIn(folder, make);
    expect(make).not.toHaveBeenCalled();
  });
  it('stands in the first of the folders that has it', () => {
    keep();
    const elsewhere = new Kept<Made>({ name: 'some.kept', texts: () => ['bee~'], code: [code], folders: [path.join(folder, 'nowhere'), folder] });
    expect(elsewhere.made()).toEqual(made);
  });
  it('leaves nothing beside it, and no file when there is nothing to keep', () => {
    keeping().keepIn(folder, () => undefined);
    expect(existsSync(file())).toBe(false);
    keep();
    expect(readdirSync(folder).sort()).toEqual(['code', 'some.kept']);
  });
});

describe('nothing is kept', () => {
  const isNothingAndMadeAnew = (now = keeping): void => {
    expect(now().made()).toBeUndefined();
    now().keepIn(folder, () => made);
    expect(now().made()).toEqual(made);
  };
  it('when there is no file', () => isNothingAndMadeAnew());
  it('when there is a folder in its place', () => {
    mkdirSync(file());
    expect(keeping().made()).toBeUndefined();
  });
  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['cut short within the seal', (bytes) => bytes.subarray(0, 20)],
    ['only a seal', (bytes) => bytes.subarray(0, 40)],
    ['cut short by a byte', (bytes) => bytes.subarray(0, -1)],
    ['longer by a byte', (bytes) => Buffer.concat([bytes, Buffer.from([0])])],
    ['something else', () => Buffer.from('{"rows":[]}')],
  ])('when the file is %s', (_name, change) => {
    keep();
    damage(change);
    isNothingAndMadeAnew();
  });
  it('when any byte of the file is another', () => {
    keep();
    const whole = readFileSync(file());
    const isFound = whole.map((_, at) => {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 1;
      writeFileSync(file(), bytes);
      return Number(keeping().made() !== undefined);
    });
    expect([...isFound]).toEqual([...whole].map(() => 0));
  });
  it('when a text is another', () => {
    keep();
    isNothingAndMadeAnew(() => keeping('wasp~'));
  });
  it.each(['make.ts', 'within/part.ts', 'within/new.ts'])('when the code is another: %s', (name) => {
    keep();
    writeFileSync(path.join(code, name), 'another way');
    isNothingAndMadeAnew();
  });
});

describe('what a start uses', () => {
  const code = path.join(__dirname, '../../src');
  /** Every file of code that is at work when this one is. */
  function atWork(file: string, known = new Set<string>()): ReadonlySet<string> {
    if (known.has(file)) return known;
    known.add(file);
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/^import (?!type )[^;]* from '(\.[^']+)';/gm)) if (!name!.endsWith('.json')) atWork(path.resolve(path.dirname(file), `${name}.ts`), known);
    return known;
  }
  it.each([
    ['the rules', keptRules.what, ['content/loadReading.ts', 'domain/reading/filing/filingWords.ts']],
    ['the concepts', keptConcepts.what, ['content/loadConcepts.ts', 'domain/matching/makeConcepts.ts']],
  ])('%s: the seal covers all of the code that makes them', (_name, what, makers) => {
    const files = makers.flatMap((maker) => [...atWork(path.join(code, maker))]).map((file) => path.relative(code, file));
    expect(files.filter((file) => !what.code.some((folder) => file.startsWith(`${folder}/`)))).toEqual([]);
    expect(files.length).toBeGreaterThan(20);
  });
  it.each(['rules.kept', 'concepts.kept'])('%s is there when the tests begin', (name) => expect(existsSync(path.join(code, '../.threefold', name))).toBe(true));
});
