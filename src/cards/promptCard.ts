/** One card of a prompt: the sentence to say, the answer, and the ways on. */
import { z } from 'zod';
import type { CaseReading } from '../domain/analysis/caseReading';
import { optionsOf } from '../domain/framework/choices';
import { byUrgency } from '../domain/analysis/concerns';
import type { Concern } from '../domain/analysis/finding';
import type { Side } from '../domain/framework/framework';
import { cardsOf, goalsSaid, previousPrompt, type Step } from '../domain/case/steps';
import { Button, mainButton, menuButton, pressed, Pressed, sideButton, type Press } from './buttons';
import { escapeText, quoted } from './escape';
import { Header, headerOf, nameOf, News, newsOf } from './header';
import type { Meant } from './screen';
import { partView, PartView, type Given } from './promptParts';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import { show } from './show';
import { textOf } from './textOf';

export const promptView = z
  .object({
    fallback: z.string(),
    header: Header,
    news: News,
    /** A strip while something must happen now or today, a quiet line while something must be arranged. */
    alert: z.object({ text: z.string(), loud: z.boolean(), ...Pressed }).strict(),
    /** Words that were only noted, or read as denied: one line, one tap. */
    quiet: z.object({ text: z.string(), ...Pressed }).strict(),
    before: z.string(),
    ask: z.string().min(1),
    size: z.enum(['medium', 'large']),
    why: z.string().min(1),
    parts: z.array(PartView).min(1),
    foot: z.string(),
    buttons: z.array(Button),
  })
  .strict();

export const promptCard = defineCard('prompt', promptView);

type Lines = { readonly problem?: string; readonly said?: string; readonly meant?: Meant };

/** A sentence longer than this is set smaller, so that the card fits a phone. */
const longSentence = 110;
const mostOfAGoal = 200;

export function presentPrompt(reading: CaseReading, step: Step, given: Given = {}, lines: Lines = {}): AdaptiveCard {
  const { prompt, parts } = step;
  const { state, content } = reading;
  const section = content.framework.sections.find(({ id }) => id === prompt.section);
  const side: Side | undefined = section?.side ?? prompt.side;
  const asked = state.mode === 'phone' ? prompt.phone : prompt.ask;
  const ownLabel = isFirstCard(step) ? undefined : parts[0]?.label;
  const ask = ownLabel ?? asked;
  return renderCard(promptCard, {
    fallback: 'Please update Teams, or type your answer.',
    header: headerOf(reading, side === undefined ? (section?.label ?? '') : nameOf[side], side),
    news: newsOf(lines),
    alert: alertOf(reading, step),
    quiet: quietOf(reading, step),
    before: ownLabel === undefined ? '' : (goalAskedAbout(reading, step) ?? escapeText(shorter(asked, prompt.phone))),
    ask: escapeText(ask),
    size: ask.length > longSentence ? 'medium' : 'large',
    why: whyLine(reading, step),
    parts: parts.map((part) => partView(part, { reading, step, given, titled: part.label === ownLabel || (parts.length === 1 && part.label === undefined) })),
    foot: prompt.restricted ? escapeText(textOf(content, 'restricted-note')) : noticedLine(reading),
    buttons: buttonsOf(reading, step, lines.meant),
  });
}

/** On the cards that follow the first it stands to remember it by. */
const shorter = (asked: string, phone: string): string => (phone.length < asked.length ? phone : asked);

/** Once it is settled which goal is meant, that goal stands above what is asked of it. */
function goalAskedAbout({ conversation }: CaseReading, { prompt, parts }: Step): string | undefined {
  if (!prompt.parts.some(({ kind }) => kind === 'goal') || parts.some(({ kind }) => kind === 'goal')) return undefined;
  const goals = goalsSaid(conversation);
  const picked = conversation.answers.get(prompt.id)?.choices.find((choice) => choice.startsWith('goal:'));
  const goal = goals.length === 1 ? goals[0] : goals[Number(picked?.slice('goal:'.length)) - 1];
  return goal === undefined ? undefined : quoted(goal, mostOfAGoal);
}

/** Why it is asked at all, and why it is asked now when an answer called it. */
function whyLine({ conversation }: CaseReading, { prompt }: Step): string {
  const called = conversation.called.get(prompt.id);
  return escapeText(called === undefined ? prompt.why : `${prompt.why} Asked now: ${called.charAt(0).toLowerCase()}${called.slice(1)}.`);
}

const isFirstCard = ({ prompt, parts }: Step): boolean => cardsOf(prompt)[0]?.[0]?.id === parts[0]?.id;
const onlyTiles = ({ parts }: Step): boolean => parts.every(({ kind }) => kind === 'one' || kind === 'scale' || kind === 'goal');

const ratherNot = 'Rather not say';
/** Where it is one of the answers, the same words in the menu would do something else. */
const offersRatherNot = ({ parts }: Step): boolean => parts.some((part) => optionsOf(part).some(({ label }) => label === ratherNot));

function buttonsOf(reading: CaseReading, step: Step, meant: Meant | undefined): Button[] {
  const { caseId, state } = reading;
  const { prompt, parts } = step;
  const here = { caseId, rev: state.rev };
  /** Words that were left in the box when another button was pressed belong to this prompt. */
  const keeping = { ...here, from: prompt.id };
  const answer: Press = { verb: 'answer', ...here, prompt: prompt.id, part: parts.at(-1)!.id };
  const leave = isFirstCard(step)
    ? sideButton('Skip', { verb: 'skip', ...keeping, prompt: prompt.id, why: 'not-today' })
    : sideButton('Leave this', answer);
  return [
    ...(onlyTiles(step) ? [] : [mainButton('Next', answer)]),
    ...(meant ? [sideButton(`I meant “${meant.word}”`, { verb: 'take-back', ...keeping, prompt: meant.prompt, typed: meant.typed, then: meant.then })] : []),
    leave,
    sideButton('I’m worried', { verb: 'show', ...keeping, screen: 'worried', about: prompt.id }),
    ...(isFirstCard(step) && !offersRatherNot(step) ? [menuButton(ratherNot, { verb: 'skip', ...keeping, prompt: prompt.id, why: 'rather-not-say' })] : []),
    menuButton('Park it for later', { verb: 'park', ...keeping, prompt: prompt.id }),
    ...(previousPrompt(state, reading.conversation, reading.step) ? [menuButton('Back', { verb: 'back', ...keeping })] : []),
    menuButton('Jump to another prompt', { verb: 'show', ...keeping, screen: 'sections' }),
    menuButton('Add what I noticed', { verb: 'show', ...keeping, screen: 'observe', about: prompt.id }),
    menuButton('Where things stand', { verb: 'show', ...keeping, screen: 'summary' }),
    menuButton('See the plan', { verb: 'show', ...keeping, screen: 'plan' }),
    menuButton('Pause', { verb: 'show', ...keeping, screen: 'pause' }),
  ];
}

const waiting = ({ concerns }: CaseReading): readonly Concern[] => concerns.filter(({ state, urgency }) => state === 'open' && urgency !== 'ROUTINE').sort(byUrgency);

/** While something waits for a name, every card of the conversation leads to it. What it is stays off the card. */
function alertOf(reading: CaseReading, { prompt }: Step): { text: string; loud: boolean } & Pressed {
  const open = waiting(reading);
  const [first] = open;
  const leads = { ...(open.length === 1 ? show(reading, 'concern', first?.id) : show(reading, 'concerns')), from: prompt.id };
  if (!first) return { text: '', loud: false, ...pressed(leads) };
  const text = open.length === 1 ? 'Somebody else may need to know\u00a0\u203a' : `${open.length} things may need somebody else\u00a0\u203a`;
  return { text, loud: open.some(({ urgency }) => urgency === 'NOW' || urgency === 'TODAY'), ...pressed(leads) };
}

function quietOf(reading: CaseReading, { prompt }: Step): { text: string } & Pressed {
  const open = reading.noted.filter(({ state }) => state === 'open');
  const [noted, denied] = [open.filter(({ grade }) => grade === 'noted').length, open.filter(({ grade }) => grade === 'denied').length];
  const counts = [...(noted > 0 ? [`${noted} noted`] : []), ...(denied > 0 ? [`${denied} recorded as denied`] : [])];
  // Where something is open already, that line leads there; a card has room for one.
  return { text: counts.length === 0 || waiting(reading).length > 0 ? '' : `${counts.join(', ')}: look\u00a0\u203a`, ...pressed({ ...show(reading, 'concerns'), from: prompt.id }) };
}

/** What the last answer told, unless the line at the top says it. */
function noticedLine(reading: CaseReading): string {
  const { noticed } = reading;
  const [first] = waiting(reading);
  if (noticed === undefined || (first && noticed.toLowerCase().includes(first.why.toLowerCase()))) return '';
  return `From the last answer \u00b7 ${escapeText(noticed)}`;
}
