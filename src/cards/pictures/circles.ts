export type Circle = { x: number; y: number; r: number };
/** A part of the picture: inside some circles, outside others, with the column on which its text is centred. */
export type Region = { column: number; inside: readonly Circle[]; outside: readonly Circle[] };

/** Half of the width of a circle at height y, 0 above and below it. */
const halfChord = ({ y: centre, r }: Circle, y: number): number => Math.sqrt(Math.max(0, r * r - (y - centre) ** 2));

/** The width that text centred on the region's column may take between two heights, `clear` pixels from every edge. */
export function roomBetween({ column, inside, outside }: Region, top: number, bottom: number, clear: number): number {
  const rooms = inside.map((circle) => {
    const half = Math.min(halfChord(circle, top), halfChord(circle, bottom));
    return half - Math.abs(column - circle.x);
  });
  for (const circle of outside) {
    const half = halfChord(circle, Math.min(Math.max(circle.y, top), bottom));
    if (half > 0) rooms.push(Math.abs(column - circle.x) - half);
  }
  return Math.max(0, 2 * (Math.min(...rooms) - clear));
}

/** The two points where circles of the same size meet, the one on the left of the way from a to b first. */
function meetingPoints(a: Circle, b: Circle): [string, string] {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const apart = Math.hypot(dx, dy);
  const away = Math.sqrt(a.r * a.r - (apart / 2) ** 2) / apart;
  const point = (side: number): string => `${(a.x + dx / 2 + side * dy * away).toFixed(1)} ${(a.y + dy / 2 - side * dx * away).toFixed(1)}`;
  return [point(1), point(-1)];
}

/** The outline of what two circles of the same size share. */
export function overlapOfTwo(a: Circle, b: Circle): string {
  const [first, second] = meetingPoints(a, b);
  return `M${first}A${a.r} ${a.r} 0 0 1 ${second}A${a.r} ${a.r} 0 0 1 ${first}Z`;
}

/** The outline of what three circles of the same size share, given clockwise. */
export function overlapOfThree(a: Circle, b: Circle, c: Circle): string {
  const corners = [meetingPoints(a, b)[1], meetingPoints(b, c)[1], meetingPoints(c, a)[1]];
  const arc = (to: string | undefined): string => `A${a.r} ${a.r} 0 0 1 ${to}`;
  return `M${corners[0]}${arc(corners[1])}${arc(corners[2])}${arc(corners[0])}Z`;
}
