/** One source of the directory, as those who look after it see it. */
export type DirectoryRun =
  | { readonly state: 'going-on'; readonly rows: number; /** How many the source says that it has. */ readonly of?: number }
  /** Not done: nothing was changed. */
  | { readonly state: 'ended'; readonly isDone: boolean; readonly said: readonly string[] };

export type DirectorySource = {
  readonly name: string;
  /** ISO day of the last import. */
  readonly day: string;
  readonly services: number;
  readonly withdrawn: number;
  /** How many of its services nobody checked for half a year, as far as the source says. */
  readonly unchecked: number;
  /** It came from an address; files are brought in from a terminal. */
  readonly isRefreshable: boolean;
  /** What was begun last on this instance, since it started. */
  readonly run?: DirectoryRun;
};
