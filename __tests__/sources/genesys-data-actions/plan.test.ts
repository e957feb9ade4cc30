import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Slo } from '../../../src/budget/slo.ts'
import { windowsOf } from '../../../src/budget/window.ts'
import {
  batchesOf,
  byInterval,
  type DataActionProbe,
  type PlannedQuery,
  planOf,
  slicesOf
} from '../../../src/sources/genesys-data-actions/plan.ts'
import { DAY, HOUR, MINUTE, WEEK } from '../../../src/time/duration.ts'
import { type Interval, lengthOf } from '../../../src/time/interval.ts'
import { alertWith, lasting, sloWith } from '../../support/builders.ts'

const RUNS = { seed: 20_261_123, numRuns: 300 }
const NOW = new Date('2026-11-23T18:03:27.456Z')

const probesOf = (slos: readonly Slo[], slowerThanMs?: number): DataActionProbe[] =>
  slos.flatMap(slo =>
    windowsOf(slo, NOW).map(window => ({
      slo,
      window,
      spec: {
        type: 'genesys-data-actions' as const,
        ignoreErrorTypes: [],
        ignoreResponseStatuses: [],
        ...(slowerThanMs !== undefined && { slowerThanMs })
      }
    }))
  )

const alert = (duration: string, shortDuration: string) =>
  alertWith({ duration: lasting(duration), shortDuration: lasting(shortDuration) })

const STANDARD = [
  ...[alert('PT1H', 'PT5M'), alert('PT6H', 'PT30M')],
  ...[alert('P1D', 'PT2H'), alert('P3D', 'PT6H')]
]

/** The intervals of a plan, as one would say it. */
const described = (queries: readonly PlannedQuery[]) =>
  queries.map(({ interval, granularityMs }) => {
    const buckets = granularityMs === undefined ? '' : ` by ${granularityMs / MINUTE} min`
    return `${lengthOf(interval) / MINUTE} min${buckets}`
  })

const durations = fc.oneof(
  fc.constantFrom(...['PT5M', 'PT30M', 'PT1H', 'PT2H', 'PT6H', 'P1D', 'P3D', 'P7D', 'PT720H'].map(lasting)),
  fc.integer({ min: 1, max: 3_000 }).map(minutes => lasting(`PT${minutes}M`)),
  fc.integer({ min: 1, max: 10_000 }).map(seconds => lasting(`PT${seconds}S`))
)

const alerts = fc.record({ duration: durations, shortDuration: durations }).map(alertWith)

const slos = fc
  .array(
    fc.record(
      {
        window: durations,
        alerts: fc.array(alerts, { maxLength: 4 }),
        delay: fc.constantFrom(...['PT5M', 'PT17M', 'PT10S'].map(lasting))
      },
      { requiredKeys: ['window', 'alerts'] }
    ),
    { minLength: 1, maxLength: 8 }
  )
  .map(list => list.map((slo, index) => sloWith({ ...slo, id: `slo-${index}` })))

const probes = slos.map(list => probesOf(list))

const keyOf = ({ start, end }: Interval) => `${start.toISOString()}/${end.toISOString()}`

describe('the plan of all questions', () => {
  it('has each of them in exactly one query', () => {
    fc.assert(
      fc.property(probes, asked => {
        const planned = planOf(asked).flatMap(({ probes }) => probes)

        expect(planned).toHaveLength(asked.length)
        expect(new Set(planned)).toEqual(new Set(asked))
      }),
      RUNS
    )
  })

  it('has windows that are whole intervals, or are made of whole buckets', () => {
    fc.assert(
      fc.property(probes, asked => {
        for (const { interval, granularityMs, probes } of planOf(asked)) {
          for (const { window } of probes) {
            expect(window.end).toEqual(interval.end)
            if (granularityMs === undefined) expect(window.start).toEqual(interval.start)
            else expect(lengthOf(window) % granularityMs).toBe(0)
          }
          const longest = Math.max(...probes.map(({ window }) => lengthOf(window)))
          expect(lengthOf(interval)).toBe(longest)
        }
      }),
      RUNS
    )
  })

  it('has buckets of whole minutes, a hundred of them at the most', () => {
    fc.assert(
      fc.property(probes, asked => {
        for (const { interval, granularityMs, probes } of planOf(asked)) {
          if (granularityMs === undefined) continue
          expect(granularityMs % MINUTE).toBe(0)
          expect(lengthOf(interval) / granularityMs).toBeLessThanOrEqual(100)
          expect(new Set(probes.map(({ window }) => keyOf(window))).size).toBeGreaterThan(1)
        }
      }),
      RUNS
    )
  })

  it('asks for the window of an SLO as a whole', () => {
    fc.assert(
      fc.property(probes, asked => {
        for (const { granularityMs, probes } of planOf(asked)) {
          const isOwn = probes.some(({ slo, window }) => slo.window.ms === window.duration.ms)
          expect(isOwn && granularityMs !== undefined).toBe(false)
        }
      }),
      RUNS
    )
  })

  it('never takes more queries than there are windows, and no interval twice', () => {
    fc.assert(
      fc.property(probes, asked => {
        const plan = planOf(asked)
        const windows = new Set(asked.map(({ window }) => keyOf(window)))

        expect(plan.length).toBeLessThanOrEqual(windows.size)
        expect(new Set(plan.map(({ interval }) => keyOf(interval))).size).toBe(plan.length)
      }),
      RUNS
    )
  })

  it('is the same for one SLO and for a hundred like it', () => {
    const one = fc.tuple(slos, fc.integer({ min: 2, max: 12 }))
    fc.assert(
      fc.property(one, ([list, copies]) => {
        const all = list.flatMap(slo =>
          Array.from({ length: copies }, (_, copy) => ({ ...slo, id: `${slo.id}-${copy}` }))
        )

        expect(described(planOf(probesOf(all)))).toEqual(described(planOf(probesOf(list))))
      }),
      RUNS
    )
  })

  it.each([
    [1, ['43200 min', '360 min by 5 min', '4320 min by 1440 min']],
    [60, ['43200 min', '360 min by 5 min', '4320 min by 1440 min']],
    [138, ['43200 min', '360 min by 5 min', '4320 min by 1440 min']]
  ])('for %i SLOs with the standard alerts takes three queries', (count, expected) => {
    expect(described(planOf(probesOf(copiesOf(count))))).toEqual(expected)
  })

  it('for any number of SLOs takes no more than a query for each window', () => {
    for (const count of [139, 200, 500, 833, 834, 1_000, 5_000]) {
      const plan = planOf(probesOf(copiesOf(count)))

      expect(plan.length).toBeLessThanOrEqual(8)
      for (const { interval, granularityMs } of plan) {
        if (granularityMs !== undefined) {
          expect((lengthOf(interval) / granularityMs) * count).toBeLessThanOrEqual(10_000)
        }
      }
    }
  })

  it('for nothing is nothing', () => {
    expect(batchesOf([])).toEqual([])
    expect(planOf([])).toEqual([])
    expect(byInterval([])).toEqual([])
  })

  const copiesOf = (count: number) =>
    Array.from({ length: count }, (_, index) => sloWith({ id: `slo-${index}`, alerts: STANDARD }))
})

describe('one by one', () => {
  it('each window is asked for by itself', () => {
    fc.assert(
      fc.property(probes, asked => {
        const queries = byInterval(asked)

        expect(queries.flatMap(({ probes }) => probes)).toHaveLength(asked.length)
        for (const { interval, granularityMs, probes } of queries) {
          expect(granularityMs).toBeUndefined()
          for (const { window } of probes) expect(keyOf(window)).toBe(keyOf(interval))
        }
      }),
      RUNS
    )
  })
})

describe('batches', () => {
  const limits = fc.array(fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }), { maxLength: 80 })

  it('have each question once, and ten limits at the most', () => {
    fc.assert(
      fc.property(limits, list => {
        const asked = list.flatMap((limit, index) => probesOf([sloWith({ id: `slo-${index}` })], limit))
        const batches = batchesOf(asked)

        expect(new Set(batches.flat())).toEqual(new Set(asked))
        expect(batches.flat()).toHaveLength(asked.length)
        const limitsIn = batches.map(batch => new Set(batch.flatMap(({ spec }) => spec.slowerThanMs ?? [])))
        for (const { size } of limitsIn) expect(size).toBeLessThanOrEqual(10)
        const all = new Set(list.filter(limit => limit !== undefined)).size
        expect(limitsIn.reduce((sum, { size }) => sum + size, 0)).toBe(all)
        expect(batches).toHaveLength(list.length === 0 ? 0 : Math.max(1, Math.ceil(all / 10)))
      }),
      RUNS
    )
  })
})

describe('the parts of an interval', () => {
  const intervals = fc
    .tuple(fc.integer({ min: 1, max: 400 * DAY }), fc.constantFrom(1, MINUTE, HOUR, DAY, WEEK))
    .map(([ms, unit]) => Math.ceil(ms / unit) * unit)
    .map(ms => ({ start: new Date(NOW.getTime() - ms), end: NOW }))

  it('lie side by side and are the whole of it, the latest first', () => {
    fc.assert(
      fc.property(intervals, interval => {
        const slices = slicesOf(interval)
        if (lengthOf(interval) <= DAY) expect(slices).toBeUndefined()
        else {
          const step = lengthOf(interval) > WEEK ? WEEK : DAY
          expect(slices?.[0]?.end).toEqual(interval.end)
          expect(slices?.at(-1)?.start).toEqual(interval.start)
          expect(slices?.slice(1).map(({ end }) => end)).toEqual(
            slices?.slice(0, -1).map(({ start }) => start)
          )
          expect(slices?.slice(0, -1).every(slice => lengthOf(slice) === step)).toBe(true)
          expect(slices?.every(slice => lengthOf(slice) > 0 && lengthOf(slice) <= step)).toBe(true)
          expect(slices?.length).toBeGreaterThan(1)
        }
      }),
      RUNS
    )
  })

  it('have parts of their own until they are days', () => {
    const leaves = (interval: Interval): readonly Interval[] =>
      slicesOf(interval)?.flatMap(leaves) ?? [interval]
    fc.assert(
      fc.property(intervals, interval => {
        const days = leaves(interval)

        expect(days.every(day => lengthOf(day) <= DAY)).toBe(true)
        expect(days.reduce((sum, day) => sum + lengthOf(day), 0)).toBe(lengthOf(interval))
      }),
      RUNS
    )
  })

  it.each([
    [DAY, undefined],
    [DAY + 1, [DAY, 1]],
    [WEEK, Array(7).fill(DAY)],
    [WEEK + 1, [WEEK, 1]],
    [30 * DAY, [WEEK, WEEK, WEEK, WEEK, 2 * DAY]]
  ])('of %i ms are %j', (ms, expected) => {
    expect(slicesOf({ start: new Date(NOW.getTime() - ms), end: NOW })?.map(lengthOf)).toEqual(expected)
  })
})
