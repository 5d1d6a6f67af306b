import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const root = join(__dirname, '..');
const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
const textOf = (page: string): string => readFileSync(join(root, 'docs', page), 'utf8');
const { scripts } = z.looseObject({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

const needed = ['intendedPurpose', 'hazardLog', 'dpia', 'dtac', 'tenantReview', 'accessibility', 'contentLicences', 'security', 'install'].map((name) => `${name}.md`);

describe('the pages of docs', () => {
  it('hold the whole pack that an organisation is asked for', () => {
    expect(pages).toEqual(expect.arrayContaining(needed));
  });

  it.each(pages)('%s leads only to pages and pictures that are there', (page) => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, to]) => to!);
    expect(links.filter((to) => !existsSync(join(root, 'docs', to)))).toEqual([]);
  });

  it.each(pages)('%s names only files and commands that are there', (page) => {
    const files = [...textOf(page).matchAll(/`((?:test|src|scripts|infra|cards|\.github|docs)\/[\w./-]*\w)`/g)].map(([, path]) => path!);
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const commands = [...textOf(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!);
    expect(commands.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

describe('what must be said plainly', () => {
  it.each([
    ['intendedPurpose.md', /Nobody has adopted it yet/],
    ['hazardLog.md', /no Clinical Safety Officer has adopted it/],
    ['install.md', /Nothing was ever deployed to Azure or installed in Teams/],
    ['accessibility.md', /No person who uses a screen reader/],
    ['security.md', /no penetration test/],
    ['tenantReview.md', /No Clinical Safety Officer has adopted it/],
    ['dtac.md', /Not in use anywhere/],
    ['contentLicences.md', /Nobody has endorsed this/],
  ] as const)('%s says it', (page, words) => expect(textOf(page)).toMatch(words));
});

describe('the parameters of infra', () => {
  it('that somebody has to choose stand in the walk-through', () => {
    const main = readFileSync(join(root, 'infra', 'main.bicep'), 'utf8');
    const chosen = ['containerImage', 'containerRegistryServer', 'contacts', 'administrators', 'supervisors', 'sealKeys', 'retentionDays', 'areaMiddle', 'directorySource', 'alertEmail', 'monthlyBudget', 'privateNetwork', 'sleepsAtNight', 'collectorImage'];
    for (const name of chosen) {
      expect(main).toMatch(new RegExp(`^param ${name} `, 'm'));
      expect(textOf('install.md')).toContain(`\`${name}\``);
    }
  });
});
