/** The pictures by which Teams shows the app: 192 pixels in colour, 32 in white on nothing. */
import { Resvg } from '@resvg/resvg-js';

export type Icon = 'color' | 'outline';

const sides = { color: 192, outline: 32 } as const;
const largestFile = 100 * 1024;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Returns what Teams would not show well. The picture must be a PNG of its size, filled or clear as its kind asks. */
export function iconProblems(icon: Icon, file: string, png: Buffer): string[] {
  if (png.length < 24 || !png.subarray(0, 8).equals(signature)) return [`${file} is not a PNG picture.`];
  const side = sides[icon];
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (width !== side || height !== side) return [`${file} is ${width} by ${height} pixels, not ${side} by ${side}.`];
  const pixels = pixelsOf(png, side);
  return [
    ...(png.length > largestFile ? [`${file} is larger than ${largestFile} bytes.`] : []),
    ...(icon === 'color' ? colourProblems(file, pixels) : outlineProblems(file, pixels)),
  ];
}

function colourProblems(file: string, pixels: Uint8Array): string[] {
  return opacitiesOf(pixels).every((opacity) => opacity === 255) ? [] : [`${file} must fill its whole square: Teams cuts the corners itself.`];
}

function outlineProblems(file: string, pixels: Uint8Array): string[] {
  const opacities = opacitiesOf(pixels);
  const side = sides.outline;
  const corners = [0, side - 1, side * (side - 1), side * side - 1].map((index) => opacities[index]);
  // The renderer multiplies colour by opacity, so white at any opacity has its channels equal to it.
  const isWhite = opacities.every((opacity, index) => [0, 1, 2].every((channel) => pixels[index * 4 + channel] === opacity));
  return [
    ...(isWhite ? [] : [`${file} must be white and nothing else.`]),
    ...(corners.every((opacity) => opacity === 0) ? [] : [`${file} must stand on nothing: its corners are not clear.`]),
    ...(opacities.includes(255) ? [] : [`${file} shows nothing.`]),
  ];
}

/** Red, green, blue and opacity of every pixel, read by drawing the picture at its own size. */
export function pixelsOf(png: Buffer, side: number): Uint8Array {
  const frame =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">` +
    `<image width="${side}" height="${side}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`;
  return new Resvg(frame).render().pixels;
}

const opacitiesOf = (pixels: Uint8Array): number[] => Array.from({ length: pixels.length / 4 }, (_, index) => pixels[index * 4 + 3] ?? 0);
