/** One thing that is owed: where it goes, what it says there, and what is recorded of it. */
import { presentReview } from '../cards/presentReview';
import type { CaseReading } from '../domain/analysis/caseReading';
import type { Command } from '../domain/case/decide';
import type { Owed } from '../domain/case/owed';
import { owedBy, type ErasureOwed, type LessonOwed, type SafetyOwed } from '../domain/case/owedSafety';
import { remindersOf, type Reminder } from '../domain/case/reminders';
import { dayInLondon } from '../domain/case/londonTime';
import { isAtWork } from '../domain/case/workingDays';
import { dayInWords } from '../domain/plan/days';
import type { CaseDesk } from './caseDesk';
import { finishErasure } from './eraseRecord';
import { keepLesson } from './learn';
import { reviewDeskOf } from './handleReview';
import { claimPosted } from './ownMessage';
import type { Parts, Sent } from './ports';
import { tellOwner, type Notice } from './tellOwner';
import type { Delivered } from './delivered';
import { redrawSafety, tellNextInLine, tellSafety } from './safetyNotices';
import type { Shown } from './turn';

export type Due = Owed | SafetyOwed | ErasureOwed | LessonOwed | { readonly kind: 'remind'; readonly reminder: Reminder };

/** What is owed, and the reminders whose time has come; most of them wait until people are at work. */
export function dueOf(reading: CaseReading, at: string): readonly Due[] {
  const due = remindersOf(reading).filter((reminder) => reminder.at <= at && (reminder.anyHour || isAtWork(at)));
  // Where nobody else can be told, the worker is told so, and their own reminder would only repeat it.
  const reminders = [...due.filter(({ kind }) => kind === 'next-in-line'), ...due.filter(({ kind }) => kind !== 'next-in-line')];
  return [...owedBy(reading), ...reminders.map((reminder) => ({ kind: 'remind' as const, reminder }))];
}

export function keyOf(due: Due): string {
  switch (due.kind) {
    case 'post':
      return `post ${due.submission.plan.version}`;
    case 'remind':
      return `remind ${due.reminder.key}`;
    case 'tell-safety':
      return `tell-safety ${due.says}`;
    case 'redraw-safety':
      return `redraw-safety ${due.notice.message} ${due.says}`;
    case 'lesson':
      return `lesson ${due.owed}`;
    case 'erase':
      return 'erase';
    case 'redraw':
    case 'tell-worker':
    case 'tell-stuck':
      return `${due.kind} ${due.submission.plan.version} ${due.key}`;
  }
}

/** What fails there fails for everything that goes there. */
export function whereTo(due: Due): string {
  switch (due.kind) {
    case 'post':
    case 'redraw':
      return `place ${due.submission.place.id}`;
    case 'redraw-safety':
      return `place ${due.notice.place.id}`;
    case 'tell-safety':
      return 'safety';
    case 'lesson':
      return 'learnt';
    case 'erase':
      return 'record';
    case 'remind':
      // What waits there must not hold this up: where no place is to be had, it goes to the worker.
      return due.reminder.kind === 'next-in-line' ? 'next in line' : 'worker';
    case 'tell-worker':
    case 'tell-stuck':
      return 'worker';
  }
}

/** Brings it out, and says what is to be recorded of it. */
export async function deliver(parts: Parts, desk: CaseDesk, due: Due, at: string): Promise<Delivered> {
  switch (due.kind) {
    case 'tell-safety':
      return tellSafety(parts, desk, due, at);
    case 'redraw-safety':
      return redrawSafety(parts, desk, due);
    case 'lesson':
      return keepLesson(parts, desk, due);
    case 'erase':
      return finishErasure(parts, desk, at);
    case 'remind':
      if (due.reminder.kind === 'next-in-line') return tellNextInLine(parts, desk, due.reminder, at);
      break;
    default:
  }
  const sent = await send(parts, desk, due, at);
  if (due.kind === 'post' && sent.kind === 'sent') await claimPosted(parts, sent.message, at);
  return { sent, record: recordOf(due, sent) };
}

type Plain = Exclude<Due, SafetyOwed | ErasureOwed | LessonOwed>;

function send(parts: Parts, desk: CaseDesk, due: Plain, at: string): Promise<Sent> {
  const { messenger } = parts;
  switch (due.kind) {
    case 'post':
      return messenger.post(due.submission.place, postedPlan(parts, desk, due));
    case 'redraw':
      return redraw(parts, desk, due);
    case 'tell-worker':
      return tellOwner(parts, desk, decisionNotice(desk, due), { at, waits: true });
    case 'tell-stuck':
      return tellOwner(parts, desk, stuckNotice(desk, due), { at });
    case 'remind':
      return tellOwner(parts, desk, reminderNotice(desk, due.reminder), { at });
  }
}

const postedPlan = (parts: Parts, desk: CaseDesk, { submission }: { submission: { plan: { version: number } } }): Shown =>
  presentReview({ kind: 'posted-plan' }, reviewDeskOf(parts, desk, submission.plan.version)!);

/** Every message that is known to show this version. Done when all of them do; one that was taken away is left alone. */
async function redraw({ messenger, ...parts }: Parts, desk: CaseDesk, due: Extract<Due, { kind: 'redraw' }>): Promise<Sent> {
  const { place, message, copies } = due.submission;
  const shown = postedPlan({ ...parts, messenger }, desk, due);
  let all: Sent | undefined;
  for (const one of [message!, ...copies]) {
    const sent = await messenger.update(place, one, shown);
    if (sent.kind === 'failed' && !sent.final) return sent;
    if (all?.kind !== 'sent') all = sent;
  }
  return all!;
}

function recordOf(due: Plain, sent: Sent): readonly Command[] {
  if (due.kind === 'remind') {
    const { key } = due.reminder;
    if (sent.kind === 'sent') return [{ type: 'RecordReminded', reminder: key }];
    return sent.final ? [{ type: 'RecordReminded', reminder: key, reason: sent.reason }] : [];
  }
  const { version } = due.submission.plan;
  if (due.kind === 'post') return [sent.kind === 'sent' ? { type: 'RecordPosted', version, message: sent.message } : { type: 'RecordPostFailed', version, reason: sent.reason, final: sent.final }];
  const about = { version, to: due.kind === 'redraw' ? 'card' : 'worker', decision: due.key } as const;
  if (sent.kind === 'sent') return [{ type: 'RecordDelivered', ...about }];
  return sent.final ? [{ type: 'RecordGivenUp', ...about, reason: sent.reason }] : [];
}

function decisionNotice({ state }: CaseDesk, { decision, submission }: Extract<Due, { kind: 'tell-worker' }>): Notice {
  const what = { agreed: 'agreed the plan', change: 'asked for a change', supervision: 'would like to talk about the plan in supervision' }[decision.kind];
  const next = { agreed: 'Next: the introduction and the first visit.', change: 'The plan is open to be changed.', supervision: 'The plan stays open until then.' }[decision.kind];
  return { title: `${state.ref}: ${decision.reviewer} ${what}`, text: `Version ${submission.plan.version}. ${next}`, ...(decision.words === undefined ? {} : { words: `They wrote: ${decision.words}` }) };
}

function stuckNotice({ state }: CaseDesk, { reason, submission }: Extract<Due, { kind: 'tell-stuck' }>): Notice {
  return { title: `${state.ref}: the plan could not be posted`, text: `${submission.place.name} did not take it: ${reason}. Nothing is lost. Please choose another place, or ask for me to be added there and post it again.` };
}

/** The reference and what it is about: never a name, a word of anybody's or what a concern is. */
function reminderNotice({ state }: CaseDesk, { kind, on }: Reminder): Notice {
  switch (kind) {
    case 'handed-over':
      return { title: `${state.ref}: this case is yours now`, text: `${state.handovers.at(-1)?.name ?? 'A supervisor'} handed it over to you. Open it to see where it stands, what is open and what was promised.` };
    case 'pause-over':
      return { title: `${state.ref}: the pause is over`, text: `You paused this case until ${dayInWords(on)}. Go on when you and the person are ready, or pause it again.` };
    case 'review-day':
      return { title: `${state.ref}: time to look at the plan together`, text: `The review day in the plan is ${dayInWords(on)}. Afterwards, open the case and hold the review.` };
    case 'no-answer':
      return { title: `${state.ref}: nobody has answered the plan yet`, text: `It has been there since ${dayInWords(dayInLondon(state.submissions.at(-1)?.postedAt ?? state.touchedAt))}. I remind nobody in the channel: you may want to ask your supervisor yourself.` };
    case 'concern-waits':
    case 'next-in-line':
      return { title: `${state.ref}: a safety action is open`, text: 'With: nobody yet. Open the case and its concerns to see what waits, and write down who takes it on.' };
  }
}
