/** What an organisation fills in before the app is its own: ids, addresses, its name and the version. */
import { createHash } from 'node:crypto';

export type PackageValues = {
  readonly TEAMS_APP_ID: string;
  readonly MICROSOFT_APP_ID: string;
  readonly DEVELOPER_NAME: string;
  readonly WEBSITE_URL: string;
  readonly PRIVACY_URL: string;
  readonly TERMS_URL: string;
  readonly APP_VERSION: string;
};

export type Given = { readonly [Setting in keyof typeof settings]?: string | undefined };
export type ValuesRead = { readonly kind: 'values'; readonly values: PackageValues } | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Each value's argument, and the name under which the environment may give it. */
export const settings = {
  botId: { argument: '--bot-id', variable: 'MicrosoftAppId' },
  appId: { argument: '--app-id', variable: 'TEAMS_APP_ID' },
  developer: { argument: '--developer', variable: 'DEVELOPER_NAME' },
  website: { argument: '--website', variable: 'WEBSITE_URL' },
  privacy: { argument: '--privacy', variable: 'PRIVACY_URL' },
  terms: { argument: '--terms', variable: 'TERMS_URL' },
  version: { argument: '--version', variable: 'APP_VERSION' },
} as const;

const guid = /^(?!0{8}-0{4}-0{4}-0{4}-0{12})[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const semver = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
const longestName = 32;
/** Names that RFC 2606 keeps for examples, and this machine. */
const belongsToNobody = /(^|\.)(example|test|invalid|localhost)(\.(org|com|net))?$|^127\.|^\[/;

/** Returns every value, or all that is missing or wrong at once. `standardVersion` is used when none is given. */
export function readPackageValues(given: Given, standardVersion: string): ValuesRead {
  const botId = given.botId?.trim().toLowerCase() ?? '';
  const appId = given.appId?.trim().toLowerCase() ?? (guid.test(botId) ? appIdFor(botId) : '');
  const developer = given.developer?.trim() ?? '';
  const version = given.version?.trim() ?? standardVersion;
  const problems = [
    ...idProblems(botId, given.appId === undefined ? undefined : appId),
    ...nameProblems(developer),
    ...(['website', 'privacy', 'terms'] as const).flatMap((name) => addressProblems(name, given[name])),
    ...(semver.test(version) ? [] : [`${named('version')} must be three numbers, like 1.2.0.`]),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  const [website, privacy, terms] = [given.website!.trim(), given.privacy!.trim(), given.terms!.trim()];
  return { kind: 'values', values: { TEAMS_APP_ID: appId, MICROSOFT_APP_ID: botId, DEVELOPER_NAME: developer, WEBSITE_URL: website, PRIVACY_URL: privacy, TERMS_URL: terms, APP_VERSION: version } };
}

const named = (name: keyof typeof settings): string => `${settings[name].argument} (or ${settings[name].variable})`;

function idProblems(botId: string, appId: string | undefined): string[] {
  return [
    ...(guid.test(botId) ? [] : [`${named('botId')} ${botId === '' ? 'is missing' : 'must be a GUID'}. Copy the output microsoftAppId of infra, or the app id of the bot's registration.`]),
    ...(appId === undefined || guid.test(appId) ? [] : [`${named('appId')} must be a GUID. Leave it out and one is made from the bot's id, the same each time.`]),
    ...(guid.test(botId) && appId === botId ? [`${named('appId')} must not be the id of the bot: Teams keeps both apart. Leave it out and one is made.`] : []),
  ];
}

function nameProblems(developer: string): string[] {
  if (developer !== '' && developer.length <= longestName) return [];
  return [`${named('developer')} ${developer === '' ? 'is missing' : `has ${developer.length} characters, of which Teams shows ${longestName}`}. Write the name of your organisation.`];
}

function addressProblems(name: 'website' | 'privacy' | 'terms', text = ''): string[] {
  const what = { website: 'people find help with the bot', privacy: 'your privacy notice stands', terms: 'your terms of use stand' }[name];
  if (text.trim() === '') return [`${named(name)} is missing. Give the https address where ${what}.`];
  if (!URL.canParse(text)) return [`${named(name)} is not an address. Give the https address where ${what}.`];
  const { protocol, hostname, username } = new URL(text);
  if (protocol !== 'https:' || username !== '') return [`${named(name)} must begin with https:// and hold no name or password.`];
  return belongsToNobody.test(hostname) ? [`${named(name)} is an example that belongs to nobody. Give the https address where ${what}.`] : [];
}

/** The namespace of these ids, made once at random. */
const namespace = Buffer.from('5d0b3a1e6c7f4b4f9a55b8a1c3e2f6d4', 'hex');

/** A version 5 UUID (RFC 9562): one bot has one app, so that an upload replaces the one before it. */
export function appIdFor(botId: string): string {
  const bytes = createHash('sha1').update(namespace).update(botId.toLowerCase()).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
