import type { CaseEvent } from '../domain/case/event';

export type RecentCase = { readonly events: readonly CaseEvent[]; readonly etag: string };

/**
 * Cases that this instance read or wrote last, each with the mark of its head at that moment. Never the truth by
 * itself: it may only be used when the stored head still bears the mark. Bounded by the number of events.
 */
export class RecentCases {
  private readonly cases = new Map<string, RecentCase>();
  private held = 0;

  constructor(private readonly mostEvents: number) {}

  get(caseId: string): RecentCase | undefined {
    const found = this.cases.get(caseId);
    if (found) {
      this.cases.delete(caseId);
      this.cases.set(caseId, found);
    }
    return found;
  }

  keep(caseId: string, recent: RecentCase): void {
    this.drop(caseId);
    this.cases.set(caseId, recent);
    this.held += recent.events.length;
    for (const oldest of this.cases.keys()) {
      if (this.held <= this.mostEvents) return;
      this.drop(oldest);
    }
  }

  drop(caseId: string): void {
    this.held -= this.cases.get(caseId)?.events.length ?? 0;
    this.cases.delete(caseId);
  }
}
