/** The composition root: settings, parts, host. The only file that knows every folder. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { deliverAllDue, deliverDue } from './app/deliverDue';
import { handleTurn } from './app/handleTurn';
import type { CaseStore, Parts, PlaceStore } from './app/ports';
import { readConfig, type Config } from './config';
import { loadContent } from './content/load';
import { loadActivities } from './content/loadActivities';
import type { Catalogue } from './domain/activities/activity';
import { openCosmosStore } from './store/cosmosStore';
import { memoryCaseStore, memoryPlaceStore } from './store/memoryStore';
import { RequestCharges } from './store/requestCharges';
import { openSqliteStore } from './store/sqliteStore';
import { describeError } from './teams/describeError';
import { teamsHost } from './teams/host';
import type { Log } from './teams/settings';

const betweenDeliveries = 30_000;
const timeToFinish = 8_000;

const log: Log = (line) => void process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);

const charges = new RequestCharges();
/** What the store charged for one piece of work goes to the log. Only Cosmos DB charges. */
const charged = <Asked extends unknown[], Value>(work: string, run: (...asked: Asked) => Promise<Value>) => (...asked: Asked): Promise<Value> =>
  charges.during(() => run(...asked), ({ units, operations }) => log({ what: 'store-charge', work, units, operations }));

function openStore(setting: Config['store']): { cases: CaseStore; places: PlaceStore } {
  switch (setting.kind) {
    case 'memory':
      return { cases: memoryCaseStore(), places: memoryPlaceStore() };
    case 'sqlite':
      mkdirSync(dirname(setting.path), { recursive: true });
      return openSqliteStore(setting.path);
    case 'cosmos':
      return openCosmosStore({ ...setting, onCharge: charges.onCharge });
  }
}

/** Invented activities are never suggested to real people; the directory of real ones is brought in apart. */
const catalogueOf = ({ sampleData }: Config): Catalogue => (sampleData ? loadActivities() : { version: 'none', activities: [] });

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (read.kind === 'refused') {
    process.stderr.write(`The bot cannot start:\n${read.problems.map((problem) => `- ${problem}\n`).join('')}`);
    process.exitCode = 2;
    return;
  }
  await run(read.config);
}

async function run(config: Config): Promise<void> {
  const { identity, cardAction, supervisors, selfReview } = config;
  loadContent();
  const catalogue = catalogueOf(config);
  const { cases, places } = openStore(config.store);
  const host = teamsHost({ places, cardAction, log, ...(identity ? { identity } : {}) });
  const parts: Parts = { cases, messenger: host.messenger, content: loadContent, catalogue: () => catalogue, settings: { supervisors, selfReview } };
  const server = host.serve({
    takeTurn: charged('turn', handleTurn(parts)),
    deliver: charged('deliver', deliverDue(parts)),
    isReady: async () => {
      await cases.headsThatOwe();
      return true;
    },
  });
  const port = await server.listen(config.port, config.host);
  for (const line of plainlySaid(config)) process.stderr.write(`${line}\n`);
  log({ what: 'listening', host: config.host, port, mode: identity ? 'registered' : 'this-machine-only' });

  const deliveries = keepDelivering(() => deliverAllDue(parts)(new Date().toISOString()));
  const stop = async () => {
    deliveries.stop();
    await Promise.race([server.close().then(() => server.idle()), pause(timeToFinish, undefined, { ref: false })]);
    await cases.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

function plainlySaid({ identity, store, sampleData }: Config): string[] {
  return [
    ...(identity ? [] : ['Not registered with Teams (no MicrosoftAppId), so only this machine can talk to the bot.']),
    ...(store.kind === 'memory' ? ['Nothing is kept: cases are forgotten when the bot stops. Set STORE=sqlite:PATH to keep them.'] : []),
    ...(sampleData ? ['The activities are invented samples.'] : []),
  ];
}

/** What is owed goes out at the start and then every half minute, one round at a time. */
function keepDelivering(round: () => Promise<number>): { stop(): void } {
  let stopped = false;
  const next = (): void => {
    if (stopped) return;
    round()
      .catch((error: unknown) => log({ what: 'deliver-all', ...describeError(error) }))
      .finally(() => setTimeout(next, betweenDeliveries).unref());
  };
  next();
  return { stop: () => void (stopped = true) };
}

main().catch((error: unknown) => {
  process.stderr.write(`The bot cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
