/** One answer of a directory's server, with limits, and asked for again when the server stumbles. */
import { setTimeout as wait } from 'node:timers/promises';
import { askAt } from './askAt';
import { withDeadline } from './deadline';
import { codeOf, nameOf } from './nodeError';
import { type SourceLimits, SourceStopped } from './sourceLimits';

/** Everything that one import may still take. */
export type Budget = { readonly limits: SourceLimits; readonly signal: AbortSignal; bytes: number };

/** Returns what `read` makes of the answer. Throws SourceStopped, in words, when the server stays silent, breaks off or refuses. */
export async function fetchAnswer<Result>(url: URL, budget: Budget, read: (text: AsyncIterable<string>, type: string) => Promise<Result>): Promise<Result | 'gone'> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await withDeadline(budget.limits.answerWithin, (signal) => ask(url, budget, signal, read), budget.signal);
    } catch (error) {
      if (error instanceof SourceStopped) throw error;
      if (budget.signal.aborted) throw new SourceStopped(`It takes longer than ${Math.round(budget.limits.allWithin / 60_000)} minutes. Try again at a quieter hour.`);
      if (tried >= budget.limits.retries) throw new SourceStopped(`${url.host} ${reasonOf(error)} at ${url.pathname}${url.search}. Try again later; if it stays so, ask whoever runs the directory.`);
      await wait(budget.limits.pause * 2 ** tried);
    }
  }
}

/** Worth another try: the server is busy or stumbles. */
class Stumble extends Error {}

async function ask<Result>(url: URL, budget: Budget, signal: AbortSignal, read: (text: AsyncIterable<string>, type: string) => Promise<Result>): Promise<Result | 'gone'> {
  const answer = await follow(url, signal, budget.limits.look);
  if (answer.status === 404 || answer.status === 410) {
    await answer.body?.cancel();
    return 'gone';
  }
  if (!answer.ok || answer.body === null) {
    await answer.body?.cancel();
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408) throw new Stumble(`answers with status ${answer.status}`);
    throw new SourceStopped(`${url.host} answers with status ${answer.status}${answer.status === 401 || answer.status === 403 ? ', so it lets in only those whom it knows' : ''}. Check the address with whoever runs the directory.`);
  }
  return read(piecesOf(answer.body, budget), answer.headers.get('content-type') ?? '');
}

const headers = { accept: 'application/json, text/csv;q=0.8' };
const MOST_REDIRECTS = 5;

/** Each address on the way is looked at before it is asked, and asked only where it was found: a name may lead elsewhere a moment later. */
async function follow(url: URL, signal: AbortSignal, look: SourceLimits['look']): Promise<Response> {
  if (look === undefined) return fetch(url, { signal, headers });
  let at = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const looked = await look(at);
    if (looked.kind === 'refused') throw new SourceStopped(looked.problem);
    const answer = await askAt(at, looked.addresses, { signal, headers });
    const next = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null;
    if (next === null || !URL.canParse(next, at.href)) return answer;
    await answer.body?.cancel();
    at = new URL(next, at.href);
  }
  throw new SourceStopped(`${url.host} leads from one address to the next without an end. Check the address with whoever runs the directory.`);
}

async function* piecesOf(body: AsyncIterable<Uint8Array>, budget: Budget): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let length = 0;
  for await (const bytes of body) {
    length += bytes.length;
    budget.bytes += bytes.length;
    if (length > budget.limits.pageBytes || budget.bytes > budget.limits.bytes) throw new SourceStopped('The server sends more than any directory holds. Check the address, or ask for a file.');
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}

function reasonOf(error: unknown): string {
  if (error instanceof Stumble) return error.message;
  if (nameOf(error) === 'TimeoutError') return 'does not answer in time';
  const code = codeOf(error);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'is not known by that name';
  return code === 'ECONNREFUSED' ? 'cannot be reached' : 'broke off';
}
