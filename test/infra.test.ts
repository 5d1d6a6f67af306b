import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readBicep, type BicepBlock, type BicepFile, type BicepValue } from './support/readBicep';

const DECORATORS = ['description', 'allowed', 'minLength', 'maxLength', 'minValue', 'maxValue', 'secure'];
const FUNCTIONS = ['concat', 'empty', 'guid', 'json', 'resourceGroup', 'string', 'subscriptionResourceId', 'take', 'tenant', 'uniqueString'];
const UK_REGIONS = "allowed(['uksouth''ukwest'])";

const folder = join(__dirname, '..', 'infra');
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.bicep'))
  .map((name) => relative(folder, join(folder, name)).replaceAll('\\', '/'));

const files = new Map<string, BicepFile>();
const fileAt = (path: string): BicepFile => {
  const file = files.get(path);
  if (file === undefined) throw new Error(`${path} is not in infra`);
  return file;
};
const everyFile = (): BicepFile[] => [...files.values()];
const resources = (): BicepBlock[] => everyFile().flatMap((file) => file.resources.filter((block) => !block.exists));
const theOnly = (type: string): BicepBlock => {
  const [found, ...others] = resources().filter((block) => block.target.startsWith(`${type}@`));
  if (found === undefined || others.length > 0) throw new Error(`${type} is there ${found === undefined ? 'not at all' : 'twice'}`);
  return found;
};
const propertiesOf = (type: string): BicepValue | undefined => theOnly(type).body['properties'];

beforeAll(async () => {
  for (const path of paths) files.set(path, await readBicep(readFileSync(join(folder, path), 'utf8')));
});

const declaredIn = (file: BicepFile): string[] => [
  ...file.parameters.map((parameter) => parameter.name),
  ...file.variables,
  ...[...file.resources, ...file.modules].map((block) => block.symbol),
];

function undeclaredIn(file: BicepFile): string[] {
  const symbols = new Set(declaredIn(file));
  const functions = new Set([...FUNCTIONS, ...DECORATORS]);
  const unknown = [
    ...file.references.filter((reference) => !symbols.has(reference.name)),
    ...file.calls.filter((call) => !functions.has(call.name)),
  ];
  return unknown.map(({ name, line }) => `line ${line}: ${name}`);
}

function unusedIn(file: BicepFile): string[] {
  const used = new Set(file.references.map((reference) => reference.name));
  return [...file.parameters.map((parameter) => parameter.name), ...file.variables].filter((name) => !used.has(name));
}

describe('reading Bicep', () => {
  it('finds a brace that was left open', async () => {
    expect((await readBicep("resource a 'T/t@1' = {\n  name: 'x'\n")).syntaxErrors).not.toEqual([]);
  });

  it('finds a name and a function that nobody declared', async () => {
    const file = await readBicep("param prefix string\nvar name = '${prefx}-${toLwer(prefix)}'\n");
    expect(undeclaredIn(file)).toEqual(['line 2: prefx', 'line 2: toLwer']);
  });

  it('finds a parameter that nothing uses', async () => {
    expect(unusedIn(await readBicep("param a string\nparam b string = a\nvar c = 'x'\noutput d string = c\n"))).toEqual(['b']);
  });
});

describe.each(paths)('infra/%s', (path) => {
  it('has no syntax error', () => {
    expect(fileAt(path).syntaxErrors).toEqual([]);
  });

  it('declares every name that it uses, once, and uses every one that it declares', () => {
    const names = declaredIn(fileAt(path));
    expect(undeclaredIn(fileAt(path))).toEqual([]);
    expect(unusedIn(fileAt(path))).toEqual([]);
    expect(names).toHaveLength(new Set(names).size);
  });

  it('says what every parameter is for', () => {
    const silent = fileAt(path).parameters.filter((one) => !one.decorators.some((text) => text.startsWith('description(')));
    expect(silent).toEqual([]);
  });

  it('gives every module what it asks for, and takes from it what it gives', () => {
    const { modules, outputsTaken } = fileAt(path);
    for (const module of modules) {
      const asked = fileAt(module.target).parameters;
      const given = Object.keys(module.body['params'] ?? {});
      const required = asked.filter((one) => one.byDefault === undefined).map((one) => one.name);
      expect(asked.map((one) => one.name)).toEqual(expect.arrayContaining(given));
      expect(given).toEqual(expect.arrayContaining(required));
    }
    for (const [symbol, output] of outputsTaken) {
      const target = modules.find((module) => module.symbol === symbol)?.target ?? symbol;
      expect([...fileAt(target).outputs.keys()]).toContain(output);
    }
  });
});

describe('where things are', () => {
  it('is UK South unless somebody asks for UK West, and nowhere else', () => {
    const location = fileAt('main.bicep').parameters.find((parameter) => parameter.name === 'location');
    expect(location?.byDefault).toBe('uksouth');
    expect(location?.decorators.map((text) => text.replaceAll(/\s/g, ''))).toContain(UK_REGIONS);
  });

  it('follows that choice for everything but the registration, which has no region', () => {
    const placed = resources().filter((block) => block.body['location'] !== undefined);
    const elsewhere = placed.filter((block) => block.body['location'] !== 'location').map((block) => block.target.split('@')[0]);
    expect(placed.length).toBeGreaterThan(6);
    expect(elsewhere).toEqual(['Microsoft.BotService/botServices', 'Microsoft.BotService/botServices/channels']);
    const passedOn = fileAt('main.bicep').modules.map((module) => module.body['params']);
    expect(passedOn.filter((params) => JSON.stringify(params).includes('"location"'))).toHaveLength(3);
    expect(fileAt('modules/bot.bicep').parameters.map((parameter) => parameter.name)).not.toContain('location');
  });
});

describe('who gets in', () => {
  it('lets nobody in with a key where an identity will do', () => {
    expect(propertiesOf('Microsoft.DocumentDB/databaseAccounts')).toMatchObject({ disableLocalAuth: true });
    expect(propertiesOf('Microsoft.BotService/botServices')).toMatchObject({ disableLocalAuth: true });
    expect(propertiesOf('Microsoft.Insights/components')).toMatchObject({ DisableLocalAuth: true });
    expect(propertiesOf('Microsoft.OperationalInsights/workspaces')).toMatchObject({ features: { disableLocalAuth: true } });
    expect(propertiesOf('Microsoft.KeyVault/vaults')).toMatchObject({ enableRbacAuthorization: true });
  });

  it('speaks TLS 1.2 or later everywhere', () => {
    expect(propertiesOf('Microsoft.DocumentDB/databaseAccounts')).toMatchObject({ minimalTlsVersion: 'Tls12' });
    expect(propertiesOf('Microsoft.Storage/storageAccounts')).toMatchObject({
      minimumTlsVersion: 'TLS1_2',
      supportsHttpsTrafficOnly: true,
      allowBlobPublicAccess: false,
    });
    expect(propertiesOf('Microsoft.App/containerApps')).toMatchObject({ configuration: { ingress: { allowInsecure: false } } });
    expect(propertiesOf('Microsoft.BotService/botServices')).toMatchObject({ endpoint: 'https://${hostName}/api/messages' });
  });

  it('closes the case records and the vault to every network', () => {
    for (const type of ['Microsoft.DocumentDB/databaseAccounts', 'Microsoft.KeyVault/vaults']) {
      expect(propertiesOf(type)).toMatchObject({ publicNetworkAccess: 'Disabled' });
    }
  });

  it('runs the bot as its own identity, with no password', () => {
    const registration = { msaAppType: 'UserAssignedMSI', msaAppId: 'identityClientId', msaAppMSIResourceId: 'identityId' };
    expect(propertiesOf('Microsoft.BotService/botServices')).toMatchObject(registration);
    expect(theOnly('Microsoft.App/containerApps').body['identity']).toMatchObject({ type: 'UserAssigned' });
    expect(JSON.stringify(resources())).not.toMatch(/AppPassword|clientSecret/i);
  });

  it('gives no secret in an output, and reads one key only: the share that the bot mounts', () => {
    const given = everyFile().flatMap((file) => [...file.outputs].map(([name, value]) => `${name} ${value}`));
    expect(given.filter((output) => /key|secret|password|connection|token|credential/i.test(output))).toEqual([]);
    const readers = resources().filter((block) => /list(Keys|Secrets|\w*Sas)\(/.test(JSON.stringify(block.body)));
    expect(readers.map((block) => block.target.split('@')[0])).toEqual(['Microsoft.App/managedEnvironments/storages']);
  });
});

describe('what is kept', () => {
  it('keeps a case in one partition, for ever unless an item says otherwise, with a continuous backup', () => {
    expect(propertiesOf('Microsoft.DocumentDB/databaseAccounts')).toMatchObject({ backupPolicy: { type: 'Continuous' } });
    expect(propertiesOf('Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers')).toMatchObject({
      resource: { partitionKey: { paths: ['/caseId'], kind: 'Hash' }, defaultTtl: -1 },
    });
  });

  it('cannot lose the vault to a mistake', () => {
    expect(propertiesOf('Microsoft.KeyVault/vaults')).toMatchObject({ enableSoftDelete: true, enablePurgeProtection: true });
  });

  it('has one writer while the cases are in one SQLite file, and that file outlives the container', () => {
    const text = JSON.stringify(propertiesOf('Microsoft.App/containerApps'));
    expect(text).toContain('sqlite:/mnt/${volume}/threefold.db');
    expect(propertiesOf('Microsoft.App/containerApps')).toMatchObject({
      template: {
        scale: { minReplicas: 1, maxReplicas: 1 },
        volumes: [{ storageType: 'AzureFile' }],
        containers: [{ volumeMounts: [{ mountPath: '/mnt/${volume}' }] }],
      },
    });
  });
});

describe('what Teams reaches', () => {
  it('is the Teams channel and no other', () => {
    expect(theOnly('Microsoft.BotService/botServices/channels').body['name']).toBe('MsTeamsChannel');
  });

  it('is asked on the two health addresses of the bot', () => {
    expect(propertiesOf('Microsoft.App/containerApps')).toMatchObject({
      template: { containers: [{ probes: [{ httpGet: { path: '/healthz' } }, { httpGet: { path: '/readyz' } }] }] },
    });
  });
});
