/** The ports of the core, each call followed as a span of the turn or round that it belongs to. */
import type { AuditTrail, CaseStore, Messenger, Sent } from '../app/ports';
import type { AuditEntry } from '../domain/record/auditEntry';
import type { Telemetry } from './telemetry';

/** Only these are asked of the store while somebody waits. */
export function followedCases(cases: CaseStore, telemetry: Telemetry): CaseStore {
  return {
    load: telemetry.around('store.load', (caseId) => cases.load(caseId), { value: (events) => ({ events: events.length }) }),
    append: telemetry.around('store.append', (...asked) => cases.append(...asked), { value: ({ kind }) => ({ kind }) }),
    headsOf: telemetry.around('store.heads-of', (worker) => cases.headsOf(worker), { value: (heads) => ({ heads: heads.length }) }),
    headsThatOwe: telemetry.around('store.heads-that-owe', (at) => cases.headsThatOwe(at), { value: (heads) => ({ heads: heads.length }) }),
    headOfRef: telemetry.around('store.head-of-ref', (ref) => cases.headOfRef(ref)),
    refsTaken: telemetry.around('store.refs-taken', (refs) => cases.refsTaken(refs)),
    all: () => cases.all(),
    erase: telemetry.around('store.erase', (caseId) => cases.erase(caseId)),
    ready: () => cases.ready(),
    close: () => cases.close(),
  };
}

export function followedMessenger(messenger: Messenger, telemetry: Telemetry): Messenger {
  const value = (sent: Sent) => {
    const result = sent.kind === 'sent' ? 'sent' : sent.final ? 'failed-for-good' : 'failed-for-now';
    telemetry.count('send', { result });
    return { result };
  };
  return {
    placesOf: telemetry.around('send.places-of', (person) => messenger.placesOf(person), { value: (places) => ({ places: places.length }) }),
    isIn: telemetry.around('send.is-in', (...asked) => messenger.isIn(...asked)),
    post: telemetry.around('send.post', (...asked) => messenger.post(...asked), { value }),
    update: telemetry.around('send.update', (...asked) => messenger.update(...asked), { value }),
    tell: telemetry.around('send.tell', (...asked) => messenger.tell(...asked), { value }),
  };
}

/** What people did, counted by what it was and how it ended; who and which case stay in the trail. */
export function followedAudit(audit: AuditTrail, telemetry: Telemetry): AuditTrail {
  const counted = ({ verb, what, outcome }: AuditEntry): void => telemetry.count('doing', { verb, outcome, ...(what === undefined ? {} : { doing: what }) });
  return {
    note: (entry) => {
      counted(entry);
      audit.note(entry);
    },
    record: (entries) => {
      for (const entry of entries) counted(entry);
      return audit.record(entries);
    },
    flush: () => audit.flush(),
    ofCase: (caseId) => audit.ofCase(caseId),
    between: (from, until) => audit.between(from, until),
  };
}
