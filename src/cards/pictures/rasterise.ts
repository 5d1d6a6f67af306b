import { Resvg } from '@resvg/resvg-js';
import { encodePng } from './png';
import { family, fontFiles } from './typeface';

const fonts = { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: family };
const noFonts = { loadSystemFonts: false };

/** The picture as PNG bytes, as large as the drawing says. The same drawing gives the same bytes on every machine. */
export function toPng(svg: string): Buffer {
  const image = new Resvg(svg, { font: svg.includes('<text') ? fonts : noFonts }).render();
  return encodePng(image.pixels, image.width, image.height);
}

/** The picture as an address that an image element of a card can show. */
export const toDataUri = (svg: string): string => `data:image/png;base64,${toPng(svg).toString('base64')}`;
