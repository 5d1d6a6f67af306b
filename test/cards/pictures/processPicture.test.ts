import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { drawProcessPicture, type ProcessPictureView } from '../../../src/cards/pictures/processPicture';
import { toPng } from '../../../src/cards/pictures/rasterise';
import { anyWords } from './anyWords';
import { linesOf, overlap } from './linesOf';

const stages = ['Referral', 'First talk', 'Conversation', 'What fits', 'Plan', 'Review by supervisor', 'First visit', 'Follow-up', 'Ending'];

const anyView: fc.Arbitrary<ProcessPictureView> = fc
  .record({ stages: fc.array(anyWords, { minLength: 2, maxLength: 12 }), at: fc.nat(), decision: fc.option(anyWords, { nil: undefined }), exit: fc.option(anyWords, { nil: undefined }) })
  .map(({ at, decision, exit, ...view }) => ({ ...view, here: at % view.stages.length, ...(decision === undefined ? {} : { decision }), ...(exit === undefined ? {} : { exit }) }));

describe('the picture of where a case stands', () => {
  it('says what is done, where the case is, what is to decide and what is to come', () => {
    expect(drawProcessPicture({ stages, here: 2, decision: 'Is somebody else needed?' }).alt).toBe(
      'The way of the case, stage by stage. Done: Referral, First talk. Here now: Conversation. To decide: Is somebody else needed? ' +
        'To come: What fits, Plan, Review by supervisor, First visit, Follow-up, Ending.',
    );
  });

  it('shows where a closed case left and by which exit', () => {
    const { svg, alt } = drawProcessPicture({ stages, here: 7, exit: 'Withdrew' });
    expect(alt).toContain('Ended here: Follow-up. Exit: Withdrew. Not reached: Ending.');
    expect(linesOf(svg).map(({ text }) => text)).toEqual(expect.arrayContaining(['ended here', 'Withdrew', 'not reached']));
  });

  it('tells the states apart by word and by shape', () => {
    const { svg } = drawProcessPicture({ stages, here: 4 });
    const marks = Array.from(svg.matchAll(/<circle cx="64"[^>]*>(?:<(?:path|circle)[^>]*>)?/g), ([mark]) => mark.replace(/c?[xy]="[\d.]+"|M[\d. ]+|fill="[^"]*"|stroke="[^"]*"/g, ''));
    expect(marks).toHaveLength(stages.length);
    expect(new Set(marks).size).toBe(3);
    expect(linesOf(svg).filter(({ text }) => text === 'done')).toHaveLength(4);
    expect(linesOf(svg).filter(({ text }) => text === 'to come')).toHaveLength(4);
  });

  it('draws every line within the picture and none on another, whatever the names are', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const { svg } = drawProcessPicture(view);
        const height = Number(/ height="(\d+)"/.exec(svg)?.[1]);
        const lines = linesOf(svg);
        expect(lines.length).toBeGreaterThanOrEqual(view.stages.length);
        expect(lines.filter(({ left, right, top, bottom }) => left < 22 || right > 938 || top < 0 || bottom > height)).toEqual([]);
        expect(lines.flatMap((a, index) => lines.slice(index + 1).filter((b) => overlap(a, b)).map((b) => [a, b]))).toEqual([]);
        expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });

  it('is the same picture for the same view, and never large', () => {
    const view = { stages, here: 3, exit: 'Needs a clinical or other service first' };
    const png = toPng(drawProcessPicture(view).svg);
    expect(png.length).toBeLessThan(70_000);
    expect(png.equals(toPng(drawProcessPicture({ ...view }).svg))).toBe(true);
  });

  it('refuses a place that is not on the way', () => {
    expect(() => drawProcessPicture({ stages, here: 9 })).toThrow('here must be one of the stages');
  });
});
