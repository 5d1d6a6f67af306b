import fc from 'fast-check';
import { RecordSplitter } from '../../src/directory/recordSplitter';

function split(pieces: readonly string[]): { records: unknown[]; envelopes: unknown[]; whole: boolean } {
  const records: unknown[] = [];
  const splitter = new RecordSplitter((text) => records.push(JSON.parse(text)));
  pieces.forEach((piece) => splitter.push(piece));
  return { records, whole: splitter.end(), envelopes: splitter.envelopes };
}

const piecesOf = (text: string, cuts: readonly number[]): string[] => {
  const at = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, index) => text.slice(from, at[index] ?? text.length));
};

const records = fc.array(fc.dictionary(fc.constantFrom('id', 'name', 'contents', 'a"b\\', '[{'), fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constantFrom('"', '\\', '{[', ']}', ',', '\\"'), fc.array(fc.dictionary(fc.constantFrom('x', 'data'), fc.string())))), { maxLength: 6 });

it('gives back every record of a list or a page, wherever its text is cut', () => {
  fc.assert(
    fc.property(records, fc.array(fc.nat(), { maxLength: 8 }), fc.boolean(), (list, cuts, pretty) => {
      const wanted = JSON.parse(JSON.stringify(list)) as unknown[];
      expect(split(piecesOf(JSON.stringify(list, null, pretty ? 2 : 0), cuts))).toEqual({ records: wanted, envelopes: [], whole: true });
      const page = { total: 3, links: [{ rel: 'next' }], contents: list, last: true };
      expect(split(piecesOf(JSON.stringify(page), cuts))).toEqual({ records: wanted, envelopes: [{ ...page, contents: [] }], whole: true });
    }),
  );
});

it('knows when the end is missing, wherever that is', () => {
  const text = JSON.stringify({ contents: [{ id: 'a' }, { id: '}]' }], last: true });
  for (let length = 1; length < text.length; length += 1) expect(split([text.slice(0, length)]).whole).toBe(false);
});
