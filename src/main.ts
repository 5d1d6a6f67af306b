/** The composition root: settings, parts, host. The only file that knows every folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { deliverAllDue, deliverDue } from './app/deliverDue';
import { handleTurn } from './app/handleTurn';
import { keepDelivering } from './app/keepDelivering';
import { keepAsking, recordLeft } from './app/recordLeft';
import { keepRetention } from './app/keepRetention';
import type { Log } from './app/logLine';
import type { CaseStore, Parts } from './app/ports';
import { readConfig, type Config } from './config';
import { checkContent } from './content/load';
import { settledInChat } from './domain/activities/tagsToCheck';
import { dayInLondon } from './domain/case/londonTime';
import { warnDays } from './domain/record/retention';
import { directoryDesk } from './directoryDesk';
import { openCatalogue } from './openCatalogue';
import { numbersChanged } from './numbersChanged';
import { openContent, type OpenedContent } from './openContent';
import { openOperator } from './openOperator';
import { openStores } from './openStores';
import { openTelemetry, type Follower } from './openTelemetry';
import { countSends } from './operator/countSends';
import { owedIn } from './operator/standing';
import { RequestCharges } from './store/requestCharges';
import { describeError } from './teams/describeError';
import { teamsHost } from './teams/host';
import { logTo } from './teams/log';

const betweenDeliveries = 30_000;
const timeToFinish = 8_000;
/** Calls from one address that are turned away in a minute before none is looked at any more. */
const refusalsAMinute = 60;
/** Milliseconds. The rules by which notes are read are many, and part of what was tested: the first answers do not wait for them. */
const beforeRules = 1_000;

/** From when it listens this keeps the heap close to what is in use: by itself it grows to several times that before it is cleared. */
const heapGrowing = '--heap-growing-percent=40';

const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string };
const toOutput = logTo(process.stdout);
let follower: Follower | undefined;
const log: Log = (line) => {
  toOutput(line);
  follower?.line(line);
};

const charges = new RequestCharges();
/** What the store charged for one piece of work goes to the log. Only Cosmos DB charges; to follow it through slows every promise, so it is not done for others. */
const chargedBy = ({ kind }: Config['store']) => <Asked extends unknown[], Value>(work: string, run: (...asked: Asked) => Promise<Value>): ((...asked: Asked) => Promise<Value>) =>
  kind === 'cosmos' ? (...asked) => charges.during(() => run(...asked), ({ units, operations }) => log({ what: 'store-charge', work, units, operations })) : run;

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (read.kind === 'refused') return refuse([...read.problems, ...(await problemsOfFiles(read.asFarAsRead))]);
  await run(read.config);
  setFlagsFromString(heapGrowing);
}

/** What the settings name is looked at even when others of them are wrong, so that everything is mended in one go. */
async function problemsOfFiles(config: Config): Promise<readonly string[]> {
  const words = openContent(config, dayInLondon(new Date().toISOString()));
  const shelf = await openCatalogue(config);
  return [...(words.kind === 'refused' ? words.problems : []), ...(shelf.kind === 'refused' ? [shelf.problem] : [])];
}

/** What an administrator checked in the chat since counts as checked. */
async function openWords(config: Config): Promise<OpenedContent> {
  const today = dayInLondon(new Date().toISOString());
  const words = openContent(config, today);
  return words.kind === 'opened' ? words : openContent(config, today, await numbersChanged(config));
}

function refuse(problems: readonly string[]): never {
  process.stderr.write(`The bot cannot start:\n${problems.map((problem) => `- ${problem}\n`).join('')}`);
  process.exit(2);
}

async function run(config: Config): Promise<void> {
  const { identity, cardAction, supervisors, administrators, selfReview } = config;
  const words = await openWords(config);
  const shelf = await openCatalogue(config);
  if (words.kind === 'refused' || shelf.kind === 'refused') return refuse([...(words.kind === 'refused' ? words.problems : []), ...(shelf.kind === 'refused' ? [shelf.problem] : [])]);
  const followed = (follower = openTelemetry(config, version));
  const charged = chargedBy(config.store);
  const opened = await openStores(config.store, config.sealKeys, charges.onCharge, (count) => log({ what: 'learnt-left-out', count }));
  if (opened.kind === 'refused') return refuse([opened.problem]);
  const { places, leases, organisation, learnt } = opened.stores;
  const cases = followed.cases(opened.stores.cases);
  const audit = followed.audit(opened.stores.audit);
  const { turnsAMinute, proxiesInFront } = config;
  const settledNow = async (): Promise<ReturnType<typeof settledInChat>['corrections']> => settledInChat(await learnt.load()).corrections;
  await shelf.refresh(await settledNow());
  const host = teamsHost({ places, cardAction, log, ...(identity ? { identity, limits: { turnsAMinute, refusalsAMinute, proxiesInFront } } : {}) });
  const { messenger, sends } = countSends(followed.messenger(host.messenger));
  const parts: Parts = { cases, leases, messenger, audiences: host.audiences, safetyPlaces: places, audit, organisation, learnt, content: words.content, catalogue: shelf.catalogue, ...(config.directoryFile === undefined ? {} : { directory: directoryDesk(config.directoryFile, shelf.listed) }), settings: { supervisors, administrators, selfReview } };
  const leavers = keepAsking(recordLeft(parts));
  const server = host.serve({
    takeTurn: followed.around('turn', charged('turn', handleTurn(parts))),
    deliver: followed.around('deliver', charged('deliver', deliverDue(parts))),
    left: leavers.left,
    isReady: async () => {
      await cases.ready();
      return true;
    },
  });
  const port = await server.listen(config.port, config.host);
  const operator = await openOperator(config, { cases: opened.stores.cases, organisation, sends, content: words.content, catalogue: shelf.catalogue, version });
  const remarks = [...plainlySaid(config), ...words.remarks, ...shelf.remarks, ...opened.remarks, ...(operator === undefined ? [] : [operator.remark])];
  followed.watch(['owed.cases', 'owed.oldest_seconds', 'owed.reminders'], () => owedNow(opened.stores.cases));
  for (const line of remarks) process.stderr.write(`${line}\n`);
  log({ what: 'listening', host: config.host, port, mode: identity ? 'registered' : 'this-machine-only' });

  void pause(beforeRules, undefined, { ref: false })
    .then(checkContent)
    .then(shelf.makeReady)
    .catch((error: unknown) => refuse([error instanceof Error ? error.message : String(error)]));
  const deliver = charged('deliver-all', (mayGoOn: () => boolean) => deliverAllDue(parts)(() => new Date().toISOString(), mayGoOn));
  const retain = charged('retention', keepRetention(parts, { days: config.retentionDays, warnDays }));
  const refreshDirectory = async (): Promise<void> => sayOfDirectory(await shelf.refresh(await settledNow()));
  const deliveries = keepDelivering({
    // What is owed comes first: it waits for nothing else.
    round: [deliver, (mayGoOn) => retain(() => new Date().toISOString(), mayGoOn), refreshDirectory, leavers.again, () => audit.flush()],
    pause: () => pause(betweenDeliveries, undefined, { ref: false }),
    troubled: logTrouble,
  });
  const stop = async () => {
    const ended = Promise.all([deliveries.stop(), server.close().then(() => server.idle())]);
    await Promise.race([ended, pause(timeToFinish, undefined, { ref: false })]);
    await audit.flush().catch(logTrouble);
    await operator?.close();
    await followed.stop();
    await cases.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

function sayOfDirectory(problem: string | undefined): void {
  if (problem !== undefined) process.stderr.write(`The directory is as it was before: ${problem}\n`);
}

async function owedNow(cases: CaseStore): Promise<Readonly<Record<string, number>>> {
  const at = new Date().toISOString();
  const owed = owedIn(await cases.headsThatOwe(at), at);
  return { 'owed.cases': owed.cases, 'owed.reminders': owed.reminders, 'owed.oldest_seconds': owed.oldest === undefined ? 0 : (Date.parse(at) - Date.parse(owed.oldest)) / 1000 };
}

function plainlySaid({ identity, sampleData, directoryFile, trial }: Config): string[] {
  return [
    ...(identity ? [] : ['Not registered with Teams (no MicrosoftAppId), so only this machine can talk to the bot.']),
    ...(trial ? ['This is a trial: cases are kept in memory and are forgotten when the bot stops. Nobody may talk about real people with it.'] : []),
    ...(sampleData && directoryFile === undefined ? ['The activities are invented samples.'] : []),
  ];
}

/** A round goes on with the other cases when one fails, and brings all that went wrong at its end. */
function logTrouble(trouble: unknown): void {
  const troubles: readonly unknown[] = trouble instanceof AggregateError ? trouble.errors : [trouble];
  for (const one of troubles) log({ what: 'deliver-all', ...describeError(one) });
}

main().catch((error: unknown) => {
  process.stderr.write(`The bot cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  // It may listen already: half a bot would answer, and deliver nothing that it owes.
  process.exit(1);
});
