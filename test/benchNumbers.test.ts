/** The arithmetic behind npm run bench. The benchmark itself is not a test and does not run here. */
import { median, percentile, rounded, spread } from './bench/numbers';

const oneToHundred = Array.from({ length: 100 }, (_, index) => 100 - index);

it('finds the value that so large a share is not above, whatever the order', () => {
  expect(percentile(oneToHundred, 0.5)).toBe(50);
  expect(percentile(oneToHundred, 0.99)).toBe(99);
  expect(percentile(oneToHundred, 1)).toBe(100);
  expect(percentile([7], 0.99)).toBe(7);
  expect(percentile([], 0.5)).toBeNaN();
});

it('says how far rounds were apart as a share of the middle one', () => {
  expect(median([30, 10, 20])).toBe(20);
  expect(spread([30, 10, 20])).toBe(1);
  expect(spread([20])).toBe(0);
});

it('writes three figures, four of large numbers, and leaves what is no number', () => {
  expect(rounded(0.123456)).toBe(0.123);
  expect(rounded(12345.6)).toBe(12350);
  expect(rounded(Number.NaN)).toBeNaN();
});
