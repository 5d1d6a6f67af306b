/** Who the bot is, to the platform. `local` talks to a connector on this machine, without any signature. */
export type TeamsIdentity = { readonly appId: string; readonly type: string; readonly tenantId: string; readonly password?: string };

export type TeamsSettings = {
  readonly identity?: TeamsIdentity;
  /** `submit` is for clients on which Action.Execute does not work. */
  readonly cardAction: 'execute' | 'submit';
};

/** One line of the log: ids, verbs and durations; never a name, an answer or a card. */
export type Log = (line: Readonly<Record<string, string | number | boolean | undefined>>) => void;
