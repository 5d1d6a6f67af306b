/** Where the bot is, and who with: learnt from what the platform tells of chats, teams and channels. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { TeamsAdapter } from './adapter';
import { callConnector } from './callConnector';
import { describeError } from './describeError';
import type { PlaceBook, Team } from './placeBook';
import { placeIdOf } from './readTurn';
import type { SendPolicy } from './sendPolicy';
import type { Log } from './settings';

/** People who are in these places no longer. */
export type Left = { readonly personIds: readonly string[]; readonly places: readonly string[]; /** ISO instant. */ readonly at: string };

export type WhereaboutsParts = {
  readonly adapter: TeamsAdapter;
  readonly policy: SendPolicy;
  readonly places: PlaceBook;
  readonly log: Log;
  readonly now: () => Date;
  readonly left?: (left: Left) => Promise<void>;
};

/** `private`: the team has a channel in which no bot can post. */
export type Learnt = { readonly private: boolean };
const nothing: Learnt = { private: false };

/** "Get Channels". The one that every team has comes without a name. */
const Channels = z.object({ conversations: z.array(z.object({ id: z.string().min(1), name: z.string().nullish(), type: z.string().nullish() })) });

export class Whereabouts {
  constructor(private readonly parts: WhereaboutsParts) {}

  /** A team brings all its channels; they are asked for, because what comes names at most one of them. */
  async learn(activity: Activity): Promise<Learnt> {
    const { places } = this.parts;
    places.meet(activity);
    const team = teamOf(activity);
    if (!team) {
      await places.learnChat(activity);
      return nothing;
    }
    return this.learnTeam(activity, team);
  }

  /** Something about a chat, a team or a channel is not as it was. */
  async change(activity: Activity): Promise<void> {
    const { places } = this.parts;
    const { membersRemoved = [], recipient } = activity;
    if (membersRemoved.length > 0) {
      if (membersRemoved.some(({ id }) => id === recipient?.id)) return this.leave(activity);
      return this.tellWhoLeft(activity);
    }
    const team = teamOf(activity);
    const { eventType = '', channel } = (activity.channelData ?? {}) as TeamData;
    if (team && gone.includes(eventType)) return places.forgetTeam(team);
    if (team && eventType === 'teamArchived') return places.closeTeam(team);
    if (eventType === 'channelDeleted' && channel) return places.forget(channel.id);
    await this.learn(activity);
  }

  /** The bot is not there any more. */
  async leave(activity: Activity): Promise<void> {
    const team = teamOf(activity);
    if (team) await this.parts.places.forgetTeam(team);
    else await this.parts.places.forget(activity.conversation.id);
  }

  private async learnTeam(activity: Activity, team: Team): Promise<Learnt> {
    try {
      const channels = await this.channelsOf(activity, team);
      const open = channels.filter(({ type }) => type !== 'private');
      await this.parts.places.learnChannels(activity, team, open.map(({ id, name, type }) => ({ id, name: name ?? 'General', shared: type === 'shared' })));
      return { private: channels.some(({ type }) => type === 'private') };
    } catch (error) {
      this.parts.log({ what: 'channels', ...describeError(error) });
      return nothing;
    }
  }

  private async channelsOf({ serviceUrl }: Activity, { id }: Team): Promise<z.infer<typeof Channels>['conversations']> {
    const { adapter, policy } = this.parts;
    const answered = await callConnector(await adapter.connectorTo(serviceUrl), { serviceUrl, method: 'GET', path: `v3/teams/${encodeURIComponent(id)}/conversations` }, policy);
    return Channels.parse(answered).conversations;
  }

  private async tellWhoLeft(activity: Activity): Promise<void> {
    const { places, left, now } = this.parts;
    if (!left) return;
    const known = await Promise.all((activity.membersRemoved ?? []).map(async ({ id, aadObjectId }) => aadObjectId ?? places.personOf(id)));
    const personIds = known.flatMap((person) => person ?? []);
    if (personIds.length === 0) return;
    const team = teamOf(activity);
    // Who leaves a team is in none of its channels; a shared channel has members of its own, and is told of by itself.
    const from = team ? (await places.channelsOf(team)).filter(({ id, shared }) => shared === undefined || id === placeIdOf(activity.conversation.id)).map(({ id }) => id) : [activity.conversation.id];
    await left({ personIds, places: from, at: now().toISOString() });
  }
}

const gone = ['teamDeleted', 'teamHardDeleted'];

type TeamData = { readonly team?: { readonly id: string; readonly name?: string }; readonly channel?: { readonly id: string; readonly type?: string }; readonly eventType?: string };

function teamOf({ channelData }: Activity): Team | undefined {
  const { team } = (channelData ?? {}) as TeamData;
  return team && { id: team.id, name: team.name ?? 'Team' };
}

/** Bots hear what mentions them there, and cannot answer. */
export const isInPrivateChannel = ({ channelData }: Activity): boolean => ((channelData ?? {}) as TeamData).channel?.type === 'private';
