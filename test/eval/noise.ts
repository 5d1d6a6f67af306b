/** Notes as thumbs and dictation leave them: the same words with slips, without marks or capitals, or run together; in haste, as they are said aloud, copied from another program, or said in other words. The same each time. */

export const noises = ['lowerCase', 'noMarks', 'noApostrophes', 'slips', 'runTogether', 'wrapped', 'noArticles', 'noOwners', 'spoken', 'copied', 'often', 'otherwise', 'all'] as const;
export type Noise = (typeof noises)[number];

/** One word of so many has a slip, one gap of so many is missing. */
const slipsOneIn = 8;
const gapOneIn = 25;
const shortestToSlip = 4;
/** As wide as a column of a letter. */
const lineOfAPage = 60;

/** At one gap of so many somebody looks for words, and one word of so many is said twice. */
const saidOneIn = 8;
const said = [', erm, ', ' um ', ', you know, ', ' actually ', ' just ', ' kind of ', ' bloody '];

const beside: Readonly<Record<string, string>> = { q: 'wa', w: 'qes', e: 'wrd', r: 'etf', t: 'ryg', y: 'tuh', u: 'yij', i: 'uok', o: 'ipl', p: 'ol', a: 'qsz', s: 'awdx', d: 'sefc', f: 'drgv', g: 'fthb', h: 'gyjn', j: 'hukm', k: 'jil', l: 'kop', z: 'asx', x: 'zsdc', c: 'xdfv', v: 'cfgb', b: 'vghn', n: 'bhjm', m: 'njk' };

/** What means the same, whatever it is said of. */
const inOtherWords: readonly (readonly [RegExp, string])[] = [
  [/\b(?:can't|cannot) (?=[a-z])/gi, 'is unable to '],
  [/\bwon't (?=[a-z])/gi, 'refuses to '],
  [/\b(?:doesn't|does not) (eat|sleep|wash|leave|take|let|speak|get|feel|want|know|drink|see)\b/gi, 'never $1s'],
  [/\b(?:there's|there is) no (?=[a-z])/gi, "there isn't any "],
  [/\bhas no (?=[a-z])/gi, "hasn't got any "],
  [/\bwants to\b/gi, 'would like to'],
  [/\bkeeps (?=[a-z]+ing\b)/gi, 'has been '],
  [/\bfor (?=(?:two|three|four|five|six|\d) (?:days|nights|weeks)\b)/gi, 'over the last '],
];

export type Chance = () => number;

export function withNoise(text: string, noise: Noise, chance: Chance): string {
  switch (noise) {
    case 'lowerCase':
      return text.toLowerCase();
    case 'noMarks':
      return text.replace(/[.,;:!?"\u201c\u201d\u2018()\u2014\u2013-]+/g, ' ').replace(/ +/g, ' ');
    case 'noApostrophes':
      return text.replace(/['\u2019]/g, '');
    case 'slips':
      return text.replace(/[A-Za-z]+/g, (word) => (chance() < 1 / slipsOneIn ? withSlip(word, chance) : word));
    case 'runTogether':
      return text.replace(/(?<=[a-z]) (?=[a-z])/g, () => (chance() < 1 / gapOneIn ? '' : ' '));
    case 'wrapped':
      return text.replace(new RegExp(`(.{1,${lineOfAPage}})(?: +|$)`, 'g'), '$1\n').trimEnd();
    case 'noArticles':
      return text.replace(/\b(?:the|an?) (?!(?:few|lot|bit|while|little|couple)\b)(?=[a-z])/gi, '');
    case 'noOwners':
      return text.replace(/(?<=\w )(?:his|her|my|their|our) (?=[a-z]{4,}\b)/g, '');
    case 'spoken':
      return text.replace(/(?<=[a-z]) (?=[a-z])/g, () => said[Math.floor(chance() * said.length * saidOneIn)] ?? ' ').replace(/\b([a-z]{2,}) (?=[a-z])/g, (word) => (chance() < 1 / saidOneIn ? word + word : word));
    case 'copied':
      return text.replace(/['\u2019]/g, '&#39;').replace(/[A-Za-z]{7,}/g, (word) => `${word.slice(0, 4)}\u00ad${word.slice(4)}`);
    case 'often':
      return text.replace(/\b(he|she|who) (?!(?:was|has|does|is|says)\b)(?=[a-z]{2,}s\b)/gi, '$1 often ').replace(/\b(is|are|am|has been|have been) (?=[a-z]{2,}ing\b)/gi, '$1 often ');
    case 'otherwise':
      return inOtherWords.reduce((so, [from, to]) => so.replace(from, to), text.replace(/\u2019/g, "'"));
    case 'all':
      return withNoise(withNoise(text, 'noMarks', chance).toLowerCase(), 'slips', chance);
  }
}

/** A letter left out, doubled, swapped with the next, or the key beside it; the first letter is seldom wrong. */
function withSlip(word: string, chance: Chance): string {
  if (word.length < shortestToSlip) return word;
  const at = 1 + Math.floor(chance() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  switch (Math.floor(chance() * 4)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return before + after.charAt(0) + letter + after.slice(1);
    default: {
      const keys = beside[letter.toLowerCase()] ?? letter;
      return before + keys.charAt(Math.floor(chance() * keys.length)) + after;
    }
  }
}
