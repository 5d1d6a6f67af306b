import type { Container } from '@azure/cosmos';
import type { KnownPlace, PlaceStore } from '../app/ports';
import { placeId, Places, placesKey } from './cosmosItems';
import type { Perform } from './cosmosRequests';

/** The newest address of a place is the right one whoever learned it, so here the last write may win. */
export class CosmosPlaces implements PlaceStore {
  constructor(
    private readonly container: Container,
    private readonly perform: Perform,
  ) {}

  remember(place: KnownPlace): Promise<void> {
    return this.perform('remember-place', async ({ signal, charge }) => {
      const { requestCharge } = await this.container.items.upsert({ id: placeId(place.id), caseId: placesKey, place }, { abortSignal: signal });
      charge(requestCharge);
    });
  }

  forget(id: string): Promise<void> {
    return this.perform('forget-place', async ({ signal, charge }) => {
      try {
        const { requestCharge } = await this.container.item(placeId(id), placesKey).delete({ abortSignal: signal });
        charge(requestCharge);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 404)) throw error;
      }
    });
  }

  all(): Promise<readonly KnownPlace[]> {
    return this.perform('places', async ({ signal, charge }) => {
      const { resources, requestCharge } = await this.container.items.query('SELECT VALUE c.place FROM c', { partitionKey: placesKey, maxItemCount: -1, abortSignal: signal }).fetchAll();
      charge(requestCharge);
      return Places.parse(resources);
    });
  }
}
