/**
 * Words that would claim a medical purpose, or rank people. What a product says about itself decides whether it is a
 * medical device (MHRA, Medical devices: software applications), and a person is never given a level of risk
 * (NHS England, Staying safe from suicide, 2025).
 */
const banned: readonly { readonly pattern: RegExp; readonly instead: string }[] = [
  { pattern: /\brisk[- ]scor\w*/gi, instead: 'say what was said, and how soon somebody must act' },
  { pattern: /\b(?:low|medium|high)[- ](?:er[- ])?risks?\b/gi, instead: 'say what was said, and how soon somebody must act' },
  { pattern: /\bscreen(?:s|ed|ing|ings)?\b/gi, instead: 'say “ask about”' },
  { pattern: /\bdetect\w*/gi, instead: 'say “notice” or “hear”' },
  { pattern: /\bdiagnos\w*/gi, instead: 'leave it to a clinician' },
  { pattern: /\bpredict\w*/gi, instead: 'say what was said, not what will come' },
  { pattern: /\bmonitor\w*/gi, instead: 'say “ask again” or “look at together”' },
  { pattern: /\btriag\w*/gi, instead: 'say “who should help”' },
  { pattern: /\b(?:positive|negative) results?\b/gi, instead: 'say what was said' },
];

/** What these words may still say: a pastime, a way of reading, and that we do not diagnose. */
const allowed = /\bscreens and gaming\b|\bscreen readers?\b|\b(?:no|not|never|without) (?:a )?diagnos\w*|\bdo(?:es)?(?:n['’]t| not) (?:diagnose|screen|predict|detect|monitor)\b/gi;

/** Nearly every sentence holds none, and is looked at once. */
const anyBanned = new RegExp(banned.map(({ pattern }) => pattern.source).join('|'), 'i');

export type BannedWord = { readonly word: string; readonly instead: string };

/** The banned words of a text, in order, each with what to say instead. */
export function bannedWordsIn(text: string): readonly BannedWord[] {
  if (!anyBanned.test(text)) return [];
  const rest = text.replace(allowed, ' ');
  return banned.flatMap(({ pattern, instead }) => [...rest.matchAll(pattern)].map(([word]) => ({ word, instead })));
}

/** Keys whose values are ids, which nobody reads. */
const ids = new Set(['id', 'any', 'count', 'answeredWithout', 'choices', 'calls', 'suppresses', 'requires', 'contacts', 'interests', 'access', '$data', '$when', 'verb']);

export type Prose = { readonly at: string; readonly text: string };

/** Every sentence in a piece of content or a card template, with the place where it stands. */
export function proseOf(data: unknown): readonly Prose[] {
  const found: Prose[] = [];
  collect(data, '', found);
  return found;
}

function collect(data: unknown, at: string, found: Prose[]): void {
  if (typeof data === 'string') found.push({ at, text: data });
  else if (isArray(data)) data.forEach((entry: unknown, index) => collect(entry, `${at}/${nameOf(entry) ?? index + 1}`, found));
  else if (typeof data === 'object' && data !== null) {
    for (const [key, value] of entries(data)) if (!ids.has(key) && !(key === 'means' && isArray(value))) collect(value, at === '' ? key : `${at}/${key}`, found);
  }
}

const { isArray } = Array;
const { entries } = Object;

function nameOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  if ('id' in entry && typeof entry.id === 'string') return entry.id;
  return 'code' in entry && typeof entry.code === 'string' ? entry.code : undefined;
}
