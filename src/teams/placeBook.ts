/** The conversations that the bot is in, learnt from what the platform sends. */
import type { Activity } from 'botbuilder';
import type { KnownPlace, PlaceStore } from '../app/ports';
import { readAddress, writeAddress, type Address } from './address';
import { whereOf } from './readTurn';
import { Recent } from './recent';

export type TeamChannel = { readonly id: string; readonly name: string; readonly shared: boolean };
export type Team = { readonly id: string; readonly name: string };

export class PlaceBook {
  /** Ids on this platform by directory id: the connector knows people by the first, everything else by the second. */
  private readonly members = new Recent<string>(5000);
  private readonly people = new Recent<string>(5000);
  private readonly written = new Recent<string>(5000);
  /** People whom nothing reaches until they come back by themselves. */
  private readonly closed = new Recent<true>(5000);

  constructor(private readonly store: PlaceStore) {}

  memberIdOf(personId: string): string {
    return this.members.get(personId) ?? personId;
  }

  /** The other way round, for people who ever had a chat with the bot. */
  async personOf(memberId: string): Promise<string | undefined> {
    const known = this.people.get(memberId);
    return known ?? (await this.store.all()).find(({ kind, address }) => kind === 'personal' && readAddress(address)?.member === memberId)?.person;
  }

  all(): Promise<readonly KnownPlace[]> {
    return this.store.all();
  }

  async chatOf(personId: string): Promise<KnownPlace | undefined> {
    return (await this.store.all()).find(({ kind, person }) => kind === 'personal' && person === personId);
  }

  /** The sender is reachable under this id from now on. Writes nothing down. Returns whether they could not be reached before. */
  meet({ from }: Activity): boolean {
    if (!from.aadObjectId) return false;
    this.members.set(from.aadObjectId, from.id);
    this.people.set(from.id, from.aadObjectId);
    const wasClosed = this.isClosed(from.aadObjectId);
    this.closed.delete(from.aadObjectId);
    return wasClosed;
  }

  /** They do not want to hear from the bot: it sends them nothing until they come by themselves. */
  close(personId: string): void {
    this.closed.set(personId, true);
  }

  isClosed(personId: string): boolean {
    return this.closed.get(personId) !== undefined;
  }

  /** Keeps the chat that this came from; the address too, because the platform may change it. */
  async learnChat(activity: Activity): Promise<void> {
    const { kind } = whereOf(activity);
    const { conversation, from } = activity;
    if (kind === 'group') await this.learnGroup(activity);
    if (kind === 'personal' && from.aadObjectId) {
      await this.keep(undefined, { id: conversation.id, kind, name: from.name ?? 'Chat', person: from.aadObjectId, address: writeAddress({ ...addressOf(activity), member: from.id }) });
    }
  }

  private async learnGroup(activity: Activity): Promise<void> {
    const { conversation } = activity;
    const { topicName } = activity as { readonly topicName?: string };
    const known = await this.store.all();
    const { name, audienceAgreed } = known.find((place) => place.id === conversation.id) ?? {};
    await this.keep(known, { id: conversation.id, kind: 'group', name: topicName ?? conversation.name ?? name ?? 'Group chat', address: writeAddress(addressOf(activity)), ...(audienceAgreed ? { audienceAgreed } : {}) });
  }

  async learnPersonalChat(id: string, person: string, address: string): Promise<void> {
    await this.keep(undefined, { id, kind: 'personal', name: 'Chat', person, address });
  }

  /** All that is left of the team: a channel that is not among these is gone. */
  async learnChannels(activity: Activity, team: Team, channels: readonly TeamChannel[]): Promise<void> {
    const address = writeAddress(addressOf(activity));
    const known = await this.store.all();
    const before = channelsIn(known, team);
    for (const { id, name, shared } of channels) {
      const { audienceAgreed } = before.find((place) => place.id === id) ?? {};
      await this.keep(known, { id, kind: 'channel', name, team: team.name, teamId: team.id, address, ...(shared ? { shared } : {}), ...(audienceAgreed ? { audienceAgreed } : {}) });
    }
    for (const { id } of before) if (!channels.some((channel) => channel.id === id)) await this.forget(id);
  }

  async agreeAudience(id: string, audienceAgreed: NonNullable<KnownPlace['audienceAgreed']>): Promise<void> {
    const known = await this.store.all();
    const place = known.find((one) => one.id === id);
    if (place) await this.keep(known, { ...place, audienceAgreed });
  }

  async forget(id: string): Promise<void> {
    this.written.delete(id);
    await this.store.forget(id);
    await this.store.unmark(id);
  }

  /** The bot was taken out of a team, or the team is no more: none of its channels can be reached. */
  async forgetTeam(team: Team): Promise<void> {
    for (const { id } of await this.channelsOf(team)) await this.forget(id);
  }

  /** Nobody can write there for now. What was decided of its channels is kept for when they can. */
  async closeTeam(team: Team): Promise<void> {
    for (const { id } of await this.channelsOf(team)) {
      this.written.delete(id);
      await this.store.forget(id);
    }
  }

  /** Channels that were learnt before teams were told apart by their ids have only a name. */
  async channelsOf(team: Team): Promise<readonly KnownPlace[]> {
    return channelsIn(await this.store.all(), team);
  }

  /** `known` is what stands there: another instance may have forgotten what this one wrote. Without it, what this one wrote counts. */
  private async keep(known: readonly KnownPlace[] | undefined, place: KnownPlace): Promise<void> {
    const text = textOf(place);
    const stands = known?.find(({ id }) => id === place.id);
    if ((known === undefined ? this.written.get(place.id) : stands && textOf(stands)) === text) return;
    await this.store.remember(place);
    this.written.set(place.id, text);
  }
}

const channelsIn = (known: readonly KnownPlace[], team: Team): readonly KnownPlace[] => known.filter((place) => place.kind === 'channel' && (place.teamId === undefined ? place.team === team.name : place.teamId === team.id));

/** The same for the same place, in whatever order a store gives it back. */
const textOf = (place: KnownPlace): string => JSON.stringify(Object.entries(place).sort(([one], [other]) => (one < other ? -1 : 1)));

export function addressOf({ serviceUrl, conversation, recipient, channelData }: Activity): Address {
  const tenantId = (channelData as { tenant?: { id?: string } } | undefined)?.tenant?.id ?? conversation.tenantId;
  return { serviceUrl, ...(tenantId === undefined ? {} : { tenantId }), ...(recipient?.id === undefined ? {} : { botId: recipient.id }) };
}

