import { widthOf } from '../../../src/cards/pictures/typeface';

export type DrawnLine = { group: string; text: string; left: number; right: number; top: number; bottom: number };

const plain = (xml: string): string =>
  xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '');

const number = (text: string | undefined): number => Number(text ?? Number.NaN);

function boxOf(group: string, text: string, left: number, baseline: number, size: number, bold: boolean): DrawnLine {
  const width = widthOf(text, size, bold ? 'bold' : 'regular');
  return { group, text, left, right: left + width, top: baseline - size * 0.76, bottom: baseline + size * 0.24 };
}

/** Every line of text in a drawing with the box that it takes: from its own place and size, not from the layout. */
export function linesOf(svg: string): DrawnLine[] {
  const marks = /<g id="(\w+)">|<g aria-label="([^"]*)" transform="translate\(([-\d.]+) ([-\d.]+)\) scale\(([\d.]+) [^>]*>(?:<use href="#([rb]))?|<text x="([-\d.]+)" y="([-\d.]+)" font-size="(\d+)"( font-weight="700")?[^>]*text-anchor="(\w+)">([^<]*)</g;
  let group = '';
  return Array.from(svg.matchAll(marks)).flatMap(([, id, label, x, y, scale, letter, textX, textY, size, bold, anchor, text]) => {
    if (id !== undefined) group = id;
    if (label !== undefined) return [boxOf(group, plain(label), number(x), number(y), number(scale) * 2048, letter === 'b')];
    if (text === undefined) return [];
    const written = plain(text);
    const width = widthOf(written, number(size), bold ? 'bold' : 'regular');
    const left = number(textX) - width * (anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0);
    return [boxOf(group, written, left, number(textY), number(size), bold !== undefined)];
  });
}

export const overlap = (a: DrawnLine, b: DrawnLine): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
