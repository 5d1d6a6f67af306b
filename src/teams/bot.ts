import { TeamsActivityHandler, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Messenger } from '../app/ports';
import type { Outcome, Shown, Turn } from '../app/turn';
import type { Allowance } from './allowance';
import type { Background } from './background';
import type { CardUpdates } from './cardUpdates';
import { readMessageRef } from './address';
import { describeError } from './describeError';
import type { PlaceBook } from './placeBook';
import type { SentCard } from './putCard';
import { couldNotReachYou, didNotWork, movedOn, noPrivateChannels, notAsChanged, notForMe, stillWorking, stillWorkingHere, tooMuch, tooQuick, whoAreYou } from './plainCards';
import { intentOf, readTurn, whereOf } from './readTurn';
import { Recent } from './recent';
import type { Log, TeamsSettings } from './settings';
import { isInPrivateChannel, type Whereabouts } from './whereabouts';
import { answerWithCard, answerWithWords, messageOf } from './writeOutcome';

export type BotParts = {
  readonly takeTurn: (turn: Turn) => Promise<Outcome>;
  /** Brings out what a case owes. */
  readonly deliver: (caseId: string) => Promise<unknown>;
  readonly messenger: Messenger;
  readonly places: PlaceBook;
  readonly whereabouts: Whereabouts;
  readonly updates: CardUpdates;
  readonly background: Background;
  readonly cardAction: TeamsSettings['cardAction'];
  readonly log: Log;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Before an answer that could not be sent is sent again. */
  readonly pauseBeforeAgain: (attempt: number) => Promise<void>;
  /** How much one person may send; without it, as much as they like. */
  readonly allowance?: Allowance;
  readonly patience: Patience;
};

/** Calls back once a press has waited long enough, unless what it returns is called before: the platform gives up, and tries again, after a few seconds. */
export type Patience = (tooLong: () => void) => () => void;

const mostAnswersAgain = 3;

/** One press or message from the platform, turned into a turn of the core and back. */
export class ThreefoldBot extends TeamsActivityHandler {
  private readonly seen = new Recent<true>(1000);
  private readonly greeted = new Recent<true>(5000);
  /** The last thing that came from each chat. */
  private readonly last = new Recent<string>(5000);
  /** The newest card of each one-to-one chat, so that it can say where it went on. */
  private readonly newest = new Recent<{ readonly card: SentCard; readonly caseId: string | undefined }>(5000);

  constructor(private readonly parts: BotParts) {
    super();
    this.onMessage(async (context, next) => {
      await this.hear(context);
      await next();
    });
    this.onTeamsMessageEditEvent(async (context, next) => {
      // What it said was taken when it was sent, and led on from there: the new words would be lost without a word.
      if (whereOf(context.activity).kind === 'personal') await this.say(context, notAsChanged());
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      await this.arrive(context);
      await next();
    });
    this.onInstallationUpdateRemove(async (context, next) => {
      const { activity } = context;
      if (!isUpgrade(activity)) {
        this.greeted.delete(activity.conversation.id);
        await this.parts.whereabouts.leave(activity);
      }
      await next();
    });
    this.onConversationUpdate(async (context, next) => {
      await this.parts.whereabouts.change(context.activity);
      await next();
    });
  }

  /** Every invoke is answered, in time, with something that can be shown. */
  async answerInvoke(activity: Activity): Promise<InvokeResponse> {
    if (activity.name !== 'adaptiveCard/action') return answerWithWords(notForMe);
    const { cardAction, places, background } = this.parts;
    this.last.set(activity.conversation.id, activity.id ?? '');
    this.meet(activity);
    background.run('learn-chat', () => places.learnChat(activity));
    const read = readTurn(activity, this.moment());
    if (read.kind === 'nobody') return answerWithCard(whoAreYou(), cardAction);
    if (this.parts.allowance?.take(read.turn.by.id).kind === 'spent') return answerWithWords(tooQuick);
    const working = this.take(read.turn, activity);
    const taken = await this.inTime(working);
    if (taken) {
      this.follow(read.turn, activity, taken);
      return answerWithCard(taken.outcome.shown, cardAction);
    }
    background.run('late-turn', async () => {
      const late = await working;
      this.follow(read.turn, activity, late);
      await this.showLate(read.turn, activity, late);
    });
    return answerWithWords(read.turn.where.kind === 'personal' ? stillWorking : stillWorkingHere);
  }

  /** A message: words, or a press that came as Action.Submit. The platform may bring the same one twice. */
  private async hear(context: TurnContext): Promise<void> {
    const { activity } = context;
    if (activity.id !== undefined && !this.seen.first(`${activity.conversation.id} ${activity.id}`, true)) return;
    const { places, background, messenger } = this.parts;
    this.last.set(activity.conversation.id, activity.id ?? '');
    this.meet(activity);
    background.run('learn-chat', () => places.learnChat(activity));
    const read = readTurn(activity, this.moment());
    if (read.kind === 'turn' && isInPrivateChannel(activity)) {
      background.run('private-channel', () => messenger.tell(read.turn.by.id, noPrivateChannels()));
      return;
    }
    if (read.kind === 'nobody') {
      await this.say(context, whoAreYou());
      return;
    }
    const allowed = this.parts.allowance?.take(read.turn.by.id);
    if (allowed?.kind === 'spent') {
      if (!allowed.told) await this.say(context, tooMuch());
      return;
    }
    const taken = await this.take(read.turn, activity);
    try {
      await this.answer(context, read.turn, taken);
    } finally {
      this.follow(read.turn, activity, taken);
    }
  }

  /** Whoever had blocked the bot, and comes back by themselves, is told that they may have missed something. */
  private meet(activity: Activity): void {
    const { places, background, messenger } = this.parts;
    const person = activity.from.aadObjectId;
    if (places.meet(activity) && person !== undefined) background.run('back-again', () => messenger.tell(person, couldNotReachYou()));
  }

  /** Words get a new card below them; a press changes the card that it stood on, where nobody else is looking at it. */
  private async answer(context: TurnContext, { by, intent, where }: Turn, { outcome, failed }: Taken): Promise<void> {
    const card = cardOf(context.activity);
    if (intent.kind !== 'said' && where.kind === 'personal' && card && !failed) return;
    if (intent.kind !== 'said' && outcome.everyone) return;
    // It holds what they typed into the card, which the others have not read.
    if (intent.kind !== 'said' && where.kind !== 'personal' && failed) return this.parts.background.run('own-chat', () => this.tellAll(by.id, [outcome.shown]));
    const sent = await this.say(context, outcome.shown);
    if (sent && where.kind === 'personal') this.isNewest(sent, outcome.shown);
  }

  /** What goes on after the answer: other devices, other people, and what the case owes. */
  private follow({ by, where }: Turn, activity: Activity, { outcome, failed }: Taken): void {
    const { background, deliver } = this.parts;
    // The answer to a press is seen on one device; the message behind it is what every other device shows.
    if (where.kind === 'personal' && !failed) this.replaceCard(activity, outcome.shown);
    const { everyone, ownChat, owes } = outcome;
    if (everyone) this.replaceCard(activity, everyone);
    const own = [...(outcome.shown.rest ?? []), ...(ownChat ? [ownChat, ...(ownChat.rest ?? [])] : [])];
    if (own.length > 0) background.run('own-chat', () => this.tellAll(by.id, own));
    if (owes !== undefined) background.run('deliver', () => deliver(owes));
  }

  /** What came too late to answer the press. Where others read, their card stays, and whoever pressed is told one to one. */
  private async showLate({ by, where }: Turn, activity: Activity, { outcome, failed }: Taken): Promise<void> {
    if (where.kind !== 'personal' && !outcome.everyone && !outcome.ownChat) await this.tellAll(by.id, [outcome.shown]);
    if (where.kind === 'personal' && failed) this.replaceCard(activity, outcome.shown);
  }

  /** One after the other, as they are to be read. They may hold what was typed and is kept nowhere, so each is tried more than once. */
  private async tellAll(person: string, cards: readonly Shown[]): Promise<void> {
    const { messenger, pauseBeforeAgain } = this.parts;
    for (const one of cards) {
      for (let attempt = 0; attempt <= mostAnswersAgain; attempt++) {
        const sent = await messenger.tell(person, one);
        if (sent.kind === 'sent' || sent.final) break;
        if (attempt < mostAnswersAgain) await pauseBeforeAgain(attempt);
      }
    }
  }

  private replaceCard(activity: Activity, shown: Shown): void {
    const card = cardOf(activity);
    if (!card) return;
    this.parts.updates.later(card, shown);
    if (whereOf(activity).kind === 'personal') this.isNewest(card, shown);
  }

  /** The card of the same case that stood there before says that it goes on below. */
  private isNewest(card: SentCard, { caseId }: Shown): void {
    const before = this.newest.get(card.conversationId);
    this.newest.set(card.conversationId, { card, caseId });
    if (before && caseId !== undefined && before.caseId === caseId && before.card.activityId !== card.activityId) this.parts.updates.later(before.card, movedOn());
  }

  /** What was taken is taken, also when the answer cannot be sent: then it is sent again behind the turn. */
  private async say(context: TurnContext, shown: Shown): Promise<SentCard | undefined> {
    const { activity } = context;
    const { cardAction, log } = this.parts;
    try {
      const sent = await context.sendActivity(messageOf(shown, cardAction));
      return sent?.id ? { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id, activityId: sent.id } : undefined;
    } catch (error) {
      log({ what: 'answer', ...describeError(error) });
      this.sayAgain(activity, shown);
      return undefined;
    }
  }

  /** To one person alone, and only while nothing newer came from them: that has an answer of its own. */
  private sayAgain(activity: Activity, shown: Shown): void {
    const { background, messenger, pauseBeforeAgain } = this.parts;
    const { conversation, from, serviceUrl } = activity;
    const person = from.aadObjectId;
    if (person === undefined || whereOf(activity).kind !== 'personal') return;
    background.run('answer-again', async () => {
      for (let attempt = 0; attempt < mostAnswersAgain; attempt++) {
        await pauseBeforeAgain(attempt);
        if ((this.last.get(conversation.id) ?? '') !== (activity.id ?? '')) return;
        const sent = await messenger.tell(person, shown);
        const ref = sent.kind === 'sent' ? readMessageRef(sent.message) : undefined;
        if (ref) this.isNewest({ serviceUrl, ...ref }, shown);
        if (sent.kind === 'sent' || sent.final) return;
      }
    });
  }

  /** Undefined when it takes longer than a press may wait. Nothing of a turn that is done is held on to. */
  private inTime(working: Promise<Taken>): Promise<Taken | undefined> {
    return new Promise((resolve, reject) => {
      const stop = this.parts.patience(() => resolve(undefined));
      void working.then(resolve, reject).finally(stop);
    });
  }

  private async take(turn: Turn, activity: Activity): Promise<Taken> {
    const { takeTurn, log } = this.parts;
    const { intent, where } = turn;
    const line = { what: 'turn', intent: intent.kind, verb: intent.kind === 'pressed' ? intent.action.verb : undefined, where: where.kind };
    const began = performance.now();
    const ms = () => Math.round((performance.now() - began) * 10) / 10;
    try {
      const outcome = await takeTurn(turn);
      log({ ...line, case: outcome.shown.caseId, ms: ms() });
      return { outcome, failed: false };
    } catch (error) {
      log({ ...line, ms: ms(), ...describeError(error) });
      return { outcome: { shown: didNotWork(rawPressOf(activity)) }, failed: true };
    }
  }

  /** Added to a chat or team: says hello once, although the platform tells it in several ways. */
  private async arrive(context: TurnContext): Promise<void> {
    const { activity } = context;
    const learnt = await this.parts.whereabouts.learn(activity);
    if (isUpgrade(activity) || !this.greeted.first(activity.conversation.id, true)) return;
    const read = readTurn(activity, this.moment(), { kind: 'arrived' });
    if (read.kind === 'nobody') return;
    const { outcome, failed } = await this.take(read.turn, activity);
    if (failed) return;
    const sent = await this.say(context, outcome.shown);
    if (sent && read.turn.where.kind === 'personal') this.isNewest(sent, outcome.shown);
    if (learnt.private) await this.say(context, noPrivateChannels());
  }

  private moment() {
    return { at: this.parts.now().toISOString(), freshId: this.parts.newId() };
  }
}

/** A new version of the app is put in the place of the old one: nobody came and nobody left. */
const isUpgrade = ({ action }: Activity): boolean => action?.endsWith('-upgrade') ?? false;

type Taken = { readonly outcome: Outcome; readonly failed: boolean };

/** The message that holds the pressed card. */
function cardOf({ serviceUrl, conversation, replyToId }: Activity): SentCard | undefined {
  return replyToId === undefined || replyToId === '' ? undefined : { serviceUrl, conversationId: conversation.id, activityId: replyToId };
}

/** What was pressed, as it came: good enough to be pressed again. */
function rawPressOf(activity: Activity): { verb: string; data: Record<string, unknown> } | undefined {
  const intent = intentOf(activity);
  if (intent.kind !== 'pressed') return undefined;
  const { action, ...submitted } = (activity.value ?? {}) as Record<string, unknown>;
  const data = activity.type === 'invoke' ? (action as { data?: unknown }).data : submitted;
  return { verb: intent.action.verb, data: (data ?? {}) as Record<string, unknown> };
}
