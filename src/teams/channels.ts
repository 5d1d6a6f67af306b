/** What the bot sends by itself: to a channel as a new thread, to a group chat, to one person; and who belongs where. */
import type { Activity } from 'botbuilder';
import type { KnownPlace, Messenger, Sent } from '../app/ports';
import type { Place } from '../app/turn';
import type { Connector, TeamsAdapter } from './adapter';
import { readAddress, readMessageRef, writeMessageRef, type Address, type MessageRef } from './address';
import { describeError } from './describeError';
import type { PlaceBook } from './placeBook';
import type { Log, TeamsSettings } from './settings';
import { messageOf } from './writeOutcome';

export type ChannelParts = {
  readonly adapter: TeamsAdapter;
  readonly places: PlaceBook;
  readonly cardAction: TeamsSettings['cardAction'];
  readonly log: Log;
};

export function teamsMessenger({ adapter, places, cardAction, log }: ChannelParts): Messenger {
  const known = async (id: string): Promise<KnownPlace | undefined> => (await places.all()).find((place) => place.id === id);

  async function isMember({ id, address }: KnownPlace, memberId: string): Promise<boolean> {
    const at = readAddress(address);
    if (!at) return false;
    try {
      const connector = await adapter.connectorTo(at.serviceUrl);
      await connector.conversations.getConversationMember(id, memberId);
      return true;
    } catch (error) {
      // Whoever cannot be found does not belong; whoever cannot be looked up is treated the same.
      if (statusOf(error) !== 404) log({ what: 'roster', ...describeError(error) });
      return false;
    }
  }

  async function send(what: string, address: string | undefined, work: (connector: Connector, at: Address) => Promise<MessageRef | undefined>): Promise<Sent> {
    const at = address === undefined ? undefined : readAddress(address);
    if (!at) return { kind: 'failed', reason: 'I am not in that conversation any more', final: true };
    try {
      const ref = await work(await adapter.connectorTo(at.serviceUrl), at);
      return ref ? { kind: 'sent', message: writeMessageRef(ref) } : { kind: 'failed', reason: 'that message is not there any more', final: true };
    } catch (error) {
      log({ what, ...describeError(error) });
      return failureOf(error);
    }
  }

  return {
    async placesOf(personId) {
      const shared = (await places.all()).filter(({ kind }) => kind !== 'personal');
      const memberId = places.memberIdOf(personId);
      const belongs = await Promise.all(shared.map((place) => isMember(place, memberId)));
      return namedApart(shared.filter((_, index) => belongs[index]));
    },

    async post({ id, kind }, shown) {
      const place = await known(id);
      return send('post', place?.address, async (connector, at) => {
        const activity = from(messageOf(shown, cardAction), at);
        return kind === 'channel' ? newThread(connector, id, activity, at) : newMessage(connector, id, activity);
      });
    },

    async update({ id }, message, shown) {
      const place = await known(id);
      const ref = readMessageRef(message);
      return send('update', place?.address, async (connector, at) => {
        if (ref) await connector.conversations.updateActivity(ref.conversationId, ref.activityId, from(messageOf(shown, cardAction), at));
        return ref;
      });
    },

    async tell(personId, shown) {
      const chat = (await places.chatOf(personId)) ?? (await openChat(personId));
      return send('tell', chat?.address, async (connector, at) => (chat ? newMessage(connector, chat.id, from(messageOf(shown, cardAction), at)) : undefined));
    },
  };

  /** Somebody who never wrote to the bot can be reached when both are in the same team or chat. */
  async function openChat(personId: string): Promise<{ id: string; address: string } | undefined> {
    const address = (await places.all()).find(({ kind }) => kind !== 'personal')?.address;
    const at = address === undefined ? undefined : readAddress(address);
    if (!at || address === undefined) return undefined;
    const member = places.memberIdOf(personId);
    try {
      const connector = await adapter.connectorTo(at.serviceUrl);
      const { id } = await connector.conversations.createConversation({
        isGroup: false,
        bot: { id: at.botId ?? '', name: '' },
        members: [{ id: member, name: '' }],
        ...(at.tenantId === undefined ? {} : { tenantId: at.tenantId, channelData: { tenant: { id: at.tenantId } } }),
      } as Parameters<Connector['conversations']['createConversation']>[0]);
      await places.learnPersonalChat(id, personId, { ...at, member });
      return { id, address };
    } catch (error) {
      log({ what: 'open-chat', ...describeError(error) });
      return undefined;
    }
  }
}

/** Both ids are kept: the thread to answer in, and the message to change. The SDK's own shortcut loses the second. */
async function newThread(connector: Connector, channelId: string, activity: Partial<Activity>, { tenantId }: Address): Promise<MessageRef | undefined> {
  const { id, activityId } = await connector.conversations.createConversation({
    isGroup: true,
    activity,
    channelData: { channel: { id: channelId }, ...(tenantId === undefined ? {} : { tenant: { id: tenantId } }) },
  } as Parameters<Connector['conversations']['createConversation']>[0]);
  return { conversationId: id, activityId };
}

async function newMessage(connector: Connector, conversationId: string, activity: Partial<Activity>): Promise<MessageRef | undefined> {
  const { id } = await connector.conversations.sendToConversation(conversationId, activity);
  return { conversationId, activityId: id };
}

const from = (activity: Partial<Activity>, { botId }: Address): Partial<Activity> => (botId === undefined ? activity : { ...activity, from: { id: botId, name: '' } });

const statusOf = (error: unknown): unknown => (error as { statusCode?: unknown } | undefined)?.statusCode;

function failureOf(error: unknown): Sent {
  switch (statusOf(error)) {
    case 403:
    case 404:
      return { kind: 'failed', reason: 'I am not in that conversation any more', final: true };
    case 413:
      return { kind: 'failed', reason: 'it is too long for one message', final: true };
    case 429:
      return { kind: 'failed', reason: 'too much was sent there at once', final: false };
    default:
      return { kind: 'failed', reason: 'Teams did not answer', final: false };
  }
}

/** Two channels of the same name are told apart by their teams. */
function namedApart(places: readonly KnownPlace[]): readonly Place[] {
  return places.map(({ id, name, kind, team }) => {
    const isAlone = places.filter((other) => other.name === name).length === 1;
    return { id, kind, name: isAlone || team === undefined ? name : `${name}, ${team}` };
  });
}

