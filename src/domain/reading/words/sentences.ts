/** Sentences of a note as stretches of the note itself. Notes are dictated and unpunctuated, so lines and bullets cut too. */
export type Stretch = { readonly start: number; readonly end: number; readonly text: string };

/**
 * Stretches in order, trimmed, never empty, never overlapping; every character of the note but spaces and the marks of
 * lists is in exactly one. Linear time.
 */
export function sentencesOf(note: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (let at = 0; at < note.length; ) {
    if (goesOn(note, at)) {
      at++;
      continue;
    }
    const next = afterRun(note, at);
    const ends = endsHere(note, at, next);
    if (ends) {
      push(stretches, note, start, next);
      start = next;
    }
    at = next;
  }
  push(stretches, note, start, note.length);
  return stretches;
}

const bullet = 0x2022;

/** Most letters are neither marks nor before a bullet. */
function goesOn(note: string, at: number): boolean {
  const code = note.charCodeAt(at);
  return ((code >= 97 && code <= 122) || code === 32 || (code >= 65 && code <= 90) || code === 44 || (code >= 48 && code <= 57)) && note.charCodeAt(at + 1) !== bullet;
}

const marks = /[.!?;\u061f\u2026\u3002\uff01\uff1f]/;
const closers = /["'\u2019\u201d\u00bb)\]]/;
const breaks = /[\n\r\u2028\u2029]/;

/** Where the marks end that stand together here ("?!", "...", ".”"), else the next character. */
function afterRun(note: string, at: number): number {
  let next = at + 1;
  if (marks.test(note[at]!)) while (next < note.length && (marks.test(note[next]!) || closers.test(note[next]!))) next++;
  return next;
}

/** A full stop ends a sentence unless it stands in a number, a time, an address or after a title. */
function endsHere(note: string, at: number, next: number): boolean {
  const char = note[at]!;
  if (breaks.test(char) || note[next] === '\u2022') return true;
  if (!marks.test(char)) return false;
  if (char === '?' && (isAskedAndLacking(note, at) || isQuery(note, at))) return false;
  const stopsOnly = /^[.\u2026]/.test(char) && !/[!?;\u061f]/.test(note.slice(at, Math.min(next, at + 8)));
  if (!stopsOnly) return true;
  if (next < note.length && !/\s/.test(note[next]!)) return next === at + 1 && runsOn(note, at);
  return next > at + 1 || !isShortened(note.slice(Math.max(0, at - 8), at));
}

/** "Any food in? None.": what somebody ought to have is asked for, and the short answer that it is not there belongs to it. */
const isAskedAndLacking = (note: string, at: number): boolean => asksForNeed.test(note.slice(Math.max(0, at - mostAsked), at)) && isLacking.test(note.slice(at, at + mostAnswered));
/** "Referral said ?suicidal": a mark before the word that is in doubt. */
const isQuery = (note: string, at: number): boolean => /[\s(]/.test(note[at - 1] ?? ' ') && /\p{L}/u.test(note[at + 1] ?? '');
const [mostAsked, mostAnswered] = [60, 20];
const asksForNeed = /\b(?:(?:food|milk|bread|anything to eat) (?:in|left|there|at home|in the house|for (?:today|tonight))|safe(?: (?:at home|there|with (?:him|her|them)|now|tonight))?|(?:some|any)where (?:safe )?to (?:sleep|stay|go)(?: tonight)?|(?:heating|gas|electric|leccy) (?:on|in|left))$/i;
const isLacking = /^\?\s*["'\u201c\u2018]?(?:no|none|nope|nah|nowt|nothing|not really|not a thing)\b["'\u201d\u2019]?\s*(?:[.!,;]|$)/i;

/** "In a lot of pain.He wants …": two words, of which the second begins a sentence; "nhs.uk" and "B.Singh" are none. */
const runsOn = (note: string, at: number): boolean => /\p{Ll}{2}$/u.test(note.slice(Math.max(0, at - 2), at)) && beginsSentence.test(note.slice(at + 1, at + 9)) && !isShortened(note.slice(Math.max(0, at - 8), at));
const beginsSentence = /^(?:\p{Lu}[\p{Ll}\u2019']|I |(?:i|he|she|they|his|her|pt|no|not|has|is|was|wants|says|said|the|we) )/u;

const isShortened = (before: string): boolean => /(?:^|[\s.(])(?:[Mm]rs?|[Mm]s|[Dd]r|[Ss]t|[Aa]pprox|[Ee]\.g|[Ii]\.e|(?!I$)\p{L})$/u.test(before);

/** What stands before the first word of a line: bullets, dashes, rules. */
const listMarks = /^[-\u2013\u2014*\u2022\u00b7_=|\s]+/;

function push(stretches: Stretch[], note: string, from: number, to: number): void {
  const raw = note.slice(from, to);
  const lead = listMarks.exec(raw)?.[0].length ?? 0;
  const text = raw.slice(lead).trimEnd();
  if (text !== '') stretches.push({ start: from + lead, end: from + lead + text.length, text });
}
