/** The words of the product with the numbers of the service in them, and whether they will do. */
import { readFileSync } from 'node:fs';
import type { Config } from './config';
import { contactsToMention, contactsWanting } from './content/contactsToCheck';
import { contentVersions, loadContent } from './content/load';
import { problemsWith, readLocalContacts, withContacts, type LocalContacts } from './content/localContacts';
import type { Content } from './domain/framework/content';
import { contentInForce } from './domain/organisation/contactsInForce';
import type { Organisation } from './domain/organisation/organisation';

export type OpenedContent =
  | { readonly kind: 'opened'; readonly content: (version?: string) => Content; readonly remarks: readonly string[] }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Refused in production while a number that a service must have of its own is missing, invented or past its day; elsewhere that is said. `changed`: what stands in place of these numbers since it was changed in the chat. */
export function openContent({ contactsFile, production }: Pick<Config, 'contactsFile' | 'production'>, today: string, changed: Organisation['contacts'] = new Map()): OpenedContent {
  for (const version of contentVersions) loadContent(version);
  const local = contactsFile === undefined ? { kind: 'read' as const, contacts: [] } : readFile(contactsFile);
  if (local.kind === 'refused') return local;
  const problems = problemsWith(loadContent(), local.contacts);
  if (problems.length > 0) return { kind: 'refused', problems };
  const content = withContacts(loadContent, local.contacts);
  const now = contentInForce(content(), changed);
  const wanting = contactsWanting(now, today);
  if (production && wanting.length > 0) return { kind: 'refused', problems: wanting.map(({ problem }) => problem) };
  const said = wanting.length === 0 ? [] : [`These local numbers are missing, invented or past their day: ${wanting.map(({ id }) => id).join(', ')}. With NODE_ENV=production the bot does not start with them.`];
  return { kind: 'opened', content, remarks: [...said, ...contactsToMention(now, today)] };
}

function readFile(file: string): LocalContacts {
  const text = textOf(file);
  return text === undefined ? { kind: 'refused', problems: ['CONTACTS_FILE names a file that cannot be read. Give the path of the file with your local numbers, and let the bot read it.'] } : readLocalContacts('CONTACTS_FILE', text);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
