import { dayInLondon } from '../../../src/domain/case/londonTime';
import { addWorkingDays, firstAtWork, instantInLondon, isAtWork, isWorkingDay } from '../../../src/domain/case/workingDays';

it('are Monday to Friday', () => {
  expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(isWorkingDay)).toEqual([true, false, false, true]);
  expect([addWorkingDays('2026-11-19', 1), addWorkingDays('2026-11-20', 1), addWorkingDays('2026-11-21', 1), addWorkingDays('2026-11-19', 3)]).toEqual(['2026-11-20', '2026-11-23', '2026-11-23', '2026-11-24']);
});

it.each([
  [2025, ['2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26']],
  [2026, ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28']],
  [2027, ['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28']],
  [2028, ['2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26']],
])('leave out the bank holidays of %d, as gov.uk lists them', (year, holidays) => {
  const off: string[] = [];
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
    const date = new Date(day);
    const iso = date.toISOString().slice(0, 10);
    if (date.getUTCDay() % 6 !== 0 && !isWorkingDay(iso)) off.push(iso);
  }
  expect(off).toEqual(holidays);
});

it('last from eight to half past six by the clock in London, summer and winter', () => {
  expect(['2026-11-23T07:59:59Z', '2026-11-23T08:00:00Z', '2026-11-23T18:29:59Z', '2026-11-23T18:30:00Z'].map(isAtWork)).toEqual([false, true, true, false]);
  expect(['2026-07-06T06:59:59Z', '2026-07-06T07:00:00Z', '2026-07-06T17:29:59Z', '2026-07-06T17:30:00Z'].map(isAtWork)).toEqual([false, true, true, false]);
  expect(isAtWork('2026-11-21T12:00:00Z')).toBe(false);
});

it('begin again at eight on the next of them', () => {
  expect(['2026-11-23T07:00:00Z', '2026-11-23T12:00:00Z', '2026-11-23T18:30:00Z', '2026-11-20T22:00:00Z', '2026-11-21T03:00:00Z'].map(firstAtWork)).toEqual([
    '2026-11-23T08:00:00.000Z', '2026-11-23T12:00:00.000Z', '2026-11-24T08:00:00.000Z', '2026-11-23T08:00:00.000Z', '2026-11-23T08:00:00.000Z',
  ]);
  expect(firstAtWork('2026-07-04T12:00:00Z')).toBe('2026-07-06T07:00:00.000Z');
});

it('have their hours by the clock on the wall, also on the days on which it changes', () => {
  expect([instantInLondon('2026-11-23', '16:00'), instantInLondon('2026-07-06', '16:00'), instantInLondon('2026-03-29', '08:00'), instantInLondon('2026-10-25', '08:00')]).toEqual([
    '2026-11-23T16:00:00.000Z', '2026-07-06T15:00:00.000Z', '2026-03-29T07:00:00.000Z', '2026-10-25T08:00:00.000Z',
  ]);
});

it('begin in London, not in UTC', () => {
  expect([dayInLondon('2026-07-05T23:30:00Z'), dayInLondon('2026-11-05T23:30:00Z')]).toEqual(['2026-07-06', '2026-11-05']);
});
