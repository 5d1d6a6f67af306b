import { z } from 'zod';
import { asSentence } from './describeFit';
import type { Picture } from './fitPicture';
import { drawLine, drawOnGround, ink, round } from './ink';
import { setInLines, tidy, type Face } from './lines';

/** Where a case stands on the way from referral to ending. */
export const ProcessPictureView = z
  .object({
    /** The names of the stages, in order. */
    stages: z.array(z.string()).min(2).max(12),
    /** Which of them the case is at, counted from 0; for a closed case, the one that it left from. */
    here: z.number().int().min(0),
    /** What has to be decided before the next stage. */
    decision: z.string().optional(),
    /** The name of the exit, when the case is closed. */
    exit: z.string().optional(),
  })
  .strict()
  .refine(({ stages, here }) => here < stages.length, 'here must be one of the stages');
export type ProcessPictureView = z.infer<typeof ProcessPictureView>;

type State = 'done' | 'here' | 'to-come' | 'left' | 'not-reached';
const words: Readonly<Record<State, string>> = { done: 'done', here: 'here now', 'to-come': 'to come', left: 'ended here', 'not-reached': 'not reached' };

const width = 960;
const [margin, rowHeight, notePitch, disc, rail, nameLeft, wordRight] = [22, 60, 38, 17, 64, 112, 906];
const nameFace: Face = { size: 34, weight: 'regular' };
const hereFace: Face = { size: 34, weight: 'bold' };
const noteFace: Face = { size: 32, weight: 'regular' };
const wordFace: Face = { size: 30, weight: 'regular' };
const nameRoom = 600;
const noteRoom = wordRight - nameLeft - 44;

type Row = { name: string; state: State; notes: readonly string[]; top: number; height: number };

function layRows({ stages, here, decision, exit }: ProcessPictureView): Row[] {
  const closed = exit !== undefined;
  const notes = setInLines(exit ?? decision ?? '', [noteRoom, noteRoom], noteFace);
  let top = margin;
  return stages.map((stage, index) => {
    const atHere = index === here;
    const state: State = index < here ? 'done' : atHere ? (closed ? 'left' : 'here') : closed ? 'not-reached' : 'to-come';
    const [name = '…'] = setInLines(stage, [nameRoom], atHere ? hereFace : nameFace);
    const height = rowHeight + (atHere && notes.length > 0 ? notes.length * notePitch + 12 : 0);
    const row = { name, state, notes: atHere ? notes : [], top, height };
    top += height;
    return row;
  });
}

/** A tick in a full disc, a ring round a dot, a square, or an empty ring: the shape says it without its colour. */
function drawMark(state: State, y: number): string {
  if (state === 'done') {
    const tick = `M${rail - 8} ${y + 0.5}l5.5 6 10.5-12`;
    return `<circle cx="${rail}" cy="${y}" r="${disc}" fill="${ink.text}"/><path d="${tick}" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>`;
  }
  if (state === 'here') return `<circle cx="${rail}" cy="${y}" r="${disc}" fill="#fff"/><circle cx="${rail}" cy="${y}" r="8" fill="${ink.text}"/>`;
  if (state === 'left') return `<circle cx="${rail}" cy="${y}" r="${disc}" fill="#fff"/><rect x="${rail - 7}" y="${y - 7}" width="14" height="14" fill="${ink.text}"/>`;
  return `<circle cx="${rail}" cy="${y}" r="${disc - 2}" fill="#fff" stroke="${ink.quiet}" stroke-width="3"/>`;
}

/** Before a decision stands a diamond, as in every flowchart; before an exit an arrow that leaves the way. */
function drawNoteMark(state: State, y: number): string {
  const x = nameLeft + 13;
  const path = state === 'left' ? `M${x - 12} ${y - 13}V${y}H${x + 11}M${x + 3} ${y - 8}l8 8-8 8` : `M${x} ${y - 12}l12 12-12 12-12-12z`;
  return `<path d="${path}" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/>`;
}

function drawRow({ name, state, notes, top, height }: Row): string {
  const middle = top + rowHeight / 2;
  const current = state === 'here' || state === 'left';
  const fill = current ? '#ffffff' : state === 'done' ? ink.text : ink.quiet;
  const band = current ? `<rect x="${margin}" y="${top}" width="${width - 2 * margin}" height="${height}" rx="20" fill="${ink.text}"/>` : '';
  const notesTop = top + rowHeight + noteFace.size * 0.75;
  const drawnNotes = notes.map((note, line) => drawLine(note, { ...noteFace, x: nameLeft + 44, y: notesTop + line * notePitch, fill, anchor: 'start' }));
  return [
    band,
    drawMark(state, middle),
    drawLine(name, { ...(current ? hereFace : nameFace), x: nameLeft, y: middle + 12, fill, anchor: 'start' }),
    drawLine(words[state], { ...wordFace, weight: current ? 'bold' : 'regular', x: wordRight, y: middle + 11, fill, anchor: 'end' }),
    ...(notes.length > 0 ? [drawNoteMark(state, round(notesTop - 11)), ...drawnNotes] : []),
  ].join('');
}

/** The way from stage to stage: thick where the case has been, thin and pale where it has not. */
function drawRail(rows: readonly Row[]): string {
  const middle = ({ top }: Row): number => top + rowHeight / 2;
  return rows
    .slice(1)
    .map((row, index) => {
      const been = row.state === 'done' || row.state === 'here' || row.state === 'left';
      const from = rows[index] ?? row;
      const look = been ? `stroke="${ink.text}" stroke-width="6"` : `stroke="${ink.rule}" stroke-width="4"`;
      return `<path d="M${rail} ${middle(from) + disc}V${middle(row) - disc}" ${look}/>`;
    })
    .join('');
}

/** All of the picture in words. */
function describeProcess({ decision, exit }: ProcessPictureView, stages: readonly string[], here: number): string {
  const closed = exit !== undefined;
  const list = (state: State, names: readonly string[]): string[] => (names.length > 0 ? [asSentence(`${capital(words[state])}: ${names.join(', ')}`)] : []);
  const note = tidy(exit ?? decision ?? '');
  return [
    'The way of the case, stage by stage.',
    ...list('done', stages.slice(0, here)),
    ...list(closed ? 'left' : 'here', stages.slice(here, here + 1)),
    ...(note ? [asSentence(`${closed ? 'Exit' : 'To decide'}: ${note}`)] : []),
    ...list(closed ? 'not-reached' : 'to-come', stages.slice(here + 1)),
  ].join(' ');
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * Where the case stands, as an SVG 960 pixels wide, and all of it in sentences. The same view gives the same picture.
 * Refuses (throws) a view that does not match the schema.
 */
export function drawProcessPicture(view: ProcessPictureView): Picture {
  const parsed = ProcessPictureView.parse(view);
  const rows = layRows(parsed);
  const height = rows.reduce((sum, row) => sum + row.height, 2 * margin);
  const stages = parsed.stages.map((stage) => tidy(stage) || '…');
  return { svg: drawOnGround(width, height, [drawRail(rows), ...rows.map(drawRow)]), alt: describeProcess(parsed, stages, parsed.here) };
}
