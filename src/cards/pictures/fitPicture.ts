import { z } from 'zod';
import { roomBetween, type Region } from './circles';
import { describeFit } from './describeFit';
import { drawShape, FitState, looks } from './fitState';
import { drawIcon } from './icons';
import { drawLine, drawOnGround, ink, round } from './ink';
import { setInLines, tidy, type Face } from './lines';
import { setPhrases } from './phrases';
import { drawCircles, heart, lobes, petals, sides, size } from './threeCircles';
import { widthOf } from './typeface';

const Phrases = z.array(z.string()).max(3);
const Fit = z.object({ state: FitState, reason: z.string() }).strict();
/** What the picture of the three fits shows. Long phrases and reasons are cut in the picture before they are cut in its words. */
export const FitPictureView = z
  .object({
    person: Phrases,
    environment: Phrases,
    occupation: Phrases,
    fits: z.object({ po: Fit, pe: Fit, eo: Fit }).strict(),
    /** The activity, or what the person wants. */
    centre: z.string().optional(),
  })
  .strict();
export type FitPictureView = z.infer<typeof FitPictureView>;
export type Picture = { svg: string; alt: string };

const phraseFace: Face = { size: 32, weight: 'regular' };
const nameFace: Face = { size: 38, weight: 'bold' };
const labelFace: Face = { size: 30, weight: 'bold' };
const centreFace: Face = { size: 36, weight: 'bold' };
const [pitch, centrePitch, clear] = [37, 42, 12];

/** The width of a line at a baseline. Letters reach 0.8 of their size above it and a quarter below. */
const roomIn = (region: Region, face: Face) => (baseline: number): number =>
  roomBetween(region, baseline - face.size * 0.8, baseline + face.size * 0.25, clear);

function drawLobe(side: keyof typeof sides, said: readonly string[]): string {
  const { region, icon, name, first } = lobes[side];
  const { text: fill, name: word } = sides[side];
  const phrases = said.filter((phrase) => tidy(phrase) !== '');
  const column = { first, rows: 4, pitch, between: 4, room: roomIn(region, phraseFace) };
  const lines = phrases.length > 0 ? setPhrases(phrases, column, phraseFace) : [{ text: 'nothing yet', baseline: first }];
  const colour = phrases.length > 0 ? ink.text : ink.quiet;
  return [
    `<g id="${side}">${drawIcon(side, region.column, icon, fill)}`,
    drawLine(word, { ...nameFace, x: region.column, y: name, fill }),
    ...lines.map(({ text, baseline }) => drawLine(text, { ...phraseFace, x: region.column, y: baseline, fill: colour })),
    '</g>',
  ].join('');
}

/** The state of a fit as a label with its own ground, which may lie across the edges of the circles. */
function drawLabel(state: FitState, x: number, y: number): string {
  const { word, ground, text: fill, border, dashed } = looks[state];
  const [shape, gap, side, height] = [13, 12, 20, 54];
  const width = 2 * side + 2 * shape + gap + widthOf(word, labelFace.size, labelFace.weight);
  const left = x - width / 2;
  const dashes = dashed ? ' stroke-dasharray="9 7"' : '';
  return [
    `<rect x="${round(left)}" y="${y - height / 2}" width="${round(width)}" height="${height}" rx="${height / 2}" fill="${ground}" stroke="${border}" stroke-width="3"${dashes}/>`,
    drawShape(state, round(left + side + shape), y, shape),
    drawLine(word, { ...labelFace, x: left + side + 2 * shape + gap, y: y + 10.5, fill, anchor: 'start' }),
  ].join('');
}

function drawPetal(fit: keyof typeof petals, { state, reason }: z.infer<typeof Fit>): string {
  const { region, label, first } = petals[fit];
  const lines = setInLines(reason, [first, first + pitch].map(roomIn(region, phraseFace)), phraseFace);
  const drawn = lines.map((line, row) => drawLine(line, { ...phraseFace, x: region.column, y: first + row * pitch, fill: ink.text }));
  return `<g id="${fit}">${drawLabel(state, region.column, label)}${drawn.join('')}</g>`;
}

/** What all is about, on as few lines as show it whole, at most three. */
function drawHeart(centre: string): string {
  const settings = [1, 2, 3].map((count) => {
    const first = heart.middle + centreFace.size * 0.36 - ((count - 1) * centrePitch) / 2;
    const baselines = Array.from({ length: count }, (_, row) => first + row * centrePitch);
    return { first, lines: setInLines(centre, baselines.map(roomIn(heart.region, centreFace)), centreFace) };
  });
  if (tidy(centre) === '') return `<g id="centre">${drawLine('still open', { ...phraseFace, x: heart.region.column, y: heart.middle + 12, fill: ink.quiet })}</g>`;
  const { first, lines } = settings.find((setting) => !setting.lines.some((line) => line.includes('…'))) ?? settings[2] ?? { first: 0, lines: [] };
  const drawn = lines.map((line, row) => drawLine(line, { ...centreFace, x: heart.region.column, y: first + row * centrePitch, fill: ink.text }));
  return `<g id="centre">${drawn.join('')}</g>`;
}

/**
 * The three overlapping fits as an SVG, 960 pixels wide, and all of it in sentences. The same view gives the same picture.
 * Refuses (throws) a view that does not match the schema.
 */
export function drawFitPicture(view: FitPictureView): Picture {
  const { person, environment, occupation, fits, centre } = FitPictureView.parse(view);
  const drawn = [
    drawCircles(),
    drawLobe('person', person),
    drawLobe('environment', environment),
    drawLobe('occupation', occupation),
    drawHeart(centre ?? ''),
    drawPetal('pe', fits.pe),
    drawPetal('po', fits.po),
    drawPetal('eo', fits.eo),
  ];
  return { svg: drawOnGround(size.width, size.height, drawn), alt: describeFit(view) };
}
