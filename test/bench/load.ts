/** Many link workers at one bot: as fast as it answers, or so many presses a second whatever it does. */
import { setImmediate as nextRound, setTimeout as pause } from 'node:timers/promises';
import { KeptConnection } from './keptConnection';
import { LinkWorker, type Manner } from './linkWorker';

export type Load = {
  readonly port: number;
  readonly manner: Manner;
  readonly authorization?: string;
  readonly workers: number;
  /** The first worker's number: each run has link workers of its own. */
  readonly firstWorker: number;
  readonly warmUpSeconds: number;
  /** Ends after so many seconds, or after so many turns where that comes first. */
  readonly seconds: number;
  readonly turns?: number;
  /** Presses a second, each at its own time; without it everybody presses as soon as the card is there. */
  readonly perSecond?: number;
};

export type Loaded = {
  readonly turns: number;
  /** With those of the warm-up. */
  readonly turnsInAll: number;
  readonly seconds: number;
  /** Milliseconds of each turn of the measured part, unsorted. */
  readonly latencies: readonly number[];
  readonly problems: readonly string[];
  readonly cases: number;
  readonly longest: number;
  readonly bytes: number;
};

type Seat = { readonly worker: LinkWorker; readonly connection: KeptConnection };

export class LoadRun {
  private readonly seats: Seat[] = [];
  private readonly latencies: number[] = [];
  private readonly problems: string[] = [];
  private turns = 0;
  private bytes = 0;
  private from = 0;
  private until = 0;

  constructor(private readonly load: Load) {}

  async run(): Promise<Loaded> {
    const { load } = this;
    this.from = performance.now() + load.warmUpSeconds * 1000;
    this.until = this.from + load.seconds * 1000;
    for (let index = 0; index < load.workers; index++) this.sitDown();
    if (load.perSecond === undefined) await Promise.all(this.seats.map((seat) => this.keepPressing(seat)));
    else await this.pressAtTimes(load.perSecond);
    const seconds = (Math.min(performance.now(), this.until) - this.from) / 1000;
    for (const { connection } of this.seats) connection.close();
    const told = this.seats.map(({ worker }) => worker.told);
    return { turns: this.turns, turnsInAll: told.reduce((sum, { presses }) => sum + presses, 0), seconds, latencies: this.latencies, problems: this.problems, bytes: this.bytes, cases: told.reduce((sum, { cases }) => sum + cases, 0), longest: Math.max(...told.map(({ longest }) => longest)) };
  }

  private sitDown(): Seat {
    const { port, manner, authorization, firstWorker } = this.load;
    const seat = { worker: new LinkWorker(firstWorker + this.seats.length, manner), connection: new KeptConnection(port, authorization) };
    this.seats.push(seat);
    return seat;
  }

  private async keepPressing(seat: Seat): Promise<void> {
    while (this.goesOn()) await this.pressOnce(seat, performance.now());
  }

  private goesOn(): boolean {
    return performance.now() < this.until && this.problems.length < 20 && (this.load.turns === undefined || this.turns < this.load.turns);
  }

  /** `due` is when the press was meant to be made: waiting for a free bot counts. */
  private async pressOnce({ worker, connection }: Seat, due: number): Promise<void> {
    try {
      const { status, body } = await connection.post(worker.body());
      const now = performance.now();
      const problem = worker.take(status, body);
      if (problem !== undefined) this.problems.push(problem);
      if (due < this.from || now > this.until) return;
      this.turns += 1;
      this.bytes += body.length;
      this.latencies.push(now - due);
    } catch (error) {
      this.problems.push(error instanceof Error ? error.message : String(error));
    }
  }

  /** Presses come as those of people do who know nothing of each other. */
  private async pressAtTimes(perSecond: number): Promise<void> {
    const idle = [...this.seats];
    const working = new Set<Promise<void>>();
    const random = evenly(20_261_121);
    for (let due = performance.now(); this.goesOn(); due += (-Math.log(1 - random()) * 1000) / perSecond) {
      for (let left = due - performance.now(); left > 0; left = due - performance.now()) await (left > 2 ? pause(left - 1.5) : nextRound());
      const seat = idle.shift() ?? this.sitDown();
      const work: Promise<void> = this.pressOnce(seat, due).then(() => {
        idle.push(seat);
        working.delete(work);
      });
      working.add(work);
    }
    await Promise.all(working);
  }
}

/** The same numbers between 0 and 1 in each run (mulberry32). */
function evenly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
