import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  noData,
  type Observation,
  type OutcomeCount,
  type Provenance,
  readingOf,
  unreadable
} from '../../src/budget/reading.ts'
import type { Window } from '../../src/budget/window.ts'
import { combine, type Part } from '../../src/sources/combine.ts'
import { HOUR, isoDuration, MINUTE } from '../../src/time/duration.ts'

const BEGIN = Date.parse('2026-11-23T08:00:00Z')

/** So many minutes, beginning so many minutes after eight. */
function span(minutes: number, after = 0): Window {
  const start = new Date(BEGIN + after * MINUTE)
  const ms = minutes * MINUTE
  return { start, end: new Date(start.getTime() + ms), duration: { iso: isoDuration(ms), ms } }
}

const DAY = span(24 * 60)
const BY_TIME = 'the source gives no counts here, so its rates are weighted by time'

const part = (minutes: number, observation: Observation, parts: Partial<Provenance> = {}): Part => {
  const window = span(minutes)
  const { start, end } = window
  return { window, observation: { ...observation, from: { requests: [], start, end, ...parts } } }
}

const events = (good: number, total: number): Observation => ({ kind: 'events', good, total })
const burning = (burnRate: number): Observation => ({ kind: 'burn-rate', burnRate })
const failing = (errorRatio: number): Observation => ({ kind: 'error-ratio', errorRatio })
const NOTHING = noData('there were no events')

const OF_DAY = { start: DAY.start, end: DAY.end }

describe('the length of a part', () => {
  it.each([
    [48 * HOUR, 'P2D'],
    [25 * HOUR, 'PT25H'],
    [90 * MINUTE, 'PT90M'],
    [90_000, 'PT90S'],
    [1_500, 'PT1.5S']
  ])('of %d ms is %s', (ms, iso) => {
    expect(isoDuration(ms)).toBe(iso)
  })
})

describe('counts of parts', () => {
  it('are added, however long the parts are', () => {
    expect(combine([part(60, events(9, 10)), part(600, events(50, 90))], DAY)).toEqual({
      kind: 'events',
      good: 59,
      total: 100,
      from: { requests: [], ...OF_DAY }
    })
  })

  it('are not fewer for parts without any', () => {
    expect(combine([part(60, NOTHING), part(60, events(9, 10)), part(60, NOTHING)], DAY)).toMatchObject({
      kind: 'events',
      good: 9,
      total: 10
    })
  })

  it('do not make up for failures of one part with an excess of another', () => {
    expect(combine([part(60, events(1001, 1000)), part(60, events(999, 1000))], DAY)).toMatchObject({
      good: 1999,
      total: 2000,
      from: { note: '1001 good of 1000 events count as all' }
    })
  })

  it('are of no series where no part has one', () => {
    const missing = part(60, NOTHING, { noSeries: 'ratio5m' })
    expect(combine([missing, missing], DAY).from?.noSeries).toBe('ratio5m')
    expect(combine([missing, part(60, NOTHING)], DAY).from?.noSeries).toBeUndefined()
  })

  it('have no note: nothing is odd about a sum', () => {
    expect(combine([part(60, events(9, 10))], DAY).from).not.toHaveProperty('note')
  })

  it('come from all the requests, over the whole window', () => {
    const parts = [
      part(60, events(1, 1), { requests: [3, 4] }),
      part(60, NOTHING, { requests: [7] }),
      part(60, events(1, 1), { requests: [5] })
    ]
    expect(combine(parts, DAY).from).toEqual({ requests: [3, 4, 7, 5], ...OF_DAY })
  })

  const ok = (count: number): OutcomeCount => ({ outcome: 'NONE 200', count, countsAs: 'good' })
  const bad = (count: number): OutcomeCount => ({ outcome: 'TIMEOUT', count, countsAs: 'bad' })

  it('add up outcome by outcome', () => {
    const parts = [
      part(60, events(5, 6), { outcomes: [ok(5), bad(1)] }),
      part(60, NOTHING, { outcomes: [] }),
      part(60, events(2, 5), { outcomes: [bad(3), ok(2)] })
    ]
    expect(combine(parts, DAY).from?.outcomes).toEqual([ok(7), bad(4)])
  })

  it('have outcomes where nothing else was counted, too', () => {
    const ignored: OutcomeCount = { outcome: 'NOT_FOUND', count: 2, countsAs: 'ignored' }
    const parts = [part(60, NOTHING, { outcomes: [ignored] }), part(60, NOTHING, { outcomes: [ignored] })]
    expect(combine(parts, DAY)).toMatchObject({
      kind: 'no-data',
      from: { outcomes: [{ ...ignored, count: 4 }] }
    })
  })

  it('have none where a source tells none', () => {
    expect(combine([part(60, events(1, 1))], DAY).from).not.toHaveProperty('outcomes')
  })
})

describe('rates of parts', () => {
  it.each([
    ['burn rates', burning, (rate: number) => ({ kind: 'burn-rate', burnRate: rate })],
    ['error ratios', failing, (rate: number) => ({ kind: 'error-ratio', errorRatio: rate })]
  ])('are weighted by time: %s', (_what, observation, expected) => {
    // 10 hours at 0.2 and 2.5 hours at 0.6.
    const parts = [part(600, observation(0.2)), part(150, observation(0.6))]
    const combined = combine(parts, DAY)
    expect(combined).toMatchObject(expected(expect.closeTo(0.28, 12) as unknown as number))
    expect(combined.from).toEqual({ requests: [], ...OF_DAY, note: BY_TIME })
  })

  it('per second are as good as counts, so that no note is needed', () => {
    const parts = [
      part(60, { kind: 'per-second', good: 1, total: 2 }),
      part(180, { kind: 'per-second', good: 4, total: 4 })
    ]
    expect(combine(parts, DAY)).toEqual({
      kind: 'per-second',
      good: 3.25,
      total: 3.5,
      from: { requests: [], ...OF_DAY }
    })
  })

  it('do not count the time without events', () => {
    const parts = [part(60, burning(3)), part(600, NOTHING), part(120, burning(0))]
    expect(combine(parts, DAY)).toMatchObject({ kind: 'burn-rate', burnRate: 1 })
  })

  it('are no less sure for being large', () => {
    const parts = Array.from({ length: 3 }, () => part(60, burning(Number.MAX_VALUE)))
    const combined = combine(parts, DAY)
    expect(combined.kind === 'burn-rate' && combined.burnRate / Number.MAX_VALUE).toBeCloseTo(1, 12)
  })

  it('come from all the requests, those without an event included', () => {
    const parts = [
      part(60, burning(1), { requests: [2] }),
      part(60, NOTHING, { requests: [4] }),
      part(60, burning(1), { requests: [3] })
    ]
    expect(combine(parts, DAY).from?.requests).toEqual([2, 4, 3])
  })

  it.each<[string, readonly Observation[]]>([
    ['burn rates with error ratios', [burning(0), failing(0)]],
    ['error ratios with burn rates', [failing(0), burning(0)]],
    ['burn rates with counts', [burning(0), events(1, 1)]],
    ['counts with error ratios', [events(1, 1), failing(0)]]
  ])('cannot be weighed against others: %s', (_what, observations) => {
    const combined = combine(
      observations.map(observation => part(60, observation)),
      DAY
    )
    expect(readingOf(combined, 99)).toMatchObject({
      kind: 'unreadable',
      reason: expect.stringContaining('not a finite number')
    })
  })

  it('lie between the lowest and the highest of them', () => {
    const rates = fc.array(fc.tuple(fc.integer({ min: 1, max: 1_440 }), fc.double({ min: 0, max: 1e6 })), {
      minLength: 1
    })
    fc.assert(
      fc.property(rates, parts => {
        const values = parts.map(([, rate]) => rate).filter(Number.isFinite)
        fc.pre(values.length === parts.length)
        const combined = combine(
          parts.map(([minutes, rate]) => part(minutes, burning(rate))),
          DAY
        )
        const mean = combined.kind === 'burn-rate' ? combined.burnRate : Number.NaN
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values) * (1 - 1e-9))
        expect(mean).toBeLessThanOrEqual(Math.max(...values) * (1 + 1e-9))
      })
    )
  })
})

describe('a part that cannot be read', () => {
  it.each<[string, readonly Part[]]>([
    ['first', [part(60, unreadable('HTTP 503')), part(60, events(1, 1))]],
    ['last', [part(60, burning(0)), part(60, unreadable('HTTP 503'))]],
    ['among those without events', [part(60, NOTHING), part(60, unreadable('HTTP 503'))]],
    ['before others', [part(60, unreadable('HTTP 503')), part(60, unreadable('HTTP 404'))]]
  ])('makes the whole unreadable, with its reason: %s', (_where, parts) => {
    expect(combine(parts, DAY)).toMatchObject({ kind: 'unreadable', reason: 'HTTP 503' })
  })
})

describe('a window', () => {
  it('without any hours has no data, from no request', () => {
    expect(combine([], DAY)).toEqual({
      ...noData('it contains no business hours'),
      from: { requests: [], ...OF_DAY }
    })
  })

  it('whose hours have no events has none either, from those requests', () => {
    const parts = [part(60, NOTHING, { requests: [1] }), part(60, NOTHING, { requests: [2] })]
    expect(combine(parts, DAY)).toEqual({
      ...noData('its business hours have no events'),
      from: { requests: [1, 2], ...OF_DAY }
    })
  })

  it('is told from by parts that do not say where they come from', () => {
    const window = span(60)
    expect(combine([{ window, observation: events(1, 2) }], DAY)).toEqual({
      kind: 'events',
      good: 1,
      total: 2,
      from: { requests: [], ...OF_DAY }
    })
  })
})
