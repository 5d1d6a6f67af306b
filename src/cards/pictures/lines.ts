import { canDraw, widthOf, type Weight } from './typeface';

export type Face = { size: number; weight: Weight };

const xmlNames: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (mark) => xmlNames[mark] ?? '');

/** One line of plain text: no control, direction or broken characters, no towers of accents, at most `longest` characters. */
export function tidy(text: string, longest = 160): string {
  const plain = text
    .slice(0, longest * 8)
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\uFFFD\p{Cs}\p{Cn}\p{Co}]|(?![\u200C\u200D])\p{Cf}/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim();
  const letters = graphemesOf(plain);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('').trimEnd()}…` : plain;
}

let segmenter: Intl.Segmenter | undefined;
/** Made when it is first asked for: to make it takes as long as to draw a picture. */
const inLetters = (): Intl.Segmenter => (segmenter ??= new Intl.Segmenter('en-GB', { granularity: 'grapheme' }));
/** In plain English every character is a letter of its own; finding that out is far quicker than segmenting. */
const plainEnglish = /^[ -~‘’“”–…]*$/;
/** The letters as a reader sees them: with their accents, and an emoji of many parts as one. */
const graphemesOf = (text: string): string[] =>
  plainEnglish.test(text) ? text.split('') : Array.from(inLetters().segment(text), ({ segment }) => segment);

/** What the typeface cannot draw is left out if it is a small picture, and is shown as missing ("…") if it is writing. */
function drawable(text: string, weight: Weight): string {
  const plain = tidy(text);
  const drawn = graphemesOf(plain)
    .map((letter) => {
      if ([...letter].every((character) => canDraw(character, weight))) return letter;
      return /\p{L}|\p{N}/u.test(letter) ? '…' : '';
    })
    .join('')
    .replace(/…(\s*…)+/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
  return drawn === '' && plain !== '' ? '…' : drawn;
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The mark that a text was shortened, closing a quotation that it cut, on the side where the text goes on. */
function shortened(start: string): string {
  const open = start.split('“').length > start.split('”').length;
  return `${start.replace(/[\s,;:.…-]+$/u, '')}…${open ? '”' : ''}${rightToLeft.test(start) ? '\u200F' : ''}`;
}

function shortenTo(text: string, width: number, { size, weight }: Face): string {
  const fits = (line: string): boolean => widthOf(line, size, weight) <= width;
  const words = text.split(' ');
  while (words.length > 1 && !fits(shortened(words.join(' ')))) words.pop();
  if (fits(shortened(words.join(' ')))) return shortened(words.join(' '));
  const letters = graphemesOf(words[0] ?? '');
  while (letters.length > 1 && !fits(shortened(letters.join('')))) letters.pop();
  return fits(shortened(letters.join(''))) ? shortened(letters.join('')) : '';
}

const breakable = /\s*[^\s/-]*[/-]+|\s*[^\s/-]+/gu;

/** Fills line after line. Says whether the text had to be cut. */
function fill(text: string, widths: readonly number[], face: Face): { lines: string[]; cut: boolean } {
  const parts = text.match(breakable) ?? [];
  const lines: string[] = [];
  for (const width of widths) {
    let line = '';
    while (parts[0] !== undefined && widthOf((line + parts[0]).trim(), face.size, face.weight) <= width) line += parts.shift();
    if (line === '') break;
    lines.push(line);
  }
  return { lines: lines.map((line) => line.trim()), cut: parts.length > 0 };
}

/** Cuts a text that does not fit: on the last line that has room for a letter and the mark. */
function cutToLines(text: string, widths: readonly number[], face: Face): string[] {
  const { lines } = fill(text, widths, face);
  for (let last = Math.min(lines.length, widths.length - 1); last >= 0; last--) {
    const before = lines.slice(0, last);
    const line = shortenTo(text.slice(before.reduce((at, done) => text.indexOf(done, at) + done.length, 0)).trim(), widths[last] ?? 0, face);
    if (line !== '') return [...before, line];
  }
  return [];
}

/** Lines of about the same length are read more easily than a full one and a single word. */
function balance(text: string, lines: readonly string[], widths: readonly number[], face: Face): readonly string[] {
  let best = lines;
  for (let widest = Math.max(...widths); widest > 0; widest *= 0.94) {
    const narrower = fill(text, widths.slice(0, lines.length).map((width) => Math.min(width, widest)), face);
    if (narrower.cut) return best;
    best = narrower.lines;
  }
  return best;
}

/**
 * Breaks a text into at most `widths.length` lines, line n no wider than `widths[n]` pixels. What does not fit is cut
 * and marked with "…". Empty when there is nothing to draw.
 */
export function setInLines(text: string, widths: readonly number[], face: Face): readonly string[] {
  const whole = drawable(text, face.weight);
  const { lines, cut } = fill(whole, widths, face);
  if (cut) return cutToLines(whole, widths, face);
  return lines.length > 1 ? balance(whole, lines, widths, face) : lines;
}
