import type { Container } from '@azure/cosmos';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Lease, LeaseAsked, Leases, Waits } from '../app/ports';
import { leaseId } from './cosmosItems';
import { isNotThere, readItem } from './cosmosRead';
import { codeOf, type Attempt, type Perform } from './cosmosRequests';

/** `token` is empty while nobody has it; `until` is then the end of the quiet time. */
const Delivery = z.object({ token: z.string(), until: z.string(), waits: z.record(z.string(), z.object({ attempts: z.number(), notBefore: z.string() })), _etag: z.string() });

/** Long after the longest wait the item goes by itself, should nobody come back for it. One that is held for longer stays as long. */
const secondsToLive = 7 * 86_400;
const lifeOf = (at: string, until: string): number => Math.max(secondsToLive, Math.ceil((Date.parse(until) - Date.parse(at)) / 1000));

/**
 * One item in the case's own partition. Whoever creates it, or replaces it as they read it, has the lease; everybody
 * else gets a conflict, also from a read that was a moment late.
 */
export class CosmosLeases implements Leases {
  constructor(
    private readonly container: Container,
    private readonly perform: Perform,
  ) {}

  async take(asked: LeaseAsked): Promise<Lease | undefined> {
    const name = randomUUID();
    return this.perform('take-lease', (attempt) => this.tryToTake(asked, name, attempt));
  }

  giveBack({ caseId, token, waits, quietUntil = '' }: Parameters<Leases['giveBack']>[0]): Promise<void> {
    return this.perform('give-back-lease', async ({ signal, charge }) => {
      const item = this.container.item(leaseId, caseId);
      const options = { abortSignal: signal, accessCondition: { type: 'IfMatch', condition: markIn(token) } };
      const done = Object.keys(waits).length === 0 ? item.delete(options) : item.replace({ ...itemOf(caseId, { token: '', until: quietUntil, waits }) }, options);
      const answer = await unlessConflict(done);
      charge(answer?.requestCharge ?? 0);
    });
  }

  private async tryToTake({ caseId, at, until, urgent }: LeaseAsked, name: string, attempt: Attempt): Promise<Lease | undefined> {
    const { signal, charge } = attempt;
    const item = this.container.item(leaseId, caseId);
    const read = await readItem(this.container, leaseId, caseId, attempt);
    const before = read === undefined ? undefined : Delivery.parse(read);
    const isOurs = before?.token === name;
    if (before && !isOurs && before.until > at && !(urgent && before.token === '')) return undefined;
    const waits = before?.waits ?? {};
    const body = { ...itemOf(caseId, { token: name, until, waits }), ttl: lifeOf(at, until) };
    const written = await unlessConflict(before ? item.replace(body, { abortSignal: signal, accessCondition: { type: 'IfMatch', condition: before._etag } }) : this.container.items.create(body, { abortSignal: signal }));
    if (!written) return undefined;
    charge(written.requestCharge);
    return { token: tokenOf(name, written.etag), waits };
  }
}

/** It bears the mark that the item was written with, so that giving it back needs no read. */
const tokenOf = (name: string, mark: string): string => `${name} ${mark}`;
const markIn = (token: string): string => token.slice(token.indexOf(' ') + 1);

const itemOf = (caseId: string, held: { readonly token: string; readonly until: string; readonly waits: Waits }) => ({ id: leaseId, caseId, ...held, ttl: secondsToLive });

/** Undefined when somebody else wrote it first, or it is not there any more. */
async function unlessConflict<Answer>(work: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isNotThere(error) || codeOf(error) === 409 || codeOf(error) === 412) return undefined;
    throw error;
  }
}
