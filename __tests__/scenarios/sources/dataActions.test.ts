// Which executions count, and as what: against Genesys' own counts, by hand.
import { describe, expect, test } from '@jest/globals'
import type { Execution, GenesysOptions } from '../../../simulator/genesys/start.ts'
import type { GateOptions } from '../../../simulator/harness/workspace.ts'
import type { RecordedRequest } from '../../../simulator/server.ts'
import {
  ago,
  DAY,
  eventsOf,
  executed as executedBy,
  FAILED,
  MINUTE,
  measureActions,
  QUERY
} from '../../support/dataActionsRun.ts'
import { answering, readable, SLO } from '../../support/scenario.ts'

const [CRM, ERP] = ['5f6b40a1-9d2c-4d1e-8f00-00000000c001', '5f6b40a1-9d2c-4d1e-8f00-00000000e001']
const [LOOKUP, UPDATE, INVOICE] = ['custom_-_a1', 'custom_-_a2', 'custom_-_a3']

const executed = (parts: Parameters<typeof executedBy>[0] = {}) =>
  executedBy({ actionId: LOOKUP, integrationId: CRM, ...parts })

/** Runs the gate on one SLO of data actions. */
const measure = (
  source: object,
  executions: Execution[],
  { fields = {}, genesys, ...options }: { fields?: object; genesys?: GenesysOptions } & GateOptions = {}
) => measureActions([{ source, ...fields }], { executions, ...genesys }, options)

describe('the executions of the window are counted', () => {
  test('exactly: to the outputs, and to the report with the outcomes as Genesys names them', async () => {
    const run = await measure({ actionIds: [LOOKUP] }, [
      executed({ count: 90_000 }),
      executed({ count: 9_700, responseStatus: '201', at: ago(29 * DAY) }),
      executed({ ...FAILED, count: 200 }),
      executed({ errorType: 'REQUEST_TIMEOUT', responseStatus: undefined, count: 100 }),
      // Before the window, after it, and of another action.
      executed({ ...FAILED, count: 1_000_000, at: ago(30 * DAY + 7 * MINUTE) }),
      executed({ ...FAILED, count: 1_000_000, at: ago(2 * MINUTE) }),
      executed({ ...FAILED, count: 1_000_000, actionId: UPDATE })
    ])

    // 300 of 100,000 failed, 500 may: 300 / 500.
    expect(run.outputs).toMatchObject({
      decision: 'allow',
      verdict: 'healthy',
      'burn-rate': '0.6',
      'budget-remaining': '40',
      'budget-health': '1'
    })
    expect(run.exitCode).toBe(0)
    const [slo] = run.report.slos
    expect(slo).toMatchObject({
      id: SLO,
      source: 'genesys-data-actions',
      target: 99.5,
      events: { good: 99_700, total: 100_000 },
      budgetHealth: 1,
      outcomes: [
        { outcome: 'NONE 200', count: 90_000, countsAs: 'good' },
        { outcome: 'NONE 201', count: 9_700, countsAs: 'good' },
        { outcome: 'REMOTE_ERROR 503', count: 200, countsAs: 'bad' },
        { outcome: 'REQUEST_TIMEOUT', count: 100, countsAs: 'bad' }
      ]
    })
    expect(slo.burnRate).toBeCloseTo(0.6, 12)
    expect(slo.budgetRemaining).toBeCloseTo(40, 10)
    expect(slo.readings).toEqual([
      expect.objectContaining({
        window: 'PT720H',
        kind: 'rate',
        burnRate: slo.burnRate,
        events: slo.events,
        start: slo.window.start,
        end: slo.window.end,
        requests: [2]
      })
    ])
  })

  test('and too many failures exhaust the budget', async () => {
    const run = await measure({}, [executed({ count: 990 }), executed({ ...FAILED, count: 10 })])

    expect(run.outputs).toMatchObject({
      decision: 'block',
      verdict: 'exhausted',
      'burn-rate': '2',
      'budget-remaining': '-100',
      'budget-health': '0.5'
    })
    expect(run.exitCode).toBe(1)
    expect(run.report.slos[0].events).toEqual({ good: 990, total: 1_000 })
  })

  test('and nothing but failures is an outage, not a lack of data', async () => {
    const run = await measure({}, [executed({ ...FAILED, count: 3 })])

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted', 'burn-rate': '200' })
    expect(run.report.slos[0].events).toEqual({ good: 0, total: 3 })
  })

  test('an errorType that is only like success is a failure', async () => {
    const executions = ['NONE', 'none', 'None', 'NONE ', ''].map(errorType => executed({ errorType }))
    const run = await measure({}, executions)

    expect(run.report.slos[0].events).toEqual({ good: 1, total: 5 })
  })
})

describe('without events', () => {
  test('no execution at all is no-data', async () => {
    const run = await measure({ actionIds: [LOOKUP] }, [executed({ actionId: UPDATE })])

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'no-data', 'burn-rate': '' })
    expect(run.exitCode).toBe(1)
    expect(run.report.slos[0]).toMatchObject({ events: null, burnRate: null })
    expect(run.outputs['reason']).toContain('not executed')
  })

  test('only ignored executions are no-data, and the report shows them', async () => {
    const run = await measure({ ignoreResponseStatuses: [503] }, [executed({ ...FAILED, count: 7 })])

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'no-data', 'burn-rate': '' })
    expect(run.outputs['reason']).toContain('ignored')
    expect(run.report.slos[0].outcomes).toEqual([
      { outcome: 'REMOTE_ERROR 503', count: 7, countsAs: 'ignored' }
    ])
  })

  test('in the window of an alert, that alert is quiet', async () => {
    const alert = { level: 'CRITICAL', burnRateThreshold: 14.4, duration: 'PT1H', shortDuration: 'PT5M' }
    const fields = { burnRateAlerts: [alert] }
    const run = await measure({}, [executed({ count: 10 })], { fields })

    expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0' })
    expect(run.report.slos[0].alerts).toEqual([expect.objectContaining({ burnRate: null, firing: false })])
  })
})

describe('too little traffic', () => {
  test.each([
    ['one execution fewer than needed, all failed', 99, FAILED, 'low-traffic'],
    ['one execution fewer than needed, all good', 99, {}, 'low-traffic'],
    ['exactly as many as needed, all failed', 100, FAILED, 'exhausted'],
    ['exactly as many as needed, all good', 100, {}, 'healthy']
  ])('%s', async (_title, count, outcome, verdict) => {
    const ignored = executed({ errorType: 'IGNORED', count: 1_000 })
    const source = { ignoreErrorTypes: ['IGNORED'] }
    const run = await measure(source, [executed({ ...outcome, count }), ignored], {
      fields: { minimumEvents: 100 }
    })

    expect(run.outputs['verdict']).toBe(verdict)
    expect(run.report.slos[0].events.total).toBe(count)
  })
})

describe('what is ignored counts in neither good nor total', () => {
  const executions = () => [
    executed({ count: 900 }),
    executed({ responseStatus: '204', count: 50 }),
    executed({ errorType: 'REMOTE_ERROR', responseStatus: '404', count: 30 }),
    executed({ errorType: 'REMOTE_ERROR', responseStatus: '503', count: 15 }),
    executed({ errorType: 'RATE_LIMIT', responseStatus: '429', count: 4 }),
    executed({ errorType: 'RATE_LIMIT', responseStatus: undefined, count: 1 })
  ]
  test.each([
    ['nothing', {}, 950, 1_000],
    ['a status as a number', { ignoreResponseStatuses: [404] }, 950, 970],
    ['a status as a text', { ignoreResponseStatuses: ['404'] }, 950, 970],
    ['numbers and texts', { ignoreResponseStatuses: [404, '503'] }, 950, 955],
    ['a status of good executions', { ignoreResponseStatuses: [204] }, 900, 950],
    ['a status that nothing has', { ignoreResponseStatuses: [401] }, 950, 1_000],
    ['an errorType', { ignoreErrorTypes: ['RATE_LIMIT'] }, 950, 995],
    ['an errorType in another case', { ignoreErrorTypes: ['rate_limit'] }, 950, 1_000],
    ['several errorTypes', { ignoreErrorTypes: ['RATE_LIMIT', 'REMOTE_ERROR'] }, 950, 950],
    [
      'an errorType and a status that it has',
      { ignoreErrorTypes: ['RATE_LIMIT'], ignoreResponseStatuses: [429, 404] },
      ...([950, 965] as const)
    ]
  ])('%s', async (_title, source, good, total) => {
    const run = await measure(source, executions())

    expect(run.report.slos[0].events).toEqual({ good, total })
    const outcomes: { count: number; countsAs: string }[] = run.report.slos[0].outcomes
    const sum = (which: string[]) =>
      outcomes.filter(({ countsAs }) => which.includes(countsAs)).reduce((all, { count }) => all + count, 0)
    expect([sum(['good']), sum(['good', 'bad']), sum(['good', 'bad', 'ignored'])]).toEqual([
      ...[good, total, 1_000]
    ])
  })
})

describe('what is slower than the limit is not good', () => {
  const executions = () => [
    executed({ count: 800, durationMs: 1_999 }),
    executed({ count: 100, durationMs: 2_000 }),
    executed({ count: 60, durationMs: 2_001 }),
    executed({ count: 20, durationMs: 9_000, responseStatus: '201' }),
    // Failed is failed, and counted once.
    executed({ ...FAILED, count: 15, durationMs: 9_000 }),
    executed({ ...FAILED, count: 5, durationMs: 10 })
  ]
  test.each([
    ['PT2S', 800],
    [2_000, 800],
    ['PT2.001S', 900],
    [2_001, 900],
    [1_999, 0],
    ['PT1M', 980]
  ])('slowerThan: %j', async (slowerThan, good) => {
    const run = await measure({ slowerThan }, executions())

    expect(run.report.slos[0].events).toEqual({ good, total: 1_000 })
    expect(run.genesys.analyticsRequests()).toHaveLength(1)
  })

  test('the report tells the slow ones from those that failed', async () => {
    const run = await measure({ slowerThan: 'PT2S', ignoreResponseStatuses: ['201'] }, executions())

    expect(run.report.slos[0].events).toEqual({ good: 800, total: 980 })
    expect(run.report.slos[0].outcomes).toEqual([
      { outcome: 'NONE 200', count: 800, countsAs: 'good' },
      { outcome: 'NONE 200, 2000 ms or longer', count: 160, countsAs: 'bad' },
      ...[
        { outcome: 'NONE 201', count: 20, countsAs: 'ignored' },
        { outcome: 'REMOTE_ERROR 503', count: 20, countsAs: 'bad' }
      ]
    ])
  })

  test('a limit in the windows of alerts as well, in buckets', async () => {
    const alert = { level: 'CRITICAL', burnRateThreshold: 14.4, duration: 'PT1H', shortDuration: 'PT5M' }
    const recent = [
      executed({ at: ago(7 * MINUTE + MINUTE / 2), count: 8, durationMs: 5_000 }),
      executed({ at: ago(40 * MINUTE), count: 2, durationMs: 100 })
    ]
    const fields = { burnRateAlerts: [alert] }
    const run = await measure({ slowerThan: 'PT2S' }, [...executions(), ...recent], { fields })

    expect(run.outputs['verdict']).toBe('exhausted')
    expect(eventsOf(run)).toEqual({
      PT720H: { good: 802, total: 1_010 },
      PT1H: { good: 2, total: 10 },
      PT5M: { good: 0, total: 8 }
    })
  })

  test.each([10, 11, 25])('%i different limits are each right', async limits => {
    const thresholds = Array.from({ length: limits }, (_, index) => 100 * (index + 1))
    const slos = thresholds.map(slowerThan => ({ id: `slo-${slowerThan}`, source: { slowerThan } }))
    // One execution just below each limit, and another exactly at it.
    const executions = thresholds.flatMap(limit =>
      [limit - 1, limit].map(durationMs => executed({ durationMs }))
    )
    const run = await measureActions([...slos, { id: 'plain' }], { executions })

    const total = 2 * limits
    expect(thresholds.map(limit => eventsOf(run, `slo-${limit}`)['PT720H'])).toEqual(
      thresholds.map((_, index) => ({ good: 2 * index + 1, total }))
    )
    expect(eventsOf(run, 'plain')['PT720H']).toEqual({ good: total, total })
    expect(run.genesys.analyticsRequests()).toHaveLength(Math.ceil(limits / 10))
  })
})

describe('whose executions count', () => {
  /** Each its own power of ten, so that a sum names them. */
  const executions = () => [
    executed({ actionId: LOOKUP, integrationId: CRM, count: 1 }),
    executed({ actionId: UPDATE, integrationId: CRM, count: 10 }),
    executed({ actionId: INVOICE, integrationId: ERP, count: 100 }),
    // An action that was moved to another integration.
    executed({ actionId: LOOKUP, integrationId: ERP, count: 1_000 })
  ]
  test.each([
    ['one action', { actionIds: [LOOKUP] }, 1_001],
    ['several actions', { actionIds: [UPDATE, INVOICE] }, 110],
    ['an action twice', { actionIds: [UPDATE, UPDATE] }, 10],
    ['an action that is not there, too', { actionIds: [UPDATE, 'custom_-_none'] }, 10],
    ['an integration', { integrationId: ERP }, 1_100],
    ['an action and an integration', { actionIds: [LOOKUP], integrationId: CRM }, 1],
    [
      'actions and an integration that has one of them',
      { actionIds: [UPDATE, INVOICE], integrationId: ERP },
      100
    ],
    ['the whole organisation', {}, 1_111]
  ])('%s', async (_title, source, total) => {
    const run = await measure(source, executions())

    expect(run.report.slos[0].events).toEqual({ good: total, total })
  })

  test('each SLO has its own, though all are asked for together', async () => {
    const sources: Record<string, [object, number]> = {
      lookup: [{ actionIds: [LOOKUP] }, 1_001],
      erp: [{ integrationId: ERP }, 1_100],
      both: [{ actionIds: [LOOKUP, UPDATE], integrationId: CRM }, 11],
      all: [{}, 1_111]
    }
    for (const names of [['lookup', 'erp'], ['lookup', 'both'], Object.keys(sources)]) {
      const slos = names.map(id => ({ id, source: sources[id]?.[0] ?? {} }))
      const run = await measureActions(slos, { executions: executions() })

      expect(names.map(id => eventsOf(run, id)['PT720H']?.total)).toEqual(names.map(id => sources[id]?.[1]))
      expect(run.genesys.analyticsRequests()).toHaveLength(1)
    }
  })

  test('an id with other letters in it is another id', async () => {
    const run = await measure({ actionIds: ['custom_-_a'] }, executions())

    expect(run.outputs['verdict']).toBe('no-data')
  })
})

describe('ids in another case', () => {
  const sources: [string, object, object][] = [
    ['an action', { actionIds: [LOOKUP.toUpperCase()] }, { actionId: LOOKUP }],
    ['an integration', { integrationId: CRM.toUpperCase() }, { integrationId: CRM }],
    [
      'both',
      { actionIds: [LOOKUP.toUpperCase()], integrationId: CRM },
      { actionId: LOOKUP, integrationId: CRM.toUpperCase() }
    ]
  ]
  test.each(sources)('%s: the answer may be in the other one', async (_title, source, group) => {
    const intercept = answering(QUERY, request => {
      const data = [
        { interval: sent(request).interval, metrics: [{ metric: 'tTotalExecution', stats: { count: 5 } }] }
      ]
      return { body: { results: [{ group: { ...group, errorType: 'NONE', responseStatus: '200' }, data }] } }
    })
    const run = await measure(source, [], { genesys: { intercept } })

    expect(run.report.slos[0].events).toEqual({ good: 5, total: 5 })
  })

  test('an id that is written in both cases is counted once', async () => {
    const run = await measure({ actionIds: [LOOKUP, LOOKUP.toUpperCase()] }, [executed({ count: 5 })])

    expect(run.report.slos[0].events).toEqual({ good: 5, total: 5 })
  })

  test('with a server whose filter compares exactly, one written in the other case finds nothing', async () => {
    const run = await measure({ integrationId: CRM.toUpperCase() }, [executed({ count: 5 })])

    expect(run.report.slos[0].events).toEqual({ good: 5, total: 5 })
  })
})

test('a source that is wrong is refused before anything is asked', async () => {
  const run = await measure({ actionId: LOOKUP }, [])

  expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'config-error' })
  expect(run.outputs['reason']).toContain('actionId')
  expect(run.genesys.requests).toEqual([])
})

describe('the summary', () => {
  test('says when the windows of data actions end, which is not at the instant of the run', async () => {
    const run = await measure({}, [executed()], { inputs: { summary: 'true' } })

    const { end } = run.report.slos[0].window
    expect(end).not.toBe(run.report.generatedAt)
    expect(readable(run.summary)).toContain(end.slice(0, 19).replace('T', ' '))
  })
})

/** The query that a request asks. */
// biome-ignore lint/suspicious/noExplicitAny: what it is, is what the tests are about
function sent(request: RecordedRequest | undefined): any {
  return JSON.parse(request?.body ?? '')
}
