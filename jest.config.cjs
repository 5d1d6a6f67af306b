/** Types are checked by tsc; here they are only stripped, which keeps a run short. */
const stripTypes = { swcrc: false, sourceMaps: 'inline', jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };

module.exports = {
  testEnvironment: 'node',
  // Nothing here waits, but a small shared machine may take its time.
  testTimeout: 20_000,
  globalSetup: '<rootDir>/test/support/keepWhatIsMade.mjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/bench/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.threefold/'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', stripTypes],
    // Loads node:http with import(), which a test's own world does not have.
    'otlp-exporter-base/.+\\.js$': ['@swc/jest', stripTypes],
  },
  transformIgnorePatterns: ['/node_modules/(?!@opentelemetry/otlp-exporter-base/)'],
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
};
