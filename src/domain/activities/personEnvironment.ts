/** Person and environment: "Can I get there and be all right there?" (domain guide 1.2, checks 6 to 10). */
import type { Meaning } from '../framework/meaning';
import type { Source } from '../plan/frozenPlan';
import { contactOf, mayStillHave, type Activity } from './activity';
import { comesToThem, longestJourney, waysThere } from './journey';
import type { Change, CheckResult } from './option';
import { factOf, isAnswered, says, toldBy, valuesTold } from './told';
import { environment, gravest, listed, no, notKnown, notListed, occupation, person, pounds, yes, type Check, type Trial } from './trial';

export const personEnvironmentChecks: readonly Check[] = [
  { check: 'reachable', read: isReachable, restsOn: ({ activity: { kind, travel, access, firstVisit, when } }) => [kind, travel, access.includes('step-free'), firstVisit.includes('help-with-travel'), when?.afterDark] },
  { check: 'affordable', read: isAffordable, restsOn: ({ activity: { pounds: price } }) => [price] },
  { check: 'adjustments', read: hasAdjustments, restsOn: ({ activity: { access, kind, demand, firstVisit, inPart } }) => [access, kind, demand.thinking, firstVisit.includes('bring-somebody'), inPart.includes('access')] },
  { check: 'safe-welcoming', read: isWelcoming, restsOn: ({ activity: { company, firstVisit, placeKind, kind } }) => [company, firstVisit.includes('met-at-the-door'), placeKind, kind] },
  { check: 'someone-to-start', read: hasSomebodyToStart, restsOn: ({ activity: { kind, travel, access, firstVisit, joining } }) => [kind, travel, access.includes('step-free'), firstVisit, joining] },
];

function isReachable(trial: Trial): CheckResult {
  const { activity } = trial;
  if (activity.kind === 'online') return isReachableOnline(trial);
  const facts = [factOf(activity, 'travel')];
  if (comesToThem(activity)) return yes('reachable', activity.kind === 'phone' ? 'They can take part from home, by phone.' : 'It comes to their own home.', [factOf(activity, 'kind')]);
  const journey = activity.travel?.pickUp ? yes('reachable', 'They are fetched from home and taken back.', facts) : isWithinReach(trial);
  return gravest(journey, cannotGoOut(trial), inTheDark(trial));
}

function cannotGoOut({ activity, told }: Trial): CheckResult | undefined {
  return says(told, 'travel:not-out') ? no('reachable', 'They cannot go out at the moment.', [...toldBy(told, 'travel:not-out'), factOf(activity, 'travel')], helpThere(activity)) : undefined;
}

function isWithinReach(trial: Trial): CheckResult {
  const { activity, told } = trial;
  const modes = valuesTold(told, 'travel').filter((mode) => mode !== 'not-out');
  if (modes.length === 0) return notKnown('reachable', 'How they get about, and how far is all right.', trial, 'travel', 'travel');
  if (!activity.travel) return notListed('reachable', activity.place === undefined ? 'Where it is, and how to get there, is not listed.' : 'How to get there is not listed.', trial, 'travel', ...toldBy(told, ...modes.map((mode) => `travel:${mode}`)));
  const facts = [factOf(activity, 'travel')];
  const named = toldBy(told, ...modes.map((mode) => `travel:${mode}`));
  const way = waysThere(activity, told)[0];
  const longest = longestJourney(told);
  if (cannotTell(trial, way?.minutes, longest)) return notListed('reachable', `How long it takes to get there is not listed. ${aboutMiles(activity.travel)}`, trial, 'travel', ...named);
  if (!way) return no('reachable', 'None of the ways they get about leads there.', [...named, ...facts], helpThere(activity));
  const from = [...toldBy(told, way.means), ...(longest === undefined ? [] : toldBy(told, `minutes:${longest}`)), ...facts];
  if (longest === undefined || way.minutes <= longest) return yes('reachable', `It is ${way.minutes} minutes ${way.by}${longest === undefined ? '' : `, and ${longest} is all right for them`}.`, from);
  return no('reachable', `It is ${way.minutes} minutes ${way.by}, and they can manage ${longest}.`, from, helpThere(activity) ?? liftWithin(activity, longest));
}

/** Worked out from the distance: a bus, or another way that they named, may be quicker than what could be worked out. */
function cannotTell({ activity, told }: Trial, minutes: number | undefined, longest: number | undefined): boolean {
  if (activity.travel?.miles === undefined) return false;
  const byBus = says(told, 'travel:bus') && activity.travel.bus === undefined;
  return minutes === undefined || (byBus && longest !== undefined && minutes > longest);
}

const aboutMiles = ({ miles }: NonNullable<Activity['travel']>): string => (miles === undefined ? '' : miles < 1 ? 'It is less than a mile from the middle of the area.' : `It is about ${Math.round(miles)} ${Math.round(miles) === 1 ? 'mile' : 'miles'} from the middle of the area.`);

const helpThere = ({ travel, firstVisit }: Activity): Change | undefined => {
  if (travel?.pickUp) return environment('Use the pick-up from home.');
  return firstVisit.includes('help-with-travel') ? environment('Ask for the help with travel that they offer.') : undefined;
};
const liftWithin = ({ travel }: Activity, longest: number): Change | undefined => (travel?.car !== undefined && travel.car <= longest ? environment(`Find a lift: it is ${travel.car} minutes by car.`) : undefined);

/** Somebody who goes out in daylight only needs to be driven or fetched when it is dark. */
function inTheDark(trial: Trial): CheckResult | undefined {
  const { activity, told } = trial;
  if (!says(told, 'free:daylight-only')) return undefined;
  if (!activity.when) return notListed('reachable', 'Whether it is still light then: when it runs is not listed.', trial, 'when', ...toldBy(told, 'free:daylight-only'));
  if (!activity.when.afterDark) return undefined;
  const from = [...toldBy(told, 'free:daylight-only'), factOf(activity, 'when')];
  const driven = ['lift', 'car', 'taxi'].some((mode) => says(told, `travel:${mode}`)) ? environment('Go by car or taxi, door to door.') : undefined;
  return no('reachable', `It is dark then (${activity.when.text}), and they go out in daylight only.`, from, helpThere(activity) ?? driven);
}

function isReachableOnline(trial: Trial): CheckResult {
  const { activity, told } = trial;
  const facts = [factOf(activity, 'kind')];
  const offline = (['no', 'phone-only'] as const).find((value) => says(told, `online:${value}`));
  if (offline) return no('reachable', 'It is online only, and they do not go online.', [...toldBy(told, `online:${offline}`), ...facts]);
  if (says(told, 'online:with-help')) return no('reachable', 'It is online, and they need help with that.', [...toldBy(told, 'online:with-help'), ...facts], environment('Set it up together the first time.'));
  if (says(told, 'snag:digital')) return no('reachable', 'It is online only, and that is a barrier for them.', [...toldBy(told, 'snag:digital'), ...facts], environment('Set it up together the first time.'));
  if (says(told, 'online:yes')) return yes('reachable', 'It is online, and they are confident with that.', [...toldBy(told, 'online:yes'), ...facts]);
  return notKnown('reachable', 'Whether going online is all right for them.', trial, 'kind', 'online');
}

/** Dearest thing, in pounds, that money which only just covers what is needed still allows. */
const LOW_COST = 3;

function isAffordable(trial: Trial): CheckResult {
  const { activity, told } = trial;
  const facts = [factOf(activity, 'pounds')];
  if (activity.pounds === 0) return yes('affordable', 'It is free.', facts);
  if (activity.pounds === undefined) return notListed('affordable', 'What it costs is not listed.', trial, 'pounds');
  const price = `It costs ${pounds(activity.pounds)}.`;
  const cheaper = environment('Ask about a free or cheaper place.');
  const limit: Meaning | undefined = ['cost:free-only', 'snag:cost'].find((meaning) => says(told, meaning)) ?? (says(told, 'cost:low') && activity.pounds > LOW_COST ? 'cost:low' : undefined);
  if (limit) {
    const from = toldBy(told, limit);
    return no('affordable', from.length === 0 ? price : `It costs ${pounds(activity.pounds)}, and ${limit === 'cost:low' ? 'money only just covers things' : 'it needs to be free'}.`, [...from, ...facts], cheaper);
  }
  const covered = ['cost:low', 'cost:any'].find((meaning) => says(told, meaning));
  if (covered) return yes('affordable', `It costs ${pounds(activity.pounds)}, which should be all right.`, [...toldBy(told, covered), ...facts]);
  return notKnown('affordable', `Whether ${pounds(activity.pounds)} is all right.`, trial, 'pounds', 'cost');
}

type Adjustment = { readonly words: string; readonly change?: Change };
/** What can be arranged when a place does not offer it. A step cannot be wished away, so it has no change. */
const adjustments: Readonly<Record<string, Adjustment>> = {
  'step-free': { words: 'step-free' },
  seated: { words: 'a seat', change: environment('Ask for a chair to be kept for them.') },
  short: { words: 'a short visit', change: occupation('Stay for the first half hour.') },
  quiet: { words: 'somewhere quiet', change: environment('Go at the quietest time.') },
  hearing: { words: 'help with hearing', change: environment('Ask for a place near the leader.') },
  seeing: { words: 'help with seeing', change: environment('Ask the leader what can be made bigger or brighter.') },
  interpreter: { words: 'an interpreter', change: environment('Book an interpreter for the first visit.') },
  bsl: { words: 'BSL', change: environment('Book a BSL interpreter for the first visit.') },
  'large-print': { words: 'large print', change: environment('Ask for large print.') },
  'easy-read': { words: 'Easy Read', change: environment('Ask for Easy Read.') },
  prompting: { words: 'a reminder', change: environment('Ask them to ring on the day.') },
  'someone-with-me': { words: 'somebody alongside', change: person('Ask if they may bring somebody.') },
  'more-time': { words: 'more time', change: environment('Tell the leader that they need more time.') },
};

/** There are no steps at home, and print matters where there is something to read. */
function matters(need: string, activity: Activity): boolean {
  if (need === 'step-free') return !comesToThem(activity);
  return (need !== 'large-print' && need !== 'easy-read') || activity.demand.thinking !== 'light';
}

function hasAdjustments(trial: Trial): CheckResult {
  const { activity, told } = trial;
  const needs = valuesTold(told, 'needs').filter((need) => adjustments[need] && matters(need, activity));
  const facts = [factOf(activity, 'access')];
  if (needs.length === 0) return isAnswered(told, 'needs') ? yes('adjustments', 'Nothing that they named stands in the way.', facts) : notKnown('adjustments', 'What would make it easier to take part.', trial, 'access', 'needs');
  const has = (need: string): boolean => activity.access.some((tag) => tag === need) || (need === 'someone-with-me' && activity.firstVisit.includes('bring-somebody'));
  const missing = needs.filter((need) => !has(need)).sort((a, b) => Number(adjustments[a]?.change !== undefined) - Number(adjustments[b]?.change !== undefined));
  const from = (values: readonly string[]) => [...toldBy(told, ...values.map((need) => `needs:${need}`)), ...facts];
  const words = (values: readonly string[]): string => listed(values.map((need) => adjustments[need]?.words ?? need));
  const [first] = missing;
  if (first === undefined) return yes('adjustments', `It offers ${words(needs)}.`, from(needs));
  if (mayStillHave(activity, 'access')) return notListed('adjustments', `Whether it offers ${words(missing)} is not listed.`, trial, 'access', ...from(missing));
  return no('adjustments', first === 'step-free' ? 'It is not listed as step-free.' : `It does not list ${words(missing)}.`, from(missing), adjustments[first]?.change);
}

const placeWords: Readonly<Record<string, string>> = { park: 'a park or the water', library: 'the library', cafe: 'a cafe', 'faith-place': 'a faith place', 'community-centre': 'the community centre', shops: 'the shops' };

function isWelcoming(trial: Trial): CheckResult {
  const { activity, told } = trial;
  const facts = [factOf(activity, 'placeKind')];
  if (says(told, 'snag:nerves') && activity.company === 'big' && !activity.firstVisit.includes('met-at-the-door')) {
    return no('safe-welcoming', 'Nerves put them off before, and a crowd may be there.', [...toldBy(told, 'snag:nerves'), ...facts], environment(`Ask ${contactOf(activity)} to meet them at the door.`));
  }
  const liked = told.places.find(({ place, avoided }) => place === activity.placeKind && !avoided);
  if (liked) return yes('safe-welcoming', `They like ${placeWords[liked.place] ?? 'places of this kind'}.`, [liked.source, ...facts]);
  if (comesToThem(activity) && !says(told, 'snag:home')) return yes('safe-welcoming', 'They can stay at home for it.', facts);
  if (comesToThem(activity)) return no('safe-welcoming', 'Home is not easy for them at the moment.', [...toldBy(told, 'snag:home'), ...facts], environment('Agree where and when they can talk in peace.'));
  return notKnown('safe-welcoming', 'Whether they would feel at ease in that place.', trial, 'placeKind', 'likes');
}

/** A first visit needs a hand when belief is low, nobody is around, nerves got in the way, or nobody rang back (realist review, Husk et al. 2020). */
const handNeeded: readonly { readonly means: Meaning; readonly because: string }[] = [
  { means: 'belief:low', because: 'They are not sure yet of making a change alone.' },
  { means: 'support:no-one', because: 'There is nobody around to go along.' },
  { means: 'snag:nerves', because: 'Nerves put them off before.' },
  { means: 'snag:confidence', because: 'Their confidence is low.' },
  { means: 'snag:travel', because: 'Getting there put them off before.' },
  { means: 'snag:nobody-got-back', because: 'Nobody got back to them before.' },
];

function hasSomebodyToStart(trial: Trial): CheckResult {
  const { activity, told } = trial;
  const facts = [factOf(activity, 'firstVisit')];
  const forgotten = says(told, 'snag:nobody-got-back') && activity.joining !== 'drop-in' && !activity.firstVisit.includes('call-before');
  const forgotBefore = forgotten ? no('someone-to-start', 'Nobody got back to them before.', [...toldBy(told, 'snag:nobody-got-back'), ...facts], environment(`Ring ${contactOf(activity)} together, and agree who rings back.`)) : undefined;
  const hand = handFor(trial, facts);
  return forgotBefore ? gravest(forgotBefore, hand) : hand;
}

function handFor(trial: Trial, facts: readonly Source[]): CheckResult {
  const { activity, told } = trial;
  const reason = handNeeded.find(({ means }) => says(told, means));
  if (reason) {
    const from = [...toldBy(told, reason.means), ...facts];
    const byBus = !comesToThem(activity) && waysThere(activity, told)[0]?.means === 'travel:bus';
    if (byBus && !activity.travel?.pickUp && !activity.firstVisit.includes('help-with-travel')) return no('someone-to-start', reason.because, from, person('Meet them at the bus stop the first time.'));
    if (activity.firstVisit.length === 0) return no('someone-to-start', reason.because, from, person('Go along with them the first time.'));
    return yes('someone-to-start', firstHelp(trial), facts);
  }
  if (says(told, 'support:someone')) return yes('someone-to-start', 'They have somebody who could help them start.', toldBy(told, 'support:someone').length > 0 ? toldBy(told, 'support:someone') : facts);
  return activity.firstVisit.length > 0 ? yes('someone-to-start', firstHelp(trial), facts) : notKnown('someone-to-start', 'Who could go along the first time.', trial, 'firstVisit', 'support');
}

function firstHelp({ activity }: Trial): string {
  const { firstVisit } = activity;
  const named = contactOf(activity);
  const contact = `${named.charAt(0).toUpperCase()}${named.slice(1)}`;
  if (firstVisit.includes('met-at-the-door')) return `${contact} meets people at the door the first time.`;
  if (firstVisit.includes('call-before')) return `${contact} rings before the first visit.`;
  if (firstVisit.includes('help-with-travel')) return 'They help with travel the first time.';
  return firstVisit.includes('bring-somebody') ? 'People may bring somebody along.' : 'People may try it once first.';
}
