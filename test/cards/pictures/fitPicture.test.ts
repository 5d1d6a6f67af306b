import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { drawFitPicture, type FitPictureView } from '../../../src/cards/pictures/fitPicture';
import { FitState, looks } from '../../../src/cards/pictures/fitState';
import { toPng } from '../../../src/cards/pictures/rasterise';
import { sides } from '../../../src/cards/pictures/threeCircles';
import { anyWords } from './anyWords';
import { linesOf, overlap, type DrawnLine } from './linesOf';

const mrsK: FitPictureView = {
  person: ['garden', 'keeps to her word', '4 of 10 sure'],
  environment: ['bus at the door', 'dark evenings', 'daughter far away'],
  occupation: ['small', 'doing', 'gentle on the knees'],
  centre: 'Potting group',
  fits: {
    po: { state: 'works-now', reason: '“my garden”' },
    pe: { state: 'with-changes', reason: 'meet at the stop' },
    eo: { state: 'not-yet', reason: 'raised beds' },
  },
};
const nothingKnown = { state: 'not-known', reason: '' } as const;
const empty: FitPictureView = { person: [], environment: [], occupation: [], fits: { po: nothingKnown, pe: nothingKnown, eo: nothingKnown } };

const fit = fc.record({ state: fc.constantFrom(...FitState.options), reason: anyWords });
const phrases = fc.array(anyWords, { maxLength: 3 });
const anyView: fc.Arbitrary<FitPictureView> = fc.record(
  { person: phrases, environment: phrases, occupation: phrases, centre: anyWords, fits: fc.record({ po: fit, pe: fit, eo: fit }) },
  { requiredKeys: ['person', 'environment', 'occupation', 'fits'] },
);
const forAnyView = (check: (view: FitPictureView) => void): void => fc.assert(fc.property(anyView, check), { numRuns: 200 });

const corners = ({ left, right, top, bottom }: DrawnLine): [number, number][] => [[left, top], [right, top], [left, bottom], [right, bottom]];
const from = (side: keyof typeof sides, [x, y]: [number, number]): number => Math.hypot(x - sides[side].circle.x, y - sides[side].circle.y);
const edge = 3;
const isInside = (side: keyof typeof sides, line: DrawnLine): boolean => corners(line).every((corner) => from(side, corner) < sides[side].circle.r - edge);
/** No part of the line's box is in the circle: not its nearest point either. */
const isOutside = (side: keyof typeof sides, { left, right, top, bottom }: DrawnLine): boolean => {
  const { x, y, r } = sides[side].circle;
  return from(side, [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)]) > r + edge;
};

const places: Record<string, { in: (keyof typeof sides)[]; out: (keyof typeof sides)[] }> = {
  person: { in: ['person'], out: ['environment', 'occupation'] },
  environment: { in: ['environment'], out: ['person', 'occupation'] },
  occupation: { in: ['occupation'], out: ['person', 'environment'] },
  po: { in: ['person', 'occupation'], out: ['environment'] },
  pe: { in: ['person', 'environment'], out: ['occupation'] },
  eo: { in: ['environment', 'occupation'], out: ['person'] },
  centre: { in: ['person', 'environment', 'occupation'], out: [] },
};
const stateWords = Object.values(looks).map(({ word }) => word);

describe('the picture of the three fits', () => {
  it('shows what was said where it belongs', () => {
    const shown = linesOf(drawFitPicture(mrsK).svg).map(({ group, text }) => `${group}: ${text}`);
    expect(shown).toEqual(expect.arrayContaining(['person: keeps to her word', 'environment: dark evenings', 'occupation: gentle on the knees', 'po: works now', 'pe: with a change', 'eo: does not fit yet', 'centre: Potting']));
  });

  it('says all of it in words as well', () => {
    expect(drawFitPicture(mrsK).alt).toBe(
      'Three overlapping circles: person, environment and occupation. Person: garden; keeps to her word; 4 of 10 sure. ' +
        'Environment: bus at the door; dark evenings; daughter far away. Occupation: small; doing; gentle on the knees. ' +
        'Person and environment: with a change, meet at the stop. Person and occupation: works now, “my garden”. ' +
        'Environment and occupation: does not fit yet, raised beds. In the middle: Potting group.',
    );
  });

  it('says that nothing is known yet, rather than nothing', () => {
    const { svg, alt } = drawFitPicture(empty);
    expect(linesOf(svg).map(({ text }) => text)).toEqual(expect.arrayContaining(['nothing yet', 'still open', 'not known']));
    expect(alt).toContain('Person: nothing yet. Environment: nothing yet. Occupation: nothing yet.');
  });

  it('tells four states apart by word, by shape and by ground', () => {
    const drawn = FitState.options.map((state) => drawFitPicture({ ...empty, fits: { ...empty.fits, pe: { state, reason: '' } } }).svg.split('<g id="pe">')[1]?.split('<g id="po">')[0] ?? '');
    const shapes = drawn.map((svg) => svg.replace(/<g aria-label.*?<\/g>|<rect[^>]*>|fill="[^"]*"|stroke="[^"]*"/g, ''));
    expect(new Set(shapes).size).toBe(4);
    expect(new Set(stateWords).size).toBe(4);
  });

  it('keeps every line within its own part of the picture, whatever was said', () => {
    forAnyView((view) => {
      for (const line of linesOf(drawFitPicture(view).svg)) {
        const place = places[line.group] ?? { in: [], out: [] };
        if (place.in.length === 2 && stateWords.includes(line.text)) continue;
        expect({ line, inside: place.in.every((side) => isInside(side, line)), outside: place.out.every((side) => isOutside(side, line)) }).toEqual({ line, inside: true, outside: true });
      }
    });
  });

  it('never draws one line on another, nor a label of a state over a line', () => {
    forAnyView((view) => {
      const { svg } = drawFitPicture(view);
      const labels = Array.from(svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx/g), ([, ...box]) => {
        const [x = 0, y = 0, width = 0, height = 0] = box.map(Number);
        return { group: 'label', text: '', left: x, right: x + width, top: y, bottom: y + height };
      });
      expect(labels).toHaveLength(3);
      const boxes = [...labels, ...linesOf(svg).filter(({ group, text }) => !(group.length === 2 && stateWords.includes(text)))];
      const collisions = boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => overlap(a, b)).map((b) => [a, b]));
      expect(collisions).toEqual([]);
    });
  });

  it('is well-formed, and names every state in its words, whatever was said', () => {
    forAnyView((view) => {
      const { svg, alt } = drawFitPicture(view);
      expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
      for (const [names, { state }] of [['Person and occupation', view.fits.po], ['Person and environment', view.fits.pe], ['Environment and occupation', view.fits.eo]] as const) {
        expect(alt).toContain(`${names}: ${looks[state].word}`);
      }
      expect(alt).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    });
  });

  it('is the same picture for the same view, and never large', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const png = toPng(drawFitPicture(view).svg);
        expect(png.length).toBeLessThan(70_000);
        expect(png.equals(toPng(drawFitPicture(structuredClone(view)).svg))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('refuses more than three phrases and a state that does not exist', () => {
    expect(() => drawFitPicture({ ...mrsK, person: ['a', 'b', 'c', 'd'] })).toThrow();
    expect(() => drawFitPicture({ ...mrsK, fits: { ...mrsK.fits, po: { state: 'high' as 'works-now', reason: '' } } })).toThrow();
  });
});
