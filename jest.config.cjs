/** Types are checked by tsc; here they are only stripped, which keeps a run short. */
const stripTypes = { swcrc: false, sourceMaps: 'inline', jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };

module.exports = {
  // Both say why: a file of tests that reads a note costs a tenth of what it would with jest's own.
  testEnvironment: '<rootDir>/test/support/jest/environment.cjs',
  runtime: '<rootDir>/test/support/jest/runtime.cjs',
  // Nothing here waits, but a small shared machine may take its time.
  testTimeout: 20_000,
  globalSetup: '<rootDir>/test/support/keepWhatIsMade.mjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/bench/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.threefold/'],
  transform: { '^.+\\.ts$': ['@swc/jest', stripTypes] },
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
};
