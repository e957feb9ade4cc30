// What is asked, and how often: windows, buckets, slices, filters, business hours, many SLOs.
import { describe, expect, test } from '@jest/globals'
import type { Execution, GenesysOptions } from '../../../simulator/genesys/start.ts'
import { runClock } from '../../../simulator/harness/inProcess.ts'
import {
  ago,
  type Counts,
  CRM,
  DAY,
  eventsOf,
  executed,
  FAILED,
  HOUR,
  MINUTE,
  measureActions as measure,
  QUERY,
  STANDARD
} from '../../support/dataActionsRun.ts'
import { annotations, type GenesysRun, SLO } from '../../support/scenario.ts'

const WINDOWS = ['PT720H', 'PT1H', 'PT5M', 'PT6H', 'PT30M', 'P1D', 'PT2H', 'P3D']
const SHORT = WINDOWS.slice(1)

interface Asked {
  /** In milliseconds. */
  start: number
  end: number
  // biome-ignore lint/suspicious/noExplicitAny: what it is, is what the tests are about
  query: any
}

function asked({ genesys }: GenesysRun): Asked[] {
  return genesys.analyticsRequests().map(({ body }) => {
    const query = JSON.parse(body)
    const [start = Number.NaN, end = Number.NaN] = query.interval.split('/').map(Date.parse)
    return { start, end, query }
  })
}

const lengths = (run: GenesysRun) => asked(run).map(({ start, end }) => end - start)

/** The same one by one, by hand: what a window that the report names should have. */
function byHand(
  { report }: GenesysRun,
  executions: readonly Execution[],
  { id = SLO, isCounted = () => true }: { id?: string; isCounted?: (execution: Execution) => boolean } = {}
): Record<string, Counts | null> {
  const slo = report.slos.find((slo: { id: string }) => slo.id === id)
  const readings: { window: string; start: string; end: string }[] = slo.readings
  return Object.fromEntries(
    readings.map(({ window, start, end }) => {
      const within = executions.filter(execution => {
        const at = new Date(execution.at).getTime()
        return at >= Date.parse(start) && at < Date.parse(end) && isCounted(execution)
      })
      const sum = (all: readonly Execution[]) =>
        all.reduce((count, execution) => count + (execution.count ?? 1), 0)
      const total = sum(within)
      return [
        window,
        total === 0 ? null : { good: sum(within.filter(({ errorType }) => errorType === 'NONE')), total }
      ]
    })
  )
}

/** Executions at every step back from a full minute: windows, buckets and slices begin and end right on them. */
function everyStep(stepMs: number, lengthMs: number): Execution[] {
  const latest = Math.floor(Date.now() / MINUTE) * MINUTE
  return Array.from({ length: Math.ceil(lengthMs / stepMs) }, (_, index) => {
    const outcome = index % 7 === 0 ? FAILED : {}
    return executed({ at: new Date(latest - index * stepMs), count: 1 + (index % 11), ...outcome })
  })
}

describe('the windows of data actions', () => {
  test.each([
    ['five minutes before the run, unless told otherwise', {}, 5 * MINUTE],
    ['as long before it as the definition says', { delay: 'PT17M' }, 17 * MINUTE],
    ['an hour before it at the most', { delay: 'PT1H' }, HOUR],
    ['a few seconds before it', { delay: 'PT10S' }, 10_000]
  ])('end at a full minute %s', async (_title, source, delayMs) => {
    const executions = everyStep(MINUTE, 3 * HOUR)
    const fields = { timeWindow: 'P7D', burnRateAlerts: STANDARD.slice(0, 1) }
    const run = await measure([{ source, ...fields }], { executions })

    const [own] = run.report.slos
    const end = Date.parse(own.window.end)
    expect(end).toBe(Math.floor((Date.parse(run.report.generatedAt) - delayMs) / MINUTE) * MINUTE)
    expect(Date.parse(own.window.start)).toBe(end - 7 * DAY)
    expect(asked(run).map(({ start, end }) => [start, end])).toEqual([
      [end - 7 * DAY, end],
      [end - HOUR, end]
    ])
    expect(eventsOf(run)).toEqual(byHand(run, executions))
    const readings: { start: string; end: string }[] = own.readings
    expect(readings.map(({ start, end }) => [Date.parse(start), Date.parse(end)])).toEqual([
      [end - 7 * DAY, end],
      [end - HOUR, end],
      [end - 5 * MINUTE, end]
    ])
  })

  test('end at the run itself without a delay', async () => {
    const executions = everyStep(MINUTE, HOUR)
    const run = await measure([{ source: { delay: 'PT0S' } }], { executions })

    expect(run.report.slos[0].window.end).toBe(run.report.generatedAt)
    expect(asked(run).map(({ query }) => query.interval)).toEqual([
      `${run.report.slos[0].window.start}/${run.report.generatedAt}`
    ])
    expect(eventsOf(run)).toEqual(byHand(run, executions))
  })

  test('are those of the request in the report', async () => {
    const run = await measure([{ burnRateAlerts: STANDARD }], { executions: [executed()] })

    const requests: { id: number; query: string }[] = run.report.requests
    for (const reading of run.report.slos[0].readings) {
      const [query] = requests
        .filter(({ id }) => reading.requests.includes(id))
        .map(({ query }) => JSON.parse(query))
      const [start, end] = query.interval.split('/')
      expect(end).toBe(reading.end)
      expect(Date.parse(start)).toBeLessThanOrEqual(Date.parse(reading.start))
      expect(query.granularity !== undefined || start === reading.start).toBe(true)
    }
  })

  test('of SLOs with delays of their own are asked for by themselves', async () => {
    const executions = everyStep(MINUTE, 2 * HOUR)
    const slos = [
      { id: 'early', source: { delay: 'PT30M' }, burnRateAlerts: STANDARD.slice(0, 1) },
      { id: 'usual', burnRateAlerts: STANDARD.slice(0, 1) }
    ]
    const run = await measure(slos, { executions })

    for (const { id } of slos) expect(eventsOf(run, id)).toEqual(byHand(run, executions, { id }))
    expect(lengths(run).toSorted((a, b) => a - b)).toEqual([HOUR, HOUR, 30 * DAY, 30 * DAY])
  })
})

describe('a query', () => {
  test('asks for nothing but what is needed', async () => {
    const source = { actionIds: ['lookup', 'update'], integrationId: CRM, slowerThan: 'PT1.5S' }
    const run = await measure([{ source }], { executions: [executed()] })

    const { start, end } = run.report.slos[0].window
    const predicate = { type: 'dimension', dimension: 'actionId', operator: 'matches' }
    expect(asked(run).map(({ query }) => query)).toEqual([
      {
        interval: `${start}/${end}`,
        metrics: ['tTotalExecution'],
        groupBy: ['actionId', 'integrationId', 'errorType', 'responseStatus'],
        filter: {
          type: 'or',
          predicates: ['lookup', 'update'].map(value => ({ ...predicate, value }))
        },
        views: [
          {
            target: 'tTotalExecution',
            name: expect.any(String),
            function: 'rangeBound',
            range: { gte: 1_500 }
          }
        ]
      }
    ])
    expect(run.genesys.analyticsRequests()[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      authorization: `Bearer ${run.genesys.issuedToken}`
    })
  })

  test('of up to a hundred ids names them', async () => {
    const executions = [executed({ actionId: 'action-7', count: 5 }), executed({ ...FAILED, count: 5 })]
    const run = await measure([{ source: { actionIds: ids(100) } }], { executions })

    expect(asked(run)[0]?.query.filter.predicates).toHaveLength(100)
    expect(eventsOf(run)).toEqual({ PT720H: { good: 5, total: 5 } })
  })

  test('of more ids asks for everything, and counts what was meant', async () => {
    const executions = [executed({ actionId: 'ACTION-7', count: 5 }), executed({ ...FAILED, count: 5 })]
    const run = await measure([{ source: { actionIds: ids(101) } }], { executions })

    expect(asked(run).map(({ query }) => query.filter)).toEqual([undefined])
    expect(eventsOf(run)).toEqual({ PT720H: { good: 5, total: 5 } })
  })

  test('for the whole organisation and for one action has no filter', async () => {
    const slos = [{ id: 'all' }, { id: 'one', source: { actionIds: ['update'] } }]
    const run = await measure(slos, { executions: [executed(), executed({ actionId: 'update', ...FAILED })] })

    expect(asked(run).map(({ query }) => query.filter)).toEqual([undefined])
    expect(eventsOf(run, 'all')).toEqual({ PT720H: { good: 1, total: 2 } })
    expect(eventsOf(run, 'one')).toEqual({ PT720H: { good: 0, total: 1 } })
  })
})

describe('the short windows of alerts', () => {
  test('come from one query in buckets', async () => {
    const executions = everyStep(MINUTE, 8 * HOUR)
    const run = await measure([{ burnRateAlerts: STANDARD.slice(0, 2) }], { executions })

    expect(lengths(run)).toEqual([30 * DAY, 6 * HOUR])
    expect(asked(run).map(({ query }) => query.granularity)).toEqual([undefined, 'PT5M'])
    expect(eventsOf(run)).toEqual(byHand(run, executions))
  })

  test('fire for what is in them, and only for that', async () => {
    const executions = [
      executed({ count: 100_000, at: ago(2 * DAY) }),
      executed({ ...FAILED, at: ago(8 * MINUTE), count: 20 }),
      executed({ at: ago(25 * MINUTE), count: 80 })
    ]
    const run = await measure([{ burnRateAlerts: STANDARD }], { executions })

    // 20 of 100 failed in the last hour, all of 20 in the last five minutes; 0.5 % may.
    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'burning' })
    const alerts: object[] = run.report.slos[0].alerts
    expect(alerts.slice(0, 2)).toEqual([
      expect.objectContaining({ window: 'PT1H', burnRate: 40, shortBurnRate: 200, firing: true }),
      expect.objectContaining({ window: 'PT6H', burnRate: 40, shortBurnRate: 40, firing: true })
    ])
    expect(alerts.slice(2)).toEqual([
      expect.objectContaining({ window: 'P1D', burnRate: 40, firing: true }),
      expect.objectContaining({ window: 'P3D', firing: false })
    ])
  })

  test.each([
    ['that have no common measure of whole minutes', ['PT1H', 'PT90S'], [90_000, HOUR]],
    ['that would take more than a hundred buckets', ['P1D', 'PT7M'], [7 * MINUTE, DAY]],
    ['of which there is but one', ['PT6H'], [6 * HOUR]]
  ])('%s are asked for one by one', async (_title, [duration, shortDuration], expected) => {
    const alert = {
      level: 'CRITICAL',
      burnRateThreshold: 6,
      duration,
      ...(shortDuration && { shortDuration })
    }
    const executions = everyStep(MINUTE, 2 * DAY)
    const run = await measure([{ burnRateAlerts: [alert] }], { executions })

    expect(lengths(run).toSorted((a, b) => a - b)).toEqual([...expected, 30 * DAY])
    expect(asked(run).every(({ query }) => query.granularity === undefined)).toBe(true)
    expect(eventsOf(run)).toEqual(byHand(run, executions))
  })

  test.each([
    ['finer than the server answers', { minGranularityMs: 15 * MINUTE }, 1],
    ['coarser still', { minGranularityMs: 2 * DAY }, 2]
  ])('in buckets %s are asked for one by one', async (_title, limit, times) => {
    const executions = everyStep(MINUTE, 4 * DAY)
    const run = await measure([{ burnRateAlerts: STANDARD }], { executions, ...limit })

    expect(run.outputs['verdict']).not.toBe('source-error')
    expect(eventsOf(run)).toEqual(byHand(run, executions))
    const refused = run.report.requests.filter(({ status }: { status: number }) => status === 400)
    expect(refused).toHaveLength(times)
    // The first is for the windows up to six hours, the second for those of days.
    expect(asked(run)).toHaveLength(times === 1 ? 3 + 5 : 3 + SHORT.length)
    expect(annotations(run, 'error').join()).not.toContain('granularity')
  })

  test('in buckets by the clock, which are not those that were asked for, are asked for one by one', async () => {
    const executions = everyStep(MINUTE, 4 * DAY)
    const run = await measure([{ burnRateAlerts: STANDARD, source: { delay: 'PT0S' } }], {
      executions,
      bucketAlignment: 'clock'
    })

    expect(eventsOf(run)).toEqual(byHand(run, executions))
    expect(lengths(run).filter(length => length === 5 * MINUTE)).toHaveLength(1)
    expect(asked(run)).toHaveLength(3 + SHORT.length)
  })

  test.each(['clock', 'start'] as const)(
    'in buckets by the %s that happen to be right, or not, are counted right',
    async bucketAlignment => {
      const executions = everyStep(MINUTE, 8 * HOUR)
      const slo = { burnRateAlerts: STANDARD.slice(0, 2) }
      const run = await measure([slo], { executions, bucketAlignment })

      const isOnTheClock = Date.parse(run.report.slos[0].window.end) % (5 * MINUTE) === 0
      expect(asked(run)).toHaveLength(bucketAlignment === 'start' || isOnTheClock ? 2 : 2 + 4)
      expect(eventsOf(run)).toEqual(byHand(run, executions))
    }
  )

  test.each<[string, (interval: string) => object]>([
    [
      'takes no notice of the granularity',
      interval => {
        const metrics = [{ metric: 'tTotalExecution', stats: { count: 1_000 } }]
        return { results: [{ group: { errorType: 'NONE' }, data: [{ interval, metrics }] }] }
      }
    ],
    ['answers more than is read', () => ({ results: [], padding: 'x'.repeat(33 * 1024 ** 2) })]
  ])('are asked for one by one where the server %s', async (_title, answer) => {
    const executions = everyStep(MINUTE, 8 * HOUR)
    const intercept: GenesysOptions['intercept'] = ({ path, body }) =>
      path === QUERY && body.includes('"granularity"')
        ? { body: answer(JSON.parse(body).interval) }
        : undefined
    const run = await measure([{ burnRateAlerts: STANDARD.slice(0, 2) }], { executions, intercept })

    expect(eventsOf(run)).toEqual(byHand(run, executions))
    expect(asked(run)).toHaveLength(2 + 4)
  })
})

describe('a window that is too long for the server', () => {
  test.each([
    [400, 7, [30, 7, 7, 7, 7, 2]],
    [413, 7, [30, 7, 7, 7, 7, 2]],
    [504, 7, [30, 7, 7, 7, 7, 2]],
    [400, 31, [30]],
    [504, 1, [30, ...[7, 7, 7, 7, 2], ...Array(30).fill(1)]]
  ] as const)(
    'is asked for in parts that add up to the exact same: %i beyond %i days',
    async (tooLongStatus, maxIntervalDays, days) => {
      const executions = everyStep(HOUR, 31 * DAY)
      const source = { slowerThan: 200, ignoreErrorTypes: ['OTHER'] }
      const run = await measure([{ source: {}, id: 'plain' }, { source }], {
        executions,
        maxIntervalDays,
        tooLongStatus
      })

      expect(eventsOf(run, 'plain')).toEqual(byHand(run, executions, { id: 'plain' }))
      const total = eventsOf(run, 'plain')['PT720H']?.total
      expect(eventsOf(run)).toEqual({ PT720H: { good: 0, total } })
      expect(lengths(run).toSorted(descending)).toEqual(days.map(day => day * DAY).toSorted(descending))
      expectPartition(run)
    }
  )

  test('is in parts that the report names, by the requests that were answered', async () => {
    const run = await measure([{}], { executions: everyStep(DAY, 31 * DAY), maxIntervalDays: 7 })

    const requests: { id: number; status: number }[] = run.report.requests
    const answered = requests.filter(({ id, status }) => id > 1 && status === 200).map(({ id }) => id)
    expect(answered).toHaveLength(5)
    expect(run.report.slos[0].readings[0].requests.toSorted()).toEqual(answered.toSorted())
  })

  test('of an alert, too', async () => {
    const executions = everyStep(30 * MINUTE, 31 * DAY)
    const run = await measure([{ burnRateAlerts: STANDARD }], { executions, maxIntervalDays: 1 })

    expect(eventsOf(run)).toEqual(byHand(run, executions))
  })

  test.each(['PT701H', 'P90D'])('of %s, too', async timeWindow => {
    const executions = everyStep(3 * HOUR, 91 * DAY)
    const run = await measure([{ timeWindow }], { executions, maxIntervalDays: 3 })

    expect(eventsOf(run)).toEqual(byHand(run, executions))
    expectPartition(run)
  })

  const descending = (a: number, b: number) => b - a

  /** The answered parts lie side by side, from the start of the window to its end. */
  function expectPartition(run: GenesysRun): void {
    const [{ window, readings }] = run.report.slos
    const requests: { id: number; query: string }[] = run.report.requests
    const parts = requests
      .filter(({ id }) => readings[0].requests.includes(id))
      .map(({ query }) => JSON.parse(query).interval.split('/'))
      .toSorted(([a], [b]) => Date.parse(a) - Date.parse(b))
    expect([window.start, ...parts.map(([, end]) => end)]).toEqual([
      ...parts.map(([start]) => start),
      window.end
    ])
  }
})

describe('the number of requests does not depend on that of the SLOs', () => {
  /** Minutes ago; there is one before each window, and within each but in no shorter one. */
  const AGES = [7.5, 20, 50, 95, 200, 700, 2_000, 10_000, 44_000]
  const INSIDE: Record<string, number> = {
    PT5M: 1,
    PT30M: 2,
    PT1H: 3,
    PT2H: 4,
    PT6H: 5,
    P1D: 6,
    P3D: 7,
    PT720H: 8
  }
  const good = (slo: number, age: number) => 1_000 + 7 * slo + 100 * age
  const bad = (slo: number, age: number) => (slo + age) % 3

  test('sixty with the standard alerts', async () => {
    const slos = Array.from({ length: 60 }, (_, slo) => ({
      id: `slo-${slo}`,
      source: { actionIds: [`action-${slo}`] },
      burnRateAlerts: STANDARD
    }))
    const executions = slos.flatMap(({ source }, slo) =>
      AGES.flatMap((minutes, age) => {
        const parts = { actionId: source.actionIds[0] as string, at: ago(minutes * MINUTE) }
        const failed = { ...parts, ...FAILED, count: bad(slo, age) }
        return [
          executed({ ...parts, count: good(slo, age) }),
          ...(failed.count > 0 ? [executed(failed)] : [])
        ]
      })
    )
    // With the summary and its charts, as usual.
    const run = await measure(slos, { executions }, { inputs: { summary: 'true' } })

    expect(asked(run).length).toBeLessThanOrEqual(4)
    expect(run.report.requests).toHaveLength(1 + asked(run).length)
    const expected = slos.map(({ id }, slo) => {
      const events = (ages: number) => {
        const sum = (of: typeof good) => AGES.slice(0, ages).reduce((all, _, age) => all + of(slo, age), 0)
        return { good: sum(good), total: sum(good) + sum(bad) }
      }
      return [id, Object.fromEntries(Object.entries(INSIDE).map(([window, ages]) => [window, events(ages)]))]
    })
    const measured = run.report.slos.map(({ id, readings }: { id: string; readings: never[] }) => [
      ...[id, Object.fromEntries(readings.map(({ window, events }) => [window, events]))]
    ])
    expect(Object.fromEntries(measured)).toEqual(Object.fromEntries(expected))
  })

  test('SLOs with windows of their own take one more query for each length', async () => {
    const executions = everyStep(HOUR, 31 * DAY)
    const slos = ['P7D', 'P14D', 'P28D', 'PT168H'].map(timeWindow => ({ id: timeWindow, timeWindow }))
    const run = await measure(slos, { executions })

    expect(lengths(run).toSorted((a, b) => a - b)).toEqual([7 * DAY, 14 * DAY, 28 * DAY])
    for (const { id } of slos) expect(eventsOf(run, id)).toEqual(byHand(run, executions, { id }))
  })
})

test('429 is waited for', async () => {
  const executions = everyStep(MINUTE, 2 * HOUR)
  const run = await measure([{ burnRateAlerts: STANDARD }], {
    executions,
    requestsPerMinute: 2,
    minuteMs: 1_000,
    monotonicMs: () => runClock().monotonicMs()
  })

  expect(run.report.requests.map(({ status }: { status: number }) => status)).toContain(429)
  expect(eventsOf(run)).toEqual(byHand(run, executions))
  expect(run.durationMs).toBeGreaterThan(900)
})

describe('in business hours', () => {
  const businessHours = { timeZone: 'America/New_York', days: ['MON'], from: '08:00', to: '18:00' }
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'America/New_York',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  })
  const local = (at: Date | number) => clock.format(at).replace(',', '')
  const isOpen = ({ at }: Execution) => /^Mon (0[89]|1[0-7]):/.test(local(new Date(at)))
  /** Within a year the clocks change twice. */
  const YEAR = { timeWindow: 'P365D', businessHours }
  const executions = () =>
    everyStep(30 * MINUTE, 366 * DAY).map((execution, index) => {
      const outcome = isOpen(execution) ? {} : { count: 1_000 }
      return { ...execution, ...(index % 50 === 0 ? FAILED : { errorType: 'NONE' }), ...outcome }
    })

  test('only executions in them count, by the clocks of the zone', async () => {
    const all = executions()
    const run = await measure([YEAR], { executions: all })

    expect(eventsOf(run)).toEqual(byHand(run, all, { isCounted: isOpen }))
    expect(run.report.slos[0].businessHours).toEqual(businessHours)
  })

  test('they are asked for in UTC, once each', async () => {
    const run = await measure([YEAR], { executions: [] })

    expect(run.outputs['verdict']).toBe('no-data')
    const intervals = asked(run)
    const { window } = run.report.slos[0]
    const edges = [Date.parse(window.start), Date.parse(window.end)]
    const whole = intervals.filter(({ start, end }) => !edges.includes(start) && !edges.includes(end))
    for (const { start, end, query } of whole) {
      expect(query.interval).toMatch(/^[^/]*Z\/[^/]*Z$/)
      expect([local(start), local(end)]).toEqual(['Mon 08:00', 'Mon 18:00'])
    }
    // Of 52 or 53 Mondays, the first and the last may not be whole.
    expect(whole.length).toBeGreaterThanOrEqual(50)
    expect(intervals.length).toBeGreaterThanOrEqual(52)
    expect(new Set(intervals.map(({ start }) => start)).size).toBe(intervals.length)
    expect(new Set(whole.map(({ start }) => new Date(start).getUTCHours()))).toEqual(new Set([12, 13]))
  })

  test('SLOs with the same hours share the requests', async () => {
    const all = executions()
    const hours = { ...businessHours, timeZone: 'Europe/Berlin', days: ['MON', 'TUE', 'WED', 'THU', 'FRI'] }
    const slo = { timeWindow: 'P28D', businessHours: hours, burnRateAlerts: STANDARD }
    const alone = await measure([slo], { executions: all })
    const slos = Array.from({ length: 50 }, (_, index) => ({ ...slo, id: `slo-${index}` }))
    const together = await measure(slos, { executions: all })

    // A minute or a day may have begun in between.
    expect(asked(together).length).toBeLessThanOrEqual(asked(alone).length + 2)
    expect(together.report.slos.map(({ events }: { events: Counts }) => events)).toEqual(
      Array(50).fill(together.report.slos[0].events)
    )
    expect(together.report.slos[0].events.total).toBeGreaterThan(0)
  })

  test('the same hours and no hours are told apart', async () => {
    const all = executions()
    const slos = [
      { id: 'hours', timeWindow: 'P28D', businessHours },
      { id: 'always', timeWindow: 'P28D' }
    ]
    const run = await measure(slos, { executions: all })

    expect(eventsOf(run, 'hours')).toEqual(byHand(run, all, { id: 'hours', isCounted: isOpen }))
    expect(eventsOf(run, 'always')).toEqual(byHand(run, all, { id: 'always' }))
  })

  test('a part of them that cannot be read makes the whole unreadable', async () => {
    let asked = 0
    const intercept: GenesysOptions['intercept'] = ({ path }) =>
      path === QUERY && ++asked === 2 ? { status: 403, body: { message: 'no' } } : undefined
    const slo = { timeWindow: 'P28D', businessHours }
    const run = await measure([slo], { executions: executions(), intercept })

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
  })
})

function ids(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `action-${index}`)
}
