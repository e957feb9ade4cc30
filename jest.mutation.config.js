import base from './jest.config.js'

// Mutants live in src, so only what runs the source can kill them; and they are many, so only what is
// quick runs for each: the unit tests, less those about the project itself, the fuzzing and the longest.
export default {
  ...base,
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  testRunner: './jest-circus.mutation.js',
  testMatch: ['**/__tests__/unit/*.test.ts'],
  testPathIgnorePatterns: [
    'project.test.ts',
    'fuzz.test.ts',
    'http.test.ts',
    'gate.test.ts',
    'memory.property.test.ts',
    'businessHours.property.test.ts',
    'publishRow.test.ts',
    'replay.test.ts',
    'examples.test.ts',
    'workflows.test.ts',
    'readme.test.ts',
    'simulators.test.ts'
  ]
}
