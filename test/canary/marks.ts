/**
 * Words that exist nowhere else, one for each field into which somebody can type. Wherever one of them turns up, it is
 * known what leaked. They are small letters only, so that no rule takes them for a name or a number.
 */
import type { Person, Says } from '../support/person';

export const markOf = (field: string): string => `canary${field.toLowerCase().replace(/[^a-z0-9]/g, '')}x`;

/** At both ends, because what is shown may be cut short. */
export const marked = (field: string, words = 'and so on'): string => `${markOf(field)} ${words} ${markOf(field)}`;

/** Everything that this person says, and something for each prompt that they said nothing to. */
export function markedPerson(person: Person, prompts: readonly string[]): Person {
  return Object.fromEntries(
    prompts.map((prompt): [string, Says] => {
      const says = person[prompt];
      return [prompt, { ...says, words: marked(prompt, says?.words) }];
    }),
  );
}

/** Personal details as they are typed, each in the form in which a machine would recognise it. All invented; the numbers are kept free for drama. */
export const details = {
  name: 'Zephaniah Quillfeather',
  neighbour: 'Mrs Oddsworthy',
  phone: '07700 900123',
  nhs: '943 476 5919',
  address: '12 Marrow Lane',
  postcode: 'ZZ9 9ZY',
  email: 'quill@feather.example',
} as const;

export const allDetails = Object.values(details).join(', ');

/** The marks in this text, each once, in the order of the alphabet. */
export function marksIn(value: unknown): string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return [...new Set([...text.toLowerCase().matchAll(/canary[a-z0-9]+x/g)].map(([mark]) => mark))].sort();
}

export function detailsIn(value: unknown): string[] {
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).toLowerCase();
  const parts = [...Object.values(details), 'quillfeather', 'zephaniah', 'oddsworthy', '9434765919', '07700900123'];
  return parts.filter((part) => text.includes(part.toLowerCase()));
}
