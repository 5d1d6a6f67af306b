/** Of which kind somebody is. A son is a child only when the words say that he is young: many sons are sixty. */
import type { PeopleRule } from '../cues/cues';
import type { Around, PersonHit } from '../cues/findCues';
import { startsWithFigure } from './grammarWords';

const oldestChild = 17;

export function whoseClass(around: Around, { person, first, last }: PersonHit): PeopleRule['whose'] {
  if (!person.isYoungOnly) return person.whose;
  for (let at = Math.max(around.from, first - 5); at < last; at++) {
    if (!isPartOfIt(around, at, last)) continue;
    if (around.is('grownSigns', at)) return 'relative';
    if (around.is('youngSigns', at) || isYoungAge(around, at)) return 'child';
  }
  for (let at = last + 1; at <= Math.min(around.to, last + 6); at++) {
    if (at <= last + 3 && isYoungAge(around, at)) return 'child';
    if (['school', 'nursery', 'primary', 'gcses'].includes(around.word(at))) return 'child';
  }
  return 'relative';
}

/** Between here and the noun stand only words that describe it. */
function isPartOfIt(around: Around, at: number, first: number): boolean {
  for (let between = at + 1; between < first; between++) if (!around.is('describers', between) && !around.is('youngSigns', between)) return false;
  return true;
}

function isYoungAge(around: Around, at: number): boolean {
  const word = around.word(at);
  if (around.is('youngAges', at)) return true;
  return startsWithFigure(word) && /^\d{1,2}(?:yo|yr|y)?$/.test(word) && (Number.parseInt(word, 10) <= oldestChild || around.word(at + 1).startsWith('month'));
}
