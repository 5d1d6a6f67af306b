/** Reads the plans in the channel and decides on each of them once, through every crash. */
import type { AdaptiveCard } from '../../src/cards/registry';
import { readCardText } from '../../src/console/cardText';
import type { FakeConnector, Message } from '../support/fakeConnector';
import type { Answer } from './bot';
import type { Press } from './choosePress';
import type { Dice } from './dice';
import { cardIn, type Activity } from './linkWorker';
import type { Agreed } from './whatIsKept';

type Seen = { readonly press: Press; readonly message: Message; readonly caseId: string; readonly version: number };

export class Supervisor {
  acknowledged: Agreed[] = [];
  readonly problems: string[] = [];
  readonly told = { decisions: 0 };
  private waiting: Seen | undefined;
  private readonly decided = new Set<string>();
  /** Plans with something missing: they cannot be agreed, but a change can be asked for. */
  private readonly incomplete = new Set<string>();

  constructor(
    readonly id: string,
    private readonly dice: Dice,
    private readonly connector: FakeConnector,
    private readonly place: string,
    private readonly platform: (extra: object, message: Message) => Activity,
  ) {}

  /** Undefined while there is nothing to decide on. */
  next(): Activity | undefined {
    this.waiting ??= this.undecided();
    if (!this.waiting) return undefined;
    const { press, message } = this.waiting;
    return this.platform({ type: 'invoke', name: 'adaptiveCard/action', replyToId: message.id, value: { action: { type: 'Action.Execute', ...press }, trigger: 'manual' } }, message);
  }

  get isDeciding(): boolean {
    return this.waiting !== undefined;
  }

  take(answer: Answer): void {
    const { press, caseId, version } = this.waiting!;
    const card = cardIn(answer);
    if (answer.status !== 200 || (!card && !answer.body.includes('takes longer'))) this.problems.push(`The supervisor got ${answer.status} for ${press.verb}: ${answer.body.slice(0, 300)}`);
    if (!card) return;
    this.waiting = undefined;
    const plan = `${caseId} ${version}`;
    if (!/agreed this plan|asked for a change/.test(readCardText(card).lines.join('\n'))) {
      if (this.incomplete.has(plan)) this.problems.push(`The supervisor could neither agree ${plan} nor ask for a change.`);
      this.incomplete.add(plan);
      return;
    }
    this.decided.add(plan);
    this.told.decisions += 1;
    this.acknowledged.push({ caseId, version, by: this.id, verb: press.verb });
  }

  private undecided(): Seen | undefined {
    for (const message of this.connector.seenIn(this.place)) {
      const plan = planOn(message);
      if (!plan || this.decided.has(`${plan.caseId} ${plan.version}`)) continue;
      const press: Press = this.dice.isLucky(0.8) && !this.incomplete.has(`${plan.caseId} ${plan.version}`) ? { verb: 'agree', data: plan } : { verb: 'ask-change', data: { ...plan, words: `Please say who goes along, ${plan.caseId.slice(-4)}.` } };
      return { press, message, ...plan };
    }
    return undefined;
  }
}

/** Which plan a message shows, if it shows one. */
export function planOn({ activity }: Message): { readonly caseId: string; readonly version: number } | undefined {
  const card = (activity['attachments'] as { content?: AdaptiveCard }[] | undefined)?.[0]?.content;
  const data = card && readCardText(card).pressables.find(({ data: { caseId, version } }) => caseId !== undefined && version !== undefined)?.data;
  return data && { caseId: String(data['caseId']), version: Number(data['version']) };
}
