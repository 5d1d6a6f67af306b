/** The worker's draft. It reads like a plan; each line is a tap that changes it and shows where it comes from. */
import { z } from 'zod';
import type { CaseReading } from '../domain/analysis/caseReading';
import type { OpenCase, Submission } from '../domain/case/case';
import { differences, type Difference } from '../domain/plan/differences';
import { entryAt } from '../domain/plan/entries';
import type { RefusedEdit } from '../domain/plan/applyEdits';
import type { GateItem, PlanBody } from '../domain/plan/frozenPlan';
import { asSeen, Button, mainButton, menuButton, pressed, Pressed, sideButton, Tile } from './buttons';
import { decisionWords } from './decisionWords';
import { escapeText, shorten } from './escape';
import { missingWords, mendTile } from './gateCard';
import { caseTop, headerOf, newsOf } from './header';
import { lengthFor, paragraph, planBlocks, type PlanBlock, type PlanLine } from './planBlocks';
import { defineCard, renderCard, type AdaptiveCard } from './registry';
import type { CaseScreen } from './screen';
import { show } from './show';

const DraftLine = z.object({ title: z.string(), mark: z.string(), text: z.string().min(1), note: z.string(), ...Pressed }).strict();
const DraftBlock = z.object({ title: z.string(), plain: z.array(DraftLine), numbered: z.array(DraftLine) }).strict();
/** A block of which the lines are one tap further on. */
const DraftRest = z.object({ title: z.string(), text: z.string().min(1), ...Pressed }).strict();

const mostLeftOut = 3;

export const planView = z
  .object({
    ...caseTop,
    /** That what was chosen is gone from the list, what a reviewer asked for on the version that was posted last, then changes of the worker's own that no longer stand; each with the tap that leads to its line. */
    request: z.array(z.object({ title: z.string(), text: z.string().min(1), words: z.string(), ...Pressed }).strict()).max(2 + mostLeftOut),
    blocks: z.array(DraftBlock),
    rest: z.array(DraftRest),
    gate: z.object({ text: z.string(), jumps: z.array(Tile) }).strict(),
    buttons: z.array(Button),
  })
  .strict();

export const planCard = defineCard('plan', planView);

type Screen = Extract<CaseScreen, { kind: 'plan' }>;
const mostJumps = 3;
/** Every goal and step is drawn and named, so the lines of a draft have less room than those of a page. */
const letters = 4600;

export function presentPlan(reading: CaseReading, screen: Screen): AdaptiveCard {
  const body = reading.plan();
  const missing = reading.gate().filter(({ ok }) => !ok);
  const blocks = planBlocks(body, Math.min(150, lengthFor(body, letters)));
  const stands = (block: PlanBlock) => block.block === 'goals' || block.block === 'steps';
  return renderCard(planCard, {
    fallback: 'Please update Teams to see the plan.',
    header: { ...headerOf(reading, 'Plan'), crisis: '' },
    news: newsOf(screen),
    title: 'The plan so far',
    intro: blocks.length === 0 ? 'Nothing stands in it yet. It writes itself from what is said.' : `${standsAs(reading, body)} Tap a line to change it, or to see where it comes from.`.trim(),
    request: [...gone(reading), ...requestOf(reading, body), ...leftOut(reading, body)],
    blocks: blocks.filter(stands).map((block) => draftBlock(block, reading)),
    rest: [...blocks.filter(stands).flatMap((block) => overflow(block, reading)), ...blocks.filter((block) => !stands(block)).map((block) => draftRest(block, reading))],
    gate: gateOf(reading, missing),
    buttons: buttonsOf(reading, body, missing),
  });
}

/** In all that a reader sees. The day that is set when a review is held belongs to the plan that was agreed. */
const changedSince = ({ plan, at }: Submission, body: PlanBody, { reviews }: OpenCase): Difference[] => differences(plan.body, body).filter(({ line }) => line !== 'review' || !reviews.some((review) => review.at > at));

const mostChanged = 3;

/** Once a version is agreed it is no draft any more; what was said or changed since then is agreed by nobody. */
export function standsAs({ content, state }: CaseReading, body: PlanBody): string {
  const last = state.submissions.at(-1);
  if (last?.decisions.at(-1)?.kind !== 'agreed') return escapeText(content.texts['plan-is-draft'] ?? '');
  const { version } = last.plan;
  const changed = [...new Set(changedSince(last, body, state).map(({ label }) => label.split(':')[0]!.toLowerCase()))];
  if (changed.length === 0) return `Agreed, as version ${version}.`;
  return `Not as it was agreed in version ${version}. Changed since: ${[...changed.slice(0, mostChanged), ...(changed.length > mostChanged ? ['and more'] : [])].join(', ')}.`;
}

/** What to mend first; the rest is one press away, under what a plan needs. */
function gateOf(reading: CaseReading, missing: readonly GateItem[]): z.input<typeof planView>['gate'] {
  const first = missing.slice(0, missing.length > mostJumps ? 2 : mostJumps);
  const order = first.length < missing.length ? '. These come first:' : '';
  return { text: `${missingWords(missing.length)}${order}`, jumps: first.map((item) => mendTile(item, reading)) };
}

/** A step never leaves a plan without a word. */
function gone(reading: CaseReading): z.input<typeof planView>['request'] {
  const name = reading.chosenButGone();
  if (name === undefined) return [];
  const text = `${escapeText(shorten(name, 120))} is not on the list any more, so its step is not in the plan\u00a0\u203a`;
  const words = 'See what else fits, or add a step yourself if you know that it still runs.';
  return [{ title: asSeen([text, words], mostAloud), text, words, ...pressed(show(reading, 'options')) }];
}

function requestOf(reading: CaseReading, body: PlanBody): z.input<typeof planView>['request'] {
  const sent = reading.state.submissions.at(-1);
  const last = sent?.decisions.at(-1);
  if (!sent || last?.kind !== 'change') return [];
  const { decided, words } = decisionWords(sent);
  const line = last.line !== undefined && entryAt(body, last.line) ? last.line : undefined;
  const text = `${decided}${line === undefined ? '' : '\u00a0\u203a'}`;
  return [{ title: asSeen([text, words], mostAloud), text, words, ...pressed(line === undefined ? show(reading, 'posted') : show(reading, 'edit-line', line)) }];
}

/** A change that was typed is never dropped: where the answer behind it is newer, its words are offered for the line again. */
function leftOut(reading: CaseReading, body: PlanBody): z.input<typeof planView>['request'] {
  const stands = ({ edit }: RefusedEdit) => reading.state.edits.some(({ target, at }) => target === edit.target && at > edit.at);
  return reading
    .editsLeftOut()
    .filter((refused) => refused.edit.text !== null && !stands(refused))
    .slice(-mostLeftOut)
    .map(({ edit, why }) => {
      const entry = entryAt(body, edit.target);
      const text = `Your change ${entry ? `to ${escapeText(entry.label.toLowerCase())} ` : ''}${why === 'private' ? 'stays out of the plan: its words belong to a safety action' : 'does not stand any more: what it changed was said anew'}\u00a0\u203a`;
      const words = escapeText(shorten(edit.text ?? '', 200));
      return { title: asSeen([text, words], mostAloud), text, words, ...pressed(entry ? show(reading, 'edit-line', edit.target) : show(reading, 'gate')) };
    });
}

/** More than any line that is drawn. */
const mostAloud = 600;

/** A line that can be tapped is read aloud by its name alone, so the name holds all that is seen. */
const aloud = (what: string, { text, note }: PlanLine): string => asSeen([what, text, note], mostAloud);

function draftBlock(whole: PlanBlock, reading: CaseReading): z.input<typeof DraftBlock> {
  const { block, title, lines } = whole;
  const name = block === 'goals' ? 'goal' : 'step';
  const shown = lines.slice(0, tapped(whole));
  const titleOf = (line: PlanLine, index: number): string => aloud(`Change ${name} ${line.mark === '' ? index + 1 : line.mark}`, line);
  const drawn = shown.map((line, index) => ({ title: titleOf(line, index), mark: line.mark, text: line.text, note: line.note, ...pressed(show(reading, 'edit-line', line.target)) }));
  return { title, plain: block === 'goals' ? drawn : [], numbered: block === 'goals' ? [] : drawn };
}

/** A plan of the usual size has a tap on every goal and step; of a longer one the rest is one tap further on, so that the card can be sent. */
function tapped({ block, lines }: PlanBlock): number {
  const [usual, first] = block === 'goals' ? [3, 2] : [6, 2];
  return lines.length <= usual ? lines.length : first;
}

function overflow(block: PlanBlock, reading: CaseReading): z.input<typeof DraftRest>[] {
  const rest = block.lines.length - tapped(block);
  return rest <= 0 ? [] : [{ title: block.title, text: `and ${rest} more: see them all\u00a0\u203a`, ...pressed(show(reading, 'edit-line', `block:${block.block}`)) }];
}

const mostOfABlock = 3;

function draftRest({ block, title, lines }: PlanBlock, reading: CaseReading): z.input<typeof DraftRest> {
  const rest = lines.length - mostOfABlock;
  const shown = [...lines.slice(0, mostOfABlock).map(paragraph), ...(rest > 0 ? [`and ${rest} more`] : [])];
  return { title, text: shown.join('\n\n'), ...pressed(show(reading, 'edit-line', lines.length === 1 && block !== 'sharing' ? lines[0]!.target : `block:${block}`)) };
}

/** What stops a plan from being posted at all; everything else may be completed with the supervisor. */
function mayBePosted({ goals, steps, sharing }: PlanBody, missing: readonly GateItem[]): boolean {
  return (goals.length > 0 || steps.length > 0) && !missing.some(({ id }) => id === 'safety') && !sharing.some(({ id, answer }) => id === 'supervisor' && answer === 'no');
}

function buttonsOf(reading: CaseReading, body: PlanBody, missing: readonly GateItem[]): Button[] {
  const last = reading.state.submissions.at(-1);
  const isUnchanged = last !== undefined && last.decisions.at(-1)?.kind !== 'change' && changedSince(last, body, reading.state).length === 0;
  const main = isUnchanged ? mainButton('See where it is', show(reading, 'posted')) : mayBePosted(body, missing) ? mainButton('Post for review', show(reading, 'place')) : mainButton('See what is missing', show(reading, 'gate'));
  return [
    main,
    sideButton('Go on talking', show(reading, 'talk')),
    ...(mayBePosted(body, missing) ? [sideButton('What a plan needs', show(reading, 'gate'))] : []),
    menuButton('Add a step', show(reading, 'edit-line', 'new-step')),
    menuButton('Add a goal', show(reading, 'edit-line', 'new-goal')),
    menuButton('Change the activity', show(reading, 'options')),
    ...(last?.decisions.at(-1)?.kind === 'agreed' ? [menuButton('Their copy', show(reading, 'copy'))] : []),
    menuButton('Where things stand', show(reading, 'summary')),
    ...(last ? [menuButton('Earlier versions', show(reading, 'versions')), menuButton('Where it was posted', show(reading, 'posted'))] : []),
    menuButton('I\u2019m worried', show(reading, 'worried')),
  ];
}
