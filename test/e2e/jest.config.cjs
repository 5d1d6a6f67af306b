const { transform } = require('../../jest.config.cjs');

/** A story in a real browser takes minutes, and two at once would only slow each other down. */
module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.threefold/'],
  transform,
  testTimeout: 600_000,
  maxWorkers: 1,
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
};
