/** What people were told, held against what the file holds after the bot was killed. */
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { loadDesk } from '../../src/app/caseDesk';
import { headOf } from '../../src/app/headOf';
import type { CaseStore, Parts } from '../../src/app/ports';
import { loadContent } from '../../src/content/load';
import { loadActivities } from '../../src/content/loadActivities';
import type { CaseEvent } from '../../src/domain/case/event';
import { byTheBot } from '../../src/domain/case/owed';
import { memoryStore } from '../../src/store/memoryStore';
import { openSqliteStore } from '../../src/store/sqliteStore';
import { Rooms } from '../support/rooms';
import type { Acknowledged } from './linkWorker';

export type Agreed = { readonly caseId: string; readonly version: number; readonly by: string; readonly verb: string };

export class WhatIsKept {
  /** Each event as it was last seen. */
  private readonly seen = new Map<string, readonly string[]>();
  private copies = 0;

  constructor(
    private readonly file: string,
    private readonly worker: string,
  ) {}

  /** Looks at a copy, so that the bot itself has to find its way back into the file that the kill left behind. */
  async check(acknowledged: readonly Acknowledged[], agreed: readonly Agreed[], everything = false): Promise<readonly string[]> {
    const copy = copyOf(this.file, (this.copies += 1));
    const { cases } = openSqliteStore(copy);
    try {
      const ids = new Set(everything ? await idsOf(cases) : [...acknowledged, ...agreed].map(({ caseId }) => caseId));
      const problems: string[] = [];
      for (const caseId of ids) {
        const events = await cases.load(caseId).catch((error: unknown) => String(error));
        if (typeof events === 'string') {
          problems.push(`Half: ${events}`);
          continue;
        }
        problems.push(...this.sameAsBefore(caseId, events), ...wholeCase(caseId, events), ...(await rightHead(cases, caseId, events)));
        for (const one of acknowledged) if (one.caseId === caseId) problems.push(...isThere(one, events));
        for (const one of agreed) if (one.caseId === caseId) problems.push(...isDecided(one, events));
      }
      return problems;
    } finally {
      await cases.close();
      for (const part of parts) rmSync(`${copy}${part}`, { force: true });
    }
  }

  get casesSeen(): number {
    return this.seen.size;
  }

  private sameAsBefore(caseId: string, events: readonly CaseEvent[]): string[] {
    const now = events.map((event) => JSON.stringify(event));
    const then = this.seen.get(caseId) ?? [];
    this.seen.set(caseId, now);
    const changed = then.findIndex((event, index) => now[index] !== event);
    return changed < 0 ? [] : [`${this.worker}: event ${changed + 1} of ${caseId} is not what it was.`];
  }
}

const parts = ['', '-wal', '-shm'];

/** Each under a name of its own: whoever still holds an older copy would meet the log of the next. */
function copyOf(file: string, count: number): string {
  const copy = `${file}.copy${count}`;
  for (const part of ['', '-wal']) if (existsSync(`${file}${part}`)) copyFileSync(`${file}${part}`, `${copy}${part}`);
  return copy;
}

async function idsOf(cases: CaseStore): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { caseId } of cases.all()) ids.push(caseId);
  return ids;
}

/** What was acknowledged stands where the card that came back said, whole and in the words that were typed. */
function isThere({ caseId, before, after, verb, press, words, card }: Acknowledged, events: readonly CaseEvent[]): string[] {
  const what = `${verb} on ${caseId} at revision ${before}`;
  if (events.length < after) return [`Lost: ${what}. The card showed revision ${after}, the file has ${events.length}.`];
  const since = events.slice(before, after);
  const byPeople = since.filter(({ by }) => by !== byTheBot);
  const problems = byPeople.length > 0 && press !== undefined && writes(verb) && !byPeople.some((event) => event.press === press) ? [`Lost: ${what}. Other events stand where it should be.`] : [];
  for (const text of words) if (!JSON.stringify(since).includes(text) && !card.includes(text)) problems.push(`Lost: words of ${what}: ${text}`);
  return problems;
}

/** Leads somewhere without writing down by which press; the words that were left in a box are looked for all the same. */
const writes = (verb: string): boolean => !['show', 'next', 'back'].includes(verb);

function isDecided({ caseId, version, by, verb }: Agreed, events: readonly CaseEvent[]): string[] {
  const decisions = events.filter((event) => event.type === 'PlanAgreed' || event.type === 'ChangeAsked').filter((event) => event.version === version && event.by === by);
  return decisions.length === 1 ? [] : [`${decisions.length} decisions instead of one: ${verb} on ${caseId}, version ${version}.`];
}

/** One press is one act, and one plan is submitted once. */
function wholeCase(caseId: string, events: readonly CaseEvent[]): string[] {
  const problems: string[] = [];
  const presses = events.map(({ press }) => press);
  presses.forEach((press, index) => {
    if (press !== undefined && presses.indexOf(press) < index && presses[index - 1] !== press) problems.push(`Twice: ${press} on ${caseId}.`);
  });
  const submitted = events.filter((event) => event.type === 'PlanSubmitted');
  if (new Set(submitted.map(({ press }) => press)).size < submitted.length) problems.push(`Twice: a plan of ${caseId} was submitted twice by one press.`);
  if (events[0] !== undefined && events[0].type !== 'CaseOpened') problems.push(`Half: ${caseId} begins with ${events[0].type}.`);
  return problems;
}

const catalogue = loadActivities();

/** The head says of the case what the case says of itself. */
async function rightHead(cases: CaseStore, caseId: string, events: readonly CaseEvent[]): Promise<string[]> {
  const [first] = events;
  if (!first) return [];
  const stored = (await cases.headsOf(first.by)).filter((head) => head.caseId === caseId);
  const looks: Parts = { cases, leases: memoryStore().leases, messenger: new Rooms({}), safetyPlaces: memoryStore().places, audit: memoryStore().audit, organisation: memoryStore().organisation, learnt: memoryStore().learnt, content: loadContent, catalogue: () => catalogue, settings: { supervisors: [], administrators: [], selfReview: false } };
  const desk = await loadDesk(looks, caseId, events.at(-1)!.at);
  const right = desk && headOf(desk.reading);
  return JSON.stringify(stored) === JSON.stringify([right]) ? [] : [`Half: the head of ${caseId} is ${JSON.stringify(stored)} and should be ${JSON.stringify(right)}.`];
}
