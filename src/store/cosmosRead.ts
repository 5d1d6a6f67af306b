/** Whether something is not there. A 404 of Cosmos DB says so only when it has no sub status: with one, this copy has not got it yet, or the container is gone. */
import type { Container, JSONObject } from '@azure/cosmos';
import { codeOf, NotSettled, type Attempt } from './cosmosRequests';

const says = (substatus: unknown): boolean => substatus !== undefined && substatus !== 0;

/** Undefined when there is no such item. */
export async function readItem(container: Container, id: string, partition: string, { signal, charge }: Attempt): Promise<JSONObject | undefined> {
  const { resource, requestCharge, statusCode, substatus } = await container.item(id, partition).read<JSONObject>({ abortSignal: signal });
  charge(requestCharge);
  // The SDK gives every 404 back as nothing.
  if (statusCode === 404 && says(substatus)) throw new NotSettled(`Cosmos DB answered 404 with ${substatus}`);
  return resource;
}

/** Of what a request was turned down with. */
export const isNotThere = (error: unknown): boolean => codeOf(error) === 404 && !(error instanceof Error && 'substatus' in error && says(error.substatus));
