/** Days as link workers type them, by the day on which they do. 2 November 2026 is a Monday. */
import { noSuchDay, spokenDay } from '../../../src/domain/case/spokenDay';

const monday = '2026-11-02';
const lastDays = '2026-12-29';

it.each([
  ['tomorrow', monday, '2026-11-03'],
  ['Tuesday', monday, '2026-11-03'],
  ['on Tuesday.', monday, '2026-11-03'],
  ['monday', monday, '2026-11-09'],
  ['next Tuesday', monday, '2026-11-10'],
  ['next Tuesday', '2026-11-06', '2026-11-10'],
  ['Tues week', monday, '2026-11-10'],
  ['Friday next week', monday, '2026-11-13'],
  ['last Friday', monday, '2026-10-30'],
  ['in 10 days', monday, '2026-11-12'],
  ['three weeks', monday, '2026-11-23'],
  ["in two weeks' time", monday, '2026-11-16'],
  ['a fortnight', monday, '2026-11-16'],
  ['in a month', '2027-01-31', '2027-02-28'],
  ['in two months', lastDays, '2027-02-28'],
  ['15 February', monday, '2027-02-15'],
  ['Feb 15th', monday, '2027-02-15'],
  ['the 3rd of December', monday, '2026-12-03'],
  ['Thursday 3 December 2026', monday, '2026-12-03'],
  ['15/2', monday, '2027-02-15'],
  ['15.02.27', monday, '2027-02-15'],
  ['2026-12-15', monday, '2026-12-15'],
  ['end of March', lastDays, '2027-03-31'],
  ['the end of the month', monday, '2026-11-30'],
  ['end of next month', lastDays, '2027-01-31'],
])('“%s”, typed on %s, is %s', (said, on, day) => expect(spokenDay(said, on)).toBe(day));

describe('at the turn of the year and of the clocks', () => {
  it.each([
    ['1 January', lastDays, '2027-01-01'],
    ['in a week', lastDays, '2027-01-05'],
    ['next Friday', '2026-12-31', '2027-01-08'],
    ['next Sunday', '2026-10-24', '2026-11-01'],
    ['in two weeks', '2027-03-20', '2027-04-03'],
  ])('“%s”, typed on %s, is %s', (said, on, day) => expect(spokenDay(said, on)).toBe(day));
});

describe('a day without a year that has only just gone', () => {
  it.each([
    ['1 November', monday, '2026-11-01'],
    ['20 December', '2027-01-04', '2026-12-20'],
  ])('“%s”, typed on %s, is not taken for one in a year: %s', (said, on, day) => expect(spokenDay(said, on)).toBe(day));
});

it.each(['31/02', '31/02/2027', '30 February', '29 February 2027', '45/13', '2027-02-30', 'Monday 3 December 2026'])('“%s” is no day', (said) => expect(spokenDay(said, monday)).toBe(noSuchDay));

it.each(['', 'next week', 'soon', 'when the bus runs', 'in a few days', 'My daughter on Tuesday', 'may', 'sun and rain', '7', 'constructor', 'in constructor days', 'x'.repeat(80)])('“%s” names no one day', (said) => expect(spokenDay(said, monday)).toBeUndefined());
