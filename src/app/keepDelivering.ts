/** The clock behind owed work: one round after another, with a pause between them, until the bot stops. */

export type Rounds = {
  /** What each round does, one after the other; what goes wrong in one keeps no other from its turn. None begins anything more once it may not go on. */
  readonly round: readonly ((mayGoOn: () => boolean) => Promise<unknown>)[];
  readonly pause: () => Promise<unknown>;
  readonly troubled: (trouble: unknown) => void;
};

/** Begins at once. `stop` resolves when the round that is under way has ended; none begins after it. */
export function keepDelivering({ round, pause, troubled }: Rounds): { stop(): Promise<void> } {
  let mayGoOn = true;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const rounds = async (): Promise<void> => {
    while (mayGoOn) {
      for (const part of round) await part(() => mayGoOn).catch(troubled);
      if (mayGoOn) await Promise.race([pause(), ended]);
    }
  };
  const done = rounds();
  return {
    stop: () => {
      mayGoOn = false;
      end();
      return done;
    },
  };
}
