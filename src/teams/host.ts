/** The bot in Teams, put together: an adapter, what it sends by itself, and the server that hears it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Audiences, Messenger, PlaceStore } from '../app/ports';
import type { Outcome, Turn } from '../app/turn';
import { TeamsAdapter, type AdapterParts } from './adapter';
import { Allowance } from './allowance';
import { teamsAudiences } from './audiences';
import { Background } from './background';
import { ThreefoldBot, type Patience } from './bot';
import { CardUpdates } from './cardUpdates';
import { TeamsMessenger } from './channels';
import { describeError } from './describeError';
import { Pictures } from './pictures';
import { PlaceBook } from './placeBook';
import { didNotWork } from './plainCards';
import { Rasteriser, type Rasterise } from './rasteriser';
import type { After, SendPolicy } from './sendPolicy';
import { teamsServer, type TeamsServer } from './server';
import type { Log, TeamsSettings } from './settings';
import { Whereabouts, type Left } from './whereabouts';
import { answerWithCard, messageOf } from './writeOutcome';

export type TeamsParts = TeamsSettings & {
  readonly places: PlaceStore;
  readonly log: Log;
  readonly now?: () => Date;
  readonly patience?: Patience;
  readonly policy?: SendPolicy;
  /** Makes the pictures, beside the turns; a worker of its own when it is not given. */
  readonly rasterise?: Rasterise;
  readonly trust?: AdapterParts['trust'];
};

export type Core = {
  readonly takeTurn: (turn: Turn) => Promise<Outcome>;
  readonly deliver: (caseId: string, now: () => string) => Promise<unknown>;
  readonly isReady: () => Promise<boolean>;
  /** Told when the platform says that people are not in a place any more. */
  readonly left?: (left: Left) => Promise<void>;
};

export type TeamsHost = {
  readonly messenger: Messenger;
  readonly audiences: Audiences;
  /** The core needs the messenger and the server needs the core, so it comes second. */
  serve(core: Core): TeamsServer & { idle(): Promise<void> };
};

const after: After = (milliseconds, fire) => {
  const timer = setTimeout(fire, milliseconds).unref();
  return () => clearTimeout(timer);
};
const sendPolicy: SendPolicy = { timeout: 4000, patience: 3000, pause: (milliseconds) => pause(milliseconds, undefined, { ref: false }), after };
const pressPatience = 2500;
/** Milliseconds; the next ones are longer. */
const firstPauseBeforeAgain = 2000;

export function teamsHost(parts: TeamsParts): TeamsHost {
  const { identity, cardAction, log, limits } = parts;
  const now = parts.now ?? (() => new Date());
  const policy = parts.policy ?? sendPolicy;
  const adapter = new TeamsAdapter({
    policy,
    now,
    ...(identity === undefined ? {} : { identity }),
    ...(parts.trust === undefined ? {} : { trust: parts.trust }),
  });
  // The bot catches what a turn throws; this is for what happens around it. Without an answer the platform shows an error and tries again.
  adapter.onTurnError = async (context, error) => {
    log({ what: 'around-turn', ...describeError(error) });
    if (context.activity.type === 'invoke') await context.sendActivity({ type: 'invokeResponse', value: answerWithCard(didNotWork(), cardAction) });
    else if (context.activity.type === 'message') await context.sendActivity(messageOf(didNotWork(), cardAction)).catch(() => undefined);
  };
  const background = new Background(log);
  const places = new PlaceBook(parts.places);
  const pictures = new Pictures(parts.rasterise ?? new Rasteriser().rasterise, log);
  const updates = new CardUpdates(adapter, background, cardAction, policy);
  const messenger = new TeamsMessenger({ adapter, places, cardAction, log });

  return {
    messenger,
    audiences: teamsAudiences({ adapter, policy, places, log }),
    serve({ takeTurn, deliver, isReady, left }) {
      const bot = new ThreefoldBot({
        takeTurn: async (turn) => pictures.into(await takeTurn(turn)),
        deliver: (caseId) => deliver(caseId, () => now().toISOString()),
        messenger,
        places,
        whereabouts: new Whereabouts({ adapter, policy, places, log, now, ...(left ? { left } : {}) }),
        updates,
        background,
        cardAction,
        log,
        now,
        newId: randomUUID,
        pauseBeforeAgain: (attempt) => policy.pause(firstPauseBeforeAgain * 4 ** attempt),
        patience: parts.patience ?? ((tooLong) => after(pressPatience, tooLong)),
        ...(limits ? { allowance: new Allowance(limits.turnsAMinute, now) } : {}),
      });
      const server = teamsServer({ adapter, bot, cardAction, isReady, log, now, after: policy.after, ...(limits ? { limits } : {}), ...(identity === undefined ? {} : { identity }) });
      return { ...server, idle: () => background.idle() };
    },
  };
}
