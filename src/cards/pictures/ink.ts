import { escapeXml, type Face } from './lines';
import { family } from './typeface';

/** The colours of every picture. All text colours have a contrast of at least 7 to 1 on every ground used here. */
export const ink = { text: '#1f2233', quiet: '#4a4d60', ground: '#ffffff', rule: '#c9cbd8' } as const;

export type Placed = Face & { x: number; y: number; fill: string; anchor?: 'start' | 'middle' | 'end' };

/** One line of text. Its baseline is at y; `text` is drawn as it is, so it must fit already. */
export function drawLine(text: string, { x, y, size, weight, fill, anchor = 'middle' }: Placed): string {
  const bold = weight === 'bold' ? ' font-weight="700"' : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${bold} fill="${fill}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
}

export const round = (value: number): number => Math.round(value * 10) / 10;

/** A whole picture on its own light ground, because nobody can know whether the reader's theme is dark. */
export function drawOnGround(width: number, height: number, parts: readonly string[]): string {
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${family}">`;
  return `${open}<rect width="${width}" height="${height}" fill="${ink.ground}"/>${parts.join('')}</svg>`;
}
