/** One line of the plan, ready to be reworded, with what it rests on; or a block of which each line is a tap. */
import { z } from 'zod';
import type { CaseReading } from '../domain/analysis/caseReading';
import { addDays } from '../domain/case/decideAnswer';
import { dayInWords } from '../domain/plan/days';
import { blocks, entriesOf, isStepField, stepFields, type Block, type PlanEntry, type StepField } from '../domain/plan/entries';
import type { PlanBody, Source } from '../domain/plan/frozenPlan';
import { safetyLine } from '../domain/plan/draftOthers';
import { inputId } from './actions';
import { Button, mainButton, menuButton, sideButton, tile, Tile, type Press } from './buttons';
import { decisionWords } from './decisionWords';
import { cleanText, dot, escapeText, quoted, shorten } from './escape';
import { evidenceTiles } from './evidence';
import { Header, headerOf, News, newsOf } from './header';
import { listingLines, listingsBehind } from './inItsListing';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';

const Box = z.object({ id: z.string(), label: z.string().min(1), placeholder: z.string(), value: z.string(), isLong: z.boolean() }).strict();

export const editLineView = z
  .object({
    fallback: z.string(),
    header: Header,
    news: News,
    title: z.string().min(1),
    now: z.string(),
    boxes: z.array(Box).max(2),
    days: z.array(z.object({ id: z.string(), label: z.string(), value: z.string(), min: z.string() }).strict()).max(1),
    tiles: z.array(Tile),
    evidence: z.array(z.object({ topic: z.string(), said: z.string().min(1) }).strict()),
    taps: z.array(Tile),
    none: z.string(),
    buttons: z.array(Button),
  })
  .strict();

export const editLineCard = defineCard('edit-line', editLineView);

type Screen = Extract<CaseScreen, { kind: 'edit-line' }>;
type Shown = Pick<z.input<typeof editLineView>, 'title' | 'now' | 'tiles' | 'none'> & {
  readonly box?: { readonly label: string; readonly value: string };
  readonly day?: string;
  readonly from: readonly Source[];
  /** Nobody is taken to do a new step: who does it is the button. */
  readonly isNewStep?: true;
  readonly save: boolean;
  readonly drop: boolean;
};

export function presentEditLine(reading: CaseReading, screen: Screen): AdaptiveCard {
  const { caseId, state, today } = reading;
  const body = reading.plan();
  const shown = shownOf(reading, body, screen.about);
  const edit: Press = { verb: 'edit-line', caseId, rev: state.rev, target: screen.about, ...(screen.place === undefined ? {} : { place: screen.place }) };
  const { taps, rest } = evidenceTiles(shown.from, reading, 6);
  return renderCard(editLineCard, {
    fallback: 'Please update Teams to change this line.',
    header: headerOf(reading, 'Plan'),
    news: newsOf(screen),
    title: shown.title,
    now: [askedOf(reading, screen.about), shown.now].filter((part) => part !== '').join('\n\n'),
    boxes: [
      ...(shown.box ? [{ id: inputId('text', state.rev), label: shown.box.label, placeholder: '', value: cleanText(screen.typed ?? shown.box.value), isLong: true }] : []),
      ...(shown.isNewStep ? [{ id: inputId('when', state.rev), label: 'When', placeholder: 'A day, or how often', value: cleanText(screen.fields?.['when'] ?? ''), isLong: false }] : []),
    ],
    days: shown.day === undefined ? [] : [{ id: inputId('text', state.rev), label: 'Or another day', value: shown.day, min: addDays(today, 1) }],
    tiles: shown.tiles,
    evidence: [...rest, ...listedOf(shown.from, reading)],
    taps,
    none: shown.none,
    buttons: [
      ...(shown.isNewStep ? [mainButton('The person does it', { ...edit, who: 'me' }), sideButton('The link worker does it', { ...edit, who: 'link-worker' })] : shown.save ? [mainButton('Save', edit)] : []),
      screen.place === undefined ? sideButton('Back to the plan', show(reading, 'plan')) : sideButton('Back', show(reading, 'preview', screen.place)),
      ...(shown.drop ? [menuButton('Take it out of the plan', { verb: 'drop-line', caseId, rev: state.rev, target: screen.about })] : []),
    ],
  });
}

/** What a reviewer asked of this line stands beside it while it is being changed. */
function askedOf({ state }: CaseReading, about: string): string {
  const sent = state.submissions.at(-1);
  const last = sent?.decisions.at(-1);
  if (!sent || last?.kind !== 'change' || last.line !== about) return '';
  const { decided, words } = decisionWords(sent, 300);
  return [decided, words].filter((part) => part !== '').join(' ');
}

function shownOf(reading: CaseReading, body: PlanBody, about: string): Shown {
  const block = blocks.find((name) => about === `block:${name}`);
  if (block) return blockOf(reading, body, block);
  const added = newLines[about];
  if (added) return { ...(about === 'new-step' ? { isNewStep: true } : {}), title: added.title, now: '', box: { label: added.label, value: added.value ?? '' }, tiles: [], from: [], none: 'It will stand in the plan as written by you.', save: true, drop: false };
  const entry = entriesOf(body).find(({ target }) => target === about);
  if (about === 'review') return reviewOf(reading, entry);
  const field = about.split('.')[1];
  if (field !== undefined && isStepField(field)) return fieldOf(reading, body, about, field, entry);
  return entry ? lineOf(reading, body, entry) : gone;
}

/** A step that asks for a call has the number beside it. */
const listedOf = (from: readonly Source[], reading: CaseReading): { topic: string; said: string }[] =>
  listingsBehind(from, reading).flatMap((activity) => {
    const lines = listingLines(activity);
    return lines.length === 0 ? [] : [{ topic: 'In its listing', said: lines.map((line) => escapeText(shorten(line, 200))).join(dot) }];
  });

const gone: Shown = { title: 'This line has gone', now: 'It is not in the plan any more: what it rested on has changed. Nothing else was touched.', tiles: [], from: [], none: '', save: false, drop: false };

const newLines: Readonly<Record<string, { readonly title: string; readonly label: string; readonly value?: string }>> = {
  'new-goal': { title: 'Add a goal', label: 'In the person\u2019s words' },
  'new-step': { title: 'Add a step', label: 'What will happen' },
  'new-step.when': { title: 'When is the new step?', label: 'A day, or how often' },
  'new-step.who': { title: 'Who does the new step?', label: 'Me, link worker, or a name' },
  'new-strength': { title: 'Add a strength', label: 'What they are good at' },
  'new-if-then': { title: 'Add an if-then', label: 'If \u2026 then \u2026' },
  'new-other': { title: 'Add somebody who helps', label: 'Who, and what they do' },
  'new-harder': { title: 'If things get harder', label: 'What to do, and who to ring' },
  'new-adjustment': { title: 'Add what makes it easier', label: 'What helps with talking, reading or meeting' },
  'nothing-raised': { title: 'Was anything raised?', label: 'What you asked, and that nothing was raised', value: 'Nothing was raised.' },
};

const newLineOf: Partial<Record<Block, string>> = { goals: 'new-goal', steps: 'new-step', strengths: 'new-strength', ifThen: 'new-if-then', others: 'new-other', ifHarder: 'new-harder', adjustments: 'new-adjustment' };

const blockTitles: Readonly<Record<Block, string>> = {
  whatMatters: 'What matters to me', strengths: 'My strengths', whyNow: 'Why now', workedOut: 'What we worked out', goals: 'What I want', steps: 'Steps', why: 'Why this fits',
  ifThen: 'If it does not go to plan', others: 'Others who help', ifHarder: 'If things get harder', sharing: 'Who may see this', copy: 'My copy', adjustments: 'What makes it easier for me', nothingRaised: 'Whether anything was raised', review: 'We look at it again',
};

const mostTiles = 20;

function blockOf(reading: CaseReading, body: PlanBody, block: Block): Shown {
  const entries = entriesOf(body).filter((entry) => entry.block === block);
  const add = newLineOf[block];
  const tiles = entries.slice(0, mostTiles).map((entry) => tile(entry.label, show(reading, 'edit-line', entry.target), { text: textOf(entry, 200), note: escapeText(entry.label) }));
  const more = add === undefined ? [] : [tile(newLines[add]!.title, show(reading, 'edit-line', add), { text: `\\+ ${newLines[add]!.title}` })];
  return { title: blockTitles[block], now: entries.length === 0 ? 'Nothing stands here yet.' : 'Tap a line to change it, or to see where it comes from.', tiles: [...tiles, ...more], from: [], none: '', save: false, drop: false };
}

const textOf = ({ quoted: isQuoted, text }: PlanEntry, most: number): string => (isQuoted ? quoted(text, most) : escapeText(shorten(text, most)) || '\u2026');

/** The person's own to say: changed at the prompt where it was answered. */
const answeredNote = 'This is theirs to say. Open the prompt to change the answer.';
const safetyNote = 'This follows what is open and who has taken it on. Type concerns to see it.';

function lineOf(reading: CaseReading, body: PlanBody, entry: PlanEntry): Shown {
  const { label, text, from, change } = entry;
  if (change === 'answered') return { title: escapeText(label), now: textOf(entry, 600), tiles: [], from, none: entry.target === safetyLine.id ? safetyNote : answeredNote, save: false, drop: false };
  const step = body.steps.find(({ id }) => id === entry.target);
  const note = entry.quoted ? 'If you change these words, the quotation marks go: they are only for the person’s own words.' : '';
  return { title: escapeText(label), now: '', box: { label: 'The line as it stands', value: text }, tiles: step ? fieldTiles(reading, body, entry) : [], from, none: note, save: true, drop: true };
}

const fieldWords: Readonly<Record<StepField, string>> = { who: 'Who', when: 'When', where: 'Where', 'getting-there': 'Getting there', 'first-time': 'The first time' };

/** What else can be said of a step, each its own tap. */
function fieldTiles(reading: CaseReading, body: PlanBody, { target }: PlanEntry): Tile[] {
  const entries = entriesOf(body);
  const fields = stepFields.map((field) => {
    const known = entries.find((entry) => entry.target === `${target}.${field}`);
    const text = known ? `**${fieldWords[field]}:** ${escapeText(shorten(known.text, 120))}` : `\\+ ${fieldWords[field]}`;
    return tile(`${fieldWords[field]}: ${known?.text ?? 'not said yet'}`, show(reading, 'edit-line', `${target}.${field}`), { text });
  });
  const sure = entries.find((entry) => entry.target === `${target}.confidence`);
  return [...fields, ...(sure ? [tile(`How sure: ${sure.text}`, show(reading, 'edit-line', sure.target), { text: `**How sure:** ${escapeText(sure.text)}` })] : [])];
}

function fieldOf(reading: CaseReading, body: PlanBody, about: string, field: StepField, entry: PlanEntry | undefined): Shown {
  const id = about.split('.')[0];
  const index = body.steps.findIndex((step) => step.id === id);
  const step = body.steps[index];
  if (!step) return gone;
  const title = `Step ${index + 1}: ${fieldWords[field].toLowerCase()}`;
  const now = escapeText(shorten(step.text, 200));
  const from = entry?.from ?? [];
  const drop = entry !== undefined && field !== 'who';
  if (field !== 'who') return { title, now, box: { label: fieldWords[field], value: entry?.text ?? '' }, tiles: [], from, none: '', save: true, drop };
  const set = (text: string): Press => ({ verb: 'edit-line', caseId: reading.caseId, rev: reading.state.rev, target: about, text });
  const tiles = [
    tile('Me (the person)', set('me'), { chosen: step.who === 'me', inputs: 'none' }),
    tile('Link worker', set('link worker'), { chosen: step.who === 'link-worker', inputs: 'none' }),
  ];
  return { title, now, box: { label: 'Somebody else (a role, or who it is)', value: step.who === 'other' ? (step.whoName ?? '') : '' }, tiles, from, none: '', save: true, drop };
}

const fromToday = [{ days: 14, label: 'In two weeks' }, { days: 21, label: 'In three weeks' }, { days: 42, label: 'In six weeks' }] as const;

function reviewOf({ caseId, state, today }: CaseReading, entry: PlanEntry | undefined): Shown {
  const tiles = fromToday.map(({ days, label }) => {
    const on = addDays(today, days);
    return tile(`${label}: ${dayInWords(on)}`, { verb: 'edit-line', caseId, rev: state.rev, target: 'review', text: on }, { text: `${label}: ${dayInWords(on)}`, inputs: 'none' });
  });
  return { title: 'When do we look at it again?', now: entry ? `Now: ${escapeText(entry.text)}` : '', day: '', tiles, from: entry?.from ?? [], none: '', save: true, drop: entry !== undefined };
}
