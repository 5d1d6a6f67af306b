/** Replaces the card of a message ("Update Activity"): this is done after every press. */
import type { Connector } from './adapter';
import { callConnector } from './callConnector';
import type { SendPolicy } from './sendPolicy';

export type SentCard = { readonly serviceUrl: string; readonly conversationId: string; readonly activityId: string };

/** `message` is its JSON in UTF-8. Throws when the platform did not confirm it. */
export async function putCard(connector: Connector, { serviceUrl, conversationId, activityId }: SentCard, message: Buffer, policy: SendPolicy): Promise<void> {
  await callConnector(connector, { serviceUrl, method: 'PUT', path: `v3/conversations/${encodeURIComponent(conversationId)}/activities/${encodeURIComponent(activityId)}`, body: message }, policy);
}
