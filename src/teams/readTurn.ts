/** From what the platform sends to a turn. What cannot be read is an answer too, never a crash. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Intent, Turn, Where } from '../app/turn';
import { readCardAction } from '../cards/actions';
import { writeMessageRef } from './address';
import { wordsOf, type Worded } from './messageWords';

export type Moment = { readonly at: string; readonly freshId: string };

/** `nobody`: the platform did not say who it was, so nothing may be shown or changed. */
export type TurnRead = { readonly kind: 'turn'; readonly turn: Turn } | { readonly kind: 'nobody' };

export function readTurn(activity: Activity, moment: Moment, intent: Intent = intentOf(activity)): TurnRead {
  const id = activity.from.aadObjectId;
  if (id === undefined || id === '') return { kind: 'nobody' };
  return { kind: 'turn', turn: { ...moment, by: { id, name: activity.from.name ?? '' }, where: whereOf(activity), intent, ...pressedOn(activity, intent), ...broughtAs(activity) } };
}

function pressedOn({ replyToId, conversation }: Activity, { kind }: Intent): Pick<Turn, 'on'> {
  return kind !== 'pressed' || replyToId === undefined || replyToId === '' ? {} : { on: writeMessageRef({ conversationId: conversation.id, activityId: replyToId }) };
}

const broughtAs = ({ id }: Activity): Pick<Turn, 'message'> => (id === undefined || id === '' ? {} : { message: id });

const Pressed = z.object({ action: z.object({ verb: z.unknown(), data: z.unknown() }) });

type Brought = Pick<Activity, 'type' | 'value'> & Worded;

/** Action.Execute comes as an invoke, its Action.Submit as a message with a value, and words as a message with text. */
export function intentOf(activity: Brought): Intent {
  if (activity.type === 'invoke') {
    const read = Pressed.safeParse(activity.value);
    return pressOf(read.success ? read.data.action : {});
  }
  const value: unknown = activity.value;
  if (typeof value === 'object' && value !== null) return pressOf({ data: value });
  return { kind: 'said', text: wordsOf(activity), ...(hasFile(activity) ? { hasFile: true } : {}) };
}

function pressOf(raw: { readonly verb?: unknown; readonly data?: unknown }): Intent {
  const read = readCardAction(raw);
  return read.ok ? { kind: 'pressed', action: read.action } : { kind: 'unreadable', verb: read.verb, typed: read.typed };
}

/** Teams sends the words themselves once more as an attachment of HTML; that is no file. */
const isFile = /^(?:(?:image|audio|video)\/|application\/vnd\.microsoft\.teams\.file\.)/i;
function hasFile({ attachments }: Brought): boolean {
  return Array.isArray(attachments) && attachments.some((one: unknown) => isFile.test(String((one as { readonly contentType?: unknown } | null)?.contentType ?? '')));
}

const kinds: Readonly<Record<string, Where['kind']>> = { personal: 'personal', channel: 'channel', groupChat: 'group' };

export function whereOf({ conversation, channelData }: Activity): Where {
  const { conversationType = '', isGroup, id } = conversation;
  return { kind: kinds[conversationType] ?? kindUnsaid(conversationType, { isGroup, ofTeam: isOfTeam(channelData) }), place: placeIdOf(id) };
}

/** What is not known to be between two is where others read: nothing about a person is shown there. */
function kindUnsaid(type: string, { isGroup, ofTeam }: { readonly isGroup: boolean | undefined; readonly ofTeam: boolean }): Where['kind'] {
  if (ofTeam) return 'channel';
  return type !== '' || isGroup === true ? 'group' : 'personal';
}

const isOfTeam = (channelData: unknown): boolean => {
  const { team, channel } = (channelData ?? {}) as { readonly team?: unknown; readonly channel?: unknown };
  return team !== undefined || channel !== undefined;
};

/** In a channel the conversation is a thread; the place is the channel. */
export const placeIdOf = (conversationId: string): string => conversationId.replace(/;messageid=.*$/s, '');
