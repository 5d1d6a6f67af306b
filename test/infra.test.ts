import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readConfig } from '../src/config';
import { casesContainer } from '../src/store/cosmosContainer';
import { againstTypes, azureTypes } from './support/azureTypes';
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

describe('reading what Azure knows of a resource', () => {
  const account = async (properties: string) => {
    const [block] = (await readBicep(`resource a 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' = {\n  name: 'x'\n  properties: {\n${properties}\n  }\n}\n`)).resources;
    return againstTypes(block!).map((problem) => problem.replace('Microsoft.DocumentDB/databaseAccounts ', ''));
  };
  const whole = "locations: [{ locationName: region }]\ndatabaseAccountOfferType: 'Standard'\n";

  it('finds nothing wrong where nothing is', async () => {
    expect(await account(`${whole}consistencyPolicy: { defaultConsistencyLevel: 'Strong' }\ndisableLocalAuth: yes`)).toEqual([]);
  });

  it('finds a misspelt name, at any depth', async () => {
    expect(await account(`${whole}disableLocalAuht: true\nconsistencyPolicy: { defaultConsistencyLevel: 'Strong', maxPrefix: 1 }`)).toEqual(['properties.disableLocalAuht is not known', 'properties.consistencyPolicy.maxPrefix is not known']);
  });

  it('finds what is missing, of another kind, or no choice', async () => {
    expect(await account("locations: 'uksouth'\ndatabaseAccountOfferType: 'Standard'\ndisableLocalAuth: 'yes'\nconsistencyPolicy: {}")).toEqual(['properties.locations is string, not array', 'properties.disableLocalAuth is string, not bool', 'properties.consistencyPolicy.defaultConsistencyLevel is missing']);
    expect(await account(`${whole}minimalTlsVersion: 'TLS1_2'\nbackupPolicy: { type: 'Hourly' }`)).toEqual(["properties.minimalTlsVersion is 'TLS1_2', not one of Tls, Tls11, Tls12", "properties.backupPolicy.type is 'Hourly', not one of Continuous"]);
  });

  it('says which types could not be had, and knows all others', () => {
    const used = [...new Set(resources().map(({ target }) => target))].sort();
    expect(azureTypes.lacking).toEqual(['Microsoft.Insights/diagnosticSettings@2021-05-01-preview', 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01', 'Microsoft.Network/privateDnsZones@2020-06-01']);
    expect([...Object.keys(azureTypes.resources), ...azureTypes.lacking].sort()).toEqual(used);
  });
});

describe.each(paths)('infra/%s', (path) => {
  it('has no syntax error', () => {
    expect(fileAt(path).syntaxErrors).toEqual([]);
  });

  it('writes of each resource only what Azure knows of it, and all that it must', () => {
    const written = fileAt(path).resources.filter((block) => !block.exists && !azureTypes.lacking.includes(block.target));
    expect(written.flatMap((block) => againstTypes(block))).toEqual([]);
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

  it('follows that choice for everything but the registration and the names, which have no region', () => {
    const placed = resources().filter((block) => block.body['location'] !== undefined);
    const elsewhere = placed.filter((block) => block.body['location'] !== 'location').map((block) => block.target.split('@')[0]);
    expect(placed.length).toBeGreaterThan(6);
    expect(elsewhere).toEqual(['Microsoft.BotService/botServices', 'Microsoft.BotService/botServices/channels', 'Microsoft.Network/privateDnsZones', 'Microsoft.Network/privateDnsZones/virtualNetworkLinks']);
    const passedOn = fileAt('main.bicep').modules.map((module) => module.body['params']);
    expect(passedOn.filter((params) => JSON.stringify(params).includes('"location"'))).toHaveLength(4);
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

  it('lets the bot read and write the cases of its database and read what the account is, and do nothing else', () => {
    const assignments = resources().filter((block) => block.target.startsWith('Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@'));
    expect(assignments.map(({ body }) => body['properties'])).toEqual([
      { principalId: 'identityPrincipalId', roleDefinitionId: 'dataContributor', scope: '${account.id}/dbs/${database.name}' },
      { principalId: 'identityPrincipalId', roleDefinitionId: 'accountReader.id', scope: 'account.id' },
    ]);
    expect(propertiesOf('Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions')).toMatchObject({ permissions: [{ dataActions: ['Microsoft.DocumentDB/databaseAccounts/readMetadata'] }] });
    expect(propertiesOf('Microsoft.DocumentDB/databaseAccounts')).toMatchObject({ disableKeyBasedMetadataWriteAccess: true });
  });

  it('opens the records to the network of the bot, by their own name there', () => {
    expect(propertiesOf('Microsoft.Network/privateEndpoints')).toMatchObject({ subnet: { id: 'recordsSubnetId' }, privateLinkServiceConnections: [{ properties: { privateLinkServiceId: 'account.id', groupIds: ['Sql'] } }] });
    expect(theOnly('Microsoft.Network/privateDnsZones').body['name']).toBe('privatelink.documents.azure.com');
    expect(propertiesOf('Microsoft.Network/privateEndpoints/privateDnsZoneGroups')).toMatchObject({ privateDnsZoneConfigs: [{ properties: { privateDnsZoneId: 'namesId' } }] });
    expect(propertiesOf('Microsoft.App/managedEnvironments')).toMatchObject({ vnetConfiguration: { infrastructureSubnetId: 'appSubnetId' } });
    expect(propertiesOf('Microsoft.Network/virtualNetworks')).toMatchObject({ subnets: [{ properties: { delegations: [{ properties: { serviceName: 'Microsoft.App/environments' } }] } }, {}] });
  });

  it('gives no secret in an output, and reads no key', () => {
    const given = everyFile().flatMap((file) => [...file.outputs].map(([name, value]) => `${name} ${value}`));
    expect(given.filter((output) => /key|secret|password|connection|token|credential/i.test(output))).toEqual([]);
    const readers = resources().filter((block) => /list(Keys|Secrets|\w*Sas)\(/.test(JSON.stringify(block.body)));
    expect(readers).toEqual([]);
  });
});

describe('what is kept', () => {
  it('keeps a case in one partition, for ever unless an item says otherwise, with a continuous backup', () => {
    expect(propertiesOf('Microsoft.DocumentDB/databaseAccounts')).toMatchObject({ backupPolicy: { type: 'Continuous' } });
    expect(propertiesOf('Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers')).toEqual({ resource: casesContainer('cosmosContainerName') });
  });

  it('is read by every instance as it was written last', () => {
    expect(propertiesOf('Microsoft.DocumentDB/databaseAccounts')).toMatchObject({ consistencyPolicy: { defaultConsistencyLevel: 'Strong' } });
  });

  it('cannot lose the vault to a mistake', () => {
    expect(propertiesOf('Microsoft.KeyVault/vaults')).toMatchObject({ enableSoftDelete: true, enablePurgeProtection: true });
  });
});

describe('the bot', () => {
  it('keeps nothing itself, so that there may be as many of it as are needed', () => {
    const app = propertiesOf('Microsoft.App/containerApps');
    expect(app).toMatchObject({ template: { scale: { minReplicas: 2, maxReplicas: 5 } } });
    // The one thing that is mounted is the list of local numbers, which the bot only reads.
    expect(app).toMatchObject({ template: { volumes: [{ name: 'contacts', storageType: 'Secret' }] } });
    expect(JSON.stringify(app)).not.toMatch(/AzureFile|EmptyDir|sqlite/i);
    expect(JSON.stringify(resources())).not.toMatch(/Microsoft\.Storage/);
  });

  it('starts with what infra tells it, and needs nothing else', () => {
    const names = [...JSON.stringify([theOnly('Microsoft.App/containerApps').body, fileAt('main.bicep').modules.find(({ symbol }) => symbol === 'app')?.body]).matchAll(/name: '(\w+)', value: |"name":"([A-Z_]+)","value"/g)].map(([, inside, outside]) => inside ?? outside!);
    const id = '2d0f1a36-5c1e-4f7b-b0c4-7d2c9e6a4b02';
    const values: Record<string, string> = { NODE_ENV: 'production', PORT: '3978', STORE: 'cosmos', AZURE_CLIENT_ID: id, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppId: id, MicrosoftAppTenantId: id, COSMOS_ENDPOINT: 'https://x.documents.azure.com:443/', COSMOS_DATABASE: 'threefold', COSMOS_CONTAINER: 'cases', CONTACTS_FILE: '/etc/threefold/contacts.json', APPLICATIONINSIGHTS_CONNECTION_STRING: 'x' };
    expect([...names].sort()).toEqual(Object.keys(values).sort());
    expect(readConfig(Object.fromEntries(names.map((name) => [name, values[name]])))).toMatchObject({ kind: 'config', config: { host: '0.0.0.0', store: { kind: 'cosmos', database: 'threefold', container: 'cases', identity: { kind: 'managed', clientId: id } } } });
    expect(JSON.stringify(theOnly('Microsoft.App/containerApps').body)).toContain("{ name: 'STORE', value: 'cosmos' }");
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
