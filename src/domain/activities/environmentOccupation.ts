/** Environment and occupation: "Can this place really deliver this activity the way I need it?" (domain guide 1.2, checks 11 and 12). */
import { mayStillHave, type Activity } from './activity';
import type { Meaning } from '../framework/meaning';
import type { Source } from '../plan/frozenPlan';
import { dayAndYear, dayInWords } from '../plan/days';
import { dayBefore, daysBetween } from './dates';
import { newsThatItStops } from './inItsWords';
import type { Change, CheckResult } from './option';
import { shortened } from './shortened';
import { factOf, isAnswered, says, toldBy, valuesTold } from './told';
import { environment, gravest, no, notKnown, notListed, occupation, person, yes, type Check, type Trial } from './trial';

export const environmentOccupationChecks: readonly Check[] = [
  { check: 'open-now', read: isOpenNow, restsOn: ({ activity: { heard, status, checked, waitWeeks, joining, ages, when, inItsWords } }) => [heard?.trouble, status, checked, waitWeeks, joining, ages, when?.from, when?.until, newsThatItStops({ inItsWords })], changesWhenHeard: true },
  {
    check: 'setting',
    read: hasTheRightForm,
    // Of smaller siblings only one for somebody who likes to be alone opens a way out that was not there.
    restsOn: ({ activity, others }) => [activity.company, activity.setting, activity.rhythm, activity.manner, activity.demand.body, activity.leader, activity.inPart.includes('leader'), smallerSibling({ activity, others }, 'alone') !== undefined],
  },
];

/** Days after which a listing needs a call first; after a year it counts as a no until somebody rang. */
const FRESH_DAYS = 183;
const STALE_DAYS = 365;
const LONG_WAIT_WEEKS = 6;

function isOpenNow(trial: Trial): CheckResult {
  const { activity, told, today, age } = trial;
  const from = [factOf(activity, 'status'), factOf(activity, 'checked')];
  const notNow = notOnNow(activity, today);
  if (notNow) return notNow;
  if (activity.status === 'full') return no('open-now', isWaiting(activity) ? `It is full. The wait is about ${activity.waitWeeks} weeks.` : 'It is full.', from, environment('Go on the waiting list, and start with something else.'));
  const old = activity.checked === undefined ? undefined : daysBetween(activity.checked, today);
  if (old !== undefined && old > STALE_DAYS) return no('open-now', 'It was last checked more than a year ago.', from, environment('Ring first to hear that it still runs.'));
  if (activity.waitWeeks !== undefined && activity.waitWeeks > LONG_WAIT_WEEKS) return no('open-now', `The wait is about ${activity.waitWeeks} weeks.`, [factOf(activity, 'waitWeeks')], environment('Ask to go on the list now, and start with something else.'));
  const hurdle = joiningHurdle(activity);
  const blocked = hurdle && ['snag:rules', 'snag:digital'].find((meaning) => says(told, meaning) && (meaning === 'snag:rules' || activity.joining === 'online-form'));
  if (hurdle && blocked) return no('open-now', hurdle, [...toldBy(told, blocked), factOf(activity, 'joining')], environment('Fill the form in together.'));
  if (old === undefined) return notListed('open-now', 'Whether it still runs: nobody noted when it was last checked. Ring first.', trial, 'checked');
  if (old > FRESH_DAYS) return notKnown('open-now', 'Whether it still runs: it was last checked more than six months ago. Ring first.', trial, 'checked');
  if (age === undefined && (activity.ages.from !== undefined || activity.ages.to !== undefined)) return notKnown('open-now', `Whether they are the right age: it is for people ${agesInWords(activity)}.`, trial, 'ages');
  if (activity.status === undefined) return notListed('open-now', 'Whether it is running, and has places, is not listed. Ring first.', trial, 'status');
  return yes('open-now', isWaiting(activity) ? `It is running, with a wait of about ${activity.waitWeeks} weeks.` : 'It is running.', from);
}

/** A course that is over, or has not begun, does not run now, whatever else is listed; unless somebody rang since, and heard that it goes on. */
export function outsideItsDates({ when, heard }: Activity, today: string): 'over' | 'not-begun' | undefined {
  const { from, until } = when ?? {};
  if (until !== undefined && until < today && !(heard?.checked !== undefined && heard.checked > until)) return 'over';
  return from !== undefined && from > today ? 'not-begun' : undefined;
}

const LONGEST_NEWS = 100;

/** Who rang and heard that it is still so knows better. */
const stopsByNews = (activity: Activity): boolean => activity.heard?.checked === undefined && newsThatItStops(activity);

/** What stands in the way of it running at all, before anything else is asked. */
function notOnNow(activity: Activity, today: string): CheckResult | undefined {
  const trouble = activity.heard?.trouble;
  if (trouble) return no('open-now', `${troubleWords[trouble.what]} on ${dayInWords(trouble.day)}, and nobody has checked it since.`, [factOf(activity, 'heard')], environment('Ring first to hear how it is now.'));
  const [outside, from] = [outsideItsDates(activity, today), [factOf(activity, 'when')]];
  if (stopsByNews(activity)) return no('open-now', `Its news says “${shortened(activity.inItsWords?.news ?? '', LONGEST_NEWS).replace(/[.!]$/, '')}”.`, [factOf(activity, 'inItsWords')], environment('Ring first to hear from when it runs.'));
  if (outside === 'over') return no('open-now', `The last day that is listed for it was ${dayAndYear(activity.when?.until ?? '')}.`, from, environment('Ring first to hear when it runs next.'));
  return outside && no('open-now', `It begins on ${dayAndYear(activity.when?.from ?? '')}.`, from, environment('Note the first day, and start with something else until then.'));
}

const isWaiting = ({ waitWeeks }: Activity): boolean => waitWeeks !== undefined && waitWeeks > 0;

const troubleWords = { closed: 'A link worker heard that it was closed', full: 'A link worker heard that it was full', 'not-as-described': 'A link worker heard that it was not as it is listed', changed: 'A link worker heard that something had changed' } as const;

/** Full, over or not begun, not running by its own news, said to be closed or otherwise than it is listed, or with nobody having looked for half a year: it is said, and it never comes first. */
export function isReady(activity: Activity, today: string): boolean {
  const { status, checked, heard } = activity;
  return heard?.trouble === undefined && status !== 'full' && status !== 'closed' && checked !== undefined && checked >= freshFrom(today) && outsideItsDates(activity, today) === undefined && !stopsByNews(activity);
}

/** The earliest ISO day of a check that still counts. It is asked for of every activity, and is the same all day. */
export function freshFrom(today: string): string {
  if (fresh.today !== today) fresh = { today, from: dayBefore(today, FRESH_DAYS) };
  return fresh.from;
}
let fresh = { today: '', from: '' };

const joiningHurdle = ({ joining }: Activity): string | undefined => (joining === 'online-form' ? 'Joining means filling in a form online.' : joining === 'referral' ? 'Joining means a form from the link worker.' : undefined);

export const agesInWords = ({ ages: { from, to } }: Activity): string => (from !== undefined && to !== undefined ? `from ${from} to ${to}` : from !== undefined ? `of ${from} or over` : `up to ${to}`);

const sizes = ['alone', 'one-to-one', 'small', 'big'] as const;
/** How much company, as it is said of a person who likes it so. */
export const sizeWords: Readonly<Record<(typeof sizes)[number], string>> = { alone: 'doing things alone', 'one-to-one': 'one-to-one', small: 'a small group', big: 'a big group' };

const isSizeListed = ({ company, groupSize }: Activity): boolean => company !== undefined || groupSize !== undefined;

/** Size of the group, place, rhythm, and a leader who can meet what the person brings. */
function hasTheRightForm(trial: Trial): CheckResult {
  const [failed, ...others] = [turnedDownCompany(trial) ?? tooManyPeople(trial), wrongPlace(trial), wrongRhythm(trial), unpreparedLeader(trial)].filter((result) => result !== undefined);
  if (failed) return gravest(failed, ...others);
  const open = formNotListed(trial);
  if (open) return open;
  const { activity, told } = trial;
  const company = valuesTold(told, 'company').map((value) => `company:${value}`);
  const facts = [factOf(activity, 'groupSize')];
  if (trial.unsteady && activity.leader.includes('falls-aware')) return yes('setting', isSizeListed(activity) ? `${capital(companyOf(activity))}, and the leader knows about falls.` : 'The leader knows about falls.', [...toldBy(told, ...company), ...facts, factOf(activity, 'leader')]);
  if (company.length > 0) return yes('setting', companyBeside(activity, company), [...toldBy(told, ...company), ...facts]);
  if (activity.setting !== undefined && says(told, `setting:${activity.setting}`)) return yes('setting', `It is ${activity.setting}, as they like it.`, [...toldBy(told, `setting:${activity.setting}`), factOf(activity, 'setting')]);
  if (activity.rhythm !== undefined && says(told, `rhythm:${activity.rhythm}`)) return yes('setting', activity.rhythm === 'regular' ? 'It is regular, as they like it.' : 'They can drop in, as they like it.', [...toldBy(told, `rhythm:${activity.rhythm}`), factOf(activity, 'rhythm')]);
  return isAnswered(told, 'company') ? yes('setting', `${capital(companyOf(activity))}. They named nothing against that.`, facts) : notKnown('setting', 'Alone or in company, indoors or out: how they like to do things.', trial, 'groupSize', 'company');
}

/** That it suits is said only of what they named themselves: one-to-one is no small group. */
function companyBeside(activity: Activity, named: readonly string[]): string {
  if (named.includes(`company:${activity.company}`)) return `${capital(companyOf(activity))}, which suits how they like company.`;
  const liked = sizes.filter((size) => named.includes(`company:${size}`)).map((size) => sizeWords[size]);
  return liked.length === 0 ? `${capital(companyOf(activity))}.` : `${capital(companyOf(activity))}. They like ${liked.join(' or ')}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function companyOf({ company, groupSize }: Activity): string {
  if (company === 'alone') return 'they can do it on their own';
  if (company === 'one-to-one') return 'it is one-to-one';
  if (groupSize !== undefined) return `there are up to ${groupSize} people`;
  return company === undefined ? 'how many people come is not listed' : `it is ${sizeWords[company]}`;
}

function turnedDownCompany({ activity, told }: Trial): CheckResult | undefined {
  const dislike = told.dislikes.find(({ what }) => what === `company:${activity.company}`);
  return dislike && no('setting', `${capital(companyOf(activity))}, and they said “${dislike.quote.replace(/\.$/, '')}”.`, [dislike.source, factOf(activity, 'company')]);
}

function tooManyPeople(trial: Trial): CheckResult | undefined {
  const { activity, told } = trial;
  const wanted = sizes.filter((size) => says(told, `company:${size}`));
  const most = wanted.at(-1);
  if (most === undefined || activity.company === undefined || sizes.indexOf(activity.company) <= sizes.indexOf(most)) return undefined;
  const from = [...toldBy(told, `company:${most}`), factOf(activity, 'groupSize')];
  return no('setting', `${capital(companyOf(activity))}, and they like ${sizeWords[most]}.`, from, smallerForm(trial, most));
}

/** The same people may run something smaller; else two go in together. Somebody who likes to be alone keeps a place apart. */
function smallerForm(trial: Trial, most: (typeof sizes)[number]): Change | undefined {
  const sibling = smallerSibling(trial, most);
  if (sibling) return occupation(`Start with the smaller one: ${sibling.name}.`);
  if (most !== 'alone') return person('Come as a pair.');
  return trial.activity.manner === 'doing' ? occupation('Ask for a place of their own to work at.') : undefined;
}

export function smallerSibling({ activity, others }: Pick<Trial, 'activity' | 'others'>, most: (typeof sizes)[number]): Activity | undefined {
  const { provider, company } = activity;
  if (provider === undefined || company === undefined) return undefined;
  return others.find((other) => other.id !== activity.id && other.company !== undefined && other.status === 'open' && other.provider === provider && sizes.indexOf(other.company) < sizes.indexOf(company) && sizes.indexOf(other.company) <= sizes.indexOf(most) && other.interests.some((interest) => activity.interests.includes(interest)));
}

function wrongPlace({ activity, told }: Trial): CheckResult | undefined {
  const wanted = (['indoors', 'outdoors'] as const).filter((place) => says(told, `setting:${place}`));
  if (wanted.length !== 1 || activity.setting === undefined || activity.setting === 'home' || activity.setting === wanted[0]) return undefined;
  const change = wanted[0] === 'outdoors' ? occupation('Walk part of the way, or ask for a part that is outside.') : environment('Choose a dry day, and ask where they can sit inside.');
  return no('setting', `It is ${activity.setting}, and they like to be ${wanted[0]}.`, [...toldBy(told, `setting:${wanted[0]}`), factOf(activity, 'setting')], change);
}

function wrongRhythm({ activity, told }: Trial): CheckResult | undefined {
  const wanted = (['regular', 'drop-in'] as const).filter((rhythm) => says(told, `rhythm:${rhythm}`));
  if (wanted.length !== 1 || activity.rhythm === undefined || activity.rhythm === wanted[0]) return undefined;
  const from = [...toldBy(told, `rhythm:${wanted[0]}`), factOf(activity, 'rhythm')];
  return wanted[0] === 'regular'
    ? no('setting', 'It is a drop-in, and they like something regular.', from, occupation('Agree the same day each week with the leader.'))
    : no('setting', 'It is regular, and they like to drop in.', from, environment('Ask if they may come when they can.'));
}

function unpreparedLeader({ activity, told, unsteady }: Trial): CheckResult | undefined {
  if (mayStillHave(activity, 'leader')) return undefined;
  const facts = [factOf(activity, 'leader')];
  if (unsteady && activity.demand.body !== 'light' && !activity.leader.includes('falls-aware')) return no('setting', 'Its listing does not say that the leader knows about falls.', facts, environment('Tell the leader what helps, and ask for a place to rest.'));
  if (says(told, 'welcome:trauma-aware') && activity.leader.length === 0) return no('setting', 'Its listing does not say that anybody there is trained for this.', [...toldBy(told, 'welcome:trauma-aware'), ...facts], environment('Talk with the leader first about what helps.'));
  return undefined;
}

/** What the directory leaves open about the form, where the person said how they like it. */
function formNotListed(trial: Trial): CheckResult | undefined {
  const { activity, told, unsteady } = trial;
  const asked = (...meanings: readonly Meaning[]): readonly Source[] => toldBy(told, ...meanings.filter((meaning) => says(told, meaning)));
  const company = [...asked(...sizes.map((size) => `company:${size}`)), ...told.dislikes.filter(({ what }) => what.startsWith('company:')).map(({ source }) => source)];
  if (activity.company === undefined && company.length > 0) return notListed('setting', 'How many people come is not listed.', trial, 'groupSize', ...company);
  const place = asked('setting:indoors', 'setting:outdoors');
  if (activity.setting === undefined && place.length > 0) return notListed('setting', 'Whether it is indoors or outdoors is not listed.', trial, 'setting', ...place);
  const rhythm = asked('rhythm:regular', 'rhythm:drop-in');
  if (activity.rhythm === undefined && rhythm.length > 0) return notListed('setting', 'Whether people can drop in is not listed.', trial, 'rhythm', ...rhythm);
  if (!mayStillHave(activity, 'leader')) return undefined;
  if (unsteady && activity.demand.body !== 'light' && !activity.leader.includes('falls-aware')) return notListed('setting', 'Its listing does not say whether the leader knows about falls.', trial, 'leader');
  return says(told, 'welcome:trauma-aware') && activity.leader.length === 0 ? notListed('setting', 'Its listing does not say whether anybody there is trained for this.', trial, 'leader', ...asked('welcome:trauma-aware')) : undefined;
}
