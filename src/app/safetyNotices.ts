/** Telling others that a safety action is open: where, with what, and what is recorded of it. */
import { presentSafetyNotice, type SafetyDesk } from '../cards/safetyNoticeCard';
import { safetyActionOf, saysOf } from '../domain/analysis/safetyAction';
import { movedOn, standingNotice, withdrawn, type SafetyOwed } from '../domain/case/owedSafety';
import { remindersOf, type Reminder } from '../domain/case/reminders';
import { dayInLondon } from '../domain/case/londonTime';
import { isOverdue } from '../domain/framework/isOverdue';
import { nextInLine, standingOfWorker } from '../domain/organisation/nextInLine';
import type { CaseDesk } from './caseDesk';
import { organisationNow } from './organisationNow';
import { claimPosted } from './ownMessage';
import type { Delivered } from './delivered';
import type { Parts, Sent } from './ports';
import { tellFirst, tellOwner, type Notice } from './tellOwner';
import type { Place, Shown } from './turn';

type Found = { readonly kind: 'place'; readonly place: Place } | { readonly kind: 'nowhere' } | { readonly kind: 'not-theirs' };

/** Of the places that show safety actions, one that the link worker belongs to, or the next in line when they are gone: where it was told before, where the plan is, or the first. */
async function placeFor(parts: Parts, { state }: CaseDesk, at: string): Promise<Found> {
  const { safetyPlaces, messenger } = parts;
  const { safetyUntold: untold } = state;
  const barred = untold && dayInLondon(untold.at) === dayInLondon(at) ? untold.place : undefined;
  const marked = (await safetyPlaces.marked()).filter(({ id }) => id !== barred);
  if (marked.length === 0) return { kind: 'nowhere' };
  const theirs = await messenger.placesOf(await whoBelongs(parts, state.worker, at));
  const possible = marked.flatMap(({ id }) => theirs.find((place) => place.id === id) ?? []).sort((a, b) => a.name.localeCompare(b.name));
  const before = [standingNotice(state)?.place.id, state.submissions.at(-1)?.place.id];
  const place = before.flatMap((id) => possible.find((one) => one.id === id) ?? [])[0] ?? possible[0];
  return place ? { kind: 'place', place } : { kind: 'not-theirs' };
}

async function whoBelongs(parts: Parts, worker: string, at: string): Promise<string> {
  const organisation = await organisationNow(parts);
  const today = dayInLondon(at);
  const [next] = nextInLine(organisation, parts.settings, worker, today);
  return next && standingOfWorker(organisation, parts.settings, worker, today).kind === 'gone' ? next.person : worker;
}

/** The first message about it. Where nothing shows safety actions that is recorded, so that it is not tried again. */
export async function tellSafety(parts: Parts, desk: CaseDesk, { says }: Extract<SafetyOwed, { kind: 'tell-safety' }>, at: string): Promise<Delivered> {
  const found = await placeFor(parts, desk, at);
  switch (found.kind) {
    case 'place':
      return post(parts, desk, found.place, at);
    case 'nowhere': {
      const reason = 'no channel or chat shows safety notices';
      return { sent: { kind: 'failed', reason, final: true }, record: [{ type: 'RecordSafetyUntold', says, reason }] };
    }
    case 'not-theirs':
      return { sent: { kind: 'failed', reason: 'the link worker is in no channel or chat that shows safety notices', final: false }, record: [] };
  }
}

/** Still nobody: a new message, because one that only changes is announced to nobody. Without a place the supervisors of the team are told one to one; where there are none, the worker is told whom to ring. */
export async function tellNextInLine(parts: Parts, desk: CaseDesk, reminder: Reminder, at: string): Promise<Delivered> {
  const found = await placeFor(parts, desk, at);
  if (found.kind === 'place') return post(parts, desk, found.place, at, true);
  const supervisors = nextInLine(await organisationNow(parts), parts.settings, desk.state.worker, dayInLondon(at)).filter(({ as }) => as === 'supervisor');
  if (supervisors.length > 0) return toldNext(reminder, await tellFirst(parts, desk, supervisors, nobodyYet(desk)));
  const sent = await tellOwner(parts, desk, ringNotice(parts, desk, at), { at });
  // It says all that their own reminder would say.
  const said = [reminder, ...remindersOf(desk.reading).filter((other) => other.kind === 'concern-waits' && other.at <= at)];
  if (sent.kind === 'failed' && !sent.final) return { sent, record: [] };
  return { sent, record: said.map(({ key }) => ({ type: 'RecordReminded', reminder: key, ...(sent.kind === 'failed' ? { reason: sent.reason } : {}) })) };
}

const nobodyYet = ({ state: { ref, workerName } }: CaseDesk): Notice => ({ title: `${ref}: a safety action is open`, text: `With: nobody yet. The case is with ${workerName}. Please see that somebody named takes it on.` });

/** Their own reminder still goes to the worker. */
const toldNext = ({ key }: Reminder, sent: Sent): Delivered => ({ sent, record: sent.kind === 'failed' && !sent.final ? [] : [{ type: 'RecordReminded', reminder: key, ...(sent.kind === 'failed' ? { reason: sent.reason } : {}) }] });

async function post(parts: Parts, desk: CaseDesk, place: Place, at: string, isStill = false): Promise<Delivered> {
  const action = safetyActionOf(desk.reading);
  const says = saysOf(action);
  const sent = await parts.messenger.post(place, notice(desk, action, isStill));
  if (sent.kind === 'sent') {
    await claimPosted(parts, sent.message, at);
    return { sent, record: [{ type: 'RecordSafetyTold', place, message: sent.message, says }] };
  }
  return { sent, record: sent.final ? [{ type: 'RecordSafetyUntold', says, place: place.id, reason: sent.reason }] : [] };
}

export async function redrawSafety({ messenger }: Parts, desk: CaseDesk, { notice: { place, message }, says }: Extract<SafetyOwed, { kind: 'redraw-safety' }>): Promise<Delivered> {
  const sent = await messenger.update(place, message, notice(desk, says === movedOn || says === withdrawn ? { kind: says } : safetyActionOf(desk.reading)));
  if (sent.kind === 'sent') return { sent, record: [{ type: 'RecordSafetyShown', message, says }] };
  return { sent, record: sent.final ? [{ type: 'RecordSafetyShown', message, says, reason: sent.reason }] : [] };
}

const notice = ({ state: { ref, workerName } }: CaseDesk, action: SafetyDesk['action'], isStill = false): Shown => presentSafetyNotice({ ref, workerName, action, isStill });

function ringNotice(parts: Parts, { state }: CaseDesk, at: string): Notice {
  const content = parts.content(state.framework);
  const people = ['gp-supervisor', 'duty-gp'].flatMap((id) => content.contacts.get(id) ?? []);
  const numbers = people.map((contact) => `${contact.name}, ${contact.number}${isOverdue(contact, dayInLondon(at)) ? ' (check this number)' : ''}`);
  const text = `With: nobody yet. No channel shows safety notices, so I have told nobody else. Please ring: ${numbers.join('; or ')}. Then write down who takes it on.`;
  return { title: `${state.ref}: a safety action is still open`, text };
}
