import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What the lint says of each text, were it in that file. */
function lint(samples: { file: string; text: string }[]): string[][] {
  const run = spawnSync(process.execPath, [join(__dirname, 'support', 'lintText.mjs')], {
    cwd: join(__dirname, '..'),
    input: JSON.stringify(samples),
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as string[][];
}

const refused: { file: string; text: string; says: RegExp }[] = [
  { file: 'src/domain/plan/x.ts', text: "import { card } from '../../cards/registry';\nexport const x = card;", says: /src\/domain may import only from: domain\./ },
  { file: 'src/cards/x.ts', text: "import { load } from '../content/load';\nexport const x = load;", says: /content \(types only\)/ },
  { file: 'src/store/x.ts', text: "import { handleTurn } from '../app/handleTurn';\nexport const x = handleTurn;", says: /src\/store may import only/ },
  { file: 'src/admin/x.ts', text: "import { openStores } from '../store/sqliteStore';\nexport const x = openStores;", says: /src\/admin may import only/ },
  { file: 'src/console/x.ts', text: "import { serve } from '../teams/server';\nexport const x = serve;", says: /src\/console may import only/ },
  { file: 'src/teams/x.ts', text: "import { readConfig } from '../config';\nexport const x = readConfig;", says: /settings come in as arguments/ },
  { file: 'src/domain/x.ts', text: "import { CloudAdapter } from 'botbuilder';\nexport const x = CloudAdapter;", says: /may use only these packages: zod/ },
  { file: 'src/main.ts', text: "import { CloudAdapter } from 'botbuilder';\nexport const x = CloudAdapter;", says: /Only src\/teams knows the platform/ },
  { file: 'src/app/x.ts', text: "import { z } from 'zod';\nexport const x = z;", says: /may use only these packages: nothing/ },
  { file: 'src/app/x.ts', text: "import { randomUUID } from 'node:crypto';\nexport const x = randomUUID;", says: /may use of Node only: nothing/ },
  { file: 'src/cards/x.ts', text: "import { request } from 'node:http';\nexport const x = request;", says: /may use of Node only: node:fs, node:path, node:zlib/ },
  { file: 'src/store/x.ts', text: "import { readFileSync } from 'fs';\nexport const x = readFileSync;", says: /written with node: in front/ },
  { file: 'src/domain/x.ts', text: 'export const x = new Date();', says: /The time comes in with the turn/ },
  { file: 'src/cards/x.ts', text: 'export const x = Date.now();', says: /The time comes in with the turn/ },
  { file: 'src/app/x.ts', text: 'export const x = Math.random();', says: /An id comes in with the turn/ },
  { file: 'src/app/x.ts', text: 'export const x = crypto.randomUUID();', says: /An id comes in with the turn/ },
  { file: 'src/domain/x.ts', text: 'export const x = process.env.PORT;', says: /A setting comes in with the turn/ },
  { file: 'src/domain/x.ts', text: 'const x = 1;\nexport default x;', says: /named after what they export/ },
  { file: 'src/domain/x.ts', text: "export * from './y';", says: /No barrels/ },
  { file: 'src/domain/x.ts', text: 'export const x = (y: any) => y as string;', says: /any/ },
  { file: 'src/domain/x.ts', text: '// eslint-disable-next-line\nexport const x = Date.now();', says: /The time comes in with the turn/ },
  { file: 'test/domain/x.test.ts', text: "jest.mock('../../src/app/handleTurn');", says: /in-memory version of the port/ },
];

const welcome: { file: string; text: string }[] = [
  { file: 'src/domain/x.ts', text: "import { z } from 'zod';\nexport const x = [z, new Date(0)];" },
  { file: 'src/domain/plan/x.ts', text: "import { caseOf } from '../case/case';\nexport const x = caseOf;" },
  { file: 'src/cards/x.ts', text: "import type { Content } from '../content/load';\nexport const x = (content: Content) => content;" },
  { file: 'src/cards/pictures/x.ts', text: "import { readFileSync } from 'node:fs';\nimport { Resvg } from '@resvg/resvg-js';\nexport const x = [readFileSync, Resvg];" },
  { file: 'src/store/x.ts', text: "import type { CaseStore } from '../app/ports';\nexport const x = (store: CaseStore) => store;" },
  { file: 'src/store/x.ts', text: "import { randomUUID } from 'node:crypto';\nexport const x = randomUUID();" },
  { file: 'src/teams/x.ts', text: "import { CloudAdapter } from 'botbuilder';\nimport type { Turn } from '../app/turn';\nexport const x = (turn: Turn) => [turn, CloudAdapter, Date.now()];" },
  { file: 'src/main.ts', text: "import { readConfig } from './config';\nimport { serve } from './teams/server';\nexport const x = [readConfig, serve];" },
];

describe('the lint keeps the layers apart', () => {
  const answers = lint([...refused, ...welcome]);

  it.each(refused.map((sample, at) => [sample.file, sample.text.split('\n').pop(), sample.says, answers[at]] as const))('refuses in %s: %s', (_file, _text, says, messages) => {
    expect(messages?.join('\n')).toMatch(says);
  });

  it.each(welcome.map((sample, at) => [sample.file, sample.text.split('\n')[0], answers[refused.length + at]] as const))('welcomes in %s: %s', (_file, _text, messages) => {
    expect(messages).toEqual([]);
  });
});
