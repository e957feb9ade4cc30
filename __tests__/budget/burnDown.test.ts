import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Bucket, burnDown, exhaustionOf, recoveryOf } from '../../src/budget/burnDown.ts'
import { budgetRemaining, burnRateOf } from '../../src/budget/burnRate.ts'
import { DAY, HOUR } from '../../src/time/duration.ts'
import { lasting } from '../support/builders.ts'

const RUNS = { seed: 7, numRuns: 500 }
const END = Date.parse('2026-11-23T18:00:00Z')

/** Buckets of a length that end now, each of good and bad events. */
function bucketsOf(counts: readonly (readonly [good: number, bad: number])[], step = DAY): Bucket[] {
  return counts.map(([good, bad], index) => ({
    good,
    total: good + bad,
    end: new Date(END - (counts.length - 1 - index) * step)
  }))
}

const even = (count: number, bad: readonly number[] = []) =>
  bucketsOf(Array.from({ length: count }, (_, index) => [1_000, bad[index] ?? 0] as const))

const target = 99
const events = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 2_000 }),
  fc.double({ min: 0, max: 50, noNaN: true })
)
const counts = fc.array(fc.tuple(events, fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 }))), {
  minLength: 2,
  maxLength: 45
})
const targets = fc.constantFrom(50, 90, 99, 99.5, 99.9, 99.99)
const steps = fc.constantFrom(HOUR, 6 * HOUR, DAY, 2 * DAY)
const limits = fc.constantFrom(0, 0.25, 0.5, 1, 1.5, 2, 14.6)

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)
const totalOf = (buckets: readonly Bucket[]) => sum(buckets.map(({ total }) => total))
const failedOf = (buckets: readonly Bucket[]) => sum(buckets.map(({ good, total }) => total - good))
const burnOf = (buckets: readonly Bucket[], percent: number) =>
  totalOf(buckets) === 0 ? 0 : burnRateOf(failedOf(buckets) / totalOf(buckets), percent)

describe('the budget goes down', () => {
  it('by what failed, as a share of what may fail in the whole window', () => {
    // 4,000 + 40 events, of which 40.4 may fail.
    const levels = burnDown(even(4, [0, 20, 0, 20]), target)
    expect(levels.map(({ remaining }) => Number(remaining.toFixed(6)))).toEqual([
      100, 50.49505, 50.49505, 0.990099
    ])
    expect(levels.map(({ at }) => at.toISOString())).toEqual([
      '2026-11-20T18:00:00.000Z',
      '2026-11-21T18:00:00.000Z',
      '2026-11-22T18:00:00.000Z',
      '2026-11-23T18:00:00.000Z'
    ])
  })

  it('not at all while nothing happens', () => {
    expect(
      burnDown(
        bucketsOf([
          [0, 0],
          [0, 0]
        ]),
        target
      ).map(({ remaining }) => remaining)
    ).toEqual([100, 100])
    expect(burnDown([], target)).toEqual([])
  })

  it('below zero when it is overspent', () => {
    expect(burnDown(bucketsOf([[0, 10]]), target)[0]?.remaining).toBeCloseTo(-9_900, 9)
  })

  it('not up where the counts of good events pass the total by float noise', () => {
    const [first, second] = burnDown(
      [
        { end: new Date(END - DAY), good: 100.0000001, total: 100 },
        { end: new Date(END), good: 100, total: 101 }
      ],
      target
    )
    expect(first?.remaining).toBe(100)
    expect(second?.remaining).toBeLessThan(100)
  })

  it('never up, from at most all of it to what is left of the whole window', () => {
    fc.assert(
      fc.property(counts, targets, steps, (pairs, percent, step) => {
        const buckets = bucketsOf(pairs, step)
        const levels = burnDown(buckets, percent).map(({ remaining }) => remaining)
        expect(levels).toHaveLength(buckets.length)
        expect(levels).toEqual(levels.toSorted((a, b) => b - a))
        expect(Math.max(...levels)).toBeLessThanOrEqual(100)
        const left = budgetRemaining(burnOf(buckets, percent))
        expect(Math.abs((levels.at(-1) as number) - left)).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(left))
        )
      }),
      RUNS
    )
  })

  it('at each instant by all that failed until then, and never by what failed later', () => {
    fc.assert(
      fc.property(counts, targets, fc.nat(), (pairs, percent, pick) => {
        const buckets = bucketsOf(pairs)
        fc.pre(totalOf(buckets) > 0)
        const index = pick % buckets.length
        const { remaining } = burnDown(buckets, percent)[index] as { remaining: number }
        const allowed = totalOf(buckets) * (1 - percent / 100)
        const expected = 100 - (100 * failedOf(buckets.slice(0, index + 1))) / allowed
        expect(Math.abs(remaining - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(expected)))
      }),
      RUNS
    )
  })
})

describe('the budget recovers', () => {
  const recovery = (buckets: readonly Bucket[], maxBurnRate = 1) =>
    recoveryOf(buckets, { target, maxBurnRate })

  it.each([
    ['when the only outage leaves the window', even(30, [0, 0, 0, 0, 400]), 5],
    ['when enough of it has left', even(30, [200, 200, 200, 150]), 3],
    ['when the last bucket leaves it', even(30, [...Array.from({ length: 29 }, () => 0), 400]), 30],
    ['at the next bucket', even(30, [400]), 1]
  ])('%s', (_title, buckets, days) => {
    expect(recovery(buckets)?.toISOString()).toBe(new Date(END + days * DAY).toISOString())
  })

  it.each([
    ['nothing failed', even(30)],
    [
      'just as much failed as may',
      bucketsOf([
        [990, 10],
        [990, 10]
      ])
    ],
    [
      'nothing happened',
      bucketsOf([
        [0, 0],
        [0, 0]
      ])
    ],
    ['nothing is known', []],
    ['one bucket does not tell how long one is', bucketsOf([[0, 10]])]
  ])('at no instant where %s', (_title, buckets) => {
    expect(recovery(buckets)).toBeUndefined()
  })

  it('later for a lower limit', () => {
    const buckets = even(30, [100, 100, 100, 100, 100])
    const days = [2, 1.5, 1, 0.5, 0].map(limit => {
      const at = recovery(buckets, limit)
      return at && (at.getTime() - END) / DAY
    })
    expect(days).toEqual([undefined, 1, 2, 4, 5])
  })

  it('as a window recovers that is moved on step by step', () => {
    fc.assert(
      fc.property(counts, targets, steps, limits, (pairs, percent, step, maxBurnRate) => {
        const buckets = bucketsOf(pairs, step)
        fc.pre(totalOf(buckets) > 0)
        const usual = totalOf(buckets) / buckets.length
        const isOver = (window: readonly Bucket[]) => burnOf(window, percent) > maxBurnRate + 1e-9
        let window: readonly Bucket[] = buckets
        let end = END
        while (isOver(window)) {
          end += step
          window = [...window.slice(1), { end: new Date(end), good: usual, total: usual }]
        }
        const expected = end === END ? undefined : end
        expect(recoveryOf(buckets, { target: percent, maxBurnRate })?.getTime()).toBe(expected)
      }),
      RUNS
    )
  })

  it('after now, at the end of a step, and never later than a whole window', () => {
    fc.assert(
      fc.property(counts, targets, steps, limits, (pairs, percent, step, maxBurnRate) => {
        const at = recoveryOf(bucketsOf(pairs, step), { target: percent, maxBurnRate })
        if (at === undefined) return
        const gone = (at.getTime() - END) / step
        expect(Number.isInteger(gone)).toBe(true)
        expect(gone).toBeGreaterThanOrEqual(1)
        expect(gone).toBeLessThanOrEqual(pairs.length)
      }),
      RUNS
    )
  })

  it('never earlier when more failed', () => {
    fc.assert(
      fc.property(counts, fc.nat(), fc.integer({ min: 1, max: 500 }), (pairs, pick, more) => {
        const place = pick % pairs.length
        // As many events, of which more failed.
        const worse = pairs.map(([good, bad], index): readonly [number, number] => {
          const moved = index === place ? Math.min(good, more) : 0
          return [good - moved, bad + moved]
        })
        const [before, after] = [pairs, worse].map(list => recovery(bucketsOf(list))?.getTime() ?? END)
        expect(after).toBeGreaterThanOrEqual(before as number)
      }),
      RUNS
    )
  })
})

describe('the budget is used up', () => {
  const window = lasting('P30D')
  const at = new Date(END)
  const exhaustion = (burnRate: number, pace: number) => exhaustionOf({ burnRate, pace, window, at })
  const rates = fc.double({ min: 0, max: 0.999, noNaN: true })
  const paces = fc.oneof(
    fc.constantFrom(1.001, 1.5, 2, 14.4),
    fc.double({ min: 1.001, max: 1_000, noNaN: true })
  )

  it.each([
    [0, 1.5, 20],
    [0.5, 3, 5],
    [0.5, 15, 1],
    [0.9, 2, 1.5]
  ])('with a burn rate of %d and a pace of %d in %d days', (burnRate, pace, days) => {
    const then = exhaustion(burnRate, pace) as Date
    expect((then.getTime() - END) / DAY).toBeCloseTo(days, 6)
  })

  it.each([
    ['it is used up already', 1, 5],
    ['it is overspent', 3, 5],
    ['the pace is just on budget', 0.5, 1],
    ['the pace is on budget but for float noise', 0.5, 1 + 1e-12],
    ['the pace is below it', 0.9, 0.5],
    ['nothing fails any more', 0.9, 0]
  ])('at no instant where %s', (_title, burnRate, pace) => {
    expect(exhaustion(burnRate, pace)).toBeUndefined()
  })

  it('when it is spent hour by hour at that pace', () => {
    fc.assert(
      fc.property(rates, paces, (burnRate, pace) => {
        const budget = 1_000_000
        let left = budget * (1 - burnRate)
        let hours = 0
        // On budget, all of it goes in one window.
        const anHour = (budget * pace * HOUR) / window.ms
        while (left > 1e-6) {
          left -= anHour
          hours += 1
        }
        const then = exhaustion(burnRate, pace) as Date
        const exact = (then.getTime() - END) / HOUR
        expect(exact).toBeGreaterThan(hours - 1 - 1e-3)
        expect(exact).toBeLessThanOrEqual(hours + 1e-3)
      }),
      RUNS
    )
  })

  it('sooner at a higher pace and with less left, and always within a window', () => {
    fc.assert(
      fc.property(rates, paces, rates, paces, (rate, pace, otherRate, otherPace) => {
        const [soon, late] = [
          exhaustion(Math.max(rate, otherRate), Math.max(pace, otherPace)),
          exhaustion(Math.min(rate, otherRate), Math.min(pace, otherPace))
        ] as [Date, Date]
        expect(soon.getTime()).toBeLessThanOrEqual(late.getTime())
        expect(soon.getTime()).toBeGreaterThanOrEqual(END)
        expect(late.getTime()).toBeLessThanOrEqual(END + window.ms)
      }),
      RUNS
    )
  })
})
