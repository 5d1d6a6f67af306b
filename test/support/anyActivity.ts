/** Whatever may come to the door: calls as the platform makes them, and then something in them is not as it should be. */
import { verbs } from './everyVerb';

export type Chance = () => number;
/** Stands in all that people would write; it may come back to whoever wrote it and be nowhere else. */
export const written = 'zqwritten';

const one = <Item>(chance: Chance, items: readonly Item[]): Item => items[Math.floor(chance() * items.length)]!;
const often = (chance: Chance, share: number): boolean => chance() < share;

const people = [
  { id: '29:ann', aadObjectId: '00000000-0000-4000-8000-00000000000a', name: 'zqwritten Ann' },
  { id: '29:bob', aadObjectId: '00000000-0000-4000-8000-00000000000b', name: 'Bob' },
  { id: '29:cat', aadObjectId: '00000000-0000-4000-8000-00000000000c', name: '' },
  { id: '29:nobody', name: 'Nobody' },
];

const tenant = { id: '0d5c1f52-7a34-4b0e-9a6b-5f3f0a7c2e10' };
const team = { id: '19:team@thread.tacv2', name: 'Riverside', aadGroupId: '00000000-0000-4000-8000-0000000000ff' };
const chatsOf = (person: string) => [
  { conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: tenant.id }, channelData: { tenant } },
  { conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true, name: written, tenantId: tenant.id }, channelData: { tenant } },
  { conversation: { id: '19:plans@thread.tacv2;messageid=3', conversationType: 'channel', isGroup: true, tenantId: tenant.id }, channelData: { tenant, team, channel: { id: '19:plans@thread.tacv2' } } },
];

const events = ['channelCreated', 'channelDeleted', 'channelRenamed', 'channelRestored', 'channelShared', 'teamRenamed', 'teamArchived', 'teamUnarchived', 'teamDeleted', 'teamHardDeleted', 'teamRestored', 'teamMemberAdded', 'teamMemberRemoved', 'nonsense'];
const otherTypes = ['typing', 'event', 'messageReaction', 'messageUpdate', 'messageDelete', 'endOfConversation', 'command', 'commandResult', 'trace', 'handoff', 'delay', 'invokeResponse', 'suggestion', 'contactRelationUpdate'];
const invokes = ['adaptiveCard/action', 'task/fetch', 'task/submit', 'composeExtension/query', 'message/submitAction', 'signin/verifyState', 'fileConsent/invoke', 'config/fetch', 'tab/fetch', 'application/search', 'actionableMessage/executeAction', undefined];
const said = ['hello', 'cases', 'help', 'plan', 'post', 'options', 'notes', 'worried: zqwritten', `noticed: ${written}`, 'safety notices here', 'stop safety notices', `${written} I would like to walk again`, '<at>Threefold</at> help', '\u0000\u202e\ud800', '/', ' '.repeat(50), '😀'.repeat(500)];

/** `cases` are ids that cards could name, whoever they belong to. */
function dataOf(chance: Chance, cases: readonly string[]): Record<string, unknown> {
  return {
    caseId: one(chance, [...cases, 'case-1', '', '../..', '*']),
    rev: one(chance, [0, 1, 2, 7, -1, '3', 1e9, 1.5]),
    version: one(chance, [1, 2, 0, '1']),
    screen: one(chance, ['talk', 'plan', 'place', 'preview', 'concerns', 'concern', 'why', 'edit-line', 'notes', 'person', 'nonsense']),
    about: one(chance, ['PV1', 'goal-1', '19:plans@thread.tacv2', 'note-1:0@PV', '__proto__', written]),
    prompt: one(chance, ['PV1', 'OC2', 'ZZ9', 'constructor']),
    mode: one(chance, ['together', 'phone', 'notes', 'x']),
    form: one(chance, ['f1', 'f2']),
    place: '19:plans@thread.tacv2',
    name: written,
    words__r1: `${written} words`,
    text: written,
    // What a card must never be believed about.
    role: 'supervisor', worker: people[1]!.aadObjectId, isSupervisor: true, rights: { isMember: true, isSupervisor: true },
  };
}

function usual(chance: Chance, cases: readonly string[]): Record<string, unknown> {
  const from = one(chance, people);
  const chat = one(chance, chatsOf(from.id));
  const base = { id: `f:${Math.floor(chance() * 1e9)}`, channelId: 'msteams', timestamp: '2026-11-21T10:00:00Z', localTimestamp: '2026-11-21T10:00:00+00:00', locale: 'en-GB', recipient: { id: '28:bot', name: 'Threefold' }, from, ...chat };
  const verb = one(chance, verbs);
  const data = dataOf(chance, cases);
  return {
    ...base,
    ...one<() => Record<string, unknown>>(chance, [
      () => ({ type: 'message', text: one(chance, said), textFormat: 'plain', entities: [{ type: 'mention', text: '<at>Threefold</at>', mentioned: { id: '28:bot' } }] }),
      () => ({ type: 'invoke', name: 'adaptiveCard/action', replyToId: 'card-1', value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' } }),
      () => ({ type: 'message', replyToId: 'card-1', value: { ...data, verb } }),
      () => ({ type: 'invoke', name: one(chance, invokes), value: data }),
      () => ({ type: 'installationUpdate', action: one(chance, ['add', 'remove', 'add-upgrade', 'remove-upgrade', 'x']) }),
      () => ({ type: 'conversationUpdate', channelData: { ...chat.channelData, eventType: one(chance, events) }, ...one(chance, [{}, { membersAdded: [{ id: '28:bot' }] }, { membersRemoved: [{ id: '29:ann', aadObjectId: people[0]!.aadObjectId }] }, { topicName: written }]) }),
      () => ({ type: one(chance, otherTypes), name: one(chance, ['application/vnd.microsoft.meetingStart', 'application/vnd.microsoft.readReceipt', 'tokens/response', written]), value: data, reactionsAdded: [{ type: 'like' }] }),
    ])(),
  };
}

const deep = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => ({ a: [inner] }), written);
const odd = (chance: Chance): unknown =>
  one<() => unknown>(chance, [
    () => null, () => 0, () => -1.5e300, () => true, () => '', () => [], () => ({}), () => [null, [[]], {}], () => ({ toString: 'x', length: -1, constructor: null }), () => JSON.parse('{"__proto__":{"isSupervisor":true}}') as unknown,
    () => written.repeat(2000), () => '\ud800\u0000', () => 'https://evil.trafficmanager.net/', () => '../../etc/passwd', () => deep(20), () => deep(200), () => '2026-99-99T99:99:99Z', () => Array.from({ length: 3000 }, () => ({ id: '29:x' })),
  ])();

/** Something of another kind stands somewhere in it. */
function spoil(chance: Chance, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || often(chance, 0.25)) return odd(chance);
  const name = one(chance, Object.keys(value));
  if (name === undefined) return odd(chance);
  if (Array.isArray(value)) return value.map((item: unknown, at) => (String(at) === name ? spoil(chance, item) : item));
  const { [name]: held, ...rest } = value as Record<string, unknown>;
  return often(chance, 0.15) ? rest : { ...rest, [name]: spoil(chance, held) };
}

export type AnyCall = { readonly body: string | Uint8Array; readonly headers: Readonly<Record<string, string>> };

/** The next call. `earlier` are calls that may come again as they were. */
export function anyCall(chance: Chance, serviceUrl: string, cases: readonly string[], earlier: readonly AnyCall[]): AnyCall {
  const headers = { 'content-type': 'application/json' };
  if (earlier.length > 0 && often(chance, 0.1)) return one(chance, earlier);
  let activity: unknown = { ...usual(chance, cases), serviceUrl };
  for (let times = Math.floor(chance() * 4); times > 0; times--) activity = typeof activity === 'object' && activity !== null ? spoil(chance, activity) : activity;
  const text = JSON.stringify(activity) ?? '';
  return one<() => AnyCall>(chance, [
    ...Array.from({ length: 16 }, () => () => ({ body: text, headers })),
    () => ({ body: text.slice(0, Math.floor(chance() * text.length)), headers }),
    () => ({ body: Uint8Array.from({ length: Math.floor(chance() * 400) }, () => Math.floor(chance() * 256)), headers }),
    () => ({ body: `${'['.repeat(Math.floor(chance() * 50_000))}${text}`, headers }),
    () => ({ body: JSON.stringify({ type: 'message', text: written.repeat(40_000) }), headers }),
    () => ({ body: text, headers: one(chance, [{ 'content-type': 'text/plain' }, { ...headers, 'content-encoding': 'gzip' }, { 'content-type': 'multipart/form-data; boundary=x' }, { ...headers, authorization: 'Bearer a.b.c' }]) }),
  ])();
}
