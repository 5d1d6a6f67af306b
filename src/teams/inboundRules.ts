/**
 * What a call must look like before the SDK sees it. The SDK checks the signature; it accepts calls without a service
 * address, takes any tenant, and remembers something of every forged token, so these come first.
 */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { readInbound, type Inbound } from './inboundShape';
import type { TeamsIdentity } from './settings';

const channelIssuer = 'https://api.botframework.com';
const signatures = ['RS256', 'RS384', 'RS512'];

/** Exact names: anybody may register a name below trafficmanager.net. */
const serviceHosts = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com', 'smba.infra.gov.teams.microsoft.us', 'smba.infra.dod.teams.microsoft.us'];
const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

/** Where the bot may send what it knows. Asked again before every send, for stored addresses too. */
export function isTrustedServiceUrl(address: string, local: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  return local ? protocol === 'http:' && loopbackHosts.includes(hostname) : protocol === 'https:' && serviceHosts.includes(hostname);
}

export type InboundCall = { readonly body: unknown; readonly authorization?: string; readonly host?: string };
type Why = 'not-this-machine' | 'token' | 'shape' | 'service-url' | 'tenant';
/** `activity` holds what came, but for fields that are not what they should be. */
export type InboundVerdict = { readonly kind: 'let-in'; readonly activity: Activity } | { readonly kind: 'turned-away'; readonly status: 400 | 401 | 403; readonly why: Why };

const turnedAway = (status: 400 | 401 | 403, why: Why): InboundVerdict => ({ kind: 'turned-away', status, why });

/** Returns whether the call may go on to the SDK. `why` is for the log. */
export function judgeInbound({ body, authorization, host }: InboundCall, identity: TeamsIdentity | undefined): InboundVerdict {
  if (identity === undefined && !isLoopbackHost(host)) return turnedAway(403, 'not-this-machine');
  const token = identity && readToken(authorization);
  if (identity && !(token && mayBeOfTheChannel(token, identity.appId))) return turnedAway(401, 'token');
  const read = readInbound(body);
  if (!read) return turnedAway(400, 'shape');
  const { serviceUrl, channelData, conversation } = read;
  if (!isTrustedServiceUrl(serviceUrl, identity === undefined)) return turnedAway(403, 'service-url');
  if (identity && token?.claims.serviceurl !== serviceUrl) return turnedAway(401, 'token');
  const tenants = [channelData?.tenant?.id, conversation.tenantId].filter((tenant) => typeof tenant === 'string');
  if (identity && (tenants.length === 0 || tenants.some((tenant) => tenant.toLowerCase() !== identity.tenantId.toLowerCase()))) return turnedAway(403, 'tenant');
  return { kind: 'let-in', activity: activityOf(read) };
}

/** The SDK expects dates where the wire has text. How its answers are delivered is not for the caller to choose. */
function activityOf({ deliveryMode: _mode, timestamp, localTimestamp, expiration: _expiration, channelData, ...rest }: Inbound): Activity {
  const activity: unknown = { ...rest, ...(channelData ? { channelData } : {}), ...dated('timestamp', timestamp), ...dated('localTimestamp', localTimestamp) };
  return activity as Activity;
}

function dated(name: string, value: unknown): object {
  if (typeof value !== 'string' || value.length > 50) return {};
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? {} : { [name]: date };
}

/** A page in a browser can be made to call this machine under another name; then its name stands here. */
function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && URL.canParse(`http://${host}`) && loopbackHosts.includes(new URL(`http://${host}`).hostname);
}

const Token = z.object({ header: z.looseObject({ alg: z.string(), kid: z.string().min(1).max(500) }), claims: z.looseObject({ iss: z.string(), aud: z.string(), serviceurl: z.string().optional() }) });
type Token = z.infer<typeof Token>;

/** More than any of the platform's is long. */
const longestToken = 8000;

/** Reads without believing: the SDK checks the signature afterwards. */
function readToken(authorization = ''): Token | undefined {
  if (authorization.length > longestToken) return undefined;
  const [, header, claims] = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(authorization) ?? [];
  if (header === undefined || claims === undefined) return undefined;
  try {
    return Token.safeParse({ header: partOf(header), claims: partOf(claims) }).data;
  } catch {
    return undefined;
  }
}

const partOf = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));

/** The SDK takes more than the channel's own tokens, keeps something of each, and fails at some; it gets to see no others. */
function mayBeOfTheChannel({ header, claims }: Token, appId: string): boolean {
  return claims.iss === channelIssuer && claims.aud === appId && signatures.includes(header.alg);
}
