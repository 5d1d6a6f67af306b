/** One icon for each of the three, drawn round the point 0 0 in a box of 48. */
const icons = {
  person: '<circle cx="0" cy="-11" r="11"/><path d="M-22 23C-22 8-12 3 0 3S22 8 22 23Z"/>',
  environment: '<path d="M0-23 25-1H17V22H5V8H-5V22H-17V-1H-25Z"/>',
  occupation:
    '<path d="M19-22a6 6 0 0 1 4 10L4 8-7-2 12-21a9 9 0 0 1 7-1ZM-10 2 0 12c0 9-9 12-23 10 6-3 3-9 5-14 2-4 5-6 8-6Z"/>',
} as const;

export function drawIcon(part: keyof typeof icons, x: number, y: number, colour: string): string {
  return `<g transform="translate(${x} ${y})" fill="${colour}">${icons[part]}</g>`;
}
