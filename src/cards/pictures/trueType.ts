/** Reads what a picture needs of a TrueType font: which characters it has, how wide they are, and their outlines. */
export type TrueType = {
  unitsPerEm: number;
  /** The glyph of a character, undefined when the font cannot draw it. */
  glyphOf: (character: number) => number | undefined;
  /** In font units. */
  widthOf: (glyph: number) => number;
  /** SVG path data in font units with y upwards; undefined for the few glyphs that are built in a way not read here. */
  outlineOf: (glyph: number) => string | undefined;
};

type Point = { x: number; y: number; on: boolean };

function tableStart(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let record = 12; record < 12 + count * 16; record += 16) {
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no ${tag} table.`);
}

/** The full Unicode map: the subtable of "cmap" in format 12, groups of characters that follow each other. */
function readCharacters(font: Buffer): Map<number, number> {
  const cmap = tableStart(font, 'cmap');
  const starts = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + font.readUInt32BE(cmap + 8 + index * 8));
  const map = starts.find((start) => font.readUInt16BE(start) === 12);
  if (map === undefined) throw new Error('The font has no full Unicode map.');
  const glyphs = new Map<number, number>();
  for (let group = map + 16, end = group + font.readUInt32BE(map + 12) * 12; group < end; group += 12) {
    const [first, last, glyph] = [font.readUInt32BE(group), font.readUInt32BE(group + 4), font.readUInt32BE(group + 8)];
    for (let character = first; character <= last; character++) glyphs.set(character, glyph + character - first);
  }
  return glyphs;
}

const flag = { onCurve: 1, xShort: 2, yShort: 4, repeat: 8, xSameOrPositive: 16, ySameOrPositive: 32 };

/** The contours of a simple glyph that starts at byte `start` of the font. */
function readContours(font: Buffer, start: number, contours: number): Point[][] {
  const ends = Array.from({ length: contours }, (_, index) => font.readUInt16BE(start + 10 + index * 2) + 1);
  const count = ends.at(-1) ?? 0;
  let at = start + 10 + contours * 2;
  at += 2 + font.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const bits = font.readUInt8(at++);
    const times = bits & flag.repeat ? font.readUInt8(at++) + 1 : 1;
    for (let time = 0; time < times; time++) flags.push(bits);
  }
  const readAlong = (short: number, sameOrPositive: number): number[] => {
    let value = 0;
    return flags.map((bits) => {
      if (bits & short) value += bits & sameOrPositive ? font.readUInt8(at++) : -font.readUInt8(at++);
      else if (!(bits & sameOrPositive)) value += font.readInt16BE((at += 2) - 2);
      return value;
    });
  };
  const xs = readAlong(flag.xShort, flag.xSameOrPositive);
  const ys = readAlong(flag.yShort, flag.ySameOrPositive);
  const points = flags.map((bits, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, on: (bits & flag.onCurve) !== 0 }));
  return ends.map((end, index) => points.slice(ends[index - 1] ?? 0, end));
}

/** Between two points beside the curve lies one on it, half-way. */
function pathOf(contour: readonly Point[], dx: number, dy: number): string {
  const all = contour.flatMap((point, index) => {
    const before = contour.at(index - 1) ?? point;
    return point.on || before.on ? [point] : [{ x: (before.x + point.x) / 2, y: (before.y + point.y) / 2, on: true }, point];
  });
  const first = all.findIndex(({ on }) => on);
  const turned = [...all.slice(first), ...all.slice(0, first + 1)];
  const written = turned.map((point, index) => {
    const letter = index === 0 ? 'M' : !point.on ? 'Q' : turned[index - 1]?.on ? 'L' : ' ';
    return `${letter}${point.x + dx} ${point.y + dy}`;
  });
  return `${written.join('')}Z`;
}

const part = { wordArguments: 1, offsets: 2, scaled: 8 | 64 | 128, more: 32 };

/** @returns undefined for glyphs whose parts are scaled or joined by points. */
function readOutline(font: Buffer, startOf: (glyph: number) => number, glyph: number, dx = 0, dy = 0): string | undefined {
  const start = startOf(glyph);
  if (startOf(glyph + 1) === start) return '';
  const contours = font.readInt16BE(start);
  if (contours >= 0) return readContours(font, start, contours).map((contour) => pathOf(contour, dx, dy)).join('');
  let path = '';
  for (let at = start + 10, bits = part.more; bits & part.more; ) {
    bits = font.readUInt16BE(at);
    if (bits & part.scaled || !(bits & part.offsets)) return undefined;
    const wide = (bits & part.wordArguments) !== 0;
    const [x, y] = wide ? [font.readInt16BE(at + 4), font.readInt16BE(at + 6)] : [font.readInt8(at + 4), font.readInt8(at + 5)];
    const drawn = readOutline(font, startOf, font.readUInt16BE(at + 2), dx + x, dy + y);
    if (drawn === undefined) return undefined;
    path += drawn;
    at += wide ? 8 : 6;
  }
  return path;
}

export function readTrueType(font: Buffer): TrueType {
  const head = tableStart(font, 'head');
  const [glyf, loca, widths] = [tableStart(font, 'glyf'), tableStart(font, 'loca'), tableStart(font, 'hmtx')];
  const lastWidth = font.readUInt16BE(tableStart(font, 'hhea') + 34) - 1;
  const longPlaces = font.readInt16BE(head + 50) === 1;
  const startOf = (glyph: number): number => glyf + (longPlaces ? font.readUInt32BE(loca + glyph * 4) : font.readUInt16BE(loca + glyph * 2) * 2);
  const characters = readCharacters(font);
  return {
    unitsPerEm: font.readUInt16BE(head + 18),
    glyphOf: (character) => characters.get(character),
    widthOf: (glyph) => font.readUInt16BE(widths + Math.min(glyph, lastWidth) * 4),
    outlineOf: (glyph) => readOutline(font, startOf, glyph),
  };
}
