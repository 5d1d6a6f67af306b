/**
 * JSON that arrives in pieces, parted into its records, so that a directory of any size is never in memory as a whole.
 *
 * Understood are a bare list, an object that holds the list (a page), one service alone, and several of these one after
 * the other. What a page says beside its list is kept as its envelope.
 */
export type Envelope = Readonly<Record<string, unknown>>;

/** Under these names a page keeps its services; everything else in it is about the page. */
const listNames = new Set(['contents', 'content', 'services', 'service', 'results', 'records', 'items', 'data', 'value']);
/** A record that is longer is no service but a broken file. */
const LONGEST_RECORD = 5_000_000;

export class RecordSplitter {
  readonly envelopes: Envelope[] = [];
  /** Set once when what came is not JSON at all. */
  problem: string | undefined;
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** The text of the record, or of the page around its list, since it began. */
  private parts: string[] = [];
  private length = 0;
  private around: string[] = [];
  /** The depth at which records stand, once that is known. */
  private recordDepth: number | undefined;
  private lastString = '';
  private key = '';
  private listsSeen = 0;

  constructor(private readonly take: (text: string) => void) {}

  push(chunk: string): void {
    let start = 0;
    for (let at = 0; at < chunk.length && this.problem === undefined; at += 1) {
      if (this.inString) {
        at = this.throughString(chunk, at);
        continue;
      }
      const cut = this.step(chunk, at, start);
      if (cut !== undefined) start = cut;
    }
    if (start < chunk.length) this.keep(chunk.slice(start));
  }

  /** True when everything that was begun was also ended. */
  end(): boolean {
    return this.problem === undefined && this.depth === 0 && !this.inString && this.parts.join('').trim() === '';
  }

  /** Returns the last place that belongs to the string, or the end of the piece. */
  private throughString(chunk: string, from: number): number {
    for (let at = from; at < chunk.length; at += 1) {
      if (this.escaped) this.escaped = false;
      else if (chunk[at] === '\\') this.escaped = true;
      else if (chunk[at] === '"') {
        this.inString = false;
        if (this.depth === 1 && this.recordDepth === undefined) this.lastString = (this.lastString + chunk.slice(from, at)).slice(-60);
        return at;
      }
    }
    if (this.depth === 1 && this.recordDepth === undefined) this.lastString = (this.lastString + chunk.slice(from)).slice(-60);
    return chunk.length;
  }

  /** Returns where what is kept goes on, when something ended or began here. */
  private step(chunk: string, at: number, start: number): number | undefined {
    const letter = chunk[at];
    if (letter === '"') {
      this.inString = true;
      this.lastString = '';
      return undefined;
    }
    if (letter === ':' && this.depth === 1) this.key = this.lastString;
    else if (letter === ',' && this.depth === this.recordDepth) return this.endRecord(chunk.slice(start, at), at + 1);
    else if (letter === '{' || letter === '[') return this.open(chunk, at, start, letter);
    else if (letter === '}' || letter === ']') return this.close(chunk, at, start, letter);
    else if (this.depth === 0 && letter !== undefined && !/[\s,\uFEFF]/.test(letter)) this.problem = 'It is not JSON.';
    return undefined;
  }

  private open(chunk: string, at: number, start: number, letter: '{' | '['): number | undefined {
    this.depth += 1;
    if (this.recordDepth !== undefined) return undefined;
    if (this.depth === 1) {
      if (letter === '[') this.recordDepth = 1;
      this.parts = [];
      this.length = 0;
      return letter === '[' ? at + 1 : at;
    }
    // A service has lists too, but none of these names.
    if (this.depth !== 2 || letter !== '[' || !listNames.has(this.key)) return undefined;
    this.keep(chunk.slice(start, at));
    this.around = [...this.around, ...this.parts, '[]'];
    this.parts = [];
    this.length = 0;
    this.recordDepth = 2;
    this.listsSeen += 1;
    return at + 1;
  }

  private close(chunk: string, at: number, start: number, letter: '}' | ']'): number | undefined {
    this.depth -= 1;
    if (this.depth < 0) {
      this.problem = 'It is not JSON: something is closed that was never opened.';
      return undefined;
    }
    if (this.recordDepth !== undefined && letter === ']' && this.depth === this.recordDepth - 1) {
      this.endRecord(chunk.slice(start, at), at + 1);
      this.recordDepth = undefined;
      return at + 1;
    }
    return this.depth === 0 && letter === '}' ? this.endObject(chunk.slice(start, at + 1), at + 1) : undefined;
  }

  private endRecord(rest: string, next: number): number {
    this.keep(rest);
    const text = this.parts.join('');
    this.parts = [];
    this.length = 0;
    if (text.trim() !== '') this.take(text);
    return next;
  }

  /** The end of a page, or of a service that stands alone. */
  private endObject(rest: string, next: number): number {
    if (this.listsSeen === 0) return this.endRecord(rest, next);
    this.keep(rest);
    try {
      const envelope: unknown = JSON.parse([...this.around, ...this.parts].join(''));
      if (typeof envelope === 'object' && envelope !== null) this.envelopes.push({ ...envelope });
    } catch {
      this.problem = 'What stands around its list of services is not JSON.';
    }
    [this.parts, this.around, this.length, this.listsSeen] = [[], [], 0, 0];
    return next;
  }

  private keep(text: string): void {
    if (text === '' || (this.depth === 0 && text.trim() === '')) return;
    this.parts.push(text);
    this.length += text.length;
    if (this.length > LONGEST_RECORD) this.problem = `One record is longer than ${LONGEST_RECORD / 1_000_000} million characters.`;
  }
}
