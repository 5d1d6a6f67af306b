/** Where a listing says that it is, the nearest of its places first, and how far that is. */
import type { Activity } from './activity';
import { milesBetween, minutesFor, type Point } from './distance';
import type { ListedPlace } from './listing';

/** The middle of the area that the service works in; where postcodes lie, when somebody knows. */
export type Area = { readonly middle?: Point; readonly whereIs?: (postcode: string) => Point | undefined };

/** The journey is that to the first of the places, so that nobody is told how near it is beside the address of another. */
export function placesOf(locations: readonly ListedPlace[], area: Area): { readonly places: readonly string[]; readonly travel?: Activity['travel'] } {
  const away = locations.flatMap((place) => (place.kind === 'virtual' ? [] : [{ text: placeInWords(place), miles: milesTo(place, area) }]));
  const nearestFirst = away.toSorted((a, b) => (a.miles ?? Number.POSITIVE_INFINITY) - (b.miles ?? Number.POSITIVE_INFINITY) || 0);
  const places = [...new Set(nearestFirst.flatMap(({ text }) => text ?? []))];
  const miles = nearestFirst[0]?.miles;
  if (miles === undefined) return { places };
  const nearest = Math.round(miles * 10) / 10;
  return { places, travel: { ...minutesFor(nearest), pickUp: false, miles: nearest } };
}

/** Undefined where nobody knows, and for an address that only letters go to. */
function milesTo({ latitude, longitude, postcode, kind }: ListedPlace, { middle, whereIs }: Area): number | undefined {
  if (!middle || kind === 'postal') return undefined;
  const point = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : postcode === undefined ? undefined : whereIs?.(postcode);
  return point && milesBetween(middle, point);
}

function placeInWords({ name, address, postcode }: ListedPlace): string | undefined {
  if (name === undefined && address === undefined) return undefined;
  const parts = [name, address !== undefined && name !== undefined && address.startsWith(name) ? address.slice(name.length).replace(/^[,\s]+/, '') : address].filter((part) => part !== undefined && part !== '');
  const text = parts.join(', ');
  return postcode !== undefined && !text.includes(postcode) ? `${text}, ${postcode}` : text;
}
