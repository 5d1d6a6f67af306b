/** One plan in plain words, for two readers. */
import { dayInWords } from './days';
import { safetyLine } from './draftOthers';
import { answerWords, whoWords } from './entries';
import type { Line, Other, PlanBody, Share, Step } from './frozenPlan';

export type PlanReader = { readonly audience: 'worker' | 'person'; /** Numbers to ring and the like, under the plan. */ readonly footer?: readonly string[] };
type Part = { readonly heading: string; readonly lines: readonly string[] };

/**
 * The whole plan. The person's copy says "me" and "my link worker", and leaves out what is about the process and
 * everything about safety actions: a paper at home is read by whoever is at home.
 */
export function planText(body: PlanBody, { audience, footer = [] }: PlanReader): string {
  const parts = audience === 'person' ? personParts(body) : workerParts(body);
  const written = parts.filter(({ lines }) => lines.length > 0).map(({ heading, lines }) => [heading, ...lines].join('\n'));
  return [...written, ...(footer.length > 0 ? [footer.join('\n')] : [])].join('\n\n');
}

function workerParts(body: PlanBody): Part[] {
  const { person, environment, occupation } = body.workedOut;
  return [
    { heading: 'What matters', lines: body.whatMatters.map(said) },
    { heading: 'Strengths', lines: body.strengths.map(said) },
    { heading: 'Why now', lines: body.whyNow.map(said) },
    { heading: 'What we worked out: me', lines: person.map(said) },
    { heading: 'What we worked out: around me', lines: environment.map(said) },
    { heading: 'What we worked out: what I do', lines: occupation.map(said) },
    { heading: 'Goals', lines: body.goals.map((goal, index) => [`${index + 1}. ${said(goal)}`, ...outOfTen('matters', goal.importance)].join(' · ')) },
    { heading: 'Steps', lines: body.steps.map((step, index) => [`${index + 1}. ${said(step)}`, ...stepFacts(step)].join(' · ')) },
    { heading: 'Why this fits', lines: body.why.map(said) },
    { heading: 'If it goes wrong', lines: body.ifThen.map(said) },
    { heading: 'Others who help', lines: body.others.map((other) => [said(other), other.owner, other.when].filter((part) => part).join(' · ')) },
    { heading: 'If things get harder', lines: body.ifHarder.map(said) },
    { heading: 'Sharing', lines: body.sharing.map(({ who, answer }) => `${who}: ${answerWords[answer]}`) },
    { heading: 'Copy', lines: body.copy.map(said) },
    { heading: 'What makes it easier', lines: body.adjustments.map(said) },
    { heading: 'What was raised', lines: body.nothingRaised ? [said(body.nothingRaised)] : [] },
    { heading: 'Review', lines: body.review ? [dayInWords(body.review.on)] : [] },
  ];
}

function stepFacts({ who, whoName, when, where, gettingThere, firstTime, confidence }: Step): string[] {
  const named = who === 'other' ? (whoName ?? whoWords.other) : whoWords[who];
  return [named, when, where, gettingThere && `getting there: ${gettingThere}`, firstTime && `the first time: ${firstTime}`, ...outOfTen('sure', confidence)].filter((fact): fact is string => Boolean(fact));
}

const outOfTen = (word: string, number: number | undefined): string[] => (number === undefined ? [] : [`${word} ${number} out of 10`]);

function personParts(body: PlanBody): Part[] {
  const { person, environment, occupation } = body.workedOut;
  return [
    { heading: 'What matters to me', lines: body.whatMatters.map(said) },
    { heading: 'What I bring', lines: body.strengths.map(said) },
    { heading: 'Why now', lines: body.whyNow.map(said) },
    { heading: 'What we worked out about me', lines: person.map(said) },
    { heading: 'What we worked out about what is around me', lines: environment.map(said) },
    { heading: 'What we worked out about what I do', lines: occupation.map(said) },
    { heading: 'What I want', lines: body.goals.flatMap((goal) => [said(goal), ...(goal.importance === undefined ? [] : [`This matters to me ${goal.importance} out of 10.`])]) },
    { heading: 'What we will do', lines: body.steps.flatMap(personStep) },
    { heading: 'Why this is for me', lines: body.why.map(reasonToMe) },
    { heading: 'If it goes wrong', lines: body.ifThen.map(said) },
    { heading: 'Other people who help me', lines: body.others.filter(({ id }) => id !== safetyLine.id).map(othersSentence) },
    { heading: 'If things get harder for me', lines: body.ifHarder.map(said) },
    { heading: 'Who may see this', lines: body.sharing.map(sharingSentence) },
    { heading: 'My copy', lines: body.copy.map(said) },
    { heading: 'What makes it easier for me', lines: body.adjustments.map(said) },
    { heading: 'When we look at this again', lines: body.review ? [`${dayInWords(body.review.on)}.`] : [] },
  ];
}

/** One fact a line: short lines can be read aloud, enlarged and found again. */
function personStep(step: Step, index: number): string[] {
  const who = step.who === 'me' ? 'I do this.' : step.who === 'link-worker' ? 'My link worker does this.' : `Who does this: ${step.whoName ?? whoWords.other}.`;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['When', step.when],
    ['Where', step.where],
    ['How I get there', step.gettingThere],
    ['The first time', step.firstTime],
    ['How sure I am', step.confidence === undefined ? undefined : `${step.confidence} out of 10`],
  ];
  return [`${index + 1}. ${said(step)}`, `   ${who}`, ...facts.flatMap(([name, fact]) => (fact ? [`   ${name}: ${fact}`] : []))];
}

function othersSentence(other: Other): string {
  const whose = [other.owner, other.when].filter((part) => part).join(', ');
  return whose === '' ? said(other) : `${said(other)}: ${whose}`;
}

/** Reasons are written for a reviewer. What they tell of "them" is said by "me", and left out where that is not how one speaks. */
function reasonToMe({ text }: Line): string {
  const [title = '', ...sentences] = text.split(/(?<=[.”])\s+(?=[A-Z])/u);
  const mine = sentences.map((sentence) => sentence.replace(/^They said /, 'I said ')).filter((sentence) => !/\b(?:they|their|them|theirs)\b/i.test(sentence));
  return [title.replace(/^The person and /, 'Me and '), ...mine].join(' ');
}

const sharing: Readonly<Record<Share['answer'], string>> = { yes: 'Yes', no: 'No', ask: 'Ask me first' };
const sharingSentence = ({ who, answer }: Share): string => `${who}: ${sharing[answer]}.`;

const said = ({ text, quoted }: Line): string => (quoted ? `“${text}”` : text);
