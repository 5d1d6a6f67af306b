import path from 'node:path';
import { Worker } from 'node:worker_threads';

export type ToDraw = { readonly id: number; readonly svg: string };
/** Without `url` the drawing could not be drawn. */
export type Drawn = { readonly id: number; readonly url?: string };
/** Resolves with the address of a PNG; rejects when there is none to be had. */
export type Rasterise = (svg: string) => Promise<string>;

type Waiting = { readonly resolve: (url: string) => void; readonly reject: (error: Error) => void };

/** One worker, begun with the first picture and begun anew when it ends. It does not keep the process alive. */
export class Rasteriser {
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private last = 0;

  constructor(private readonly begin: () => Worker = () => new Worker(path.join(__dirname, 'rasterWorker.js'))) {}

  readonly rasterise: Rasterise = (svg) =>
    new Promise((resolve, reject) => {
      const id = ++this.last;
      this.waiting.set(id, { resolve, reject });
      this.running().postMessage({ id, svg } satisfies ToDraw);
    });

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = this.begin();
    worker.unref();
    worker.on('message', ({ id, url }: Drawn) => this.settle(id, (one) => (url === undefined ? one.reject(new Error('A picture could not be drawn')) : one.resolve(url))));
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      this.worker = undefined;
      for (const id of [...this.waiting.keys()]) this.settle(id, (one) => one.reject(new Error('The worker that draws pictures ended')));
    });
    return (this.worker = worker);
  }

  private settle(id: number, how: (waiting: Waiting) => void): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (waiting) how(waiting);
  }
}
