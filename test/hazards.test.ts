import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hazardLogText } from '../scripts/hazardLog/hazardLogText';
import { hazardProblems, likelihoods, ratingOf, readHazards, severities } from '../scripts/hazardLog/hazards';
import { testTitles } from '../scripts/hazardLog/testTitles';

const root = join(__dirname, '..');
const log = readHazards(join(root, 'docs', 'hazards.json'));
const named = log.hazards.flatMap(({ controls }) => controls.flatMap(({ id, tests }) => tests.map((test) => ({ id, ...test }))));

const titles = new Map<string, readonly string[]>();
const titlesOf = (file: string): readonly string[] => {
  const known = titles.get(file) ?? (existsSync(join(root, file)) ? testTitles(readFileSync(join(root, file), 'utf8')) : []);
  titles.set(file, known);
  return known;
};

describe('the hazard log', () => {
  it('holds together', () => {
    expect(hazardProblems(log)).toEqual([]);
  });

  it('is the page that people read', () => {
    expect(readFileSync(join(root, 'docs', 'hazardLog.md'), 'utf8')).toBe(hazardLogText(log));
  });

  it('holds every hazard of the starter list: an unheard crisis to an outage, and what was added since', () => {
    expect(log.hazards.length).toBeGreaterThanOrEqual(16);
    expect(log.hazards.map(({ id }) => id)).toEqual(log.hazards.map((_, index) => `H${String(index + 1).padStart(2, '0')}`));
  });

  it('says that nobody has adopted it until somebody has', () => {
    expect(hazardLogText(log)).toContain(log.adoptedBy === null ? '*not adopted*' : log.adoptedBy.name);
    expect(hazardLogText({ ...log, adoptedBy: { name: 'Dr Invented Name', role: 'Clinical Safety Officer', registration: 'GMC 0000000', date: '2027-01-31' } })).toContain('Dr Invented Name | Clinical Safety Officer, GMC 0000000 | 2027-01-31 |');
  });
});

describe('a test that a control names', () => {
  it('is there, is not skipped, and runs', () => {
    expect(named.filter(({ file, test }) => !titlesOf(file).includes(test)).map(({ id, file, test }) => `${id}: ${file} “${test}”`)).toEqual([]);
  });

  it('is named by more than a placeholder', () => {
    expect(named.filter(({ test }) => /^(%.|\$\w+)$/.test(test))).toEqual([]);
  });

  it('runs with every npm test, at least one for each control', () => {
    const ran = (file: string) => !/^test\/(e2e|bench)\//.test(file);
    expect(log.hazards.flatMap(({ controls }) => controls).filter(({ tests }) => !tests.some(({ file }) => ran(file))).map(({ id }) => id)).toEqual([]);
  });

  it('does not count in a comment, or when it is left out', () => {
    const source = "// it('a comment', () => {});\nit('runs', () => {});\nit.each([1])('runs with %i', () => {});\nit.skip('skipped', () => {});\nxit('crossed out', () => {});\ndescribe('group', () => {\n  it('inside', () => {});\n});\ndescribe.skip('left out', () => {\n  it('inside what is left out', () => {});\n});\nit.todo('to come');\nconst text = \"it('quoted')\";";
    expect(testTitles(source)).toEqual(['runs', 'runs with %i', 'inside', 'group › inside']);
  });
});

describe('what does not hold together', () => {
  const [first] = log.hazards;
  it('is found: a control out of its order, a test named twice, a hazard that grows', () => {
    const [control] = first!.controls;
    const spoilt = { ...log, hazards: [{ ...first!, after: { severity: 'Minor', likelihood: 'Very high' } as const, before: { severity: 'Significant', likelihood: 'Very low' } as const, controls: [{ ...control!, id: 'H99.1', tests: [control!.tests[0]!, control!.tests[0]!] }] }] };
    expect(hazardProblems(spoilt).map((problem) => problem.replace(/“.*”/, '“...”'))).toEqual([
      'H01: the control H99.1 is out of its order',
      `H99.1: ${control!.tests[0]!.file} “...” stands twice`,
      'H01: the controls make it worse',
      'H01: a control rarely makes the harm itself smaller; say why the severity changes, or leave it',
    ]);
  });

  it('is rated higher the worse and the likelier it is', () => {
    const rows = likelihoods.map((likelihood) => severities.map((severity) => ratingOf({ severity, likelihood })));
    for (const row of rows) expect(row).toEqual([...row].sort((a, b) => a - b));
    for (const [index] of severities.entries()) expect(rows.map((row) => row[index])).toEqual(rows.map((row) => row[index]!).sort((a, b) => a - b));
    expect([ratingOf({ severity: 'Catastrophic', likelihood: 'Very high' }), ratingOf({ severity: 'Minor', likelihood: 'Very low' })]).toEqual([5, 1]);
  });
});
