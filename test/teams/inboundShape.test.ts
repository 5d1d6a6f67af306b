import { Inbound, readInbound } from '../../src/teams/inboundShape';

const press = {
  type: 'invoke', name: 'adaptiveCard/action', id: 'f:1', channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/uk/', replyToId: '7', locale: 'en-GB', timestamp: '2026-11-02T10:00:00Z',
  from: { id: '29:wren', aadObjectId: '6b1c4c0e-2f5d-4c57-8a35-0a4f6b1d7e01', name: 'Wren Alder' },
  recipient: { id: '28:bot', name: 'Threefold' },
  conversation: { id: '19:review', conversationType: 'channel', isGroup: true, name: 'Plan review', tenantId: 'tenant' },
  channelData: { tenant: { id: 'tenant' }, team: { id: '19:team', name: 'Riverside', type: 'standard' }, channel: { id: '19:review' }, eventType: 'x', source: { name: 'message' } },
  entities: [{ type: 'clientInfo', country: 'GB' }, { type: 'mention', mentioned: { id: '28:bot' } }],
  value: { action: { type: 'Action.Execute', verb: 'help', data: {} }, trigger: 'manual' },
};

/** What may stand where something else should. */
const strange: readonly unknown[] = [undefined, null, '', 'x'.repeat(60), 'x'.repeat(1001), 'x'.repeat(2001), 'two words', 7, true, [], {}, [null], [{ type: 3 }, { type: 'mention' }], { id: '' }, { id: 'a' }, { id: 7 }, { id: null }, JSON.parse('{"id":"a","__proto__":{"isGroup":true}}')];

/** Every place of a value, the value itself among them. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inside]) => placesOf(inside, [...path, name]))];
}

function put(value: unknown, [name, ...rest]: readonly (string | number)[], other: unknown): unknown {
  if (name === undefined) return other;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  // As JSON.parse does it, whatever the name.
  return Object.defineProperty(copy, name, { value: put(Reflect.get(copy, name), rest, other), enumerable: true, configurable: true, writable: true });
}

it('a call as the platform makes it is taken as it came', () => {
  expect(readInbound(press)).toBe(press);
});

it('whatever stands anywhere in a call, it is read as the schema reads it', () => {
  const extra = [['membersAdded'], ['membersRemoved'], ['text'], ['action'], ['topicName'], ['__proto__']];
  for (const place of [...placesOf(press), ...extra]) {
    for (const other of strange) {
      const body = put(press, place, other);
      expect({ place, other, read: readInbound(body) }).toEqual({ place, other, read: Inbound.safeParse(body).data });
    }
  }
});
