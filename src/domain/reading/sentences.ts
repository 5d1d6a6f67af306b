/** Sentences of a note as stretches of the note itself. Notes are dictated and unpunctuated, so lines and bullets cut too. */
export type Stretch = { readonly start: number; readonly end: number; readonly text: string };

/** Stretches in order, trimmed, never empty, never overlapping; every visible character of the note is in exactly one. Linear time. */
export function sentencesOf(note: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (let at = 0; at < note.length; at++) {
    if (!endsHere(note, at)) continue;
    push(stretches, note, start, at + 1);
    start = at + 1;
  }
  push(stretches, note, start, note.length);
  return stretches;
}

/** A full stop ends a sentence unless it stands in a number, a time or after a title. */
function endsHere(note: string, at: number): boolean {
  const char = note[at]!;
  if (char === '\n' || char === '!' || char === '?' || char === ';' || char === '\u2022') return true;
  if (char !== '.') return false;
  const next = note[at + 1];
  if (next !== undefined && !/\s/.test(next)) return false;
  return !/(?:^|[^\p{L}])(?:mr|mrs|ms|dr|st|approx|e\.g|i\.e|\p{L})$/iu.test(note.slice(Math.max(0, at - 8), at));
}

function push(stretches: Stretch[], note: string, from: number, to: number): void {
  const raw = note.slice(from, to);
  const lead = raw.length - raw.trimStart().replace(/^[-*\u2022\s]+/, '').length;
  const text = raw.slice(lead).trimEnd();
  if (!/[\p{L}\p{N}]/u.test(text)) return;
  stretches.push({ start: from + lead, end: from + lead + text.length, text });
}
