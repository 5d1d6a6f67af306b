import { readFileSync } from 'node:fs';

export type Weight = 'regular' | 'bold';

/** The only typeface of the pictures: its letters cover European languages, Greek, Cyrillic, Arabic and Hebrew. */
export const family = 'DejaVu Sans';
export const fontFiles: Readonly<Record<Weight, string>> = {
  regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};

/** Width of each character in thousandths of the font size. */
type Advances = ReadonlyMap<number, number>;

function tableStart(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let record = 12; record < 12 + count * 16; record += 16) {
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no ${tag} table.`);
}

/** Where the full Unicode map of the font starts: "cmap" subtable of format 12. */
function characterMapStart(font: Buffer): number {
  const cmap = tableStart(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  for (let record = cmap + 4; record < cmap + 4 + count * 8; record += 8) {
    const start = cmap + font.readUInt32BE(record + 4);
    if (font.readUInt16BE(start) === 12) return start;
  }
  throw new Error('The font has no full Unicode map.');
}

function readAdvances(font: Buffer): Advances {
  const unitsPerEm = font.readUInt16BE(tableStart(font, 'head') + 18);
  const lastWidth = font.readUInt16BE(tableStart(font, 'hhea') + 34) - 1;
  const widths = tableStart(font, 'hmtx');
  const map = characterMapStart(font);
  const advances = new Map<number, number>();
  for (let group = map + 16, end = group + font.readUInt32BE(map + 12) * 12; group < end; group += 12) {
    const first = font.readUInt32BE(group);
    const last = font.readUInt32BE(group + 4);
    const glyph = font.readUInt32BE(group + 8);
    for (let character = first; character <= last; character++) {
      const width = font.readUInt16BE(widths + Math.min(glyph + character - first, lastWidth) * 4);
      advances.set(character, (width * 1000) / unitsPerEm);
    }
  }
  return advances;
}

const advances: Readonly<Record<Weight, Advances>> = {
  regular: readAdvances(readFileSync(fontFiles.regular)),
  bold: readAdvances(readFileSync(fontFiles.bold)),
};

const invisible = /^\p{Default_Ignorable_Code_Point}$/u;

export function canDraw(character: string, weight: Weight): boolean {
  return advances[weight].has(character.codePointAt(0) ?? -1);
}

/** Width in pixels. Kerning and joined letters only make a line narrower, so this is the most that it takes. */
export function widthOf(text: string, size: number, weight: Weight): number {
  let width = 0;
  for (const character of text) {
    if (!invisible.test(character)) width += advances[weight].get(character.codePointAt(0) ?? -1) ?? 1000;
  }
  return (width * size) / 1000;
}
