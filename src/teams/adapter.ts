import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Activity, type ConfigurationBotFrameworkAuthenticationOptions, type InvokeResponse, type TurnContext } from 'botbuilder';
import { isTrustedServiceUrl } from './inboundRules';
import { setSendPolicy, type SendPolicy } from './sendPolicy';
import type { TeamsIdentity } from './settings';

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
export type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;

/** The SDK's authentication with our own rules on top: whose tokens count, where to send, and how often to try. */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  constructor(
    options: ConfigurationBotFrameworkAuthenticationOptions,
    private readonly local: boolean,
    private readonly policy: SendPolicy,
  ) {
    super(options, undefined, { requiredEndorsements: [], validateClaims: refuseOwnTokens(options.MicrosoftAppId ?? '') });
  }

  override async authenticateRequest(...args: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>) {
    const result = await super.authenticateRequest(...args).catch((cause: unknown) => {
      throw new NotFromTheChannel('The call could not be shown to come from the channel.', { cause });
    });
    if (result.connectorFactory) this.guard(result.connectorFactory);
    return result;
  }

  override createConnectorFactory(...args: Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>): ConnectorFactory {
    return this.guard(super.createConnectorFactory(...args));
  }

  private guard(factory: ConnectorFactory): ConnectorFactory {
    const create = factory.create.bind(factory);
    factory.create = async (serviceUrl, audience) => {
      if (!isTrustedServiceUrl(serviceUrl, this.local)) throw new Error('That service address is not one of the platform.');
      const connector = await create(serviceUrl, audience);
      setSendPolicy(connector, this.policy);
      return connector;
    };
    return factory;
  }
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
  /** Other keys and issuers than Microsoft's, for tests with tokens of their own. */
  readonly trust?: ConfigurationBotFrameworkAuthenticationOptions;
};

export class TeamsAdapter extends CloudAdapter {
  private readonly appId: string;
  private readonly connectors = new Map<string, Promise<Connector>>();

  constructor({ identity, policy, trust = {} }: AdapterParts) {
    const registered = identity && {
      MicrosoftAppId: identity.appId,
      MicrosoftAppType: identity.type,
      MicrosoftAppTenantId: identity.tenantId,
      ...(identity.password === undefined ? {} : { MicrosoftAppPassword: identity.password }),
    };
    super(new Authentication({ ...registered, ...trust }, identity === undefined, policy));
    this.appId = identity?.appId ?? '';
  }

  /** One inbound call. Unlike `process` it writes nothing to the console and leaves the answer to the server. */
  takeActivity(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }

  /** For what the bot sends by itself. Kept, so that tokens and connections are used again. */
  connectorTo(serviceUrl: string): Promise<Connector> {
    const kept = this.connectors.get(serviceUrl);
    if (kept) return kept;
    const made = this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(this.appId)).create(serviceUrl);
    this.connectors.set(serviceUrl, made);
    made.catch(() => this.connectors.delete(serviceUrl));
    return made;
  }
}
