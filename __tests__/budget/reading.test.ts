import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { burnRateOf } from '../../src/budget/burnRate.ts'
import { noData, type Observation, readingOf, unreadable } from '../../src/budget/reading.ts'

/** Any number at all: NaN, infinities, huge and subnormal ones, and more often than by chance the ones that matter. */
const numbers = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 1, -1, 5e-324, -5e-324, Number.MAX_VALUE, Number.NaN, Infinity, -Infinity),
  fc.double({ min: 0, max: 2, noNaN: true }),
  fc.nat()
)
/** What JSON may hold where a number belongs. The types rule it out; an answer from outside does not know them. */
const notNumbers = fc.constantFrom<unknown[]>(
  '0.4',
  '',
  'NaN',
  null,
  undefined,
  true,
  [],
  [0.4],
  [[]],
  {},
  1n
)
const targets = fc.double({ min: 0.001, max: 99.999, noNaN: true })

const isRate = (value: number) => Number.isFinite(value) && value >= 0

describe('a burn rate from a source', () => {
  it('is a rate when it is finite and not negative, and never otherwise', () => {
    fc.assert(
      fc.property(numbers, fc.option(targets), (burnRate, target) => {
        const reading = readingOf({ kind: 'burn-rate', burnRate }, target)
        if (isRate(burnRate)) expect(reading).toEqual({ kind: 'rate', burnRate, events: null })
        else expect(reading.kind).toBe('unreadable')
      })
    )
  })
})

describe('an error ratio from a source', () => {
  it('is a rate from 0 to 1, and never otherwise', () => {
    fc.assert(
      fc.property(numbers, targets, (errorRatio, target) => {
        const reading = readingOf({ kind: 'error-ratio', errorRatio }, target)
        if (isRate(errorRatio) && errorRatio <= 1) {
          expect(reading).toEqual({ kind: 'rate', burnRate: burnRateOf(errorRatio, target), events: null })
        } else if (errorRatio > 1 && errorRatio <= 1 + 1e-9) {
          expect(reading.kind).toBe('rate')
        } else if (errorRatio < 0 && errorRatio >= -0.001) {
          expect(reading).toEqual({ kind: 'rate', burnRate: 0, events: null })
        } else {
          expect(reading.kind).toBe('unreadable')
        }
      })
    )
  })

  it.each([
    [1 + 1e-10, 'rate'],
    [1 + 1e-9, 'rate'],
    [1 + 1e-8, 'unreadable'],
    [-1e-16, 'rate'],
    [-1e-9, 'rate'],
    [-1e-8, 'rate'],
    [-0.001, 'rate'],
    [-0.00101, 'unreadable']
  ])('of %d, which is outside 0 to 1 by that much, is %s', (errorRatio, kind) => {
    expect(readingOf({ kind: 'error-ratio', errorRatio }, 99).kind).toBe(kind)
  })
})

describe('event counts from a source', () => {
  it('are a rate when both are counts and there are no more good events than events', () => {
    fc.assert(
      fc.property(numbers, numbers, targets, (good, total, target) => {
        const reading = readingOf({ kind: 'events', good, total }, target)
        const areConsistent = isRate(good) && isRate(total) && good <= total
        if (areConsistent && total > 0) {
          expect(reading).toEqual({
            kind: 'rate',
            burnRate: burnRateOf((total - good) / total, target),
            events: { good, total }
          })
        } else if (areConsistent) {
          expect(reading.kind).toBe('no-data')
        } else if (!(isRate(good) && good <= total * 1.001_001)) {
          expect(reading.kind).toBe('unreadable')
        }
      })
    )
  })

  it('may differ by float noise, which is never a negative burn rate', () => {
    const noisy = { kind: 'events', good: 1000 * (1 + 1e-12), total: 1000 } as const
    expect(readingOf(noisy, 99.5)).toMatchObject({ kind: 'rate', burnRate: 0 })
  })

  it.each([
    [0, 0, 'no-data'],
    [1, 0, 'unreadable'],
    [1001, 1000, 'rate'],
    [1001.1, 1000, 'unreadable'],
    [-1, 1000, 'unreadable'],
    [10, -10, 'unreadable'],
    [Number.NaN, 10, 'unreadable'],
    [10, Number.NaN, 'unreadable'],
    [10, Infinity, 'unreadable'],
    [Infinity, Infinity, 'unreadable'],
    [0, 10, 'rate'],
    [10, 10, 'rate']
  ])('%d good ones of %d: %s', (good, total, kind) => {
    expect(readingOf({ kind: 'events', good, total }, 99.5).kind).toBe(kind)
  })

  it.each<[Observation, string]>([
    [{ kind: 'events', good: 1000.4, total: 1000 }, '1000.4 good of 1000 events count as all'],
    [{ kind: 'error-ratio', errorRatio: -0.0004 }, 'the error ratio -0.0004 counts as 0'],
    [{ kind: 'per-second', good: 2.001, total: 2 }, '2.001 good of 2 events count as all']
  ])('of %j count as all of them, and a note beside the others says so', (observation, note) => {
    const from = { requests: [1], start: new Date(0), end: new Date(1), note: 'averaged' }
    const reading = readingOf({ ...observation, from }, 99.5)
    expect(reading).toMatchObject({ kind: 'rate', burnRate: 0, from: { note: `averaged; ${note}` } })
    expect(reading).not.toMatchObject({ events: { good: 1000.4 } })
  })

  it('per second give the same burn rate, and no counts', () => {
    const reading = readingOf({ kind: 'per-second', good: 0.9, total: 1 }, 99)
    expect(reading).toEqual({ kind: 'rate', burnRate: expect.closeTo(10, 9), events: null })
  })

  it('never give a lower burn rate when more of them fail', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.nat(), fc.nat(), targets, (total, a, b, target) => {
        const [fewer, more] = [a % (total + 1), b % (total + 1)].toSorted((x, y) => x - y)
        const [low, high] = [fewer, more].map(failed =>
          readingOf({ kind: 'events', good: total - (failed ?? 0), total }, target)
        )
        expect(low).toMatchObject({ kind: 'rate' })
        expect(high).toMatchObject({ kind: 'rate' })
        expect((high as { burnRate: number }).burnRate).toBeGreaterThanOrEqual(
          (low as { burnRate: number }).burnRate
        )
      })
    )
  })
})

describe('whatever a source says', () => {
  const observed = (value: unknown): Observation[] => [
    { kind: 'burn-rate', burnRate: value as number },
    { kind: 'error-ratio', errorRatio: value as number },
    { kind: 'events', good: value as number, total: 10 },
    { kind: 'events', good: 0, total: value as number }
  ]

  it('is never a rate when it is not a number', () => {
    fc.assert(
      fc.property(notNumbers, targets, (value, target) => {
        for (const observation of observed(value)) {
          expect(readingOf(observation, target).kind).toBe('unreadable')
        }
      })
    )
  })

  it('gives a burn rate that is finite and not negative when it gives one', () => {
    fc.assert(
      fc.property(numbers, targets, (value, target) => {
        for (const observation of observed(value)) {
          const reading = readingOf(observation, target)
          expect(reading.kind === 'rate' ? isRate(reading.burnRate) : reading.reason.length > 0).toBe(true)
        }
      })
    )
  })

  it('is nothing to measure when there were no events', () => {
    expect(readingOf({ kind: 'events', good: 0, total: 0 }, 99.5)).toEqual(noData('there were no events'))
  })

  it.each<[Observation, string]>([
    [{ kind: 'burn-rate', burnRate: -1 }, 'the burn rate -1 is negative'],
    [{ kind: 'burn-rate', burnRate: Number.NaN }, 'the burn rate NaN is not a finite number'],
    [{ kind: 'error-ratio', errorRatio: -0.5 }, 'the error ratio -0.5 is negative'],
    [{ kind: 'error-ratio', errorRatio: 2 }, 'the error ratio 2 is above 1']
  ])('is named with its value when it cannot be one: %p', (observation, reason) => {
    expect(readingOf(observation, 99.5)).toEqual({ kind: 'unreadable', reason })
  })

  it('cannot be compared with a target that is not known, unless it is a burn rate already', () => {
    const kinds = observed(0).map(observation => readingOf(observation, null).kind)
    expect(kinds).toEqual(['rate', 'unreadable', 'unreadable', 'no-data'])
    expect(readingOf({ kind: 'error-ratio', errorRatio: 0 }, null)).toMatchObject({
      reason: expect.stringContaining('no target')
    })
  })

  it.each([unreadable('HTTP 503'), noData('no series')])(
    'stays an absence when it is one: $kind',
    absence => {
      expect(readingOf(absence, 99.5)).toEqual(absence)
    }
  )
})

describe('a number of events per second that cannot be right', () => {
  it.each([
    { good: -1, total: 1 },
    { good: 2, total: 1 },
    { good: 0, total: 0 }
  ])('is no rate: %j', counts => {
    expect(readingOf({ kind: 'per-second', ...counts }, 99.5).kind).not.toBe('rate')
  })
})
