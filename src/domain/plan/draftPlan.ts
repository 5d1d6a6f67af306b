/**
 * The plan that the conversation has already written. Every line is a quotation, a choice that was tapped, a fact of
 * the chosen activity, or an action that somebody took on; only the words that join them are ours.
 */
import type { Activity } from '../activities/activity';
import { fitNames, type ActivityOption, type CheckResult, type Fit, type FitName, type FitState } from '../activities/option';
import type { Concern, Finding } from '../analysis/finding';
import type { OpenCase } from '../case/case';
import { isStillChosen } from '../case/chosen';
import type { Conversation } from '../case/conversation';
import type { Side } from '../framework/framework';
import { draftOthers } from './draftOthers';
import { draftSharing } from './draftSharing';
import { draftSteps } from './draftSteps';
import { answersFeeding } from './fedAnswers';
import type { Goal, Line, PlanBody, Source } from './frozenPlan';
import { asSentence, capital, chosenLines, quotedLines, slug, standsIn, unique, withoutPrivate } from './sources';

export type PlanMaterial = {
  readonly state: OpenCase;
  readonly conversation: Conversation;
  readonly concerns: readonly Concern[];
  /** What was only noted keeps its words out of the plan as well. */
  readonly noted?: readonly Concern[];
  readonly findings: readonly Finding[];
  /** The chosen option as it reads against the answers now; without it the plan gives no reasons. */
  readonly option?: ActivityOption;
  readonly activity?: Activity;
};

/** Returns the plan as it stands, with empty blocks where nothing was said. Refuses nothing: what is missing is for the gate to say. */
export function draftPlan({ state, conversation: all, concerns, noted = [], findings, option, activity }: PlanMaterial): PlanBody {
  const conversation = withoutPrivate(all, [...concerns, ...noted]);
  const fed = (feed: Parameters<typeof answersFeeding>[1]) => answersFeeding(conversation, feed);
  const shown = findings.filter(({ from }) => from.length > 0 && from.every(standsIn(conversation)));
  const chosen = activity && isStillChosen(activity.id, conversation) ? activity : undefined;
  const review = fed('review').flatMap(({ choices }) => choices).at(-1);
  return {
    whatMatters: [...quotedLines('matters', fed('what-matters')), ...chosenLines('matters', fed('what-matters'))],
    strengths: draftStrengths(conversation, shown),
    whyNow: [...quotedLines('why-now', fed('why-now')), ...chosenLines('why-now', fed('why-now'))],
    workedOut: { person: workedOut('person', shown), environment: workedOut('environment', shown), occupation: workedOut('occupation', shown) },
    goals: draftGoals(conversation),
    steps: draftSteps(conversation, chosen),
    why: chosen && option?.activity.id === chosen.id ? draftWhy(conversation, option) : [],
    ifThen: [...quotedLines('if-then', fed('if-then'), { byLine: true }), ...chosenLines('if-then', fed('if-then')), ...(chosen ? ifMissed(chosen) : []), ...(chosen ? smallerStart(conversation) : [])],
    others: draftOthers(state, conversation, concerns),
    ifHarder: [...quotedLines('harder', fed('if-harder'), { byLine: true }), ...chosenLines('harder', fed('if-harder')).map((line) => ({ ...line, text: `Ring: ${line.text}` }))],
    sharing: draftSharing(conversation),
    copy: [...chosenLines('copy', fed('copy'), { alone: true }), ...quotedLines('copy', fed('copy'))],
    adjustments: [...chosenLines('adjustment', fed('adjustments')), ...quotedLines('adjustment', fed('adjustments'))],
    ...(review ? { review: { on: review.choice.slice('on:'.length), from: [review] } } : {}),
  };
}

function draftStrengths(conversation: Conversation, findings: readonly Finding[]): Line[] {
  const fed = answersFeeding(conversation, 'strengths');
  const told = new Set(fed.map(({ prompt }) => prompt.id));
  const alreadyTold = (source: Source) => (source.kind === 'words' || source.kind === 'choice') && told.has(source.prompt);
  const found = findings.filter(({ kind, side, from }) => kind === 'enabler' && side === 'person' && !from.every(alreadyTold));
  return [...quotedLines('strength', fed), ...chosenLines('strength', fed), ...merged(found).map(({ what, from }) => ({ id: `strength-found-${slug(what)}`, text: capital(what), from, quoted: false }))];
}

const MOST_IN_A_SENTENCE = 4;

/** At most two sentences a side, so that the page stays one page: what helps, and what gets in the way. */
function workedOut(side: Side, findings: readonly Finding[]): Line[] {
  const kinds = [
    { kind: 'enabler', id: `worked-${side}-helps`, starts: 'What helps' },
    { kind: 'barrier', id: `worked-${side}-hinders`, starts: 'What gets in the way' },
  ] as const;
  return kinds.flatMap(({ kind, id, starts }) => {
    const told = merged(findings.filter((finding) => finding.kind === kind && finding.side === side)).slice(0, MOST_IN_A_SENTENCE);
    if (told.length === 0) return [];
    return [{ id, text: `${starts}: ${told.map(({ what }) => what).join('; ')}.`, from: unique(told.flatMap(({ from }) => from)), quoted: false }];
  });
}

function merged(findings: readonly Finding[]): { readonly what: string; readonly from: Source[] }[] {
  const byWhat = new Map<string, Source[]>();
  for (const { what, from } of findings) byWhat.set(what, unique([...(byWhat.get(what) ?? []), ...from]));
  return [...byWhat].map(([what, from]) => ({ what, from }));
}

/** The person's own lines, the one to work on first at the top. Ids stay with the line, so that edits stay with it too. */
function draftGoals(conversation: Conversation): Goal[] {
  const goals: Goal[] = quotedLines('goal', answersFeeding(conversation, 'goal'), { byLine: true });
  const first = answersFeeding(conversation, 'first-goal').flatMap(({ choices }) => choices)[0];
  const chosen = first && goals.find(({ id }) => id === first.choice.replace(':', '-'));
  const ordered: Goal[] = chosen ? [{ ...chosen, from: [...chosen.from, { ...first, label: 'Work on this first' }] }, ...goals.filter((goal) => goal !== chosen)] : goals;
  const important = answersFeeding(conversation, 'importance').flatMap(({ choices }) => choices)[0];
  const [top, ...rest] = ordered;
  if (!top || !important || Number(important.choice) < 1) return ordered;
  return [{ ...top, importance: Number(important.choice), from: [...top.from, important] }, ...rest];
}

const fitTitles: Readonly<Record<FitName, string>> = { po: 'The person and the activity', pe: 'The person and the place', eo: 'The place and the activity' };
const stateWords: Readonly<Record<FitState, string>> = { 'works-now': 'works now', 'with-changes': 'works with a change', 'not-yet': 'does not fit yet', 'not-known': 'not known yet' };

/** Others read why it fits: a reason that quotes the person, who did not say that for the plan, is told in other words there. */
function draftWhy(conversation: Conversation, option: ActivityOption): Line[] {
  const mayShow = standsIn(conversation);
  const mayTell = (check: CheckResult): boolean => check.from.every(mayShow) && !quotesThePerson(check);
  return fitNames.map((name) => {
    const fit = option.fits[name];
    const checks = fit.checks.filter(mayTell);
    const from: Source[] = unique([...checks.flatMap((check) => check.from), { kind: 'activity', activity: option.activity.id, name: option.activity.name, field: name }]);
    const reason = fit.state === 'not-known' ? toFindOut(fit, checks) : checks.length === fit.checks.length ? fit.reason : shareableReason(fit, mayTell);
    return { id: `why-${name}`, text: [`${fitTitles[name]}: ${stateWords[fit.state]}.`, ...(reason ? [asSentence(capital(reason))] : [])].join(' '), from, quoted: false };
  });
}

/** What nobody knows yet is what a reader has to see to, so it is never said without what there is to find out and of whom. */
function toFindOut({ reason }: Fit, checks: readonly CheckResult[]): string {
  const unknown = checks.filter(({ outcome, from }) => outcome === 'not-known' && from.length > 0);
  const first = unknown.find(({ because }) => because === reason) ?? unknown[0];
  if (first === undefined) return 'The link worker still has to find out';
  return first.askThem ? `${asSentence(first.because)} Those who run it can say` : `Still to find out: ${first.because.charAt(0).toLowerCase()}${first.because.slice(1)}`;
}

const quotesThePerson = ({ because, from }: CheckResult): boolean => because.includes('\u201c') && from.some(({ kind }) => kind === 'words');

/** The reason of a fit may be put together from several checks; when one of them is private, another speaks for it. */
function shareableReason(fit: Fit, mayTell: (check: CheckResult) => boolean): string | undefined {
  const open = fit.checks.filter((check) => check.from.length > 0 && mayTell(check) && check.outcome !== 'not-known');
  return (open.find(({ outcome }) => outcome === 'yes') ?? open[0])?.because;
}

const ifMissed = ({ id, name, ifMissed: text }: Activity): Line[] => (text === undefined ? [] : [{ id: `if-missed-${id}`, text: `If I miss one: ${text}`, from: [{ kind: 'activity', activity: id, name, field: 'ifMissed' }], quoted: false }]);

/** Below this a first step tends not to be taken, and is made smaller (domain guide, AP5). */
const sureEnough = 7;

function smallerStart(conversation: Conversation): Line[] {
  const sure = answersFeeding(conversation, 'confidence').flatMap(({ choices }) => choices).find(({ choice }) => Number(choice) >= 1);
  if (sure === undefined || Number(sure.choice) >= sureEnough) return [];
  return [{ id: 'if-smaller', text: 'If it feels like too much: only go and look, stay a short while, and leave whenever I like', from: [sure], quoted: false }];
}
