/** An administrator looks at what is said of activities, and confirms it or puts it right. Nobody's case comes into it. */
import type { ActionOf, CardAction } from '../cards/actions';
import type { OfficeScreen } from '../cards/officeScreen';
import { mayBeInPart, toConfirm } from '../cards/officeTags';
import { presentOffice } from '../cards/presentOffice';
import { isTagValue, tagFields, type Tag, type TagField } from '../domain/activities/tags';
import { settledInChat, waitingToBeChecked, type TaggedService } from '../domain/activities/tagsToCheck';
import type { LearntOf } from '../domain/learnt/learnt';
import { isAdministrator } from '../domain/organisation/authority';
import { auditDone, idForAudit } from './auditOf';
import { directoryScreen, officeDesk } from './handleOffice';
import { home } from './homeCards';
import { organisationNow } from './organisationNow';
import type { DirectoryDesk, Parts } from './ports';
import type { Outcome, Turn } from './turn';

const tagVerbs = ['check-tags', 'show-tag', 'confirm-tags', 'change-tag', 'find-service'] as const;
export type TagAction = ActionOf<(typeof tagVerbs)[number]>;
export const isTagAction = (action: CardAction): action is TagAction => (tagVerbs as readonly string[]).includes(action.verb);

type Said = { readonly said?: string; readonly problem?: string };
type Desk = { readonly parts: Parts; readonly turn: Turn; readonly directory: DirectoryDesk };

export async function handleTags(parts: Parts, turn: Turn, action: TagAction): Promise<Outcome> {
  const organisation = await organisationNow(parts, { fresh: true });
  if (!isAdministrator(organisation, parts.settings, turn.by.id)) return { shown: home(parts, { kind: 'notice', title: 'That is for administrators', text: 'Nothing was changed. Type help to see what I can do for you.' }) };
  const { directory } = parts;
  const screen = directory === undefined ? await directoryScreen(parts, turn) : await screenFor({ parts, turn, directory }, action);
  return { shown: presentOffice(screen, officeDesk(parts, turn, organisation)) };
}

async function screenFor(desk: Desk, action: TagAction): Promise<OfficeScreen> {
  switch (action.verb) {
    case 'check-tags':
      if (action.activity === undefined) return nextScreen(desk, action.after);
      return action.part === 'like' ? likenessScreen(desk, action.activity) : serviceScreen(desk, action.activity);
    case 'find-service':
      return found(desk, action);
    case 'show-tag': {
      const field = action.which ?? action.field;
      const service = await serviceNow(desk, action.activity);
      if (!service) return gone(desk);
      return field === undefined ? serviceScreen(desk, action.activity, { problem: 'Please choose from the list what you want to add or change.' }) : { kind: 'tag', service, about: field, form: await formOf(desk) };
    }
    case 'confirm-tags':
      return confirm(desk, action);
    case 'change-tag':
      return change(desk, action);
  }
}

const learntNow = ({ parts }: Desk): ReturnType<Parts['learnt']['load']> => parts.learnt.load({ fresh: true });
/** Changes whenever something was kept, so that an input is drawn anew. */
const formOf = async (desk: Desk): Promise<number> => (await learntNow(desk)).length;

async function serviceNow(desk: Desk, id: string): Promise<TaggedService | undefined> {
  return desk.directory.tagged(id, settledInChat(await learntNow(desk)).corrections.get(id) ?? []);
}

async function serviceScreen(desk: Desk, id: string, said: Said = {}): Promise<OfficeScreen> {
  const service = await serviceNow(desk, id);
  return service ? { kind: 'tags', service, seen: seenOf(service), form: await formOf(desk), ...said } : gone(desk);
}

async function likenessScreen(desk: Desk, id: string): Promise<OfficeScreen> {
  const service = await serviceNow(desk, id);
  return service ? { kind: 'likeness', service } : gone(desk);
}

const gone = async ({ parts, turn }: Desk): Promise<OfficeScreen> => ({ ...(await directoryScreen(parts, turn)), problem: 'That activity is not on offer any more, or the directory cannot be read.' });

/** The one behind `after` in the order of need, else the first. */
async function nextScreen(desk: Desk, after?: string, said: Said = {}): Promise<OfficeScreen> {
  const listed = desk.directory.listed();
  const waiting = waitingToBeChecked(listed, await learntNow(desk));
  const at = waiting.findIndex(({ id }) => id === after);
  const next = waiting[at + 1] ?? waiting[0];
  if (next !== undefined) return serviceScreen(desk, next.id, said);
  const all = listed.length === 0 ? {} : { said: `${said.said === undefined ? '' : 'Kept. '}All activities were looked at.` };
  return { ...(await directoryScreen(desk.parts, desk.turn)), ...all };
}

/** What a card showed may be older than the listing: then nobody has seen what would be confirmed. */
const seenOf = (service: TaggedService): string => toConfirm(service).map(inShort).join(' ');
const inShort = ({ field, values }: Tag): string => `${field}:${values.join('+')}`;

/** The answer to the first press was lost, and the platform brought it again. */
function isKept(seen: string, { tags }: TaggedService): boolean {
  const confirmed = new Set(tags.filter(({ stands }) => stands === 'confirmed').map(inShort));
  return seen !== '' && seen.split(' ').every((one) => confirmed.has(one));
}

async function confirm(desk: Desk, { activity, seen }: ActionOf<'confirm-tags'>): Promise<OfficeScreen> {
  const service = await serviceNow(desk, activity);
  if (!service) return gone(desk);
  if (seen !== seenOf(service) && isKept(seen, service)) return nextScreen(desk, undefined, { said: 'Kept. Here is the next one.' });
  if (seen !== seenOf(service)) return serviceScreen(desk, activity, { problem: 'This has changed since you saw it. Please look again.' });
  await keep(desk, activity, { whole: true, tags: toConfirm(service).map(({ field, values }) => ({ field, values: [...values], ...(mayBeInPart(field) ? { inPart: true as const } : {}) })) });
  return nextScreen(desk, undefined, { said: 'Kept. Here is the next one.' });
}

async function change(desk: Desk, { activity, field, values, all, none }: ActionOf<'change-tag'>): Promise<OfficeScreen> {
  const service = await serviceNow(desk, activity);
  if (!service) return gone(desk);
  const given = none === 'yes' ? [] : values.map((value) => value.trim()).filter((value) => value !== '');
  const problem = none === 'yes' ? undefined : problemWith(field, given, service);
  if (problem !== undefined) return { kind: 'tag', service, about: field, form: await formOf(desk), typed: values.join(','), problem };
  const inPart = mayBeInPart(field) && all !== 'yes' && given.length > 0;
  await keep(desk, activity, { whole: false, tags: [{ field, values: given, ...(inPart ? { inPart } : {}) }] });
  return serviceScreen(desk, activity, { said: 'Kept.' });
}

function problemWith(field: TagField, given: readonly string[], { groups }: TaggedService): string | undefined {
  if (given.length === 0) return 'Please choose or write something first, or press “It is not known”.';
  const { most } = tagFields[field];
  if (given.length > most && most > 1) return `At most ${most} can be kept here.`;
  const isKnown = (value: string): boolean => isTagValue(field, value) && (field !== 'madeFor' || groups.has(value));
  return given.length <= most && given.every(isKnown) ? undefined : 'I cannot read that. Please write it in digits, like 12 or 2.50.';
}

/** Who did it stands beside it, and in the audit trail. */
async function keep({ parts, turn }: Desk, activity: string, settled: Pick<LearntOf<'TagsSettled'>, 'whole' | 'tags'>): Promise<void> {
  const by = idForAudit(turn.by.id);
  await parts.learnt.keep({ type: 'TagsSettled', activity, at: turn.at, by, ...settled });
  await auditDone(parts, [{ at: turn.at, by, verb: 'administer', place: 'personal', what: 'TagsSettled', outcome: 'done' }]);
}

async function found(desk: Desk, { words }: ActionOf<'find-service'>): Promise<OfficeScreen> {
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const form = await formOf(desk);
  if (wanted.length === 0) return { kind: 'found-services', words, form };
  const services = desk.directory.listed().filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)));
  const [only] = services;
  return services.length === 1 ? serviceScreen(desk, only!.id) : { kind: 'found-services', words, found: services, form };
}
