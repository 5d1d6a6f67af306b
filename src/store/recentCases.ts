import type { CaseEvent } from '../domain/case/event';

export type RecentCase = { readonly events: readonly CaseEvent[]; readonly etag: string };

/**
 * Cases that this instance read or wrote last, each with a mark of that moment. Never the truth by itself: it may only
 * be used when what is stored still bears the mark. Bounded by the number of events.
 */
export class RecentCases<Recent extends { readonly events: readonly CaseEvent[] } = RecentCase> {
  private readonly cases = new Map<string, Recent>();
  private held = 0;

  constructor(private readonly mostEvents: number) {}

  get(caseId: string): Recent | undefined {
    const found = this.cases.get(caseId);
    if (found) {
      this.cases.delete(caseId);
      this.cases.set(caseId, found);
    }
    return found;
  }

  keep(caseId: string, recent: Recent): void {
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
