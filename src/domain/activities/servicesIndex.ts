/** The catalogue as services that can be searched by meaning, made once for each list of activities and kept beside it. */
import type { Concepts } from '../matching/concept';
import { lastOf } from '../matching/lastOf';
import { indexingServices, type Service, type ServiceIndex } from '../matching/serviceIndex';
import type { Activity } from './activity';
import { makingIndexOf } from './catalogueIndex';

const made = new WeakMap<readonly Activity[], ServiceIndex>();

/** The places in it are those of `indexOf(activities).activities`. */
export function servicesIndexOf(activities: readonly Activity[], concepts: Concepts): ServiceIndex {
  return lastOf(makingServicesIndex(activities, concepts));
}

/**
 * The same in slices: thousands of listings take a while, and whoever makes the index can answer others between two
 * slices. Of the list `before`, whose index was made, only what says something else now is read.
 */
export function* makingServicesIndex(activities: readonly Activity[], concepts: Concepts, before?: readonly Activity[]): Generator<undefined, ServiceIndex> {
  const known = made.get(activities);
  if (known?.concepts === concepts) return known;
  const { activities: inOrder } = yield* makingIndexOf(activities);
  yield;
  const index = yield* indexingServices(inOrder.map(serviceOf), concepts, before && made.get(before));
  made.set(activities, index);
  return index;
}

const services = new WeakMap<Activity, Service>();

/** The same activity is the same service, so that one that did not change is known at a glance. */
function serviceOf(activity: Activity): Service {
  const known = services.get(activity) ?? asService(activity);
  services.set(activity, known);
  return known;
}

/** Every place that its listing names as its own, and the area that it says it serves. */
export const placesNamed = ({ place, inItsWords }: Activity): string => [place, inItsWords?.alsoAt, inItsWords?.area].filter((part) => part !== undefined).join('; ');

/** What its listing says of it in words, whole where the directory gave more than a card shows. */
function asService(activity: Activity): Service {
  const { id, name, what, listing, words, provider, when, madeFor } = activity;
  const place = placesNamed(activity);
  const text = [listing ?? what, words.join(', '), provider ?? '', madeFor ? `For ${madeFor.whom}` : ''].filter((part) => part !== '').join('. ');
  return { id, title: name, text, ...(place !== '' && { place }), ...(when && when.days.length > 0 && { days: when.days }), ...(when?.time !== undefined && when.time !== 'any' && { times: [when.time] }) };
}
