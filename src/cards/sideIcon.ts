import { Resvg } from '@resvg/resvg-js';
import type { Side } from '../domain/framework/framework';
import { drawIcon } from './pictures/icons';

/** In the middle between light and dark, so that each keeps a contrast of 3 to 1 and more on both. */
const colours = { person: '#7f7ce8', environment: '#2f9e74', occupation: '#c9761a' } as const satisfies Record<Side, string>;

const drawn = (side: Side): string => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="-24 -24 48 48">${drawIcon(side, 0, 0, colours[side])}</svg>`;
  return `data:image/png;base64,${new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng().toString('base64')}`;
};

const icons = new Map<Side, string>();

/** The small picture of one of the three, on no ground of its own, as an address for an image element. Drawn when it is first asked for. */
export function sideIcon(side: Side): string {
  const icon = icons.get(side) ?? drawn(side);
  icons.set(side, icon);
  return icon;
}
