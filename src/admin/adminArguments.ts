/** What npm run admin is asked for. */
import { isDay } from '../domain/plan/days';

export const adminHelp = `Usage: STORE=... SEAL_KEYS=... npm run admin -- VERB [arguments] --by NAME

Of one person, by the reference of their case:
  export REF --to FOLDER         everything that is kept, to be given to them: REF.html to read, REF.json whole. Look at
                                 what is marked before you give it out
  state REF --words TEXT [--prompt ID]
                                 adds what the person says is not right; what it is about stays as it was written
  restrict REF --reason TEXT     sets the record aside: kept, and not used or shown
  hold REF --reason TEXT         keeps it whatever its age: a complaint, a claim, an inquiry
  lift REF --reason TEXT [--hold]  ends a restriction, or with --hold a hold
  erase REF --reason TEXT [--why asked|mistake]
                                 leaves nothing but an entry that it happened. Posted cards are replaced by the bot first

Of people of the service, by their id or whole name:
  people                         everybody who has written to the bot: id, name, what they may do, who is away
  leave PERSON [--until DAY]     a link worker is away; DAY is their first day back, if it is known
  back PERSON                    they are back

Of all cases:
  audit [REF] [--from DAY] [--until DAY] [--json]
                                 who did what: of one case, or of a span of days (the last 30 unless you say)
  retention                      closed cases near or past their end, and open ones that nobody touched for so long
  owed                           cases with something still to bring out
  reseal                         seals everything under the first of SEAL_KEYS; afterwards the others can go
  new-key NAME                   prints a new key for SEAL_KEYS, and keeps it nowhere

  --by NAME     who is doing this, as one word: it goes into the audit trail. Not needed for new-key
The settings are those of the bot, which may be running. See docs/records.md.
Ends with 0 when it was done, 1 when it was refused or something could not be read, 2 when an argument or a setting is wrong.`;

export const adminVerbs = ['export', 'state', 'restrict', 'hold', 'lift', 'erase', 'audit', 'retention', 'owed', 'reseal', 'people', 'leave', 'back', 'new-key'] as const;
export type AdminVerb = (typeof adminVerbs)[number];

const values = ['to', 'words', 'prompt', 'reason', 'why', 'from', 'until', 'by'] as const;
const flags = ['hold', 'json'] as const;
export type AdminWish = { readonly verb: AdminVerb; readonly about?: string } & { readonly [Name in (typeof values)[number]]?: string } & { readonly [Name in (typeof flags)[number]]?: true };

const whatItIsAbout: Readonly<Partial<Record<AdminVerb, string>>> = { ...Object.fromEntries((['export', 'state', 'restrict', 'hold', 'lift', 'erase'] as const).map((verb) => [verb, 'the REF of a case'])), leave: 'a PERSON: their id or whole name', back: 'a PERSON: their id or whole name', 'new-key': 'a NAME' };
const needs: Readonly<Partial<Record<AdminVerb, readonly (typeof values)[number][]>>> = { export: ['to'], state: ['words'], restrict: ['reason'], hold: ['reason'], lift: ['reason'], erase: ['reason'] };

/** Returns what is asked for, or a sentence that says what is wrong with it. */
export function readAdminArguments(args: readonly string[]): AdminWish | string {
  const given = new Map<string, string | true>();
  const rest: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const [, name = ''] = /^--([a-z-]+)$/.exec(args[at]!) ?? [];
    if ((flags as readonly string[]).includes(name)) given.set(name, true);
    else if ((values as readonly string[]).includes(name)) given.set(name, args[(at += 1)] ?? '');
    else if (args[at]!.startsWith('--')) return `${args[at]} means nothing here. See --help.`;
    else rest.push(args[at]!);
  }
  const [asked = '', about, ...more] = rest;
  const verb = adminVerbs.find((one) => one === asked);
  if (!verb) return asked === '' ? 'Say what is to be done. See --help.' : `${asked} means nothing here. See --help.`;
  const wish = { verb, ...(about === undefined ? {} : { about }), ...Object.fromEntries(given) } as AdminWish;
  return more.length > 0 ? `${more[0]} is one too many. Put words with spaces into quotes. See --help.` : (problemOf(wish) ?? wish);
}

function problemOf(wish: AdminWish): string | undefined {
  const { verb } = wish;
  const about = whatItIsAbout[verb];
  if (about !== undefined && wish.about === undefined) return `${verb} needs ${about}. See --help.`;
  const missing = (needs[verb] ?? []).find((name) => (wish[name] ?? '').trim() === '');
  if (missing !== undefined) return `${verb} needs --${missing}. See --help.`;
  if (verb !== 'new-key' && !/^[\p{L}\p{Nd}._@-]{2,60}$/u.test(wish.by ?? '')) return 'Say who you are with --by NAME, as one word. It goes into the audit trail.';
  if (verb === 'new-key' && !/^[A-Za-z0-9_-]{1,32}$/.test(wish.about ?? '')) return 'The NAME of a key is made of letters, digits, - and _.';
  if (wish.why !== undefined && wish.why !== 'asked' && wish.why !== 'mistake') return '--why must be asked (the person asked for it) or mistake (it was not meant to be there).';
  return [wish.from, wish.until].every((one) => one === undefined || isDay(one)) ? undefined : '--from and --until must be days like 2026-11-02.';
}
