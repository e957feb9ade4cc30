import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runBundle } from '../../../simulator/harness/bundle.ts'
import { annotations, definition, SLO } from '../../support/scenario.ts'
import { type Kept, keep } from '../../support/stateKept.ts'

const LAST_KNOWN = { 'on-error': 'last-known' }

/** A good memory would let this run pass without a question; a damaged one must not. */
async function expectIgnored(kept: Kept): Promise<void> {
  const run = await kept.failing(LAST_KNOWN)

  expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
  expect(run.outputs['reason']).not.toContain('defect')
  expect(run.exitCode).toBe(1)
  expect(run.genesys.burnRateRequests()).toHaveLength(1)
  expect(annotations(run, 'warning')).toContainEqual(expect.stringContaining('state-file'))
}

/** A state file with a healthy reading of just now. */
async function keepHealthy(): Promise<Kept> {
  const kept = await keep()
  expect((await kept.reading(0.4)).outputs['verdict']).toBe('healthy')
  return kept
}

describe('a state file as a whole is ignored with a warning, and the source is asked, when it', () => {
  test.each<[string, (text: string) => string | Buffer]>([
    ['is empty', () => ''],
    ['is binary', () => Buffer.from([0, 255, 254, 1, 128, 10, 0])],
    ['is in UTF-16', text => Buffer.from(text, 'utf16le')],
    ['ends in the middle', text => text.slice(0, text.length / 2)],
    ['is there twice', text => text + text],
    ['is a million lists in each other', () => '['.repeat(1_000_000) + ']'.repeat(1_000_000)]
  ])('%s', async (_fault, damage) => {
    const kept = await keepHealthy()
    writeFileSync(kept.path, damage(readFileSync(kept.path, 'utf8')))
    await expectIgnored(kept)
  })
})

describe('what a state file says of an SLO is ignored with a warning, and the source is asked, when it', () => {
  test.each<[string, Record<string, unknown>]>([
    ['is of a minute from now', { at: new Date(Date.now() + 60_000).toISOString() }],
    ['does not say whether it is unresolved', { isUnresolved: undefined }]
  ])('%s', async (_fault, damage) => {
    const kept = await keepHealthy()
    const state = kept.read()
    kept.write({ ...state, slos: { [SLO]: { ...state.slos[SLO], ...damage } } })
    await expectIgnored(kept)
  })

  test('has a burn rate beyond all numbers', async () => {
    const kept = await keepHealthy()
    writeFileSync(kept.path, readFileSync(kept.path, 'utf8').replace('0.4', '-1e999'))
    await expectIgnored(kept)
  })

  test('does not fit, while it is right about another one', async () => {
    const kept = await keepHealthy()
    const state = kept.read()
    kept.write({ ...state, slos: { ...state.slos, 'other-slo': null } })
    const run = await kept.reading(3)

    expect(run.outputs).toMatchObject({ verdict: 'healthy', 'burn-rate': '0.4' })
    expect(annotations(run, 'warning')).toEqual([expect.stringContaining('other-slo')])
  })
})

describe('a reading of something else is not taken for one of this SLO:', () => {
  const inputs = { 'slo-file': 'slo.json', ...LAST_KNOWN }
  const refusing = { intercept: () => ({ status: 403 }) }

  test('of another SLO', async () => {
    const kept = await keep()
    await kept.run({ slos: { 'other-slo': 0.4 } }, { inputs: { 'slo-id': 'other-slo' } })
    const run = await kept.failing(LAST_KNOWN)

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    expect(Object.keys(kept.read().slos)).toEqual(['other-slo'])
  })

  test.each([
    ['target', { sloTarget: 99.5 }, { sloTarget: 99.9 }],
    ['source', {}, { source: { type: 'prometheus', errorRatio: 'ratio[$window]' } }],
    ['window', { timeWindow: 'PT720H' }, { timeWindow: 'PT168H' }]
  ])('of another %s, which a warning says', async (what, before, after) => {
    const kept = await keep()
    const files = { 'slo.json': definition(before) }
    await kept.run({ slos: { [SLO]: 0.4 } }, { inputs, files })
    const settings = { ...inputs, 'prometheus-url': 'http://127.0.0.1:9', timeout: 'PT1S' }
    const run = await kept.run(refusing, {
      inputs: settings,
      files: { 'slo.json': definition(after) }
    })

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    // A window that was not read yet does not contradict the file.
    if (what !== 'window')
      expect(annotations(run, 'warning')).toContainEqual(expect.stringContaining('state-file'))
  })

  test('of another address, which a warning says', async () => {
    const kept = await keepHealthy()
    const elsewhere = { ...LAST_KNOWN, 'genesys-api-url': 'http://127.0.0.1:9', timeout: 'PT1S' }
    const run = await kept.reading(0.4, elsewhere)

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    expect(annotations(run, 'warning')).toContainEqual(expect.stringContaining('state-file'))
  })

  test.each(['__proto__', 'constructor', 'toString'])(
    'of an SLO called %s in the file, for one that is not',
    async name => {
      const kept = await keepHealthy()
      const entry = JSON.stringify(kept.read().slos[SLO])
      writeFileSync(kept.path, `{"version":1,"slos":{${JSON.stringify(name)}:${entry}}}`)
      const run = await kept.failing(LAST_KNOWN)

      expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    }
  )
})

describe('an SLO may have any name:', () => {
  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'slos', 'ü 1/2'])(
    'an exhausted %s stays blocked',
    async id => {
      const kept = await keep()
      const inputs = { 'slo-id': id, 'on-error': 'allow', 'min-poll-interval': 'PT0S' }
      const slos = Object.fromEntries([[id, 1.5]])
      expect((await kept.run({ slos }, { inputs })).outputs['verdict']).toBe('exhausted')
      const failed = await kept.run({ intercept: () => ({ status: 403 }) }, { inputs })

      expect(failed.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
    }
  )
})

describe('a path that cannot hold a state file is a warning, and the run goes on:', () => {
  test('a folder', async () => {
    const kept = await keep()
    mkdirSync(kept.path)
    await expectIgnored(kept)
    const run = await kept.reading(0.4)

    expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    expect(annotations(run, 'warning')).toContainEqual(expect.stringContaining('could not be written'))
    expect(statSync(kept.path).isDirectory()).toBe(true)
  })

  test('below a file', async () => {
    const kept = await keepHealthy()
    const path = `${kept.path}/state.json`
    const run = await kept.reading(0.4, { 'state-file': path })

    expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    expect(annotations(run, 'warning')).toContainEqual(expect.stringContaining('could not be written'))
    expect((await kept.reading(1.5, { 'state-file': path })).outputs['verdict']).toBe('exhausted')
  })

  test('a link to itself', async () => {
    const kept = await keep()
    symlinkSync(kept.path, kept.path)
    await expectIgnored(kept)
  })

  test('a pipe, which would be waited for without end', async () => {
    const kept = await keep()
    execFileSync('mkfifo', [kept.path])
    const run = await kept.run({ slos: { [SLO]: 1.5 } }, {}, options =>
      runBundle({ ...options, killAfterMs: 10_000 })
    )

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
    expect(run.exitCode).toBe(1)
  })
})

test.each([
  ['a state file', true],
  ['nothing', false]
])('a link to %s is neither read nor written, which a warning says', async (_what, isThere) => {
  const kept = await keepHealthy()
  const link = `${kept.path}.link`
  symlinkSync(kept.path, link)
  if (!isThere) rmSync(kept.path)
  const run = await kept.reading(1.5, { 'state-file': link })

  expect(run.outputs['verdict']).toBe('exhausted')
  expect(annotations(run, 'warning')).toEqual([
    expect.stringMatching(/it is a link, which is not followed; name the file itself; it is ignored$/),
    expect.stringMatching(/could not be written: it is a link/)
  ])
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(existsSync(kept.path)).toBe(isThere)
})

test.each(['/proc/gate/state.json', '/dev/null/state.json', '/proc/self/fd/1'])(
  'a state file that cannot be at %s is a warning, and the run goes on',
  async path => {
    const kept = await keep()
    const run = await kept.reading(0.4, { 'state-file': path })

    expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    expect(annotations(run, 'warning')).toContainEqual(expect.stringContaining('could not be written'))
  }
)

test('a state file in the workspace is used, with a warning that a commit can put it there', async () => {
  const kept = await keep()
  const run = await kept.reading(0.4, { 'state-file': 'state.json' })

  expect(existsSync(join(run.workspace, 'state.json'))).toBe(true)
  expect(annotations(run, 'warning')).toEqual([expect.stringContaining('is in the workspace')])
})

test('a folder that is not there is made', async () => {
  const kept = await keep()
  const inputs = { 'state-file': `${kept.path}.d/a/b/state.json` }
  await kept.reading(0.4, inputs)

  expect((await kept.reading(3, inputs)).outputs['burn-rate']).toBe('0.4')
})
