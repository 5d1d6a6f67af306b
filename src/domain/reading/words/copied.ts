/**
 * Marks that a copy from another program leaves in words: "can&#39;t", "canâ€™t", "can?t", "can\'t", "can t", a hyphen that only shows at
 * the end of a line. And what a transcript has in place of a word: "[inaudible]".
 */

/** Joins what stands on both sides of it, and is never seen. */
const joiner = '\u2060';
/** What is not seen within a word: hyphens that show only where a line ends, marks that join or part without room. */
export const isUnseen = (char: string | undefined): boolean => char === '\u00ad' || char === joiner || char === '\u200b' || char === '\u200c' || char === '\u200d' || char === '\ufeff';

/** What each mark stands for; the UTF-8 of a mark that was read as Windows-1252 among them. */
const written: Readonly<Record<string, readonly string[]>> = {
  "'": ['&#39;', '&#039;', '&#x27;', '&#8217;', '&#8216;', '&apos;', '&rsquo;', '&lsquo;', '\u00e2\u20ac\u2122', '\u00e2\u20ac\u02dc', "\\'", '\\\u2019'],
  '"': ['&quot;', '&ldquo;', '&rdquo;', '&#34;', '&#8220;', '&#8221;', '\u00e2\u20ac\u0153', '\u00e2\u20ac\u009d', '\\"'],
  '-': ['&ndash;', '&mdash;', '\u00e2\u20ac\u201c', '\u00e2\u20ac\u201d'],
  '&': ['&amp;', '&#38;'],
  ' ': ['&nbsp;', '&#160;', '\u00c2\u00a0'],
  '£': ['&pound;', '\u00c2£'],
};
const marks = new Map(Object.entries(written).flatMap(([mark, ways]) => ways.map((way): [string, string] => [way, mark])));
const anyMark = new RegExp([...marks.keys()].map((way) => way.replace('\\', '\\\\')).join('|'), 'g');
/** "doesn?t": an older program could not show the apostrophe. */
const lostApostrophe = /(?<=\p{L})\?(?=(?:t|s|m|d|re|ve|ll)(?!\p{L}))/gu;
/** "can t": another made it a space. */
const spaced = /\b(ca|wo|do|does|did|is|was|could|would|should|has|have|had|are|were|ai|must)n t\b/gi;
/** "'e hit 'er": an h that is not said. */
const unsaid = /(?<![\p{L}\d])['\u2019\u2018](?=(?:er|(?<=[a-z] .)(?<!(?:says?|said|texte?d?s?|wrote|writes|replied|goes|put) .)im|e|imself|erself|ouse|ome|ospital|usband|urt|urts|ungry|elp|eard|ead)\b(?!['\u2019](?!\p{L})))/giu;
const unheard = /[[(](?:inaudible|unclear|unintelligible|indistinct|pause|silence|crosstalk|background noise)(?: \d\d?:\d\d(?::\d\d)?)?[\])]/gi;
const hasAny = /[&\\\u00e2\u00c2]|\p{L}\?\p{L}|[[(][a-z]|n t\b|(?:^|[\s(])['\u2019\u2018][eiohu]/iu;

/** The same text with the letters' own marks, and spaces for what was not heard; every word keeps its place. Linear time. */
export function withOwnMarks(text: string): string {
  if (!hasAny.test(text)) return text;
  return text
    .replace(anyMark, (found, at: number) => placed(marks.get(found)!, found.length, /[\p{L}\d]/u.test(text[at + found.length] ?? '')))
    .replace(lostApostrophe, "'")
    .replace(unsaid, 'h')
    .replace(spaced, (found) => found.replace(' ', "'"))
    .replace(unheard, (found) => ' '.repeat(found.length));
}

/** An apostrophe may stand within a word; the other marks stand at the word that they open or close, "and" at the one after it. */
const placed = (instead: string, length: number, opens: boolean): string => (instead === '&' ? instead.padStart(length) : instead === "'" ? instead.padEnd(length, joiner) : opens ? instead.padStart(length) : instead.padEnd(length));
