/** One bot on one file, with people who go on working while it is killed and started, again and again. */
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openSqliteStore } from '../../src/store/sqliteStore';
import { FakeConnector } from '../support/fakeConnector';
import { team, tenantId } from '../support/teamsRoom';
import { startTypeScript } from '../support/typeScriptProcess';
import { Bot, type Answer, type BotSettings } from './bot';
import { Dice } from './dice';
import { LinkWorker, type Activity } from './linkWorker';
import { Supervisor } from './supervisor';
import { WhatIsKept } from './whatIsKept';
import { whatReadersSee } from './whatReadersSee';

export type LaneSettings = {
  readonly name: string;
  readonly folder: string;
  readonly seed: number;
  readonly workers: number;
  readonly main: BotSettings['main'];
  /** Whether the bot is to be killed once more. */
  readonly mayKill: () => boolean;
  readonly onKill: () => void;
};
export type LaneTold = { readonly problems: readonly string[]; readonly underWay: number; readonly starting: number; readonly presses: number; readonly again: number; readonly decisions: number; readonly cases: number; readonly plans: number; readonly copies: number };

const place = '19:plan-review@thread.tacv2';
const firstDay = Date.parse('2026-11-02T08:00:00.000Z');
/** Longer than a delivery may hold a case, so that each start finds every lease at its end. */
const betweenLivesMs = 6 * 60_000;
const mostPressesAlive = 60;
const mostMsAlive = 3_000;
const mostEnds = 8;

export class Lane {
  private readonly connector = new FakeConnector();
  private readonly dice: Dice;
  private readonly file: string;
  private readonly workers: readonly LinkWorker[];
  private readonly supervisor: Supervisor;
  private readonly kept: WhatIsKept;
  private readonly problems: string[] = [];
  private readonly counts = { underWay: 0, starting: 0 };
  private bot!: Bot;
  private lives = 0;
  private calls = 0;
  private startMs = 1_000;

  constructor(private readonly settings: LaneSettings) {
    const { name, folder, seed } = settings;
    this.dice = new Dice(seed);
    this.file = path.join(folder, `${name}.db`);
    this.kept = new WhatIsKept(this.file, name);
    this.workers = Array.from({ length: settings.workers }, (_, index) => {
      const worker = `${name}-worker-${index}`;
      return new LinkWorker(worker, new Dice(seed + index + 1), (extra) => this.call(worker, chatOf(worker), extra));
    });
    this.supervisor = new Supervisor(`${name}-sam`, new Dice(seed + 100), this.connector, place, (extra, { conversation }) => this.call(`${name}-sam`, inChannel(conversation), extra));
  }

  async run(): Promise<LaneTold> {
    await this.connector.start();
    try {
      await this.begin();
      while (this.settings.mayKill() && this.problems.length === 0) await this.live();
      const seen = await this.end();
      return this.tell(seen.plans, seen.copies);
    } finally {
      if (this.bot && !this.bot.isGone) await this.bot.kill();
      await this.connector.stop();
      if (this.problems.length === 0) for (const part of ['', '-wal', '-shm']) rmSync(`${this.file}${part}`, { force: true });
    }
  }

  /** The bot is added to the team and to each chat, and has written that down. */
  private async begin(): Promise<void> {
    const everybody = [...this.workers.map(({ name }) => name), this.supervisor.id];
    this.connector.channels.set(team.id, [{ id: place, name: 'Plan review' }]);
    this.connector.members.set(place, everybody.flatMap((id) => [id, `29:${id}`]));
    await this.start();
    await this.bot.send(this.call(this.supervisor.id, inChannel(team.id), { type: 'installationUpdate', action: 'add' }));
    for (const { name } of this.workers) await this.bot.send(this.call(name, chatOf(name), { type: 'installationUpdate', action: 'add' }));
    // That somebody agreed to who can read it changes the cards of all others, who pressed nothing; here it was before.
    const agrees = startTypeScript(path.join(__dirname, 'agreedBefore.ts'), [this.file, place, String(this.workers.length + 1), this.supervisor.id, new Date(firstDay).toISOString()]);
    const [code] = await once(agrees, 'exit');
    if (code !== 0) throw new Error(`The channel could not be agreed to (${String(code)}).`);
  }

  private async start(): Promise<void> {
    const began = performance.now();
    this.bot = this.make();
    await this.bot.listens;
    this.startMs = performance.now() - began;
  }

  private make(): Bot {
    this.lives += 1;
    return new Bot({ file: this.file, main: this.settings.main, clock: new Date(firstDay + this.lives * betweenLivesMs).toISOString() });
  }

  /** From one kill to the next, and what the file holds then. */
  private async live(): Promise<void> {
    const talking = this.talk();
    await this.moment();
    await this.bot.kill();
    const brokenOff = await talking;
    this.settings.onKill();
    this.counts.underWay += brokenOff > 0 ? 1 : 0;
    await this.look();
    while (this.dice.isLucky(0.12) && this.settings.mayKill()) await this.killWhileStarting();
    await this.start();
    await this.pressAgain();
  }

  private async killWhileStarting(): Promise<void> {
    this.bot = this.make();
    await pause(this.dice.below(this.startMs * 1.1));
    await this.bot.kill().catch((error: unknown) => this.problems.push(String(error)));
    this.counts.starting += 1;
    this.settings.onKill();
    await this.look();
  }

  /** After some presses, however long they take here; often at any moment of the next one, sometimes just when a plan is posted or decided on. */
  private async moment(): Promise<void> {
    const end = performance.now() + mostMsAlive;
    const presses = this.presses + this.dice.below(mostPressesAlive);
    const waitsForAPlan = this.dice.isLucky(0.3);
    const isTime = () => (waitsForAPlan ? this.workers.some(({ isPosting }) => isPosting) || this.supervisor.isDeciding : this.presses >= presses);
    while (performance.now() < end && !isTime()) await pause(1);
    await pause(this.dice.below(40));
  }

  private get presses(): number {
    return this.workers.reduce((all, { told }) => all + told.presses, 0);
  }

  /** Returns how many presses were under way when the bot was killed. */
  private async talk(): Promise<number> {
    const ends = await Promise.all([...this.workers.map((worker) => this.press(() => worker.next(), (answer) => worker.take(answer))), this.press(() => this.supervisor.next(), (answer) => this.supervisor.take(answer))]);
    return ends.filter((brokeOff) => brokeOff).length;
  }

  /** One after the other until the bot is gone; true when the last one was not answered. */
  private async press(next: () => Activity | undefined, take: (answer: Answer) => void): Promise<boolean> {
    const { bot } = this;
    while (!bot.isGone) {
      const activity = next();
      if (activity === undefined) {
        await pause(10);
        continue;
      }
      const answer = await bot.send(activity);
      if (answer === undefined) return true;
      take(answer);
    }
    return false;
  }

  private async pressAgain(): Promise<void> {
    for (const worker of this.workers) {
      const again = this.dice.isLucky(0.5) ? worker.lastAgain() : undefined;
      const answer = again && (await this.bot.send(again));
      if (answer) worker.takeAgain(answer);
    }
  }

  private async look(everything = false): Promise<void> {
    const acknowledged = this.workers.flatMap((worker) => worker.acknowledged.splice(0));
    this.problems.push(...(await this.kept.check(acknowledged, this.supervisor.acknowledged.splice(0), everything)));
    this.problems.push(...[...this.workers, this.supervisor].flatMap(({ problems }) => problems.splice(0)));
    this.connector.received.length = 0;
  }

  /** Everybody gets the answer that they still wait for; then what is owed goes out, over as many starts as it takes. */
  private async end(): Promise<{ readonly plans: number; readonly copies: number }> {
    for (const worker of this.workers) {
      const answer = await this.bot.send(worker.next());
      if (answer) worker.take(answer);
    }
    await this.bot.kill();
    await this.look(true);
    for (let ends = 0; ends < mostEnds && (await this.owed()) > 0; ends++) {
      await this.start();
      for (let looks = 0; looks < 40 && (await this.owed()) > 0; looks++) await pause(50);
      await this.bot.kill();
    }
    const { cases } = openSqliteStore(this.file);
    const seen = await whatReadersSee(cases, this.connector, place, (worker) => `a:${worker}`);
    await cases.close();
    this.problems.push(...seen.problems);
    return seen;
  }

  private async owed(): Promise<number> {
    const { cases } = openSqliteStore(this.file);
    const { length } = await cases.headsThatOwe();
    await cases.close();
    return length;
  }

  private call(who: string, chat: Activity, extra: object): Activity {
    this.calls += 1;
    const from = { id: `29:${who}`, aadObjectId: who, name: who };
    return { id: `${this.settings.name}-${this.calls}`, channelId: 'msteams', serviceUrl: this.connector.url, timestamp: new Date(firstDay).toISOString(), recipient: { id: '28:bot', name: 'Threefold' }, from, ...chat, ...extra };
  }

  private tell(plans: number, copies: number): LaneTold {
    const sum = (what: keyof LinkWorker['told']) => this.workers.reduce((all, { told }) => all + told[what], 0);
    return { problems: this.problems, ...this.counts, presses: sum('presses'), again: sum('again'), decisions: this.supervisor.told.decisions, cases: this.kept.casesSeen, plans, copies };
  }
}

const chatOf = (worker: string): Activity => ({ conversation: { id: `a:${worker}`, conversationType: 'personal', tenantId }, channelData: { tenant: { id: tenantId } } });
const inChannel = (id: string): Activity => ({ conversation: { id, conversationType: 'channel', isGroup: true, tenantId }, channelData: { tenant: { id: tenantId }, team, channel: { id: place } } });
