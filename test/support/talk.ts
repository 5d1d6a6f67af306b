import { deliverAllDue, deliverDue } from '../../src/app/deliverDue';
import { handleTurn } from '../../src/app/handleTurn';
import { loadDesk } from '../../src/app/caseDesk';
import { partsInForce } from '../../src/app/inForce';
import type { CaseStore, Leases, Parts, SafetyPlaces } from '../../src/app/ports';
import type { Actor, Intent, Outcome, Where } from '../../src/app/turn';
import { asSubmit } from '../../src/cards/asSubmit';
import { readCardText, type CardText, type Pressable } from '../../src/console/cardText';
import type { CaseReading } from '../../src/domain/analysis/caseReading';
import { loadActivities } from '../../src/content/loadActivities';
import { loadContent } from '../../src/content/load';
import { memoryAudit, memoryCaseStore, memoryLeases, memoryPlaceStore } from '../../src/store/memoryStore';
import { memoryLearnt } from '../../src/store/memoryLearnt';
import { memoryOrganisation } from '../../src/store/memoryOrganisation';
import { intentOf } from '../../src/teams/readTurn';
import { Rooms } from './rooms';

export const wren: Actor = { id: 'wren', name: 'Wren Alder' };
export const sam: Actor = { id: 'sam', name: 'Sam Okafor' };
export const jo: Actor = { id: 'jo', name: 'Jo Bell' };
export const planReview = { id: 'plan-review', name: 'Plan review', kind: 'channel' } as const;

export type Effort = { taps: number; cards: number; typed: number };

export type CardActionKind = 'execute' | 'submit';

/** Every story holds however its cards are drawn: `describe.each(bothWays)`. */
export const bothWays = [
  ['by Action.Execute', 'execute'],
  ['by Action.Submit', 'submit'],
] as const;
export const worldOf = (cardAction: CardActionKind): World => Object.assign(new World(), { cardAction });

/** The whole product but for the platform: a clock that only the story moves, stores in memory, rooms that can fail. */
export class World {
  readonly rooms = new Rooms({ review: { place: planReview, people: [wren.id, sam.id] } });
  readonly parts: Parts;
  readonly safetyPlaces: SafetyPlaces;
  readonly audit = memoryAudit();
  now = '2026-11-02T10:00:00.000Z';
  /** How the cards are drawn, as the setting CARD_ACTION says. */
  cardAction: CardActionKind = 'execute';
  private turns = 0;

  constructor(settings: Partial<Parts['settings']> = {}, cases: CaseStore = memoryCaseStore(), leases: Leases = memoryLeases(), safetyPlaces: SafetyPlaces = memoryPlaceStore()) {
    this.safetyPlaces = safetyPlaces;
    const catalogue = loadActivities();
    this.parts = { cases, leases, messenger: this.rooms, safetyPlaces: this.safetyPlaces, audit: this.audit, organisation: memoryOrganisation(), learnt: memoryLearnt(), content: loadContent, catalogue: () => catalogue, settings: { supervisors: [], administrators: [], selfReview: false, ...settings } };
  }

  later(days: number): void {
    this.now = new Date(Date.parse(this.now) + days * 86_400_000).toISOString();
  }

  /** `message` is the platform's id of what came in, where it matters that it came before. */
  async take(by: Actor, intent: Intent, where: Where, message?: string): Promise<Outcome> {
    this.turns += 1;
    const outcome = await handleTurn(this.parts)({ at: this.now, by, where, intent, freshId: `fresh-${this.turns}`, ...(message === undefined ? {} : { message }) });
    if (outcome.owes !== undefined) await deliverDue(this.parts)(outcome.owes, () => this.now);
    return outcome;
  }

  /** What another instance, or the clock, would do later. */
  async deliverAll(): Promise<number> {
    return deliverAllDue(this.parts)(() => this.now);
  }

  async caseOf(worker: Actor): Promise<CaseReading> {
    const heads = [...(await this.parts.cases.headsOf(worker.id))].sort((a, b) => b.activeAt.localeCompare(a.activeAt));
    const desk = await loadDesk(await partsInForce(this.parts), heads[0]!.caseId, this.now);
    return desk!.reading;
  }
}

/** Somebody at a screen: presses what the card shows by its words, fills its boxes by their labels, types into the chat. */
export class Talk {
  card!: CardText;
  json!: Outcome['shown']['card'];
  own: CardText[] = [];
  readonly effort: Effort = { taps: 0, cards: 0, typed: 0 };
  readonly seen: CardText[] = [];

  constructor(
    readonly world: World,
    readonly who: Actor = wren,
    readonly where: Where = { kind: 'personal', place: `chat-${who.id}` },
  ) {}

  get text(): string {
    return this.card.lines.join('\n');
  }

  async arrive(): Promise<this> {
    return this.take({ kind: 'arrived' });
  }

  /** One tap to send; the characters count. */
  async say(text: string): Promise<this> {
    this.effort.taps += 1;
    this.effort.typed += text.length;
    return this.take({ kind: 'said', text });
  }

  /** `fill` gives boxes by label: a text to type, or the titles to tick. Each tick and each box that is entered is a tap. */
  async press(title: string | RegExp, fill: Readonly<Record<string, string | readonly string[]>> = {}): Promise<this> {
    const data = this.filled(this.find(title), fill);
    this.effort.taps += 1;
    return this.sendBack(this.find(title), data);
  }

  has(title: string | RegExp): boolean {
    return this.seek(title) !== undefined;
  }

  /** The same press again: a double tap, a retry, an old card on another device. */
  async pressAgain(pressable: Pressable, data: Readonly<Record<string, unknown>> = pressable.data): Promise<this> {
    return this.sendBack(pressable, data);
  }

  find(title: string | RegExp): Pressable {
    const found = this.seek(title);
    if (!found) throw new Error(`Nothing to press reads ${String(title)} on:\n${this.text}\n${this.card.pressables.map((pressable) => `[${pressable.title}]`).join(' ')}`);
    return found;
  }

  /** A tile with a second line is named by both lines; its first line is enough to find it. */
  private seek(title: string | RegExp): Pressable | undefined {
    const { pressables } = this.card;
    if (typeof title !== 'string') return pressables.find((pressable) => title.test(pressable.title));
    if (/^\d+ out of \d+$/.test(title)) return pressables.find(({ verb, data }) => verb === 'answer' && data['choice'] === title.split(' ')[0]);
    return pressables.find((pressable) => pressable.title === title) ?? (title.length > 6 ? pressables.find((pressable) => pressable.title.startsWith(`${title} `)) : undefined);
  }

  /** Shows a card that somebody else sent or that was posted earlier. */
  look(card: Outcome['shown']['card']): this {
    this.json = card;
    this.card = this.drawn(card);
    return this;
  }

  private drawn(card: Outcome['shown']['card']): CardText {
    return readCardText(this.world.cardAction === 'submit' ? asSubmit(card) : card);
  }

  /** A list that is drawn in two columns has its label on the first; "and more" goes with the one before it. */
  boxesUnder(label: string): CardText['boxes'] {
    let heading = '';
    return this.card.boxes.filter((box) => {
      if (box.label !== 'and more') heading = box.label;
      return heading === label || heading.startsWith(label);
    });
  }

  private filled({ data, sendsBoxes }: Pressable, fill: Readonly<Record<string, string | readonly string[]>>): Record<string, unknown> {
    const standing = sendsBoxes ? this.card.boxes.filter(({ value }) => value !== '').map(({ id, value }): [string, unknown] => [id, value]) : [];
    const inputs: Record<string, unknown> = { ...data, ...Object.fromEntries(standing) };
    const ticked = new Set<string>();
    for (const [label, value] of Object.entries(fill)) {
      const named = this.boxesUnder(label);
      if (named.length === 0) throw new Error(`No box is labelled ${label}; there are: ${this.card.boxes.map((box) => box.label).join(' | ')}\n${this.text}`);
      if (typeof value === 'string') {
        this.effort.taps += 1;
        this.effort.typed += value.length;
        inputs[named[0]!.id] = value;
        continue;
      }
      this.effort.taps += value.length;
      for (const title of value) {
        const box = named.find(({ choices }) => choices.some((choice) => choice.title === title));
        if (!box) throw new Error(`${label} does not offer ${title}`);
        const id = box.choices.find((choice) => choice.title === title)!.value;
        inputs[box.id] = ticked.has(box.id) ? `${String(inputs[box.id])},${id}` : id;
        ticked.add(box.id);
      }
    }
    return inputs;
  }

  private async sendBack({ verb }: Pressable, data: Readonly<Record<string, unknown>>): Promise<this> {
    const value = this.world.cardAction === 'submit' ? { ...data, verb } : { action: { type: 'Action.Execute', verb, data } };
    return this.take(intentOf({ type: this.world.cardAction === 'submit' ? 'message' : 'invoke', value }));
  }

  private async take(intent: Intent): Promise<this> {
    const outcome = await this.world.take(this.who, intent, this.where);
    this.effort.cards += 1;
    if (outcome.ownChat) this.own.push(this.drawn(outcome.ownChat.card));
    this.look(outcome.shown.card);
    this.seen.push(this.card);
    return this;
  }
}
