/** What keeps Teams from taking a manifest: its official schema, and the rules that the schema leaves out. */
import Ajv, { type ValidateFunction } from 'ajv-draft-04';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Limits that the official schema does not state, or that Teams applies on top of it. */
const limits = { commands: 10, commandTitle: 32, commandDescription: 128, fileBytes: 64 * 1024 };
const semver = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

const CommandList = z.object({ scopes: z.array(z.string()), commands: z.array(z.object({ title: z.string(), description: z.string() })) });
const Manifest = z.looseObject({
  $schema: z.string(),
  manifestVersion: z.string(),
  version: z.string(),
  id: z.string(),
  localizationInfo: z.object({ defaultLanguageTag: z.string(), additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })).optional() }),
  developer: z.looseObject({ name: z.string(), websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }),
  name: z.object({ short: z.string(), full: z.string() }),
  description: z.object({ short: z.string(), full: z.string() }),
  icons: z.object({ color: z.string(), outline: z.string() }),
  accentColor: z.string(),
  bots: z.tuple([z.looseObject({ botId: z.string(), scopes: z.array(z.string()), commandLists: z.array(CommandList) })]),
  permissions: z.array(z.string()),
  validDomains: z.array(z.string()),
});
export type Manifest = z.infer<typeof Manifest>;
type Strings = Readonly<Record<string, string>>;

/** Returns the manifest with the values in place of `${{NAME}}`. What no value is given for stays, and is found by the checks. */
export const filledIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\$\{\{(\w+)\}\}/g, (placeholder, name: string) => (values[name] === undefined ? placeholder : JSON.stringify(values[name]).slice(1, -1)));

/** Returns every problem of a manifest, each with where it stands. None: Teams should take it. */
export function manifestProblems(text: string, botId: string): string[] {
  const json = parsed(text);
  if (json === undefined) return ['manifest.json is not JSON.'];
  const read = Manifest.safeParse(json);
  const bySchema = schemaProblems(json, 'MicrosoftTeams.schema.json', versionOf(json)).map((problem) => `manifest.json ${problem}`);
  if (!read.success) return [...bySchema, ...read.error.issues.map(({ path, message }) => `manifest.json /${path.join('/')} ${message}`)];
  return [...bySchema, ...ownProblems(read.data, text, botId).map((problem) => `manifest.json ${problem}`)];
}

function ownProblems(manifest: Manifest, text: string, botId: string): string[] {
  const [bot] = manifest.bots;
  const left = [...new Set([...text.matchAll(/\$\{\{?\w*\}?\}?/g)].map(([placeholder]) => placeholder))];
  return [
    ...left.map((placeholder) => `still holds ${placeholder}: no value was given for it`),
    ...(manifest.$schema.includes(`/v${manifest.manifestVersion}/`) ? [] : [`/$schema is of another version than ${manifest.manifestVersion}`]),
    ...(semver.test(manifest.version) ? [] : ['/version must be three numbers, like 1.2.0']),
    ...(bot.botId.toLowerCase() === botId.toLowerCase() ? [] : ['/bots/0/botId is not the id of this bot']),
    ...(manifest.id.toLowerCase() === bot.botId.toLowerCase() ? ['/id must not be the id of the bot'] : []),
    ...(Buffer.byteLength(text) > limits.fileBytes ? [`is larger than ${limits.fileBytes} bytes`] : []),
    ...textProblems(manifest),
    ...manifest.validDomains.filter((domain) => /[*/:]|^\.|^[^.]+$/.test(domain)).map((domain) => `/validDomains must name whole hosts, not ${domain}`),
    ...commandProblems(bot.scopes, bot.commandLists),
  ];
}

function textProblems({ name, description }: Manifest): string[] {
  const texts = { '/name/short': name.short, '/name/full': name.full, '/description/short': description.short, '/description/full': description.full };
  const blank = Object.entries(texts).filter(([, text]) => text.trim() !== text || text === '');
  return [
    ...blank.map(([at]) => `${at} is empty, or has blanks around it`),
    ...(description.short === description.full ? ['/description/full says no more than the short one'] : []),
    ...(/\bmicrosoft\b|\bteams\b/i.test(name.short) ? ['/name/short must not borrow the name of Microsoft or Teams'] : []),
  ];
}

function commandProblems(scopes: readonly string[], lists: readonly z.infer<typeof CommandList>[]): string[] {
  const listed = lists.flatMap((list) => list.scopes);
  return [
    ...scopes.filter((scope) => listed.filter((one) => one === scope).length !== 1).map((scope) => `/bots/0/commandLists must hold one list for ${scope}`),
    ...listed.filter((scope) => !scopes.includes(scope)).map((scope) => `/bots/0/commandLists holds ${scope}, where the bot cannot be`),
    ...lists.flatMap(({ commands }, index) => {
      const at = `/bots/0/commandLists/${index}`;
      const titles = commands.map(({ title }) => title);
      return [
        ...(commands.length > limits.commands || commands.length === 0 ? [`${at} has ${commands.length} commands, not 1 to ${limits.commands}`] : []),
        ...titles.filter((title, other) => titles.indexOf(title) !== other).map((title) => `${at} has ${title} twice`),
        ...commands.filter(({ title }) => title.length > limits.commandTitle).map(({ title }) => `${at} “${title}” is longer than ${limits.commandTitle} characters`),
        ...commands.filter(({ description }) => description.length > limits.commandDescription || description.trim() === '').map(({ title }) => `${at} “${title}” needs a description of 1 to ${limits.commandDescription} characters`),
      ];
    }),
  ];
}

/** Every text of a manifest that a translator may put into another language, under the name that Teams gives it. */
export function stringsOf({ name, description, bots: [bot] }: Manifest): Strings {
  return {
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
    ...Object.fromEntries(bot.commandLists.flatMap(({ commands }, list) => commands.map(({ description: text }, command) => [`bots[0].commandLists[${list}].commands[${command}].description`, text]))),
  };
}

/** Returns what is wrong with the texts of another language: everything must be said, and nothing that the bot would not understand. */
export function languageProblems(file: string, text: string, manifest: Manifest): string[] {
  const json = parsed(text);
  if (json === undefined) return [`${file} is not JSON.`];
  const wanted = Object.keys(stringsOf(manifest));
  const given = Object.keys(json).filter((name) => name !== '$schema');
  return [
    ...schemaProblems(json, 'MicrosoftTeams.Localization.schema.json', manifest.manifestVersion),
    ...wanted.filter((name) => !given.includes(name)).map((name) => `lacks ${name}`),
    // A command is typed into the chat as it stands in the list, and the bot knows it in one language.
    ...given.filter((name) => name.endsWith('.title')).map((name) => `translates ${name}, which the bot would not understand when it is typed`),
  ].map((problem) => `${file} ${problem}`);
}

export function readManifest(text: string): Manifest {
  return Manifest.parse(JSON.parse(text));
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const versionOf = ({ manifestVersion }: Readonly<Record<string, unknown>>): string => (typeof manifestVersion === 'string' ? manifestVersion : '');

/** Microsoft publishes its schemas in a package that cannot be loaded as CommonJS; the schemas themselves can be read. */
function schemaProblems(json: unknown, schema: string, version: string): string[] {
  const accepts = validatorOf(schema, version);
  if (accepts === undefined) return [`/manifestVersion “${version}” is not one whose schema is here`];
  accepts(json);
  return (accepts.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}

const validators = new Map<string, ValidateFunction | undefined>();

/** Compiling one takes a third of a second. */
function validatorOf(schema: string, version: string): ValidateFunction | undefined {
  const key = `v${version}/${schema}`;
  if (!validators.has(key)) validators.set(key, /^\d+\.\d+$/.test(version) ? compiled(key) : undefined);
  return validators.get(key);
}

function compiled(key: string): ValidateFunction | undefined {
  try {
    const text = readFileSync(require.resolve(`@microsoft/app-manifest/build/json-schemas/teams/${key}`), 'utf8');
    const formats = { uri: (address: string) => URL.canParse(address), email: /^[^@\s]+@[^@\s]+$/, regex: true } as const;
    // One of the schemas has a pattern that the stricter reading of Unicode patterns refuses.
    return new Ajv({ allErrors: true, strictTypes: false, unicodeRegExp: false, formats }).compile(JSON.parse(text) as object);
  } catch (error) {
    if ((error as { code?: string }).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
