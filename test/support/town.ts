/** Cases that owe something, a platform that answers as the test says, and stores that two instances share. */
import { deliverAllDue } from '../../src/app/deliverDue';
import { headOf } from '../../src/app/headOf';
import type { Leases, Messenger, Parts, Sent } from '../../src/app/ports';
import type { Place, Shown } from '../../src/app/turn';
import { readCardText } from '../../src/console/cardText';
import { loadActivities } from '../../src/content/loadActivities';
import { loadContent } from '../../src/content/load';
import type { CaseEvent } from '../../src/domain/case/event';
import { memoryStore } from '../../src/store/memoryStore';
import { alone, answered, now as start, opened, readingOf, submittedOf } from './givenCase';

export const told: readonly CaseEvent[] = [opened, alone, answered('OC7', [], 'Having my hands in the soil again')];
export const submitted = submittedOf(told);
export const waiting = [...told, submitted];
export const agreed: CaseEvent = { type: 'PlanAgreed', ...start, by: 'sam', version: 1, reviewer: 'Sam Okafor' };
export const posted: Extract<CaseEvent, { type: 'PlanPosted' }> = { type: 'PlanPosted', ...start, version: 1, message: 'm0' };
const catalogue = loadActivities();

type Call = { readonly to: string; readonly at: string; readonly says: string };

export class Town {
  readonly store = memoryStore();
  readonly calls: Call[] = [];
  at = start.at;
  answer: (to: string) => Sent | Promise<Sent> = () => ({ kind: 'sent', message: `m${this.calls.length}` });
  readonly now = (): string => this.at;

  instance(leases: Leases = this.store.leases): Parts {
    const send = async (to: string, shown: Shown): Promise<Sent> => {
      this.calls.push({ to, at: this.at, says: readCardText(shown.card).lines.join('\n') });
      return this.answer(to);
    };
    const messenger: Messenger = {
      placesOf: async () => [],
      isIn: async () => false,
      post: (place: Place, shown: Shown) => send(`post ${place.id}`, shown),
      update: (_place: Place, message: string, shown: Shown) => send(`update ${message}`, shown),
      tell: (person: string, shown: Shown) => send(`tell ${person}`, shown),
    };
    return { cases: this.store.cases, leases, messenger, safetyPlaces: this.store.places, audit: this.store.audit, organisation: this.store.organisation, learnt: this.store.learnt, content: loadContent, catalogue: () => catalogue, settings: { supervisors: [], administrators: [], selfReview: false } };
  }

  async has(caseId: string, events: readonly CaseEvent[]): Promise<void> {
    await this.store.cases.append(caseId, 0, events, { ...headOf(readingOf(events)), caseId });
  }

  async happens(caseId: string, event: CaseEvent): Promise<void> {
    const events = [...(await this.store.cases.load(caseId)), event];
    await this.store.cases.append(caseId, events.length - 1, [event], { ...headOf(readingOf(events)), caseId });
  }

  later(seconds: number): void {
    this.at = new Date(Date.parse(this.at) + seconds * 1000).toISOString();
  }

  /** Half a minute after half a minute, as the clock of an instance does it. */
  async goesOn(minutes: number, parts = this.instance()): Promise<void> {
    for (let round = 0; round < minutes * 2; round++) {
      this.later(30);
      await deliverAllDue(parts)(this.now);
    }
  }

  async events(caseId: string): Promise<string[]> {
    return (await this.store.cases.load(caseId)).slice(waiting.length).map(({ type }) => type);
  }

  gaps(to: string): number[] {
    const times = this.calls.filter((call) => call.to === to).map(({ at }) => Date.parse(at) / 1000);
    return times.slice(1).map((time, index) => time - times[index]!);
  }
}

export const failed = (more: Partial<Extract<Sent, { kind: 'failed' }>> = {}): Sent => ({ kind: 'failed', reason: 'Teams did not answer', final: false, ...more });
export const held = () => {
  let end: (sent: Sent) => void = () => undefined;
  return { answer: new Promise<Sent>((resolve) => (end = resolve)), end: (sent: Sent) => end(sent) };
};
export const settled = async () => {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
};
