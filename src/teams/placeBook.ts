/** The conversations that the bot is in, learnt from what the platform sends. */
import type { Activity } from 'botbuilder';
import type { KnownPlace, PlaceStore } from '../app/ports';
import { writeAddress, type Address } from './address';
import { whereOf } from './readTurn';
import { Recent } from './recent';

export type TeamChannel = { readonly id: string; readonly name: string };

export class PlaceBook {
  /** Ids on this platform by directory id: the connector knows people by the first, everything else by the second. */
  private readonly members = new Recent<string>(5000);
  private readonly written = new Recent<string>(5000);

  constructor(private readonly store: PlaceStore) {}

  memberIdOf(personId: string): string {
    return this.members.get(personId) ?? personId;
  }

  all(): Promise<readonly KnownPlace[]> {
    return this.store.all();
  }

  async chatOf(personId: string): Promise<KnownPlace | undefined> {
    return (await this.store.all()).find(({ kind, person }) => kind === 'personal' && person === personId);
  }

  /** The sender is reachable under this id from now on. Writes nothing down. */
  meet({ from }: Activity): void {
    if (from.aadObjectId) this.members.set(from.aadObjectId, from.id);
  }

  /** Keeps the chat that this came from; the address too, because the platform may change it. */
  async learnChat(activity: Activity): Promise<void> {
    const { kind } = whereOf(activity);
    const { conversation, from } = activity;
    if (kind === 'group') await this.keep({ id: conversation.id, kind, name: conversation.name ?? (await this.nameOf(conversation.id)) ?? 'Group chat', address: writeAddress(addressOf(activity)) });
    if (kind === 'personal' && from.aadObjectId) {
      await this.keep({ id: conversation.id, kind, name: from.name ?? 'Chat', person: from.aadObjectId, address: writeAddress({ ...addressOf(activity), member: from.id }) });
    }
  }

  async learnPersonalChat(id: string, person: string, address: string): Promise<void> {
    await this.keep({ id, kind: 'personal', name: 'Chat', person, address });
  }

  async learnChannels(activity: Activity, team: string, channels: readonly TeamChannel[]): Promise<void> {
    const address = writeAddress(addressOf(activity));
    for (const { id, name } of channels) await this.keep({ id, kind: 'channel', name, team, address });
  }

  async forget(id: string): Promise<void> {
    this.written.delete(id);
    await this.store.forget(id);
    await this.store.unmark(id);
  }

  /** The bot was taken out of a team: none of its channels can be reached any more. */
  async forgetTeam(team: string): Promise<void> {
    for (const place of await this.store.all()) if (place.kind === 'channel' && place.team === team) await this.forget(place.id);
  }

  /** Not everything that comes from a chat says what the chat is called. */
  private async nameOf(id: string): Promise<string | undefined> {
    return (await this.store.all()).find((place) => place.id === id)?.name;
  }

  private async keep(place: KnownPlace): Promise<void> {
    const text = JSON.stringify(place);
    if (this.written.get(place.id) === text) return;
    await this.store.remember(place);
    this.written.set(place.id, text);
  }
}

export function addressOf({ serviceUrl, conversation, recipient, channelData }: Activity): Address {
  const tenantId = (channelData as { tenant?: { id?: string } } | undefined)?.tenant?.id ?? conversation.tenantId;
  return { serviceUrl, ...(tenantId === undefined ? {} : { tenantId }), ...(recipient?.id === undefined ? {} : { botId: recipient.id }) };
}

