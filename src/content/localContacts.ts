/**
 * The numbers that a service looks after for itself: one file of its own, in the shape of contacts.json. What it names
 * takes the place of the sample of the same id; the rest stands as it was.
 */
import { z } from 'zod';
import { Contact, withTheContacts, type Content } from '../domain/framework/content';
import { isForDrama } from '../domain/framework/dramaNumber';
import { inWords } from '../domain/framework/readFramework';
import { repeated } from '../domain/framework/repeated';
import { bannedWordsIn, proseOf } from './bannedWords';
import { localContacts } from './readContent';

export type LocalContacts = { readonly kind: 'read'; readonly contacts: readonly Contact[] } | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Returns the contacts of the file's text, or every problem at once, each with its mend. `name` is what the file is called in them. */
export function readLocalContacts(name: string, text: string): LocalContacts {
  const data = readJson(text);
  if (data === undefined) return { kind: 'refused', problems: [`${name} cannot be read as JSON. Write a list as in docs/contacts.sample.json.`] };
  const parsed = z.array(Contact).safeParse(data);
  if (!parsed.success) return { kind: 'refused', problems: parsed.error.issues.map((issue) => `${name}: ${inWords(issue, data)}`) };
  const problems = [...repeated(parsed.data.map(({ id }) => id)).map((id) => `${name}: “${id}” stands there twice. Keep one.`), ...parsed.data.flatMap((contact) => problemsOf(contact).map((problem) => `${name}: ${problem}`)), ...wordingOf(name, data)];
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'read', contacts: parsed.data };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function problemsOf({ id, name, number, scope, sample }: Contact): string[] {
  const isLocal = (localContacts as readonly string[]).includes(id);
  return [
    ...(isLocal && scope !== 'local' ? [`“${id}” is a number of your own. Write "scope": "local".`] : []),
    ...(!sample && isForDrama(number) ? [`“${name}” has the number ${number}, which is kept free for plays and films, so nobody answers there. Write the real one, or "sample": true.`] : []),
  ];
}

const wordingOf = (name: string, data: unknown): string[] =>
  proseOf(data).flatMap(({ at, text }) => bannedWordsIn(text).map(({ word, instead }) => `${name}, ${at}: “${word}” is not for us to say. Instead: ${instead}.`));

/** A number that no card shows is no help, and a concern that there is none of is a slip of the pen. */
export function problemsWith({ concerns, contacts }: Pick<Content, 'concerns' | 'contacts'>, local: readonly Contact[]): readonly string[] {
  return local.flatMap(({ id, for: codes = [] }) => [
    ...codes.filter((code) => !concerns.has(code)).map((code) => `CONTACTS_FILE: “${id}” is for ${code}, and there is no such concern. There are ${[...concerns.keys()][0]} to ${[...concerns.keys()].at(-1)}.`),
    ...(contacts.has(id) || codes.length > 0 ? [] : [`CONTACTS_FILE: no card would show “${id}”. Say for which concerns it is, such as "for": ["F26"].`]),
  ]);
}

/** Every version of the content with these contacts in it. The same version is the same object each time. */
export function withContacts(load: (version?: string) => Content, local: readonly Contact[]): (version?: string) => Content {
  if (local.length === 0) return load;
  const merged = new WeakMap<Content, Content>();
  return (version) => {
    const content = load(version);
    const known = merged.get(content) ?? withTheContacts(content, new Map([...content.contacts, ...local.map((contact) => [contact.id, contact] as const)]));
    merged.set(content, known);
    return known;
  };
}
