// Jest's own way to run a test file, but only as far as a mutant needs it: not at all where no test
// of the file touches the mutant, and no other file once a test has failed. Without it, every file
// that imports the mutated one is loaded for each mutant, although Stryker names the tests to run.
// (Stryker accepts a runner only with `jest-circus` in its name.)
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createEmptyTestResult } from '@jest/test-result'
import circus from 'jest-circus/runner'

/** The configuration of the latest run in which a test failed; each mutant has a run of its own. */
let failed

export default async function run(globalConfig, config, environment, runtime, path, ...rest) {
  const isMutant = process.env.__STRYKER_ACTIVE_MUTANT__ !== undefined
  const folder = join(config.rootDir, 'reports/test-names')
  const namesFile = join(folder, `${basename(path)}.json`)
  if (isMutant && (failed === globalConfig || !hasTest(namesFile, globalConfig.testNamePattern))) {
    return leftOut(path)
  }
  const result = await circus.default(globalConfig, config, environment, runtime, path, ...rest)
  if (!isMutant) {
    // The run in which Stryker finds out which test touches what.
    mkdirSync(folder, { recursive: true })
    writeFileSync(namesFile, JSON.stringify(result.testResults.map(({ fullName }) => fullName)))
  } else if (result.numFailingTests > 0) failed = globalConfig
  return result
}

/** @param pattern undefined when every test has to be run */
function hasTest(namesFile, pattern = '') {
  const names = JSON.parse(readFileSync(namesFile, 'utf8'))
  return names.some(name => new RegExp(pattern, 'i').test(name))
}

/** As if every test of the file had been skipped. */
function leftOut(path) {
  const test = { ancestorTitles: [], title: '', fullName: '', status: 'pending', failureMessages: [] }
  return {
    ...createEmptyTestResult(),
    testFilePath: path,
    skipped: true,
    numPendingTests: 1,
    testResults: [test]
  }
}
