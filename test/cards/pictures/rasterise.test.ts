import { Resvg } from '@resvg/resvg-js';
import { drawFitPicture } from '../../../src/cards/pictures/fitPicture';
import { toDataUri, toPng } from '../../../src/cards/pictures/rasterise';

const fit = { state: 'with-changes', reason: 'meet at the stop' } as const;
const { svg } = drawFitPicture({ person: ['garden'], environment: ['bus'], occupation: ['أحب الحديقة'], centre: 'Potting group', fits: { po: fit, pe: fit, eo: fit } });

describe('a picture as PNG', () => {
  it('is as large as the drawing says', () => {
    const png = toPng(svg);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([960, 912]);
  });

  it('shows the same as the drawing, in the few colours of its palette', () => {
    // The one line that needs a font is left out: here the rest is drawn without any.
    const withoutText = svg.replace(/<text.*?<\/text>/g, '');
    const drawn = new Resvg(withoutText, { font: { loadSystemFonts: false } }).render().pixels;
    const image = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="912"><image width="960" height="912" href="${toDataUri(withoutText)}"/></svg>`;
    const shown = new Resvg(image).render().pixels;
    let [furthest, far] = [0, 0];
    for (let index = 0; index < drawn.length; index++) {
      const apart = Math.abs((drawn[index] ?? 0) - (shown[index] ?? 0));
      furthest = Math.max(furthest, apart);
      if (apart > 12) far++;
    }
    expect(furthest).toBeLessThan(64);
    expect(far / drawn.length).toBeLessThan(0.001);
  });

  it('draws the lines that only a drawer of text can draw', () => {
    expect(svg).toContain('<text');
    expect(toPng(svg).equals(toPng(svg.replace(/<text.*?<\/text>/g, '')))).toBe(false);
  });

  it('can stand in a card as an address', () => {
    expect(toDataUri(svg)).toMatch(/^data:image\/png;base64,[A-Za-z0-9+/]+=*$/);
  });
});
