// The row that call flows read: when it is written, and what is in it.
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  BUDGET_COLUMNS,
  type GenesysOptions,
  type Row,
  startGenesys
} from '../../../simulator/genesys/start.ts'
import { temporaryFolder } from '../../../simulator/harness/temporary.ts'
import type { GateOptions } from '../../../simulator/harness/workspace.ts'
import type { RecordedRequest } from '../../../simulator/server.ts'
import { publish, rowOf, TABLE, TABLES } from '../../support/dataTable.ts'
import { startFakePrometheus } from '../../support/fakePrometheus.ts'
import { json, status } from '../../support/faults.ts'
import { annotations, answering, definition, type GenesysRun, run, SLO } from '../../support/scenario.ts'

const ROWS = `${TABLES}${TABLE}/rows`
const ROW = `${ROWS}/${SLO}`
const BRIEF = '?showbrief=false'
const RUN_URL = 'https://github.com/acme/crm-flows/actions/runs/1234567890'

const tableOf = ({ genesys }: Pick<GenesysRun, 'genesys'>) => genesys.dataTables.get(TABLE)?.rows
const ofTables = ({ genesys }: Pick<GenesysRun, 'genesys'>) =>
  genesys.requests.filter(({ path }) => path.startsWith(TABLES))
const asked = (run: Pick<GenesysRun, 'genesys'>) =>
  ofTables(run).map(({ method, path }) => `${method} ${path}`)
const sent = (run: GenesysRun, method: string) =>
  ofTables(run).flatMap(request => (request.method === method ? JSON.parse(request.body) : []))
const read = ({ method }: RecordedRequest) => method === 'GET'

/** A row as an earlier run left it. */
const earlier = (parts: Row = {}): Row => ({
  current_budget_health: 1,
  error_budget_remaining: 90,
  burn_rate: 0.1,
  degraded: false,
  maintenance_mode: false,
  maintenance_until: '',
  verdict: 'healthy',
  updated_at: '2026-01-01T00:00:00.000Z',
  run_url: 'https://example.com/earlier',
  ...parts
})

describe('the row', () => {
  test('is created where there is none, with exactly the documented fields', async () => {
    const first = await publish(0.4)

    expect(first.exitCode).toBe(0)
    expect(asked(first)).toEqual([`GET ${ROW}${BRIEF}`, `POST ${ROWS}`])
    const expected = {
      key: SLO,
      current_budget_health: 1,
      error_budget_remaining: 60,
      burn_rate: 0.4,
      degraded: false,
      maintenance_mode: false,
      maintenance_until: '',
      verdict: 'healthy',
      updated_at: first.report.generatedAt,
      run_url: RUN_URL
    }
    expect(sent(first, 'POST')).toStrictEqual([expected])
    expect(rowOf(first)).toStrictEqual(expected)
    expect(first.report.generatedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(first.report.publications).toEqual([{ id: SLO, outcome: 'written', row: expected, problems: [] }])
    expect([first.report.warnings, annotations(first, 'warning')]).toEqual([[], []])
  })

  test('is updated whole where there is one', async () => {
    const again = await publish(2, { rows: { [SLO]: earlier(), other: earlier() } })

    expect(asked(again)).toEqual([`GET ${ROW}${BRIEF}`, `PUT ${ROW}`])
    const expected = {
      key: SLO,
      current_budget_health: 0.5,
      error_budget_remaining: 0,
      burn_rate: 2,
      degraded: true,
      maintenance_mode: false,
      maintenance_until: '',
      verdict: 'exhausted',
      updated_at: again.report.generatedAt,
      run_url: RUN_URL
    }
    expect(sent(again, 'PUT')).toStrictEqual([expected])
    expect(rowOf(again)).toStrictEqual(expected)
    expect(rowOf(again, 'other')).toEqual({ key: 'other', ...earlier() })
    expect([again.outputs['decision'], again.exitCode]).toEqual(['block', 1])
  })

  test.each([409, 400])('is updated after all when its key was taken in between: HTTP %i', async code => {
    const intercept = (request: RecordedRequest) => {
      if (code === 400 && request.method === 'POST' && request.path === ROWS) return status(code)
      return request.path.startsWith(ROW) && read(request) ? status(404) : undefined
    }
    const late = await publish(0.4, { rows: { [SLO]: earlier() }, genesys: { intercept } })

    expect(asked(late)).toEqual([`GET ${ROW}${BRIEF}`, `POST ${ROWS}`, `PUT ${ROW}`])
    expect(sent(late, 'PUT')).toEqual(sent(late, 'POST'))
    expect(rowOf(late)).toMatchObject({ burn_rate: 0.4, run_url: RUN_URL })
    expect(late.report.warnings).toEqual([])
  })

  test('is created after all when it was deleted in between', async () => {
    const intercept = (request: RecordedRequest) =>
      request.path.startsWith(ROW) && read(request) ? { body: { key: SLO, ...earlier() } } : undefined
    const late = await publish(0.4, { genesys: { intercept } })

    expect(asked(late)).toEqual([`GET ${ROW}${BRIEF}`, `PUT ${ROW}`, `POST ${ROWS}`])
    expect(sent(late, 'POST')).toEqual(sent(late, 'PUT'))
    expect(rowOf(late)).toMatchObject({ burn_rate: 0.4, run_url: RUN_URL })
    expect(late.report.warnings).toEqual([])
  })

  test('is written in an audit as well', async () => {
    const audit = await publish(2, { inputs: { mode: 'audit' } })

    expect(audit.exitCode).toBe(0)
    expect(rowOf(audit)).toMatchObject({ burn_rate: 2, degraded: true, verdict: 'exhausted' })
    expect(audit.report.publications[0].event.event).toBe('budget_exceeded')
  })

  test.each<[string, GateOptions]>([
    ['an input is wrong', { inputs: { 'max-burn-rate': 'high' } }],
    ['an input is wrong in an audit', { inputs: { mode: 'audit', timeout: 'soon' } }],
    [
      'a definition is wrong',
      { inputs: { 'slo-file': 'slo.json' }, files: { 'slo.json': definition({ sloTarget: 100 }) } }
    ]
  ])('stays as it was when %s', async (_title, options) => {
    const wrong = await publish(2, { rows: { [SLO]: earlier() }, ...options })

    expect(wrong.outputs['verdict']).toBe('config-error')
    expect(wrong.genesys.requests).toEqual([])
    expect(wrong.report.publications).toEqual([])
  })

  test('is not written without genesys-data-table', async () => {
    const none = await publish(2, { inputs: { 'genesys-data-table': '', 'flow-id': 'f' } })

    expect(asked(none)).toEqual([])
    expect(none.report.publications).toEqual([])
    expect(none.log).not.toContain('budget_exceeded')
  })
})

test.each<[string, number, boolean]>([
  ['0.5', 2, false],
  ['0.50000001', 2, true]
])('with degrade-below %s a burn rate of %d degrades %p', async (threshold, burn, degraded) => {
  const published = await publish(burn, { inputs: { 'degrade-below': threshold } })

  expect(rowOf(published)?.['degraded']).toBe(degraded)
})

describe('several SLOs', () => {
  test('have a row each, written at the same time but at most ten at once', async () => {
    const ids = Array.from({ length: 24 }, (_, index) => `slo-${index}`)
    const open = new Set<RecordedRequest>()
    let most = 0
    const intercept = async (request: RecordedRequest) => {
      if (!request.path.startsWith(TABLES)) return undefined
      open.add(request)
      most = Math.max(most, open.size)
      await new Promise(done => setTimeout(done, 20))
      open.delete(request)
      return undefined
    }
    const slos = Object.fromEntries(ids.map((id, index) => [id, index / 10]))
    const many = await publish(0, { genesys: { slos, intercept }, inputs: { 'slo-id': ids.join(',') } })

    expect([...(tableOf(many)?.keys() ?? [])].toSorted()).toEqual(ids.toSorted())
    for (const id of ids) expect(rowOf(many, id)).toMatchObject({ key: id, burn_rate: slos[id] })
    expect(ofTables(many)).toHaveLength(48)
    expect(most).toBeGreaterThan(5)
    expect(most).toBeLessThanOrEqual(10)
    expect(many.genesys.tokenRequests()).toHaveLength(1)
    expect(many.report.publications).toHaveLength(24)
  })
})

describe('an SLO that was not measured leaves its row as it was, byte for byte,', () => {
  const empty = { type: 'prometheus', good: 'empty_good[$window]', total: 'empty[$window]' }
  const few = { type: 'prometheus', good: 'few_good[$window]', total: 'few[$window]' }
  const prometheus = { type: 'prometheus', errorRatio: 'ratio[$window]' }
  const BURN = { level: 'CRITICAL', burnRateThreshold: 14, duration: 'PT5M' }

  /** Twenty executions, all of which failed, and nothing else that anybody knows. */
  const startPrometheus = () =>
    startFakePrometheus({
      answer: query => {
        if (query.includes('[5m]')) return { status: 422, error: 'too busy' }
        if (query.startsWith('few')) return query.startsWith('few_good') ? 0 : 20
        return query.startsWith('ratio') ? 0.001 : []
      }
    })

  /** Runs the gate on these definitions beside one that can be measured. */
  async function beside(definitions: object[], genesys: GenesysOptions = {}): Promise<GenesysRun> {
    const server = await startPrometheus()
    const slos = [{ id: SLO, sloTarget: 99.5, source: { type: 'genesys-observability' } }, ...definitions]
    const rows = Object.fromEntries(slos.map(slo => [(slo as { id: string }).id, earlier()]))
    try {
      return await publish(0.4, {
        rows,
        genesys: { slos: { [SLO]: 0.4, broken: () => null }, ...genesys },
        inputs: {
          'slo-file': 'slos.json',
          'prometheus-url': server.url,
          'on-error': 'allow',
          'on-no-data': 'allow'
        },
        files: { 'slos.json': JSON.stringify(slos) }
      })
    } finally {
      await server.close()
    }
  }

  function expectKept(run: GenesysRun, id: string, verdict: string): void {
    expect(run.report.slos.find((slo: { id: string }) => slo.id === id)?.verdict).toBe(verdict)
    expect(JSON.stringify(rowOf(run, id))).toBe(JSON.stringify({ key: id, ...earlier() }))
    expect(asked(run)).toEqual([`GET ${ROW}${BRIEF}`, `PUT ${ROW}`])
    expect(rowOf(run)).toMatchObject({ burn_rate: 0.4, updated_at: run.report.generatedAt })
    expect(run.report.publications).toContainEqual({ id, outcome: 'kept', problems: [] })
    expect(run.exitCode).toBe(0)
  }

  test.each<[string, verdict: string, { id: string; [field: string]: unknown }]>([
    [
      'its source answers without a burn rate',
      'source-error',
      { id: 'broken', source: { type: 'genesys-observability' } }
    ],
    ['its source had no events', 'no-data', { id: 'empty', source: empty }],
    ['there were too few events', 'low-traffic', { id: 'few', source: few, minimumEvents: 100 }],
    [
      'there were too few events, and the window of an alert could not be read',
      'source-error',
      { id: 'few', source: few, minimumEvents: 100, burnRateAlerts: [BURN] }
    ]
  ])('when %s', async (_title, verdict, slo) => {
    expectKept(await beside([{ sloTarget: 99, ...slo }]), slo.id, verdict)
  })

  test('but enough events over its own window are a measurement, whatever an alert says', async () => {
    const slo = { id: 'ratio', sloTarget: 99, source: prometheus, burnRateAlerts: [BURN] }
    const measured = await beside([slo])

    expect(measured.report.slos[0]).toMatchObject({ id: 'ratio', verdict: 'source-error' })
    expect(rowOf(measured, 'ratio')).toMatchObject({ verdict: 'source-error', error_budget_remaining: 90 })
  })

  test('and without a row, none is made', async () => {
    const none = await publish(null, { inputs: { 'on-error': 'allow' } })

    expect(none.outputs['verdict']).toBe('source-error')
    expect(asked(none)).toEqual([])
    expect(tableOf(none)?.size).toBe(0)
  })
})

describe('a reading that is remembered', () => {
  /** Runs against one Genesys Cloud and one state file. */
  async function twice(second: Record<string, string>, isDown: boolean) {
    const state = join(temporaryFolder('gate-state-').path, 'state.json')
    let down = false
    const refuse = answering('/api/v2/observability/', status(403))
    const genesys = await startGenesys({
      slos: { [SLO]: 0.4 },
      dataTables: { [TABLE]: { columns: BUDGET_COLUMNS } },
      intercept: request => (down ? refuse(request) : undefined)
    })
    const inputs = { ...genesys.inputs(), 'slo-id': SLO, 'genesys-data-table': TABLE, 'state-file': state }
    try {
      const first = await run({ inputs })
      const row = JSON.stringify(rowOf({ genesys }))
      down = isDown
      genesys.requests.length = 0
      return { first, row, again: { ...(await run({ inputs: { ...inputs, ...second } })), genesys } }
    } finally {
      await genesys.close()
    }
  }

  test('leaves the row as it was when it stands in for one that could not be made', async () => {
    const { row, again } = await twice({ 'on-error': 'last-known', 'min-poll-interval': 'PT0S' }, true)

    expect(again.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    expect(again.outputs['reason']).toContain('last known reading')
    expect(JSON.stringify(rowOf(again))).toBe(row)
    expect(asked(again)).toEqual([])
  })

  test('is written with its own time when it is young enough not to be asked for again', async () => {
    const { first, again } = await twice({}, false)

    expect(again.genesys.burnRateRequests()).toEqual([])
    expect(again.report.slos[0].isRemembered).toBe(true)
    expect(rowOf(again)).toMatchObject({ burn_rate: 0.4, updated_at: first.report.generatedAt })
    expect(again.report.generatedAt > first.report.generatedAt).toBe(true)
  })
})

describe('a row that is broken is written anew, and the other rows with it', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const until = (value: string) => `{"maintenance_mode":true,"maintenance_until":${value}}`
  test.each<[string, string]>([
    ['null', 'null'],
    ['a list', '[{"degraded":true}]'],
    ['fields of other types', '{"key":null,"degraded":"yes","maintenance_mode":1,"maintenance_until":{}}'],
    ['a maintenance until an object that is not text', until('{"toString":1,"valueOf":1}')],
    ['a maintenance until a value as deep as a well', until(deep)]
  ])('%s', async (_title, body) => {
    const intercept = (request: RecordedRequest) =>
      request.path.startsWith(ROW) && read(request) ? json(body) : undefined
    const anew = await publish(0.4, {
      rows: { [SLO]: earlier() },
      genesys: { intercept, slos: { [SLO]: 0.4, other: 0.4 } },
      inputs: { 'slo-id': `${SLO},other` }
    })

    expect(asked(anew)).toEqual(expect.arrayContaining([`GET ${ROW}${BRIEF}`, `PUT ${ROW}`]))
    expect(rowOf(anew)).toMatchObject({ burn_rate: 0.4, maintenance_mode: false, maintenance_until: '' })
    expect(rowOf(anew, 'other')).toMatchObject({ burn_rate: 0.4 })
    expect([anew.report.warnings, anew.exitCode]).toEqual([[], 0])
    expect(anew.log).not.toContain('budget_recovered')
  })
})

describe('the key of a row is the id of the SLO', () => {
  test('whatever is in it, as one part of the address', async () => {
    const ids = [
      ...['a/b', '/a/', 'a b', 'a+b&c=d', 'a?b#c', '50%', '%2F', '%2e%2e', '...', '../x', '..%2f..', 'a\\b'],
      ...[`it's "quoted"`, 'überlast ✓ 漢字 🚦', 'a;b:c@d', '<b>*x*</b>', '{key}', '__proto__', 'constructor']
    ]
    const slos = Object.fromEntries(ids.map(id => [id, 0.4]))
    const inputs = { 'slo-id': ids.join(',') }
    const created = await publish(0, { genesys: { slos }, inputs })
    const rows = Object.fromEntries(ids.map(id => [id, earlier()]))
    const updated = await publish(0, { genesys: { slos }, inputs, rows })

    const reads = ids.map(id => `GET ${ROWS}/${encodeURIComponent(id)}${BRIEF}`)
    const writes = ids.map(id => `PUT ${ROWS}/${encodeURIComponent(id)}`)
    expect(asked(created).toSorted()).toEqual([...reads, ...ids.map(() => `POST ${ROWS}`)].toSorted())
    expect(asked(updated).toSorted()).toEqual([...reads, ...writes].toSorted())
    for (const run of [created, updated]) {
      expect([...(tableOf(run)?.keys() ?? [])].toSorted()).toEqual(ids.toSorted())
      for (const id of ids) expect(rowOf(run, id)).toMatchObject({ key: id, burn_rate: 0.4 })
      expect(run.report.warnings).toEqual([])
    }
  })

  test('and the id of the table is one part of the address too', async () => {
    const columns = BUDGET_COLUMNS
    const created = await publish(0, {
      genesys: { slos: { [SLO]: 0.4 }, dataTables: { 'my table/1?': { columns } } },
      inputs: { 'genesys-data-table': 'my table/1?' }
    })

    expect(asked(created)[1]).toBe(`POST ${TABLES}my%20table%2F1%3F/rows`)
    expect(created.genesys.dataTables.get('my table/1?')?.rows.get(SLO)).toMatchObject({ burn_rate: 0.4 })
  })
})

test('run_url is empty outside GitHub, Jenkins and GitLab CI', async () => {
  const names = ['ACTIONS', 'OUTPUT', 'SERVER_URL', 'REPOSITORY', 'RUN_ID'].map(name => `GITHUB_${name}`)
  const published = await publish(0.4, { env: Object.fromEntries(names.map(name => [name, undefined])) })

  expect(rowOf(published)?.['run_url']).toBe('')
  expect(published.exitCode).toBe(0)
})
