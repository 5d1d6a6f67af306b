/**
 * What a call must look like before the SDK sees it. The SDK checks the signature; it accepts calls without a service
 * address, takes any tenant, and remembers something of every forged token, so these come first.
 */
import { z } from 'zod';
import type { TeamsIdentity } from './settings';

const channelIssuer = 'https://api.botframework.com';

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

const Inbound = z.looseObject({
  type: z.string().min(1).max(100),
  channelId: z.literal('msteams'),
  serviceUrl: z.string().min(1).max(2000),
  conversation: z.looseObject({ id: z.string().min(1).max(1000), tenantId: z.string().optional() }),
  from: z.looseObject({ id: z.string().min(1).max(1000) }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional() }).optional(),
});

export type InboundCall = { readonly body: unknown; readonly authorization?: string; readonly host?: string };
export type InboundVerdict = { readonly kind: 'let-in' } | { readonly kind: 'turned-away'; readonly status: 400 | 401 | 403; readonly why: string };

const turnedAway = (status: 400 | 401 | 403, why: string): InboundVerdict => ({ kind: 'turned-away', status, why });

/** Returns whether the call may go on to the SDK. `why` is for the log. */
export function judgeInbound({ body, authorization, host }: InboundCall, identity: TeamsIdentity | undefined): InboundVerdict {
  if (identity === undefined && !isLoopbackHost(host)) return turnedAway(403, 'not-this-machine');
  if (identity !== undefined && issuerOf(authorization) !== channelIssuer) return turnedAway(401, 'issuer');
  const read = Inbound.safeParse(body);
  if (!read.success) return turnedAway(400, 'shape');
  const { serviceUrl, channelData, conversation } = read.data;
  if (!isTrustedServiceUrl(serviceUrl, identity === undefined)) return turnedAway(403, 'service-url');
  if (identity === undefined) return { kind: 'let-in' };
  const tenants = [channelData?.tenant?.id, conversation.tenantId].filter((tenant) => tenant !== undefined);
  if (tenants.length === 0 || tenants.some((tenant) => tenant.toLowerCase() !== identity.tenantId.toLowerCase())) return turnedAway(403, 'tenant');
  return { kind: 'let-in' };
}

/** A page in a browser can be made to call this machine under another name; then its name stands here. */
function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && URL.canParse(`http://${host}`) && loopbackHosts.includes(new URL(`http://${host}`).hostname);
}

/** Reads without believing: the SDK checks the signature afterwards. */
function issuerOf(authorization: string | undefined): unknown {
  const payload = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization ?? '')?.[1];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>)['iss'] : undefined;
  } catch {
    return undefined;
  }
}
