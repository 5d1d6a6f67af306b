import { readFileSync } from 'node:fs';
import { readTrueType, type TrueType } from './trueType';

export type Weight = 'regular' | 'bold';

/** The only typeface of the pictures: it has the letters of European languages, Greek, Cyrillic, Arabic and Hebrew. */
export const family = 'DejaVu Sans';
export const fontFiles: Readonly<Record<Weight, string>> = {
  regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};

const fonts = new Map<Weight, TrueType>();

/** Read when it is first drawn with. */
function fontOf(weight: Weight): TrueType {
  const font = fonts.get(weight) ?? readTrueType(readFileSync(fontFiles[weight]));
  fonts.set(weight, font);
  return font;
}

/** A drawn character: its width in ems, and its outline in font units; no outline if it must be left to the drawer of text. */
type Glyph = { width: number; outline: string | undefined };
const invisible = /^\p{Default_Ignorable_Code_Point}$/u;
/** Letters that stand side by side as they are. All others join, turn or pile up, which only a drawer of text can do. */
const standsAlone = /^(?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]|(?!\p{M}|\p{Cf})\p{Script=Common})$/u;

function readGlyph(character: string, weight: Weight): Glyph | undefined {
  const font = fontOf(weight);
  const glyph = font.glyphOf(character.codePointAt(0) ?? -1);
  if (glyph === undefined) return undefined;
  return {
    width: invisible.test(character) ? 0 : font.widthOf(glyph) / font.unitsPerEm,
    outline: standsAlone.test(character) ? font.outlineOf(glyph) : undefined,
  };
}

const known: Readonly<Record<Weight, Map<string, Glyph>>> = { regular: new Map(), bold: new Map() };

function glyphOf(character: string, weight: Weight): Glyph | undefined {
  const glyph = known[weight].get(character) ?? readGlyph(character, weight);
  if (glyph) known[weight].set(character, glyph);
  return glyph;
}

export const unitsPerEm = (weight: Weight): number => fontOf(weight).unitsPerEm;
export const canDraw = (character: string, weight: Weight): boolean => glyphOf(character, weight) !== undefined;
export const outlineOf = (character: string, weight: Weight): string | undefined => glyphOf(character, weight)?.outline;

/** Width in pixels. Kerning and joined letters only make a line narrower, so this is the most that it takes. */
export function widthOf(text: string, size: number, weight: Weight): number {
  let width = 0;
  for (const character of text) width += glyphOf(character, weight)?.width ?? 1;
  return width * size;
}
