/** The settings of the bot, read once from the environment. Everything else gets them as arguments. */
import { z } from 'zod';
import type { CosmosIdentity } from './store/cosmosIdentity';
import { readSealKeys, type SealKey } from './store/sealKeys';

const loopback = ['127.0.0.1', '::1', 'localhost'];
const isLoopback = (host: string) => loopback.includes(host);

/** Set but empty is the same as not set: containers and shells cannot always unset a name. */
const given = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema);
const guid = (name: string) => given(z.guid(`${name} must be a GUID like 00000000-0000-0000-0000-000000000000. Copy it from the bot's registration.`).optional());
const yesOrNo = (name: string) => given(z.enum(['yes', 'no'], `${name} must be yes or no.`).default('no')).transform((answer) => answer === 'yes');

/** Ids come as they are copied, also with capital letters; the platform writes them small. */
const people = (message: string) =>
  given(
    z
      .string()
      .default('')
      .transform((text) => text.toLowerCase().split(/[\s,;]+/).filter((id) => id !== ''))
      .pipe(z.array(z.guid(message))),
  );

const Store = given(
  z
    .string()
    .default('memory:')
    .transform((text, context): { kind: 'memory' } | { kind: 'cosmos' } | { kind: 'sqlite'; path: string } => {
      if (text === 'memory:') return { kind: 'memory' };
      if (text === 'cosmos:' || text === 'cosmos') return { kind: 'cosmos' };
      const path = /^sqlite:(.+)$/.exec(text)?.[1];
      if (path !== undefined) return { kind: 'sqlite', path };
      context.addIssue({ code: 'custom', message: 'STORE must be sqlite:PATH (cases are kept in that file), cosmos (cases are kept in Azure Cosmos DB) or memory: (cases are forgotten when the bot stops).' });
      return z.NEVER;
    }),
);
export type StoreSetting = { readonly kind: 'memory' } | { readonly kind: 'sqlite'; readonly path: string } | ({ readonly kind: 'cosmos' } & CosmosSetting);
export type CosmosSetting = {
  readonly endpoint: string;
  readonly database: string;
  readonly container: string;
  /** One of both. */
  readonly key?: string;
  readonly identity?: CosmosIdentity;
};

const SealKeys = z
  .string()
  .default('')
  .transform((text, context): readonly SealKey[] => {
    const read = readSealKeys(text);
    if (read.kind === 'keys') return read.keys;
    for (const message of read.problems) context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/**
 * Eight years, rounded up: what the Records Management Code of Practice (NHS England, appendix II) says of adult health
 * records that no other line of it covers, counted from when the person was last seen.
 */
const eightYears = 2922;

/** "53.48, -2.24" */
const middleOfArea = z.string().transform((text, context) => {
  const [, north = '', east = ''] = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text) ?? [];
  const [latitude, longitude] = [Number(north), Number(east)];
  if (north !== '' && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  context.addIssue({ code: 'custom', message: 'AREA_MIDDLE must be a latitude and a longitude with a comma between, such as 53.48, -2.24.' });
  return z.NEVER;
});

const wholeNumber = (name: string, least: number, most: number) => {
  const message = `${name} must be a whole number from ${least} to ${most}.`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message).optional();
};

const portMessage = 'PORT must be a whole number from 0 to 65535.';
const appTypes = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;
/** The SDK reads a misspelt type as MultiTenant, which lets other tenants in; here it is refused. */
const AppType = given(
  z
    .string()
    .optional()
    .transform((text, context) => {
      const known = appTypes.find((type) => type.toLowerCase() === text?.trim().toLowerCase());
      if (text !== undefined && known === undefined) context.addIssue({ code: 'custom', message: `MicrosoftAppType must be one of ${appTypes.join(', ')}.` });
      return known;
    }),
);

const isWebAddress = (text: string): boolean => URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);

/** "name=value,name=value", with what is special in a value written as %2C. Source: OpenTelemetry's environment variables, OTLP exporter. */
const CollectorHeaders = z.string().transform((text, context): Readonly<Record<string, string>> => {
  const pairs = text.split(',').map((pair) => /^\s*([\w-]+)\s*=(.*)$/.exec(pair));
  if (pairs.every((pair) => pair !== null)) return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, decoded(value.trim())]));
  context.addIssue({ code: 'custom', message: 'OTEL_EXPORTER_OTLP_HEADERS must be names and values with commas between, like api-key=VALUE.' });
  return z.NEVER;
});

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const Environment = z.object({
  NODE_ENV: given(z.enum(['production', 'development', 'test'], 'NODE_ENV must be production where real people are talked about; else leave it out.').optional()),
  PORT: given(z.coerce.number(portMessage).int(portMessage).min(0, portMessage).max(65535, portMessage).default(3978)),
  HOST: given(z.string().optional()),
  STORE: Store,
  COSMOS_ENDPOINT: given(z.string().optional()),
  COSMOS_KEY: given(z.string().optional()),
  AZURE_CLIENT_ID: given(z.string().optional()),
  COSMOS_DATABASE: given(z.string().default('threefold')),
  COSMOS_CONTAINER: given(z.string().default('cases')),
  MicrosoftAppId: guid('MicrosoftAppId'),
  MicrosoftAppType: AppType,
  MicrosoftAppTenantId: guid('MicrosoftAppTenantId'),
  MicrosoftAppPassword: given(z.string().optional()),
  SUPERVISORS: people('SUPERVISORS must be the Entra object ids of the people who may review, separated by commas.'),
  ADMINISTRATORS: people('ADMINISTRATORS must be the Entra object ids of the people who may manage teams and roles, separated by commas.'),
  SEAL_KEYS: given(SealKeys),
  RETENTION_DAYS: given(wholeNumber('RETENTION_DAYS', 365, 36_525)).default(eightYears),
  SELF_REVIEW: yesOrNo('SELF_REVIEW'),
  SAMPLE_DATA: yesOrNo('SAMPLE_DATA'),
  TRIAL: yesOrNo('TRIAL'),
  CONTACTS_FILE: given(z.string().optional()),
  DIRECTORY_FILE: given(z.string().optional()),
  AREA_MIDDLE: given(middleOfArea.optional()),
  PROXIES_IN_FRONT: given(wholeNumber('PROXIES_IN_FRONT', 0, 5)).default(0),
  TURNS_A_MINUTE: given(wholeNumber('TURNS_A_MINUTE', 30, 1_000_000)).default(240),
  OPERATOR_PORT: given(wholeNumber('OPERATOR_PORT', 0, 65_535).optional()),
  OTEL_EXPORTER_OTLP_ENDPOINT: given(z.string().refine(isWebAddress, 'OTEL_EXPORTER_OTLP_ENDPOINT must be the http or https address of a collector that speaks OTLP over HTTP, like http://127.0.0.1:4318.').optional()),
  OTEL_EXPORTER_OTLP_HEADERS: given(CollectorHeaders.optional()),
  CARD_ACTION: given(z.enum(['execute', 'submit'], 'CARD_ACTION must be execute (the standard) or submit (for clients on which Action.Execute does not work).').default('execute')),
});
type Environment = z.infer<typeof Environment>;

/** What is wrong, how to mend it, and the settings that it speaks of. */
type Problem = { readonly about: readonly (keyof Environment)[]; readonly says: string };

export type BotIdentity = { readonly appId: string; readonly type: (typeof appTypes)[number]; readonly tenantId: string; readonly password?: string };

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly store: StoreSetting;
  /** Absent: no bot is registered, so only this machine may talk to it. */
  readonly identity?: BotIdentity;
  readonly supervisors: readonly string[];
  /** Manage teams and roles in the chat from the first day. */
  readonly administrators: readonly string[];
  readonly selfReview: boolean;
  readonly sampleData: boolean;
  /** In production, and yet nothing outlives the process: somebody said that they know. */
  readonly trial: boolean;
  /** Real people may be talked about: then no number may be a sample. */
  readonly production: boolean;
  /** Where the numbers of the service stand. */
  readonly contactsFile?: string;
  /** Where the directory of activities stands that was brought in. */
  readonly directoryFile?: string;
  /** The middle of the area that the service works in: journeys are counted from there. */
  readonly middle?: { readonly latitude: number; readonly longitude: number };
  /** The first seals what people said, all open it. None: it is kept as it is. */
  readonly sealKeys: readonly SealKey[];
  /** Days after which a closed case is erased. */
  readonly retentionDays: number;
  readonly cardAction: 'execute' | 'submit';
  /** How many proxies stand in front of the bot, so that a caller's address is the one that the last of them saw. */
  readonly proxiesInFront: number;
  /** Presses and messages that one person may send in a minute. */
  readonly turnsAMinute: number;
  /** Where the operator's page is, for this machine alone. */
  readonly operatorPort?: number;
  /** The collector that traces and figures go to. */
  readonly telemetry?: { readonly endpoint: string; readonly headers?: Readonly<Record<string, string>> };
};

/** `asFarAsRead` is for looking at what the readable settings name, so that its problems can be told with the others. */
export type ConfigRead = { readonly kind: 'config'; readonly config: Config } | { readonly kind: 'refused'; readonly problems: readonly string[]; readonly asFarAsRead: Config };

/** Returns the settings, or every problem at once, each with its mend. No problem repeats what a setting held. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigRead {
  const read = Environment.safeParse(env);
  const wrong = read.success ? [] : read.error.issues;
  const unread = new Set(wrong.map(({ path }) => path[0]));
  // What cannot be read counts as not set, and nothing more is said of it.
  const settings = read.data ?? Environment.parse(Object.fromEntries(Object.entries(env).filter(([name]) => !unread.has(name))));
  const ofRegistration = settings.MicrosoftAppId === undefined && !unread.has('MicrosoftAppId') ? problemsOfLocal(settings) : problemsOfRegistered(settings);
  const together = [...ofRegistration, ...problemsOfCosmos(settings), ...problemsOfSeal(settings), ...problemsOfTrial(settings)].filter(({ about }) => !about.some((name) => unread.has(name)));
  const problems = [...new Set([...wrong.map(({ message }) => message), ...together.map(({ says }) => says), ...forbidden(env)])];
  const config = configOf(settings);
  return problems.length > 0 ? { kind: 'refused', problems, asFarAsRead: config } : { kind: 'config', config };
}

/** By these the SDK can be told to believe other keys and issuers than Microsoft's, and Node to believe any certificate. */
const overrides = [
  'ToChannelFromBotLoginUrl', 'ToChannelFromBotLoginUrlTemplate', 'ToChannelFromBotOAuthScope', 'ToBotFromChannelTokenIssuer', 'ToBotFromChannelOpenIdMetadataUrl', 'ToBotFromEmulatorOpenIdMetadataUrl',
  'ToBotFromAseOpenIdMetadataUrl', 'ToBotFromAseChannel_ValidTokenIssuers', 'BotOpenIdMetadata', 'OAuthUrl', 'OAuthApiEndpoint', 'CallerId', 'ChannelService', 'ValidateAuthority',
];

/** The names are found in any case. The bot reads none of them; that one is there says that somebody expects it to. */
function forbidden(env: Readonly<Record<string, string | undefined>>): string[] {
  const set = (name: string) => Object.entries(env).some(([key, value]) => key.toLowerCase() === name.toLowerCase() && (value ?? '').trim() !== '');
  if (env['NODE_ENV']?.trim() !== 'production') return [];
  return [
    ...overrides.filter(set).map((name) => `${name} changes whom the bot believes, and is for tests only. Leave it out.`),
    ...(env['NODE_TLS_REJECT_UNAUTHORIZED']?.trim() === '0' ? ['NODE_TLS_REJECT_UNAUTHORIZED=0 makes the bot believe anybody who says to be Microsoft. Leave it out; name a certificate of your own in NODE_EXTRA_CA_CERTS.'] : []),
  ];
}

function configOf(settings: Environment): Config {
  const { MicrosoftAppId: appId, MicrosoftAppType: type, MicrosoftAppTenantId: tenantId, MicrosoftAppPassword: password } = settings;
  const identity = appId !== undefined && type !== undefined && tenantId !== undefined ? { appId, type, tenantId, ...(password === undefined ? {} : { password }) } : undefined;
  return {
    port: settings.PORT,
    // A registered bot runs behind the ingress of a container; without registration nothing but this machine may reach it.
    host: settings.HOST ?? (identity ? '0.0.0.0' : '127.0.0.1'),
    store: storeOf(settings),
    ...(identity ? { identity } : {}),
    supervisors: settings.SUPERVISORS,
    administrators: settings.ADMINISTRATORS,
    selfReview: settings.SELF_REVIEW,
    sampleData: settings.SAMPLE_DATA,
    trial: settings.TRIAL,
    production: settings.NODE_ENV === 'production',
    ...(settings.CONTACTS_FILE === undefined ? {} : { contactsFile: settings.CONTACTS_FILE }),
    ...(settings.DIRECTORY_FILE === undefined ? {} : { directoryFile: settings.DIRECTORY_FILE }),
    ...(settings.AREA_MIDDLE === undefined ? {} : { middle: settings.AREA_MIDDLE }),
    sealKeys: settings.SEAL_KEYS,
    retentionDays: settings.RETENTION_DAYS,
    cardAction: settings.CARD_ACTION,
    proxiesInFront: settings.PROXIES_IN_FRONT,
    turnsAMinute: settings.TURNS_A_MINUTE,
    ...(settings.OPERATOR_PORT === undefined ? {} : { operatorPort: settings.OPERATOR_PORT }),
    ...(settings.OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? {} : { telemetry: { endpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT, ...(settings.OTEL_EXPORTER_OTLP_HEADERS === undefined ? {} : { headers: settings.OTEL_EXPORTER_OTLP_HEADERS }) } }),
  };
}

function storeOf({ STORE, COSMOS_ENDPOINT: endpoint = '', COSMOS_KEY: key, AZURE_CLIENT_ID: clientId, COSMOS_DATABASE: database, COSMOS_CONTAINER: container }: Environment): StoreSetting {
  if (STORE.kind !== 'cosmos') return STORE;
  const identity: CosmosIdentity = clientId === undefined ? { kind: 'azure-cli' } : { kind: 'managed', clientId };
  return { kind: 'cosmos', endpoint, database, container, ...(key === undefined ? { identity } : { key }) };
}

/** Settings of Cosmos DB that are there while another store is used do no harm. */
function problemsOfCosmos({ NODE_ENV, STORE, COSMOS_ENDPOINT, COSMOS_KEY, AZURE_CLIENT_ID, COSMOS_DATABASE, COSMOS_CONTAINER }: Environment): Problem[] {
  if (STORE.kind !== 'cosmos') return [];
  const problems: Problem[] = [];
  if (COSMOS_ENDPOINT === undefined) problems.push({ about: ['COSMOS_ENDPOINT'], says: 'COSMOS_ENDPOINT is missing. Set it to the address of the account, like https://NAME.documents.azure.com:443/.' });
  else if (!isSafeEndpoint(COSMOS_ENDPOINT)) problems.push({ about: ['COSMOS_ENDPOINT'], says: 'COSMOS_ENDPOINT must be an https address, like https://NAME.documents.azure.com:443/. Only on this machine may it be http.' });
  if (COSMOS_KEY === undefined && AZURE_CLIENT_ID === undefined && NODE_ENV === 'production') problems.push({ about: ['AZURE_CLIENT_ID'], says: 'AZURE_CLIENT_ID is missing: set it to the client id of the identity that opens Cosmos DB, as infra does. An account that takes keys is opened with COSMOS_KEY instead.' });
  if (COSMOS_KEY === undefined && AZURE_CLIENT_ID !== undefined && !z.guid().safeParse(AZURE_CLIENT_ID).success) problems.push({ about: ['AZURE_CLIENT_ID'], says: 'AZURE_CLIENT_ID must be a GUID like 00000000-0000-0000-0000-000000000000. Copy it from the identity of the bot.' });
  for (const [name, id] of [['COSMOS_DATABASE', COSMOS_DATABASE], ['COSMOS_CONTAINER', COSMOS_CONTAINER]] as const) if (/[/\\?#]/.test(id)) problems.push({ about: [name], says: `${name} may not hold / \\ ? or #.` });
  return problems;
}

function problemsOfTrial({ NODE_ENV, STORE, TRIAL }: Environment): Problem[] {
  if (TRIAL && STORE.kind !== 'memory') return [{ about: ['TRIAL'], says: 'TRIAL says that nothing is to be kept, and STORE says where it is kept. Leave TRIAL out.' }];
  if (NODE_ENV !== 'production' || STORE.kind !== 'memory' || TRIAL) return [];
  return [{ about: ['STORE'], says: 'STORE is missing or memory: in production cases must outlive the bot. Set STORE to cosmos or sqlite:PATH. To try the installation with invented people alone, set TRIAL=yes: then all cases are forgotten when the bot stops.' }];
}

/** In memory nothing is kept that could be sealed. */
function problemsOfSeal({ NODE_ENV, STORE, SEAL_KEYS }: Environment): Problem[] {
  if (NODE_ENV !== 'production' || STORE.kind === 'memory' || SEAL_KEYS.length > 0) return [];
  return [{ about: ['SEAL_KEYS'], says: 'SEAL_KEYS is missing: in production what people said is sealed before it is kept. Make a key with npm run admin -- new-key NAME, keep it in a secret store, and give it as SEAL_KEYS. Without it nothing can be read again, also no backup.' }];
}

function isSafeEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')));
}

/** Without an app id the SDK checks nobody's signature. */
function problemsOfLocal({ NODE_ENV, HOST, MicrosoftAppTenantId, MicrosoftAppPassword }: Environment): Problem[] {
  const problems: Problem[] = [];
  if (NODE_ENV === 'production') problems.push({ about: ['MicrosoftAppId'], says: 'MicrosoftAppId is missing: in production the bot must be registered. Set MicrosoftAppId, MicrosoftAppType and MicrosoftAppTenantId.' });
  else if (MicrosoftAppTenantId !== undefined || MicrosoftAppPassword !== undefined) problems.push({ about: ['MicrosoftAppId'], says: 'MicrosoftAppId is missing, but there is a tenant or a password for it. Set it to the id of the registration, or leave all three out on your own machine.' });
  if (HOST !== undefined && !isLoopback(HOST)) problems.push({ about: ['MicrosoftAppId', 'HOST'], says: 'Without MicrosoftAppId the bot cannot tell who is calling, so HOST must be 127.0.0.1. Leave HOST out, or register the bot.' });
  return problems;
}

function problemsOfRegistered(settings: Environment): Problem[] {
  const problems: Problem[] = [];
  if (settings.MicrosoftAppType === undefined) problems.push({ about: ['MicrosoftAppType'], says: `MicrosoftAppType is missing. Set it to one of ${appTypes.join(', ')}, as the bot was registered.` });
  if (settings.MicrosoftAppTenantId === undefined) problems.push({ about: ['MicrosoftAppTenantId'], says: "MicrosoftAppTenantId is missing. Set it to your organisation's Entra tenant id: nobody outside it is let in." });
  if (settings.MicrosoftAppType === 'UserAssignedMSI' && settings.MicrosoftAppPassword !== undefined) problems.push({ about: ['MicrosoftAppPassword'], says: 'A managed identity has no password. Leave MicrosoftAppPassword out.' });
  if (settings.MicrosoftAppType !== undefined && settings.MicrosoftAppType !== 'UserAssignedMSI' && settings.MicrosoftAppPassword === undefined) problems.push({ about: ['MicrosoftAppPassword'], says: `MicrosoftAppPassword is missing: ${settings.MicrosoftAppType} needs one. Give it from a secret store, or use UserAssignedMSI.` });
  if (settings.NODE_ENV === 'production' && settings.ADMINISTRATORS.length === 0) problems.push({ about: ['ADMINISTRATORS'], says: 'ADMINISTRATORS is missing: set it to the Entra object id of at least one person who forms the teams and says who supervises. Without it anybody in a channel could review plans.' });
  if (settings.SELF_REVIEW) problems.push({ about: ['SELF_REVIEW'], says: 'SELF_REVIEW is for the local playground only: nobody reviews their own plan. Leave it out.' });
  if (settings.SAMPLE_DATA && settings.NODE_ENV === 'production') problems.push({ about: ['SAMPLE_DATA'], says: 'SAMPLE_DATA is for the local playground only: it mixes invented people with real ones. Leave it out.' });
  return problems;
}
