/**
 * What one line of the log, a trace or a figure may say: ids, names that the code gives, counts and durations. A new
 * key is a decision: never a name of a person, an answer, a card, or the message of an error, which may quote them.
 */
export type LogLine = {
  /** What happened, in a word of ours. */
  readonly what: string;
  readonly intent?: string | undefined;
  readonly verb?: string | undefined;
  /** Kind of conversation. */
  readonly where?: string | undefined;
  /** Id of the case. */
  readonly case?: string | undefined;
  /** Milliseconds. */
  readonly ms?: number | undefined;
  readonly status?: number | undefined;
  /** A reason out of a closed list. */
  readonly why?: string | undefined;
  readonly type?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly mode?: string | undefined;
  readonly work?: string | undefined;
  readonly units?: number | undefined;
  readonly operations?: number | undefined;
  readonly count?: number | undefined;
  /** Of an error only what `describeError` lets through. */
  readonly error?: string | undefined;
  readonly code?: string | undefined;
  readonly frame?: string | undefined;
};
export type Log = (line: LogLine) => void;
