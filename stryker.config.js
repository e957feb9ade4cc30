export default {
  testRunner: 'jest',
  jest: { configFile: 'jest.mutation.config.js' },
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  mutate: ['budget', 'time', 'approval', 'state', 'config', 'inputs', 'schema', 'definitions'].map(
    folder => `src/${folder}/**/*.ts`
  ),
  ignorePatterns: ['reports', 'build', 'coverage'],
  timeoutMS: 20_000,
  reporters: ['clear-text', 'progress-append-only', 'html'],
  htmlReporter: { fileName: 'reports/mutation.html' },
  thresholds: { high: 95, low: 90, break: 90 },
  // Stryker reads this file with the API of TypeScript, which version 7 does not have. A missing file is skipped.
  tsconfigFile: 'none'
}
