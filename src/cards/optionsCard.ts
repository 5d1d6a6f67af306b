/** At most three activities, each with its three fits and its reasons; and an honest card when nothing fits. */
import { z } from 'zod';
import { fitNames, type ActivityOption, type OptionsReading } from '../domain/activities/option';
import type { CaseReading } from '../domain/analysis/caseReading';
import { asksForActivity } from '../domain/case/steps';
import { promptOf } from '../domain/framework/framework';
import { factsOf } from './activityFacts';
import { asSeen, Button, mainButton, menuButton, pressed, Pressed, sideButton, tile, Tile } from './buttons';
import { dot, escapeText, shorten } from './escape';
import { fitWords, stateLooks } from './fitWords';
import { caseTop, headerOf, newsOf } from './header';
import { Field } from './formCard';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { searchBox, searchButton } from './searchBox';
import { show } from './show';

const FitRow = z.object({ shape: z.string(), state: z.string(), ask: z.string(), reason: z.string() }).strict();
const Unknown = z.object({ title: z.string(), text: z.string(), ...Pressed }).strict();
const OptionView = z
  .object({
    name: z.string().min(1),
    facts: z.string(),
    fits: z.array(FitRow).length(3),
    reasons: z.array(z.string()),
    changes: z.string(),
    unknowns: z.array(Unknown),
    unasked: z.string(),
    buttons: z.array(Button),
  })
  .strict();

export const optionsView = z
  .object({
    ...caseTop,
    settle: z.array(Tile),
    options: z.array(OptionView).max(3),
    /** What is not known of any of them stands once, below them. */
    unknowns: z.array(Unknown),
    unasked: z.string(),
    /** Over what is not known of any of them, so that it is not taken for the last one's. */
    ofAll: z.string(),
    nearly: z.array(z.string()),
    notOffered: z.string(),
    boxes: z.array(Field).max(1),
    look: z.array(Button),
    foot: z.string(),
    buttons: z.array(Button),
  })
  .strict();

export const optionsCard = defineCard('options', optionsView);

type Screen = Extract<CaseScreen, { kind: 'options' }>;

export function presentOptions(reading: CaseReading, screen: Screen): AdaptiveCard {
  const found = reading.options();
  const { options, nearly, heldBack } = found;
  const isHeld = heldBack !== undefined;
  const shown = isHeld ? [] : options.slice(0, 3);
  const ofAll = unknownOfAll(shown);
  return renderCard(optionsCard, {
    fallback: 'Please update Teams to see the options.',
    header: headerOf(reading, 'Options'),
    news: newsOf(screen),
    title: titleOf(found),
    intro: [goneLine(reading), introOf(found, reading)].filter((line) => line !== '').join(' '),
    settle: isHeld || options.length > 0 ? [] : settleTiles(reading),
    options: shown.map((option) => optionView({ ...option, unknowns: option.unknowns.filter(({ text }) => !ofAll.some((common) => common.text === text)) }, reading)),
    ofAll: ofAll.length === 0 ? '' : `Not known yet, for ${shown.length === 2 ? 'both' : 'all'} of them`,
    ...notKnown(ofAll, reading),
    nearly: isHeld ? [] : nearly.slice(0, options.length < 3 ? 3 : 2).map(nearlyLine),
    notOffered: isHeld ? '' : notOfferedLine(found),
    boxes: isHeld ? [] : [searchBox(reading, { label: options.length === 0 ? 'Look through the whole list' : 'Look for something else' })],
    look: isHeld ? [] : [searchButton(reading)],
    foot: isHeld || options.length === 0 ? '' : `The order decides nothing: the person chooses. ${escapeText(reading.content.texts['leave-as-is'] ?? '')}`.trim(),
    buttons: isHeld ? heldButtons(reading) : buttonsOf(reading, options.length),
  });
}

const counts = ['', 'One that could fit', 'Two that could fit', 'Three that could fit'];

function titleOf({ options, heldBack }: OptionsReading): string {
  if (heldBack !== undefined) return 'Activities wait for now';
  return counts[Math.min(options.length, 3)] || 'Nothing fits yet';
}

function goneLine({ chosenButGone }: CaseReading): string {
  const name = chosenButGone();
  return name === undefined ? '' : `${escapeText(shorten(name, 120))} was chosen, and is not on the list any more.`;
}

function introOf({ options, heldBack, nothingFits }: OptionsReading, { content, suggestions }: CaseReading): string {
  if (heldBack !== undefined) return `${escapeText(heldBack)} Your part can go on: keep talking, and write down what you will do meanwhile.`;
  if (options.length > 0) return '';
  if (nothingFits) return `${escapeText(content.texts['nothing-fits'] ?? 'Nothing on the list fits what was said so far.')}${suggestions.length === 0 ? '' : ' Talking about one of these may help:'}`;
  return 'There is not enough to go on yet. One of these would help most.';
}

const settleTiles = (reading: CaseReading): Tile[] =>
  reading.suggestions.slice(0, 3).map(({ prompt, topic, why }) => tile(topic, { verb: 'open-prompt', caseId: reading.caseId, rev: reading.state.rev, prompt }, { text: escapeText(topic), note: escapeText(why) }));

function optionView(option: ActivityOption, reading: CaseReading): z.input<typeof OptionView> {
  const { caseId, state } = reading;
  const { activity, fits, reasons, changes } = option;
  const here = { caseId, rev: state.rev, activity: activity.id };
  const isChosen = state.chosen?.activity === activity.id;
  const isAsked = reading.step !== undefined && asksForActivity(reading.step);
  return {
    name: `${isChosen ? '\u2713 ' : ''}${escapeText(activity.name)}`,
    facts: factsOf(activity, reading.today),
    fits: fitNames.map((fit) => {
      const { shape, word } = stateLooks[fits[fit].state];
      return { shape, state: word, ask: fitWords[fit].ask, reason: escapeText(shorten(fits[fit].reason, 140)) };
    }),
    reasons: reasons.filter((reason) => !fitNames.some((fit) => saysTheSame(reason, fits[fit].reason))).slice(0, 2).map((reason) => escapeText(shorten(reason, 140))),
    changes: changes.slice(0, 3).map((change) => escapeText(shorten(change, 120))).join(dot),
    // A fit that is not known says so above; below it stands again only where something can be done about it.
    ...notKnown(option.unknowns.filter(({ text, prompt, askThem }) => prompt !== undefined || askThem === true || !fitNames.some((fit) => fits[fit].reason === text)), reading),
    buttons: [
      isChosen && !isAsked ? mainButton('See the plan', show(reading, 'plan')) : mainButton(isChosen ? 'Keep this' : 'Choose this', { verb: 'choose-option', ...here }),
      sideButton('Not for them', { verb: 'decline-option', ...here }),
      sideButton('Where from?', show(reading, 'why', `option:${activity.id}`)),
    ],
  };
}

/** Also when one goes on where the other ends. */
export const saysTheSame = (longer: string, shorter: string): boolean => shorter !== '' && longer.startsWith(shorter.replace(/\.$/u, ''));

/** What no option has an answer to; with one option that is its own. */
const unknownOfAll = ([first, ...others]: readonly ActivityOption[]): ActivityOption['unknowns'] =>
  first === undefined || others.length === 0 ? [] : first.unknowns.filter(({ text }) => others.every(({ unknowns }) => unknowns.some((unknown) => unknown.text === text)));

/** One of them can be asked about at once, by a tap. */
function notKnown(unknowns: ActivityOption['unknowns'], reading: CaseReading): { unknowns: z.infer<typeof Unknown>[]; unasked: string } {
  const settles = unknowns.find(({ prompt }) => prompt !== undefined);
  return { unknowns: settles ? [unknownTap(settles.text, settles.prompt!, reading)] : [], unasked: unaskedLine(unknowns.filter((unknown) => unknown !== settles).slice(0, 2)) };
}

function unknownTap(text: string, prompt: string, { caseId, state, content }: CaseReading): z.infer<typeof Unknown> {
  const topic = promptOf(content.framework, prompt)?.topic;
  const ask = topic === undefined ? '' : ` Ask now: ${escapeText(topic)}`;
  const line = `${escapeText(shorten(text, 120))}${ask}`;
  return { title: asSeen([line], 240), text: ask === '' ? line : `${line}\u00a0\u203a`, ...pressed({ verb: 'open-prompt', caseId, rev: state.rev, prompt }) };
}

/** What only the people who run it can say is said to be theirs to answer. */
function unaskedLine(unknowns: ActivityOption['unknowns']): string {
  const line = unknowns.map(({ text }) => escapeText(shorten(text, 120))).join(dot);
  return unknowns.some(({ askThem }) => askThem) && !line.includes('Ring first') ? `${line} Ring and ask.` : line;
}

const nearlyLine = ({ activity, because, change }: OptionsReading['nearly'][number]): string =>
  `**${escapeText(activity.name)}**: ${escapeText(shorten(because, 140))}${change === undefined ? '' : ` What would change it: ${escapeText(shorten(change, 200))}`}`;

function notOfferedLine({ notOffered }: OptionsReading): string {
  const told = notOffered.filter(({ gate }) => gate === 'clinical-check' || gate === 'eligibility' || gate === 'consent').slice(0, 2);
  return told.length === 0 ? '' : `Not offered: ${told.map(({ activity, because }) => `**${escapeText(activity.name)}**: ${escapeText(shorten(because, 90))}`).join(dot)}`;
}

function buttonsOf(reading: CaseReading, options: number): Button[] {
  const here = { caseId: reading.caseId, rev: reading.state.rev };
  return [
    sideButton('Not now', { verb: 'not-now', ...here }),
    sideButton(options === 0 ? 'Keep it as unmet' : 'Nothing fits', { verb: 'nothing-fits', ...here }),
    menuButton('Where things stand', show(reading, 'summary')),
    menuButton('Go on talking', show(reading, 'talk')),
    menuButton('I\u2019m worried', show(reading, 'worried')),
  ];
}

const heldButtons = (reading: CaseReading): Button[] => [
  mainButton('See why', show(reading, 'why', 'tier')),
  sideButton('Go on talking', show(reading, 'talk')),
  sideButton('What is open', show(reading, 'concerns')),
  menuButton('Where things stand', show(reading, 'summary')),
  menuButton('See the plan', show(reading, 'plan')),
];
