/** What somebody means to do at a screen, free of the moment at which it is done. */
import type { Actor, Intent, Where } from '../../../src/app/turn';
import type { CardAction } from '../../../src/cards/actions';
import type { CaseReading } from '../../../src/domain/analysis/caseReading';
import { planReview, wren } from '../talk';

/** The screen at the beginning of a beat. */
export type Seen = { readonly reading: CaseReading; /** The revision that the cards of an earlier beat carried. */ readonly revAt: (beat: number) => number };

export type Act = {
  readonly by: Actor;
  readonly where: Where;
  /** Everything that was typed for it. */
  readonly typed: readonly string[];
  readonly intent: (seen: Seen | undefined) => Intent;
  /** Done again it is meant anew: only by its id is it known that the platform brought it twice. */
  readonly countsAnew?: true;
};
/** What is in flight at the same moment: in whatever order it arrives, the case must come out the same. */
export type Beat = readonly Act[];

type Content<Action> = Action extends { rev: number; caseId: string } ? Omit<Action, 'caseId' | 'rev'> : never;
export type OnCase = Content<CardAction>;

export const ownChat: Where = { kind: 'personal', place: 'chat-wren' };
const channel: Where = { kind: 'channel', place: planReview.id };

const onScreen = (seen: Seen | undefined): Seen => {
  if (!seen) throw new Error('There is no case on the screen');
  return seen;
};

/** A press on a card of the case as it is shown at that moment, or as it was shown in an earlier beat. */
export function press(make: (reading: CaseReading) => OnCase, typed: readonly string[] = [], beat?: number): Act {
  const intent = (seen: Seen | undefined): Intent => {
    const { reading, revAt } = onScreen(seen);
    const rev = beat === undefined ? reading.state.rev : revAt(beat);
    return { kind: 'pressed', action: { ...make(reading), caseId: reading.caseId, rev } as CardAction };
  };
  return { by: wren, where: ownChat, typed, intent };
}

export const resume: Act = { by: wren, where: ownChat, typed: [], countsAnew: true, intent: (seen) => ({ kind: 'pressed', action: { verb: 'resume', caseId: onScreen(seen).reading.caseId } }) };

export const say = (text: string): Act => ({ by: wren, where: ownChat, typed: [text.replace(/^(noticed|worried): /, '')], countsAnew: true, intent: () => ({ kind: 'said', text }) });

/** Typed, and nothing that has to be kept. */
export const command = (text: string): Act => ({ ...say(text), typed: [] });

export const openCase = (form: string, mode: 'together' | 'phone', referral: string): Act => ({
  by: wren,
  where: ownChat,
  typed: [referral],
  intent: () => ({ kind: 'pressed', action: { verb: 'open-case', mode, form, name: 'Mrs K', year: '1955', referral, note: '' } }),
});

type Review = Extract<CardAction, { version: number }>;
type WithoutPlan<Action> = Action extends { version: number } ? Omit<Action, 'caseId' | 'version'> : never;

/** A press on the newest posted plan, in the channel. */
export function review(by: Actor, action: WithoutPlan<Review>, typed: readonly string[] = []): Act {
  const intent = (seen: Seen | undefined): Intent => {
    const { reading } = onScreen(seen);
    return { kind: 'pressed', action: { ...action, caseId: reading.caseId, version: reading.state.submissions.at(-1)!.plan.version } };
  };
  return { by, where: channel, typed, intent, ...(action.verb === 'open-full-plan' ? { countsAnew: true } : {}) };
}
