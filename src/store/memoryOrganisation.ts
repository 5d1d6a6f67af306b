import type { OrganisationStore } from '../app/ports';
import type { OrganisationEvent } from '../domain/organisation/event';

/** The organisation in memory. Nothing outlives the process. */
export function memoryOrganisation(): OrganisationStore {
  let events: readonly OrganisationEvent[] = [];
  return {
    load: async () => events,
    append: async (expectedRev, added) => {
      if (events.length !== expectedRev) return { kind: 'somebody-was-first' };
      events = [...events, ...structuredClone(added)];
      return { kind: 'appended', events };
    },
  };
}
