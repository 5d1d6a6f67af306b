/** Where somebody is found on line, however it is written: addresses for letters, profiles, handles. */
import { everyday } from './personalWords';

export type Online = { readonly start: number; readonly end: number; readonly kind: 'email' | 'online' };

export const findOnline = (text: string): Online[] => [...findEmails(text), ...findSpokenEmails(text), ...findProfiles(text)];

const spansOf = (text: string, pattern: RegExp, kind: Online['kind'], accept: (match: RegExpMatchArray) => boolean = () => true): Online[] =>
  [...text.matchAll(pattern)].filter(accept).map((match) => ({ start: match.index, end: match.index + match[0].length, kind }));

function findEmails(text: string): Online[] {
  return spansOf(text, /[^\s<>(),;"\u201c\u201d]+(?<![.:!?])/gu, 'email', ([word]) => {
    const at = word.indexOf('@');
    return at > 0 && word.indexOf('.', at + 2) > 0;
  });
}

const ends = '(?:com|net|org|uk|me|info|eu)';
const spokenEmails: readonly RegExp[] = [
  new RegExp(`(?<![\\w.+-])([\\w.+-]{1,40}) at [a-z\\d-]{2,30}(?: dot [a-z\\d-]{2,10}){0,2} dot ${ends}\\b`, 'giu'),
  new RegExp(`(?<![\\w.+-])([\\w.+-]{1,40})\\s?[[({]at[\\])}]\\s?[a-z\\d.-]{2,40}(?<![.-])`, 'giu'),
];

/** "Look at gov dot uk" is read, "sue at gmail dot com" is written to. */
const looking = new Set(['it', 'us', 'find', 'see', 'read', 'online', 'website', 'form']);
const findSpokenEmails = (text: string): Online[] =>
  spokenEmails.flatMap((pattern) => spansOf(text, pattern, 'email', ([, name = '']) => !everyday.has(name.toLowerCase()) && !looking.has(name.toLowerCase())));

const networks = '(?:facebook|fb|instagram|insta|twitter|tiktok|snapchat|linkedin|threads|youtube)';
const profiles: readonly RegExp[] = [
  new RegExp(`\\b${networks}\\.(?:com|me|co\\.uk)/[\\w./@-]{2,60}(?<![./-])`, 'giu'),
  new RegExp(`\\b${networks}\\s?:\\s?@?[\\w.-]{3,40}(?<![.-])`, 'giu'),
  /(?<![\w.@])@[a-z_][\w.]{2,39}(?<!\.)/giu,
];
const findProfiles = (text: string): Online[] => profiles.flatMap((pattern) => spansOf(text, pattern, 'online', ([word]) => !everyday.has(word.slice(1).toLowerCase())));
