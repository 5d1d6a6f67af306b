import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { drawOnGround, drawLine } from '../../../src/cards/pictures/ink';
import { setInLines, tidy } from '../../../src/cards/pictures/lines';
import { family, fontFiles, widthOf } from '../../../src/cards/pictures/typeface';
import { anyWords } from './anyWords';

const face = { size: 32, weight: 'regular' } as const;

describe('setting words in lines', () => {
  it('breaks between words, into lines of about the same length', () => {
    expect(setInLines('meet at the stop', [176, 230], face)).toEqual(['meet at', 'the stop']);
  });

  it('marks what it cuts, and closes the quotation that it cut', () => {
    expect(setInLines('“I want my hands in the soil again”', [230], face)).toEqual(['“I want my…”']);
    expect(setInLines('Llanfairpwllgwyngyll', [150], face)).toEqual([expect.stringMatching(/^Llanf\w*…$/)]);
  });

  it('cuts one line earlier when the last line has no room even for the mark', () => {
    expect(setInLines('gentle on the knees', [200, 5], face)).toEqual(['gentle on…']);
  });

  it('shows writing that the typeface lacks as missing, and an emoji not at all', () => {
    expect(setInLines('园艺 group 🌻', [400], face)).toEqual(['… group']);
    expect(setInLines('🌻', [400], face)).toEqual(['…']);
  });

  it('cuts right-to-left words on their own side', () => {
    expect(setInLines('أحب الحديقة والزهور كثيرا', [180], face)[0]).toMatch(/…\u200F$/);
  });

  it('never makes a line wider than its room', () => {
    fc.assert(
      fc.property(anyWords, fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 4 }), (text, rooms) => {
        const lines = setInLines(text, rooms, face);
        expect(lines.every((line, row) => widthOf(line, 32, 'regular') <= (rooms[row] ?? 0))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no line out between two others, and nothing out unmarked', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('garden', 'bus', 'evenings', 'on', 'the'), { minLength: 1, maxLength: 12 }), fc.array(fc.integer({ min: 60, max: 500 }), { minLength: 1, maxLength: 4 }), (words, rooms) => {
        const text = words.join(' ');
        const set = setInLines(text, rooms, face).join(' ');
        const [start = ''] = set.split('…');
        expect(text.startsWith(start)).toBe(true);
        expect(set === text || set.endsWith('…') || set === '').toBe(true);
      }),
    );
  });
});

describe('measuring', () => {
  const inkOf = (line: string): { left: number; right: number } | undefined => {
    const box = new Resvg(line, { font: { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: family } }).getBBox();
    return box && { left: box.x, right: box.x + box.width };
  };

  it.each(['Conversation', 'AVAToWA', 'Łódź Þingvellir ñandú', 'أحب الحديقة والزهور', 'שלום עולם', 'fi ffl “quoted” 10 of 10', 'Κήπος и сад', 'z̷̢a̸̡l'])('never takes "%s" for narrower than it is drawn', (text) => {
    for (const weight of ['regular', 'bold'] as const) {
      const line = drawLine(text, { x: 480, y: 100, size: 40, weight, fill: '#000' });
      const drawn = inkOf(drawOnGround(960, 200, [line]).replace(/<rect[^>]*>/, ''));
      const width = widthOf(text, 40, weight);
      // Overhang of single letters, such as the foot of "j" or an accent, is a pixel or two; the pictures keep 12 free.
      expect(drawn?.left).toBeGreaterThan(480 - width / 2 - 4);
      expect(drawn?.right).toBeLessThan(480 + width / 2 + 4);
    }
  });

  it('draws letters from outlines exactly as a drawer of text would', () => {
    const place = { x: 20, y: 60, size: 40, weight: 'regular', fill: '#000', anchor: 'start' } as const;
    const outlines = inkOf(drawOnGround(400, 100, [drawLine('Émile & Zoë', place)]).replace(/<rect[^>]*>/, ''));
    const text = inkOf(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><text x="20" y="60" font-size="40" font-family="${family}" font-kerning="none">Émile &amp; Zoë</text></svg>`);
    expect(outlines?.left).toBeCloseTo(text?.left ?? Number.NaN, 0);
    expect(outlines?.right).toBeCloseTo(text?.right ?? Number.NaN, 0);
  });
});

describe('tidying', () => {
  it('takes out what cannot be seen and keeps what can', () => {
    expect(tidy('a\u0000b\n\n c\u202Ed \uD800e')).toBe('a b cd e');
    expect(tidy('naïve — “yes”')).toBe('naïve — “yes”');
  });

  it('shortens the endless', () => {
    expect(tidy('word '.repeat(100_000)).length).toBeLessThanOrEqual(160);
  });
});
