import base from './jest.config.js'

// Only what runs the source in process: mutants live in src, not in the built bundle.
process.env.GATE_IN_PROCESS = '1'

export default {
  ...base,
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  testPathIgnorePatterns: ['project.test.ts', 'Real.test.ts', 'load.test.ts', 'proxy.test.ts', 'fuzz.test.ts']
}
