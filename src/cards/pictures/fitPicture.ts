import * as z from 'zod';
import { overlapOfThree, overlapOfTwo, roomBetween, type Circle, type Region } from './circles';
import { describeFit } from './describeFit';
import { drawIcon } from './icons';
import { drawLine, drawOnGround, ink, round } from './ink';
import { drawShape, FitState, looks } from './fitState';
import { setInLines, type Face } from './lines';
import { widthOf } from './typeface';

const Phrases = z.array(z.string()).max(3);
const Fit = z.object({ state: FitState, reason: z.string() });
/** What the picture of the three fits shows: phrases and reasons are cut in the picture, never in its words. */
export const FitPictureView = z.object({
  person: Phrases,
  environment: Phrases,
  occupation: Phrases,
  fits: z.object({ po: Fit, pe: Fit, eo: Fit }),
  centre: z.string().optional(),
});
export type FitPictureView = z.infer<typeof FitPictureView>;
export type Picture = { svg: string; alt: string };

const size = { width: 960, height: 912 };
const person: Circle = { x: 316, y: 316, r: 300 };
const environment: Circle = { x: 644, y: 316, r: 300 };
const occupation: Circle = { x: 480, y: 596, r: 300 };

/** One colour and one name each, the same on every card. */
const parts = {
  person: { circle: person, name: 'Person', line: '#5b4bc4', tint: '#efecfd', text: '#3d2f9a' },
  environment: { circle: environment, name: 'Environment', line: '#12805f', tint: '#e4f5ed', text: '#07533c' },
  occupation: { circle: occupation, name: 'Occupation', line: '#b86300', tint: '#fff1de', text: '#7a3d00' },
} as const;
type Part = keyof typeof parts;

const lobes: Readonly<Record<Part, { region: Region; icon: number; name: number; first: number; rows: number }>> = {
  person: { region: { column: 192, inside: [person], outside: [environment, occupation] }, icon: 122, name: 196, first: 244, rows: 4 },
  environment: { region: { column: 768, inside: [environment], outside: [person, occupation] }, icon: 122, name: 196, first: 244, rows: 4 },
  occupation: { region: { column: 480, inside: [occupation], outside: [] }, icon: 656, name: 728, first: 774, rows: 3 },
};

const petals = {
  pe: { region: { column: 480, inside: [person, environment], outside: [] }, label: 124, first: 200 },
  po: { region: { column: 314, inside: [person, occupation], outside: [environment] }, label: 502, first: 560 },
  eo: { region: { column: 646, inside: [environment, occupation], outside: [person] }, label: 502, first: 560 },
} as const;

const heart: Region = { column: 480, inside: [person, environment, occupation], outside: [] };

const phraseFace: Face = { size: 32, weight: 'regular' };
const nameFace: Face = { size: 38, weight: 'bold' };
const labelFace: Face = { size: 30, weight: 'bold' };
const centreFace: Face = { size: 36, weight: 'bold' };
const pitch = 37;

/** The room of `count` lines that start at baseline `first`. A letter reaches 0.8 above its baseline and 0.25 below. */
function roomOfLines(region: Region, first: number, count: number, face: Face): number[] {
  return Array.from({ length: count }, (_, row) => {
    const baseline = first + row * pitch;
    return roomBetween(region, baseline - face.size * 0.8, baseline + face.size * 0.25, 12);
  });
}

/** Each phrase gets one line; lines that are left over go to the phrases that need them, first come first. */
function linesFor(phrases: readonly string[], narrowest: number, rows: number): number[] {
  let spare = rows - phrases.length;
  return phrases.map((phrase) => {
    const wanted = setInLines(phrase, Array<number>(1 + spare).fill(narrowest), phraseFace).length;
    spare -= Math.max(0, wanted - 1);
    return Math.max(1, wanted);
  });
}

function drawLobe(part: Part, phrases: readonly string[]): string {
  const { region, icon, name, first, rows } = lobes[part];
  const { text: fill } = parts[part];
  const drawn = [drawIcon(part, region.column, icon, fill), drawLine(parts[part].name, { ...nameFace, x: region.column, y: name, fill })];
  if (phrases.length === 0) {
    drawn.push(drawLine('nothing yet', { ...phraseFace, x: region.column, y: first, fill: ink.quiet }));
  }
  const gap = phrases.length > 1 && rows > phrases.length ? 4 : 0;
  const shares = linesFor(phrases, Math.min(...roomOfLines(region, first, rows - 1, phraseFace)), rows);
  let baseline = first;
  for (const [index, phrase] of phrases.entries()) {
    for (const line of setInLines(phrase, roomOfLines(region, baseline, shares[index] ?? 1, phraseFace), phraseFace)) {
      drawn.push(drawLine(line, { ...phraseFace, x: region.column, y: baseline, fill: ink.text }));
      baseline += pitch;
    }
    baseline += gap;
  }
  return `<g id="${part}">${drawn.join('')}</g>`;
}

function drawLabel(state: FitState, x: number, y: number): string {
  const { word, ground, text: fill, border, dashed } = looks[state];
  const [shape, gap, side, height] = [13, 12, 20, 54];
  const words = widthOf(word, labelFace.size, labelFace.weight);
  const left = x - (2 * side + 2 * shape + gap + words) / 2;
  const box = `<rect x="${round(left)}" y="${y - height / 2}" width="${round(2 * (x - left))}" height="${height}" rx="${height / 2}" fill="${ground}" stroke="${border}" stroke-width="3"${dashed ? ' stroke-dasharray="9 7"' : ''}/>`;
  const at = left + side + 2 * shape + gap;
  return `${box}${drawShape(state, round(left + side + shape), y, shape)}${drawLine(word, { ...labelFace, x: at, y: y + 10.5, fill, anchor: 'start' })}`;
}

function drawPetal(fit: keyof typeof petals, { state, reason }: z.infer<typeof Fit>): string {
  const { region, label, first } = petals[fit];
  const lines = setInLines(reason, roomOfLines(region, first, 2, phraseFace), phraseFace);
  const drawn = lines.map((line, row) => drawLine(line, { ...phraseFace, x: region.column, y: first + row * pitch, fill: ink.text }));
  return `<g id="${fit}">${drawLabel(state, region.column, label)}${drawn.join('')}</g>`;
}

function drawHeart(centre: string | undefined): string {
  const lineHeight = 42;
  for (const count of [1, 2, 3]) {
    const first = 396 - ((count - 1) * lineHeight) / 2 + 0;
    const rooms = Array.from({ length: count }, (_, row) => {
      const baseline = first + row * lineHeight;
      return roomBetween(heart, baseline - centreFace.size * 0.8, baseline + centreFace.size * 0.25, 14);
    });
    const lines = setInLines(centre ?? '', rooms, centreFace);
    if (count < 3 && lines.some((line) => line.includes('…'))) continue;
    const drawn = lines.map((line, row) => drawLine(line, { ...centreFace, x: heart.column, y: first + row * lineHeight, fill: ink.text }));
    return `<g id="centre">${drawn.join('')}</g>`;
  }
  return '';
}

function drawCircles(): string {
  const disc = ({ circle, tint }: (typeof parts)[Part]): string => `<circle cx="${circle.x}" cy="${circle.y}" r="${circle.r}" fill="${tint}"/>`;
  const rim = ({ circle, line }: (typeof parts)[Part]): string =>
    `<circle cx="${circle.x}" cy="${circle.y}" r="${circle.r}" fill="none" stroke="${line}" stroke-width="6"/>`;
  const shared = [
    `<path d="${overlapOfTwo(person, environment)}" fill="#d6e4f3"/>`,
    `<path d="${overlapOfTwo(person, occupation)}" fill="#f5dfe6"/>`,
    `<path d="${overlapOfTwo(environment, occupation)}" fill="#e9edc9"/>`,
    `<path d="${overlapOfThree(person, environment, occupation)}" fill="#ffffff"/>`,
  ];
  const all = [parts.person, parts.environment, parts.occupation];
  return [...all.map(disc), ...shared, ...all.map(rim)].join('');
}

/** The three overlapping fits as an SVG, 960 pixels wide, and all of it in sentences. The same view gives the same picture. */
export function drawFitPicture(view: FitPictureView): Picture {
  const { fits, centre, ...said } = FitPictureView.parse(view);
  const drawn = [
    drawCircles(),
    drawLobe('person', said.person),
    drawLobe('environment', said.environment),
    drawLobe('occupation', said.occupation),
    drawHeart(centre),
    drawPetal('pe', fits.pe),
    drawPetal('po', fits.po),
    drawPetal('eo', fits.eo),
  ];
  return { svg: drawOnGround(size.width, size.height, drawn), alt: describeFit(view) };
}
