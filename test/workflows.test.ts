import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { readBicep } from './support/readBicep';

/** It comes with the test runner, without types. */
const { safeLoad } = createRequire(__filename)('js-yaml') as { safeLoad: (text: string) => unknown };

const root = join(__dirname, '..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

const Step = z.strictObject({ name: z.string().optional(), uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional(), run: z.string().optional(), env: z.record(z.string(), z.string()).optional() });
const Job = z.strictObject({
  'runs-on': z.string(),
  container: z.string().regex(/^node:\d+\.\d+\.\d+-bookworm$/).optional(),
  'timeout-minutes': z.number(),
  needs: z.string().optional(),
  if: z.string().optional(),
  environment: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  steps: z.array(Step).min(1),
});
const Workflow = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.enum(['read', 'write'])),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean() }),
  jobs: z.record(z.string(), Job),
});

const names = readdirSync(join(root, '.github', 'workflows'));
const workflows = new Map(names.map((name) => [name, Workflow.parse(safeLoad(textOf(join('.github', 'workflows', name))))]));
const jobsOf = (name: string) => Object.values(workflows.get(name)!.jobs);
const steps = [...workflows.values()].flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps));
const scripts = (JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts;

describe.each(names)('the workflow %s', (name) => {
  const { permissions, jobs } = workflows.get(name)!;

  it('may read the project, and at most ask for a token of its own', () => {
    expect(permissions['contents']).toBe('read');
    expect(Object.keys(permissions).filter((what) => !['contents', 'id-token'].includes(what))).toEqual([]);
  });

  it('runs each job on a named machine, not for ever, after jobs that are there', () => {
    for (const job of Object.values(jobs)) {
      expect(job['runs-on']).toMatch(/^ubuntu-\d\d\.\d\d$/);
      expect(job['timeout-minutes']).toBeLessThanOrEqual(45);
      if (job.needs !== undefined) expect(Object.keys(jobs)).toContain(job.needs);
    }
  });

  it('does in each step one thing: it uses an action or runs a command', () => {
    for (const job of Object.values(jobs)) for (const step of job.steps) expect([step.uses !== undefined, step.run !== undefined]).toEqual(expect.arrayContaining([true, false]));
  });
});

describe('the steps', () => {
  it('use actions of GitHub and Azure alone, each in one exact version', () => {
    const used = [...new Set(steps.flatMap(({ uses }) => uses ?? []))];
    expect(used.filter((action) => !/^(actions|azure)\/[\w-]+@v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  });

  it('leave no way in for what somebody writes into a title or a field', () => {
    expect(steps.filter(({ run }) => run?.includes('${{')).map(({ name, run }) => name ?? run)).toEqual([]);
    for (const { uses, with: given } of steps.filter((step) => step.uses?.startsWith('actions/checkout@'))) expect([uses, given?.['persist-credentials']]).toEqual([uses, false]);
  });

  it('read no secret: signing in is by OpenID Connect', () => {
    for (const name of names) expect(textOf(join('.github', 'workflows', name))).not.toMatch(/secrets\.|password|client-secret/i);
    const [login] = steps.filter(({ uses }) => uses?.startsWith('azure/login@'));
    expect(Object.keys(login?.with ?? {})).toEqual(['client-id', 'tenant-id', 'subscription-id']);
    expect(workflows.get('deploy.yml')!.permissions['id-token']).toBe('write');
    expect(workflows.get('check.yml')!.permissions['id-token']).toBeUndefined();
  });

  it('run only what is there', () => {
    const run = steps.flatMap((step) => step.run ?? []).join('\n');
    const commands = [...run.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!);
    expect(commands).toEqual(expect.arrayContaining(['container', 'hazards', 'package']));
    expect(commands.filter((name) => scripts[name] === undefined)).toEqual([]);
    const files = [...run.matchAll(/(?:node |^)((?:scripts|\.ci|infra)\/[\w./]+)|--(?:template-)?file ((?:infra)\/[\w./]+)/gm)].map(([, one, other]) => one ?? other!);
    expect(files).toEqual(expect.arrayContaining(['.ci/run', 'infra/main.bicep', 'scripts/container/runImage.mjs', 'scripts/deployment/parameters.mjs']));
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('deploy only when somebody asks, who then waits for somebody to agree', () => {
    expect(Object.keys(workflows.get('deploy.yml')!.on)).toEqual(['workflow_dispatch']);
    expect(jobsOf('deploy.yml').map(({ environment }) => environment)).toEqual(['${{ inputs.where }}']);
    const order = jobsOf('deploy.yml')[0]!.steps.map(({ run, uses }) => run ?? uses!);
    const at = (words: string) => order.findIndex((text) => text.includes(words));
    expect([at('npm test') < at('azure/login'), at('azure/login') < at('docker push'), at('what-if') < at('deployment group create'), at('deployment group create') < at('/readyz')]).toEqual([true, true, true, true]);
  });
});

describe('the parameters of a deployment', () => {
  const given = { IMAGE: 'registry.example.org/threefold:v0.1.0', REGISTRY: 'registry.example.org', CONTACTS: textOf('docs/contacts.sample.json'), ADMINISTRATORS: '2d0f1a36-5c1e-4f7b-b0c4-7d2c9e6a4b02', ALERT_EMAIL: 'service@example.org' };
  const made = (env: Record<string, string>) => spawnSync(process.execPath, [join(root, 'scripts', 'deployment', 'parameters.mjs')], { env: { PATH: process.env['PATH'], ...env }, encoding: 'utf8' });

  it('are all known to infra, and all that it cannot do without', async () => {
    const { parameters } = JSON.parse(made(given).stdout) as { parameters: Record<string, { value: unknown }> };
    const asked = (await readBicep(textOf('infra/main.bicep'))).parameters;
    expect(asked.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(parameters)));
    expect(Object.keys(parameters)).toEqual(expect.arrayContaining(asked.filter(({ byDefault }) => byDefault === undefined).map(({ name }) => name)));
    expect(parameters['administrators']?.value).toEqual([given.ADMINISTRATORS]);
    expect(Object.keys(parameters)).not.toContain('sealKeys');
  });

  it('are refused with every problem at once', () => {
    const { status, stderr } = made({ IMAGE: 'threefold', CONTACTS: '{}', ADMINISTRATORS: 'somebody' });
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 3]);
  });
});
