import { escapeXml, type Face } from './lines';
import { family, outlineOf, unitsPerEm, widthOf, type Weight } from './typeface';

/** The colours of every picture. All text colours have a contrast of at least 7 to 1 on every ground used here. */
export const ink = { text: '#1f2233', quiet: '#4a4d60', ground: '#ffffff', rule: '#c9cbd8' } as const;

export type Placed = Face & { x: number; y: number; fill: string; anchor?: 'start' | 'middle' | 'end' };

export const round = (value: number): number => Math.round(value * 10) / 10;

const weights: Readonly<Record<string, Weight>> = { r: 'regular', b: 'bold' };
const letterOf = { regular: 'r', bold: 'b' } as const;

/**
 * One line of text. Its baseline is at y; `text` is drawn as it is, so it must fit already. Letters that stand alone are
 * drawn from their outlines: the drawer of text reads the whole font file again for every letter.
 */
export function drawLine(text: string, { x, y, size, weight, fill, anchor = 'middle' }: Placed): string {
  const characters = [...text];
  if (characters.some((character) => outlineOf(character, weight) === undefined)) {
    const bold = weight === 'bold' ? ' font-weight="700"' : '';
    return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${bold} fill="${fill}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
  }
  const units = unitsPerEm(weight);
  const left = x - widthOf(text, size, weight) * { start: 0, middle: 0.5, end: 1 }[anchor];
  let at = 0;
  const letters = characters.map((character) => {
    const place = at;
    at += widthOf(character, units, weight);
    return character === ' ' ? '' : `<use href="#${letterOf[weight]}${character.codePointAt(0)}" x="${Math.round(place)}"/>`;
  });
  const scale = (size / units).toFixed(5);
  return `<g aria-label="${escapeXml(text)}" transform="translate(${round(left)} ${round(y)}) scale(${scale} -${scale})" fill="${fill}">${letters.join('')}</g>`;
}

function outlinesUsedIn(drawn: string): string {
  const used = new Set(Array.from(drawn.matchAll(/<use href="#([rb]\d+)"/g), ([, id]) => id ?? ''));
  const outlines = Array.from(used, (id) => `<path id="${id}" d="${outlineOf(String.fromCodePoint(Number(id.slice(1))), weights[id.charAt(0)] ?? 'regular') ?? ''}"/>`);
  return `<defs>${outlines.join('')}</defs>`;
}

/** A whole picture on its own light ground, because nobody can know whether the reader's theme is dark. */
export function drawOnGround(width: number, height: number, parts: readonly string[]): string {
  const drawn = parts.join('');
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${family}">`;
  return `${open}${outlinesUsedIn(drawn)}<rect width="${width}" height="${height}" fill="${ink.ground}"/>${drawn}</svg>`;
}
