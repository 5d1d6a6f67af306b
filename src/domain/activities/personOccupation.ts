/** Person and occupation: "Is it me, and is it the right size?" (domain guide 1.2, checks 1 to 5). */
import type { Meaning } from '../framework/meaning';
import { contactOf, mayStillHave, type Activity } from './activity';
import { inWords, listedWants, wantsMet } from './links';
import { comesToThem } from './journey';
import type { Change, CheckResult } from './option';
import { factOf, isAnswered, says, toldBy, valuesTold, type Told } from './told';
import { environment, gravest, listed, no, notKnown, notListed, occupation, person, yes, type Check, type Trial } from './trial';
import { whenInTheirWords } from './whenInTheirWords';

export const personOccupationChecks: readonly Check[] = [
  { check: 'meaningful', read: isMeaningful },
  { check: 'experience', read: givesWhatIsWanted, restsOn: ({ activity: { gives, inPart, company, kind } }) => [gives, inPart.includes('gives'), company, kind] },
  { check: 'level', read: isTheRightSize, restsOn: ({ activity: { level, demand, manner, access, firstVisit, company, kind } }) => [level, demand, manner, access.includes('short'), firstVisit, company, kind] },
  { check: 'identity', read: fitsWhoTheyAre, restsOn: ({ activity: { company, kind, welcome, inPart } }) => [company, kind, welcome, inPart.includes('welcome')] },
  { check: 'day', read: fitsTheDay, restsOn: ({ activity: { when, demand, kind, madeFor } }) => [when, demand.commitment, kind, madeFor?.means] },
];

function isMeaningful(trial: Trial): CheckResult {
  const { activity, told, links } = trial;
  const own = links.find(({ kind }) => kind !== 'wants' || isForItsOwnSake(activity, told));
  if (own) return yes('meaningful', own.text, own.from);
  if (!isAnswered(told, 'interest') || (told.interests.length === 0 && told.dislikes.length === 0)) return notKnown('meaningful', 'Whether it would mean something to them.', trial, 'interests', 'interest');
  const change = canBeTried(activity) ? occupation('Try it once, with no promise to go back.') : undefined;
  return no('meaningful', 'It is not among the things that they said they enjoy.', [...told.interests.map(({ source }) => source), factOf(activity, 'interests')], change);
}

/** A friendly call or an advice desk belongs to no pastime: wanting what it gives first of all is meaning enough. */
const isForItsOwnSake = ({ interests, gives }: Activity, { wants }: Told): boolean => interests.length > 0 && interests.every((interest) => interest === 'other') && wants.values.includes(gives[0] ?? '');

const canBeTried = ({ firstVisit, rhythm }: Activity): boolean => firstVisit.includes('taster') || rhythm === 'drop-in';

/** What could be added to an activity so that it gives more of an experience. */
const additions: Readonly<Record<string, string>> = {
  people: 'Stay on for a cup of tea with the others.', useful: 'Ask if there is a job that they could do there.', learning: 'Ask to be shown something new each time.',
  moving: 'Walk part of the way there and back.', identity: 'Ask if they may bring their own ideas.', calm: 'Go at the quietest time.', joy: 'Choose the part that they like best.',
};

function givesWhatIsWanted(trial: Trial): CheckResult {
  const { activity, told } = trial;
  const { values: wanted, picked } = told.wants;
  const met = wantsMet(activity, told);
  if (met.length === 0 && !picked) return notKnown('experience', 'What they want more of in their week.', trial, 'gives', 'wants');
  if (met.length > 0) return yes('experience', `They want more of ${listedWants(met)}, and this gives it.`, [...toldBy(told, ...met.map((want) => `wants:${want}`)), factOf(activity, 'gives')]);
  if (mayStillHave(activity, 'gives')) return notListed('experience', `Whether it gives ${listedWants(wanted)} is not listed.`, trial, 'gives', ...toldBy(told, ...wanted.map((want) => `wants:${want}`)));
  const added = wanted.flatMap((want) => (meetsOthers(activity) ? additions[want] : undefined) ?? [])[0];
  return no('experience', `They want more of ${listedWants(wanted)}. This gives ${listed(activity.gives.map(inWords))}.`, [...toldBy(told, ...wanted.map((want) => `wants:${want}`)), factOf(activity, 'gives')], added === undefined ? undefined : occupation(added));
}

const levels = ['gentle', 'stretch', 'challenge'] as const;
type Level = (typeof levels)[number];
const levelWords: Readonly<Record<Level, string>> = { gentle: 'gentle', stretch: 'a bit of a stretch', challenge: 'a real challenge' };
const levelInWords = (level: Level | undefined): string => (level === undefined ? 'something else' : levelWords[level]);

/** Not above what they can do now, not below what they want, and talking or doing as they like it. */
function isTheRightSize(trial: Trial): CheckResult {
  const { activity, told } = trial;
  const facts = [factOf(activity, 'level'), factOf(activity, 'demand')];
  const problems = sizeProblems
    .filter(({ means, holds }) => means.some((meaning) => says(told, meaning)) && holds(trial))
    .map(({ means, because, change }) => no('level', because(activity), [...toldBy(told, ...means), ...facts], change(activity)));
  const [problem, ...more] = problems;
  if (problem) return gravest(problem, ...more);
  const disliked = activity.manner === 'chatting' ? told.dislikes.find(({ what }) => what === 'manner:chatting') : undefined;
  if (disliked) return no('level', `It is mostly talking, and they said “${disliked.quote}”.`, [disliked.source, factOf(activity, 'manner')], meetsOthers(activity) ? occupation('Ask for a job there, such as making the tea.') : undefined);
  const open = sizeNotListed.find(({ means, holds }) => means.some((meaning) => says(told, meaning)) && holds(activity));
  if (open) return notListed('level', open.because, trial, 'demand', ...toldBy(told, ...open.means));
  const level = levels.find((name) => says(told, `level:${name}`));
  if (activity.level === undefined) return notListed('level', 'How much it asks of people is not listed.', trial, 'level');
  if (level) return yes('level', `It is ${levelWords[activity.level]}, as they like it.`, [...toldBy(told, `level:${level}`), ...facts]);
  const belief = valuesTold(told, 'belief')[0];
  if (belief === undefined) return notKnown('level', 'How much of a challenge suits them.', trial, 'level', 'level');
  return yes('level', belief === 'low' ? 'It is gentle, which suits a careful start.' : `They feel able to make a change, and this is ${levelWords[activity.level]}.`, [...toldBy(told, `belief:${belief}`), ...facts]);
}

type SizeProblem = { readonly means: readonly Meaning[]; readonly holds: (trial: Trial) => boolean; readonly because: (activity: Activity) => string; readonly change: (activity: Activity) => Change | undefined };

const easierStart = ({ access, firstVisit }: Activity): Change | undefined => {
  if (access.includes('short')) return occupation('Start with a short visit.');
  if (firstVisit.includes('taster')) return occupation('Start with one taster.');
  return firstVisit.length > 0 ? person('Go along with somebody the first time.') : undefined;
};
const biggerPart = (): Change => occupation('Ask for a bigger part in it, such as helping to run it.');
const isAbove = ({ activity }: Trial, level: Level): boolean => activity.level !== undefined && levels.indexOf(activity.level) > levels.indexOf(level);
const isBelow = ({ activity }: Trial, level: Level): boolean => activity.level !== undefined && levels.indexOf(activity.level) < levels.indexOf(level);

const sizeProblems: readonly SizeProblem[] = [
  { means: ['level:gentle'], holds: (trial) => isAbove(trial, 'gentle'), because: ({ level }) => `They like gentle things, and this is ${levelInWords(level)}.`, change: easierStart },
  { means: ['level:stretch'], holds: (trial) => isAbove(trial, 'stretch'), because: () => 'They like a bit of a stretch, and this is a real challenge.', change: easierStart },
  { means: ['level:stretch'], holds: (trial) => isBelow(trial, 'stretch'), because: () => 'They want to be stretched, and this is gentle.', change: biggerPart },
  { means: ['level:challenge'], holds: (trial) => isBelow(trial, 'challenge'), because: ({ level }) => `They want a real challenge, and this is ${levelInWords(level)}.`, change: biggerPart },
  { means: ['belief:low', 'snag:confidence', 'snag:too-hard'], holds: (trial) => isAbove(trial, 'gentle'), because: ({ level }) => `A small start suits them now, and this is ${levelInWords(level)}.`, change: easierStart },
  { means: ['snag:too-easy'], holds: ({ activity }) => activity.level === 'gentle', because: () => 'Something was too easy before, and this is gentle.', change: biggerPart },
  { means: ['snag:unwell'], holds: ({ activity }) => activity.demand.commitment === 'much' || activity.demand.body === 'much', because: () => 'Being unwell stopped them before, and this asks a lot.', change: easierStart },
  { means: ['belief:low', 'snag:nerves', 'snag:judged', 'snag:confidence'], holds: ({ activity }) => activity.demand.company === 'much', because: () => 'It means a lot of new people at once.', change: () => person('Come as a pair.') },
  { means: ['needs:short', 'needs:seated'], holds: ({ activity }) => activity.demand.body === 'much', because: () => 'It asks a lot of the body.', change: easierStart },
  { means: ['needs:prompting'], holds: ({ activity }) => activity.demand.thinking === 'much', because: () => 'It asks for a lot of thinking and remembering.', change: () => person('Go along with somebody who can prompt.') },
  { means: ['manner:doing'], holds: ({ activity }) => activity.manner === 'chatting', because: () => 'They like getting on with something, and this is mostly talking.', change: (activity) => (meetsOthers(activity) ? occupation('Ask for a job there, such as making the tea.') : undefined) },
  { means: ['manner:chatting'], holds: ({ activity }) => activity.manner === 'doing', because: () => 'They like to chat, and this is mostly doing.', change: (activity) => (meetsOthers(activity) ? occupation('Stay on for a cup of tea with the others.') : undefined) },
];

type SizeNotListed = { readonly means: readonly Meaning[]; readonly holds: (activity: Activity) => boolean; readonly because: string };

/** What bears on the size for this person, and what the directory leaves open. */
const sizeNotListed: readonly SizeNotListed[] = [
  { means: ['snag:unwell'], holds: ({ demand }) => demand.commitment === undefined || demand.body === undefined, because: 'How much it asks of somebody who has been unwell is not listed.' },
  { means: ['needs:short', 'needs:seated'], holds: ({ demand }) => demand.body === undefined, because: 'How much it asks of the body is not listed.' },
  { means: ['needs:prompting'], holds: ({ demand }) => demand.thinking === undefined, because: 'How much thinking and remembering it asks is not listed.' },
  { means: ['belief:low', 'snag:nerves', 'snag:judged', 'snag:confidence'], holds: ({ demand }) => demand.company === undefined, because: 'How many new people come at once is not listed.' },
  { means: ['manner:doing', 'manner:chatting'], holds: ({ manner }) => manner === undefined, because: 'Whether it is mostly talking or doing is not listed.' },
];

const welcomeWords: Readonly<Record<string, string>> = { 'women-only': 'women only', 'men-only': 'men only', language: 'their own language', 'prayer-times': 'prayer times', 'food-rules': 'food rules', lgbtq: 'being LGBTQ+ welcoming', veteran: 'veterans being welcome', 'trauma-aware': 'people who know about trauma' };

function fitsWhoTheyAre(trial: Trial): CheckResult {
  return gravest(suitsWhoTheyAre(trial), whoComesIsOpen(trial));
}

/** Who felt judged, or among the wrong people, would want to know who comes. */
function whoComesIsOpen(trial: Trial): CheckResult | undefined {
  const { activity, told } = trial;
  const snags = ['snag:not-my-people', 'snag:judged'].filter((meaning) => says(told, meaning));
  return snags.length === 0 || activity.company !== undefined || comesToThem(activity) ? undefined : notListed('identity', 'Who comes, and how many, is not listed.', trial, 'company', ...toldBy(told, ...snags));
}

function suitsWhoTheyAre(trial: Trial): CheckResult {
  const { activity, told } = trial;
  const facts = [factOf(activity, 'welcome')];
  const snag = (['not-my-people', 'judged'] as const).find((value) => says(told, `snag:${value}`));
  if (snag && isAGroup(activity)) {
    const because = snag === 'judged' ? 'They felt judged before.' : 'The people were not their sort before.';
    return no('identity', because, [...toldBy(told, `snag:${snag}`), ...facts], environment(`Meet ${contactOf(activity)} first, on their own.`));
  }
  const asked = valuesTold(told, 'welcome');
  const missing = asked.filter((value) => !activity.welcome.some((tag) => tag === value) && !(comesToThem(activity) && value.endsWith('-only')));
  const from = [...toldBy(told, ...asked.map((value) => `welcome:${value}`)), ...facts];
  const separate = missing.find((value) => value.endsWith('-only'));
  if (separate && mayStillHave(activity, 'welcome')) return notListed('identity', `Whether there is a time for ${welcomeWords[separate]} is not listed.`, trial, 'welcome', ...from);
  if (separate) return no('identity', `They asked for ${welcomeWords[separate]}.`, from, environment(`Ask if there is a time for ${welcomeWords[separate]}.`));
  if (missing.length > 0) return { ...notKnown('identity', `Whether it allows for ${listed(missing.map((value) => welcomeWords[value] ?? value))}: ask before the first visit.`, trial, 'welcome'), from };
  if (asked.length > 0) return yes('identity', `It allows for ${listed(asked.map((value) => welcomeWords[value] ?? value))}.`, from);
  const group = activity.welcome.find((tag) => tag.endsWith('-only'));
  if (group) return notKnown('identity', `It is for ${welcomeWords[group]}. Whether that is right for them.`, trial, 'welcome', 'welcome');
  if (!isAnswered(told, 'welcome')) return notKnown('identity', 'What would make it feel right for who they are.', trial, 'welcome', 'welcome');
  return yes('identity', 'They named nothing that would make it feel wrong.', facts);
}

const isAGroup = ({ company }: Activity): boolean => company === 'small' || company === 'big';
/** In one place, with others: there is tea to make and a corner to be quiet in. */
const meetsOthers = (activity: Activity): boolean => isAGroup(activity) && !comesToThem(activity);

const partsOfDay = ['morning', 'afternoon', 'evening'] as const;

function fitsTheDay(trial: Trial): CheckResult {
  return gravest(timeSuits(trial), roomInTheWeek(trial), freeFromCaring(trial));
}

function roomInTheWeek(trial: Trial): CheckResult | undefined {
  const { activity, told } = trial;
  if (!says(told, 'balance:duties-too-much') || activity.demand.commitment === 'light') return undefined;
  if (activity.demand.commitment === undefined) return notListed('day', 'How often people are asked to come is not listed.', trial, 'demand', ...toldBy(told, 'balance:duties-too-much'));
  return no('day', 'They have too much to do already, and this asks for a promise.', [...toldBy(told, 'balance:duties-too-much'), factOf(activity, 'demand')], occupation('Come now and then to begin with.'));
}

function freeFromCaring({ activity, told }: Trial): CheckResult | undefined {
  if (!says(told, 'snag:caring') || comesToThem(activity) || activity.madeFor?.means.includes('snag:caring')) return undefined;
  return no('day', 'They look after somebody.', [...toldBy(told, 'snag:caring'), factOf(activity, 'when')], environment('Ask the carers’ centre for somebody to sit in.'));
}

function timeSuits(trial: Trial): CheckResult {
  const { activity, told } = trial;
  const { when } = activity;
  const facts = [factOf(activity, 'when')];
  const own = whenInTheirWords(activity, told);
  if (!when) return notListed('day', 'When it runs is not listed.', trial, 'when');
  if (own) return yes('day', `They said ${own.quoted}. This is when it runs: ${when.text}.`, [own.source, ...facts]);
  const times = partsOfDay.filter((part) => says(told, `free:${part}`));
  const days = (['weekday', 'weekend'] as const).filter((part) => says(told, `free:${part}`));
  if (times.length + days.length === 0) return when.time === 'any' ? yes('day', 'The time can be agreed with them.', facts) : notKnown('day', 'Which days and times suit them.', trial, 'when', 'free');
  const from = [...toldBy(told, ...[...times, ...days].map((part) => `free:${part}`)), ...facts];
  if ((times.length > 0 && when.time === undefined) || (days.length > 0 && when.days.length === 0)) return notListed('day', `Whether the time suits them: its listing says “${when.text}”.`, trial, 'when', ...from);
  const rightTime = times.length === 0 || when.time === 'any' || times.some((part) => part === when.time);
  const rightDay = days.length === 0 || when.days.some((day) => days.includes(day === 'sat' || day === 'sun' ? 'weekend' : 'weekday'));
  return rightTime && rightDay ? yes('day', `The time suits them: ${when.text}.`, from) : no('day', `They can come at other times. This is when it runs: ${when.text}.`, from);
}
