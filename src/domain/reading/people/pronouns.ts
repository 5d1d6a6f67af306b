/** Whom "he", "her" and "they" may mean. "Her brother … he" can only be the brother; "her sister … she" may be either. */
import type { Around, PersonHit } from '../cues/findCues';
import { sexOfPronoun } from './grammarWords';

/** What is known of the person from how others are spoken of: "her brother" says that the person is she. */
export type Person = 'male' | 'female' | 'speaker';

const ofMany = new Set(['they', 'their', 'them']);

/** Does the word at `at` mean this relative? Only when it cannot be the person. */
export function points(around: Around, at: number, { person: rule, first }: PersonHit, person: Person | undefined): boolean {
  const word = around.word(at);
  const sex = ofMany.has(word) ? 'many' : sexOfPronoun(word);
  const known = person ?? ownerOf(around, first);
  if (sex === undefined || known === undefined || sex === known) return false;
  return rule.are === sex || (rule.are === 'either' && sex !== 'many');
}

const owners: ReadonlyMap<string, Person> = new Map([['her', 'female'], ['his', 'male'], ['my', 'speaker'], ['our', 'speaker']]);

/** Who the relative belongs to: "her older brother", "our Kev's wife". */
export function ownerOf(around: Around, first: number): Person | undefined {
  for (let at = first; at >= Math.max(around.from, first - 5); at--) {
    const owner = owners.get(around.word(at));
    if (owner) return owner;
    if (at < first && !around.is('describers', at) && !around.tokens[at]!.possessive) return undefined;
  }
  return undefined;
}

/** What a subject says of the person, when it is the person. */
export function personOf(around: Around, at: number): Person | undefined {
  const word = around.word(at);
  if (word === 'i' || word === 'we') return 'speaker';
  if (around.is('males', at)) return 'male';
  return around.is('females', at) ? 'female' : undefined;
}

/** "type I", "bipolar I". */
export const isNumeral = (around: Around, at: number): boolean => around.word(at) === 'i' && ['type', 'bipolar', 'stage', 'grade', 'war'].includes(around.word(at - 1));
