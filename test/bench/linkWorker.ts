/** Somebody at a screen, as fast as the bot answers: opens a case, presses the first answer of each card, and opens the next case. */
import { nextPress, standsFor, type Press } from './cardPress';
import { serviceUrl, tenantId } from './platform';

/**
 * `walks`: the cards that come back decide what is pressed. `repeats`: the same press for ever, for bots that keep
 * nothing. `goes-round`: the same press, and another card each time.
 */
export type Manner = 'walks' | 'repeats' | 'goes-round';

const start: Press = { verb: 'start', data: { mode: 'together' } };
/** What an answer on a tile of a real card sends. */
const anyPress: Press = { verb: 'answer', data: { caseId: 'case-00000000-0000-4000-8000-000000000000', rev: 1, prompt: 'PV4', part: 'row', choice: '4', words__r1: 'I rang a group once and nobody rang back' } };

export class LinkWorker {
  /** Cards, cases and the longest case, for the report. */
  readonly told = { cases: 0, presses: 0, longest: 0 };
  private press: Press;
  private stood: { readonly caseId: string; readonly rev: number } | undefined;
  private length = 0;
  private last = '';
  private count = 0;
  private readonly person: string;

  constructor(
    private readonly number: number,
    private readonly manner: Manner,
  ) {
    this.press = manner === 'walks' ? start : anyPress;
    this.person = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  }

  /** The call that the platform would make for the next press. */
  body(): string {
    this.count += 1;
    const chat = `a:chat-${this.number}`;
    return JSON.stringify({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: `f:${this.number}-${this.count}`,
      channelId: 'msteams',
      serviceUrl,
      timestamp: new Date().toISOString(),
      localTimezone: 'Europe/London',
      locale: 'en-GB',
      from: { id: `29:${this.number}`, aadObjectId: this.person, name: `Worker ${this.number}` },
      recipient: { id: '28:bot', name: 'Threefold' },
      conversation: { id: chat, conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId }, source: { name: 'message' } },
      entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
      replyToId: `card-${this.number}`,
      value: { action: { type: 'Action.Execute', ...this.press }, trigger: 'manual' },
    });
  }

  /** Looks at the card that came back. Returns what is wrong with it, if anything. */
  take(status: number, body: string): string | undefined {
    if (status !== 200) return `status ${status}: ${body.slice(0, 200)}`;
    const { statusCode, type, value } = JSON.parse(body) as { statusCode?: number; type?: string; value?: { type?: string; body?: unknown[] } };
    if (statusCode !== 200 || type !== 'application/vnd.microsoft.card.adaptive' || value?.type !== 'AdaptiveCard') return `no card: ${body.slice(0, 200)}`;
    this.told.presses += 1;
    if (this.manner === 'walks') return this.walkOn(value);
    const isSame = body === this.last;
    this.last = body;
    return this.manner === 'goes-round' && isSame ? 'The same card came again.' : undefined;
  }

  private walkOn(card: object): string | undefined {
    const { press } = this;
    const next = nextPress(card, this.told.cases % 2 === 0 ? 'tile' : 'tick');
    const stands = standsFor(card);
    const wrong = this.wrongWith(press, next, stands);
    this.stood = stands;
    this.length += 1;
    this.told.longest = Math.max(this.told.longest, this.length);
    if (press.verb === 'open-case') this.told.cases += 1;
    this.press = next ?? start;
    if (next === undefined) this.length = 0;
    return wrong;
  }

  /** After the form comes a case, and after each press on a case a later revision of the same one. */
  private wrongWith(press: Press, next: Press | undefined, stands: LinkWorker['stood']): string | undefined {
    if (press.verb === 'start') return next?.verb === 'open-case' ? undefined : 'The form for a new case did not come.';
    if (stands === undefined) return `After ${press.verb} came a card of no case.`;
    if (press.verb === 'open-case') return next ? undefined : 'The new case had nothing to answer.';
    if (stands.caseId !== press.data['caseId']) return 'The card is of another case.';
    return this.stood && stands.rev > this.stood.rev ? undefined : `After ${press.verb} (${String(press.data['prompt'] ?? '')}) the case had not moved on from ${stands.rev}.`;
  }
}
