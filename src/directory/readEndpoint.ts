/** A directory out of an Open Referral UK endpoint, page by page, whichever of both versions it speaks. */
import { withDeadline } from './deadline';
import { isRecord, type RawRecord } from './fields';
import { type Budget, fetchAnswer } from './fetchAnswer';
import { isSummary, orukVersion } from './orukVersion';
import { parsed } from './readFiles';
import { type Envelope, RecordSplitter } from './recordSplitter';
import { type RawRow, type Reading, SourceStopped } from './sourceLimits';

type Page = { readonly rows: readonly unknown[]; readonly envelope: Envelope };
export type EndpointRead = { readonly complete: boolean; readonly notes: readonly string[] };

/** Records asked for at once; servers that want fewer say so in what they give. */
const PER_PAGE = '100';
/** Services asked for side by side, when a list holds only their beginnings: a council's server is small. */
const SIDE_BY_SIDE = 4;

/** Throws SourceStopped when the pages cannot be read to their end: half a directory is worse than yesterday's. */
export async function readEndpoint(address: URL, reading: Reading): Promise<EndpointRead> {
  const { limits } = reading;
  return withDeadline(limits.allWithin, async (signal) => {
    const pages = new PagesRead(listAddress(address), { limits, signal, bytes: 0 }, reading);
    await pages.takeAll();
    return { complete: pages.complete(), notes: pages.notes() };
  });
}

/** What is given may be the root of the service or its list. */
function listAddress(address: URL): URL {
  const list = new URL(address);
  const path = list.pathname.replace(/\/+$/, '');
  list.pathname = /\/services$/i.test(path) || /\.(?:json|jsonl|ndjson)$/i.test(path) ? path : `${path}/services`;
  return list;
}

class PagesRead {
  private readonly seen = new Set<string>();
  private envelope: Envelope = {};
  private count = 0;
  private repeated = 0;
  private withoutDetails = 0;
  private firstNumber = 1;
  /** A page that the server had spoken of and did not have. */
  private missing: number | undefined;

  constructor(
    private readonly list: URL,
    private readonly budget: Budget,
    private readonly reading: Reading,
  ) {}

  /** Page by page, so that no more than one is in memory. */
  async takeAll(): Promise<void> {
    const explicit = this.list.searchParams.get('page');
    let number = explicit === null ? 1 : Number(explicit);
    let page = await this.page(number);
    // A server that counts from nought gives its second page when asked for the first.
    if (explicit === null && isFirst(page.envelope) === false) {
      const before = await this.page(0);
      if (isFirst(before.envelope) === true) [number, page] = [0, before];
      this.firstNumber = number;
    }
    for (;;) {
      const fresh = this.add(page);
      for (const row of await this.inFull(fresh)) this.reading.take(row);
      this.say();
      if (this.ends(page, number)) return;
      if (fresh.length === 0) throw new SourceStopped(`${this.list.host} gives the same page again and again (asked for page ${number}). Tell whoever runs the directory that its pages do not go on, or ask them for a file.`);
      number += 1;
      page = await this.page(number);
    }
  }

  /** Returns the rows that were on no page before. */
  private add({ rows, envelope }: Page): readonly unknown[] {
    this.envelope = envelope;
    this.count += 1;
    const fresh = rows.filter((raw) => this.isFresh(raw));
    if (this.total() > this.reading.limits.rows) throw new SourceStopped(`${this.list.host} gives more than ${this.reading.limits.rows.toLocaleString('en-GB')} services. Check the address.`);
    if (this.count > this.reading.limits.pages) throw new SourceStopped(`${this.list.host} gives more than ${this.reading.limits.pages.toLocaleString('en-GB')} pages. Check the address.`);
    return fresh;
  }

  /** Without an id, the same words are the same service. */
  private isFresh(raw: unknown): boolean {
    const id = isRecord(raw) && (typeof raw['id'] === 'string' || typeof raw['id'] === 'number') ? String(raw['id']) : ` ${JSON.stringify(raw)}`;
    if (this.seen.has(id)) {
      this.repeated += 1;
      return false;
    }
    this.seen.add(id);
    return true;
  }

  private readonly total = (): number => this.seen.size;

  private say(): void {
    const of = numberIn(this.envelope, ['total_items', 'totalElements', 'total']);
    this.reading.onProgress({ rows: this.total(), pages: this.count, ...(of === undefined ? {} : { of }), what: 'services read' });
  }

  /** The page says that it is the last, or holds nothing, or is not a page at all but everything. */
  private ends({ rows, envelope }: Page, number: number): boolean {
    if (rows.length === 0 || Object.keys(envelope).length === 0) return true;
    const last = flagIn(envelope, ['last_page', 'last']);
    if (last !== undefined) return last;
    const pages = numberIn(envelope, ['total_pages', 'totalPages']);
    return pages !== undefined ? number >= pages : this.total() >= (numberIn(envelope, ['total_items', 'totalElements', 'total']) ?? 0);
  }

  private async page(number: number): Promise<Page> {
    const url = new URL(this.list);
    url.searchParams.set('page', String(number));
    if (!url.searchParams.has('per_page')) url.searchParams.set('per_page', PER_PAGE);
    const page = await fetchAnswer(url, this.budget, (pieces, type) => pageIn(pieces, type, url));
    if (page !== 'gone') return page;
    if (this.count === 0) throw new SourceStopped(`There is no list of services at ${url.origin}${url.pathname}. Check the address with whoever runs the directory.`);
    // Some servers have no page behind the last.
    if (this.wasSpokenOf(number)) this.missing = number;
    return { rows: [], envelope: this.envelope };
  }

  private wasSpokenOf(number: number): boolean {
    const pages = numberIn(this.envelope, ['total_pages', 'totalPages']);
    return pages === undefined ? flagIn(this.envelope, ['last_page', 'last']) === false : number - this.firstNumber < pages;
  }

  /** Each service as a whole: where the list holds only its beginning, it is asked for by its id. */
  private async inFull(rows: readonly unknown[]): Promise<readonly RawRow[]> {
    const whole: RawRow[] = [];
    const queue = rows.entries();
    const worker = async (): Promise<void> => {
      for (const [at, raw] of queue) {
        const full = isRecord(raw) && isSummary(raw) ? await this.detail(raw) : raw;
        whole[at] = { raw: full, format: orukVersion(full, this.envelope) };
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
    return whole;
  }

  private async detail(summary: RawRecord): Promise<unknown> {
    const url = new URL(this.list);
    if (!/\/services$/i.test(url.pathname)) return summary;
    url.pathname += `/${encodeURIComponent(String(summary['id']))}`;
    url.search = '';
    const full = await fetchAnswer(url, this.budget, async (pieces) => {
      let text = '';
      for await (const piece of pieces) text += piece;
      return parsed(text);
    });
    if (isRecord(full) && String(full['id']) === String(summary['id'])) return { ...summary, ...full };
    this.withoutDetails += 1;
    return summary;
  }

  /** All that the server says it has came in. */
  complete(): boolean {
    const of = numberIn(this.envelope, ['total_items', 'totalElements', 'total']);
    return of === undefined ? this.missing === undefined : this.total() >= of;
  }

  notes(): readonly string[] {
    const of = numberIn(this.envelope, ['total_items', 'totalElements', 'total']) ?? 0;
    return [
      ...(this.missing === undefined || this.complete() ? [] : [`${this.list.host} has no page ${this.missing}, though it said that there is one. So nothing is taken as withdrawn this time.`]),
      ...(this.complete() || this.missing !== undefined ? [] : [`${this.list.host} says that it has ${of} services, and gave ${this.total()}. So nothing is taken as withdrawn this time.`]),
      ...(this.repeated === 0 ? [] : [`${this.repeated} services came on two pages; each is kept once.`]),
      ...(this.withoutDetails === 0 ? [] : [`${this.withoutDetails} services could not be read in full, only what the list says of them.`]),
    ];
  }
}

async function pageIn(pieces: AsyncIterable<string>, type: string, url: URL): Promise<Page> {
  const rows: unknown[] = [];
  const splitter = new RecordSplitter((text) => rows.push(parsed(text)));
  for await (const piece of pieces) {
    splitter.push(piece);
    if (splitter.problem !== undefined) throw new SourceStopped(`${url.host} gives no list of services at ${url.pathname}${/html/i.test(type) ? ', but a web page' : ''}. ${splitter.problem} Check the address with whoever runs the directory.`);
  }
  if (!splitter.end()) throw new Error('broke off');
  return { rows, envelope: splitter.envelopes[0] ?? {} };
}

const isFirst = (envelope: Envelope): boolean | undefined => flagIn(envelope, ['first_page', 'first']);

function flagIn(envelope: Envelope, names: readonly string[]): boolean | undefined {
  const value = names.map((name) => envelope[name]).find((each) => each !== undefined && each !== null);
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

function numberIn(envelope: Envelope, names: readonly string[]): number | undefined {
  const value = names.map((name) => envelope[name]).find((each) => each !== undefined && each !== null);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
