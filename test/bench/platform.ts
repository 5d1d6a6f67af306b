/** Microsoft's side of a bot under load: keys to check tokens with, tokens for sending, and a connector that takes every update. */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export const appId = 'b6a5a1de-3a1c-4f0e-9a53-5d5c2f1f9e01';
export const tenantId = '0d5c1f52-7a34-4b0e-9a6b-5f3f0a7c2e10';
export const serviceUrl = 'https://smba.trafficmanager.net/uk/';

/** How a bot under load is registered. */
export const registration = { MicrosoftAppId: appId, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenantId, MicrosoftAppPassword: 'only-for-this-benchmark' };

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const channelIssuer = 'https://api.botframework.com';

/** What the channel signs its calls with: one token for an hour of calls, as in reality. */
export function channelToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const text = `${part({ alg: 'RS256', kid: 'bench', typ: 'JWT' })}.${part({ iss: channelIssuer, aud: appId, serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600 })}`;
  return `Bearer ${text}.${createSign('RSA-SHA256').update(text).sign(privateKey).toString('base64url')}`;
}

export class Platform {
  /** Calls to the connector: messages that were replaced, and everything else. */
  updates = 0;
  others = 0;
  private count = 0;
  private readonly server: Server = createServer((request, response) => this.serve(request, response));

  /** Resolves with the port. */
  async start(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    return (this.server.address() as { port: number }).port;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private serve(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '' } = request;
    request.resume();
    request.once('end', () => {
      const text = JSON.stringify(url.startsWith('/uk/') ? this.connector(method) : documentOf(url, request.headers.host ?? ''));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
      response.end(text);
    });
  }

  private connector(method: string): object {
    if (method === 'PUT') this.updates += 1;
    else this.others += 1;
    this.count += 1;
    return { id: `message-${this.count}` };
  }
}

/** What Microsoft's addresses hold, as far as a bot asks. */
function documentOf(url: string, host: string): object {
  if (url.includes('/oauth2/v2.0/token')) return { token_type: 'Bearer', expires_in: 86_399, ext_expires_in: 86_399, access_token: 'for-sending' };
  if (url.includes('/discovery/instance')) return { tenant_discovery_endpoint: `https://${host}/${tenantId}/v2.0/.well-known/openid-configuration`, metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }] };
  if (url.startsWith('/keys')) return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'bench', use: 'sig', endorsements: ['msteams'] }] };
  const login = `https://${host}/${tenantId}`;
  return { issuer: `${login}/v2.0`, authorization_endpoint: `${login}/oauth2/v2.0/authorize`, token_endpoint: `${login}/oauth2/v2.0/token`, jwks_uri: `https://${host}/keys` };
}
