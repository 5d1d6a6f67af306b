/** npm run directory: brings the services of other people's directories in, and shows what is kept. */
import { existsSync, writeFileSync } from 'node:fs';
import { readConfig } from './config';
import { loadTagRules } from './content/loadTagRules';
import { type BroughtIn, bringIn } from './directory/bringIn';
import { type KeptDirectory, loadDirectory } from './directory/catalogueFile';
import { correctTag } from './directory/correctTag';
import { csvTemplate } from './directory/fromCsv';
import { importReport } from './directory/importReport';
import { listInWords } from './directory/listInWords';
import { codeOf } from './directory/nodeError';
import type { Progress } from './directory/sourceLimits';
import { tagsInWords } from './directory/tagsInWords';
import type { Correction } from './domain/activities/tags';
import { settledInChat } from './domain/activities/tagsToCheck';
import type { Learnt } from './domain/learnt/learnt';
import { countNeeds } from './domain/learnt/needCounts';
import { needsInWords } from './domain/learnt/needsInWords';
import { openStores } from './openStores';

const usualFile = '.threefold/directory.jsonl';

const help = `Usage: [DIRECTORY_FILE=PATH] npm run directory -- VERB [arguments]

  import [SOURCE]    brings the services of SOURCE in, and says what is new, changed, withdrawn, and what could not be read;
                     without SOURCE every source that was brought in before, one after the other
  check [SOURCE]     the same, and writes nothing
  template [FILE]    writes a spreadsheet (CSV) to fill in, with one invented row; without FILE it is printed
  list [WORDS]       the sources, and the services whose name, description or organisation holds all WORDS
  tags [WORDS]       what is proposed for each of these services, and the words that led to it; WORDS may be the id of one.
                     With the settings of the bot (STORE), also what was confirmed in the chat
  tag ID FIELD=VALUE[,VALUE] --by ROLE
                     confirms or corrects a tag; it stands over every proposal and every import. FIELD= alone: it is not so

SOURCE is an address of an Open Referral UK directory (https://NAME or https://NAME/services, version 1 or 3), a file
(.json, .jsonl, .csv), or a folder of such files. A workbook is saved as "CSV UTF-8" first.

  needs              what nobody offers, in numbers; small ones are hidden. Asks the store of the bot (STORE and its settings)

  --name NAME        under which name the source is kept; left out, its host or the name of the file.
                     Give the same name every time, or the same services stand there twice.
  --withdraw-many    more than half of the services did end: without this, such an import is refused
  --by ROLE          whose word a tag is: a role, such as "service lead", never a name
  --all              every line of the report, not the first 20 of each kind
  --json             the report as one JSON object
  --template         the same as the verb

The directory is kept in ${usualFile}, or where DIRECTORY_FILE says. It is written whole or not at all; the bot may be running.
Ends with 0 when all came in, 1 when some rows could not be read or nothing was changed, 2 when an argument is wrong.`;

type Wish = { readonly verb: string; readonly rest: readonly string[]; readonly flags: ReadonlySet<string>; readonly name?: string; readonly by?: string };

const flagsKnown = new Set(['--withdraw-many', '--all', '--json', '--help', '--template']);

/** Returns what is asked for, or what is wrong with it. */
export function readArguments(args: readonly string[]): Wish | string {
  const rest: string[] = [];
  const flags = new Set<string>();
  let name: string | undefined;
  let by: string | undefined;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--name') {
      name = args[(at += 1)];
      if (name === undefined || !/[a-z0-9]/i.test(name)) return '--name needs a name with letters or digits. See --help.';
    } else if (arg === '--by') {
      by = args[(at += 1)];
      if (by === undefined || by.trim() === '') return '--by needs a role. See --help.';
    } else if (flagsKnown.has(arg)) flags.add(arg);
    else if (arg.startsWith('--')) return `${arg} means nothing here. See --help.`;
    else rest.push(arg);
  }
  if (flags.has('--template')) rest.unshift('template');
  const [verb = '', ...others] = rest;
  return { verb, rest: others, flags, ...(name === undefined ? {} : { name }), ...(by === undefined ? {} : { by }) };
}

type Said = { readonly code: number; readonly text: string };
type Env = Readonly<Record<string, string | undefined>>;

/** `env`: the settings of the bot, for what is asked of its store. */
export async function obey({ verb, rest, flags, name, by }: Wish, file: string, day: string, env: Env = process.env): Promise<Said> {
  switch (verb) {
    case 'import':
    case 'check': {
      const [source, ...more] = rest;
      if (more.length > 0) return { code: 2, text: `${verb} takes one SOURCE, or none for all that were brought in before. See --help.` };
      if (source === undefined) return everySource({ verb, flags, ...(name === undefined ? {} : { name }) }, file, day);
      const result = await bringIn({ source, file, day, write: verb === 'import', withdrawMany: flags.has('--withdraw-many'), onProgress: showProgress(), ...(name === undefined ? {} : { name }) });
      return { code: result.kind === 'done' && result.problems.length === 0 ? 0 : 1, text: flags.has('--json') ? JSON.stringify(plain(result)) : importReport(result, { all: flags.has('--all') }) };
    }
    case 'template':
      return writeTemplate(rest[0]);
    case 'list': {
      const kept = await loadDirectory(file);
      return kept.kind === 'refused' ? { code: 1, text: kept.problem } : { code: 0, text: listInWords(kept.directory, rest.join(' '), flags.has('--all')) };
    }
    case 'tags': {
      const kept = await loadDirectory(file);
      if (kept.kind === 'refused') return { code: 1, text: kept.problem };
      const asked = env.STORE === undefined ? ({ kind: 'nothing' } as const) : await learntIn(env);
      if (asked.kind === 'refused') return { code: 2, text: asked.problem };
      return { code: 0, text: tagsInWords(withSettled(kept.directory, settledInChat(asked.kind === 'kept' ? asked.learnt : []).corrections), rest.join(' '), loadTagRules(), flags.has('--all')) };
    }
    case 'needs':
      return countedNeeds(day, env);
    case 'tag':
      return settle(rest, by, file, day);
    default:
      return { code: 2, text: verb === '' ? help : `${verb} means nothing here. See --help.` };
  }
}

type LearntKept = { readonly kind: 'kept'; readonly learnt: readonly Learnt[] } | { readonly kind: 'nothing' } | { readonly kind: 'refused'; readonly problem: string };

/** With the settings of the bot, which may be running; a new file is never made. */
async function learntIn(env: Env): Promise<LearntKept> {
  const read = readConfig(env);
  if (read.kind === 'refused') return { kind: 'refused', problem: read.problems.join('\n') };
  const { store, sealKeys } = read.config;
  if (store.kind === 'memory' || (store.kind === 'sqlite' && !existsSync(store.path))) return { kind: 'nothing' };
  const opened = await openStores(store, sealKeys, () => undefined);
  if (opened.kind === 'refused') return opened;
  try {
    return { kind: 'kept', learnt: await opened.stores.learnt.load({ fresh: true }) };
  } finally {
    await opened.stores.cases.close();
  }
}

async function countedNeeds(day: string, env: Env): Promise<Said> {
  const asked = await learntIn(env);
  if (asked.kind !== 'kept') return { code: 2, text: asked.kind === 'refused' ? asked.problem : 'Nothing is kept there: set STORE as it is set for the bot.' };
  const { title, intro, tables, foot } = needsInWords(countNeeds(asked.learnt, day));
  const text = tables.flatMap(({ label, lines, rest }) => ['', label, ...lines.map(({ about, count }) => `  ${about}: about ${count}`), ...rest.map((line) => `  ${line}`)]);
  return { code: 0, text: [title, intro, ...text, '', foot].join('\n') };
}

/** What was settled in the chat stands beside what was settled here, as it does for the bot. */
const withSettled = ({ imports, entries }: KeptDirectory, settled: ReadonlyMap<string, readonly Correction[]>): KeptDirectory => ({
  imports,
  entries: entries.map((entry) => ({ ...entry, corrections: [...entry.corrections, ...(settled.get(entry.listing.id) ?? [])] })),
});

/** One that cannot be read leaves the others to come in. With a name: that one alone. */
async function everySource({ verb, flags, name }: Pick<Wish, 'verb' | 'flags' | 'name'>, file: string, day: string): Promise<Said> {
  const kept = await loadDirectory(file);
  if (kept.kind === 'refused') return { code: 1, text: kept.problem };
  const sources = kept.directory.imports.filter(({ source }) => name === undefined || source === name);
  if (sources.length === 0) return { code: 2, text: name === undefined ? `Nothing was brought in yet: ${verb} needs a SOURCE. See --help.` : `No source is kept under the name ${name}. See list.` };
  const said: Said[] = [];
  for (const { source, from } of sources) said.push(await obey({ verb, rest: [from], flags, name: source }, file, day));
  return { code: Math.max(...said.map(({ code }) => code)), text: said.map(({ text }) => text).join(flags.has('--json') ? '\n' : '\n\n') };
}

async function settle([id, said, ...more]: readonly string[], by: string | undefined, file: string, day: string): Promise<Said> {
  const [, field, values = ''] = /^([a-z]+)=(.*)$/i.exec(said ?? '') ?? [];
  if (id === undefined || field === undefined || by === undefined || more.length > 0) return { code: 2, text: 'tag needs an ID, FIELD=VALUE and --by ROLE. See --help.' };
  const done = await correctTag(file, { listing: id, field, values: values.split(',').map((value) => value.trim()).filter((value) => value !== ''), by, on: day });
  return done.kind === 'refused' ? { code: 1, text: done.problem } : { code: 0, text: `Kept for ${id}: ${field} is ${done.correction.values.join(', ') || 'not so, or not known'}, as ${by} says.` };
}

/** Everything but the entries themselves: those are in the file. */
function plain(result: BroughtIn): unknown {
  if (result.kind === 'refused') return result;
  const { entries, ...merged } = result.merged;
  return { ...result, merged: { ...merged, kept: merged.kept, entries: entries.length } };
}

function writeTemplate(file: string | undefined): Said {
  if (file === undefined) return { code: 0, text: csvTemplate().trimEnd() };
  try {
    writeFileSync(file, csvTemplate(), { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return { code: 1, text: `${file} is there already and was not touched. Name a new file.` };
    throw error;
  }
  return { code: 0, text: `${file} was written. Delete its sample row, fill it in, then: npm run directory -- check ${file}` };
}

/** Only where somebody watches; a log needs no moving numbers. */
function showProgress(): (progress: Progress) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return ({ rows, of, what }) => process.stderr.write(`\r${rows.toLocaleString('en-GB')}${of === undefined ? '' : ` of ${of.toLocaleString('en-GB')}`} ${what} …\r`);
}

async function main(args: readonly string[]): Promise<number> {
  const wish = readArguments(args);
  const said = typeof wish === 'string' ? { code: 2, text: wish } : wish.flags.has('--help') ? { code: 0, text: help } : await obey(wish, process.env.DIRECTORY_FILE?.trim() || usualFile, new Date().toISOString().slice(0, 10));
  (said.code === 2 ? process.stderr : process.stdout).write(`${said.text}\n`);
  return said.code;
}

if (require.main === module) void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
