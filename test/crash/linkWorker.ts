/** Somebody at a screen whose bot keeps dying: presses, presses again what was not answered, and remembers what was. */
import { pressOf, readCardAction } from '../../src/cards/actions';
import type { AdaptiveCard } from '../../src/cards/registry';
import { readCardText, type CardText } from '../../src/console/cardText';
import { msA, mrD, mrsK } from '../scenarios/people';
import type { Answer } from './bot';
import { choosePress, type Press } from './choosePress';
import type { Dice } from './dice';

/** What a card that came back has promised. */
export type Acknowledged = {
  readonly caseId: string;
  /** The revision of the card that was pressed, and of the one that came back. */
  readonly before: number;
  readonly after: number;
  readonly verb: string;
  readonly press: string | undefined;
  readonly words: readonly string[];
  /** The card that came back, as it was sent. */
  readonly card: string;
};
/** The call that the platform makes. */
export type Activity = Readonly<Record<string, unknown>>;
export type Platform = (extra: object) => Activity;

const people = [mrsK, mrD, msA];
const mostPresses = 110;
const mostTries = 40;

export class LinkWorker {
  /** Since they were last looked at. */
  acknowledged: Acknowledged[] = [];
  readonly problems: string[] = [];
  readonly told = { presses: 0, again: 0, posted: 0, cases: 0 };
  private waiting: { readonly press: Press; tries: number; readonly activity: Activity } | undefined;
  private card: CardText | undefined;
  private last: { readonly press: Press; readonly shown: CardText } | undefined;
  private isDone = false;
  private person = people[0]!;
  private length = 0;
  private count = 0;

  constructor(
    readonly name: string,
    private readonly dice: Dice,
    private readonly platform: Platform,
  ) {}

  /** What is sent next: what was not answered, as it was or as a new call of the platform, or something new. */
  next(): Activity {
    if (this.waiting) {
      this.waiting.tries += 1;
      this.told.again += 1;
      if (this.waiting.tries > mostTries) this.problems.push(`${this.name} was never answered on ${this.waiting.press.verb}.`);
      return this.dice.isLucky(0.5) ? this.waiting.activity : this.activityOf(this.waiting.press);
    }
    const press = this.choose();
    const activity = this.activityOf(press);
    this.waiting = { press, tries: 0, activity };
    return activity;
  }

  /** The press that was answered last, once more: the bot may not remember it, the case does. */
  lastAgain(): Activity | undefined {
    return this.last && this.activityOf(this.last.press);
  }

  /** As long as nothing else was written, its answer is the same again. */
  takeAgain(answer: Answer): void {
    const card = cardIn(answer);
    if (!card) return;
    const { press, shown } = this.last!;
    const again = readCardText(card);
    const [then, now] = [standsFor(shown)?.rev ?? 0, standsFor(again)?.rev ?? 0];
    if (now < then || (now === then && linesOf(again) !== linesOf(shown))) this.problems.push(`${this.name} pressed ${press.verb} again and got another card.\nFirst (revision ${then}):\n${linesOf(shown)}\nAgain (revision ${now}):\n${linesOf(again)}`);
  }

  get isPosting(): boolean {
    return this.waiting?.press.verb === 'post-plan';
  }

  take(answer: Answer): void {
    const { press, tries } = this.waiting!;
    const card = cardIn(answer);
    if (answer.status !== 200 || (!card && !answer.body.includes('takes longer'))) this.problems.push(`${this.name} got ${answer.status} for ${press.verb}: ${answer.body.slice(0, 300)}`);
    // It was told that it takes longer: pressed again, as a person would.
    if (!card) return;
    const shown = readCardText(card);
    if (linesOf(shown).includes('That did not work')) this.problems.push(`${this.name} was told that ${press.verb} did not work.`);
    this.waiting = undefined;
    this.told.presses += 1;
    this.acknowledge(press, shown, JSON.stringify(card), tries > 0);
    this.card = shown;
    this.isDone = press.verb === 'post-plan';
    // Once the plan is there, the bot itself goes on with the case; and a form is new each time.
    this.last = this.isDone || press.verb === 'start' ? undefined : { press, shown };
  }

  private acknowledge({ verb, data }: Press, shown: CardText, card: string, isAgain: boolean): void {
    const stands = standsFor(shown);
    if (verb === 'open-case' && stands && !isAgain) this.told.cases += 1;
    if (verb === 'post-plan') this.told.posted += 1;
    const caseId = typeof data['caseId'] === 'string' ? data['caseId'] : stands?.caseId;
    if (caseId === undefined || stands?.caseId !== caseId) return;
    const read = readCardAction({ verb, data });
    const words = Object.entries(data).flatMap(([name, value]) => (name.startsWith('words') && typeof value === 'string' ? [value] : []));
    this.acknowledged.push({ caseId, before: Number(data['rev'] ?? 0), after: stands.rev, verb, press: read.ok ? pressOf(read.action) : undefined, words, card });
  }

  private choose(): Press {
    this.length += 1;
    const press = this.card && !this.isDone && this.length < mostPresses ? choosePress(this.card, { person: this.person, dice: this.dice, words: () => this.words() }) : undefined;
    if (press) return press;
    this.length = 0;
    this.person = this.dice.oneOf(people)!;
    this.card = undefined;
    this.isDone = false;
    return { verb: 'start', data: { mode: this.dice.isLucky(0.3) ? 'together' : 'phone' } };
  }

  private words(): string {
    this.count += 1;
    return `${this.name} wrote this, number ${this.count}: a walk by the canal`;
  }

  private activityOf(press: Press): Activity {
    return this.platform({ type: 'invoke', name: 'adaptiveCard/action', replyToId: `card-of-${this.name}`, value: { action: { type: 'Action.Execute', ...press }, trigger: 'manual' } });
  }
}

export function cardIn({ body }: Answer): AdaptiveCard | undefined {
  const { value } = JSON.parse(body) as { value?: AdaptiveCard };
  return typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'AdaptiveCard' ? value : undefined;
}

/** The case and the revision that a card stands for, as its buttons say. */
export function standsFor({ pressables }: CardText): { readonly caseId: string; readonly rev: number } | undefined {
  const data = pressables.find(({ data: { caseId, rev } }) => typeof caseId === 'string' && typeof rev === 'number')?.data;
  return data && { caseId: String(data['caseId']), rev: Number(data['rev']) };
}

const linesOf = ({ lines }: CardText): string => lines.join('\n');
