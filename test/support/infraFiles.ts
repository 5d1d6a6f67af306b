/** The files of infra, read once for each file of tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readBicep, type BicepBlock, type BicepFile, type BicepValue } from './readBicep';

export const folder = join(__dirname, '../../infra');
export const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.bicep'))
  .map((name) => relative(folder, join(folder, name)).replaceAll('\\', '/'));

const files = new Map<string, BicepFile>();
export const fileAt = (path: string): BicepFile => {
  const file = files.get(path);
  if (file === undefined) throw new Error(`${path} is not in infra`);
  return file;
};
export const everyFile = (): BicepFile[] => [...files.values()];
export const resources = (): BicepBlock[] => everyFile().flatMap((file) => file.resources.filter((block) => !block.exists));
export const theOnly = (type: string): BicepBlock => {
  const [found, ...others] = resources().filter((block) => block.target.startsWith(`${type}@`));
  if (found === undefined || others.length > 0) throw new Error(`${type} is there ${found === undefined ? 'not at all' : 'twice'}`);
  return found;
};
export const textOf = (path: string): string => readFileSync(join(folder, path), 'utf8');
export const paramsOf = (body: BicepBlock['body']) => body['params'] as Record<string, BicepValue>;
export const propertiesOf = (type: string): BicepValue | undefined => theOnly(type).body['properties'];

export async function readInfra(): Promise<void> {
  for (const path of paths) files.set(path, await readBicep(textOf(path)));
}
