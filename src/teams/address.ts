/** How to reach a conversation again: what the platform said of it, written down as one string. */
import { z } from 'zod';

const Address = z.object({ serviceUrl: z.string(), tenantId: z.string().optional(), botId: z.string().optional(), /** The person's id on this platform, for a chat with one. */ member: z.string().optional() });
export type Address = z.infer<typeof Address>;

export const writeAddress = (address: Address): string => JSON.stringify(address);

/** Returns undefined for an address that this version does not understand. */
export function readAddress(text: string): Address | undefined {
  try {
    return Address.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A posted message is found again by its conversation (in a channel: its thread) and its own id. */
export type MessageRef = { readonly conversationId: string; readonly activityId: string };

export const writeMessageRef = ({ conversationId, activityId }: MessageRef): string => `${activityId}@${conversationId}`;

export function readMessageRef(text: string): MessageRef | undefined {
  const at = text.indexOf('@');
  return at < 1 || at === text.length - 1 ? undefined : { activityId: text.slice(0, at), conversationId: text.slice(at + 1) };
}
