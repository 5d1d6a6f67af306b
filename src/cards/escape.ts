/**
 * Text from people on its way to a card. A TextBlock reads Markdown, `<at>` and `{{DATE(...)}}`; nobody's words may
 * turn into any of them, hide behind control characters, or turn the line around them from right to left.
 */

import { mostInABox } from '../domain/case/case';

/** Control characters, halves of characters, and marks that turn or join what stands around them. */
const unseen = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Words that begin with a letter, one space between them, and no mark that means anything to Markdown: most labels and most answers. */
const harmless = /^[A-Za-z](?: ?[A-Za-z0-9,.;:!?'()/\u2018\u2019\u201c\u201d\u2026])*$/;
const isHarmless = (text: string): boolean => text.length <= mostInABox && harmless.test(text);

/** Text for an input's value: as it was typed, without what nobody can see, and no more than a card can carry. Line breaks stay. */
export function cleanText(text: string): string {
  if (isHarmless(text)) return text;
  const drawn = text.length > mostInABox ? `${text.slice(0, mostInABox)}\u2026` : text;
  return drawn.toWellFormed().replace(/\r\n?/g, '\n').replace(unseen, (mark) => (mark === '\n' ? '\n' : mark === '\t' ? ' ' : ''));
}

/** Text for a TextBlock: one paragraph in which every mark stands for itself. */
export function escapeText(text: string): string {
  if (isHarmless(text)) return text;
  const inert = oneLine(text)
    .replace(/[\\`*_[\]<>~|&]/g, '\\$&')
    .replace(/\{(?=\{)/g, '{\u200b')
    .replace(/^([-+#=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
  return isolate(inert);
}

/** Between the parts of one line: where it breaks, the dot stays at the end. */
export const dot = '\u00a0\u00b7 ';

/** A number to ring, or a reference: nobody reads half of it on one line and half on the next. */
export const unbroken = (text: string): string => escapeText(text).replaceAll(' ', '\u00a0').replaceAll('-', '\u2011');

/** The person's own words, between the only quotation marks that the cards use. */
export const quoted = (text: string, most?: number): string => `\u201c${escapeText(most === undefined ? text : shorten(text, most))}\u201d`;

/** At most so many characters, cut between words where that is near; the whole is a tap away wherever this is used. */
export function shorten(text: string, most: number): string {
  const line = oneLine(text);
  if (line.length <= most) return line;
  const letters = [...line];
  if (letters.length <= most) return letters.join('');
  const cut = letters.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > cut.length * 0.6 ? cut.slice(0, space) : cut).trimEnd()}\u2026`;
}

/** Text for a place that shows plain text on one line (a button, a choice label): cleaned, not escaped. */
export const plainLine = (text: string, most: number): string => isolate(shorten(text, most));

/** Escaped text as it is read: without the marks of Markdown. */
export const unescaped = (text: string): string => text.replace(/(?<!\\)\*\*/g, '').replace(/\\([\\`*_[\]<>~|&\-+#=.)])/g, '$1');

const oneLine = (text: string): string => isHarmless(text) ? text : cleanText(text).replace(/\s+/g, ' ').trim();

const isolate = (text: string): string => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);
