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

  test('are grouped by their dimensions; one that an execution lacks is not in the group', async () => {
    const { aggregates } = await genesys({ executions: ALL })
    const { body } = await aggregates({ ...QUERY, groupBy: ['errorType', 'responseStatus'] })
    expect(countsOf(body)).toEqual([
      [{ errorType: 'NONE', responseStatus: '200' }, 4],
      [{ errorType: 'RESPONSE_ERROR', responseStatus: '500' }, 1],
      [{ errorType: 'TIMEOUT' }, 1]
    ])
  })

  const filters: [string, object, number][] = [
    ['matches', { type: 'and', predicates: [{ dimension: 'actionId', value: 'update' }] }, 1],
    ['exists', { type: 'and', predicates: [{ dimension: 'responseStatus', operator: 'exists' }] }, 5],
    ['notExists', { type: 'or', predicates: [{ dimension: 'responseStatus', operator: 'notExists' }] }, 1],
    [
      'or within and',
      {
        type: 'and',
        predicates: [
          { type: 'dimension', dimension: 'integrationId', operator: 'matches', value: 'crm' },
          { dimension: 'errorType', value: 'NONE' }
        ],
        clauses: [
          {
            type: 'or',
            predicates: [
              { dimension: 'actionId', value: 'update' },
              { dimension: 'actionId', value: 'lookup' }
            ]
          }
        ]
      },
      4
    ],
    [
      'and within or',
      {
        type: 'or',
        clauses: [
          {
            type: 'and',
            predicates: [
              { dimension: 'errorType', value: 'TIMEOUT' },
              { dimension: 'integrationId', value: 'other' }
            ]
          },
          { type: 'and', predicates: [{ dimension: 'responseStatus', value: '500' }] }
        ]
      },
      2
    ]
  ]
  test.each(filters)('are filtered: %s', async (_, filter, count) => {
    const { aggregates } = await genesys({ executions: ALL })
    const { body } = await aggregates({ ...QUERY, filter })
    expect(countsOf(body)).toEqual([[{}, count]])
  })

  test('none of them is an answer without results', async () => {
    const { aggregates } = await genesys()
    expect(await aggregates({ ...QUERY, groupBy: ['errorType'] })).toEqual({ status: 200, body: {} })
  })

  const alignments: ['start' | 'clock', [string, number][]][] = [
    [
      'start',
      [
        ['2026-09-01T00:30:00.000Z/2026-09-01T01:30:00.000Z', 5],
        ['2026-09-01T03:30:00.000Z/2026-09-01T04:00:00.000Z', 1]
      ]
    ],
    [
      'clock',
      [
        ['2026-09-01T00:30:00.000Z/2026-09-01T01:00:00.000Z', 3],
        ['2026-09-01T01:00:00.000Z/2026-09-01T02:00:00.000Z', 2],
        ['2026-09-01T03:00:00.000Z/2026-09-01T04:00:00.000Z', 1]
      ]
    ]
  ]
  test.each(alignments)('fill sparse buckets, aligned to the %s', async (bucketAlignment, buckets) => {
    const { aggregates } = await genesys({ executions: ALL, bucketAlignment })
    const { body } = await aggregates({ ...QUERY, granularity: 'PT1H' })
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const found = body.results[0].data.map((one: any) => [one.interval, one.metrics[0].stats.count])
    expect(found).toEqual(buckets)
  })

  test('have views, with a count of 0 where none is in the range', async () => {
    const { aggregates } = await genesys({ executions: ALL })
    const view = (name: string, range: object) => ({
      target: 'tTotalExecution',
      name,
      function: 'rangeBound',
      range
    })
    const views = [
      view('fast', { lt: 100 }),
      view('slow', { gte: 2_000 }),
      view('stuck', { gte: 2_001, lt: 1e9 })
    ]
    const { body } = await aggregates({ ...QUERY, views })
    expect(body.results[0].data[0].views).toEqual([
      { name: 'fast', stats: { count: 3, max: 80, min: 80, sum: 240 } },
      { name: 'slow', stats: { count: 1, max: 2_000, min: 2_000, sum: 2_000 } },
      { name: 'stuck', stats: { count: 0 } }
    ])
  })

  test('may depend on the interval', async () => {
    const { aggregates } = await genesys({
      executions: ({ start, durationMs }) => [
        execution('00:00:00', { at: start, count: durationMs / 60_000 })
      ]
    })
    expect(countsOf((await aggregates(QUERY)).body)).toEqual([[{}, 210]])
  })

  test('of a thousand actions are answered at once', async () => {
    const actions = Array.from({ length: 1_000 }, (_, i) => `action-${i}`)
    const executions = actions.flatMap(actionId =>
      ['NONE', 'TIMEOUT', 'RESPONSE_ERROR', 'RATE_LIMIT', 'OTHER'].flatMap(errorType =>
        ['01', '02', '03'].map(hour => execution(`${hour}:00:00`, { actionId, errorType }))
      )
    )
    const { aggregates } = await genesys({ executions })
    const predicates = actions.map(value => ({ dimension: 'actionId', value }))
    const from = performance.now()
    const query = { ...QUERY, granularity: 'PT1H', groupBy: ['actionId', 'errorType'] }
    const { body } = await aggregates({ ...query, filter: { type: 'or', predicates } })
    expect(body.results).toHaveLength(5_000)
    expect(performance.now() - from).toBeLessThan(2_000)
  })

  const limits: [GenesysOptions, object, number][] = [
    [{ maxIntervalDays: 0.1 }, QUERY, 400],
    [{ maxIntervalDays: 0.1, tooLongStatus: 413 }, QUERY, 413],
    [{ maxIntervalDays: 0.1, tooLongStatus: 504 }, QUERY, 504],
    [{ maxIntervalDays: 1 }, QUERY, 200],
    [{ minGranularityMs: 60_000 }, { ...QUERY, granularity: 'PT59S' }, 400],
    [{ minGranularityMs: 60_000 }, { ...QUERY, granularity: 'PT1M' }, 200],
    [{ minGranularityMs: 1e9 }, QUERY, 200]
  ]
  test.each(limits)('%j refuses what is beyond it: %j', async (options, query, expected) => {
    const { aggregates } = await genesys(options)
    const { status, body } = await aggregates(query)
    expect(status).toBe(expected)
    if (expected !== 200) expect(body).toMatchObject({ status, code: expect.any(String), errors: [] })
  })

  const wrongQueries: [string, object][] = [
    ['interval', { metrics: QUERY.metrics }],
    ['metrics', { interval: INTERVAL }],
    ['metrics', { ...QUERY, metrics: [] }],
    ['metrics.0', { ...QUERY, metrics: ['nError'] }],
    ['interval', { ...QUERY, interval: 'P30D' }],
    ['interval', { ...QUERY, interval: '2026-09-01/2026-09-02' }],
    ['interval', { ...QUERY, interval: '2026-02-30T00:00:00Z/2026-03-05T00:00:00Z' }],
    ['interval', { ...QUERY, interval: INTERVAL.split('/').reverse().join('/') }],
    ['interval', { ...QUERY, interval: `${INTERVAL}/${INTERVAL}` }],
    ['granularity', { ...QUERY, granularity: '1h' }],
    ['granularity', { ...QUERY, granularity: 'PT0S' }],
    ['timeZone', { ...QUERY, timeZone: 'Moon/Base' }],
    ['groupBy.0', { ...QUERY, groupBy: ['queueId'] }],
    ['groupby', { ...QUERY, groupby: ['actionId'] }],
    ['alternateTimeDimension', { ...QUERY, alternateTimeDimension: 'now' }],
    ['flattenMultivaluedDimensions', { ...QUERY, flattenMultivaluedDimensions: 'true' }],
    ['filter', { ...QUERY, filter: { type: 'and' } }],
    ['filter.type', { ...QUERY, filter: { predicates: [{ dimension: 'actionId', value: 'a' }] } }],
    ['filter.predicates.0.dimension', filtered({ value: 'a' })],
    ['filter.predicates.0.operator', filtered({ dimension: 'actionId', operator: 'equals', value: 'a' })],
    ['filter.predicates.0', filtered({ dimension: 'actionId' })],
    ['filter.predicates.0.type', filtered({ type: 'metric', dimension: 'actionId', value: 'a' })],
    ['filter.predicates.0.range', filtered({ dimension: 'actionId', value: 'a', range: { gt: 1 } })],
    ['filter.clauses.0.predicates', { ...QUERY, filter: { type: 'and', clauses: [{ type: 'or' }] } }],
    ['views', { ...QUERY, views: Array.from({ length: 11 }, (_, i) => viewed({ name: `v${i}` })) }],
    ['views', { ...QUERY, views: [viewed({}), viewed({})] }],
    ['views.0.function', { ...QUERY, views: [viewed({ function: 'sum' })] }],
    ['views.0.range', { ...QUERY, views: [viewed({ range: {} })] }],
    ['views.0.range.gt', { ...QUERY, views: [viewed({ range: { gt: 5 } })] }]
  ]
  test.each(wrongQueries)('a query with a wrong %s is refused: %j', async (field, query) => {
    const { aggregates } = await genesys({ executions: ALL })
    const { status, body } = await aggregates(query)
    expect({ status, code: body.code, field: body.details?.[0]?.fieldName }).toEqual({
      status: 400,
      code: 'bad.request',
      field
    })
    expect(body.contextId).toMatch(/^[0-9-]{36}$/)
  })

  test('are told in JSON only', async () => {
    const { api } = await genesys()
    const path = '/analytics/actions/aggregates/query'
    expect((await api(path, { method: 'POST', body: '{' })).status).toBe(400)
    const headers = { 'content-type': 'text/plain' }
    expect((await api(path, { method: 'POST', body: QUERY, headers })).status).toBe(415)
    expect((await api(path)).status).toBe(405)
  })
})

// biome-ignore lint/suspicious/noExplicitAny: as above
function countsOf(body: any): unknown[] {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  return body.results.map(({ group, data }: any) => [group, data[0].metrics[0].stats.count])
}

function filtered(predicate: object): object {
  return { ...QUERY, filter: { type: 'and', predicates: [predicate] } }
}

function viewed(parts: object): object {
  return { target: 'tTotalExecution', name: 'slow', function: 'rangeBound', range: { gte: 1 }, ...parts }
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

  test('are there from the start when given', async () => {
    const { api } = await genesys({ sloResources: { old: { anything: true } } })
    expect((await api(`${PATH}/old`)).body).toMatchObject({ anything: true, version: 1 })
  })

  type Refused = [status: number, method: string, path: string, body?: object]
  const refused: Refused[] = [
    [404, 'GET', '/nothing'],
    [404, 'PUT', '/nothing', { ...CRM, id: 'nothing' }],
    [409, 'POST', '', { id: 'old', sloTarget: 99 }],
    [400, 'POST', '', { sloTarget: 99 }],
    [400, 'POST', '', { id: 'new', sloTarget: 100 }],
    [400, 'POST', '', { id: 'new', sloTarget: 99, minimumEvents: 3 }],
    [400, 'POST', '', { id: 'new', sloTarget: 99, timeWindow: '30d' }],
    [400, 'PUT', '/old', { id: 'other', sloTarget: 99 }],
    [405, 'GET', '']
  ]
  test.each(refused)('%i: %s %s %j', async (...[expected, method, path, body]: Refused) => {
    const { api } = await genesys({ sloResources: { old: {} } })
    expect((await api(PATH + path, { method, body })).status).toBe(expected)
  })
})

describe('data tables', () => {
  const KEY = 'crm slo/1'
  const ROW = '/flows/datatables/t1/rows/crm%20slo%2F1'
  const row = { key: KEY, burn_rate: 0.4, verdict: 'healthy', error_budget_remaining: 60 }
  const whole = {
    ...row,
    current_budget_health: 0,
    degraded: false,
    maintenance_mode: false,
    maintenance_until: '',
    updated_at: '',
    run_url: ''
  }
  const dataTables = {
    t1: { name: 'Budgets', columns: BUDGET_COLUMNS, rows: { [KEY]: row } },
    t2: { columns: { state: { type: 'string' as const, default: 'OK' } } }
  }

  test('tell their schema when asked', async () => {
    const { api } = await genesys({ dataTables })
    const brief = { id: 't1', name: 'Budgets', selfUri: '/api/v2/flows/datatables/t1' }
    expect((await api('/flows/datatables/t1')).body).toEqual(brief)
    const { schema, ...rest } = (await api('/flows/datatables/t1?expand=schema')).body
    expect(rest).toEqual(brief)
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
    expect((await api(`${ROW}?showbrief=true`)).body).toEqual({ key: KEY })
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
  const NO_TABLE = 'flows.datatables.table.not.found'
  const rows = '/flows/datatables/t1/rows'
  type Refused = [status: number, code: string, method: string, path: string, body?: object]
  const refused: Refused[] = [
    [404, NO_TABLE, 'GET', '/flows/datatables/none'],
    [404, NO_TABLE, 'GET', '/flows/datatables/none/rows/a'],
    [404, NO_TABLE, 'POST', '/flows/datatables/none/rows', { key: 'a' }],
    [404, 'not.found', 'GET', `${rows}/none`],
    [404, 'not.found', 'PUT', `${rows}/none`, { key: 'none' }],
    [409, 'conflict', 'POST', rows, row],
    [400, 'bad.request', 'GET', `${ROW}?showbrief=no`],
    [400, SYNTAX, 'PUT', ROW, { ...row, key: 'other' }],
    [400, SYNTAX, 'PUT', ROW, { degraded: true }],
    [400, SYNTAX, 'PUT', ROW, { ...row, budget: 1 }],
    [400, SYNTAX, 'PUT', ROW, { ...row, error_budget_remaining: 1.5 }],
    [400, SYNTAX, 'PUT', ROW, { ...row, burn_rate: '0.4' }],
    [400, SYNTAX, 'PUT', ROW, { ...row, degraded: null }],
    [400, SYNTAX, 'POST', rows, { key: 'k'.repeat(257) }],
    [400, SYNTAX, 'POST', rows, []]
  ]
  test.each(refused)('%i %s: %s %s %j', async (...[status, code, method, path, body]: Refused) => {
    const { simulator, api } = await genesys({ dataTables })
    expect(await api(path, { method, body })).toMatchObject({ status, body: { code, status } })
    expect(simulator.dataTables.get('t1')?.rows.get(KEY)).toEqual(whole)
  })

  test('name the field that is wrong', async () => {
    const { api } = await genesys({ dataTables })
    const { body } = await api(ROW, { method: 'PUT', body: { ...row, budget: 1 } })
    expect(body.message).toContain('budget')
    expect(body.details).toEqual([{ errorCode: SYNTAX, fieldName: 'budget' }])
  })
})

describe('every API of Genesys', () => {
  const paths = ['/observability/slos/a', '/flows/datatables/t', '/flows/datatables/t/rows/a']
  test.each(paths)('wants a token: %s', async path => {
    const { simulator } = await genesys()
    expect((await ask(`${simulator.url}/api/v2${path}`)).body.code).toBe('authentication.required')
  })
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

  type Refused = [status: number, id: string, query: string, headers?: object]
  const refused: Refused[] = [
    [403, 'metric', `from_ts=${FROM}&to_ts=${FROM + 1}`, { 'dd-api-key': 'wrong' }],
    [403, 'metric', `from_ts=${FROM}&to_ts=${FROM + 1}`, { 'dd-application-key': 'wrong' }],
    [404, 'none', `from_ts=${FROM}&to_ts=${FROM + 1}`],
    [404, '__proto__', `from_ts=${FROM}&to_ts=${FROM + 1}`],
    [400, 'metric', `from_ts=${FROM}`],
    [400, 'metric', `to_ts=${FROM}`],
    [400, 'metric', `from_ts=${FROM}.5&to_ts=${FROM + 1}`],
    [400, 'metric', `from_ts=${FROM * 1000}&to_ts=${FROM}`],
    [400, 'metric', `from_ts=${FROM}&to_ts=${FROM}`],
    ...['0', '100', '-1', 'x', ''].map(
      (target): Refused => [400, 'metric', `from_ts=${FROM}&to_ts=${FROM + 1}&target=${target}`]
    ),
    [400, 'metric', `from_ts=${FROM}&to_ts=${FROM + 1}&timeframe=7d`]
  ]
  test.each(refused)('%i: %s %s %j', async (...[expected, id, query, headers]: Refused) => {
    const { history } = await datadog()
    const { status, body } = await history(id, query, headers)
    expect(status).toBe(expected)
    expect(body).toEqual({ errors: [expected === 403 ? 'Forbidden' : expect.any(String)] })
  })

  test('can be made to answer anything', async () => {
    const { history } = await datadog({ intercept: () => ({ status: 503, body: { errors: [] } }) })
    expect(await history('metric')).toEqual({ status: 503, body: { errors: [] } })
  })
})
