/** What the bot sends by itself: to a channel as a new thread, to a group chat, to one person; and who belongs where. */
import type { Activity } from 'botbuilder';
import type { KnownPlace, Messenger, Sent } from '../app/ports';
import type { Place, Shown } from '../app/turn';
import type { Connector, TeamsAdapter } from './adapter';
import { readAddress, readMessageRef, writeAddress, writeMessageRef, type Address, type MessageRef } from './address';
import { describeError } from './describeError';
import type { PlaceBook } from './placeBook';
import { isUnsure, secondsAsked } from './sendPolicy';
import type { Log, TeamsSettings } from './settings';
import { messageOf } from './writeOutcome';

export type ChannelParts = {
  readonly adapter: TeamsAdapter;
  readonly places: PlaceBook;
  readonly cardAction: TeamsSettings['cardAction'];
  readonly log: Log;
};

export class TeamsMessenger implements Messenger {
  constructor(private readonly parts: ChannelParts) {}

  async placesOf(personId: string): Promise<readonly Place[]> {
    const { places } = this.parts;
    const where = (await places.all()).filter(({ kind }) => kind !== 'personal');
    const memberId = places.memberIdOf(personId);
    const asked = new Map<string, Promise<boolean | undefined>>();
    const belongsTo = (place: KnownPlace): Promise<boolean | undefined> => {
      const answer = asked.get(rosterOf(place)) ?? this.isMember(place, memberId);
      asked.set(rosterOf(place), answer);
      return answer;
    };
    const belongs = await Promise.all(where.map(belongsTo));
    // Whoever cannot be looked up is treated as who does not belong.
    return namedApart(where.filter((_, index) => belongs[index] === true));
  }

  async isIn(personId: string, id: string): Promise<boolean | undefined> {
    const place = await this.known(id);
    return place === undefined ? false : this.isMember(place, this.parts.places.memberIdOf(personId));
  }

  async post({ id, kind }: Place, shown: Shown): Promise<Sent> {
    const place = await this.known(id);
    return this.send('post', place?.address, shown, (connector, activity, at) => (kind === 'channel' ? newThread(connector, id, activity, at) : newMessage(connector, id, activity)));
  }

  async update({ id }: Place, message: string, shown: Shown): Promise<Sent> {
    const place = await this.known(id);
    const ref = readMessageRef(message);
    return this.send('update', place?.address, shown, async (connector, activity) => {
      if (ref) await connector.conversations.updateActivity(ref.conversationId, ref.activityId, activity);
      return ref;
    });
  }

  /** A chat that is gone is forgotten, and another one is opened in its place. Who blocked the bot is left alone until they come back. */
  async tell(personId: string, shown: Shown): Promise<Sent> {
    const { places } = this.parts;
    if (places.isClosed(personId)) return blocked;
    const sent = await this.tellWhereTheyAre(personId, shown);
    if (sent === blocked) places.close(personId);
    return sent;
  }

  private async tellWhereTheyAre(personId: string, shown: Shown): Promise<Sent> {
    const { places } = this.parts;
    const kept = await places.chatOf(personId);
    if (kept) {
      const sent = await this.send('tell', kept.address, shown, (connector, activity) => newMessage(connector, kept.id, activity));
      if (sent !== notThere) return sent;
      await places.forget(kept.id);
    }
    return this.tellInNewChat(personId, shown);
  }

  private async known(id: string): Promise<KnownPlace | undefined> {
    return (await this.parts.places.all()).find((place) => place.id === id);
  }

  private async isMember({ id, address }: KnownPlace, memberId: string): Promise<boolean | undefined> {
    const at = readAddress(address);
    if (!at) return false;
    try {
      const connector = await this.parts.adapter.connectorTo(at.serviceUrl);
      const { tenantId } = (await connector.conversations.getConversationMember(id, memberId)) as { readonly tenantId?: string };
      // In a shared channel are people of other organisations: they may read there, and no more.
      return tenantId === undefined || at.tenantId === undefined || tenantId === at.tenantId;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      this.parts.log({ what: 'roster', ...describeError(error) });
      return undefined;
    }
  }

  private async send(what: string, address: string | undefined, shown: Shown, work: (connector: Connector, activity: Partial<Activity>, at: Address) => Promise<MessageRef | undefined>): Promise<Sent> {
    const { adapter, cardAction, log } = this.parts;
    const at = address === undefined ? undefined : readAddress(address);
    if (!at) return notThere;
    try {
      const activity = { ...messageOf(shown, cardAction), ...(at.botId === undefined ? {} : { from: { id: at.botId, name: '' } }) };
      const ref = await work(await adapter.connectorTo(at.serviceUrl), activity, at);
      return ref ? { kind: 'sent', message: writeMessageRef(ref) } : { kind: 'failed', reason: 'that message is not there any more', final: true };
    } catch (error) {
      log({ what, ...describeError(error) });
      return failureOf(error);
    }
  }

  /** Somebody who never wrote to the bot can be reached when both are in the same team or chat. */
  private async tellInNewChat(personId: string, shown: Shown): Promise<Sent> {
    const { adapter, places, log } = this.parts;
    const address = (await places.all()).find(({ kind }) => kind !== 'personal')?.address;
    const at = address === undefined ? undefined : readAddress(address);
    if (!at) return notThere;
    const member = places.memberIdOf(personId);
    let id: string;
    try {
      const connector = await adapter.connectorTo(at.serviceUrl);
      ({ id } = await connector.conversations.createConversation(chatWith(member, at)));
    } catch (error) {
      log({ what: 'open-chat', ...describeError(error) });
      // An empty chat that was opened for nothing is seen by nobody: it is certain that nothing arrived.
      const failure = failureOf(error);
      if (failure === blocked) return failure;
      const { perhaps: _perhaps, ...failed } = failure;
      return failed;
    }
    const chat = writeAddress({ ...at, member });
    const sent = await this.send('tell', chat, shown, (connector, activity) => newMessage(connector, id, activity));
    if (sent.kind === 'sent') await places.learnPersonalChat(id, personId, chat);
    return sent;
  }
}

/** All standard channels of a team are read by its members, so one question answers for them. A team may have hundreds. */
const rosterOf = ({ id, kind, teamId, shared }: KnownPlace): string => (kind === 'channel' && teamId !== undefined && !shared ? `team ${teamId}` : id);

type NewConversation = Parameters<Connector['conversations']['createConversation']>[0];

const tenantOf = ({ tenantId }: Address) => (tenantId === undefined ? {} : { tenant: { id: tenantId } });

function chatWith(member: string, at: Address): NewConversation {
  const { tenantId, botId = '' } = at;
  const conversation: Partial<NewConversation> = { isGroup: false, bot: { id: botId, name: '' }, members: [{ id: member, name: '' }], channelData: tenantOf(at), ...(tenantId === undefined ? {} : { tenantId }) };
  return conversation as NewConversation;
}

/** Both ids are kept: the thread to answer in, and the message to change. The SDK's own shortcut loses the second. */
async function newThread(connector: Connector, channelId: string, activity: Partial<Activity>, at: Address): Promise<MessageRef | undefined> {
  const conversation: Partial<NewConversation> = { isGroup: true, activity: activity as Activity, channelData: { channel: { id: channelId }, ...tenantOf(at) } };
  const { id, activityId } = await connector.conversations.createConversation(conversation as NewConversation);
  return { conversationId: id, activityId };
}

async function newMessage(connector: Connector, conversationId: string, activity: Partial<Activity>): Promise<MessageRef | undefined> {
  const { id } = await connector.conversations.sendToConversation(conversationId, activity);
  return { conversationId, activityId: id };
}

const statusOf = (error: unknown): unknown => (error as { statusCode?: unknown } | undefined)?.statusCode;

type Failed = Extract<Sent, { kind: 'failed' }>;

/** The conversation is not there, or not for the bot. */
const notThere: Failed = { kind: 'failed', reason: 'I am not in that conversation any more', final: true };

const blocked: Failed = { kind: 'failed', reason: 'they have blocked me in Teams', final: true };
const switchedOff: Failed = { kind: 'failed', reason: 'the administrator of your Teams has switched me off there', final: true };
const mayNotWrite: Failed = { kind: 'failed', reason: 'Teams does not let me write there', final: true };

/** The platform says in words of its own why it refuses, in several places of its answer. */
function refusalOf(error: unknown): Failed {
  const { body, message, response } = (error ?? {}) as { readonly body?: unknown; readonly message?: unknown; readonly response?: { readonly bodyAsText?: unknown } };
  const said = [JSON.stringify(body ?? ''), String(message ?? ''), String(response?.bodyAsText ?? '')].join(' ');
  if (/BotDisabledByUser|ConversationBlocked|blocked the conversation/i.test(said)) return blocked;
  if (/BotDisabledByAdmin|BotBlockedByAdmin/i.test(said)) return switchedOff;
  return /MessageWritesBlocked|NotEnoughPermissions|InvalidBotApiHost/i.test(said) ? mayNotWrite : notThere;
}

function failureOf(error: unknown): Failed {
  const asked = secondsAsked((error as { response?: { headers?: { get(name: string): string | undefined } } } | undefined)?.response?.headers?.get('retry-after'), Date.now());
  const retryAfter = asked === undefined ? {} : { retryAfter: asked };
  switch (statusOf(error)) {
    case 400:
      return { kind: 'failed', reason: 'Teams does not take it as it is', final: true };
    case 403:
      return refusalOf(error);
    case 404:
      return notThere;
    case 413:
      return { kind: 'failed', reason: 'it is too long for one message', final: true };
    case 429:
      return { kind: 'failed', reason: 'too much was sent there at once', final: false, ...retryAfter };
    default:
      return { kind: 'failed', reason: 'Teams did not answer', final: false, ...retryAfter, ...(isUnsure(error as { statusCode?: unknown }) ? { perhaps: true } : {}) };
  }
}

/** Two channels of the same name are told apart by their teams. */
function namedApart(places: readonly KnownPlace[]): readonly Place[] {
  return places.map(({ id, name, kind, team }) => {
    const isAlone = places.filter((other) => other.name === name).length === 1;
    return { id, kind, name: isAlone || team === undefined ? name : `${name}, ${team}` };
  });
}

