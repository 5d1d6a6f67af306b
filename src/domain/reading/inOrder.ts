/** By code points: the same on every machine. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
