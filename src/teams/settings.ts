/** Who the bot is, to the platform. `local` talks to a connector on this machine, without any signature. */
export type TeamsIdentity = { readonly appId: string; readonly type: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant'; readonly tenantId: string; readonly password?: string };

export type TeamsSettings = {
  readonly identity?: TeamsIdentity;
  /** `submit` is for clients on which Action.Execute does not work. */
  readonly cardAction: 'execute' | 'submit';
  /** How much may come; without it, as much as comes. */
  readonly limits?: Limits;
};

export type Limits = {
  /** Presses and messages of one person. */
  readonly turnsAMinute: number;
  /** Calls from one address that are turned away; then none is looked at that bears no token known to be good. */
  readonly refusalsAMinute: number;
  /** So many of the addresses that a call brings with it were written by proxies of our own. */
  readonly proxiesInFront: number;
};

export type { Log } from '../app/logLine';
