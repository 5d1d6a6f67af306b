import { setInLines, type Face } from './lines';

export type PlacedLine = { text: string; baseline: number };
/** Where phrases may stand: the first baseline, the most lines, and the width that a line at a baseline may take. */
export type Column = { first: number; rows: number; pitch: number; between: number; room: (baseline: number) => number };

/** Every way to share out lines: each phrase has at least one. */
function sharesOf(phrases: number, rows: number): number[][] {
  if (phrases === 0) return [[]];
  const most = rows - (phrases - 1);
  return Array.from({ length: Math.max(1, most) }, (_, extra) => extra + 1).flatMap((share) =>
    sharesOf(phrases - 1, rows - share).map((others) => [share, ...others]),
  );
}

type Setting = { lines: PlacedLine[]; cut: number; letters: number };

function setWith(shares: readonly number[], phrases: readonly string[], { first, pitch, between, room }: Column, face: Face): Setting {
  const setting: Setting = { lines: [], cut: 0, letters: 0 };
  let baseline = first;
  for (const [index, phrase] of phrases.entries()) {
    const rooms = Array.from({ length: shares[index] ?? 1 }, (_, row) => room(baseline + row * pitch));
    const lines = setInLines(phrase, rooms, face);
    for (const text of lines) {
      setting.lines.push({ text, baseline });
      setting.letters += text.length;
      baseline += pitch;
    }
    if (lines.at(-1)?.includes('…')) setting.cut++;
    if (lines.length > 0) baseline += between;
  }
  return setting;
}

/** Sets phrases under each other, each beginning a line, so that as few as possible are cut and as much as possible shows. */
export function setPhrases(phrases: readonly string[], column: Column, face: Face): PlacedLine[] {
  const settings = sharesOf(phrases.length, column.rows).map((shares) => setWith(shares, phrases, column, face));
  const best = settings.sort((a, b) => a.cut - b.cut || b.letters - a.letters || a.lines.length - b.lines.length)[0];
  return best?.lines ?? [];
}
