import { overlapOfThree, overlapOfTwo, type Circle, type Region } from './circles';

const [r, top, bottom] = [300, 316, 596];
const person: Circle = { x: 316, y: top, r };
const environment: Circle = { x: 644, y: top, r };
const occupation: Circle = { x: 480, y: bottom, r };

/** The size of the picture in pixels. */
export const size = { width: 960, height: 912 } as const;

/** One colour, one icon and one name each, the same on every card. */
export const sides = {
  person: { circle: person, name: 'Person', line: '#5b4bc4', tint: '#efecfd', text: '#3d2f9a' },
  environment: { circle: environment, name: 'Environment', line: '#12805f', tint: '#e4f5ed', text: '#07533c' },
  occupation: { circle: occupation, name: 'Occupation', line: '#b86300', tint: '#fff1de', text: '#7a3d00' },
} as const;

/** What belongs to one circle alone. Heights are those of the icon's middle and of the baselines of the name and the first phrase. */
type Lobe = { region: Region; icon: number; name: number; first: number };
export const lobes: Readonly<Record<keyof typeof sides, Lobe>> = {
  person: { region: { column: 192, inside: [person], outside: [environment, occupation] }, icon: 122, name: 198, first: 246 },
  environment: { region: { column: 768, inside: [environment], outside: [person, occupation] }, icon: 122, name: 198, first: 246 },
  occupation: { region: { column: 480, inside: [occupation], outside: [] }, icon: 642, name: 712, first: 758 },
};

/** What two circles share: the middle of the label's height, and the baseline of the reason under it. */
type Petal = { region: Region; label: number; first: number };
export const petals: Readonly<Record<'po' | 'pe' | 'eo', Petal>> = {
  pe: { region: { column: 480, inside: [person, environment], outside: [] }, label: 128, first: 208 },
  po: { region: { column: 314, inside: [person, occupation], outside: [environment] }, label: 488, first: 553 },
  eo: { region: { column: 646, inside: [environment, occupation], outside: [person] }, label: 488, first: 553 },
};

/** What all three share, with the height of its middle. */
export const heart: { region: Region; middle: number } = { region: { column: 480, inside: [person, environment, occupation], outside: [] }, middle: 384 };

export function drawCircles(): string {
  const all = Object.values(sides);
  const disc = ({ circle, tint }: (typeof all)[number]): string => `<circle cx="${circle.x}" cy="${circle.y}" r="${circle.r}" fill="${tint}"/>`;
  const rim = ({ circle, line }: (typeof all)[number]): string => `<circle cx="${circle.x}" cy="${circle.y}" r="${circle.r}" fill="none" stroke="${line}" stroke-width="6"/>`;
  const shared = [
    `<path d="${overlapOfTwo(person, environment)}" fill="#d6e4f3"/>`,
    `<path d="${overlapOfTwo(person, occupation)}" fill="#f5dfe6"/>`,
    `<path d="${overlapOfTwo(environment, occupation)}" fill="#e9edc9"/>`,
    `<path d="${overlapOfThree(person, environment, occupation)}" fill="#ffffff"/>`,
  ];
  // The rims hide the edges of the grounds, so these need not be smooth, which is quicker.
  return `<g shape-rendering="crispEdges">${[...all.map(disc), ...shared].join('')}</g>${all.map(rim).join('')}`;
}
