import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { commandOf, copiesOf, readDockerfile } from '../scripts/container/dockerfile';

const root = join(__dirname, '..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const stages = readDockerfile(textOf('infra/Dockerfile'));
const image = stages.at(-1)!;
const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { dev?: boolean; hasInstallScript?: boolean; optional?: boolean }> };

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => textOf(join('src', name)));

describe('the image', () => {
  it('is built in stages, each from one exact version of Node', () => {
    expect(stages.map(({ name }) => name)).toEqual(['packages', 'build', '2']);
    expect(new Set(stages.map((stage) => stage.image)).size).toBe(1);
    expect(image.image).toMatch(/^node:\d+\.\d+\.\d+-bookworm-slim$/);
    expect(textOf('.ci/run')).toContain(/\d+\.\d+\.\d+/.exec(image.image)![0]);
  });

  it('holds only what it runs with: packages without tools, what was built, the cards', () => {
    expect(copiesOf(image)).toEqual([
      { from: 'packages', what: ['/app/node_modules'], to: './node_modules' },
      { from: 'build', what: ['/app/dist'], to: './dist' },
      { what: ['package.json'], to: './' },
      { what: ['cards'], to: './cards' },
    ]);
    const installs = stages.map(({ does }) => does.find(({ word, rest }) => word === 'RUN' && rest.startsWith('npm ci'))?.rest);
    expect(installs).toEqual(['npm ci --omit=dev', 'npm ci', undefined]);
  });

  it('finds every package that the sources name among those without tools', () => {
    const named = new Set(sources.flatMap((text) => [...text.matchAll(/(?:\bfrom|\bimport\(|\brequire\()\s*'(@?[a-z][\w.:/-]*)'/g)].map(([, name]) => name!)));
    const packages = [...named].filter((name) => !name.startsWith('node:') && !builtinModules.includes(name)).map((name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'));
    expect(packages).toEqual(expect.arrayContaining(['botbuilder', 'restify', 'zod', '@azure/cosmos', 'libsql']));
    expect([...new Set(packages)].filter((name) => lock.packages[`node_modules/${name}`] === undefined || lock.packages[`node_modules/${name}`]?.dev)).toEqual([]);
  });

  it('needs nothing of the project beside what it holds', () => {
    // Each place outside of the built files that the sources read, by the path they write it with.
    const outside = sources.flatMap((text) => [...text.matchAll(/join\(__dirname, ((?:'[^']*'(?:, )?)+)\)/g)].map(([, parts]) => parts!.replaceAll(/'|,\s*/g, (mark) => (mark === "'" ? '' : '/')))).filter((path) => path.includes('..') && !path.startsWith('../domain'));
    expect(outside).toEqual(expect.arrayContaining(['../../cards']));
    const held = ['cards', 'package.json'];
    // .threefold is where tests keep what a build keeps beside the built code.
    expect(outside.filter((path) => !path.includes('.threefold') && !held.some((name) => path.endsWith(name)))).toEqual([]);
  });

  it('runs as nobody special, and as infra mounts its files', () => {
    expect(image.does.filter(({ word }) => word === 'USER').map(({ rest }) => rest)).toEqual(['1000:1000']);
    for (const path of ['infra/modules/app.bicep', 'infra/modules/listings.bicep']) expect(textOf(path)).toContain('uid=1000,gid=1000');
    expect(textOf('infra/Dockerfile')).not.toMatch(/--chown|chmod|sudo/);
  });

  it('runs as it is run elsewhere, without a shell between', () => {
    expect(commandOf(image, 'CMD')).toEqual(['node', 'dist/main.js']);
    expect(commandOf(image, 'HEALTHCHECK')?.join(' ')).toContain('/healthz');
    expect(image.does).toContainEqual({ word: 'STOPSIGNAL', rest: 'SIGTERM' });
    expect(image.does).toContainEqual({ word: 'ENV', rest: 'NODE_ENV=production' });
  });

  it('is given no setting and no secret while it is built', () => {
    expect(stages.flatMap(({ does }) => does).filter(({ word }) => ['ARG', 'ADD', 'VOLUME'].includes(word))).toEqual([]);
    const ignored = textOf('.dockerignore').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(ignored[0]).toBe('*');
    expect(ignored.slice(1).every((line) => line.startsWith('!'))).toBe(true);
    const copied = stages.flatMap(copiesOf).filter(({ from }) => from === undefined).flatMap(({ what }) => what);
    expect([...new Set(copied)].sort()).toEqual(ignored.slice(1).map((line) => line.slice(1)).sort());
  });

  it('runs no script of a package when it is built', () => {
    expect(textOf('.npmrc')).toContain('ignore-scripts=true');
    const needed = Object.entries(lock.packages).filter(([, one]) => one.hasInstallScript && !one.dev && !one.optional).map(([name]) => name);
    expect(needed).toEqual([]);
  });
});
