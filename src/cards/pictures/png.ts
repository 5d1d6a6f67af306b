import { deflateSync } from 'node:zlib';

const checks = Uint32Array.from({ length: 256 }, (_, byte) => {
  let check = byte;
  for (let bit = 0; bit < 8; bit++) check = check & 1 ? (check >>> 1) ^ 0xedb88320 : check >>> 1;
  return check;
});

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let check = 0xffffffff;
  for (const byte of body) check = (checks[(check ^ byte) & 255] ?? 0) ^ (check >>> 8);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length);
  ends.writeUInt32BE((check ^ 0xffffffff) >>> 0, 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A picture as stretches of one colour: the number of the colour, and how many pixels. Colours are numbered as they appear. */
type Stretches = { numbers: number[]; lengths: number[]; colours: Uint32Array; uses: number[] };

function readStretches(pixels: Uint32Array): Stretches {
  const known = new Map<number, number>();
  const numbers: number[] = [];
  const lengths: number[] = [];
  const uses: number[] = [];
  for (let start = 0, end = 0; start < pixels.length; start = end) {
    const colour = pixels[start] ?? 0;
    while (end < pixels.length && pixels[end] === colour) end++;
    let number = known.get(colour);
    if (number === undefined) known.set(colour, (number = known.size));
    numbers.push(number);
    lengths.push(end - start);
    uses[number] = (uses[number] ?? 0) + end - start;
  }
  return { numbers, lengths, colours: Uint32Array.from(known.keys()), uses };
}

const red = (colour: number): number => colour & 255;
const green = (colour: number): number => (colour >>> 8) & 255;
const blue = (colour: number): number => (colour >>> 16) & 255;

function nearest(colour: number, palette: Uint32Array): number {
  let [place, least] = [0, Infinity];
  for (let index = 0; index < palette.length; index++) {
    const other = palette[index] ?? 0;
    const apart = (red(colour) - red(other)) ** 2 + (green(colour) - green(other)) ** 2 + (blue(colour) - blue(other)) ** 2;
    if (apart < least) [place, least] = [index, apart];
  }
  return place;
}

/** Keeps the 256 most used colours as they are; each of the others (soft edges of letters) becomes the nearest of them. */
function choosePalette({ colours, uses }: Stretches): { palette: Uint32Array; places: Uint8Array } {
  const byUse = Array.from(colours.keys()).sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0) || a - b);
  const palette = Uint32Array.from(byUse.slice(0, 256), (number) => colours[number] ?? 0);
  const places = new Uint8Array(colours.length);
  for (const [rank, number] of byUse.entries()) places[number] = rank < 256 ? rank : nearest(colours[number] ?? 0, palette);
  return { palette, places };
}

/** The rows of the picture, each after a byte that says "not filtered". */
function paintRows({ numbers, lengths }: Stretches, places: Uint8Array, width: number, height: number): Uint8Array {
  const flat = new Uint8Array(width * height);
  let at = 0;
  for (let index = 0; index < numbers.length; index++) {
    const place = places[numbers[index] ?? 0] ?? 0;
    for (const end = at + (lengths[index] ?? 0); at < end; at++) flat[at] = place;
  }
  const rows = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row++) rows.set(flat.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  return rows;
}

/**
 * An opaque picture of few colours as a PNG with a palette: less than half of the size and of the time of one in full
 * colour. `rgba` holds four bytes a pixel, row by row.
 */
export function encodePng(rgba: Uint8Array, width: number, height: number): Buffer {
  const stretches = readStretches(new Uint32Array(rgba.buffer, rgba.byteOffset, width * height));
  const { palette, places } = choosePalette(stretches);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(Array.from(palette).flatMap((colour) => [red(colour), green(colour), blue(colour)]))),
    chunk('IDAT', deflateSync(paintRows(stretches, places, width, height), { level: 4 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
