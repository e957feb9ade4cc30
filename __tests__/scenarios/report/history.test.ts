// The charts: drawn where the source can tell how the budget came to be what it is, and nowhere else.
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { type Execution, type GenesysOptions, startGenesys } from '../../../simulator/genesys/start.ts'
import { runClock } from '../../../simulator/harness/inProcess.ts'
import { temporaryFolder } from '../../../simulator/harness/temporary.ts'
import type { GateOptions, GateRun } from '../../../simulator/harness/workspace.ts'
import { type RecordedRequest, type Reply, type Server, startServer } from '../../../simulator/server.ts'
import { expectInert } from '../../support/inert.ts'
import { prometheusBinary, promtoolBinary, startPrometheus } from '../../support/realPrometheus.ts'
import { definition, type GenesysRun, gate, readable, run, SLO } from '../../support/scenario.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const QUERY = '/api/v2/analytics/actions/aggregates/query'
const ACTIONS = { type: 'genesys-data-actions' }

/** Half a day later than so many days ago: never near the boundary of two days of a window. */
const daysAgo = (days: number) => new Date(Date.now() - days * DAY - DAY / 2)

const executed = (days: number, good: number, bad = 0, actionId = 'lookup'): Execution[] => {
  const common = { at: daysAgo(days), actionId, integrationId: 'crm', durationMs: 300 }
  return [
    { ...common, errorType: 'NONE', responseStatus: '200', count: good },
    { ...common, errorType: 'REMOTE_ERROR', responseStatus: '503', count: bad }
  ].filter(({ count }) => count > 0)
}

/** A thousand good executions on each of thirty days, and these that failed: by how many days ago it was. */
const month = (failed: Record<number, number>, actionId = 'lookup'): Execution[] =>
  Array.from({ length: 30 }, (_, days) => executed(days, 1_000, failed[days] ?? 0, actionId)).flat()

/** 200 of 30,200 failed, where 151 may. */
const OUTAGES = month({ 20: 100, 5: 100 })

interface Charted extends GateOptions {
  fields?: object
  genesys?: GenesysOptions
}

function chartOf(executions: Execution[], { fields, genesys, ...options }: Charted = {}) {
  const text = definition({ source: ACTIONS, ...fields })
  return gate(
    { executions, ...genesys },
    { ...options, inputs: { 'slo-file': 'slo.json', ...options.inputs }, files: { 'slo.json': text } }
  )
}

const bodyOf = ({ body }: RecordedRequest) => JSON.parse(body) as { interval: string; granularity?: string }

/** The queries that are for charts: nothing else is asked for in parts in these tests. */
const drawn = ({ genesys }: GenesysRun) =>
  genesys.analyticsRequests().filter(request => bodyOf(request).granularity !== undefined)

interface Chart {
  title: string
  line: number[]
  /** The small table below it. */
  rows: [string, number][]
  lowest: number
  unit: string
  sparkline: string
}

/** Every chart of the summary, read from its text. */
function chartsIn({ summary }: GateRun): Chart[] {
  return summary
    .split(/^### /m)
    .filter(section => section.includes('```mermaid'))
    .map(section => {
      const rows = [...section.matchAll(/^\| (\d+ \w+(?: \d\d:\d\d)?) \| (-?[\d.]+)&nbsp;% \|$/gm)]
      return {
        title: section.split('\n')[0] ?? '',
        line: JSON.parse(/^ {4}line (\[.*\])$/m.exec(section)?.[1] ?? '[]') as number[],
        rows: rows.map(([, until, left]) => [String(until), Number(left)]),
        lowest: Number(/y-axis "percent" (-?[\d.]+) --> 100/.exec(section)?.[1]),
        unit: /x-axis "(.*) since the window began" 1 --> \d+/.exec(section)?.[1] ?? '',
        sparkline: /^`([▁-█]+)` from /m.exec(section)?.[1] ?? ''
      }
    })
}

const rounded = (percent: number) => Math.round(percent * 10) / 10

/** The chart ends where the report says the budget is, and its forms agree. */
function expectTrue(gated: GateRun, id = SLO): Chart {
  const [chart] = chartsIn(gated).filter(({ title }) => title.includes(`\`${id}\``))
  if (chart === undefined) throw new Error(`there is no chart of ${id}`)
  const slo = gated.report.slos.find((one: { id: string }) => one.id === id)
  expect(chart.line.at(-1)).toBe(rounded(slo.budgetRemaining))
  expect(chart.rows.map(([, left]) => left)).toEqual(chart.line)
  expect([...chart.sparkline]).toHaveLength(chart.line.length)
  expect(chart.lowest).toBe(Math.min(0, ...chart.line))
  // A budget only goes down within a window.
  expect(chart.line).toEqual(chart.line.toSorted((a, b) => b - a))
  const buckets = gated.report.histories[id] as { end: string; good: number; total: number }[]
  expect(buckets).toHaveLength(chart.line.length)
  expect(buckets.at(-1)?.end).toBe(slo.window.end)
  return chart
}

describe('the chart of data actions', () => {
  test('is the budget day by day, and ends at what the report says is left', async () => {
    const gated = await chartOf(OUTAGES)

    expect(gated.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
    const { line, unit } = expectTrue(gated)
    // 100 of the 151 that may fail went in the tenth day, as many again in the 25th.
    expect(line).toEqual([
      ...Array.from({ length: 9 }, () => 100),
      ...Array.from({ length: 15 }, () => 33.8),
      ...Array.from({ length: 6 }, () => -32.5)
    ])
    expect(unit).toBe('days')
    const [slo] = gated.report.slos
    expect(sumOf(gated.report.histories[SLO])).toEqual(slo.events)
    expectInert(gated.summary)
    // Asked for once, over the same window, in parts.
    const [whole, parts, ...more] = gated.genesys.analyticsRequests().map(bodyOf)
    expect(more).toEqual([])
    expect(parts).toEqual({ ...whole, granularity: 'P1D' })
  })

  test('leaves out what is ignored, and counts what is slow as the measurement does', async () => {
    const slow = { ...executed(3, 150)[0], durationMs: 5_000 } as Execution
    const ignored = { ...executed(4, 700)[0], errorType: 'BAD_REQUEST', responseStatus: '404' } as Execution
    const source = { ...ACTIONS, slowerThan: 'PT2S', ignoreResponseStatuses: [404], actionIds: ['lookup'] }
    const gated = await chartOf([...month({ 9: 60 }), slow, ignored, ...month({ 1: 999 }, 'other')], {
      fields: { source }
    })

    expect(gated.report.slos[0].events).toEqual({ good: 30_000, total: 30_210 })
    expectTrue(gated)
    expect(sumOf(gated.report.histories[SLO])).toEqual({ good: 30_000, total: 30_210 })
  })

  const windows: [string, number, string, string][] = [
    ['P2D', 24, 'steps of 2 hours', 'PT2H'],
    ['P7D', 28, 'steps of 6 hours', 'PT6H'],
    ['P14D', 28, 'steps of 12 hours', 'PT12H'],
    ['P28D', 28, 'days', 'P1D'],
    ['PT1000H', 0, '', ''],
    ['P90D', 45, 'steps of 2 days', 'P2D'],
    ['P45D', 45, 'days', 'P1D'],
    ['PT36H', 36, 'hours', 'PT1H'],
    ['PT1H', 0, '', ''],
    ['PT90M', 0, '', '']
  ]
  test.each(windows)('of %s has %d parts', async (timeWindow, count, unit, granularity) => {
    const recent = new Date(Date.now() - 20 * MINUTE)
    const executions = [...month({ 0: 300 }), ...executed(0, 100, 50).map(one => ({ ...one, at: recent }))]
    const gated = await chartOf(executions, { fields: { timeWindow } })

    expect(gated.outputs['verdict']).toBe('exhausted')
    expect(drawn(gated).map(request => bodyOf(request).granularity)).toEqual(count > 0 ? [granularity] : [])
    if (count === 0) return expect(chartsIn(gated)).toEqual([])
    const chart = expectTrue(gated)
    expect([chart.line.length, chart.unit]).toEqual([count, unit])
  })

  test('of a day without events shows no change', async () => {
    const gated = await chartOf([...executed(20, 500, 40), ...executed(2, 500, 10)])
    const { line } = expectTrue(gated)

    expect(line.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 100))
    expect(new Set(line.slice(9, 27)).size).toBe(1)
  })
})

describe('charts are drawn', () => {
  /** That many SLOs, each of an action that had its own share of failures: the first one had the most. */
  function several(count: number, failed: (index: number) => number, options: Charted = {}) {
    const definitions = Array.from({ length: count }, (_, index) => ({
      id: `slo-${index}`,
      sloTarget: 99.5,
      ...options.fields,
      source: { ...ACTIONS, actionIds: [`action-${index}`] }
    }))
    const executions = definitions.flatMap((_, index) => [
      ...executed(20, 1_000, failed(index), `action-${index}`),
      ...executed(2, 1_000, 0, `action-${index}`)
    ])
    return gate(
      { executions },
      {
        inputs: { 'slo-file': 'slos.json', ...options.inputs },
        files: { 'slos.json': JSON.stringify(definitions) }
      }
    )
  }
  const titles = (gated: GateRun) => chartsIn(gated).map(({ title }) => /slo-\d+/.exec(title)?.[0])

  test('of the five worst SLOs, with one request', async () => {
    const gated = await several(20, index => 100 - index)

    expect(titles(gated)).toEqual(['slo-0', 'slo-1', 'slo-2', 'slo-3', 'slo-4'])
    for (const id of ['slo-0', 'slo-4']) expectTrue(gated, id)
    expect(drawn(gated)).toHaveLength(1)
  })

  test('of none that is healthy, for which nothing is asked', async () => {
    const gated = await several(20, () => 0)

    expect(gated.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    expect(chartsIn(gated)).toEqual([])
    expect(gated.genesys.analyticsRequests()).toHaveLength(1)
    expect(gated.report.histories).toEqual({})
  })

  test('by one request for each length of a window', async () => {
    const fields = [{}, {}, { timeWindow: 'P7D' }, { timeWindow: 'P7D' }]
    const definitions = fields.map((own, index) => ({
      id: `slo-${index}`,
      sloTarget: 99.5,
      source: ACTIONS,
      ...own
    }))
    const gated = await gate(
      { executions: month({ 2: 500 }) },
      { inputs: { 'slo-file': 'slos.json' }, files: { 'slos.json': JSON.stringify(definitions) } }
    )

    expect(drawn(gated).map(request => bodyOf(request).granularity)).toHaveLength(2)
    for (const { id } of definitions) expectTrue(gated, id)
  })

  test('not without the summary, for which nothing is asked either', async () => {
    const gated = await chartOf(OUTAGES, { inputs: { summary: 'false' } })

    expect(gated.summary).toBe('')
    expect(gated.genesys.analyticsRequests()).toHaveLength(1)
  })

  const hours = { timeZone: 'UTC', days: ['MON', 'TUE', 'WED', 'THU', 'FRI'], from: '00:00', to: '23:00' }
  test.each([
    ['too little traffic', { minimumEvents: 1_000_000 }, OUTAGES],
    ['business hours', { businessHours: hours }, OUTAGES],
    ['nothing to measure', {}, []]
  ])('not with %s', async (_title, fields, executions) => {
    const gated = await chartOf(executions, { fields, inputs: { mode: 'audit' } })

    expect(chartsIn(gated)).toEqual([])
    expect(gated.report.histories).toEqual({})
  })

  test('not of a source that knows rates alone', async () => {
    const gated = await gate({ slos: { [SLO]: 2 } }, { inputs: { mode: 'audit' } })

    expect(chartsIn(gated)).toEqual([])
    expect(gated.genesys.burnRateRequests()).toHaveLength(1)
  })

  test('not of a reading that is remembered', async () => {
    const genesys = await startGenesys({ executions: OUTAGES })
    const state = join(temporaryFolder('gate-state-').path, 'state.json')
    const inputs = { 'slo-file': 'slo.json', 'state-file': state, 'min-poll-interval': 'PT1H' }
    const files = { 'slo.json': definition({ source: ACTIONS }) }
    const fresh = await run({ inputs: { ...genesys.inputs(), ...inputs }, files })
    const remembered = await run({ inputs: { ...genesys.inputs(), ...inputs }, files })
    await genesys.close()
    expect(chartsIn(fresh)).toHaveLength(1)
    expect(remembered.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
    expect(remembered.report.slos[0].isRemembered).toBe(true)
    expect(chartsIn(remembered)).toEqual([])
  })
})

describe('a history that cannot be read changes nothing but the chart:', () => {
  let good: GenesysRun
  beforeAll(async () => {
    good = await chartOf(OUTAGES)
  })

  const isHistory = (request: RecordedRequest) =>
    request.path === QUERY && bodyOf(request).granularity !== undefined
  const row = (interval: string, count: unknown = 1) => ({
    group: { errorType: 'NONE', responseStatus: '200' },
    data: [{ interval, metrics: [{ metric: 'tTotalExecution', stats: { count } }] }]
  })
  /** One part of the window with this count. */
  const counting = (count: unknown) => (request: RecordedRequest) => {
    const [, end = ''] = bodyOf(request).interval.split('/')
    const start = new Date(Date.parse(end) - DAY).toISOString()
    return { body: { results: [row(`${start}/${end}`, count)] } }
  }
  const rows: [string, (request: RecordedRequest) => Reply][] = [
    ['HTTP 500', () => ({ status: 500, body: { message: 'broken' } })],
    ['HTTP 400', () => ({ status: 400, body: { message: 'the granularity is too fine' } })],
    ['HTTP 403', () => ({ status: 403, body: { message: 'no' } })],
    ['a rate limit of a minute', () => ({ status: 429, headers: { 'retry-after': '60' }, body: {} })],
    ['a connection that breaks', () => ({ raw: request => request.socket.destroy() })],
    ['no JSON', () => ({ body: '<html>', headers: { 'content-type': 'text/html' } })],
    ['no object', () => ({ body: [] })],
    ['results of another kind', () => ({ body: { results: 'none' } })],
    ['a count that is none', counting('7')],
    ['a count below zero', counting(-7)],
    [
      'parts of another length',
      () => ({ body: { results: [row('2026-01-01T00:00:00Z/2026-01-01T07:00:00Z')] } })
    ],
    ['parts without a time', () => ({ body: { results: [row('some day')] } })],
    ['a redirect elsewhere', () => ({ status: 302, headers: { location: 'https://example.com/' } })],
    ['more than is read', () => ({ body: { results: [], padding: 'x'.repeat(17 * 1024 ** 2) } })]
  ]
  test.each(rows)('%s', async (_title, reply) => {
    const intercept = (request: RecordedRequest) => (isHistory(request) ? reply(request) : undefined)
    const failed = await chartOf(OUTAGES, { genesys: { intercept } })

    expectSameBut(failed)
    expect(failed.durationMs).toBeLessThan(10_000)
  })

  test('buckets that begin by the clock', async () => {
    // The window must not end at midnight, where the parts of the clock are its own.
    const delay = (Date.now() % DAY) / MINUTE < 15 ? 'PT30M' : 'PT5M'
    const fields = { source: { ...ACTIONS, delay } }
    const failed = await chartOf(OUTAGES, { fields, genesys: { bucketAlignment: 'clock' } })

    expectSameBut(failed)
  })

  test('no answer at all, for at most twenty seconds', async () => {
    const intercept = (request: RecordedRequest): Reply | undefined =>
      isHistory(request) ? { raw: () => runClock().pass(20_000) } : undefined
    const failed = await chartOf(OUTAGES, { genesys: { intercept } })

    expectSameBut(failed)
    expect(failed.durationMs).toBeLessThan(25_000)
  })

  test('and that of one window does not take away that of another', async () => {
    const definitions = ['P7D', 'P30D'].map(timeWindow => ({
      id: `slo-${timeWindow}`,
      sloTarget: 99.5,
      source: ACTIONS,
      timeWindow
    }))
    const intercept = (request: RecordedRequest) =>
      isHistory(request) && bodyOf(request).granularity === 'P1D' ? { status: 500, body: {} } : undefined
    const gated = await gate(
      { executions: OUTAGES, intercept },
      { inputs: { 'slo-file': 'slos.json' }, files: { 'slos.json': JSON.stringify(definitions) } }
    )

    expect(chartsIn(gated).map(({ title }) => title)).toEqual(['Budget of `slo-P7D`'])
  })

  function expectSameBut(failed: GateRun): void {
    const { decision, verdict, reason } = good.report
    expect(failed.report).toMatchObject({ decision, verdict, reason, warnings: [], errors: [] })
    const told = ({ 'report-file': _, ...outputs }: Record<string, string>) => outputs
    expect(told(failed.outputs)).toEqual(told(good.outputs))
    expect(failed.exitCode).toBe(good.exitCode)
    expect(chartsIn(good)).toHaveLength(1)
    expect(chartsIn(failed)).toEqual([])
    expect(failed.report.histories).toEqual({})
    const head = ({ summary }: GateRun) => summary.split('### Budget')[0]?.split('**What now?**')[0]
    expect(head(failed)).toBe(head(good))
    expect(failed.summary).toContain('the last failures leave the window by')
  }
})

describe('the chart of Prometheus', () => {
  const COUNTS = { type: 'prometheus', good: 'good[$window]', total: 'total[$window]' }

  interface Metrics extends Server {
    ranges(): { query: string; start: number; end: number; step: number }[]
  }

  /** Good and total events of so many seconds before an instant. */
  type Events = (from: number, to: number) => { good: number; total: number }

  const UNITS: Record<string, number> = { d: 86_400, h: 3_600, m: 60, s: 1 }
  const secondsIn = (query: string) => {
    const [, count, unit = ''] = /\[(\d+)([dhms])\]/.exec(query) ?? []
    return Number(count) * (UNITS[unit] ?? Number.NaN)
  }

  /** A server that knows when what happened, and speaks both of Prometheus' query APIs. */
  async function startMetrics(events: Events, range?: (form: URLSearchParams) => Reply): Promise<Metrics> {
    const valueAt = (query: string, time: number) => {
      const { good, total } = events(time - secondsIn(query), time)
      return String(query.startsWith('good') ? good : total)
    }
    const server = await startServer(({ path, body, method }): Reply => {
      const form = new URLSearchParams(body)
      const [query, time] = [form.get('query') ?? '', Number(form.get('time'))]
      const success = (resultType: string, result: unknown) => ({
        body: { status: 'success', data: { resultType, result } }
      })
      if (method !== 'POST') return { status: 405, body: 'no' }
      if (path === '/api/v1/query')
        return success('vector', [{ metric: {}, value: [time, valueAt(query, time)] }])
      if (path !== '/api/v1/query_range') return { status: 404, body: 'no' }
      if (range) return range(form)
      const [start, end, step] = ['start', 'end', 'step'].map(name => Number(form.get(name))) as [
        number,
        number,
        number
      ]
      const values: [number, string][] = []
      // Prometheus counts in milliseconds.
      for (let ms = Math.round(start * 1000); ms <= Math.round(end * 1000); ms += step * 1000) {
        values.push([ms / 1000, valueAt(query, ms / 1000)])
      }
      return success('matrix', values.length > 0 ? [{ metric: {}, values }] : [])
    })
    const ranges = () =>
      server.requests
        .filter(({ path }) => path === '/api/v1/query_range')
        .map(({ body }) => {
          const { query = '', start, end, step } = Object.fromEntries(new URLSearchParams(body))
          return { query, start: Number(start), end: Number(end), step: Number(step) }
        })
    return { ...server, ranges }
  }

  async function chartFrom(
    events: Events,
    {
      range,
      source = COUNTS,
      inputs
    }: { range?: (form: URLSearchParams) => Reply; source?: object } & GateOptions = {}
  ) {
    const metrics = await startMetrics(events, range)
    try {
      const files = { 'slo.json': definition({ source }) }
      const gated = await run({
        inputs: { 'slo-file': 'slo.json', 'prometheus-url': metrics.url, ...inputs },
        files
      })
      return { ...gated, ranges: metrics.ranges(), metrics }
    } finally {
      await metrics.close()
    }
  }

  /** A hundred events an hour, of which one in a hundred failed in the fifth day before now. */
  const steady: Events = (from, to) => {
    const now = Date.now() / 1000
    const within = (a: number, b: number) => Math.max(0, Math.min(to, b) - Math.max(from, a)) / 3_600
    const total = 100 * within(0, now + 3_600)
    const bad = 40 * within(now - 5 * 86_400, now - 4 * 86_400)
    return { good: total - bad, total }
  }

  test('is asked for by ranges, with the window of a step, and ends at what the report says is left', async () => {
    const gated = await chartFrom(steady)

    expect(gated.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
    const { line } = expectTrue(gated)
    expect(line).toHaveLength(30)
    const { start, end } = gated.report.slos[0].window
    const asked = { start: Date.parse(start) / 1000 + 86_400, end: Date.parse(end) / 1000, step: 86_400 }
    expect(gated.ranges).toEqual([
      { query: 'good[1d]', ...asked },
      { query: 'total[1d]', ...asked }
    ])
    expectInert(gated.summary)
  })

  test('is asked for with the token, and with none of it in the report', async () => {
    const gated = await chartFrom(steady, { inputs: { 'prometheus-token': 'prometheus-token-value' } })

    const sent = gated.metrics.requests.map(({ headers }) => headers.authorization)
    expect(new Set(sent)).toEqual(new Set(['Bearer prometheus-token-value']))
    expect(JSON.stringify(gated.report) + gated.summary).not.toContain('prometheus-token-value')
  })

  test('is not asked for when all is well', async () => {
    const gated = await chartFrom((from, to) => ({ good: to - from, total: to - from }))

    expect(gated.outputs['verdict']).toBe('healthy')
    expect(gated.ranges).toEqual([])
  })

  test('has no series of good events while everything fails', async () => {
    const total = (form: URLSearchParams): Reply => {
      const [start, step] = [Number(form.get('start')), Number(form.get('step'))]
      const values = Array.from({ length: 30 }, (_, index) => [start + index * step, '10'])
      const result = form.get('query')?.startsWith('good') ? [] : [{ metric: {}, values }]
      return { body: { status: 'success', data: { resultType: 'matrix', result } } }
    }
    const gated = await chartFrom((from, to) => ({ good: 0, total: (10 * (to - from)) / 86_400 }), {
      range: total
    })

    expect(expectTrue(gated).line.at(-1)).toBe(-19_900)
  })

  test('is not drawn of a ratio, which knows no counts', async () => {
    const gated = await chartFrom(steady, { source: { type: 'prometheus', errorRatio: 'good[$window]' } })

    expect(gated.ranges).toEqual([])
    expect(chartsIn(gated)).toEqual([])
  })

  const matrix = (result: unknown): Reply => ({
    body: { status: 'success', data: { resultType: 'matrix', result } }
  })
  const one = (value: string): Reply => matrix([{ metric: {}, values: [[1_700_000_000, value]] }])
  const broken: [string, (form: URLSearchParams) => Reply][] = [
    ['HTTP 500', () => ({ status: 500, body: 'no' })],
    [
      'HTTP 422',
      () => ({ status: 422, body: { status: 'error', error: 'query processing would load too many' } })
    ],
    ['HTTP 404, where only instants are served', () => ({ status: 404, body: '404 page not found\n' })],
    ['a connection that breaks', () => ({ raw: request => request.socket.destroy() })],
    ['no JSON', () => ({ body: 'ok' })],
    [
      'two series',
      () =>
        matrix([
          { metric: { a: '1' }, values: [] },
          { metric: { a: '2' }, values: [] }
        ])
    ],
    ['no result', () => matrix('none')],
    ['NaN', () => one('NaN')],
    ['a number below zero', () => one('-1')],
    ['no number', () => one('many')]
  ]
  test.each(broken)('is not drawn from %s, which changes nothing else', async (_title, range) => {
    const failed = await chartFrom(steady, { range })

    expect(chartsIn(failed)).toEqual([])
    expect(failed.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
    expect(failed.report.slos[0].verdict).toBe('exhausted')
    expect(failed.report.warnings).toEqual([])
    expect(failed.exitCode).toBe(1)
  })

  // Beyond its retention, or of another store: what the parts say is not what was measured.
  test('is not drawn where its parts do not add up to what was measured', async () => {
    const gated = await chartFrom(steady, { range: () => matrix([]) })

    expect(gated.outputs['verdict']).toBe('exhausted')
    const ends = chartsIn(gated).map(({ line }) => line.at(-1))
    expect(ends.filter(end => end !== rounded(gated.report.slos[0].budgetRemaining))).toEqual([])
  })

  test('is not drawn of queries without $window, whose parts are all the whole', async () => {
    const gated = await chartFrom(steady, {
      source: { type: 'prometheus', good: 'good[30d]', total: 'total[30d]' }
    })

    expect(gated.outputs['verdict']).toBe('exhausted')
    expect(chartsIn(gated)).toEqual([])
  })
})

if (prometheusBinary() === undefined || promtoolBinary() === undefined) {
  test.skip('the chart of a real Prometheus was NOT tested: this machine has none', () => undefined)
} else {
  test('the chart of a real Prometheus ends within a percent of what the report says is left', async () => {
    const now = Math.floor(Date.now() / 1000)
    const step = 300
    const times = Array.from({ length: (8 * 86_400) / step }, (_, index) => now - 8 * 86_400 + index * step)
    // Two a second; one in fifty fails for a day, three days ago.
    const isOutage = (time: number) => time > now - 3 * 86_400 && time <= now - 2 * 86_400
    let [good, bad] = [0, 0]
    const samples = times.flatMap(time => {
      bad += isOutage(time) ? 12 : 0
      good += isOutage(time) ? 588 : 600
      return [[`lookups_total{ok="yes"} ${good} ${time}`], [`lookups_total{ok="no"} ${bad} ${time}`]].flat()
    })
    const lines = ['yes', 'no'].flatMap(ok => samples.filter(line => line.includes(`"${ok}"`)))
    const history = ['# TYPE lookups counter', ...lines, '# EOF', ''].join('\n')
    const prometheus = await startPrometheus({ history: [history] })
    try {
      const source = {
        type: 'prometheus',
        good: 'sum(increase(lookups_total{ok="yes"}[$window]))',
        total: 'sum(increase(lookups_total[$window]))'
      }
      const gated = await run({
        inputs: { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url, mode: 'audit' },
        files: { 'slo.json': definition({ timeWindow: 'P7D', sloTarget: 99.5, source }) }
      })

      // A day at 2 % in seven days: 0.29 % of all, where 0.5 % may fail.
      const [slo] = gated.report.slos
      expect(slo.burnRate).toBeCloseTo(0.571, 1)
      const [chart] = chartsIn(gated)
      expect(chart?.line).toHaveLength(28)
      expect(chart?.line[0]).toBe(100)
      expect(Math.abs(Number(chart?.line.at(-1)) - slo.budgetRemaining)).toBeLessThan(1)
    } finally {
      await prometheus.stop()
    }
  }, 120_000)
}

describe('what comes next is said', () => {
  const instant = (ms: number) => `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`
  const whatNow = ({ summary }: GateRun) => readable(/^\*\*What now\?\*\* (.*)$/m.exec(summary)?.[1] ?? '')

  test('when enough failures have left the window, where the source can tell', async () => {
    const gated = await chartOf(OUTAGES)

    // The tenth day has to leave: then 100 of about 30,000 are left, of which 151 may fail.
    const end = Date.parse(gated.report.slos[0].window.end)
    expect(whatNow(gated)).toContain(
      `If nothing more fails, enough failures have left the window around ${instant(end + 10 * DAY)}.`
    )
  })

  test('when the last failures have left the window, where it cannot', async () => {
    const gated = await gate({ slos: { [SLO]: 2 } })

    const end = Date.parse(gated.report.slos[0].window.end)
    expect(whatNow(gated)).toContain(
      `If nothing more fails, the last failures leave the window by ${instant(end + 30 * DAY)} at the latest.`
    )
  })
})

function sumOf(buckets: { good: number; total: number }[]) {
  const add = (name: 'good' | 'total') => buckets.reduce((sum, bucket) => sum + bucket[name], 0)
  return { good: add('good'), total: add('total') }
}
