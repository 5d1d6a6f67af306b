/** What can be shown of the organisation, to those who look after it and to supervisors. None of it holds anything of a person's case but its reference. */
import type { DirectorySource } from '../domain/activities/directorySource';
import type { TagField } from '../domain/activities/tags';
import type { ListedService, TaggedService } from '../domain/activities/tagsToCheck';
import type { CaseHead } from '../domain/case/head';
import type { Place } from '../domain/case/event';
import type { Contact } from '../domain/framework/content';
import type { Appointed } from '../domain/organisation/authority';
import type { OrganisationEvent } from '../domain/organisation/event';
import type { Member, Organisation, Team } from '../domain/organisation/organisation';

/** What a list may show of somebody else's case. The name of the person is not in it, so it cannot be drawn. */
export type ListedCase = Pick<CaseHead, 'caseId' | 'ref' | 'worker' | 'state' | 'stage' | 'touchedAt' | 'openConcerns'>;

/** Cases that stay open while nobody works on them. */
export type LeftOpen = { readonly member: Member; readonly open: number };

type Said = { readonly said?: string; readonly problem?: string };

export type OfficeScreen = (
  | { readonly kind: 'office'; readonly leftOpen: readonly LeftOpen[] }
  /** `from` is how many come before. */
  | { readonly kind: 'people'; readonly from: number; readonly fields?: Fields }
  | { readonly kind: 'member'; readonly about: string; readonly open: number }
  | { readonly kind: 'teams'; readonly form: string; readonly from: number; readonly fields?: Fields }
  /** `places`: where the administrator and the bot both are. */
  | { readonly kind: 'team-setup'; readonly about: string; readonly places: readonly Place[]; readonly fields?: Fields }
  | { readonly kind: 'numbers'; readonly from: number }
  | { readonly kind: 'number'; readonly about: string; readonly fields?: Fields }
  /** The newest first. */
  | { readonly kind: 'changes'; readonly events: readonly OrganisationEvent[]; readonly from: number }
  /** Records as a whole, by reference: none of them is shown. */
  | { readonly kind: 'records'; readonly fields?: Fields }
  /** `waiting`: how many of `services` nobody has looked at since their listing changed. */
  | { readonly kind: 'directory'; readonly sources: readonly DirectorySource[]; readonly waiting: number; readonly services: number }
  /** `form` makes inputs new whenever something was kept; `seen` is what a tap confirms. */
  | { readonly kind: 'tags'; readonly service: TaggedService; readonly seen: string; readonly form: number }
  | { readonly kind: 'likeness'; readonly service: TaggedService }
  | { readonly kind: 'tag'; readonly service: TaggedService; readonly about: TagField; readonly form: number; readonly typed?: string }
  | { readonly kind: 'found-services'; readonly words: string; readonly found?: readonly ListedService[]; readonly form: number }
  | { readonly kind: 'hand-over-all'; readonly about: string; readonly open: number; readonly workers: readonly Member[]; readonly fields?: Fields }
  /** For supervisors. */
  | { readonly kind: 'my-team'; readonly teams: readonly TeamCases[]; readonly from: number }
  /** Link workers of whom this person may say it: themselves first. */
  | { readonly kind: 'leave'; readonly people: readonly Member[]; readonly self: string }
  | { readonly kind: 'hand-over'; readonly head: ListedCase; readonly workers: readonly Member[]; readonly fields?: Fields }
) &
  Said;

/** What was typed, by the names of the boxes. */
type Fields = Readonly<Record<string, string>>;

export type TeamCases = { readonly team: Team; readonly cases: readonly ListedCase[] };

export type OfficeDesk = {
  readonly organisation: Organisation;
  readonly appointed: Appointed;
  /** As the settings have them. */
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly safetyContacts: ReadonlySet<string>;
  readonly stages: ReadonlyMap<string, string>;
  /** ISO day. */
  readonly today: string;
};
