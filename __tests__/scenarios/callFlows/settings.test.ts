// The inputs of publishing: what is refused, and what they need beside them.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { BUDGET_COLUMNS, type GenesysSimulator, startGenesys } from '../../../simulator/genesys/start.ts'
import type { GateOptions, GateRun } from '../../../simulator/harness/workspace.ts'
import { type FakePrometheus, startFakePrometheus } from '../../support/fakePrometheus.ts'
import { configured, expectRefused, type Row } from '../../support/refusal.ts'
import { annotations, definition, readable, run, SLO } from '../../support/scenario.ts'

const TABLE = 'budgets'
const SHARE = 'a decimal number from 0 to 1, such as 0.8'
const ADDRESS = 'an https:// address without user (http:// on a loopback host only)'

test('inputs that are wrong block before any request is sent, whether or not anything is published', async () => {
  const hook = 'https://user:hook-secret@hooks.example/'
  const row: Row = {
    title: '',
    inputs: { 'degrade-below': '80', 'event-webhook-url': hook },
    says: ['input degrade-below', '"80"', SHARE, 'input event-webhook-url', 'its value', ADDRESS],
    hides: ['hook-secret']
  }
  expectRefused(await configured(row), row)
})

let genesys: GenesysSimulator
let prometheus: FakePrometheus
beforeAll(async () => {
  genesys = await startGenesys({
    slos: { [SLO]: 0.4, other: 0.4 },
    dataTables: { [TABLE]: { columns: BUDGET_COLUMNS } }
  })
  prometheus = await startFakePrometheus({ answer: () => 0.004 })
})
afterAll(() => Promise.all([genesys.close(), prometheus.close()]))

const rowOf = (id = SLO) => genesys.dataTables.get(TABLE)?.rows.get(id)

function fresh(): void {
  genesys.requests.length = 0
  prometheus.requests.length = 0
  genesys.dataTables.get(TABLE)?.rows.clear()
}

describe('event-webhook-url without genesys-data-table', () => {
  test('is a warning: nothing tells whether flows were degraded before', async () => {
    fresh()
    const hook = `${genesys.url}/hook-secret?hook-secret`
    const inputs = { ...genesys.inputs(), 'slo-id': SLO, 'event-webhook-url': hook }
    const warned = await run({ inputs })

    const words = 'input event-webhook-url: has no effect without genesys-data-table'
    expect(warned.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    expect(warned.exitCode).toBe(0)
    expect(warned.report.warnings).toEqual([expect.stringContaining(words)])
    expect(annotations(warned, 'warning')).toEqual(warned.report.warnings)
    expect(readable(warned.summary)).toContain(words)
    expect(genesys.requests.some(({ path }) => path.includes('hook'))).toBe(false)
    expect(warned.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('hook-secret')
  })
})

describe('the connection to Genesys Cloud', () => {
  const files = {
    'slo.json': definition({ sloTarget: 99, source: { type: 'prometheus', errorRatio: 'ratio[$window]' } })
  }

  /** An SLO that is measured by Prometheus alone. */
  function measured(inputs: Record<string, string>, options: GateOptions = {}): Promise<GateRun> {
    fresh()
    const own = { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url }
    return run({ files, ...options, inputs: { ...own, ...inputs } })
  }

  test('is needed for the table even where all SLOs are measured elsewhere', async () => {
    const refused = await measured({ 'genesys-data-table': TABLE })

    expect(refused.outputs).toMatchObject({ decision: 'block', verdict: 'config-error' })
    expect(refused.exitCode).toBe(1)
    expect(refused.report.errors).toEqual(
      ['genesys-region', 'genesys-client-id', 'genesys-client-secret'].map(name =>
        expect.stringContaining(`input ${name}: is missing, and input genesys-data-table needs it`)
      )
    )
    expect([...genesys.requests, ...prometheus.requests]).toEqual([])
  })

  test('is not needed without a table', async () => {
    const unpublished = await measured({})

    expect(unpublished.outputs['verdict']).toBe('healthy')
    expect(unpublished.report.warnings).toEqual([])
  })

  test('is enough when it is there: one sign-in, for publishing alone', async () => {
    const published = await measured({ ...genesys.inputs(), 'genesys-data-table': TABLE })

    expect(published.outputs).toMatchObject({ verdict: 'healthy', 'burn-rate': '0.4' })
    expect(published.report.warnings).toEqual([])
    expect(rowOf()).toMatchObject({ key: SLO, error_budget_remaining: 60, verdict: 'healthy' })
    expect(genesys.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST'])
    expect(genesys.tokenRequests()).toHaveLength(1)
  })

  test('is refused once, however many need it', async () => {
    fresh()
    const refused = await run({ inputs: { 'slo-id': SLO, 'genesys-data-table': TABLE } })

    expect(refused.report.errors).toHaveLength(3)
    expect(new Set(refused.report.errors).size).toBe(3)
    for (const error of refused.report.errors) expect(error).toContain(`and SLO "${SLO}" needs it`)
  })

  test('that does not sign in is only a warning where nothing is measured with it', async () => {
    const secret = 'another-secret'
    const unpublished = await measured({
      ...genesys.inputs(),
      'genesys-client-secret': secret,
      'genesys-data-table': TABLE
    })

    expect(unpublished.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    expect(unpublished.exitCode).toBe(0)
    expect(unpublished.report.warnings).toEqual([
      expect.stringMatching(/the Genesys Cloud sign-in answered HTTP 401.*check genesys-client-id/)
    ])
    expect(unpublished.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(secret)
  })

  test('without an answer is only a warning as well', async () => {
    const gone = await startGenesys()
    const inputs = { ...gone.inputs(), 'genesys-data-table': TABLE }
    await gone.close()
    const unpublished = await measured(inputs)

    expect(unpublished.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    expect(unpublished.report.warnings).toEqual([expect.stringMatching(/ECONNREFUSED.*after 3 attempts/)])
  })
})
