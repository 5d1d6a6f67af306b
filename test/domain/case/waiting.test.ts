import { secondsToWait } from '../../../src/domain/case/waiting';

const cases = Array.from({ length: 200 }, (_, index) => `case-${index}`);

it('doubles from about 15 seconds to at most an hour', () => {
  for (const [attempts, least, most] of [[1, 11, 15], [2, 22, 30], [3, 45, 60], [8, 1440, 1920], [9, 2700, 3600], [30, 2700, 3600], [10_000, 2700, 3600]] as const) {
    for (const id of cases) {
      expect(secondsToWait(id, attempts, {})).toBeGreaterThanOrEqual(least);
      expect(secondsToWait(id, attempts, {})).toBeLessThanOrEqual(most);
    }
  }
});

it('is not the same for all cases, nor for one case each time, and yet the same when asked again', () => {
  expect(new Set(cases.map((id) => secondsToWait(id, 9, {}))).size).toBeGreaterThan(100);
  expect(secondsToWait('c1', 10, {})).not.toBe(secondsToWait('c1', 11, {}));
  expect(secondsToWait('c1', 10, {})).toBe(secondsToWait('c1', 10, {}));
});

it('is at least what the server asked for, and within a day of it', () => {
  for (const id of cases) {
    expect(secondsToWait(id, 1, { retryAfter: 120 })).toBeGreaterThanOrEqual(120);
    expect(secondsToWait(id, 1, { retryAfter: 120 })).toBeLessThanOrEqual(150);
  }
  expect(secondsToWait('c1', 9, { retryAfter: 5 })).toBeGreaterThan(2000);
  expect(secondsToWait('c1', 1, { retryAfter: 1e12 })).toBeLessThanOrEqual(108_000);
});

it('is a minute at least when nobody knows whether it arrived', () => expect(secondsToWait('c1', 1, { perhaps: true })).toBe(60));
