import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { temporaryFolder } from '../../../simulator/harness/temporary.ts'
import type { GateOptions, GateRun } from '../../../simulator/harness/workspace.ts'
import {
  type Answer,
  type FakePrometheus,
  type FakePrometheusOptions,
  startFakePrometheus
} from '../../support/fakePrometheus.ts'
import { annotations, definition, run, SLO } from '../../support/scenario.ts'

const NAME = 'crm-availability'
const SLOTH = { type: 'prometheus', sloth: NAME }
const PYRRA = { type: 'prometheus', pyrra: NAME }
const PYRRA_METRIC = { ...PYRRA, metric: 'crm_requests_total' }
const RATIO = { type: 'prometheus', errorRatio: 'ratio[$window]' }
const COUNTS = { type: 'prometheus', good: 'good[$window]', total: 'total[$window]' }
const BY_NAME = [
  ['Sloth', SLOTH],
  ['Pyrra', PYRRA]
] as const
const NONE: readonly number[] = []

const alert = (duration: string, shortDuration?: string, burnRateThreshold = 10) => ({
  level: 'CRITICAL',
  burnRateThreshold,
  duration,
  ...(shortDuration && { shortDuration })
})

const sloth = (window: string) => `slo:sli_error:ratio_rate${window}{sloth_id="${NAME}"}`
const pyrra = (seconds: number) =>
  `1 - pyrra_availability{slo="${NAME}"} unless on (slo) (pyrra_window{slo="${NAME}"} != ${seconds})`
const burnRate = (metric: string, window: string) => `${metric}:burnrate${window}{slo="${NAME}"}`

const DAY = 86_400

interface PrometheusRun extends GateRun {
  prometheus: FakePrometheus
}

describe('the rules of Sloth', () => {
  test('are asked for the period and for every window of an alert, at the instant of the run', async () => {
    const burnRateAlerts = [
      ...[alert('PT1H', 'PT5M'), alert('PT6H', 'PT30M')],
      ...[alert('P1D', 'PT2H'), alert('P3D', 'PT6H')]
    ]
    const measured = await gateOn({ answer: () => 0 }, { source: SLOTH, burnRateAlerts })

    expect(measured.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0' })
    expectQueries(measured, ['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d'].map(sloth))
  })

  test.each([
    ['P28D', '4w'],
    ['PT36H', '1d12h']
  ])('of a period of %s are called %s', async (timeWindow, called) => {
    const measured = await gateOn({ answer: () => 0 }, { source: SLOTH, timeWindow })

    expectQueries(measured, [sloth(called)])
  })

  test('of the period may be the window of an alert as well', async () => {
    const burnRateAlerts = [alert('P30D', 'PT5M', 0.5)]
    const measured = await gateOn({ answer: () => 0.004 }, { source: SLOTH, burnRateAlerts })

    expect(measured.outputs).toMatchObject({ verdict: 'burning', 'burn-rate': '0.8' })
    expectQueries(measured, [sloth('30d'), sloth('5m')])
  })

  test('say that they average over the period, in the report', async () => {
    const measured = await gateOn({ answer: () => 0 }, { source: SLOTH, burnRateAlerts: [alert('PT1H')] })

    const [own, hour] = measured.report.slos[0].readings
    expect(own.note).toBe(
      'Sloth averages the ratios of five minutes over its period, busy and quiet ones alike'
    )
    expect(hour).not.toHaveProperty('note')
  })
})

describe('the rules of Pyrra', () => {
  test.each([
    ['PT720H', 30 * DAY],
    ['P28D', 28 * DAY],
    ['P4W', 28 * DAY],
    ['P7D', 7 * DAY]
  ])(
    'are asked for the availability, unless their window is another one than %s',
    async (timeWindow, seconds) => {
      const measured = await gateOn({ answer: () => 0.001 }, { source: PYRRA, timeWindow })

      expect(measured.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.2' })
      expectQueries(measured, [pyrra(seconds)])
    }
  )

  test('have windows of their own where they do not look back over 28 days', async () => {
    const burnRateAlerts = [alert('PT64M', 'PT5M'), alert('PT386M', 'PT32M'), alert('P1DT1H43M', 'PT2H9M')]
    const measured = await gateOn({ answer: () => 0 }, { source: PYRRA_METRIC, burnRateAlerts })

    const windows = ['1h4m', '5m', '6h26m', '32m', '1d1h43m', '2h9m']
    expectQueries(measured, [pyrra(30 * DAY), ...windows.map(window => burnRate('crm_requests', window))])
  })

  test('of the whole window do for an alert over it, without a metric', async () => {
    const burnRateAlerts = [alert('PT720H', undefined, 0.5)]
    const measured = await gateOn({ answer: () => 0.004 }, { source: PYRRA, burnRateAlerts })

    expect(measured.outputs).toMatchObject({ verdict: 'burning' })
    expectQueries(measured, [pyrra(30 * DAY)])
  })
})

test('a label that tries to leave its literal is one label in the query', async () => {
  const [label, literal] = ['"} or vector(0) or x{y="', '"\\"} or vector(0) or x{y=\\""']
  const bySloth = await gateOn({ answer: () => 0 }, { source: { type: 'prometheus', sloth: label } })
  const byPyrra = await gateOn({ answer: () => 0 }, { source: { type: 'prometheus', pyrra: label } })

  expectQueries(bySloth, [`slo:sli_error:ratio_rate30d{sloth_id=${literal}}`])
  expectQueries(byPyrra, [
    `1 - pyrra_availability{slo=${literal}} unless on (slo) (pyrra_window{slo=${literal}} != 2592000)`
  ])
})

describe('the burn rate is made of an error ratio', () => {
  const values: [string, number, string, string][] = [
    ['of 0', 0, '0', 'healthy'],
    ['a little below 0 by float noise', -1e-16, '0', 'healthy'],
    ['of 0.001', 0.001, '0.2', 'healthy'],
    ['just at the budget', 0.005, '1', 'warning'],
    ['of 0.01', 0.01, '2', 'exhausted'],
    ['of 1', 1, '200', 'exhausted'],
    ['a little above 1 by float noise', 1 + 1e-15, '200', 'exhausted']
  ]
  test.each(BY_NAME.flatMap(([tool, source]) => values.map(row => [tool, ...row, source] as const)))(
    'of %s %s',
    async (_tool, _title, value, burnRate, verdict, source) => {
      const measured = await gateOn({ answer: () => value }, { source })

      expect(measured.outputs).toMatchObject({ verdict, 'burn-rate': burnRate })
      expect(measured.report.slos[0]).toMatchObject({ source: 'prometheus', events: null })
    }
  )

  test.each(BY_NAME)('and %s cannot be read from two series, nor from what is no ratio', async (...row) => {
    const [tool, source] = row
    const cases: [Answer, string][] = [
      [[0, 0], '2 series'],
      [1.5, 'above 1'],
      [-0.5, 'negative'],
      [-0.0011, 'negative'],
      [{ status: 400, error: 'parse error' }, 'parse error']
    ]
    for (const [answer, says] of cases) {
      const measured = await gateOn({ answer: () => answer }, { source })
      expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
      expect(measured.outputs['reason']).toContain(says)
      // Nobody can take a sum of two ratios.
      expect(measured.outputs['reason']).not.toContain('sum(')
      expect([tool, measured.exitCode]).toEqual([tool, 1])
    }
  })

  test.each(BY_NAME)('and has no data where %s has NaN or Inf, which is no missing rule', async (...row) => {
    const [tool, source] = row
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const measured = await gateOn({ answer: () => value }, { source })
      expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'no-data', 'burn-rate': '' })
      expect(measured.outputs['reason']).toMatch(/Prometheus gave (NaN|[+-]?Inf)/)
      expect([tool, measured.outputs['reason']]).toEqual([tool, expect.not.stringContaining('check the')])
    }
  })
})

describe('where a rule is not there', () => {
  test.each([
    ['Sloth', SLOTH, ['sloth_id', 'rules are loaded', 'timeWindow']],
    ['Pyrra', PYRRA, ['the name', 'generic rules', 'group', 'timeWindow']]
  ] as const)('%s has no data, and the reason says what to check', async (_tool, source, says) => {
    const measured = await gateOn({ answer: () => NONE }, { source })

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'no-data', 'burn-rate': '' })
    for (const words of ['check ', NAME, ...says]) expect(measured.outputs['reason']).toContain(words)
    expect(measured.exitCode).toBe(1)
    expect(annotations(measured, 'error')).toHaveLength(1)
  })

  test.each([
    ['Sloth', SLOTH, 'check the sloth_id'],
    ['Pyrra', PYRRA_METRIC, 'check the metric']
  ])('for an alert of %s, the alert is quiet, and the report says what to check', async (...row) => {
    const [tool, source, says] = row
    const answer = (query: string) => (query.includes('1h') ? NONE : 0.001)
    const fields = { source, timeWindow: 'P28D', burnRateAlerts: [alert('PT1H', 'PT5M')] }
    const measured = await gateOn({ answer }, fields)

    const [slo] = measured.report.slos
    expect([tool, slo.alerts]).toEqual([
      tool,
      [expect.objectContaining({ burnRate: null, shortBurnRate: expect.closeTo(0.2), firing: false })]
    ])
    expect(slo.readings).toContainEqual(
      expect.objectContaining({
        window: 'PT1H',
        kind: 'no-data',
        burnRate: null,
        events: null,
        reason: expect.stringContaining(says)
      })
    )
    expect(measured.log + measured.summary).toContain(says)
  })
})

test.each([
  ['good and total', COUNTS, 2],
  ['errorRatio', RATIO, 1],
  ['sloth', SLOTH, 1],
  ['pyrra', PYRRA_METRIC, 1]
])('the report names every query behind a number of %s', async (_title, source, queries) => {
  const answer = (query: string) => (query.startsWith('total') ? 100 : query.startsWith('good') ? 99.9 : 1e-3)
  const burnRateAlerts = [alert('PT1H', 'PT5M')]
  const fields = { source, timeWindow: 'P28D', burnRateAlerts }
  const { prometheus, report } = await gateOn({ answer }, fields)

  const end: string = report.generatedAt
  const sent = prometheus.queries().map(({ query }) => query)
  expect(sent).toHaveLength(3 * queries)
  for (const request of report.requests) {
    expect(request).toMatchObject({ method: 'POST', url: `${prometheus.url}/api/v1/query`, status: 200 })
  }
  const asked = report.requests.map(({ query }: { query: string }) => query)
  expect(asked.toSorted()).toEqual(sent.map(query => `${query} at ${end}`).toSorted())

  const { readings } = report.slos[0]
  const lengths: Record<string, number> = { P28D: 28 * DAY, PT1H: 3600, PT5M: 300 }
  expect(readings.map(({ window }: { window: string }) => window)).toEqual(Object.keys(lengths))
  for (const { window, burnRate, requests, ...reading } of readings) {
    expect(reading).toMatchObject({ kind: 'rate', end })
    expect(Date.parse(end) - Date.parse(reading.start)).toBe((lengths[window] ?? 0) * 1000)
    expect(burnRate).toBeCloseTo(0.2, 9)
    expect(requests).toHaveLength(queries)
    const own = report.requests.filter(({ id }: { id: number }) => requests.includes(id))
    const length = { P28D: /4w|28d|2419200/, PT1H: /1h/, PT5M: /5m/ }[window as 'PT1H']
    for (const { query } of own) expect(query).toMatch(length)
  }
  const numbers = readings.flatMap(({ requests }: { requests: number[] }) => requests)
  expect(new Set(numbers).size).toBe(3 * queries)
})

describe('a configuration error, before anything is asked, is', () => {
  const hours = { businessHours: { timeZone: 'UTC', days: ['MON'], from: '08:00', to: '18:00' } }
  const rows: [title: string, fields: Record<string, unknown>, says: string[]][] = [
    [
      'an alert window without a rule of Sloth',
      { source: SLOTH, burnRateAlerts: [alert('PT1H'), alert('PT12H')] },
      ['field burnRateAlerts[1].duration', 'PT12H', 'Sloth', '12 hours', '5m, 30m, 1h, 2h, 6h, 1d or 3d']
    ],
    ['business hours with Pyrra', { source: PYRRA, ...hours }, ['field businessHours', 'Pyrra', 'good and']],
    ['Sloth and Pyrra at once', { source: { ...SLOTH, ...PYRRA } }, ['field source', 'either', 'or sloth']],
    ['a name on two lines', { source: { ...SLOTH, sloth: 'a\nb' } }, ['field source.sloth', 'on one line']]
  ]
  test.each(rows)('%s', async (_title, fields, says) => {
    const refused = await gateOn({ answer: () => 0 }, fields)

    expect(refused.outputs).toMatchObject({ decision: 'block', verdict: 'config-error' })
    expect(refused.exitCode).toBe(1)
    const words = [...annotations(refused, 'error'), ...refused.report.errors].join('\n')
    for (const word of ['slo.json', SLO, ...says]) expect(words).toContain(word)
    expect(refused.prometheus.requests).toEqual([])
  })
})

test.each(BY_NAME)('minimumEvents with %s is warned about: there are no counts', async (_tool, source) => {
  const measured = await gateOn({ answer: () => 0 }, { source, minimumEvents: 100 })

  expect(measured.outputs['verdict']).toBe('healthy')
  expect(annotations(measured, 'warning')).toEqual([expect.stringContaining('minimumEvents')])
})

describe('business hours', () => {
  const timeZone = 'America/New_York'
  const days = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
  const businessHours = { timeZone, days, from: '08:00', to: '18:00' }
  const timeWindow = 'P8D'

  /** What was asked of one span of hours, with the weekday on which it began in New York. */
  function spansIn({ prometheus }: PrometheusRun, name: string) {
    return prometheus
      .queries()
      .filter(({ query }) => query.startsWith(name))
      .map(({ query, time }) => {
        const seconds = secondsIn(query)
        return { time, seconds, start: time - seconds, weekday: clock(time).weekday }
      })
      .toSorted((a, b) => a.time - b.time)
  }

  const clock = (time: number) => {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23'
    }).formatToParts(time * 1000)
    const part = (type: string) => parts.find(each => each.type === type)?.value ?? ''
    return { weekday: part('weekday'), time: ['hour', 'minute', 'second'].map(part).join(':') }
  }

  /** The hours of the window: each from eight to six in New York, but for the ends of the window itself. */
  function expectHours(measured: PrometheusRun, name: string): void {
    const at = Date.parse(measured.report.generatedAt) / 1000
    const first = at - 8 * DAY
    const spans = spansIn(measured, name)
    expect(spans.length).toBeGreaterThanOrEqual(8)
    expect(spans.length).toBeLessThanOrEqual(9)
    for (const { start, time } of spans) {
      if (Math.abs(start - first) > 1e-3) expect(clock(start).time).toBe('08:00:00')
      if (time !== at) expect(clock(time).time).toBe('18:00:00')
      expect(start).toBeGreaterThanOrEqual(first - 1e-3)
      expect(time).toBeLessThanOrEqual(at)
    }
    for (const [index, { start }] of spans.slice(1).entries()) {
      expect(start).toBeGreaterThan(spans[index]?.time ?? 0)
    }
    const seconds = spans.reduce((sum, span) => sum + span.seconds, 0)
    expect(seconds / DAY).toBeCloseTo((8 * 10) / 24, 0)
  }

  test('with good and total: the counts of all spans are added', async () => {
    const answer = (query: string, time: number) => {
      const total = secondsIn(query)
      const isBad = clock(time).weekday === 'Wed'
      return query.startsWith('total') ? total : total * (isBad ? 0.99 : 1)
    }
    const fields = { source: COUNTS, businessHours, timeWindow }
    const measured = await gateOn({ answer }, fields)

    expectHours(measured, 'good')
    expectHours(measured, 'total')
    const spans = spansIn(measured, 'total')
    const total = spans.reduce((sum, { seconds }) => sum + seconds, 0)
    const bad = spans.reduce((sum, { seconds, weekday }) => sum + (weekday === 'Wed' ? seconds / 100 : 0), 0)
    const { events, burnRate, readings, businessHours: reported } = measured.report.slos[0]
    expect(events.total).toBeCloseTo(total, 3)
    expect(events.total - events.good).toBeCloseTo(bad, 3)
    expect(bad).toBeGreaterThan(0)
    expect(burnRate).toBeCloseTo(bad / total / 0.005, 9)
    expect(reported).toEqual(businessHours)
    expect(readings).toEqual([
      expect.objectContaining({ kind: 'rate', end: measured.report.generatedAt, events })
    ])
    expect(readings[0].requests).toHaveLength(2 * spans.length)
    expect(readings[0]).not.toHaveProperty('note')
    expect(annotations(measured, 'warning')).toEqual([])
  })

  test('with errorRatio: the ratios are weighted by time, and report and log say so', async () => {
    const answer = (_query: string, time: number) => (clock(time).weekday === 'Wed' ? 0.01 : 0.001)
    const measured = await gateOn({ answer }, { source: RATIO, businessHours, timeWindow })

    expectHours(measured, 'ratio')
    const spans = spansIn(measured, 'ratio')
    const time = spans.reduce((sum, { seconds }) => sum + seconds, 0)
    const mean = spans.reduce(
      (sum, { seconds, weekday }) => sum + (seconds / time) * (weekday === 'Wed' ? 0.01 : 0.001),
      0
    )
    const { events, burnRate, readings } = measured.report.slos[0]
    expect(burnRate).toBeCloseTo(mean / 0.005, 6)
    expect(events).toBeNull()
    expect(readings[0]).toMatchObject({ note: expect.stringContaining('weighted by time') })
    expect(readings[0].requests).toHaveLength(spans.length)
    expect(annotations(measured, 'warning')).toEqual([expect.stringContaining('weighted by time')])
  })

  test('without traffic count for nothing, and only all of them together are no data', async () => {
    const answer = (_query: string, time: number) => (clock(time).weekday === 'Wed' ? 0.002 : NONE)
    const some = await gateOn({ answer }, { source: RATIO, businessHours, timeWindow })
    const none = await gateOn({ answer: () => NONE }, { source: RATIO, businessHours, timeWindow })

    expect(some.outputs).toMatchObject({ verdict: 'healthy', 'burn-rate': '0.4' })
    expect(none.outputs).toMatchObject({ decision: 'block', verdict: 'no-data' })
  })

  test('of which one cannot be read block, and that query is in the report', async () => {
    const answer = (_query: string, time: number): Answer =>
      clock(time).weekday === 'Wed' ? { status: 422, error: 'too many samples' } : 0
    const measured = await gateOn({ answer }, { source: RATIO, businessHours, timeWindow })

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    expect(measured.outputs['reason']).toContain('too many samples')
    const { requests } = measured.report.slos[0].readings[0]
    expect(requests.map((id: number) => measured.report.requests[id - 1].status)).toContain(422)
  })

  test('of the window of an alert that lies outside of them are quiet', async () => {
    const now = clock(Date.now() / 1000)
    // Two hours that are six hours off, whatever time it is.
    const hour = (Number(now.time.slice(0, 2)) + 6) % 24
    const text = (value: number) => `${String(value % 24).padStart(2, '0')}:00`
    const elsewhen = { ...businessHours, from: text(hour), to: text(hour + 2) }
    const fields = { source: RATIO, businessHours: elsewhen, timeWindow, burnRateAlerts: [alert('PT1H')] }
    const measured = await gateOn({ answer: () => 0.001 }, fields)

    expect(measured.outputs).toMatchObject({ verdict: 'healthy', 'burn-rate': '0.2' })
    expect(measured.report.slos[0].readings[1]).toMatchObject({
      window: 'PT1H',
      kind: 'no-data',
      reason: 'it contains no business hours',
      requests: []
    })
  })
})

describe('the last hour of a budget that was exhausted before', () => {
  /** Exhausted at first; then below the limit, while the last hour still burns. */
  async function reset(source: object, lastHour: (query: string) => Answer) {
    const state = join(temporaryFolder('gate-state-').path, 'state.json')
    let window: Answer = 0.01
    const isWindow = (query: string) => /28d|4w|2419200/.test(query)
    const prometheus = await startFakePrometheus({
      answer: query => (isWindow(query) ? window : lastHour(query))
    })
    const inputs = {
      'slo-file': 'slo.json',
      'prometheus-url': prometheus.url,
      'state-file': state,
      'min-poll-interval': 'PT0S'
    }
    const files = { 'slo.json': definition({ source, timeWindow: 'P28D' }) }
    try {
      const before = await run({ inputs, files })
      expect(before.outputs['verdict']).toBe('exhausted')
      prometheus.requests.length = 0
      window = 0.001
      return { ...(await run({ inputs, files })), prometheus }
    } finally {
      await prometheus.close()
    }
  }

  test.each([
    ['errorRatio', RATIO, 'ratio[1h]'],
    ['sloth', SLOTH, sloth('1h')],
    ['pyrra with a metric', PYRRA_METRIC, burnRate('crm_requests', '1h')]
  ])('is asked for with %s', async (_title, source, query) => {
    const after = await reset(source, () => 0.05)

    expect(after.outputs).toMatchObject({ decision: 'block', verdict: 'unstable' })
    expect(after.prometheus.queries().map(each => each.query)).toContain(query)
  })

  test('is asked for with pyrra without a metric: not by a rule without a name', async () => {
    const after = await reset(PYRRA, query => (query.startsWith(':') ? NONE : 0.05))

    for (const { query } of after.prometheus.queries()) expect(query).not.toMatch(/^:/)
    expect(after.outputs['verdict']).not.toBe('healthy')
  })
})

/** Exactly these queries, at the instant of the run. */
function expectQueries({ prometheus, report }: PrometheusRun, queries: readonly string[]): void {
  const time = Date.parse(report.generatedAt) / 1000
  const sorted = prometheus.queries().toSorted((a, b) => (a.query < b.query ? -1 : 1))
  expect(sorted).toEqual(queries.toSorted().map(query => ({ query, time })))
}

/** The window in a query, in seconds. */
function secondsIn(query: string): number {
  const [, count, unit = ''] = /\[(\d+)(ms|[smhd])\]/.exec(query) ?? []
  return Number(count) * ({ ms: 0.001, s: 1, m: 60, h: 3600, d: DAY }[unit] ?? Number.NaN)
}

/** Runs the bundle on one SLO of a fake Prometheus. */
async function gateOn(
  fake: FakePrometheusOptions,
  fields: Record<string, unknown>,
  options: GateOptions = {}
): Promise<PrometheusRun> {
  const prometheus = await startFakePrometheus(fake)
  const inputs = { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url, ...options.inputs }
  try {
    return { ...(await run({ ...options, inputs, files: { 'slo.json': definition(fields) } })), prometheus }
  } finally {
    await prometheus.close()
  }
}
