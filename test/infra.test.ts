/** What is set up where the bot runs: where, who gets in, what is kept, what it costs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/config';
import { casesContainer } from '../src/store/cosmosContainer';
import { everyFile, fileAt, folder, paramsOf, propertiesOf, readInfra, resources, textOf, theOnly } from './support/infraFiles';
import type { BicepValue } from './support/readBicep';

const UK_REGIONS = "allowed(['uksouth''ukwest'])";

beforeAll(readInfra);

describe('where things are', () => {
  it('is UK South unless somebody asks for UK West, and nowhere else', () => {
    const location = fileAt('main.bicep').parameters.find((parameter) => parameter.name === 'location');
    expect(location?.byDefault).toBe('uksouth');
    expect(location?.decorators.map((text) => text.replaceAll(/\s/g, ''))).toContain(UK_REGIONS);
  });

  it('follows that choice for everything but what has no region: the registration, the names and the mailbox', () => {
    const placed = resources().filter((block) => block.body['location'] !== undefined);
    const elsewhere = placed.filter((block) => block.body['location'] !== 'location').map((block) => block.target.split('@')[0]);
    expect(placed.length).toBeGreaterThan(12);
    expect(elsewhere.sort()).toEqual(['Microsoft.BotService/botServices', 'Microsoft.BotService/botServices/channels', 'Microsoft.Insights/actionGroups', 'Microsoft.Network/privateDnsZones', 'Microsoft.Network/privateDnsZones/virtualNetworkLinks']);
    for (const { target, body } of fileAt('main.bicep').modules) {
      const asksWhere = fileAt(target).parameters.some(({ name }) => name === 'location');
      expect([target, paramsOf(body)['location']]).toEqual([target, asksWhere ? 'location' : undefined]);
    }
  });
});

describe('who gets in', () => {
  it('lets nobody in with a key where an identity will do', () => {
    expect(propertiesOf('Microsoft.DocumentDB/databaseAccounts')).toMatchObject({ disableLocalAuth: true, disableKeyBasedMetadataWriteAccess: true });
    expect(propertiesOf('Microsoft.BotService/botServices')).toMatchObject({ disableLocalAuth: true });
    expect(propertiesOf('Microsoft.OperationalInsights/workspaces')).toMatchObject({ features: { disableLocalAuth: true } });
    expect(propertiesOf('Microsoft.KeyVault/vaults')).toMatchObject({ enableRbacAuthorization: true });
  });

  it('speaks TLS 1.2 or later everywhere', () => {
    expect(propertiesOf('Microsoft.DocumentDB/databaseAccounts')).toMatchObject({ minimalTlsVersion: 'Tls12' });
    expect(propertiesOf('Microsoft.Storage/storageAccounts')).toMatchObject({ minimumTlsVersion: 'TLS1_2', supportsHttpsTrafficOnly: true });
    expect(propertiesOf('Microsoft.App/containerApps')).toMatchObject({ configuration: { ingress: { allowInsecure: false } } });
    expect(propertiesOf('Microsoft.BotService/botServices')).toMatchObject({ endpoint: 'https://${hostName}/api/messages' });
  });

  it('closes the case records and the vault to every network', () => {
    expect(fileAt('main.bicep').parameters.find(({ name }) => name === 'privateNetwork')?.byDefault).toBe(true);
    for (const type of ['Microsoft.DocumentDB/databaseAccounts', 'Microsoft.KeyVault/vaults', 'Microsoft.Storage/storageAccounts']) {
      expect(propertiesOf(type)).toMatchObject({ publicNetworkAccess: "privateNetwork ? 'Disabled' : 'Enabled'" });
    }
    for (const type of ['Microsoft.KeyVault/vaults', 'Microsoft.Storage/storageAccounts']) {
      expect(propertiesOf(type)).toMatchObject({ networkAcls: { defaultAction: "privateNetwork ? 'Deny' : 'Allow'" } });
    }
  });

  it('lets only the network of Azure to the records when there is no private one', () => {
    const { ipRules } = propertiesOf('Microsoft.DocumentDB/databaseAccounts') as { ipRules: string };
    expect(ipRules.replaceAll(/\s+/g, ' ')).toBe("privateNetwork ? [] : [ { ipAddressOrRange: '0.0.0.0' } ]");
    const { vnetConfiguration } = propertiesOf('Microsoft.App/managedEnvironments') as { vnetConfiguration: string };
    expect(vnetConfiguration).toMatch(/^empty\(appSubnetId\) \? null : \{\s+infrastructureSubnetId: appSubnetId/);
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
  });

  it('gives the bot one other right: to read what is in its vault', () => {
    expect(theOnly('Microsoft.Authorization/roleAssignments').body).toMatchObject({ scope: 'vault', properties: { roleDefinitionId: 'secretsUser', principalId: 'identityPrincipalId' } });
    expect(textOf('modules/vault.bicep')).toContain("'4633458b-17de-408a-b874-0445c86b69e6'");
  });

  it('opens each service to the network of the bot, by its own name there', () => {
    const doors = fileAt('main.bicep').modules.filter(({ target }) => target === 'modules/door.bicep').map(({ body }) => paramsOf(body));
    expect(doors).toMatchObject([
      { targetId: 'records.outputs.accountId', groupId: 'Sql', namesId: 'network.outputs.recordsNamesId' },
      { targetId: 'vault.outputs.vaultId', groupId: 'vault', namesId: 'network.outputs.vaultNamesId' },
      { targetId: 'directory.outputs.accountId', groupId: 'file', namesId: 'network.outputs.directoryNamesId' },
    ]);
    expect(fileAt('modules/network.bicep').modules.map(({ body }) => paramsOf(body)['zone'])).toEqual(['privatelink.documents.azure.com', 'privatelink.vaultcore.azure.net', 'privatelink.file.${environment().suffixes.storage}']);
    expect(propertiesOf('Microsoft.Network/privateEndpoints')).toMatchObject({ subnet: { id: 'subnetId' }, privateLinkServiceConnections: [{ properties: { privateLinkServiceId: 'targetId', groupIds: ['groupId'] } }] });
    expect(propertiesOf('Microsoft.Network/privateEndpoints/privateDnsZoneGroups')).toMatchObject({ privateDnsZoneConfigs: [{ properties: { privateDnsZoneId: 'namesId' } }] });
    expect(propertiesOf('Microsoft.Network/virtualNetworks')).toMatchObject({ subnets: [{ properties: { delegations: [{ properties: { serviceName: 'Microsoft.App/environments' } }] } }, {}] });
  });

  it('gives no secret in an output', () => {
    const given = everyFile().flatMap((file) => [...file.outputs].map(([name, value]) => `${name} ${value}`));
    expect(given.filter((output) => /key|secret|password|connection|token|credential/i.test(output))).toEqual([]);
  });

  it('reads one key: that of the directory of activities, beside which nothing lies', () => {
    const readers = resources().filter((block) => /list(Keys|Secrets|\w*Sas)\(/.test(JSON.stringify(block.body)));
    expect(readers.map(({ target, body }) => [target.split('@')[0], body['properties']])).toEqual([
      ['Microsoft.App/managedEnvironments/storages', { azureFile: { accountName: 'shelfAccountName', accountKey: 'shelf.listKeys().keys[0].value', shareName: 'shelfName', accessMode: 'ReadWrite' } }],
    ]);
    expect(propertiesOf('Microsoft.Storage/storageAccounts')).toMatchObject({ allowBlobPublicAccess: false });
  });

  it('takes the seal keys as a secret, keeps them in the vault, and hands them to the bot from there', () => {
    for (const path of ['main.bicep', 'modules/vault.bicep']) expect(fileAt(path).parameters.find(({ name }) => name === 'sealKeys')?.decorators).toContain('secure()');
    expect(theOnly('Microsoft.KeyVault/vaults/secrets').body).toMatchObject({ name: 'seal-keys', properties: { value: 'sealKeys' } });
    const { configuration } = propertiesOf('Microsoft.App/containerApps') as { configuration: { secrets: BicepValue[] } };
    expect(configuration.secrets).toContainEqual({ name: 'seal-keys', keyVaultUrl: '${vaultUri}secrets/seal-keys', identity: 'identityId' });
    expect(JSON.stringify(theOnly('Microsoft.App/containerApps').body)).toContain("{ name: 'SEAL_KEYS', secretRef: 'seal-keys' }");
    expect(JSON.stringify(theOnly('Microsoft.App/jobs').body)).not.toMatch(/seal/i);
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
    expect(propertiesOf('Microsoft.KeyVault/vaults')).toMatchObject({ enableSoftDelete: true, enablePurgeProtection: true, softDeleteRetentionInDays: 90 });
  });

  it('cannot lose the directory to one either', () => {
    expect(propertiesOf('Microsoft.Storage/storageAccounts/fileServices')).toMatchObject({ shareDeleteRetentionPolicy: { enabled: true } });
  });
});

describe('the bot', () => {
  type App = { template: { scale: Record<string, BicepValue>; containers: Record<string, BicepValue>[]; volumes: Record<string, BicepValue>[] } };
  const app = () => propertiesOf('Microsoft.App/containerApps') as App;

  it('keeps nothing itself, so that there may be as many of it as are needed', () => {
    expect(app()).toMatchObject({ template: { scale: { maxReplicas: 5 } } });
    // Mounted are the local numbers and the directory of activities. The bot reads both and writes neither.
    expect(app()).toMatchObject({ template: { volumes: [{ name: 'contacts', storageType: 'Secret' }, { name: 'data', storageType: 'AzureFile' }] } });
    expect(JSON.stringify(app())).not.toMatch(/EmptyDir|sqlite/i);
  });

  it('is there twice in working hours, and at night unless somebody chose otherwise', () => {
    expect(fileAt('main.bicep').parameters.find(({ name }) => name === 'sleepsAtNight')?.byDefault).toBe(false);
    const { minReplicas, cooldownPeriod, rules } = app().template.scale as { minReplicas: string; cooldownPeriod: number; rules: BicepValue[] };
    expect(minReplicas).toBe('sleepsAtNight ? 0 : 2');
    expect(rules).toContainEqual({ name: 'working-hours', custom: { type: 'cron', metadata: { timezone: 'Europe/London', start: '30 7 * * 1-5', end: '0 19 * * 1-5', desiredReplicas: '2' } } });
    expect(rules).toContainEqual({ name: 'turns', http: { metadata: { concurrentRequests: '50' } } });
    // What must be acted on now is said again after ten minutes and after thirty.
    expect(cooldownPeriod).toBeGreaterThanOrEqual(2 * 30 * 60);
  });

  it('starts with what infra tells it, and needs nothing else', () => {
    const told = JSON.stringify([app().template.containers[0]!['env'], fileAt('main.bicep').modules.find(({ symbol }) => symbol === 'app')?.body]);
    const names = [...told.matchAll(/name: '(\w+)', (?:value|secretRef): |"name":"([A-Z_]+)","value"/g)].map(([, inside, outside]) => inside ?? outside!);
    const id = '2d0f1a36-5c1e-4f7b-b0c4-7d2c9e6a4b02';
    const values: Record<string, string> = {
      NODE_ENV: 'production', PORT: '3978', STORE: 'cosmos', AZURE_CLIENT_ID: id, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppId: id, MicrosoftAppTenantId: id,
      COSMOS_ENDPOINT: 'https://x.documents.azure.com:443/', COSMOS_DATABASE: 'threefold', COSMOS_CONTAINER: 'cases', CONTACTS_FILE: '/etc/threefold/contacts.json', DIRECTORY_FILE: '/data/directory.jsonl',
      ADMINISTRATORS: id, SUPERVISORS: '', RETENTION_DAYS: '2922', AREA_MIDDLE: '', PROXIES_IN_FRONT: '1', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', SEAL_KEYS: `first:${Buffer.alloc(32, 7).toString('base64')}`,
    };
    expect([...names].sort()).toEqual(Object.keys(values).sort());
    const read = readConfig(Object.fromEntries(names.map((name) => [name, values[name]])));
    expect(read).toMatchObject({ kind: 'config', config: { host: '0.0.0.0', store: { kind: 'cosmos', database: 'threefold', container: 'cases', identity: { kind: 'managed', clientId: id } }, administrators: [id], directoryFile: '/data/directory.jsonl' } });
    expect(told).toContain("{ name: 'STORE', value: 'cosmos' }");
  });

  it('is measured by a collector beside it, which listens to nobody else and passes on no log', () => {
    const [bot, collector] = app().template.containers;
    expect([bot!['name'], collector!['name'], collector!['args']]).toEqual(['bot', 'collector', ['--config=env:COLLECTOR_CONFIG']]);
    const config = textOf('modules/app.bicep').split("'''")[1]!;
    expect(config).toContain('endpoint: 127.0.0.1:4318');
    expect(JSON.stringify(bot!['env'])).toContain("'http://127.0.0.1:4318'");
    expect([...config.matchAll(/^ {4}(\w+):\n {6}receivers: \[otlp\]$/gm)].map(([, pipeline]) => pipeline)).toEqual(['traces', 'metrics']);
    expect(JSON.stringify(bot!['env'])).not.toContain('CONNECTION_STRING');
  });

  it('finds the directory of activities where the morning import puts it', () => {
    const job = propertiesOf('Microsoft.App/jobs') as App;
    expect(job).toMatchObject({ template: { containers: [{ command: ['node', 'dist/directoryCommand.js', 'import', 'directorySource'], env: [{ name: 'DIRECTORY_FILE', value: '/data/directory.jsonl' }], volumeMounts: [{ volumeName: 'data', mountPath: '/data' }] }] } });
    const shares = [...app().template.volumes, ...job.template.volumes].filter(({ storageType }) => storageType === 'AzureFile');
    expect(shares.map(({ mountOptions }) => mountOptions)).toEqual(Array(2).fill('uid=1000,gid=1000,dir_mode=0700,file_mode=0600,nobrl'));
  });
});

describe('what Teams reaches', () => {
  it('is the Teams channel and no other', () => {
    expect(theOnly('Microsoft.BotService/botServices/channels').body['name']).toBe('MsTeamsChannel');
  });

  it('is asked on the two health addresses of the bot', () => {
    expect(propertiesOf('Microsoft.App/containerApps')).toMatchObject({
      template: { containers: [{ probes: [{ type: 'Startup', httpGet: { path: '/healthz' } }, { type: 'Liveness', httpGet: { path: '/healthz' } }, { type: 'Readiness', httpGet: { path: '/readyz' } }] }, {}] },
    });
    const { template } = propertiesOf('Microsoft.App/containerApps') as { template: { containers: { probes?: { failureThreshold?: number }[] }[] } };
    expect(template.containers.flatMap(({ probes = [] }) => probes).filter(({ failureThreshold = 1 }) => failureThreshold > 10)).toEqual([]);
  });
});

describe('what it may cost, and what is told', () => {
  it('is a budget for the month, with a letter before it is reached', () => {
    expect(propertiesOf('Microsoft.Consumption/budgets')).toMatchObject({ amount: 'monthlyBudget', timeGrain: 'Monthly', notifications: { expected: { thresholdType: 'Forecasted', contactEmails: ['alertEmail'] }, spent: { threshold: 90, thresholdType: 'Actual' } } });
  });

  it('is trouble that the log names in words that the bot writes', () => {
    const { criteria } = propertiesOf('Microsoft.Insights/scheduledQueryRules') as { criteria: { allOf: { query: string }[] } };
    const main = readFileSync(join(folder, '..', 'src', 'main.ts'), 'utf8');
    for (const words of ['The bot cannot start', 'deliver-all']) {
      expect(criteria.allOf[0]!.query).toContain(words);
      expect(main).toContain(words);
    }
  });
});
