/**
 * What others may know of what must be acted on today or now: that it is open, and whose it is. There is no room here
 * for what it is about, so nothing that is drawn from it can tell.
 */
import type { OpenCase } from '../case/case';
import type { Urgency } from '../framework/framework';
import { holdsThePlan } from './concerns';
import type { Concern } from './finding';

export type SafetyAction =
  /** Nothing of the kind stands in the case now. */
  | { readonly kind: 'none' }
  /** Without an owner nobody has it; with one, they have not replied yet. */
  | { readonly kind: 'open'; readonly owner?: string }
  | { readonly kind: 'taken'; readonly owner: string }
  /** Answered or set aside. */
  | { readonly kind: 'closed' }
  /** The case was closed, and nobody had it. */
  | { readonly kind: 'left' };

type Read = { readonly state: Pick<OpenCase, 'closed' | 'name'>; readonly concerns: readonly Concern[] };

/** Several are told as one: as long as nobody has one of them, nobody has it. */
export function safetyActionOf({ state, concerns }: Read): SafetyAction {
  const urgent = concerns.filter(({ urgency }) => isUrgent(urgency));
  const open = urgent.filter(holdsThePlan);
  const taken = urgent.find((concern) => concern.state === 'owned');
  if (state.closed) return { kind: open.length > 0 ? 'left' : urgent.length > 0 ? 'closed' : 'none' };
  if (open.some(({ owner }) => owner === undefined)) return { kind: 'open' };
  if (open[0]) return { kind: 'open', owner: nameForOthers(open[0].owner!, state.name) };
  if (taken) return { kind: 'taken', owner: nameForOthers(taken.owner ?? '', state.name) };
  return urgent.some((concern) => concern.state === 'answered' || concern.state === 'set-aside') ? { kind: 'closed' } : { kind: 'none' };
}

const isUrgent = (urgency: Urgency): boolean => urgency === 'NOW' || urgency === 'TODAY';

/** What holds the plan back and has nobody. */
export const withNobody = (concerns: readonly Concern[]): readonly Concern[] => concerns.filter((concern) => holdsThePlan(concern) && concern.owner === undefined);

/** What a posted plan says of it: there whatever is restricted counts as well, because no line of the plan tells of it. */
export type PlanSafety = { readonly open: number; readonly owner?: string };

export function planSafetyOf({ state, concerns }: Read): PlanSafety {
  if (state.closed) return { open: 0 };
  const open = concerns.filter(isSafetyAction);
  const owner = open.some((concern) => holdsThePlan(concern) && concern.owner === undefined) ? undefined : open.find((concern) => concern.owner !== undefined)?.owner;
  return { open: open.length, ...(owner === undefined ? {} : { owner: nameForOthers(owner, state.name) }) };
}

/** What nobody has taken on yet, and whatever is restricted until it is answered: of that no line of the plan tells. */
export const isSafetyAction = (concern: Concern): boolean => holdsThePlan(concern) || (concern.restricted && (concern.state === 'open' || concern.state === 'owned'));

export const saysOfPlan = ({ open, owner }: PlanSafety, person?: string): string => (open === 0 ? 'none' : owner === undefined ? 'open' : `open:${person === undefined ? owner : nameForOthers(owner, person)}`);

/** Two that read the same look the same. */
export const saysOf = (action: SafetyAction): string => ('owner' in action && action.owner !== undefined ? `${action.kind}:${action.owner}` : action.kind);

const aNamedPerson = 'a named person';

/** Roles and services that would tell what it is about: parts of words, then whole words, then officers by their rank. */
const tells: readonly RegExp[] = [
  /safeguard|abuse|idva|marac|dash|refuge|mash|social (?:care|services|work)|child|crisis|mental|psych|cmht|suicid|samaritan|police|prevent|slavery|sarc|rape|sexual|drug|alcohol|substance|homeless|housing|ambulance|999|111/i,
  /hospital|paramedic|a ?(?:&|and) ?e\b|home treatment|therap|counsel|camhs|perinatal|matern|midwi|health visit|emergency|helpline|hotline|hospice|palliative|macmillan|cancer|dementia|alzheimer|memory|bereave|gambl|gamcare|addict|recover|rehab|detox|probation|traffick|violen|victim|forced marriage|veteran|eating|diet|pharmac|physio|occupational|disab|debt|stepchange|citizens|food ?bank|landlord|shelter|streetlink|school|nursery|rescue|coroner|charity|support/i,
  /\b(?:aid|beat|mind|cruse|shout|papyrus|calm|relate|galop|nspcc|rspca|cgl|turning point|karma nirvana|salvation army|cpn|mhp|amhp|edt|ot|aa|na|crew|unit|clinic|hub|centre|services?|carers?|fire|care co-?ordinator|teams?(?! (?:lead|leader|manager)))\b/i,
  /\b(?:pc|pcso|wpc|dc|ds|dci|sgt|sergeant|constable|inspector|detective|officer)\b/i,
];
const tellsWhatItIs = (name: string): boolean => tells.some((pattern) => pattern.test(name));
/** Family and friends: with their name a channel would know whose case it is. */
const family = /\b(?:sons?|daughters?|husband|wife|partner|mother|mum|father|dad|sister|brother|aunt(?:ie)?|uncle|niece|nephew|cousin|grand\w+|neighbour|friend)\b/i;
const ofThem = /\b(?:her|his|their)\b/i;

/** The owner as the worker wrote it, without what could tell of the person or of the matter: "Dr Rao, crisis team" is "Dr Rao". */
export function nameForOthers(owner: string, person: string): string {
  const name = owner.split(/[,;:(/\n\u2013\u2014]| - /u)[0]!.trim();
  const ofPerson = person.toLowerCase().match(/[\p{L}\p{M}]{3,}/gu) ?? [];
  const namesThem = ofPerson.some((word) => !titles.has(word) && new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(name.toLowerCase()));
  return name === '' || namesThem || tellsWhatItIs(name) || family.test(owner) || ofThem.test(name) ? aNamedPerson : name.slice(0, mostLetters);
}

const titles: ReadonlySet<string> = new Set(['mrs', 'miss']);
const mostLetters = 60;
