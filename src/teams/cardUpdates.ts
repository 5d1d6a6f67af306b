/** Replaces cards that were sent. Several changes of one card become the last one, so that an older one never wins. */
import type { Shown } from '../app/turn';
import type { TeamsAdapter } from './adapter';
import type { Background } from './background';
import type { TeamsSettings } from './settings';
import { putCard, type SentCard } from './putCard';
import type { SendPolicy } from './sendPolicy';
import { messageBytes } from './writeOutcome';

export class CardUpdates {
  private readonly waiting = new Map<string, Shown>();
  private readonly busy = new Set<string>();

  constructor(
    private readonly adapter: TeamsAdapter,
    private readonly background: Background,
    private readonly cardAction: TeamsSettings['cardAction'],
    private readonly policy: SendPolicy,
  ) {}

  /** As soon as possible, behind whatever else goes on. */
  later(card: SentCard, shown: Shown): void {
    const key = `${card.activityId}@${card.conversationId}`;
    this.waiting.set(key, shown);
    if (this.busy.has(key)) return;
    this.busy.add(key);
    this.background.run('update-card', () => this.work(key, card));
  }

  private async now(card: SentCard, shown: Shown): Promise<void> {
    await putCard(await this.adapter.connectorTo(card.serviceUrl), card, messageBytes(shown, this.cardAction), this.policy);
  }

  private async work(key: string, card: SentCard): Promise<void> {
    let trouble: unknown;
    for (let shown = this.waiting.get(key); shown; shown = this.waiting.get(key)) {
      this.waiting.delete(key);
      // What did not get there is no reason to keep back what came after it.
      trouble = await this.now(card, shown).then(() => undefined, (error: unknown) => error);
    }
    this.busy.delete(key);
    if (trouble !== undefined) throw trouble;
  }
}
