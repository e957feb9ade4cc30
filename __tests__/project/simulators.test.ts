// What neither the SDK's types nor GitHub's description can see: how the simulators count, keep and refuse.
import { afterEach, describe, expect, test } from '@jest/globals'
import { type DatadogOptions, startDatadog } from '../../simulator/datadog/start.ts'
import {
  BUDGET_COLUMNS,
  type Execution,
  type GenesysOptions,
  startGenesys
} from '../../simulator/genesys/start.ts'
import type { Server } from '../../simulator/server.ts'

const started: Server[] = []
afterEach(async () => {
  await Promise.all(started.splice(0).map(server => server.close()))
})

interface Asked {
  method?: string
  body?: unknown
  headers?: Record<string, string>
}

async function ask(url: string, { method = 'GET', body, headers = {} }: Asked = {}) {
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const response = await fetch(url, { method, headers: { ...type, ...headers }, ...sent })
  // biome-ignore lint/suspicious/noExplicitAny: its shape is what the tests are there to find out
  const answer: any = await response.json()
  return { status: response.status, body: answer }
}

/** A Genesys Cloud with a client that is signed in already. */
async function genesys(options: GenesysOptions = {}) {
  const simulator = await startGenesys(options)
  started.push(simulator)
  const headers = { authorization: `Bearer ${simulator.issuedToken}` }
  const api = (path: string, asked: Asked = {}) =>
    ask(`${simulator.url}/api/v2${path}`, { ...asked, headers: { ...headers, ...asked.headers } })
  const aggregates = (query: object) =>
    api('/analytics/actions/aggregates/query', { method: 'POST', body: query })
  return { simulator, api, aggregates }
}

const INTERVAL = '2026-09-01T00:30:00.000Z/2026-09-01T04:00:00.000Z'
const QUERY = { interval: INTERVAL, metrics: ['tTotalExecution'] }

function execution(at: string, parts: Partial<Execution> = {}): Execution {
  const where = { actionId: 'lookup', integrationId: 'crm' }
  return { at: `2026-09-01T${at}Z`, ...where, errorType: 'NONE', durationMs: 100, ...parts }
}

const ALL: Execution[] = [
  execution('00:29:59.999'),
  execution('00:30:00', { count: 3, responseStatus: '200', durationMs: 80 }),
  execution('01:10:00', { responseStatus: '200', durationMs: 2_000 }),
  execution('01:20:00', { errorType: 'RESPONSE_ERROR', responseStatus: '500', actionId: 'update' }),
  execution('03:59:59.999', { errorType: 'TIMEOUT', integrationId: 'other' }),
  execution('04:00:00')
]

describe('executions of data actions', () => {
  test('are counted from the start of the interval up to its end', async () => {
    const { simulator, aggregates } = await genesys({ executions: ALL })
    const { status, body } = await aggregates(QUERY)
    expect(status).toBe(200)
    const stats = { count: 6, max: 2_000, min: 80, sum: 3 * 80 + 2_000 + 100 + 100 }
    const metrics = [{ metric: 'tTotalExecution', stats }]
    expect(body).toEqual({ results: [{ group: {}, data: [{ interval: INTERVAL, metrics }] }] })
    expect(simulator.analyticsRequests()).toHaveLength(1)
  })

  const nested = {
    type: 'and',
    predicates: [{ type: 'dimension', dimension: 'integrationId', operator: 'matches', value: 'crm' }],
    clauses: [
      {
        type: 'or',
        predicates: ['NONE', 'TIMEOUT'].map(value => ({ dimension: 'errorType', value }))
      }
    ]
  }
  const byOutcome = [
    [{ errorType: 'NONE', responseStatus: '200' }, 4],
    [{ errorType: 'RESPONSE_ERROR', responseStatus: '500' }, 1],
    [{ errorType: 'TIMEOUT' }, 1]
  ]
  const selections: [string, object, unknown[]][] = [
    [
      'by their dimensions, without those that they lack',
      { groupBy: ['errorType', 'responseStatus'] },
      byOutcome
    ],
    ['when a filter within the filter fits too', { filter: nested }, [[{}, 4]]]
  ]
  test.each(selections)('are counted %s', async (_, selection, counts) => {
    const { aggregates } = await genesys({ executions: ALL })
    const { body } = await aggregates({ ...QUERY, ...selection })
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const found = body.results.map(({ group, data }: any) => [group, data[0].metrics[0].stats.count])
    expect(found).toEqual(counts)
  })

  test('none of them is an answer without results', async () => {
    const { aggregates } = await genesys()
    expect(await aggregates({ ...QUERY, groupBy: ['errorType'] })).toEqual({ status: 200, body: {} })
  })

  const alignments: ['start' | 'clock', Record<string, number>][] = [
    ['start', { '00:30/01:30': 5, '03:30/04:00': 1 }],
    ['clock', { '00:30/01:00': 3, '01:00/02:00': 2, '03:00/04:00': 1 }]
  ]
  test.each(alignments)('fill sparse buckets, aligned to the %s', async (bucketAlignment, buckets) => {
    const { aggregates } = await genesys({ executions: ALL, bucketAlignment })
    const { body } = await aggregates({ ...QUERY, granularity: 'PT1H' })
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const found = body.results[0].data.map(({ interval, metrics: [{ stats }] }: any) => [
      interval.replaceAll(/2026-09-01T|:00.000Z/g, ''),
      stats.count
    ])
    expect(Object.fromEntries(found)).toEqual(buckets)
  })

  test('have views, with a count of 0 where none is in the range', async () => {
    const { aggregates } = await genesys({ executions: ALL })
    const views = [view('fast', { lt: 100 }), view('stuck', { gte: 2_001, lt: 1e9 })]
    const { body } = await aggregates({ ...QUERY, views })
    expect(body.results[0].data[0].views).toEqual([
      { name: 'fast', stats: { count: 3, max: 80, min: 80, sum: 240 } },
      { name: 'stuck', stats: { count: 0 } }
    ])
  })

  test('are refused beyond the longest interval and the finest granularity', async () => {
    const { aggregates } = await genesys({
      maxIntervalDays: 1,
      tooLongStatus: 413,
      minGranularityMs: 60_000
    })
    const long = '2026-09-01T00:00:00Z/2026-09-02T00:00:01Z'
    expect(await aggregates({ ...QUERY, interval: long })).toMatchObject({
      status: 413,
      body: { status: 413 }
    })
    expect(await aggregates({ ...QUERY, granularity: 'PT59S' })).toMatchObject({ status: 400 })
    expect(await aggregates({ ...QUERY, granularity: 'PT1M' })).toMatchObject({ status: 200 })
  })

  const wrongQueries: [string, object][] = [
    ['interval', { ...QUERY, interval: '2026-02-30T00:00:00Z/2026-03-05T00:00:00Z' }],
    ['interval', { ...QUERY, interval: INTERVAL.split('/').reverse().join('/') }],
    ['granularity', { ...QUERY, granularity: 'PT0S' }],
    ['groupby', { ...QUERY, groupby: ['actionId'] }],
    ['filter', { ...QUERY, filter: { type: 'and' } }],
    ['timeZone', { ...QUERY, timeZone: 'Europe/Berlin' }],
    ['views', { ...QUERY, views: [view('slow', { gte: 1 }), view('slow', { gte: 2 })] }]
  ]
  test('are refused with the name of the field that is wrong', async () => {
    const { aggregates } = await genesys({ executions: ALL })
    for (const [fieldName, query] of wrongQueries) {
      const { status, body } = await aggregates(query)
      expect({ status, details: body.details }).toEqual({
        status: 400,
        details: [{ errorCode: 'bad.request', fieldName }]
      })
      expect(body.contextId).toMatch(/^[0-9-]{36}$/)
    }
  })

  test('are asked for in JSON only', async () => {
    const { api } = await genesys()
    const headers = { 'content-type': 'text/plain' }
    const asked = { method: 'POST', body: QUERY, headers }
    expect((await api('/analytics/actions/aggregates/query', asked)).status).toBe(415)
  })
})

function view(name: string, range: object): object {
  return { target: 'tTotalExecution', name, function: 'rangeBound', range }
}

describe('SLO resources', () => {
  const CRM = { id: 'crm/slo', sloTarget: 99.5 }
  const PATH = '/observability/slos'
  const SERVERS = { selfUri: '/api/v2/observability/slos/crm%2Fslo', dateModified: expect.any(String) }

  test('are created, read and updated', async () => {
    const { simulator, api } = await genesys()
    const created = { ...CRM, ...SERVERS, version: 1 }
    expect(await api(PATH, { method: 'POST', body: CRM })).toEqual({ status: 200, body: created })
    expect(await api(`${PATH}/crm%2Fslo`)).toEqual({ status: 200, body: created })
    const changed = { ...created, sloTarget: 99.9, dateModified: '2026-09-01T00:00:00Z' }
    expect(await api(`${PATH}/crm%2Fslo`, { method: 'PUT', body: changed })).toEqual({
      status: 200,
      body: { ...created, sloTarget: 99.9, version: 2 }
    })
    expect([...simulator.sloResources]).toEqual([['crm/slo', { id: 'crm/slo', sloTarget: 99.9 }]])
  })

  test('are refused when they do not exist, exist already or do not fit the path', async () => {
    const { api } = await genesys({ sloResources: { old: {} } })
    const statusOf = async (method: string, path: string, body: object) =>
      (await api(PATH + path, { method, body })).status
    expect(await statusOf('PUT', '/nothing', { ...CRM, id: 'nothing' })).toBe(404)
    expect(await statusOf('POST', '', { id: 'old', sloTarget: 99 })).toBe(409)
    expect(await statusOf('PUT', '/old', { id: 'other', sloTarget: 99 })).toBe(400)
    expect(await statusOf('POST', '', { id: 'new', sloTarget: 100 })).toBe(400)
    expect(await statusOf('PATCH', '', CRM)).toBe(405)
  })
})

describe('data tables', () => {
  const KEY = 'crm slo/1'
  const ROW = '/flows/datatables/t1/rows/crm%20slo%2F1'
  const row = { key: KEY, burn_rate: 0.4, verdict: 'healthy', error_budget_remaining: 60 }
  const rest = { current_budget_health: 0, degraded: false, maintenance_mode: false }
  const whole = { ...row, ...rest, maintenance_until: '', updated_at: '', run_url: '' }
  const dataTables = {
    t1: { name: 'Budgets', columns: BUDGET_COLUMNS, rows: { [KEY]: row } },
    t2: { columns: { state: { type: 'string' as const, default: 'OK' } } }
  }

  test('tell their schema when asked', async () => {
    const { api } = await genesys({ dataTables })
    const brief = { id: 't1', name: 'Budgets', selfUri: '/api/v2/flows/datatables/t1' }
    expect((await api('/flows/datatables/t1')).body).toEqual(brief)
    const { schema, ...table } = (await api('/flows/datatables/t1?expand=schema')).body
    expect(table).toEqual(brief)
    expect(schema).toMatchObject({ type: 'object', required: ['key'], additionalProperties: false })
    expect(Object.keys(schema.properties)).toEqual(Object.keys(BUDGET_COLUMNS))
    expect(schema.properties.error_budget_remaining).toMatchObject({
      type: 'integer',
      $id: '/properties/error_budget_remaining'
    })
  })

  test('give a row whole only when asked', async () => {
    const { api } = await genesys({ dataTables })
    expect((await api(ROW)).body).toEqual({ key: KEY })
    expect((await api(`${ROW}?showbrief=false`)).body).toEqual(whole)
  })

  test('are written by whole rows', async () => {
    const { simulator, api } = await genesys({ dataTables })
    const written = { key: KEY, degraded: true }
    const kept = { ...whole, burn_rate: 0, verdict: '', error_budget_remaining: 0, degraded: true }
    expect(await api(ROW, { method: 'PUT', body: written })).toEqual({ status: 200, body: kept })
    expect(simulator.dataTables.get('t1')?.rows.get(KEY)).toEqual(kept)
    const rows = '/flows/datatables/t2/rows'
    const created = { key: 'a', state: 'OK' }
    expect(await api(rows, { method: 'POST', body: { key: 'a' } })).toEqual({ status: 200, body: created })
    expect(simulator.dataTables.get('t2')?.rows.get('a')).toEqual(created)
  })

  const SYNTAX = 'flows.datatables.syntax.error'
  const rows = '/flows/datatables/t1/rows'
  type Refused = [status: number, code: string, method: string, path: string, body?: object]
  const refused: Refused[] = [
    [404, 'flows.datatables.table.not.found', 'GET', '/flows/datatables/none'],
    [404, 'not.found', 'PUT', `${rows}/none`, { key: 'none' }],
    [409, 'conflict', 'POST', rows, row],
    [400, SYNTAX, 'PUT', ROW, { ...row, key: 'other' }],
    [400, SYNTAX, 'PUT', ROW, { ...row, error_budget_remaining: 1.5 }],
    [400, SYNTAX, 'POST', rows, { key: 'k'.repeat(257) }]
  ]
  test.each(refused)('%i %s: %s %s', async (...[status, code, method, path, body]: Refused) => {
    const { simulator, api } = await genesys({ dataTables })
    expect(await api(path, { method, body })).toMatchObject({ status, body: { code, status } })
    expect(simulator.dataTables.get('t1')?.rows.get(KEY)).toEqual(whole)
  })

  test('name the field that is wrong', async () => {
    const { api } = await genesys({ dataTables })
    const { body } = await api(ROW, { method: 'PUT', body: { ...row, budget: 1 } })
    expect(body.details).toEqual([{ errorCode: SYNTAX, fieldName: 'budget' }])
  })
})

test('every API of Genesys wants a token', async () => {
  const { simulator } = await genesys()
  for (const path of ['/observability/slos/a', '/flows/datatables/t']) {
    expect((await ask(`${simulator.url}/api/v2${path}`)).body.code).toBe('authentication.required')
  }
})

describe('Datadog', () => {
  const FROM = 1_788_220_800
  const DAY = 86_400
  const slos: NonNullable<DatadogOptions['slos']> = {
    metric: {
      type: 'metric',
      events: (from, to) => ({ good: (to.getTime() - from.getTime()) / 1000 - 10, total: DAY }),
      thresholds: [{ timeframe: '7d', target: 95 }]
    },
    silent: { type: 'metric' },
    monitor: { type: 'monitor', sliValue: () => 75 },
    slices: { type: 'time_slice', sliValue: () => null }
  }

  async function datadog(options: DatadogOptions = { slos }) {
    const simulator = await startDatadog(options)
    started.push(simulator)
    const inputs = simulator.inputs()
    const headers = {
      'dd-api-key': inputs['datadog-api-key'] ?? '',
      'dd-application-key': inputs['datadog-app-key'] ?? ''
    }
    const history = (id: string, query = `from_ts=${FROM}&to_ts=${FROM + DAY}`, other = {}) =>
      ask(`${inputs['datadog-api-url']}/api/v1/slo/${id}/history?${query}`, {
        headers: { ...headers, ...other }
      })
    return { simulator, history }
  }

  test('tells the events of a metric SLO', async () => {
    const { simulator, history } = await datadog()
    const { status, body } = await history('metric', `from_ts=${FROM}&to_ts=${FROM + DAY}&target=99`)
    const { data } = body
    expect({ status, errors: body.errors, type: data.type, id: data.type_id }).toEqual({
      status: 200,
      errors: null,
      type: 'metric',
      id: 1
    })
    expect(data.thresholds).toEqual({
      '7d': { timeframe: '7d', target: 95, target_display: '95.' },
      custom: { timeframe: 'custom', target: 99, target_display: '99.' }
    })
    const { numerator, denominator, times } = data.series
    expect([numerator.sum, denominator.sum]).toEqual([DAY - 10, DAY])
    for (const { sum, count, values } of [numerator, denominator]) {
      expect([count, values.length]).toEqual([times.length, times.length])
      expect(values.reduce((a: number, b: number) => a + b)).toBe(sum)
    }
    const sli = (100 * (DAY - 10)) / DAY
    expect(data.overall.sli_value).toBeCloseTo(sli, 9)
    expect(data.overall.error_budget_remaining['7d']).toBeCloseTo((100 * (sli - 95)) / 5, 9)
    expect(data.overall.error_budget_remaining.custom).toBeCloseTo(100 * (sli - 99), 9)
    expect(simulator.historyRequests()).toHaveLength(1)
  })

  test('has no SLI without events', async () => {
    const { history } = await datadog()
    const { data } = (await history('silent')).body
    expect(data.series.denominator).toMatchObject({ sum: 0 })
    expect(data.overall).toMatchObject({
      sli_value: null,
      errors: [{ error_type: 'ZERO_VALUED_DENOMINATOR' }]
    })
    expect(data.overall).not.toHaveProperty('error_budget_remaining')
  })

  test('tells the SLI of SLOs over time', async () => {
    const { history } = await datadog()
    const monitor = (await history('monitor')).body.data
    expect(monitor).toMatchObject({ type: 'monitor', type_id: 0, overall: { sli_value: 75 } })
    expect(monitor.overall.history).toEqual([
      [FROM, 0],
      [FROM + 0.75 * DAY, 1]
    ])
    const slices = (await history('slices')).body.data
    expect(slices).toMatchObject({ type: 'time_slice', type_id: 2, overall: { sli_value: null } })
    expect(slices).not.toHaveProperty('series')
  })

  const second = `from_ts=${FROM}&to_ts=${FROM + 1}`
  type Refused = [status: number, id: string, query: string, headers?: object]
  const refused: Refused[] = [
    [403, 'metric', second, { 'dd-application-key': 'wrong' }],
    [404, '__proto__', second],
    [400, 'metric', `from_ts=${FROM}.5&to_ts=${FROM + 1}`],
    [400, 'metric', `from_ts=${FROM}&to_ts=${FROM}`],
    [400, 'metric', `${second}&target=100`],
    [400, 'metric', `${second}&timeframe=7d`]
  ]
  test.each(refused)('%i: %s %s %j', async (...[expected, id, query, headers]: Refused) => {
    const { history } = await datadog()
    const { status, body } = await history(id, query, headers)
    expect(status).toBe(expected)
    expect(body).toEqual({ errors: [expected === 403 ? 'Forbidden' : expect.any(String)] })
  })
})
