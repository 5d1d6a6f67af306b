/** What lists need to know of a case without reading it. Names are for the worker's own list only. */
export type CaseHead = {
  readonly caseId: string;
  readonly rev: number;
  readonly ref: string;
  readonly name: string;
  readonly worker: string;
  readonly state: 'open' | 'paused' | 'closed';
  readonly stage: string;
  readonly touchedAt: string;
  /** The last time that its worker did something. */
  readonly activeAt: string;
  readonly openConcerns: number;
  /** Absent in heads of earlier versions, and while it is not closed. */
  readonly closedAt?: string;
  /** Its record is kept and not used, or is about to go: a list names nobody then. Absent in heads of earlier versions. */
  readonly setAside?: 'restricted' | 'erasing';
  /** Somebody else read the case, and its worker has not seen that yet. */
  readonly openedBy?: { readonly name: string; readonly at: string };
  /** A post or a notice that is not confirmed yet. */
  readonly owes: boolean;
  readonly reviewOn?: string;
  /** The ISO instant from which somebody is to be reminded of something; in heads of earlier versions the day. Both sort by time. */
  readonly remindOn?: string;
};
