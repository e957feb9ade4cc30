export default {
  testEnvironment: 'node',
  testMatch: ['**/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }] },
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/dist/', '<rootDir>/.stryker-tmp/'],
  testTimeout: 60_000,
  maxWorkers: '100%',
  // `npm test` collects coverage and enforces the thresholds.
  coverageReporters: ['text'],
  collectCoverageFrom: ['src/**/*.ts', '!src/main.ts'],
  coverageThreshold: {
    global: { lines: 95, branches: 95 },
    ...Object.fromEntries(
      ['budget', 'time', 'approval', 'state', 'config', 'definitions'].map(folder => [
        `./src/${folder}/`,
        { lines: 100, branches: 100, functions: 100, statements: 100 }
      ])
    )
  }
}
