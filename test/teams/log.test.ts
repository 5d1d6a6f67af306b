import { Writable } from 'node:stream';
import { logTo } from '../../src/teams/log';

it('writes what happens at one moment at once, a line of JSON each', async () => {
  const written: string[] = [];
  const log = logTo(new Writable({ write: (chunk, _encoding, done) => (written.push(String(chunk)), done()) }));
  log({ what: 'turn', ms: 1 });
  log({ what: 'turn', ms: 2 });
  await new Promise(setImmediate);
  log({ what: 'listening' });
  await new Promise(setImmediate);
  expect(written.map((lines) => lines.trimEnd().split('\n').map((line) => ({ ...(JSON.parse(line) as object), at: undefined })))).toEqual([[{ what: 'turn', ms: 1 }, { what: 'turn', ms: 2 }], [{ what: 'listening' }]]);
});
