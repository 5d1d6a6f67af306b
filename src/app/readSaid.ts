/** What was typed: one of the typed commands, or words. A command is the whole message, so an answer is never taken for one. */
import { looksLikeRef, plainRef } from '../domain/case/ref';
import type { Mode } from '../domain/case/event';

export type Way = 'next' | 'back' | 'skip' | 'rather-not' | 'park';

export type Said =
  | { readonly kind: 'start'; readonly mode: Mode; readonly name?: string }
  | { readonly kind: 'way'; readonly way: Way }
  | { readonly kind: 'screen'; readonly screen: 'talk' | 'sections' | 'observe' | 'summary' | 'process' | 'options' | 'search' | 'plan' | 'gate' | 'post' | 'notes' | 'worried' | 'concerns' | 'pause' | 'exits' | 'versions' | 'copy' | 'first-visit' | 'hold-review' | 'person' | 'readers' | 'ring-first' | 'reply' }
  | { readonly kind: 'home'; readonly home: 'welcome' | 'help' | 'cases' }
  | { readonly kind: 'worried'; readonly words: string }
  | { readonly kind: 'observed'; readonly words: string }
  | { readonly kind: 'resume'; readonly which?: string }
  /** `sure`: written as a command. Otherwise it may be what a person said. */
  | { readonly kind: 'find'; readonly words: string; readonly from: number; readonly sure: boolean; readonly text: string }
  | { readonly kind: 'more'; readonly text: string }
  /** For administrators and supervisors; from anybody else these are words. */
  | { readonly kind: 'office'; readonly screen: 'office' | 'directory' | 'records' }
  | { readonly kind: 'tags' }
  | { readonly kind: 'team' }
  /** For managers and administrators. */
  | { readonly kind: 'needs' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'open-case'; readonly ref: string }
  | { readonly kind: 'words'; readonly text: string };

/** What stands on a button, typed as it stands there. Words that could as well be an answer are not among them. */
const onButtons = {
  'where things stand': { kind: 'screen', screen: 'summary' },
  'see the plan': { kind: 'screen', screen: 'plan' },
  'go on talking': { kind: 'screen', screen: 'talk' },
  'jump to another prompt': { kind: 'screen', screen: 'sections' },
  'jump to a prompt': { kind: 'screen', screen: 'sections' },
  'park it for later': { kind: 'way', way: 'park' },
  'rather not say': { kind: 'way', way: 'rather-not' },
  'prefer not to say': { kind: 'way', way: 'rather-not' },
  'add what i noticed': { kind: 'screen', screen: 'observe' },
  'urgent help': { kind: 'screen', screen: 'worried' },
  'what is open': { kind: 'screen', screen: 'concerns' },
  'see what fits': { kind: 'screen', screen: 'options' },
  'everything that is open': { kind: 'screen', screen: 'concerns' },
  'see options': { kind: 'screen', screen: 'options' },
  'back to the options': { kind: 'screen', screen: 'options' },
  'find an activity': { kind: 'screen', screen: 'search' },
  'what a plan needs': { kind: 'screen', screen: 'gate' },
  'see what is missing': { kind: 'screen', screen: 'gate' },
  'back to the plan': { kind: 'screen', screen: 'plan' },
  'post for review': { kind: 'screen', screen: 'post' },
  'their copy': { kind: 'screen', screen: 'copy' },
  'earlier versions': { kind: 'screen', screen: 'versions' },
  'all versions': { kind: 'screen', screen: 'versions' },
  'how the first visit went': { kind: 'screen', screen: 'first-visit' },
  'start page': { kind: 'home', home: 'welcome' },
} as const satisfies Readonly<Record<string, Said>>;

const bare: Readonly<Record<string, Said>> = {
  ...onButtons,
  new: { kind: 'start', mode: 'together' },
  'new case': { kind: 'start', mode: 'together' },
  phone: { kind: 'start', mode: 'phone' },
  notes: { kind: 'screen', screen: 'notes' },
  next: { kind: 'way', way: 'next' },
  back: { kind: 'way', way: 'back' },
  undo: { kind: 'way', way: 'back' },
  skip: { kind: 'way', way: 'skip' },
  noticed: { kind: 'screen', screen: 'observe' },
  park: { kind: 'way', way: 'park' },
  worried: { kind: 'screen', screen: 'worried' },
  'im worried': { kind: 'screen', screen: 'worried' },
  'i am worried': { kind: 'screen', screen: 'worried' },
  urgent: { kind: 'screen', screen: 'worried' },
  emergency: { kind: 'screen', screen: 'worried' },
  '999': { kind: 'screen', screen: 'worried' },
  concerns: { kind: 'screen', screen: 'concerns' },
  summary: { kind: 'screen', screen: 'summary' },
  status: { kind: 'screen', screen: 'summary' },
  process: { kind: 'screen', screen: 'process' },
  sections: { kind: 'screen', screen: 'sections' },
  jump: { kind: 'screen', screen: 'sections' },
  options: { kind: 'screen', screen: 'options' },
  find: { kind: 'screen', screen: 'search' },
  search: { kind: 'screen', screen: 'search' },
  more: { kind: 'more', text: 'more' },
  plan: { kind: 'screen', screen: 'plan' },
  gate: { kind: 'screen', screen: 'gate' },
  post: { kind: 'screen', screen: 'post' },
  versions: { kind: 'screen', screen: 'versions' },
  copy: { kind: 'screen', screen: 'copy' },
  visit: { kind: 'screen', screen: 'first-visit' },
  rang: { kind: 'screen', screen: 'ring-first' },
  reply: { kind: 'screen', screen: 'reply' },
  review: { kind: 'screen', screen: 'hold-review' },
  person: { kind: 'screen', screen: 'person' },
  'who can see': { kind: 'screen', screen: 'readers' },
  'who can see this': { kind: 'screen', screen: 'readers' },
  admin: { kind: 'office', screen: 'office' },
  administration: { kind: 'office', screen: 'office' },
  directory: { kind: 'office', screen: 'directory' },
  records: { kind: 'office', screen: 'records' },
  tags: { kind: 'tags' },
  team: { kind: 'team' },
  'unmet needs': { kind: 'needs' },
  'my team': { kind: 'team' },
  'my leave': { kind: 'leave' },
  cases: { kind: 'home', home: 'cases' },
  'my cases': { kind: 'home', home: 'cases' },
  'what can you do': { kind: 'home', home: 'help' },
  help: { kind: 'home', home: 'help' },
  begin: { kind: 'home', home: 'welcome' },
  resume: { kind: 'resume' },
  pause: { kind: 'screen', screen: 'pause' },
  stop: { kind: 'screen', screen: 'pause' },
  close: { kind: 'screen', screen: 'exits' },
  'close case': { kind: 'screen', screen: 'exits' },
  'close the case': { kind: 'screen', screen: 'exits' },
  hello: { kind: 'screen', screen: 'talk' },
  hi: { kind: 'screen', screen: 'talk' },
};

export const typedCommands: readonly (readonly [word: string, said: Said])[] = Object.entries(bare);

export function readSaid(text: string): Said {
  const trimmed = text.trim();
  const key = trimmed.toLowerCase().replace(/['\u2019]/g, '').replace(/^\//, '').replace(/[.!?:\s]+$/, '');
  const command = Object.hasOwn(bare, key) ? bare[key] : undefined;
  if (command) return command;
  const asked = readFind(text, trimmed);
  if (asked) return asked;
  const opened = /^open case (\S+(?: +\d+)?)$/.exec(key)?.[1];
  if (opened !== undefined && looksLikeRef(opened)) return { kind: 'open-case', ref: plainRef(opened) };
  const withText = /^(?:i(?:['\u2019]?m| am) (?=worried))?(new|phone|worried|noticed|resume)\s*:\s*([\s\S]+)$/i.exec(trimmed) ?? /^(resume)\s+(\S+(?: +\d+)?)$/i.exec(trimmed);
  const [, verb, rest] = withText ?? [];
  switch (verb?.toLowerCase()) {
    case 'new':
      return { kind: 'start', mode: 'together', name: rest! };
    case 'phone':
      return { kind: 'start', mode: 'phone', name: rest! };
    case 'worried':
      return { kind: 'worried', words: rest! };
    case 'noticed':
      return { kind: 'observed', words: rest! };
    case 'resume':
      return looksLikeRef(rest!) || trimmed.includes(':') ? { kind: 'resume', which: rest!.trim() } : { kind: 'words', text };
    default:
      return { kind: 'words', text };
  }
}

/** "find: goats", "/find goats" are commands; "find something with goats" may be. "..., page 2" is the next three. */
function readFind(text: string, trimmed: string): Said | undefined {
  const command = /^(?:find|search)\s*:\s*([\s\S]+)$/i.exec(trimmed) ?? /^\/(?:find|search)\s+([\s\S]+)$/i.exec(trimmed);
  const [, words] = command ?? /^(?:find|search for|look for)\s+((?:me\s+)?(?:something|anything|somewhere|activit\w+|groups?|class(?:es)?|clubs?|an?)\b[\s\S]*)$/i.exec(trimmed) ?? [];
  if (words === undefined) return undefined;
  const page = /,?\s*page\s+(\d{1,2})$/i.exec(words);
  return { kind: 'find', words: page ? words.slice(0, page.index) : words, from: page ? 3 * Math.max(0, Number(page[1]) - 1) : 0, sure: command !== null, text };
}
