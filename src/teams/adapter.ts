import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Activity, type ConfigurationBotFrameworkAuthenticationOptions, type InvokeResponse, type TurnContext } from 'botbuilder';
import { createHash } from 'node:crypto';
import { isTrustedServiceUrl } from './inboundRules';
import { Recent } from './recent';
import { setSendPolicy, type SendPolicy } from './sendPolicy';
import type { TeamsIdentity } from './settings';

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
export type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;

type Authenticated = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type UserTokens = ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>;

/** Milliseconds for which a token that was checked counts without being checked again. A key that is withdrawn is out after them. */
const keptFor = 60_000;

/** The SDK's authentication with our own rules on top: whose tokens count, where to send, and how often to try. */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors = new Recent<Promise<Connector>>(50);
  private readonly checked = new Recent<{ readonly result: Authenticated; readonly until: number }>(200);
  private userTokens: UserTokens | undefined;

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
    const name = createHash('sha256').update(JSON.stringify([authorization, serviceUrl, channelId])).digest('base64');
    const kept = this.checked.get(name);
    if (kept && this.now().getTime() < kept.until) return kept.result;
    const result = await super.authenticateRequest(...args).catch((cause: unknown) => {
      throw new NotFromTheChannel('The call could not be shown to come from the channel.', { cause });
    });
    if (result.connectorFactory) this.guard(result.connectorFactory);
    this.checked.set(name, { result, until: Math.min(this.now().getTime() + keptFor, endOf(result)) });
    return result;
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

export type AdapterParts = {
  readonly identity?: TeamsIdentity;
  readonly policy: SendPolicy;
  readonly now: () => Date;
  /** Other keys and issuers than Microsoft's, for tests with tokens of their own. */
  readonly trust?: ConfigurationBotFrameworkAuthenticationOptions;
};

export class TeamsAdapter extends CloudAdapter {
  private readonly appId: string;

  constructor({ identity, policy, now, trust = {} }: AdapterParts) {
    const registered = identity && {
      MicrosoftAppId: identity.appId,
      MicrosoftAppType: identity.type,
      MicrosoftAppTenantId: identity.tenantId,
      ...(identity.password === undefined ? {} : { MicrosoftAppPassword: identity.password }),
    };
    super(new Authentication({ ...registered, ...trust }, identity === undefined, policy, now));
    this.appId = identity?.appId ?? '';
  }

  /** One inbound call. Unlike `process` it writes nothing to the console and leaves the answer to the server. */
  takeActivity(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }

  /** An invoke is answered on its own call: of all that the SDK puts around a turn it needs only the check of who calls. */
  async takeInvoke(authorization: string, activity: Activity, answer: (activity: Activity) => Promise<InvokeResponse>): Promise<InvokeResponse> {
    await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    return answer(activity);
  }

  /** For what the bot sends by itself. */
  connectorTo(serviceUrl: string): Promise<Connector> {
    return this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(this.appId)).create(serviceUrl);
  }
}
