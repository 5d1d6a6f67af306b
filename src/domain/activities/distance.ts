/** How far away a place is, as the crow flies, and what that means on foot and by car. */

export type Point = { readonly latitude: number; readonly longitude: number };

const EARTH_MILES = 3958.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance (haversine), in miles. */
export function milesBetween(a: Point, b: Point): number {
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const across = Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_MILES * Math.asin(Math.min(1, Math.sqrt(across)));
}

/** Roads are about a third longer than the crow's flight; people who are out for their health walk about 2.5 miles an hour, and cars in town go about 18. */
const DETOUR = 1.3;
const ON_FOOT = 2.5;
const BY_CAR = 18;
const TO_PARK = 4;
const LONGEST_WALK = 120;

/** Minutes one way. No walk of more than two hours is spoken of; a bus goes its own way and is never guessed. */
export function minutesFor(miles: number): { readonly walk?: number; readonly car: number } {
  const walk = Math.max(1, Math.round(((miles * DETOUR) / ON_FOOT) * 60));
  return { ...(walk <= LONGEST_WALK && { walk }), car: Math.round(((miles * DETOUR) / BY_CAR) * 60 + TO_PARK) };
}
