/** One part of a prompt as the elements of its card: tiles, numbers, lists, a box or a day, filled with what was answered. */
import { z } from 'zod';
import type { CaseReading } from '../domain/analysis/caseReading';
import { mostInABox } from '../domain/case/case';
import { addDays } from '../domain/case/decideAnswer';
import type { Step } from '../domain/case/steps';
import { offers } from '../domain/framework/choices';
import type { Option, Part } from '../domain/framework/framework';
import { inputId } from './actions';
import { pairs, tile, Tile, TileRow, tileRows, type Press } from './buttons';
import { cleanText, escapeText, plainLine, quoted } from './escape';
import { dayInWords } from '../domain/plan/days';

const List = z.object({ id: z.string(), label: z.string().min(1), value: z.string(), choices: z.array(z.object({ title: z.string().max(40), value: z.string() }).strict()).min(1) }).strict();
type List = z.infer<typeof List>;
const Box = z.object({ id: z.string(), label: z.string().min(1), placeholder: z.string(), tall: z.boolean(), value: z.string() }).strict();

export const PartView = z
  .object({
    label: z.string(),
    note: z.string(),
    rows: z.array(TileRow),
    scale: z.array(z.object({ numbers: z.array(Tile), gap: z.string() }).strict()),
    /** The columns of a grid, each a list that opens; folded away where shortcuts answer most of it. */
    grids: z.array(z.object({ id: z.string(), fold: z.string(), open: z.boolean(), rows: z.array(z.object({ lists: z.array(List) }).strict()) }).strict()),
    lists: z.array(List),
    after: z.array(TileRow),
    days: z.array(z.object({ id: z.string(), label: z.string(), value: z.string(), min: z.string() }).strict()),
    boxes: z.array(Box),
  })
  .strict();
export type PartView = z.infer<typeof PartView>;

/** What is shown in place of what is stored: a refused or an older answer comes back as it was given. */
export type Given = { readonly words?: string; readonly choices?: readonly string[] };
type Around = { readonly reading: CaseReading; readonly step: Step; readonly given: Given; /** The label is the large sentence already. */ readonly titled: boolean };

const nothing: PartView = { label: '', note: '', rows: [], scale: [], grids: [], lists: [], after: [], days: [], boxes: [] };

export function partView(part: Part, around: Around): PartView {
  const label = around.titled || part.label === undefined ? '' : escapeText(part.label);
  switch (part.kind) {
    case 'one':
      return { ...nothing, label, rows: tileRows(part.options.map((option) => choiceTile(part, option, around))) };
    case 'many':
      return manyView(part, around);
    case 'scale':
      return { ...nothing, label, note: `${part.from} = ${escapeText(part.low)} · ${part.to} = ${escapeText(part.high)}`, scale: scaleRows(part, around) };
    case 'grid':
      return gridView(part, around, label);
    case 'words':
      return { ...nothing, boxes: [wordsBox(part, around)] };
    case 'day':
      return dayView(part, around, label);
    case 'goal':
      return goalView(part, around);
    case 'activity':
      return { ...nothing, note: 'See what fits, then choose together.' };
  }
}

type Of<Kind extends Part['kind']> = Extract<Part, { kind: Kind }>;

const answerTo = ({ reading, step }: Around, part: Part): Extract<Press, { verb: 'answer' }> => ({ verb: 'answer', caseId: reading.caseId, rev: reading.state.rev, prompt: step.prompt.id, part: part.id });

function chosenOf({ reading, step, given }: Around, part: Part): readonly string[] {
  const choices = given.choices ?? reading.state.answers.get(step.prompt.id)?.choices ?? [];
  return choices.filter((choice) => offers(part, choice));
}

function choiceTile(part: Part, { id, label }: Option, around: Around): Tile {
  return tile(label, { ...answerTo(around, part), choice: id }, { text: escapeText(label), chosen: chosenOf(around, part).includes(id) });
}

/** The list holds what can stand together; what stands alone is a tile of its own, so it is one tap. */
function manyView(part: Of<'many'>, around: Around): PartView {
  const label = around.titled || part.label === undefined ? 'Tap all that fit' : part.label;
  const together = part.options.filter(({ alone }) => !alone).map(({ id, label: title }) => ({ id, title }));
  const alone = part.options.filter((option) => option.alone).map((option) => choiceTile(part, option, around));
  return { ...nothing, lists: listsOf(label, part.id, together, chosenOf(around, part), around), after: alone.map((single) => ({ tiles: [single] })) };
}

/** More than four choices stand in two columns; the second list needs a name of its own for those who hear the card. */
function listsOf(label: string, list: string, options: readonly { id: string; title: string }[], chosen: readonly string[], { reading }: Around): List[] {
  if (options.length === 0) return [];
  const half = options.length > 4 ? Math.ceil(options.length / 2) : options.length;
  return [options.slice(0, half), options.slice(half)]
    .filter((some) => some.length > 0)
    .map((some, index) => ({
      id: inputId('choices', reading.state.rev, index === 0 ? list : `${list}-more`),
      label: index === 0 ? label : 'and more',
      value: some.filter(({ id }) => chosen.includes(id)).map(({ id }) => id).join(','),
      choices: some.map(({ id, title }) => ({ title: plainLine(title, 40), value: id })),
    }));
}

/** More than this in a row, and a phone breaks "10" in two. */
const numbersInARow = 4;

function scaleRows(part: Of<'scale'>, around: Around): PartView['scale'] {
  const chosen = chosenOf(around, part);
  const numbers = Array.from({ length: part.to - part.from + 1 }, (_, index) => String(part.from + index));
  const inARow = numbers.length === 5 ? 5 : numbersInARow;
  const rows: PartView['scale'] = [];
  for (let start = 0; start < numbers.length; start += inARow) {
    const row = numbers.slice(start, start + inARow);
    const tiles = row.map((number) => tile(`${number} out of ${part.to}`, { ...answerTo(around, part), choice: number }, { text: number, chosen: chosen.includes(number) }));
    rows.push({ numbers: tiles, gap: String(inARow - row.length) });
  }
  return rows;
}

/** A grid is one list a column: fourteen rows in three columns of boxes to tick would not fit a phone. */
function gridView(part: Of<'grid'>, around: Around, label: string): PartView {
  const chosen = chosenOf(around, part);
  const shortcuts = part.shortcuts.map(({ label: title, choices }) => {
    const isChosen = choices.length === chosen.length && choices.every((choice) => chosen.includes(choice));
    return { isChosen, tile: tile(title, { ...answerTo(around, part), choice: choices.join(',') }, { text: escapeText(title), chosen: isChosen }) };
  });
  const columns = part.columns.map((column) => {
    const choices = part.rows.map((row) => ({ title: plainLine(row.label, 40), value: `${row.id}:${column.id}` }));
    const value = choices.filter((choice) => chosen.includes(choice.value)).map((choice) => choice.value).join(',');
    return { id: inputId('choices', around.reading.state.rev, `${part.id}-${column.id}`), label: column.label, value, choices };
  });
  const folds = shortcuts.length > 0;
  const open = !folds || (chosen.length > 0 && !shortcuts.some(({ isChosen }) => isChosen));
  return { ...nothing, label, rows: tileRows(shortcuts.map((shortcut) => shortcut.tile)), grids: [{ id: `fold-${part.id}`, fold: folds ? 'Or one by one' : '', open, rows: pairs(columns).map((lists) => ({ lists })) }] };
}

function wordsBox(part: Of<'words'>, { reading, step, given }: Around): PartView['boxes'][number] {
  const beside = step.parts[0]?.kind !== 'words';
  const words = given.words ?? reading.state.answers.get(step.prompt.id)?.words ?? '';
  const label = part.label ?? 'In their words';
  const isLong = given.words === undefined && words.length > mostInABox;
  return {
    id: inputId('words', reading.state.rev),
    label: isLong ? `${label} (add to what is kept)` : part.optional ? `${label} (optional)` : label,
    placeholder: beside ? 'Type it before you tap, or send a message' : 'Type as they say it, or just send a message',
    tall: !beside || words.includes('\n') || words.length > 60,
    value: isLong ? '' : cleanText(words),
  };
}

function dayView(part: Of<'day'>, around: Around, label: string): PartView {
  const { reading } = around;
  const chosen = chosenOf(around, part)[0]?.slice('on:'.length) ?? '';
  const tiles = part.in.map(({ days, label: title }) => {
    const day = addDays(reading.today, days);
    return tile(title, { ...answerTo(around, part), choice: `in:${days}` }, { text: escapeText(title), note: dayInWords(day), chosen: day === chosen });
  });
  return { ...nothing, label, rows: tiles.map((single) => ({ tiles: [single] })), days: [{ id: inputId('day', reading.state.rev), label: 'Or another day', value: chosen, min: reading.today }] };
}

/** The person's own goals, in their own words. */
function goalView(part: Of<'goal'>, around: Around): PartView {
  const goals = around.reading.plan().goals;
  const chosen = chosenOf(around, part);
  if (goals.length === 0) return { ...nothing, note: 'Nothing is there to choose from yet: a goal grows out of what they want most, in their words.' };
  const tiles = goals.map(({ id, text }) => {
    const choice = id.replace('-', ':');
    return tile(text, { ...answerTo(around, part), choice }, { text: quoted(text, 160), chosen: chosen.includes(choice) });
  });
  return { ...nothing, rows: tiles.map((single) => ({ tiles: [single] })) };
}
