import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import type { GenesysOptions } from '../../../simulator/genesys/start.ts'
import type { GateOptions } from '../../../simulator/harness/workspace.ts'
import { annotations, definition, gate, SLO } from '../../support/scenario.ts'

const manifest = parse(readFileSync(join(import.meta.dirname, '../../../action.yml'), 'utf8'))
const NAMES = Object.keys(manifest.outputs).toSorted()

interface Path extends GateOptions {
  title: string
  slos?: GenesysOptions['slos']
  verdict: string
}

describe('on every path', () => {
  const alert = { level: 'CRITICAL', burnRateThreshold: 6, duration: 'PT5M' }
  const files = { 'slo.json': definition({ burnRateAlerts: [alert] }) }
  const paths: Path[] = [
    { title: 'healthy', slos: { [SLO]: 0.4 }, verdict: 'healthy' },
    { title: 'warning', slos: { [SLO]: 0.9 }, verdict: 'warning' },
    { title: 'exhausted', slos: { [SLO]: 2 }, verdict: 'exhausted' },
    {
      title: 'burning',
      slos: { [SLO]: ({ durationMs }) => (durationMs === 300_000 ? 7 : 0.4) },
      inputs: { 'slo-file': 'slo.json' },
      files,
      verdict: 'burning'
    },
    { title: 'source-error', slos: {}, verdict: 'source-error' },
    {
      title: 'source-error that may pass',
      slos: {},
      inputs: { 'on-error': 'allow' },
      verdict: 'source-error'
    },
    { title: 'config-error', inputs: { mode: 'x' }, verdict: 'config-error' },
    { title: 'audit', slos: { [SLO]: 2 }, inputs: { mode: 'audit' }, verdict: 'exhausted' }
  ]
  test.each(paths)(
    '$title sets every output and writes report and summary',
    async ({ slos = {}, ...row }) => {
      const run = await gate({ slos }, row)

      expect(Object.keys(run.outputs).toSorted()).toEqual(NAMES)
      expect(run.outputs).toMatchObject({
        verdict: row.verdict,
        'maintenance-mode': 'false',
        'approved-by': ''
      })
      expect(run.outputs['reason']).toMatch(/^[^\n]+$/)
      const { decision, verdict, reason } = run.outputs
      expect(run.report).toMatchObject({ version: 1, decision, verdict, reason })
      expect(run.summary).toContain(decision === 'block' ? 'blocked' : 'allowed')
      expect(run.stderr).toBe('')
    }
  )
})

describe('report-file', () => {
  test('is in the temp folder of the runner unless it is set', async () => {
    const run = await gate({ slos: { [SLO]: 0.4 } })

    expect(run.outputs['report-file']).toMatch(/\/temp\/error-budget-report\.json$/)
    expect(run.report.slos).toHaveLength(1)
  })

  test('may be in a folder that is not there yet', async () => {
    const run = await gate({ slos: { [SLO]: 0.4 } }, { inputs: { 'report-file': 'new/folder/report.json' } })

    expect(run.outputs['report-file']).toBe('new/folder/report.json')
    expect(run.report.slos).toHaveLength(1)
  })
})

describe('what cannot be written changes nothing but a warning', () => {
  const rows = [
    { title: 'a report-file that is a folder', inputs: { 'report-file': 'folder' }, warning: 'report-file' },
    {
      title: 'a report-file in a folder that is a file',
      inputs: { 'report-file': 'folder/file/report.json' },
      warning: 'report-file'
    },
    {
      title: 'a summary in no folder',
      env: { GITHUB_STEP_SUMMARY: '/no/such/folder/summary' },
      warning: 'summary'
    },
    { title: 'outputs that are not there', env: { GITHUB_OUTPUT: '/no/such/file' }, warning: 'outputs' }
  ]
  test.each(rows)('$title', async ({ warning, ...options }) => {
    const files = { 'folder/file': '' }
    const allowed = await gate({ slos: { [SLO]: 0.4 } }, { ...options, files })
    const blocked = await gate({ slos: { [SLO]: 2 } }, { ...options, files })

    expect([allowed.exitCode, blocked.exitCode]).toEqual([0, 1])
    expect(annotations(allowed, 'warning')).toEqual([expect.stringContaining(warning)])
    expect(annotations(blocked, 'error')).toEqual([expect.stringContaining('burn rate 2 ')])
    if (options.env?.GITHUB_OUTPUT === undefined) {
      expect(allowed.outputs['decision']).toBe('allow')
      expect(blocked.outputs['decision']).toBe('block')
    }
  })
})

describe('what was not asked for is left out without a warning', () => {
  const rows = [
    { title: 'a server that knows no summaries', env: { GITHUB_STEP_SUMMARY: undefined } },
    { title: 'summary: false', inputs: { summary: 'false' } }
  ]
  test.each(rows)('$title', async options => {
    const run = await gate({ slos: { [SLO]: 2 } }, options)

    expect(run.summary).toBe('')
    expect(run.outputs['decision']).toBe('block')
    expect(run.exitCode).toBe(1)
    expect(annotations(run, 'warning')).toEqual([])
  })

  test('outputs, where the runner has no file for them', async () => {
    const blocked = await gate({ slos: { [SLO]: 2 } }, { env: { GITHUB_OUTPUT: undefined } })
    const allowed = await gate({ slos: { [SLO]: 0.4 } }, { env: { GITHUB_OUTPUT: undefined } })

    expect([blocked.exitCode, allowed.exitCode]).toEqual([1, 0])
    expect(blocked.report.decision).toBe('block')
  })
})
