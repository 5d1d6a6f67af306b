/** The process that plays the platform and all link workers. Told what to do by the one that started it. */
import { LoadRun, type Load, type Loaded } from './load';
import { channelToken, Platform } from './platform';

export type Order = { readonly id: number; readonly load: Omit<Load, 'authorization'> & { readonly signed: boolean } };
export type Report = { readonly id: number; readonly loaded: Loaded & { readonly updates: number; readonly others: number } };
export type Ready = { readonly ready: number };

const platform = new Platform();
const authorization = channelToken();

async function carryOut({ id, load }: Order): Promise<void> {
  const before = { updates: platform.updates, others: platform.others };
  const { signed, ...rest } = load;
  const loaded = await new LoadRun({ ...rest, ...(signed ? { authorization } : {}) }).run();
  const report: Report = { id, loaded: { ...loaded, updates: platform.updates - before.updates, others: platform.others - before.others } };
  process.send?.(report);
}

async function main(): Promise<void> {
  const ready: Ready = { ready: await platform.start(Number(process.argv[2])) };
  process.on('message', (order: Order) => void carryOut(order));
  process.on('disconnect', () => process.exit(0));
  process.send?.(ready);
}

void main();
