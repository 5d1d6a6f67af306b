/**
 * A letter or an e-mail that was pasted: its lines end where the page was full, and not where a thought ends. A list that
 * somebody typed looks much the same, so a line goes on only where its words or its width say so.
 */
import { spokenOnly } from './transcript';
import { wordSet } from './wordSet';

/** Where a line begins and ends without its margin, and where the next begins. */
type Line = { readonly first: number; readonly end: number; readonly next: number; readonly width: number };
/** The end of a line that has another under it. `wide`: as wide as it is, and as it would be with the next word. */
type Break = { readonly line: Line; readonly next: Line; readonly wide: readonly [from: number, to: number]; readonly isEnded: boolean };
/** The width of the page, and how much speaks for it. */
type Page = { readonly width: number; readonly full: number; readonly share: number; readonly isCareful: boolean };

const lineEnds = /\r\n|[\n\r\u2028\u2029]/g;
/** What stands before each line of a forwarded e-mail. */
const margin = /(?:[ \t\u00a0]*>)*[ \t\u00a0]*/y;
const { max, min } = Math;

/** The same text, with spaces where a line goes on in the next one; every word keeps its place. Linear time. */
export function unwrapped(written: string): string {
  if (!/[\n\r\u2028\u2029]/.test(written)) return written;
  const text = spokenOnly(written);
  const breaks = breaksOf(text, linesOf(text));
  const page = pageOf(text, breaks);
  const parts: string[] = [];
  let done = 0;
  for (const each of breaks) {
    if (!goesOn(text, each, page)) continue;
    parts.push(text.slice(done, each.line.end), ' '.repeat(each.next.first - each.line.end));
    done = each.next.first;
  }
  return done === 0 ? text : parts.join('') + text.slice(done);
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const found of [...text.matchAll(lineEnds), undefined]) {
    const end = found?.index ?? text.length;
    const next = end + (found?.[0].length ?? 0);
    margin.lastIndex = start;
    const first = min(end, start + (margin.exec(text)?.[0].length ?? 0));
    const last = lastOf(text, first, end);
    lines.push({ first, end: last, next, width: last - start });
    start = next;
  }
  return lines;
}

function lastOf(text: string, first: number, end: number): number {
  let last = end;
  while (last > first && /\s/.test(text[last - 1]!)) last--;
  return last;
}

/** An empty line parts what stands before and after it; so does the mark of a list, or a heading. */
function breaksOf(text: string, lines: readonly Line[]): readonly Break[] {
  return lines.flatMap((line, at): readonly Break[] => {
    const next = lines[at + 1];
    if (next === undefined || line.first === line.end || next.first === next.end || line.width > widestPage || beginsAnew.test(text.slice(next.first, min(next.end, next.first + mostOfHeading))) || answer.test(text.slice(next.first, min(next.end, next.first + mostOfHeading)))) return [];
    return [{ line, next, wide: [line.width, line.width + 1 + firstWordOf(text, next)], isEnded: endMark.test(text.slice(max(line.first, line.end - 3), line.end)) }];
  });
}

const widestPage = 160;
const mostOfHeading = 40;
const beginsAnew = /^(?:[-\u2013\u2014*\u2022\u00b7_=|[\u2192]|\(?\d{1,2}[.):/]|\(?[a-z]\)|\p{L}[\p{L}\d /&]*:)/u;
/** What is answered under a question of a form stands by itself. */
const answer = /^(?:\d{1,3}|yes|no|y|n|none|nil|n\/a|not at all|several days|more than half the days|nearly every day)[.!]?$/i;
const endMark = /[.!?;:\u2026]["'\u201d\u2019)\]]*$/;

function firstWordOf(text: string, { first, end }: Line): number {
  let at = first;
  while (at < end && !/\s/.test(text[at]!)) at++;
  return at - first;
}

/** The width at which the next word of most lines had no more room. */
function pageOf(text: string, breaks: readonly Break[]): Page {
  const steps = new Int32Array(2 * widestPage + 2);
  for (const { wide } of breaks) {
    steps[wide[0]]!++;
    steps[min(wide[1], steps.length - 1)]!--;
  }
  let [width, full, open] = [0, 0, 0];
  for (let at = 0; at < steps.length; at++) {
    open += steps[at]!;
    if (open >= full && open > 0) [width, full] = [at, open];
  }
  const unended = breaks.filter(({ isEnded }) => !isEnded);
  return { width, full, share: unended.filter((each) => fills(each, width)).length / max(1, unended.length), isCareful: carefully.test(text) };
}

/** Who writes capitals and full stops would have ended a line with one. */
const carefully = /^\P{L}*\p{Lu}|[\p{L}\d)][.!?][ \t]+\p{L}|[.!?]["'\u201d\u2019)]*\s*$/u;

const fills = ({ wide }: Break, width: number): boolean => wide[0] <= width && width < wide[1];

function goesOn(text: string, each: Break, page: Page): boolean {
  if (each.isEnded) return false;
  const { line, next } = each;
  const isSmall = /[\p{Ll}\d]/u.test(text[next.first]!);
  const last = lastWordOf(text, line);
  if (unfinished.has(last) || (beforeDays.has(last) && day.test(text.slice(next.first, min(next.end, next.first + mostOfHeading)))) || (isSmall && text[line.end - 1] === ',')) return true;
  const isPage = page.width >= fewestOfALine && (page.full >= 3 ? page.share >= 0.6 : page.full === 2 && page.share === 1) && fills(each, page.width);
  if (isPage) return true;
  return isSmall && page.isCareful && line.width >= fewestOfALine;
}

function lastWordOf(text: string, { first, end }: Line): string {
  let at = end;
  while (at > first && /[\p{L}'\u2019]/u.test(text[at - 1]!)) at--;
  return text.slice(at, end).toLowerCase();
}

/** "Since", and then "Thursday". */
const beforeDays = wordSet('on since until till by last next this every from before after in to');
const day = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter)\b/i;

/** A shorter line ends where whoever typed it wanted. */
const fewestOfALine = 28;

/** With these no thought ends. */
const unfinished = wordSet("the a an of my your their our its and or but because cos if when while who whose which than very from into onto every would could should might may must i she's he's they're i'm it's that's there's i've he'll she'll i'd");
