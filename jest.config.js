export default {
  testEnvironment: 'node',
  testMatch: ['**/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }] },
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/dist/', '<rootDir>/.stryker-tmp/'],
  testTimeout: 60_000,
  // Most of a test is waiting for a process.
  maxWorkers: '100%',
  // Enforced by `npm run coverage`, which runs the same scenarios in process.
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
