/** Who does what, when: the chosen activity, what makes the first time easier, and what the place asks before it. */
import type { Activity } from '../activities/activity';
import type { Conversation } from '../case/conversation';
import { optionsBehind } from '../framework/choices';
import { answersFeeding, tellsSomething, type FedAnswer } from './fedAnswers';
import { dayInWords } from './days';
import { introductionConsent } from './draftSharing';
import type { Share, Source, Step } from './frozenPlan';
import { asSentence, slug, unique } from './sources';

type Piece = { readonly text: string; readonly from: readonly Source[] };
type Chosen = Extract<Source, { readonly kind: 'choice' }>;
type Helper = { readonly who: Step['who']; readonly whoName?: string; readonly from: readonly Source[] };

export function draftSteps(conversation: Conversation, activity: Activity | undefined): Step[] {
  const firstDay = byDay(answersFeeding(conversation, 'first-time-day'));
  const own = activity ? activityStep(conversation, activity) : ownStep(conversation);
  const helper = whoHelps(conversation);
  const calls = activity ? callsAhead(conversation, activity, helper) : [];
  const joining = activity ? joiningStep(conversation, activity, firstDay, { calls, helper }) : [];
  return [...(own ? [own] : []), ...joining, ...firstTimeSteps(conversation, firstDay, helper, calls)];
}

const ofActivity = ({ id, name }: Activity, field: string): Source => ({ kind: 'activity', activity: id, name, field });

function activityStep(conversation: Conversation, activity: Activity): Step {
  const chosen = answersFeeding(conversation, 'activity').flatMap(({ choices }) => choices.filter(({ choice }) => choice === `activity:${activity.id}`).map((source) => ({ ...source, label: activity.name })));
  const { when, place, firstContact } = activity;
  const from = [...chosen, ofActivity(activity, 'name'), ...(when ? [ofActivity(activity, 'when')] : []), ...(place === undefined ? [] : [ofActivity(activity, 'place')])];
  const stays = activity.setting === 'home' || activity.kind === 'phone' || activity.kind === 'online' || activity.kind === 'home';
  const step: Step = { id: `step-${activity.id}`, text: activity.name, from, quoted: false, who: 'me', ...(when && { when: when.text }), ...(place !== undefined && { where: place }) };
  const contact = firstContact === undefined ? undefined : { text: `Ask for ${firstContact}, and say that it is the first time`, from: [ofActivity(activity, 'firstContact')] };
  return withSupport(conversation, step, stays ? undefined : gettingThere(conversation), contact);
}

/** What the person would rather do than anything on offer, in their words. */
function ownStep(conversation: Conversation): Step | undefined {
  const fed = answersFeeding(conversation, 'activity');
  const words = fed.find(({ words: said }) => said)?.words;
  const wantsOther = fed.some(({ choices }) => choices.some(({ choice }) => choice === 'something-else'));
  if (!words || !wantsOther) return undefined;
  return withSupport(conversation, { id: 'step-own', text: words.quote, from: [words], quoted: true, who: 'me' }, gettingThere(conversation));
}

function withSupport(conversation: Conversation, step: Step, travel: Piece | undefined, contact?: Piece): Step {
  const support = [firstTime(conversation), contact].filter((piece) => piece !== undefined);
  const sure = answersFeeding(conversation, 'confidence').flatMap(({ choices }) => choices)[0];
  return {
    ...step,
    from: unique([...step.from, ...(travel?.from ?? []), ...support.flatMap(({ from }) => from), ...(sure ? [sure] : [])]),
    ...(travel ? { gettingThere: travel.text } : {}),
    ...(support.length > 0 ? { firstTime: support.map(({ text }) => asSentence(text)).join(' ') } : {}),
    ...(sure && Number(sure.choice) >= 1 ? { confidence: Number(sure.choice) } : {}),
  };
}

const gettingThere = (conversation: Conversation): Piece | undefined => piece(answersFeeding(conversation, 'getting-there'), ', ');
const firstTime = (conversation: Conversation): Piece | undefined => piece(answersFeeding(conversation, 'first-time'), '. ', true);

/** Choices one after the other ("none" among them, when `alone` says so), then the person's words in quotation marks. */
function piece(fed: readonly FedAnswer[], between: string, alone = false): Piece | undefined {
  const choices = fed.flatMap(({ part, choices: all }) => all.filter((source) => alone || tellsSomething(part, source)));
  const words = fed.flatMap((answer) => answer.words ?? []);
  const labels = choices.map(({ label }) => label).join(between);
  const text = [labels, ...words.map(({ quote }) => `“${quote}”`)].filter((part) => part !== '').join(between);
  return text === '' ? undefined : { text, from: [...choices, ...words] };
}

const asks: Record<NonNullable<Activity['joining']>, ((name: string) => string) | undefined> = {
  'drop-in': undefined,
  'phone-first': (name) => `Phone ahead: ${name}`,
  referral: (name) => `Make the referral: ${name}`,
  'online-form': (name) => `Send the joining form: ${name}`,
};

/**
 * What the place asks for before the first visit is the link worker's to do, until the plan says otherwise, and nobody who
 * was not asked is told of by name; who said that the provider may not be told joins by themselves (domain guide 5.3: an introduction only with consent), and so does who
 * wants to make the call beforehand.
 */
function joiningStep(conversation: Conversation, activity: Activity, day: Piece | undefined, { calls, helper }: Ahead): Step[] {
  const text = activity.joining === undefined ? `Ask how to join: ${activity.name}` : asks[activity.joining]?.(activity.name);
  if (text === undefined) return [];
  const consent = introductionConsent(conversation);
  const isTheirs = calls.length > 0 && helper.who === 'me';
  // While nobody has asked them: whoever wanted the call agreed to it, and to ask how one joins needs no name.
  const unasked = calls.length > 0 || activity.joining === undefined ? 'yes' : 'ask';
  const joins = whoJoins[isTheirs ? 'no' : (consent?.answer ?? unasked)](text, activity);
  const from = [ofActivity(activity, 'joining'), ...calls, ...(calls.length > 0 ? helper.from : []), ...(consent ? [consent.source] : []), ...(day?.from ?? [])];
  return [{ id: `step-join-${activity.id}`, ...joins, from, quoted: false, ...(day ? { when: day.text } : {}) }];
}

const whoJoins: Record<Share['answer'], (text: string, activity: Activity) => Pick<Step, 'text' | 'who'>> = {
  yes: (text) => ({ text, who: 'link-worker' }),
  ask: (text) => ({ text: `Ask if they may be told, then: ${text}`, who: 'link-worker' }),
  no: (text, { joining, name }) => ({ text: joining === 'referral' ? `Say if a referral is all right after all: ${name}` : text, who: 'me' }),
};

type Ahead = { readonly calls: readonly Chosen[]; readonly helper: Helper };

/** A call beforehand that whoever phones ahead makes anyway: one step for one purpose. Somebody else's call is another one. */
function callsAhead(conversation: Conversation, { joining }: Activity, helper: Helper): readonly Chosen[] {
  if (joining !== 'phone-first' || helper.who === 'other') return [];
  return answersFeeding(conversation, 'first-time').flatMap(({ prompt, choices }) => choices.filter(({ choice }) => optionsBehind(prompt, choice).some(({ means }) => means.includes('eases:call-before'))));
}

/** Each help for the first time is somebody's step: the link worker's, unless the person said who. */
function firstTimeSteps(conversation: Conversation, day: Piece | undefined, helper: Helper, but: readonly Chosen[]): Step[] {
  return answersFeeding(conversation, 'first-time').flatMap(({ part, choices }) =>
    choices
      .filter((source) => tellsSomething(part, source) && !but.includes(source))
      .map((source) => ({
        id: `step-first-${slug(source.choice)}`,
        text: source.label,
        from: unique([source, ...helper.from, ...(day?.from ?? [])]),
        quoted: false,
        who: helper.who,
        ...(helper.whoName === undefined ? {} : { whoName: helper.whoName }),
        ...(day ? { when: day.text } : {}),
      })),
  );
}

function whoHelps(conversation: Conversation): Helper {
  for (const { prompt, choices } of answersFeeding(conversation, 'first-time-who')) {
    for (const source of choices) {
      const means = new Set(optionsBehind(prompt, source.choice).flatMap((option) => option.means));
      if (means.has('doneBy:me')) return { who: 'me', from: [source] };
      if (means.has('doneBy:other')) return { who: 'other', whoName: source.label, from: [source] };
    }
  }
  return { who: 'link-worker', from: [] };
}

function byDay(fed: readonly FedAnswer[]): Piece | undefined {
  const source = fed.flatMap(({ choices }) => choices)[0];
  return source && { text: `By ${dayInWords(source.choice.slice('on:'.length))}`, from: [source] };
}
