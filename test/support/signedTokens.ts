import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwk = (kid: string, endorsements: readonly string[]) => ({ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', endorsements });

/** Signs tokens as the channel does, and serves the key to check them with. One a suite: the SDK keeps keys by address. */
export class TokenIssuer {
  /** How often the keys were asked for. */
  fetches = 0;
  /** What whoever asks for the keys gets; `hangs` gives nothing, ever. */
  keys: 'served' | 'fails' | 'hangs' = 'served';
  private readonly server: Server = createServer((request, response) => {
    if (request.url !== '/keys') this.fetches += 1;
    if (this.keys === 'hangs') return;
    response.statusCode = this.keys === 'fails' ? 500 : 200;
    response.setHeader('content-type', 'application/json');
    // The second key is Microsoft's too, but for another channel.
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk('test', ['msteams']), jwk('webchat', ['webchat'])] } : { issuer: 'test', jwks_uri: `${this.url}/keys` }));
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What the SDK needs to believe these tokens; leaving one out makes it believe none. */
  get trust() {
    return {
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: `${this.url}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${this.url}/openid`,
      CallerId: 'urn:botframework:azure',
    };
  }

  /** Good, but for what is changed. */
  token(claims: Record<string, unknown>, header: Record<string, unknown> = {}): string {
    const text = textOf(claims, header);
    return `Bearer ${text}.${createSign('RSA-SHA256').update(text).sign(privateKey).toString('base64url')}`;
  }

  /** Signed with the public key, as if it were a secret that only both sides know. */
  tokenByHmac(claims: Record<string, unknown>): string {
    const text = textOf(claims, { alg: 'HS256' });
    return `Bearer ${text}.${createHmac('sha256', publicKey.export({ type: 'pkcs1', format: 'pem' })).update(text).digest('base64url')}`;
  }

  tokenWithoutSignature(claims: Record<string, unknown>): string {
    return `Bearer ${textOf(claims, { alg: 'none' })}.`;
  }
}

function textOf(claims: Record<string, unknown>, header: Record<string, unknown>): string {
  const now = Math.floor(Date.now() / 1000);
  return `${part({ alg: 'RS256', kid: 'test', typ: 'JWT', ...header })}.${part({ iss: 'https://api.botframework.com', nbf: now - 60, exp: now + 600, ...claims })}`;
}
