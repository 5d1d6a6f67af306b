/** Telemetry where the settings ask for it. Without an address nothing of it is loaded, and nothing is slower. */
import { randomUUID } from 'node:crypto';
import type { LogLine } from './app/logLine';
import type { AuditTrail, CaseStore, Messenger } from './app/ports';
import type { Config } from './config';
import type { Gauges } from './telemetry/telemetry';
import type * as Followed from './telemetry/followed';
import type * as TelemetryModule from './telemetry/telemetry';

export type Follower = {
  readonly line: (line: LogLine) => void;
  readonly around: <Asked extends unknown[], Value>(work: string, run: (...asked: Asked) => Promise<Value>) => (...asked: Asked) => Promise<Value>;
  readonly cases: (cases: CaseStore) => CaseStore;
  readonly messenger: (messenger: Messenger) => Messenger;
  readonly audit: (audit: AuditTrail) => AuditTrail;
  readonly watch: (names: readonly string[], gauges: Gauges) => void;
  readonly stop: () => Promise<void>;
};

const same = <Value>(value: Value): Value => value;
const nobody: Follower = { line: () => undefined, around: (_work, run) => run, cases: same, messenger: same, audit: same, watch: () => undefined, stop: async () => undefined };

export function openTelemetry({ telemetry: setting }: Pick<Config, 'telemetry'>, version: string): Follower {
  if (setting === undefined) return nobody;
  const { Telemetry } = require('./telemetry/telemetry') as typeof TelemetryModule;
  const { followedAudit, followedCases, followedMessenger } = require('./telemetry/followed') as typeof Followed;
  const telemetry = new Telemetry({ ...setting, version, instance: randomUUID() });
  return {
    line: telemetry.line,
    around: (work, run) => telemetry.around(work, run),
    cases: (cases) => followedCases(cases, telemetry),
    messenger: (messenger) => followedMessenger(messenger, telemetry),
    audit: (audit) => followedAudit(audit, telemetry),
    watch: (names, gauges) => telemetry.watch(names, gauges),
    stop: () => telemetry.stop(),
  };
}
