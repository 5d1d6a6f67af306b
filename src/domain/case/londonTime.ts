/** The clock and the calendar of London: what "today" is for everybody who uses Threefold, summer time and all. */

let formatter: Intl.DateTimeFormat | undefined;
/** Made when it is first asked for: it takes as long as a turn. */
const inLondon = (): Intl.DateTimeFormat => (formatter ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));

/** `time` is by the clock on the wall: `08:05`. */
export function londonTime(at: string): { readonly day: string; readonly time: string } {
  const parts = new Map(inLondon().formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return { day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`, time: `${parts.get('hour')}:${parts.get('minute')}` };
}

const wholeHour = /^\d{4}-\d{2}-\d{2}T\d{2}(?=:\d{2}(:\d{2}(\.\d+)?)?Z$)/;
const onlyDay = /^\d{4}-\d{2}-\d{2}$/;
/** Turns ask it of the same hour again and again. Clocks change, and days begin, on the hour. */
let last = { hour: '', day: '' };

/** The ISO day that it is in London at this ISO instant; of a day, that day. */
export function dayInLondon(at: string): string {
  if (onlyDay.test(at)) return at;
  const [hour] = wholeHour.exec(at) ?? [];
  if (hour === undefined) return londonTime(at).day;
  if (last.hour !== hour) last = { hour, day: londonTime(at).day };
  return last.day;
}
