/**
 * Everything that is kept about one person, to be given to them (UK GDPR, article 15): in the order in which it
 * happened, in the words in which it was written, with nothing left out. What names or describes somebody else, and
 * what is restricted, is marked, because a person has to look at it before it is handed over (Data Protection Act 2018,
 * schedule 2 paragraph 16 on others, schedule 3 paragraph 5 on serious harm). Nothing is left out or decided here.
 */
import type { CaseReading } from '../analysis/caseReading';
import type { CaseEvent } from '../case/event';
import { findPersonalDetails } from '../plan/findPersonalDetails';
import { kin } from '../plan/personalWords';
import type { AuditEntry } from './auditEntry';
import { tellOf, type Told } from './tellEvent';

export type ReviewFor = 'names-somebody' | 'about-somebody' | 'restricted';
export type RecordLine = Omit<Told, 'written'> & { readonly rev: number; /** ISO instant. */ readonly at: string; readonly by: string; /** Before it is given out. */ readonly review: readonly ReviewFor[] };
export type PersonRecord = {
  readonly kind: 'record';
  /** ISO instant. */
  readonly made: string;
  readonly ref: string;
  readonly name: string;
  readonly yearOfBirth?: number;
  readonly workerName: string;
  readonly lines: readonly RecordLine[];
  /** Names of those who did something with it, by their ids, as far as the case knows them. */
  readonly people: Readonly<Record<string, string>>;
  /** Who looked at it or did something with it. */
  readonly trail: readonly AuditEntry[];
  /** As it is stored, so that nothing depends on how it is told above. */
  readonly events: readonly CaseEvent[];
};

type Whole = { readonly reading: CaseReading; readonly events: readonly CaseEvent[]; readonly trail: readonly AuditEntry[]; readonly at: string };

export function readPersonRecord({ reading, events, trail, at }: Whole): PersonRecord {
  const { ref, name, yearOfBirth, workerName } = reading.state;
  const restricted = restrictedPrompts(reading);
  const own = wordsOf([name, workerName].join(' '));
  const lines = events.flatMap((event, index) =>
    tellOf(event, reading).map(({ written, ...told }): RecordLine => ({ ...told, rev: index + 1, at: event.at, by: event.by, review: [...(isRestricted(event, restricted) ? (['restricted'] as const) : []), ...aboutOthers(written, own)] })),
  );
  return { kind: 'record', made: at, ref, name, ...(yearOfBirth === undefined ? {} : { yearOfBirth }), workerName, lines, people: peopleIn(events), trail, events };
}

const peopleIn = (events: readonly CaseEvent[]): Record<string, string> => Object.fromEntries(events.flatMap(namesIn));

function namesIn(event: CaseEvent): readonly (readonly [id: string, name: string])[] {
  if (event.type === 'CaseOpened') return [[event.by, event.workerName]];
  if (event.type === 'CaseHandedOver') return [[event.by, event.name], [event.to, event.toName]];
  if (event.type === 'CaseOpenedBySupervisor') return [[event.by, event.name]];
  return 'reviewer' in event ? [[event.by, event.reviewer]] : [];
}

function restrictedPrompts({ content, concerns }: CaseReading): ReadonlySet<string> {
  return new Set([...content.framework.prompts.filter(({ restricted }) => restricted).map(({ id }) => id), ...concerns.filter((concern) => concern.restricted).flatMap(({ withheld }) => withheld)]);
}

const always: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>(['ConcernRaised', 'MentionsRaised', 'ConcernOwned', 'ConcernAnswered', 'ConcernSetAside', 'RestrictedNoteRecorded', 'EscalationRecorded']);
const isRestricted = (event: CaseEvent, prompts: ReadonlySet<string>): boolean => always.has(event.type) || ('prompt' in event && event.prompt !== undefined && prompts.has(event.prompt));

/** Errs on the side of asking, as before a plan is posted. */
function aboutOthers(words: string, own: ReadonlySet<string>): readonly ReviewFor[] {
  const names = findPersonalDetails(words, { known: [] }).some(({ kind, text }) => kind === 'name' && [...wordsOf(text)].some((word) => !own.has(word)));
  const relatives = [...wordsOf(words)].some((word) => kin.has(word));
  return [...(names ? (['names-somebody'] as const) : []), ...(relatives ? (['about-somebody'] as const) : [])];
}

const wordsOf = (text: string): ReadonlySet<string> => new Set((text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => word.length > 1));

export const needsReview = ({ lines }: PersonRecord): number => lines.filter(({ review }) => review.length > 0).length;
