import type { Container } from '@azure/cosmos';
import type { KnownPlace, PlaceStore, SafetyPlace } from '../app/ports';
import { placeId, Places, placesKey, SafetyPlaces, safetyPlacesKey } from './cosmosItems';
import { isNotThere } from './cosmosRead';
import type { CosmosOperation, Perform } from './cosmosRequests';

/** The newest address of a place is the right one whoever learned it, so here the last write may win. */
export class CosmosPlaces implements PlaceStore {
  constructor(
    private readonly container: Container,
    private readonly perform: Perform,
  ) {}

  remember(place: KnownPlace): Promise<void> {
    return this.put('remember-place', { id: placeId(place.id), caseId: placesKey, place });
  }

  forget(id: string): Promise<void> {
    return this.drop('forget-place', id, placesKey);
  }

  async all(): Promise<readonly KnownPlace[]> {
    return Places.parse(await this.list('places', 'SELECT VALUE c.place FROM c', placesKey));
  }

  mark(place: SafetyPlace): Promise<void> {
    return this.put('mark-place', { id: placeId(place.id), caseId: safetyPlacesKey, place });
  }

  unmark(id: string): Promise<void> {
    return this.drop('unmark-place', id, safetyPlacesKey);
  }

  async marked(): Promise<readonly SafetyPlace[]> {
    return SafetyPlaces.parse(await this.list('marked-places', 'SELECT VALUE c.place FROM c', safetyPlacesKey));
  }

  private put(what: CosmosOperation, item: object): Promise<void> {
    return this.perform(what, async ({ signal, charge }) => {
      const { requestCharge } = await this.container.items.upsert(item, { abortSignal: signal });
      charge(requestCharge);
    });
  }

  private drop(what: CosmosOperation, id: string, key: string): Promise<void> {
    return this.perform(what, async ({ signal, charge }) => {
      try {
        const { requestCharge } = await this.container.item(placeId(id), key).delete({ abortSignal: signal });
        charge(requestCharge);
      } catch (error) {
        if (!isNotThere(error)) throw error;
      }
    });
  }

  private list(what: CosmosOperation, query: string, partitionKey: string): Promise<readonly unknown[]> {
    return this.perform(what, async ({ signal, charge }) => {
      const { resources, requestCharge } = await this.container.items.query(query, { partitionKey, maxItemCount: -1, abortSignal: signal }).fetchAll();
      charge(requestCharge);
      return resources;
    });
  }
}
