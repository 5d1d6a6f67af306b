import { canDraw, widthOf, type Weight } from './typeface';

export type Face = { size: number; weight: Weight };

const xmlNames: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (mark) => xmlNames[mark] ?? '');

/** One line of plain text: no control, direction or broken characters, no towers of accents, at most `longest` characters. */
export function tidy(text: string, longest = 160): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\uFFFD\p{Cs}\p{Cn}\p{Co}]|(?![\u200C\u200D])\p{Cf}/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim();
  const letters = graphemesOf(plain);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('').trimEnd()}…` : plain;
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
const graphemesOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** What the typeface cannot draw is left out if it is a small picture, and is shown as missing ("…") if it is writing. */
function drawable(text: string, weight: Weight): string {
  return graphemesOf(tidy(text))
    .map((letter) => {
      if ([...letter].every((character) => canDraw(character, weight))) return letter;
      return /\p{L}|\p{N}/u.test(letter) ? '…' : '';
    })
    .join('')
    .replace(/…(\s*…)+/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
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

/**
 * Breaks a text into at most `widths.length` lines, line n no wider than `widths[n]` pixels. What does not fit is cut
 * and marked with "…". Empty when there is nothing that can be drawn.
 */
export function setInLines(text: string, widths: readonly number[], face: Face): string[] {
  const fits = (line: string, width: number): boolean => widthOf(line.trim(), face.size, face.weight) <= width;
  const parts = drawable(text, face.weight).match(/\s*[^\s/-]*[/-]+|\s*[^\s/-]+/gu) ?? [];
  const lines: string[] = [];
  for (const [index, width] of widths.entries()) {
    if (parts.length === 0) break;
    let line = '';
    while (parts[0] !== undefined && fits(line + parts[0], width)) line += parts.shift();
    const cut = parts.length > 0 && (line === '' || index === widths.length - 1);
    lines.push(cut ? shortenTo((line + parts.splice(0).join('')).trim(), width, face) : line.trim());
  }
  return lines.filter((line) => line !== '');
}
