/** Whether every file of infra is written as the language and Azure will have it. */
import { posix } from 'node:path';
import { againstTypes, azureTypes } from './support/azureTypes';
import { fileAt, paths, readInfra, resources } from './support/infraFiles';
import { readBicep, type BicepFile } from './support/readBicep';

const DECORATORS = ['description', 'allowed', 'minLength', 'maxLength', 'minValue', 'maxValue', 'secure'];
const FUNCTIONS = ['concat', 'empty', 'environment', 'guid', 'join', 'json', 'resourceGroup', 'string', 'subscriptionResourceId', 'take', 'tenant', 'uniqueString', 'utcNow'];

beforeAll(readInfra);

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
    expect(azureTypes.lacking).toEqual(['Microsoft.Insights/actionGroups@2023-01-01', 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview', 'Microsoft.Insights/scheduledQueryRules@2023-12-01', 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01', 'Microsoft.Network/privateDnsZones@2020-06-01']);
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
    const fileOf = (target: string) => fileAt(posix.join(posix.dirname(path), target));
    for (const module of modules) {
      const asked = fileOf(module.target).parameters;
      const given = Object.keys(module.body['params'] ?? {});
      const required = asked.filter((one) => one.byDefault === undefined).map((one) => one.name);
      expect(asked.map((one) => one.name)).toEqual(expect.arrayContaining(given));
      expect(given).toEqual(expect.arrayContaining(required));
    }
    for (const [symbol, output] of outputsTaken) {
      const target = modules.find((module) => module.symbol === symbol)?.target ?? symbol;
      expect([...fileOf(target).outputs.keys()]).toContain(output);
    }
  });
});
