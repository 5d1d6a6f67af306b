/** Who can read a place, from the roster that the platform keeps of it. */
import type { Audiences, KnownPlace } from '../app/ports';
import type { Audience } from '../domain/plan/audience';
import { z } from 'zod';
import type { TeamsAdapter } from './adapter';
import { readAddress } from './address';
import { callConnector } from './callConnector';
import { describeError } from './describeError';
import type { PlaceBook } from './placeBook';
import { Recent } from './recent';
import type { SendPolicy } from './sendPolicy';
import type { Log } from './settings';

const pageSize = 500;
const mostPages = 4;
const mostNames = 5;

/** "Get Conversation Paged Members" */
const Page = z.object({ members: z.array(z.object({ name: z.string().optional().catch(undefined), userRole: z.string().optional().catch(undefined), tenantId: z.string().optional().catch(undefined) })), continuationToken: z.string().nullish() });
type Member = z.infer<typeof Page>['members'][number];
type Roster = { readonly members: readonly Member[]; readonly more: boolean };

type AudienceParts = { readonly adapter: TeamsAdapter; readonly policy: SendPolicy; readonly places: PlaceBook; readonly log: Log };

export function teamsAudiences({ adapter, policy, places, log }: AudienceParts): Audiences {
  /** Places of which somebody was shown who can read them. */
  const shown = new Recent<true>(500);
  const known = async (id: string): Promise<KnownPlace | undefined> => (await places.all()).find((place) => place.id === id);
  return {
    toShow: async ({ id }) => {
      const place = await known(id);
      if (!place || place.audienceAgreed) return undefined;
      const shared = place.shared ?? false;
      try {
        const audience = audienceOf(place, await rosterOf({ adapter, policy }, place));
        if (audience.kind === 'seen') shown.set(id, true);
        return audience;
      } catch (error) {
        log({ what: 'audience', ...describeError(error) });
        return { kind: 'unseen', shared };
      }
    },
    agree: async ({ id }, agreed) => {
      const place = await known(id);
      if (place && !place.audienceAgreed && shown.get(id)) await places.agreeAudience(id, agreed);
    },
  };
}

/** A standard channel is read by all of its team, and the platform keeps the roster with the team. */
async function rosterOf({ adapter, policy }: Pick<AudienceParts, 'adapter' | 'policy'>, { id, address, teamId, shared }: KnownPlace): Promise<Roster> {
  const at = readAddress(address);
  if (!at) throw new Error('An address of another version');
  const connector = await adapter.connectorTo(at.serviceUrl);
  const conversation = encodeURIComponent(teamId === undefined || shared ? id : teamId);
  const members: Member[] = [];
  let token = '';
  for (let page = 0; page < mostPages; page++) {
    const path = `v3/conversations/${conversation}/pagedmembers?pageSize=${pageSize}${token === '' ? '' : `&continuationToken=${encodeURIComponent(token)}`}`;
    const answered = Page.parse(await callConnector(connector, { serviceUrl: at.serviceUrl, method: 'GET', path }, policy));
    members.push(...answered.members);
    token = answered.continuationToken ?? '';
    if (token === '') return { members, more: false };
  }
  return { members, more: true };
}

const isOwner = ({ userRole }: Member): boolean => userRole === 'owner';
const nameOf = ({ name }: Member): string[] => (name === undefined || name.trim() === '' ? [] : [name.trim()]);

function audienceOf({ address, shared }: KnownPlace, { members, more }: Roster): Audience {
  // Whoever asks is a member, so a roster without anybody is no roster.
  if (members.length === 0) return { kind: 'unseen', shared: shared ?? false };
  const tenantId = readAddress(address)?.tenantId;
  const isGuest = (member: Member): boolean => member.userRole === 'guest' || (tenantId !== undefined && member.tenantId !== undefined && member.tenantId !== tenantId);
  const owners = members.filter(isOwner);
  const inOrder = [...owners, ...members.filter((member) => !isOwner(member))];
  return { kind: 'seen', people: members.length, more, guests: members.filter(isGuest).length, names: inOrder.flatMap(nameOf).slice(0, mostNames), owners: owners.flatMap(nameOf).slice(0, mostNames), shared: shared ?? false };
}
