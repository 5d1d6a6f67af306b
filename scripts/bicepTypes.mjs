// Brings infra/types/azureTypes.json up to date: what Azure's published types say of the resources in infra.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { giveUp, installIfNeeded, refuseUnknown, root } from './prepare.mjs';

const [azmcp, ...rest] = process.argv.slice(2);
if (azmcp === undefined || azmcp === '--help') {
  console.log(`Usage: node scripts/bicepTypes.mjs PATH/TO/azmcp

Needed only when infra gets another resource, API version or property. The types come from the package @azure/mcp (MIT), which is
large and therefore no part of this project: npm install @azure/mcp@2.0.5 in an empty folder, and give node_modules/.bin/azmcp.
Of each object that infra writes, every property is kept; what infra does not write is not followed further.

Ends with 0 when the file is written, and says which types the package does not have; 2 without the path, or for any other
argument.`);
  process.exit(azmcp === undefined ? 2 : 0);
}
refuseUnknown([...rest, ...(azmcp.startsWith('-') ? [azmcp] : [])]);

installIfNeeded();
const require = createRequire(import.meta.url);
require('./typeScript.cjs');
const { readBicep } = require('../test/support/readBicep.ts');

const infra = join(root, 'infra');
const files = readdirSync(infra, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bicep'));
const blocks = [];
for (const name of files) {
  const { resources } = await readBicep(readFileSync(join(infra, name), 'utf8'));
  blocks.push(...resources.filter(({ exists }) => !exists));
}

function typesOf(resource) {
  try {
    const said = execFileSync(azmcp, ['bicepschema', 'get', '--resource-type', resource], { env: { ...process.env, AZURE_MCP_COLLECT_TELEMETRY: 'false' }, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 * 1024 * 1024 });
    return JSON.parse(said.toString('utf8')).results?.BicepSchemaResult;
  } catch {
    return undefined;
  }
}

const isSet = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const primitive = { string: 'string', int: 'int', bool: 'bool', any: 'any', object: 'map' };

function expand(name, value, types) {
  if (name.endsWith('[]')) {
    const found = (Array.isArray(value) ? value : []).map((one) => expand(name.slice(0, -2), one, types));
    return { kind: 'array', ...(found.length === 0 ? {} : { items: found.reduce(merged) }) };
  }
  if (name in primitive) return { kind: primitive[name] };
  const type = types.get(name);
  if (type === undefined) return { kind: 'choice', values: name.split(' | ').filter((one) => one !== 'string') };
  const properties = type.$type === 'DiscriminatedObject' ? [...type.baseProperties, ...(type.elements.find((one) => one.properties.some((property) => property.name === type.discriminator && property.type === value?.[type.discriminator]))?.properties ?? [])] : type.properties;
  if (properties.length === 0) return { kind: 'map' };
  return { kind: 'object', fields: fieldsOf(properties, value, types) };
}

function fieldsOf(properties, value, types) {
  const writable = properties.filter(({ flags = '' }) => !flags.includes('ReadOnly'));
  return Object.fromEntries(
    writable.map(({ name, type, flags = '' }) => {
      const given = isSet(value) ? value[name] : undefined;
      return [name, { ...(given === undefined ? { kind: 'any' } : expand(type, given, types)), ...(flags.includes('Required') ? { required: true } : {}) }];
    }),
  );
}

/** Two elements of one list may write different properties. */
function merged(a, b) {
  if (a.kind === 'any' || b.kind === 'any') return { ...(a.kind === 'any' ? b : a), ...(a.required ? { required: true } : {}) };
  if (a.kind === 'object') return { ...a, fields: Object.fromEntries(Object.keys(a.fields).map((name) => [name, merged(a.fields[name], b.fields[name])])) };
  return a.kind === 'array' && a.items && b.items ? { ...a, items: merged(a.items, b.items) } : { ...b, ...a };
}

const resources = {};
const lacking = new Set();
for (const { target, body } of blocks) {
  const [resource, version] = target.split('@');
  const found = typesOf(resource);
  const described = found?.find(({ $type, name }) => $type === 'Resource' && name.endsWith(`@${version}`));
  if (described === undefined) {
    lacking.add(target);
    continue;
  }
  const types = new Map(found.filter(({ $type }) => $type.endsWith('Object')).map((type) => [type.name, type]));
  const shape = { kind: 'object', fields: fieldsOf(described.bodyType.properties, body, types) };
  resources[target] = resources[target] === undefined ? shape : merged(resources[target], shape);
}
if (Object.keys(resources).length === 0) giveUp(`${azmcp} gave no types at all. Is it the command of @azure/mcp?`);

mkdirSync(join(infra, 'types'), { recursive: true });
const sorted = Object.fromEntries(Object.entries(resources).sort(([a], [b]) => a.localeCompare(b)));
writeFileSync(join(infra, 'types', 'azureTypes.json'), `${JSON.stringify({ source: 'The published Bicep types of Azure, as the package @azure/mcp (MIT, Microsoft) holds them.', lacking: [...lacking].sort(), resources: sorted }, undefined, 1)}\n`);
console.log(`Wrote the types of ${Object.keys(sorted).length} resources.${lacking.size > 0 ? ` Not to be had: ${[...lacking].join(', ')}.` : ''}`);
