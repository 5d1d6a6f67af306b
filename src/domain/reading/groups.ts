/** Categories that words cannot always tell apart. A concern counts as seen when one of its group is shown. */
const groups: readonly (readonly string[])[] = [
  ['F01', 'F02', 'F03'],
  ['F04', 'F05', 'F06'],
  ['F01', 'F07', 'F08', 'F13', 'F14'],
  ['F15', 'F17', 'F18', 'F19', 'F20', 'F22'],
  ['F11', 'F16', 'F26'],
  ['F23'],
  ['F24', 'F25'],
];

const known = new Map<string, ReadonlySet<string>>();

/** Every code that may stand for this one, itself among them. */
export function groupOf(code: string): ReadonlySet<string> {
  const group = known.get(code) ?? new Set([code, ...groups.filter((each) => each.includes(code)).flat()]);
  known.set(code, group);
  return group;
}
