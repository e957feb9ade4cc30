import { describe, expect, test } from '@jest/globals'
import { startDatadog } from '../../../simulator/datadog/start.ts'
import { type Execution, startGenesys } from '../../../simulator/genesys/start.ts'
import type { GateRun } from '../../../simulator/harness/workspace.ts'
import { startFakePrometheus } from '../../support/fakePrometheus.ts'
import { status } from '../../support/faults.ts'
import { API, answering, definition, gate, run, SLO } from '../../support/scenario.ts'
import { keep } from '../../support/stateKept.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

interface Request {
  id: number
  method: string
  url: string
  query?: string
  startedAt: string
  status: number | null
  durationMs: number
  attempt: number
}

interface Reading {
  window: string
  kind: string
  burnRate: number | null
  events: { good: number; total: number } | null
  reason?: string
  start?: string
  end?: string
  requests?: number[]
  note?: string
}

/** A reading of the report, with the requests it names. */
interface Evidence {
  reading: Reading
  requests: Request[]
}

const readingsOf = ({ report }: GateRun, id = SLO): Reading[] =>
  report.slos.find((slo: { id: string }) => slo.id === id).readings

/** Every reading of an SLO with its requests, each of which has to be there. */
function evidenceOf(gated: GateRun, id = SLO): Evidence[] {
  const all: Request[] = gated.report.requests
  return readingsOf(gated, id).map(reading => ({
    reading,
    requests: (reading.requests ?? []).map(number => {
      const found = all.filter(request => request.id === number)
      expect(found).toHaveLength(1)
      return found[0] as Request
    })
  }))
}

/** What holds of the evidence whatever the source. */
function expectComplete(gated: GateRun, id = SLO, windowsEndAt = gated.report.generatedAt): void {
  const all: Request[] = gated.report.requests
  expect(all.map(({ id }) => id)).toEqual(all.map((_, index) => index + 1))
  for (const { startedAt, durationMs, attempt } of all) {
    expect(startedAt).toMatch(TIME)
    // The run has its instant before it asks for anything.
    expect(Date.parse(startedAt)).toBeGreaterThanOrEqual(Date.parse(gated.report.generatedAt))
    expect(durationMs).toBeGreaterThanOrEqual(0)
    expect(attempt).toBeGreaterThanOrEqual(1)
  }
  for (const { reading, requests } of evidenceOf(gated, id)) {
    expect(reading.kind).toBe('rate')
    expect(reading.burnRate).not.toBeNull()
    expect(requests.length).toBeGreaterThan(0)
    expect(requests.map(({ status }) => status)).toEqual(requests.map(() => 200))
    expect(reading.start).toMatch(TIME)
    expect(reading.end).toBe(windowsEndAt)
  }
  const [slo] = gated.report.slos.filter((slo: { id: string }) => slo.id === id)
  expect(slo.isRemembered).toBe(false)
  const own = readingsOf(gated, id)[0]
  expect(own).toMatchObject({ window: slo.window.duration, burnRate: slo.burnRate, events: slo.events })
  expect({ start: own?.start, end: own?.end }).toMatchObject({
    start: slo.window.start,
    end: slo.window.end
  })
}

const ALERTS = [
  { level: 'CRITICAL', burnRateThreshold: 14.6, duration: 'PT1H', shortDuration: 'PT5M' },
  { level: 'WARNING', burnRateThreshold: 6, duration: 'PT6H', shortDuration: 'PT1H' }
]
const WINDOWS = ['PT720H', 'PT1H', 'PT5M', 'PT6H']
const LENGTHS = [720 * HOUR, HOUR, 5 * MINUTE, 6 * HOUR]

const lengthsOf = (gated: GateRun, id = SLO) =>
  readingsOf(gated, id).map(({ start = '', end = '' }) => Date.parse(end) - Date.parse(start))

const alerting = (fields: Record<string, unknown> = {}) => definition({ burnRateAlerts: ALERTS, ...fields })

const executed = (errorType: string, count: number): Execution => ({
  at: new Date(Date.now() - 9 * MINUTE),
  actionId: 'a',
  integrationId: 'i',
  errorType,
  durationMs: 5,
  count,
  ...(errorType === 'NONE' ? { responseStatus: '200' } : {})
})

describe('every number has the requests that it came from', () => {
  test('of the Observability API: one for each window', async () => {
    const gated = await gate(
      { slos: { [SLO]: ({ durationMs }) => durationMs / HOUR / 1_000 } },
      { inputs: { 'slo-file': 'slo.json' }, files: { 'slo.json': alerting() } }
    )

    expectComplete(gated)
    expect(readingsOf(gated).map(({ window }) => window)).toEqual(WINDOWS)
    expect(lengthsOf(gated)).toEqual(LENGTHS)
    for (const { reading, requests } of evidenceOf(gated)) {
      const { start = '', end = '' } = reading
      const asked = new URLSearchParams({ startTime: start, endTime: end })
      expect(requests).toMatchObject([
        {
          method: 'GET',
          url: `${gated.genesys.url}/api/v2/observability/slos/${SLO}/burnRate?${asked}`,
          attempt: 1
        }
      ])
      expect(reading.burnRate).toBe((Date.parse(end) - Date.parse(start)) / HOUR / 1_000)
      expect(requests[0]).not.toHaveProperty('query')
      expect(reading).not.toHaveProperty('note')
    }
    expect(new Set(readingsOf(gated).flatMap(({ requests }) => requests)).size).toBe(4)
  })

  test.each([
    ['counts', { type: 'metric' as const, events: () => ({ good: 999, total: 1_000 }) }, true],
    ['the share of the time', { type: 'monitor' as const, sliValue: () => 99.9 }, false]
  ])('of Datadog: %s, for each window', async (_what, slo, isCounted) => {
    const datadog = await startDatadog({ slos: { abc: slo } })
    const gated = await run({
      inputs: { 'slo-file': 'slo.json', ...datadog.inputs() },
      files: { 'slo.json': alerting({ source: { type: 'datadog', sloId: 'abc' } }) }
    })
    await datadog.close()

    expectComplete(gated)
    expect(lengthsOf(gated)).toEqual(LENGTHS)
    for (const { reading, requests } of evidenceOf(gated)) {
      const seconds = (time = '') => String(Math.floor(Date.parse(time) / SECOND))
      const [request] = requests
      expect(requests).toHaveLength(1)
      const { origin, pathname, searchParams } = new URL(request?.url ?? '')
      expect([request?.method, origin, pathname]).toEqual(['GET', datadog.url, '/api/v1/slo/abc/history'])
      expect(Object.fromEntries(searchParams)).toEqual({
        from_ts: seconds(reading.start),
        to_ts: seconds(reading.end),
        target: '99.5'
      })
      expect(reading.burnRate).toBeCloseTo(0.2, 9)
      expect(reading.events).toEqual(isCounted ? { good: 999, total: 1_000 } : null)
    }
    const text = JSON.stringify(gated.report)
    for (const secret of ['dd-api-key-value', 'dd-app-key-value']) expect(text).not.toContain(secret)
  })

  test('of data actions: with the question as it was asked, up to the delay, and how they ended', async () => {
    const executions = [executed('NONE', 990), executed('TIMEOUT', 1), executed('CLIENT', 9)]
    const source = {
      type: 'genesys-data-actions',
      actionIds: ['a'],
      ignoreErrorTypes: ['CLIENT']
    }
    const alerts = [{ level: 'CRITICAL', burnRateThreshold: 14.6, duration: 'PT1H', shortDuration: 'PT30M' }]
    const gated = await gate(
      { executions },
      {
        inputs: { 'slo-file': 'slo.json' },
        files: { 'slo.json': definition({ source, burnRateAlerts: alerts }) }
      }
    )

    const asOf = Math.floor((Date.parse(gated.report.generatedAt) - 5 * MINUTE) / MINUTE) * MINUTE
    expectComplete(gated, SLO, new Date(asOf).toISOString())
    expect(lengthsOf(gated)).toEqual([720 * HOUR, HOUR, 30 * MINUTE])
    const bodies = gated.genesys.analyticsRequests().map(({ body }) => body)
    for (const { reading, requests } of evidenceOf(gated)) {
      for (const { method, url, query = '' } of requests) {
        expect(method).toBe('POST')
        expect(url).toBe(`${gated.genesys.url}/api/v2/analytics/actions/aggregates/query`)
        expect(bodies).toContain(query)
        const [start, end] = JSON.parse(query).interval.split('/')
        expect(end).toBe(reading.end)
        expect(Date.parse(start)).toBeLessThanOrEqual(Date.parse(reading.start ?? ''))
      }
      expect(reading.events).toEqual({ good: 990, total: 991 })
    }
    const reported = new Set(gated.report.requests.map(({ query }: Request) => query))
    for (const body of bodies) expect(reported).toContain(body)
    expect(gated.report.slos[0].outcomes).toEqual([
      { outcome: 'NONE 200', count: 990, countsAs: 'good' },
      { outcome: 'CLIENT', count: 9, countsAs: 'ignored' },
      { outcome: 'TIMEOUT', count: 1, countsAs: 'bad' }
    ])
  })

  test('of all sources at once, each its own', async () => {
    const [prometheus, datadog] = await Promise.all([
      startFakePrometheus({ answer: () => 0.001 }),
      startDatadog({ slos: { abc: { type: 'monitor', sliValue: () => 99.9 } } })
    ])
    const sources = {
      observability: { type: 'genesys-observability' },
      prometheus: { type: 'prometheus', errorRatio: 'r[$window]' },
      datadog: { type: 'datadog', sloId: 'abc' },
      actions: { type: 'genesys-data-actions' }
    }
    const executions = [executed('NONE', 1)]
    const definitions = Object.entries(sources).map(([id, source]) => definition({ id, source }))
    const gated = await gate(
      { slos: { observability: 0.2 }, executions },
      {
        inputs: { 'slo-file': 's.json', 'prometheus-url': prometheus.url, ...datadog.inputs() },
        files: { 's.json': `[${definitions.join()}]` }
      }
    )
    await Promise.all([prometheus.close(), datadog.close()])

    const urls = Object.keys(sources).map(id => evidenceOf(gated, id)[0]?.requests.map(({ url }) => url))
    expect(urls).toEqual([
      [expect.stringContaining(`${gated.genesys.url}/api/v2/observability/slos/observability/burnRate`)],
      [`${prometheus.url}/api/v1/query`],
      [expect.stringContaining(`${datadog.url}/api/v1/slo/abc/history`)],
      [`${gated.genesys.url}/api/v2/analytics/actions/aggregates/query`]
    ])
    expect(gated.report.requests).toHaveLength(5)
    for (const id of ['observability', 'prometheus', 'datadog']) expectComplete(gated, id)
  })
})

describe('the requests of a reading', () => {
  test('are those that gave it, not the attempts before', async () => {
    const answers = [status(503), status(429)]
    const gated = await gate({
      slos: { [SLO]: 0.4 },
      intercept: answering(API, () => answers.shift() as never)
    })

    expectComplete(gated)
    expect(gated.report.requests.map(({ status, attempt }: Request) => [status, attempt])).toEqual([
      [200, 1],
      [503, 1],
      [429, 2],
      [200, 3]
    ])
    expect(readingsOf(gated)[0]?.requests).toEqual([4])
  })

  test('are not the sign-in, which is in the report as any other', async () => {
    const gated = await gate({ slos: { [SLO]: 0.4 } })

    expect(gated.report.requests).toMatchObject([
      { id: 1, method: 'POST', url: `${gated.genesys.url}/oauth/token`, status: 200 },
      { id: 2, method: 'GET', status: 200 }
    ])
    expect(readingsOf(gated)[0]?.requests).toEqual([2])
    expect(JSON.stringify(gated.report)).not.toContain('grant_type')
  })

  test('are there where a source had nothing to count, too', async () => {
    const prometheus = await startFakePrometheus({ answer: () => 0 })
    const source = { type: 'prometheus', good: 'g[$window]', total: 't[$window]' }
    const gated = await run({
      inputs: { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url },
      files: { 'slo.json': definition({ source }) }
    })
    await prometheus.close()

    expect(gated.outputs['verdict']).toBe('no-data')
    expect(evidenceOf(gated)).toMatchObject([
      {
        reading: { kind: 'no-data', burnRate: null, events: null, reason: expect.any(String) },
        requests: [{ status: 200 }, { status: 200 }]
      }
    ])
  })

  test.each([
    ['is refused', status(403)],
    ['has no burn rate', { body: { burnRate: null } }],
    ['has a negative one', { body: { burnRate: -1 } }]
  ])('are no evidence for a number where an answer %s', async (_what, reply) => {
    const gated = await gate({ intercept: answering(API, reply) })

    expect(readingsOf(gated)).toMatchObject([
      { window: 'PT720H', kind: 'unreadable', burnRate: null, events: null, reason: expect.any(String) }
    ])
    expect(gated.report.requests).toHaveLength(2)
  })

  test('are told apart where one window could be read and another could not', async () => {
    const intercept = answering(API, ({ path }) => {
      const query = new URL(path, 'http://x').searchParams
      const length = Date.parse(query.get('endTime') ?? '') - Date.parse(query.get('startTime') ?? '')
      return (length === HOUR ? status(400) : undefined) as never
    })
    const gated = await gate(
      { slos: { [SLO]: 0.4 }, intercept },
      { inputs: { 'slo-file': 'slo.json' }, files: { 'slo.json': alerting() } }
    )

    expect(gated.outputs['verdict']).toBe('source-error')
    expect(readingsOf(gated).map(({ window, kind }) => [window, kind])).toEqual([
      ['PT720H', 'rate'],
      ['PT1H', 'unreadable'],
      ['PT5M', 'rate'],
      ['PT6H', 'rate']
    ])
    for (const { reading, requests } of evidenceOf(gated)) {
      if (reading.kind === 'rate') expect(requests).toMatchObject([{ status: 200 }])
    }
  })
})

describe('a remembered reading', () => {
  test('has no requests of this run, and says that it is one', async () => {
    const kept = await keep()
    const inputs = { 'slo-file': 'slo.json' }
    const files = { 'slo.json': alerting() }
    const first = await kept.run({ slos: { [SLO]: 0.4 } }, { inputs, files })
    const second = await kept.run({ slos: { [SLO]: 3 } }, { inputs, files })

    expectComplete(first)
    const [slo] = second.report.slos
    expect(slo).toMatchObject({ isRemembered: true, window: first.report.slos[0].window, burnRate: 0.4 })
    expect(second.report.requests).toEqual([])
    expect(slo.readings).toEqual(
      WINDOWS.map(window => ({ window, kind: 'rate', burnRate: 0.4, events: null }))
    )
  })

  test('of data actions keeps its window, which ended before the run that read it', async () => {
    const kept = await keep()
    const genesys = await startGenesys({ executions: [executed('NONE', 1)] })
    const inputs = { ...genesys.inputs(), 'slo-file': 'slo.json' }
    const files = { 'slo.json': definition({ source: { type: 'genesys-data-actions' } }) }
    const first = await kept.run({}, { inputs, files })
    const second = await kept.run({}, { inputs, files })
    await genesys.close()

    expect(genesys.analyticsRequests()).toHaveLength(1)
    expect(first.report.slos[0].isRemembered).toBe(false)
    expect(second.report.slos[0]).toMatchObject({
      isRemembered: true,
      window: first.report.slos[0].window,
      events: { good: 1, total: 1 }
    })
    expect(Object.keys(second.report.slos[0].readings[0]).toSorted()).toEqual([
      ...['burnRate', 'events', 'kind', 'window']
    ])
    expect(second.report.slos[0]).not.toHaveProperty('outcomes')
  })

  test('that stands in for one that failed has none either, whatever was asked in vain', async () => {
    const kept = await keep()
    await kept.reading(0.4)
    kept.age(2 * MINUTE)
    const failed = await kept.failing({ 'on-error': 'last-known' })

    const [slo] = failed.report.slos
    expect(failed.outputs).toMatchObject({ decision: 'allow', 'burn-rate': '0.4' })
    expect(slo).toMatchObject({ isRemembered: true })
    expect(slo.readings).toEqual([{ window: 'PT720H', kind: 'rate', burnRate: 0.4, events: null }])
    expect(failed.report.requests.map(({ status }: Request) => status)).toEqual([200, 403])
  })

  test('is told from the readings of another SLO that are new', async () => {
    const kept = await keep()
    await kept.run({ slos: { old: 0.4 } }, { inputs: { 'slo-id': 'old' } })
    const both = await kept.run({ slos: { old: 3, new: 0.5 } }, { inputs: { 'slo-id': 'old,new' } })

    expectComplete(both, 'new')
    expect(readingsOf(both, 'old')[0]).not.toHaveProperty('requests')
  })
})
