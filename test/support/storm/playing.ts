import { loadDesk } from '../../../src/app/caseDesk';
import { deliverAllDue, deliverDue } from '../../../src/app/deliverDue';
import { handleTurn } from '../../../src/app/handleTurn';
import type { CaseStore, Leases, Parts } from '../../../src/app/ports';
import { loadActivities } from '../../../src/content/loadActivities';
import { loadContent } from '../../../src/content/load';
import type { AdaptiveCard } from '../../../src/cards/registry';
import type { CaseReading } from '../../../src/domain/analysis/caseReading';
import { memoryAudit, memoryPlaceStore } from '../../../src/store/memoryStore';
import { memoryLearnt } from '../../../src/store/memoryLearnt';
import { memoryOrganisation } from '../../../src/store/memoryOrganisation';
import { Rooms } from '../rooms';
import { planReview, sam, wren } from '../talk';
import type { Act, Beat, Seen } from './acts';
import type { Chance } from './chance';
import { Broken } from './roughStore';

export type Stored = { readonly cases: CaseStore; readonly leases: Leases };

export type Sent = { readonly act: Act; readonly seen: Seen | undefined; readonly message: string };

const today = '2026-11-02';
const began = Date.parse(`${today}T09:00:00.000Z`);
const mostTries = 30;
const mostRounds = 30;

/** One or several instances of the product, each with its own way to the store, and one platform for all of them. */
export class Scene {
  readonly safetyPlaces = memoryPlaceStore();
  readonly audit = memoryAudit();
  readonly organisation = memoryOrganisation();
  readonly learnt = memoryLearnt();
  readonly rooms = new Rooms({ review: { place: planReview, people: [wren.id, sam.id] } });
  readonly parts: readonly Parts[];
  /** What the cards of each beat carried. */
  private readonly revs: number[] = [];
  private moment = began;
  /** Every card that came as an answer to the worker. */
  readonly shown: AdaptiveCard[] = [];
  turns = 0;
  /** Turns whose answer never arrived. */
  lost = 0;

  constructor(
    stores: readonly Stored[],
    private readonly chance: Chance,
  ) {
    const catalogue = loadActivities();
    this.parts = stores.map((stored) => ({ ...stored, messenger: this.rooms, safetyPlaces: this.safetyPlaces, audit: this.audit, organisation: this.organisation, learnt: this.learnt, content: loadContent, catalogue: () => catalogue, settings: { supervisors: [], administrators: [], selfReview: false } }));
  }

  private readonly now = (): string => new Date(this.moment).toISOString();

  async reading(): Promise<CaseReading | undefined> {
    return (await loadDesk(this.parts[0]!, 'case-storm', today))?.reading;
  }

  /** What is on the screen now. */
  async look(): Promise<Seen | undefined> {
    const reading = await this.reading();
    this.revs.push(reading?.state.rev ?? 0);
    return reading && { reading, revAt: (beat) => this.revs[beat]! };
  }

  /** Sends until an answer arrives, as somebody does who sees that it did not work, or as the platform does by itself. */
  async send({ act: { by, where, intent, countsAnew }, seen, message }: Sent): Promise<void> {
    for (let tries = 0; tries < mostTries; tries++) {
      const parts = this.chance.pick(this.parts);
      this.turns += 1;
      this.moment += 1;
      try {
        const { owes, shown } = await handleTurn(parts)({ at: this.now(), by, where, intent: intent(seen), freshId: `fresh-${this.turns}`, message: countsAnew || this.chance.happens(0.5) ? message : `again-${this.turns}` });
        if (by.id === wren.id) this.shown.push(shown.card);
        if (owes !== undefined) await deliverDue(parts)(owes, this.now);
        return;
      } catch (error) {
        if (!(error instanceof Broken)) throw error;
        this.lost += 1;
      }
    }
    throw new Error('No answer ever arrived');
  }

  /** Time passes until nothing is owed any more. */
  async settle(): Promise<void> {
    for (let round = 0; round < mostRounds; round++) {
      if ((await this.parts[0]!.cases.headsThatOwe()).length === 0) return;
      this.moment += 120_000;
      await Promise.allSettled(this.parts.map((parts) => deliverAllDue(parts)(this.now)));
    }
    throw new Error('Something stayed owed');
  }
}

/** One thing after another, each once. */
export async function playCalmly(scene: Scene, beat: Beat): Promise<void> {
  const seen = await scene.look();
  for (const [index, act] of beat.entries()) await scene.send({ act, seen, message: `message-${scene.turns}-${index}` });
  await scene.settle();
}

const mostCopies = 3;

/** Everything at once, several times, in any order and by way of any instance; some of it again much later. */
export class Storm {
  private late: Sent[] = [];
  private beats = 0;

  constructor(
    private readonly scene: Scene,
    private readonly chance: Chance,
  ) {}

  async play(beat: Beat): Promise<void> {
    const { scene, chance } = this;
    this.beats += 1;
    const seen = await scene.look();
    const meant = beat.map((act, index): Sent => ({ act, seen, message: `message-${this.beats}-${index}` }));
    const copies = meant.flatMap((sent) => Array.from({ length: chance.below(mostCopies + 1) }, () => sent));
    const [now, later] = [copies.filter(() => chance.happens(0.7)), copies.filter(() => chance.happens(0.4))];
    const arriving = this.late.filter(() => chance.happens(0.4));
    this.late = [...this.late.filter((sent) => !arriving.includes(sent)), ...later];
    await Promise.all(chance.shuffled([...meant, ...now, ...arriving]).map((sent) => scene.send(sent)));
    await scene.settle();
  }

  /** What is still on its way arrives. */
  async end(): Promise<void> {
    await Promise.all(this.late.map((sent) => this.scene.send(sent)));
    await this.scene.settle();
  }
}
