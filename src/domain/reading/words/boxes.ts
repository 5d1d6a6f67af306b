/**
 * Boxes of a form that was pasted: "☑ Domestic abuse ☐ Self-harm", "Falls: Yes ☐ No ☒". What is printed beside an empty box
 * was said by nobody. Some write lists with empty boxes: they say something only where another one is ticked.
 */

const mark = /[\u2610\u25a1\u25a2]|\[ ?\]|\( \)|[\u2611\u2612\u2713\u2714\u2705]|\[[xX\u2713\u2714]\]|[\u2717\u2718\u274c]/g;
const isTick = (box: string): boolean => /[\u2611\u2612\u2713\u2714\u2705xX]/.test(box);
const lineEnd = /[\n\r\u2028\u2029]/;

/** What is printed beside a box is short; more than so many words were written by somebody. */
const mostOfLabel = 6;

type Box = { readonly start: number; readonly end: number; readonly isTicked: boolean };
type Change = { readonly start: number; readonly end: number; readonly to: string };

/** The same text with spaces for what stands beside empty boxes, and one mark for each box that is ticked; every word keeps its place. Linear time. */
export function withoutEmptyBoxes(text: string): string {
  const boxes = [...text.matchAll(mark)].map(({ 0: box, index }): Box => ({ start: index, end: index + box.length, isTicked: isTick(box) }));
  if (!boxes.some(({ isTicked }) => isTicked)) return text;
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, to } of byLine(text, boxes).flatMap((line) => changesIn(text, line))) {
    parts.push(text.slice(done, start), to.padEnd(end - start));
    done = end;
  }
  return parts.join('') + text.slice(done);
}

function changesIn(text: string, line: Line): readonly Change[] {
  const isLeading = standsFirst(text, line);
  return line.boxes.flatMap((box, at): readonly Change[] => {
    const { start, end } = box;
    if (box.isTicked) return [{ start, end, to: tick }];
    const label = isLeading ? { start, end: line.boxes[at + 1]?.start ?? line.end } : { start: labelBefore(text, line.boxes[at - 1]?.end ?? line.start, start), end };
    return (text.slice(label.start, label.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > mostOfLabel ? [] : [{ ...label, to: '' }];
  });
}

const tick = '\u2611';

type Line = { readonly start: number; readonly end: number; readonly boxes: readonly Box[] };

function byLine(text: string, boxes: readonly Box[]): readonly Line[] {
  const lines: { start: number; end: number; boxes: Box[] }[] = [];
  for (const box of boxes) {
    const last = lines.at(-1);
    if (last && box.start < last.end) last.boxes.push(box);
    else lines.push({ start: lineStart(text, box.start, last?.end ?? 0), end: lineStop(text, box.end), boxes: [box] });
  }
  return lines;
}

function lineStart(text: string, at: number, least: number): number {
  let start = at;
  while (start > least && !lineEnd.test(text[start - 1]!)) start--;
  return start;
}

function lineStop(text: string, at: number): number {
  let end = at;
  while (end < text.length && !lineEnd.test(text[end]!)) end++;
  return end;
}

/** Boxes stand before what they mean, unless the line ends with one: "Yes ☐ No ☒". */
const standsFirst = (text: string, { start, end, boxes }: Line): boolean => !/\p{L}/u.test(text.slice(start, boxes[0]!.start)) || /\p{L}/u.test(text.slice(boxes.at(-1)!.end, end));

/** After the name of the question: "Falls: Yes ☐". */
function labelBefore(text: string, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) if (/[:?|\t]/.test(text[at]!)) return at + 1;
  return from;
}
