import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Activity, type ConfigurationBotFrameworkAuthenticationOptions, type InvokeResponse, type TurnContext } from 'botbuilder';
import { createHash } from 'node:crypto';
import { isTrustedServiceUrl } from './inboundRules';
import { Recent } from './recent';
import { setSendPolicy, within, type SendPolicy } from './sendPolicy';
import type { TeamsIdentity } from './settings';

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
export type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;

type Authenticated = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type UserTokens = ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>;

/** Milliseconds for which a token that was checked counts without being checked again. A key that is withdrawn is out after them. */
const keptFor = 60_000;

/** Milliseconds in which a token must be checked: it may be that Microsoft's keys have to be fetched first. */
const timeToCheck = 5_000;
/** Milliseconds for which nothing is fetched again once the keys could not be had. */
const restAfterOutage = 5_000;
/** More wait for their check only when something is wrong. */
const mostWaiting = 200;

/** The SDK's authentication with our own rules on top: whose tokens count, where to send, and how often to try. */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors = new Recent<Promise<Connector>>(50);
  private readonly checked = new Recent<{ readonly result: Authenticated; readonly until: number }>(200);
  /** Tokens that were good a moment ago, whatever they came with. */
  private readonly good = new Recent<number>(200);
  private userTokens: UserTokens | undefined;
  private lastCheck: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private keysAwayUntil = 0;

  constructor(
    options: ConfigurationBotFrameworkAuthenticationOptions,
    private readonly local: boolean,
    private readonly policy: SendPolicy,
    private readonly now: () => Date,
  ) {
    super(options, undefined, { requiredEndorsements: [], validateClaims: refuseOwnTokens(options.MicrosoftAppId ?? '') });
  }

  /** The platform sends one token for an hour of calls; what it was checked against (token, service address, channel) names what is kept. */
  override async authenticateRequest(...args: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>) {
    const [{ serviceUrl, channelId }, authorization] = args;
    const name = digestOf([authorization, serviceUrl, channelId]);
    const kept = this.checked.get(name);
    if (kept && this.now().getTime() < kept.until) return kept.result;
    const result = await this.check(args);
    if (result.connectorFactory) this.guard(result.connectorFactory);
    const until = Math.min(this.now().getTime() + keptFor, endOf(result));
    this.checked.set(name, { result, until });
    this.good.set(digestOf([authorization]), until);
    return result;
  }

  isKnown(authorization: string): boolean {
    return this.now().getTime() < (this.good.get(digestOf([authorization])) ?? 0);
  }

  /** One after another, so that keys are fetched once, however many calls wait for them; and never for ever, as the SDK would. */
  private async check(args: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>): Promise<Authenticated> {
    if (this.waiting >= mostWaiting) throw new KeysNotReached();
    this.waiting += 1;
    const before = this.lastCheck;
    const checked = before.then(() => this.checkNow(args)).finally(() => (this.waiting -= 1));
    this.lastCheck = checked.catch(() => undefined);
    return checked;
  }

  private async checkNow(args: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>): Promise<Authenticated> {
    if (this.now().getTime() < this.keysAwayUntil) throw new KeysNotReached();
    try {
      return await within(this.policy.after, timeToCheck, () => super.authenticateRequest(...args));
    } catch (cause) {
      if (!isOutage(cause)) throw new NotFromTheChannel('The call could not be shown to come from the channel.', { cause });
      this.keysAwayUntil = this.now().getTime() + restAfterOutage;
      throw new KeysNotReached(undefined, { cause });
    }
  }

  /** Never used here, but the SDK makes one for every call. */
  override createUserTokenClient(...args: Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>): UserTokens {
    return (this.userTokens ??= super.createUserTokenClient(...args));
  }

  override createConnectorFactory(...args: Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>): ConnectorFactory {
    return this.guard(super.createConnectorFactory(...args));
  }

  private guard(factory: ConnectorFactory): ConnectorFactory {
    const create = factory.create.bind(factory);
    factory.create = (serviceUrl, audience) => this.connectorOf(`${audience ?? ''} ${serviceUrl}`, serviceUrl, () => create(serviceUrl, audience));
    return factory;
  }

  /** Kept, so that tokens and connections are used again. */
  private connectorOf(name: string, serviceUrl: string, create: () => Promise<Connector>): Promise<Connector> {
    const kept = this.connectors.get(name);
    if (kept) return kept;
    const made = this.makeConnector(serviceUrl, create);
    this.connectors.set(name, made);
    made.catch(() => this.connectors.delete(name));
    return made;
  }

  private async makeConnector(serviceUrl: string, create: () => Promise<Connector>): Promise<Connector> {
    if (!isTrustedServiceUrl(serviceUrl, this.local)) throw new Error('That service address is not one of the platform.');
    const connector = await create();
    setSendPolicy(connector, this.policy);
    return connector;
  }
}

const digestOf = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64');

/** What keeps a token from being checked at all, as the SDK 4.23.3 and what it fetches with tell it. */
function isOutage(error: unknown): boolean {
  const { name, statusCode } = (error ?? {}) as { name?: unknown; statusCode?: unknown };
  return name === 'TookTooLong' || name === 'FetchError' || (typeof statusCode === 'number' && statusCode >= 500);
}

/** Milliseconds since 1970 at which the token ends; what bears no end counts for this one call. */
function endOf({ claimsIdentity }: Authenticated): number {
  const seconds = Number(claimsIdentity.getClaimValue('exp') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : 0;
}

type Claim = { readonly type: string; readonly value: string };

/** The SDK also takes the bot's own outbound tokens as inbound ones; a leaked one would then open the door. */
const refuseOwnTokens = (appId: string) => (claims: Claim[]) => {
  const has = (type: string, value: string) => claims.some((claim) => claim.type === type && claim.value === value);
  if (has('iss', 'https://api.botframework.com') && has('aud', appId)) return Promise.resolve();
  return Promise.reject(new NotFromTheChannel());
};

/** Answered with 401, whatever the SDK found wrong. */
export class NotFromTheChannel extends Error {
  override readonly name = 'NotFromTheChannel';
}

/** Answered with 503: whoever called may be who they say. */
export class KeysNotReached extends Error {
  override readonly name = 'KeysNotReached';
}

export type AdapterParts = {
  readonly identity?: TeamsIdentity;
  readonly policy: SendPolicy;
  readonly now: () => Date;
  /** Other keys and issuers than Microsoft's, for tests with tokens of their own. */
  readonly trust?: ConfigurationBotFrameworkAuthenticationOptions;
};

export class TeamsAdapter extends CloudAdapter {
  private readonly appId: string;

  private readonly authentication: Authentication;

  constructor({ identity, policy, now, trust = {} }: AdapterParts) {
    // With an empty id the SDK checks nobody's signature.
    if (identity && !/^[0-9a-f-]{36}$/i.test(identity.appId)) throw new Error('A registered bot has an app id.');
    const registered = identity && {
      MicrosoftAppId: identity.appId,
      MicrosoftAppType: identity.type,
      MicrosoftAppTenantId: identity.tenantId,
      ...(identity.password === undefined ? {} : { MicrosoftAppPassword: identity.password }),
    };
    const authentication = new Authentication({ ...registered, ...trust }, identity === undefined, policy, now);
    super(authentication);
    this.authentication = authentication;
    this.appId = identity?.appId ?? '';
  }

  /** One inbound call. Unlike `process` it writes nothing to the console and leaves the answer to the server. */
  takeActivity(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }

  /** An invoke is answered on its own call: of all that the SDK puts around a turn it needs only the check of who calls. */
  async takeInvoke(authorization: string, activity: Activity, answer: (activity: Activity) => Promise<InvokeResponse>): Promise<InvokeResponse> {
    await this.authentication.authenticateRequest(activity, authorization);
    return answer(activity);
  }

  /** Whether this token was good a moment ago; what else a call holds is checked all the same. */
  isKnown(authorization: string): boolean {
    return this.authentication.isKnown(authorization);
  }

  /** For what the bot sends by itself. */
  connectorTo(serviceUrl: string): Promise<Connector> {
    return this.authentication.createConnectorFactory(this.createClaimsIdentity(this.appId)).create(serviceUrl);
  }
}
