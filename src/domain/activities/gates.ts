/**
 * What is not offered at all, whatever else fits: a gate that fails is a reason, never a weight (domain guide, 1.2).
 * The first gate that fails speaks; the order goes from the person's own no to the facts of the place.
 */
import type { OpenCase } from '../case/case';
import type { Concern } from '../analysis/finding';
import type { Conversation } from '../case/conversation';
import { optionsBehind } from '../framework/choices';
import type { Activity } from './activity';
import { agesInWords } from './environmentOccupation';
import { comesToThem } from './journey';
import { linksOf, mentionsIn, ownMentions, quoted } from './links';
import type { GateFailure } from './option';
import { says, type Told } from './told';

export type GateView = { readonly told: Told; readonly declined: OpenCase['declined']; readonly concerns: readonly Concern[]; readonly age?: number };

/** Undefined when every gate stands open. */
export function failedGate(activity: Activity, view: GateView): GateFailure | undefined {
  for (const gate of gates) {
    const because = gate.because(activity, view);
    if (because !== undefined) return { activity, gate: gate.gate, because };
  }
  return undefined;
}

type Gate = { readonly gate: GateFailure['gate']; readonly because: (activity: Activity, view: GateView) => string | undefined };

const gates: readonly Gate[] = [
  { gate: 'declined', because: ({ id }, { declined }) => (declined.has(id) ? declinedBecause(declined.get(id)) : undefined) },
  { gate: 'disliked', because: (activity, { told }) => dislikedBecause(activity, told) },
  { gate: 'closed', because: ({ status }) => (status === 'closed' ? 'It has closed.' : undefined) },
  { gate: 'eligibility', because: (activity, view) => notForThem(activity, view) },
  { gate: 'clinical-check', because: (activity, view) => waitsForClinician(activity, view) },
  { gate: 'safety', because: (activity, view) => notSafeYet(activity, view) },
];

const declinedBecause = (reason: string | undefined): string => (reason === undefined || reason.trim() === '' ? 'They said no to it.' : `They said no to it: ${quoted(reason)}.`);

function dislikedBecause(activity: Activity, told: Told): string | undefined {
  const named = mentionsIn(activity.words, told).find(({ mood }) => mood === 'disliked');
  if (named) return `They said ${quoted(named.quote)}.`;
  const objection = told.match.objectionTo(activity, told.dislikes.some(({ what }) => what === 'company:small'));
  if (objection) return objection.said.noticed ? `You noticed that it is not for them, and its listing says ${quoted(objection.offered)}.` : `They said ${quoted(objection.said.quote)}, and its listing says ${quoted(objection.offered)}.`;
  const family = told.dislikes.find(({ what }) => what === `interest:${activity.interests[0]}`);
  return family && !linksOf(activity, told).some(({ kind }) => kind === 'words') ? `They said ${quoted(family.quote)}.` : undefined;
}

/** Only the year of birth is known, so somebody is let in if they may have had the birthday. */
function notForThem(activity: Activity, { told, age }: GateView): string | undefined {
  const { ages, madeFor } = activity;
  if (age !== undefined && ((ages.from !== undefined && age < ages.from) || (ages.to !== undefined && age - 1 > ages.to))) return `It is for people ${agesInWords(activity)}.`;
  if (!madeFor) return undefined;
  if (madeFor.means.some((meaning) => says(told, meaning)) || ownMentions(madeFor.words, told).length > 0) return undefined;
  const other = says(told, 'welcome:women-only') ? 'women-only' : says(told, 'welcome:men-only') ? 'men-only' : undefined;
  const separate = activity.welcome.find((tag) => tag.endsWith('-only'));
  if (separate) return other !== undefined && other !== separate ? `It is for ${madeFor.whom}.` : undefined;
  return `It is for ${madeFor.whom}. If that is them, they are welcome there.`;
}

/** Concerns after which a clinician says yes before physical activity: emergency, new symptom, falls, told to limit (3.2). */
const clinicianFirst = new Set(['F07', 'F08', 'F10', 'F12']);

/** Where nobody said whether a check is needed, moving is taken as exercise. */
function waitsForClinician({ clinicalCheck, demand, interests }: Activity, { told, concerns }: GateView): string | undefined {
  const physical = (clinicalCheck ?? interests.includes('moving')) || demand.body === 'much';
  if (!physical) return undefined;
  if (says(told, 'gate:check-first')) return 'They were told to limit what they do. Ask the clinician first.';
  return concerns.some((concern) => clinicianFirst.has(concern.code) && isUnsettled(concern)) ? 'It is exercise, and a health concern is open. Ask the clinician first.' : undefined;
}

export const isUnsettled = ({ state }: Concern): boolean => state === 'open' || state === 'owned';

/** Concerns under which a contact at home must first be agreed to be safe, for the person or for whoever comes (3.2). */
const safeContactFirst = new Set(['F15', 'F17', 'F19', 'F22']);

/** True while somebody at home, or whoever comes, may be harmed by what is sent or handed over. */
export const mustAskWhatIsSafe = (concerns: readonly Concern[]): boolean => concerns.some((concern) => safeContactFirst.has(concern.code) && isUnsettled(concern));

function notSafeYet(activity: Activity, { told, concerns }: GateView): string | undefined {
  const avoided = told.places.find(({ place, avoided: isAvoided }) => isAvoided && place === activity.placeKind);
  if (avoided) return avoided.source.kind === 'words' ? `They avoid that kind of place: ${quoted(avoided.source.quote)}.` : 'They avoid that kind of place.';
  if (!comesToThem(activity)) return undefined;
  return mustAskWhatIsSafe(concerns) ? 'A safety action is open. Agree first which contact at home is safe.' : undefined;
}

/** Another service has the lead (domain guide 3.3, tier 4), or there is no consent to work on. */
export const leadsElsewhere = ({ code }: Pick<Concern, 'code'>): boolean => code === 'F04';
const waitsForThem = 'Another service leads at the moment. Activities wait until they agree. When they do, write their answer on the card of that concern.';

/** Why activities wait as a whole, in words; undefined when they do not. */
export function heldBackBecause({ conversation, concerns }: { readonly conversation: Conversation; readonly concerns: readonly Concern[] }): string | undefined {
  if (concerns.some(({ urgency, state }) => urgency === 'NOW' && state === 'open')) return 'Something has to happen now. Activities wait until a named person has taken it on.';
  const led = concerns.filter(leadsElsewhere);
  if (led.some(isUnsettled)) return waitsForThem;
  const byRule = conversation.fired.find(({ trigger }) => trigger.leads === 'other-service' && !trigger.raises.some(({ code }) => concerns.some((concern) => concern.code === code && !isUnsettled(concern))));
  if (byRule) return waitsForThem;
  return refusedNotes(conversation) ? 'They did not agree to notes, so nothing can be matched. Offer information only.' : undefined;
}

function refusedNotes({ open, answers }: Conversation): boolean {
  return open.some((prompt) =>
    (answers.get(prompt.id)?.choices ?? []).some((choice) => {
      const means = optionsBehind(prompt, choice).flatMap((option) => option.means);
      return means.includes('shares:notes') && means.includes('consent:no');
    }),
  );
}
