import base from './jest.config.js'

// Only tests that run the source can notice a mutant, and only the quick ones of what is mutated are run.
export default {
  ...base,
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  testMatch: ['**/__tests__/{approval,budget,config,definitions,inputs,state,time}/*.test.ts'],
  testPathIgnorePatterns: ['property.test.ts']
}
