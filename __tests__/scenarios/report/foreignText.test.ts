import { describe, expect, test } from '@jest/globals'
import { BUDGET_COLUMNS } from '../../../simulator/genesys/start.ts'
import type { GateRun } from '../../../simulator/harness/workspace.ts'
import { startFakePrometheus } from '../../support/fakePrometheus.ts'
import { expectInert, PAYLOADS } from '../../support/inert.ts'
import { API, answering, type GenesysRun, gate, readable } from '../../support/scenario.ts'

/** What text could do to the runner that reads the log. */
const COMMANDS = [
  '::error::pwned',
  ' ::stop-commands::pwned',
  '::set-output name=decision::allow',
  '##[error]pwned',
  '%0A::error::pwned'
]
const ALL = [...PAYLOADS, ...COMMANDS]

const QUIET = { level: 'CRITICAL', burnRateThreshold: 150, duration: 'PT6H' }

/** Every place that text comes from, in one run: definitions, servers, call flows and inputs. */
async function everywhere(payload: string): Promise<GenesysRun> {
  const message = `first ${payload}\n${payload}\r\n# heading\u2028${payload}\u202e`
  const prometheus = await startFakePrometheus({ answer: () => ({ status: 400, error: `query ${message}` }) })
  const [actions, kept] = [{ type: 'genesys-data-actions' }, `kept ${payload}`]
  const api = { type: 'genesys-observability' }
  const resource = { id: kept, name: payload, description: payload, sloTarget: 99 }
  const executed = { at: new Date(Date.now() - 86_400_000), actionId: 'a', integrationId: 'i', durationMs: 9 }
  const definitions = [
    { id: `id ${payload}`, name: payload, sloTarget: 99.5, source: actions, burnRateAlerts: [QUIET] },
    { id: `low ${payload}`, sloTarget: 50, source: actions, minimumEvents: 1_000_000 },
    { ...resource, source: api, sloTarget: 99.5, name: `${payload} new`, description: `new ${payload}` },
    { id: `unread ${payload}`, sloTarget: 99.5, source: api },
    {
      id: `asked ${payload}`,
      sloTarget: 99.5,
      source: { type: 'prometheus', errorRatio: `x{a="${payload}"}[$window]` }
    }
  ]
  try {
    return await gate(
      {
        slos: { [kept]: 1.5 },
        sloResources: { [kept]: resource },
        dataTables: { table: { columns: BUDGET_COLUMNS, rows: { [kept]: { degraded: false } } } },
        executions: [
          { ...executed, errorType: 'NONE', responseStatus: '200', count: 900 },
          { ...executed, errorType: payload, responseStatus: payload, count: 100 }
        ],
        intercept: answering(`/api/v2/observability/slos/${encodeURIComponent(`unread ${payload}`)}`, {
          status: 403,
          headers: { 'inin-correlation-id': payload.replace(/[^ -~]/g, '') },
          body: { message }
        })
      },
      {
        inputs: {
          'slo-file': 'slos.json',
          'apply-slos': 'true',
          'genesys-data-table': 'table',
          'maintenance-label': payload,
          'prometheus-url': prometheus.url
        },
        files: { 'slos.json': JSON.stringify(definitions) }
      }
    )
  } finally {
    await prometheus.close()
  }
}

describe('text from outside is only text', () => {
  test.each(ALL)(
    'in definitions, outcomes, notes, call flows, and the words of servers: %s',
    async payload => {
      const run = await everywhere(payload)

      expect(run.report.errors).toEqual([])

      expect(run.report.applied).toContainEqual(expect.objectContaining({ outcome: 'updated' }))
      const text = readable(run.summary)
      const parts = [
        `| ${payload} \``,
        `| ${payload} ${payload} | 100 | bad |`,
        '### Also worth knowing',
        'first ',
        `query first ${payload.trim()}`,
        '### Definitions at Genesys Cloud',
        `kept ${payload} degrades`
      ]
      for (const part of parts) expect(text).toContain(part)
      expect(run.summary).toContain('```mermaid')
      expectHarmless(run)
    }
  )

  test.each(ALL)('as a value that is not accepted: %s', async payload => {
    const run = await gate({}, { inputs: { mode: payload, 'time-zone': `${payload}\n${payload}` } })

    expect(run.outputs['verdict']).toBe('config-error')
    expect(readable(run.summary)).toContain('input mode: "')
    expectHarmless(run)
  })

  test.each(['::error::pwned.yaml', '##[error]pwned.yaml', '<b>.yaml', '`b`.yaml'])(
    'as the name of a file: %s',
    async name => {
      const run = await gate({}, { inputs: { 'slo-file': '*.yaml' }, files: { [name]: 'id: [x' } })

      expect(run.outputs['verdict']).toBe('config-error')
      expect(readable(run.summary)).toContain(name)
      expectHarmless(run)
    }
  )

  test.each(['id: x\n::error::pwned', 'id: {\n  ::error::pwned\n', 'id: [x,\n"##[error]pwned" ]]'])(
    'as a line of a file that cannot be parsed, which is not quoted: %j',
    async content => {
      const files = { 'slo.yaml': content }
      const run = await gate({}, { inputs: { 'slo-file': 'slo.yaml' }, files })

      expect(run.outputs['verdict']).toBe('config-error')
      expect(run.outputs['reason']).not.toContain('pwned')
      expectHarmless(run)
    }
  )

  // The colours of a terminal can hide what stands before them.
  test.each([
    ['a terminal sequence', '\u001b[2J\u001b[8m'],
    ['NUL', '\u0000'],
    ['backspace', '\b\b\b'],
    ['a mark that turns the direction of writing', '\u202e']
  ])('without control characters: %s', async (_what, control) => {
    const intercept = answering(API, { status: 403, body: { message: `before${control}after` } })
    const run = await gate({ intercept })

    for (const text of [run.stdout, run.summary, Object.values(run.outputs).join()]) {
      expect(text).toContain('before')
      expect(text).not.toContain(control.slice(0, 1))
    }
  })

  test.each(COMMANDS)('outside GitHub as well: %s', async payload => {
    const env = { GITHUB_ACTIONS: undefined, GITHUB_OUTPUT: undefined }
    const intercept = answering(API, { status: 403, body: { message: `first\n${payload}` } })
    const run = await gate({ intercept }, { env })

    expect(run.exitCode).toBe(1)
    expect(run.stdout).toContain('first')
    expect(run.stdout).not.toMatch(/^\s*::/m)
    expect(run.stdout).not.toContain('##[')
  })
})

test('an id is one part of the path', async () => {
  const ids = [
    'crm/lookup',
    'crm lookup',
    'crm-日本-ü',
    'a?b=c&d#e',
    '../../../oauth/token',
    '100 %',
    '%2F',
    "it's"
  ]
  const slos = Object.fromEntries(ids.map(id => [id, 0.4]))
  const run = await gate({ slos }, { inputs: { 'slo-id': ids.join(',') } })

  expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.4' })
  const asked = run.genesys.burnRateRequests().map(({ path }) => path.replace(/\?.*/, ''))
  expect(asked.toSorted()).toEqual(
    ids.map(id => `/api/v2/observability/slos/${encodeURIComponent(id)}/burnRate`).toSorted()
  )
  expect(run.report.slos.map(({ id }: { id: string }) => id).toSorted()).toEqual(ids.toSorted())
})

function expectHarmless(run: GateRun): void {
  // A runner takes a line for a command that starts with `::`, or in the old form has `##[` anywhere.
  const lines = run.stdout.split(/\r\n|\r|\n/)
  const ours = /^::(add-mask|debug)::|^::(error|warning) title=(Deployment blocked|Error budget)/
  const others = lines.filter(line => !ours.test(line))
  expect(others.filter(line => /^\s*::/.test(line))).toEqual([])
  expect(others.filter(line => line.includes('##['))).toEqual([])
  expect(run.stdout).not.toContain('\u2028')

  expectInert(run.summary)
  expect(run.summary).not.toMatch(/[\r\u2028]/)
}
