/** Days as people say them. A day is an ISO day, `2026-12-15`; nothing here knows what day it is now. */
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** True for a day that the calendar has: the 31st of June is not one. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

/** "Tuesday 15 December 2026", where years may lie between. */
export const dayAndYear = (day: string): string => (isDay(day) ? `${dayInWords(day)} ${day.slice(0, 4)}` : day);

/** "Tuesday 15 December", without a year: plans look weeks ahead. What is no day comes back as it is. */
export function dayInWords(day: string): string {
  if (!isDay(day)) return day;
  const date = new Date(day);
  return `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
}
