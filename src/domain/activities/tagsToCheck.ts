/** Which listings an administrator looks at first, and what has been settled of them in the chat. */
import type { Learnt, LearntOf } from '../learnt/learnt';
import { dayInLondon } from '../case/londonTime';
import { openFieldsOf, type Correction, type OpenField, type ProposedTag, type Tag, type TagField, type Tags } from './tags';

/** A service on offer. */
export type ListedService = {
  readonly id: string;
  readonly name: string;
  /** How much of what its listing says is unclear. */
  readonly doubts: number;
  /** ISO day on which its listing last changed. */
  readonly changedOn?: string;
};

/** One listing as it is shown to whoever checks what is said of it. */
export type TaggedService = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly organisation?: string;
  readonly tags: readonly Tag[];
  /** Two values are about as likely. */
  readonly open: readonly OpenField[];
  /** Whom something can be made for: what it is called by, and in words. */
  readonly groups: ReadonlyMap<string, string>;
};

/** By the id of the listing. */
export type SettledInChat = {
  /** One a field, the latest. */
  readonly corrections: ReadonlyMap<string, readonly Correction[]>;
  /** ISO day on which somebody last looked at all of it. */
  readonly lookedAt: ReadonlyMap<string, string>;
};

const known = new WeakMap<readonly Learnt[], SettledInChat>();

/** Whatever order they come in, the latest word counts. The same list is read once. */
export function settledInChat(learnt: readonly Learnt[]): SettledInChat {
  const before = known.get(learnt);
  if (before) return before;
  const settled = learnt.filter((one): one is LearntOf<'TagsSettled'> => one.type === 'TagsSettled').sort((a, b) => inOrder(a.at, b.at) || inOrder(JSON.stringify(a), JSON.stringify(b)));
  const byField = new Map<string, Map<TagField, Correction>>();
  const lookedAt = new Map<string, string>();
  for (const { activity: listing, at, by, whole, tags } of settled) {
    const on = dayInLondon(at);
    const fields = byField.get(listing) ?? new Map<TagField, Correction>();
    byField.set(listing, fields);
    for (const tag of tags) fields.set(tag.field, { listing, ...tag, by, on });
    if (whole) lookedAt.set(listing, on);
  }
  const read = { corrections: new Map([...byField].map(([listing, fields]) => [listing, [...fields.values()]])), lookedAt };
  known.set(learnt, read);
  return read;
}

/** Two of one instant come in the same order on every instance. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How often anything was heard of each: what people are sent to is looked at first. */
function usedIn(learnt: readonly Learnt[]): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  for (const one of learnt) if (one.type !== 'NeedUnmet' && one.type !== 'TagsSettled') used.set(one.activity, (used.get(one.activity) ?? 0) + 1);
  return used;
}

/** Returns those that nobody has looked at since their listing changed: the most used first, then the least clear. */
export function waitingToBeChecked(services: readonly ListedService[], learnt: readonly Learnt[]): readonly ListedService[] {
  const { lookedAt } = settledInChat(learnt);
  const used = usedIn(learnt);
  const waits = ({ id, changedOn = '' }: ListedService): boolean => (lookedAt.get(id) ?? '') < (changedOn === '' ? '0' : changedOn);
  return services.filter(waits).sort((a, b) => (used.get(b.id) ?? 0) - (used.get(a.id) ?? 0) || b.doubts - a.doubts || a.name.localeCompare(b.name) || inOrder(a.id, b.id));
}

/** What can keep somebody out, or send them to a closed door. */
const shutsOut: ReadonlySet<TagField> = new Set(['status', 'madeFor', 'ageFrom', 'ageTo', 'welcome', 'clinicalCheck', 'joining']);
/** Said once and late, or only as something that comes with another: see the weights of proposeTags.ts. */
const saidInPassing = 1.5;

/** How many things are unclear: two values as likely, or one that shuts people out and is said only in passing. */
export function doubtsIn(proposed: readonly ProposedTag[], tags: Tags): number {
  const inPassing = [...tags.values()].filter((tag) => tag.stands === 'proposed' && shutsOut.has(tag.field) && tag.from.reduce((sum, { weight }) => sum + weight, 0) < saidInPassing);
  return inPassing.length + openFieldsOf(proposed, tags).length;
}
