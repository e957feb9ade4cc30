import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { BUDGET_COLUMNS } from '../../simulator/genesys/start.ts'
import { type Judgement, judge } from '../../src/budget/judge.ts'
import { noData, type Reading, unreadable } from '../../src/budget/reading.ts'
import { eventOf } from '../../src/callFlows/degradation.ts'
import {
  type BudgetRow,
  COLUMNS,
  isDegraded,
  isMeasured,
  type MeasuredJudgement,
  type RowContext,
  rowOf
} from '../../src/callFlows/row.ts'
import { runUrlOf } from '../../src/runner/runner.ts'
import {
  byTable,
  POLICY,
  policies,
  rate,
  readings,
  readingsOf,
  slos,
  sloWith,
  tableOf
} from '../support/builders.ts'

const AT = new Date('2026-11-23T18:00:00.000Z')
const LATER = new Date('2026-11-23T20:00:00.000Z')
const RUNS = { seed: 6, numRuns: 500 }
const TOLERANCE = 1e-9

const context = (parts: Partial<RowContext> = {}): RowContext => ({
  at: AT,
  degradeBelow: 0.8,
  approvedUntil: undefined,
  runUrl: 'https://example.com/run',
  ...parts
})

const judged = (reading: number | Reading, parts: Parameters<typeof sloWith>[0] = {}): Judgement =>
  judge({ slo: sloWith(parts), readings: readingsOf({ PT720H: reading }) }, POLICY)

function measuredAt(burnRate: number, asOf?: Date): MeasuredJudgement {
  const judgement = { ...judged(burnRate), asOf }
  if (!isMeasured(judgement)) throw new Error(`a burn rate of ${burnRate} is measured`)
  return judgement
}

const row = (burnRate: number, previous?: unknown, parts: Partial<RowContext> = {}): BudgetRow =>
  rowOf(measuredAt(burnRate), previous, context(parts))

describe('the columns', () => {
  it('are those of the simulated data table', () => {
    expect(COLUMNS).toEqual(BUDGET_COLUMNS)
    expect(Object.keys(COLUMNS)).toEqual(Object.keys(BUDGET_COLUMNS))
  })
})

const instants = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })

/** Rows as runs write them, and whatever else an answer may be. */
const previousRows = fc.oneof(
  fc.constant(undefined),
  fc.jsonValue(),
  fc.record(
    {
      degraded: fc.oneof(fc.boolean(), fc.jsonValue()),
      maintenance_mode: fc.oneof({ weight: 4, arbitrary: fc.boolean() }, fc.jsonValue()),
      maintenance_until: fc.oneof(
        { weight: 4, arbitrary: instants.map(at => at.toISOString()) },
        fc.string(),
        fc.double(),
        fc.jsonValue({ maxDepth: 2 })
      )
    },
    { requiredKeys: [] }
  )
)

const contexts: fc.Arbitrary<RowContext> = fc.record({
  at: instants,
  degradeBelow: fc.oneof(fc.constantFrom(0, 0.5, 0.8, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  approvedUntil: fc.option(instants, { nil: undefined }),
  runUrl: fc.webUrl()
})

/** Burn rates from the smallest to the largest, and those at which health meets a threshold. */
const burnRates = fc.oneof(
  fc.constantFrom(0, -0, 5e-324, 1, 1 + Number.EPSILON, 1.25, 1.25 + 1e-9, 2, Number.MAX_VALUE),
  fc.double({ min: 0, max: 3, noNaN: true }),
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })
)

const measured = fc.oneof(
  burnRates.map(burnRate => measuredAt(burnRate)),
  fc
    .tuple(slos, tableOf(readings), policies)
    .map(([slo, table, policy]) => judge({ slo, readings: byTable(table) }, policy))
    .filter(isMeasured)
)

const isOfType = (type: string, value: unknown) =>
  type === 'integer' ? Number.isSafeInteger(value) : typeof value === type

describe('the row of an SLO that was measured, whatever was there before,', () => {
  it('fits the columns of the table, and survives JSON as it is', () => {
    fc.assert(
      fc.property(measured, previousRows, contexts, (judgement, previous, given) => {
        const made = rowOf(judgement, previous, given)
        expect(Object.keys(made)).toEqual(Object.keys(COLUMNS))
        for (const [column, type] of Object.entries(COLUMNS)) {
          const value = made[column as keyof BudgetRow]
          expect([column, value, isOfType(type, value)]).toEqual([column, value, true])
        }
        // What JSON cannot say would be null: NaN, and what is not finite.
        expect(JSON.parse(JSON.stringify(made))).toEqual({ ...made, burn_rate: made.burn_rate + 0 })
      }),
      RUNS
    )
  })

  it('has a health of 0 to 1 and a whole percent of 0 to 100 that say what the burn rate says', () => {
    fc.assert(
      fc.property(measured, previousRows, contexts, (judgement, previous, given) => {
        const made = rowOf(judgement, previous, given)
        const { current_budget_health: health, error_budget_remaining: percent, burn_rate: burnRate } = made
        expect(judgement.reading).toMatchObject({ burnRate })
        expect(health).toBeGreaterThan(0)
        expect(health).toBeLessThanOrEqual(1)
        expect(health).toBe(burnRate <= 1 ? 1 : 1 / burnRate)
        expect(Number.isInteger(percent)).toBe(true)
        expect(Object.is(percent, -0)).toBe(false)
        expect(percent).toBeGreaterThanOrEqual(0)
        expect(percent).toBeLessThanOrEqual(100)
        if (burnRate <= 1)
          expect(Math.abs(percent - 100 * (1 - burnRate))).toBeLessThanOrEqual(0.5 + TOLERANCE)
        else expect(percent).toBe(0)
      }),
      RUNS
    )
  })

  it('degrades when its health is below the threshold by more than float noise, and only then', () => {
    let degraded = 0
    fc.assert(
      fc.property(measured, previousRows, contexts, (judgement, previous, given) => {
        const made = rowOf(judgement, previous, given)
        expect(made.degraded).toBe(given.degradeBelow > made.current_budget_health + TOLERANCE)
        // What the next run reads in it.
        expect(isDegraded(JSON.parse(JSON.stringify(made)))).toBe(made.degraded)
        if (made.degraded) degraded += 1
      }),
      RUNS
    )
    expect(degraded).toBeGreaterThan(25)
    expect(degraded).toBeLessThan(475)
  })

  it('has an end of the maintenance when, and only when, one is running: an instant in UTC', () => {
    let running = 0
    fc.assert(
      fc.property(measured, previousRows, contexts, (judgement, previous, given) => {
        const { maintenance_mode: mode, maintenance_until: until } = rowOf(judgement, previous, given)
        expect(mode).toBe(until !== '')
        if (!mode) return
        running += 1
        expect(new Date(until).toISOString()).toBe(until)
        if (given.approvedUntil) expect(new Date(until) >= given.approvedUntil).toBe(true)
        else expect(new Date(until).getTime()).toBeGreaterThan(given.at.getTime())
      }),
      RUNS
    )
    expect(running).toBeGreaterThan(50)
  })

  it('stays the same, but for its time, when nothing changed', () => {
    fc.assert(
      fc.property(measured, previousRows, contexts, (judgement, previous, given) => {
        const first = rowOf(judgement, previous, given)
        expect(rowOf(judgement, first, { ...given, approvedUntil: undefined })).toEqual(
          first.maintenance_mode && new Date(first.maintenance_until) <= given.at
            ? { ...first, maintenance_mode: false, maintenance_until: '' }
            : first
        )
      }),
      RUNS
    )
  })
})

describe('a row', () => {
  it('says what was found', () => {
    expect(row(2)).toStrictEqual({
      key: 'crm',
      current_budget_health: 0.5,
      error_budget_remaining: 0,
      burn_rate: 2,
      degraded: true,
      maintenance_mode: false,
      maintenance_until: '',
      verdict: 'exhausted',
      updated_at: '2026-11-23T18:00:00.000Z',
      run_url: 'https://example.com/run'
    })
  })

  it('has the time of a reading that was made before', () => {
    const asOf = new Date('2026-11-23T17:59:30.000Z')
    expect(rowOf(measuredAt(0.4, asOf), undefined, context()).updated_at).toBe('2026-11-23T17:59:30.000Z')
  })

  it.each([
    [0.994, 1],
    [0.9951, 0],
    [0.005, 100],
    [0.0051, 99],
    [0.5, 50]
  ])('of a burn rate of %d has %i whole percent left', (burnRate, percent) => {
    expect(row(burnRate).error_budget_remaining).toBe(percent)
  })

  it.each([
    [0.8, 1.25, false],
    [0.8, 1.25 + 1e-9, false],
    [0.8, 1.25 + 1e-8, true],
    [1, 1 + 1e-10, false],
    [1, 1 + 1e-8, true],
    [0, Number.MAX_VALUE, false]
  ])('below %d, at a burn rate of %d, degrades %p', (degradeBelow, burnRate, degraded) => {
    expect(row(burnRate, undefined, { degradeBelow }).degraded).toBe(degraded)
  })

  const running = { maintenance_mode: true, maintenance_until: LATER.toISOString() }
  const NONE = { maintenance_mode: false, maintenance_until: '' }

  it('keeps a maintenance until it has passed, to the millisecond', () => {
    expect(row(2, running)).toMatchObject(running)
    expect(row(2, running, { at: new Date(LATER.getTime() - 1) })).toMatchObject(running)
    expect(row(2, running, { at: LATER })).toMatchObject(NONE)
  })

  it('keeps nothing of a maintenance that was not running', () => {
    expect(row(2, { ...running, maintenance_mode: false })).toMatchObject(NONE)
    expect(row(2, { ...running, maintenance_mode: 'true' })).toMatchObject(NONE)
    expect(row(2, { ...running, maintenance_mode: 1 })).toMatchObject(NONE)
    expect(row(2, [running])).toMatchObject(NONE)
  })

  it('has the end of an approval of its own run', () => {
    const approvedUntil = new Date('2026-11-23T22:00:00.000Z')
    expect(row(2, undefined, { approvedUntil })).toMatchObject({
      maintenance_mode: true,
      maintenance_until: '2026-11-23T22:00:00.000Z'
    })
    expect(row(2, running, { approvedUntil }).maintenance_until).toBe('2026-11-23T22:00:00.000Z')
    // Which never shortens one that is running.
    const longer = { maintenance_mode: true, maintenance_until: '2026-11-24T00:00:00.000Z' }
    expect(row(2, longer, { approvedUntil })).toMatchObject(longer)
  })

  it.each<[string, unknown]>([
    ['words with a year', 'ticket 4711'],
    ['a number that could be a year', 4711],
    ['a list', [LATER.toISOString()]],
    ['an object that is not text', { toString: 1, valueOf: 1 }]
  ])('does not take %s for the end of a maintenance', (_what, until) => {
    expect(row(2, { maintenance_mode: true, maintenance_until: until })).toMatchObject(NONE)
  })
})

describe('what counts as measured, and what does not', () => {
  it.each<[string, boolean, Judgement]>([
    ['a rate', true, judged(0.4)],
    ['an exhausted budget', true, judged(2)],
    ['a rate of enough events', true, judged(rate(1, { good: 99, total: 100 }), { minimumEvents: 100 })],
    ['a rate of too few events', false, judged(rate(1, { good: 99, total: 100 }), { minimumEvents: 101 })],
    ['a window without events', false, judged(noData('there were no events'))],
    ['a source that cannot be read', false, judged(unreadable('HTTP 503'))],
    ['a reading of an earlier run', true, { ...judged(0.4), asOf: AT }],
    ['the last known reading', false, { ...judged(0.4), asOf: AT, sourceError: 'HTTP 503' }]
  ])('%s: %p', (_what, is, judgement) => {
    expect(isMeasured(judgement)).toBe(is)
  })

  it('is a rate of too few events, even where a window of an alert could not be read', () => {
    fc.assert(
      fc.property(slos, tableOf(readings), policies, (slo, table, policy) => {
        const judgement = judge({ slo, readings: byTable(table) }, policy)
        const { reading } = judgement
        fc.pre(reading.kind === 'rate' && reading.events !== null && reading.events.total < slo.minimumEvents)
        expect(isMeasured(judgement)).toBe(false)
      }),
      RUNS
    )
  })
})

describe('whether flows are degraded', () => {
  it.each([
    undefined,
    null,
    [],
    'degraded',
    5,
    {},
    { degraded: 'true' },
    { degraded: 1 },
    { degraded: null }
  ])('is not said by %j', value => {
    expect(isDegraded(value)).toBe(false)
  })

  it('is not said by what every object has', () => {
    expect(isDegraded(Object.create({ degraded: true }))).toBe(false)
    expect(isDegraded({ degraded: true })).toBe(true)
  })
})

describe('an event', () => {
  const what = { flowId: 'flow-1', at: AT, reason: 'because' }

  it('tells what flows do from now on', () => {
    const common = { flowId: 'flow-1', timestamp: '2026-11-23T18:00:00.000Z', reason: 'because' }
    expect(eventOf({ degraded: true }, what)).toStrictEqual({
      event: 'budget_exceeded',
      action: 'DEGRADE_TO_AGENT_ONLY',
      ...common
    })
    expect(eventOf({ degraded: false }, what)).toStrictEqual({
      event: 'budget_recovered',
      action: 'RESTORE_NORMAL_ROUTING',
      ...common
    })
  })

  it('has its keys in the documented order, with a flow and without', () => {
    for (const flowId of ['flow-1', undefined]) {
      for (const degraded of [true, false]) {
        const event = eventOf({ degraded }, { ...what, flowId })
        expect(Object.keys(event)).toEqual(['event', 'flowId', 'timestamp', 'action', 'reason'])
        expect(event.flowId).toBe(flowId ?? null)
      }
    }
  })
})

describe('the page of the run', () => {
  const gitHub = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/crm',
    GITHUB_RUN_ID: '17'
  }
  it.each<[string, Record<string, string>, string]>([
    ['GitHub', gitHub, 'https://github.com/acme/crm/actions/runs/17'],
    [
      'GitHub, first',
      { ...gitHub, BUILD_URL: 'b', CI_JOB_URL: 'c' },
      'https://github.com/acme/crm/actions/runs/17'
    ],
    ['Jenkins', { BUILD_URL: 'https://jenkins.example/1/' }, 'https://jenkins.example/1/'],
    ['GitLab CI', { CI_JOB_URL: 'https://gitlab.example/1' }, 'https://gitlab.example/1'],
    [
      'a GitHub of one’s own',
      { ...gitHub, GITHUB_SERVER_URL: 'https://github.example' },
      'https://github.example/acme/crm/actions/runs/17'
    ],
    ['nowhere', {}, ''],
    ['half of GitHub', { GITHUB_SERVER_URL: 'https://github.com', GITHUB_RUN_ID: '17' }, '']
  ])('is that of %s', (_where, env, url) => {
    expect(runUrlOf(env)).toBe(url)
  })
})
