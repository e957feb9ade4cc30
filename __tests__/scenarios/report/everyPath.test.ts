import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { temporaryFolder } from '../../../simulator/harness/temporary.ts'
import type { GateOptions } from '../../../simulator/harness/workspace.ts'
import { annotations, definition, gate, run, SLO } from '../../support/scenario.ts'

const { path: folder } = temporaryFolder('gate-hostile-')
const at = (name: string) => join(folder, name)
mkdirSync(at('folder'))
symlinkSync(at('folder'), at('link'))
execFileSync('mkfifo', [at('pipe')])
writeFileSync(at('deep.json'), '['.repeat(5_000_000))
const FULL = '/dev/full'

describe('outputs, report and summary are written, and a block stays a block, when', () => {
  test.each<[string, GateOptions]>([
    ['the event is a folder', { env: { GITHUB_EVENT_PATH: at('folder') } }],
    ['the event is a pipe', { env: { GITHUB_EVENT_PATH: at('pipe') } }],
    ['the event is five million lists in each other', { env: { GITHUB_EVENT_PATH: at('deep.json') } }],
    ['the temp folder is not there yet', { env: { RUNNER_TEMP: at('new/temp') } }],
    ['the folder of the report is a link', { inputs: { 'report-file': `${at('link')}/report.json` } }]
  ])('%s', async (_what, options) => {
    const blocked = await gate({ slos: { [SLO]: 2 } }, options)

    expect(blocked.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted', 'burn-rate': '2' })
    expect(Object.keys(blocked.outputs)).toHaveLength(9)
    expect(blocked.report.slos).toHaveLength(1)
    expect(blocked.summary).toContain('Deployment blocked')
    expect(blocked.exitCode).toBe(1)
  })

  test.each<[string, GateOptions]>([
    [
      'a definition has a source of an odd shape',
      { files: { 'slo.json': definition({ source: { type: { toString: 1 } } }) } }
    ],
    [
      'a definition is a list of odd values',
      { files: { 'slo.json': '[1, null, {"id": {"toString": 1}}, [[]]]' } }
    ]
  ])('%s', async (_what, options) => {
    const wrong = await run({ inputs: { 'slo-file': 'slo.json' }, ...options })

    expect(wrong.outputs).toMatchObject({ decision: 'block', verdict: 'config-error' })
    expect(wrong.report).toMatchObject({ decision: 'block', slos: [] })
    expect(wrong.summary).toContain('Deployment blocked')
    expect(wrong.exitCode).toBe(1)
  })
})

describe('what cannot be written is a warning, and nothing is waited for:', () => {
  test.each<[string, GateOptions, string]>([
    ['a report below /proc', { inputs: { 'report-file': '/proc/gate/report.json' } }, 'report-file'],
    ['a report to a pipe', { inputs: { 'report-file': at('pipe') } }, 'not a regular file'],
    ['a report to a device', { inputs: { 'report-file': FULL } }, 'not a regular file'],
    ['a report to a link', { inputs: { 'report-file': at('link') } }, 'is a link'],
    ['a report to the output', { inputs: { 'report-file': '/dev/stdout' } }, 'is a link'],
    ['a summary to a folder', { env: { GITHUB_STEP_SUMMARY: at('folder') } }, 'job summary'],
    ['a summary to a full device', { env: { GITHUB_STEP_SUMMARY: FULL } }, 'job summary'],
    ['a summary to a pipe', { env: { GITHUB_STEP_SUMMARY: at('pipe') } }, 'job summary'],
    ['outputs to a folder', { env: { GITHUB_OUTPUT: at('folder') } }, 'outputs'],
    ['outputs to a pipe', { env: { GITHUB_OUTPUT: at('pipe') } }, 'outputs']
  ])('%s', async (_what, options, says) => {
    const allowed = await gate({ slos: { [SLO]: 0.4 } }, options)

    expect(allowed.exitCode).toBe(0)
    expect(annotations(allowed, 'warning')).toEqual([expect.stringContaining(says)])
    expect(annotations(allowed, 'warning').join()).toContain('could not be written')
  })

  test('an audit that cannot hand on its block fails', async () => {
    const inputs = { mode: 'audit' }
    const unseen = await gate({ slos: { [SLO]: 2 } }, { inputs, env: { GITHUB_OUTPUT: at('folder') } })

    expect(unseen.exitCode).toBe(1)
    expect((await gate({ slos: { [SLO]: 2 } }, { inputs })).exitCode).toBe(0)
  })
})

test('the reason has at most 1,000 characters in the outputs, and is whole in the report', async () => {
  const definitions = Array.from({ length: 200 }, (_, index) => ({
    id: `wrong-${index}`,
    sloTarget: 0,
    metric: {}
  }))
  const files = { 'slo.json': JSON.stringify(definitions) }
  const wrong = await run({ inputs: { 'slo-file': 'slo.json' }, files })

  expect(wrong.outputs['reason']).toHaveLength(1_000)
  expect(wrong.outputs['reason']).toMatch(/…$/)
  expect(wrong.report.reason).toContain('wrong-199')
})

test.each(['block', 'exhausted', 'healthy', 'rate', 'CRITICAL', 'PT720H', 'genesys-observability'])(
  'a secret that is the word "%s" changes no decision and no structure',
  async secret => {
    const inputs = { 'prometheus-token': secret }
    const blocked = await gate({ slos: { [SLO]: 2 } }, { inputs, replay: false })

    expect(blocked.outputs).toMatchObject({
      decision: 'block',
      verdict: 'exhausted',
      'maintenance-mode': 'false'
    })
    expect(blocked.report).toMatchObject({ decision: 'block', slos: [{ verdict: 'exhausted' }] })
    expect(blocked.report.slos[0].readings[0]).toMatchObject({ kind: 'rate', window: 'PT720H' })
    expect(blocked.exitCode).toBe(1)
  }
)
