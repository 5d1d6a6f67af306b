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

type Counted = { numbers: Uint16Array; colours: number[]; counts: number[] };

/** Gives every colour of the picture a number, in the order in which they first appear, and counts its pixels. */
function countColours(pixels: Uint32Array): Counted {
  const known = new Map<number, number>();
  const numbers = new Uint16Array(pixels.length);
  const colours: number[] = [];
  const counts: number[] = [];
  let [last, number] = [-1, 0];
  for (let index = 0; index < pixels.length; index++) {
    const colour = pixels[index] ?? 0;
    if (colour !== last) {
      last = colour;
      number = known.get(colour) ?? colours.length;
      if (number === colours.length) {
        known.set(colour, number);
        colours.push(colour);
        counts.push(0);
      }
    }
    numbers[index] = number;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return { numbers, colours, counts };
}

const channel = (colour: number, shift: number): number => (colour >>> shift) & 255;
const distance = (a: number, b: number): number =>
  [0, 8, 16].reduce((sum, shift) => sum + (channel(a, shift) - channel(b, shift)) ** 2, 0);

/** Keeps the 256 most used colours as they are; each of the others (soft edges of letters) becomes the nearest of them. */
function choosePalette({ colours, counts }: Counted): { palette: number[]; places: Uint8Array } {
  const byUse = colours.map((_, number) => number).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const palette = byUse.slice(0, 256).map((number) => colours[number] ?? 0);
  const places = new Uint8Array(colours.length);
  for (const [rank, number] of byUse.entries()) {
    let [place, least] = [rank, Infinity];
    for (let index = 0; rank >= 256 && index < 256; index++) {
      const apart = distance(colours[number] ?? 0, palette[index] ?? 0);
      if (apart < least) [place, least] = [index, apart];
    }
    places[number] = place;
  }
  return { palette, places };
}

/**
 * An opaque picture of few colours as a PNG with a palette: a third of the size and of the time of one in full colour.
 * `rgba` holds four bytes a pixel, row by row.
 */
export function encodePng(rgba: Uint8Array, width: number, height: number): Buffer {
  const counted = countColours(new Uint32Array(rgba.buffer.slice(rgba.byteOffset, rgba.byteOffset + rgba.byteLength)));
  const { palette, places } = choosePalette(counted);
  const rows = new Uint8Array((width + 1) * height);
  for (let index = 0; index < width * height; index++) {
    rows[index + Math.floor(index / width) + 1] = places[counted.numbers[index] ?? 0] ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [channel(colour, 0), channel(colour, 8), channel(colour, 16)]))),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
