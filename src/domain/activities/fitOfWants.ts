/** The three fits for what a person wants in general, for the picture that is drawn before an activity is chosen. */
import { readFindings } from '../analysis/findings';
import type { Finding } from '../analysis/finding';
import type { Meanings } from '../analysis/meanings';
import type { Conversation } from '../case/conversation';
import type { PromptId, Side } from '../framework/framework';
import type { MeaningKind } from '../framework/meaning';
import type { Match } from './tie';
import type { Change, CheckId, CheckResult, Fits } from './option';
import { resolveFits } from './resolveFit';
import { isAnswered, promptOffering, readTold, toldBy, valuesTold, type Told } from './told';
import { fitOfCheck, listed, no, yes } from './trial';

/**
 * Barriers on the person's side speak for person and occupation, those around them for person and environment, those of
 * the activity itself for environment and occupation. Each could change. Before an activity is chosen nobody knows what
 * a place can deliver, so that pair is never more than not known yet.
 */
export function fitOfWants(said: { readonly conversation: Conversation; readonly meanings: Meanings; readonly match: Match }): Fits {
  const { conversation } = said;
  const told = readTold(said);
  const barriers = readFindings(conversation).filter(({ kind }) => kind === 'barrier');
  return resolveFits([
    hasSomethingToEnjoy(told), knowsTheSize(told),
    canGetAbout(told), knowsTheCost(told),
    knowsTheForm(told), waitsForAChoice(told),
    ...barriers.flatMap((barrier) => asCheck(barrier, told)),
  ]);
}

const barrierCheck: Readonly<Record<Side, { readonly check: CheckId; readonly change: Change }>> = {
  person: { check: 'level', change: { side: 'person', text: 'Start small, with help alongside.' } },
  environment: { check: 'safe-welcoming', change: { side: 'environment', text: 'Change the way there, the place, the cost or the help.' } },
  occupation: { check: 'setting', change: { side: 'occupation', text: 'Choose another form of it, or a gentler one.' } },
};

/** What was told on a restricted prompt is not shown. */
function asCheck({ side, what, from }: Finding, told: Told): CheckResult[] {
  const shown = from.filter((source) => !('prompt' in source) || !told.restricted.has(source.prompt));
  const { check, change } = barrierCheck[side];
  return shown.length === 0 || shown.length < from.length ? [] : [no(check, `${what.charAt(0).toUpperCase()}${what.slice(1)}.`, shown, change)];
}

function open(check: CheckId, because: string, told: Told, kind: MeaningKind): CheckResult {
  const settledBy: PromptId | undefined = promptOffering(told, kind);
  return { check, fit: fitOfCheck[check], outcome: 'not-known', because, from: [], ...(settledBy && { settledBy }) };
}

function hasSomethingToEnjoy(told: Told): CheckResult {
  const [first] = told.interests;
  if (!first) return open('meaningful', 'What they enjoy, enjoyed, or would like to try.', told, 'interest');
  return yes('meaningful', `They told what they like: ${listed(told.interests.slice(0, 3).map(({ label }) => label))}.`, told.interests.map(({ source }) => source));
}

function knowsTheSize(told: Told): CheckResult {
  const known = [...valuesTold(told, 'level').map((value) => `level:${value}`), ...valuesTold(told, 'belief').map((value) => `belief:${value}`)];
  return known.length === 0 ? open('level', 'How much of a challenge suits them.', told, 'level') : yes('level', 'They told how big a step suits them.', toldBy(told, ...known));
}

function canGetAbout(told: Told): CheckResult {
  const ways = valuesTold(told, 'travel').filter((way) => way !== 'not-out');
  if (ways.length === 0) return open('reachable', isAnswered(told, 'travel') ? 'What could come to them, as they cannot go out.' : 'How they get about, and how far is all right.', told, isAnswered(told, 'travel') ? 'online' : 'travel');
  return yes('reachable', 'They told how they get about.', toldBy(told, ...ways.map((way) => `travel:${way}`)));
}

function knowsTheCost(told: Told): CheckResult {
  const from = toldBy(told, ...valuesTold(told, 'cost').map((value) => `cost:${value}`));
  return from.length === 0 ? open('affordable', 'What it may cost.', told, 'cost') : yes('affordable', 'They told what it may cost.', from);
}

function knowsTheForm(told: Told): CheckResult {
  const from = toldBy(told, ...valuesTold(told, 'company').map((value) => `company:${value}`));
  return from.length === 0 ? open('setting', 'How they like company, and where.', told, 'company') : yes('setting', 'They told how they like company.', from);
}

const waitsForAChoice = (told: Told): CheckResult => ({ ...open('open-now', 'What a place can offer shows once an activity is chosen.', told, 'company'), settledBy: undefined });
