import { readFileSync } from 'node:fs';
import path from 'node:path';
import { casesContainer } from '../../src/store/cosmosContainer';
import { readBicep } from '../support/readBicep';

const container = 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers';

it('infra makes the container that the store needs, index and all', async () => {
  const file = await readBicep(readFileSync(path.join(__dirname, '../../infra/modules/records.bicep'), 'utf8'));
  const made = file.resources.filter(({ target }) => target.startsWith(`${container}@`));
  expect(made.map(({ body }) => body['properties'])).toEqual([{ resource: casesContainer('cosmosContainerName') }]);
});

it('indexes no word that anybody wrote', () => {
  const { includedPaths, excludedPaths } = casesContainer('cases').indexingPolicy;
  expect(excludedPaths).toEqual([{ path: '/*' }]);
  expect(includedPaths.map(({ path: indexed }) => indexed).filter((indexed) => /event|name|words|text/i.test(indexed))).toEqual([]);
});
