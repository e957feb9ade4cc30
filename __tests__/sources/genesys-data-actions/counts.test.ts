import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { GenesysError } from '../../../src/sources/genesys/answer.ts'
import {
  type Count,
  countOf,
  type Row,
  Rows,
  rowsIn
} from '../../../src/sources/genesys-data-actions/counts.ts'
import type { GenesysDataActionsSpec } from '../../../src/sources/genesys-data-actions/spec.ts'

const RUNS = { seed: 20_261_123, numRuns: 2_000 }

const specWith = (parts: Partial<GenesysDataActionsSpec> = {}): GenesysDataActionsSpec => ({
  type: 'genesys-data-actions',
  ignoreErrorTypes: [],
  ignoreResponseStatuses: [],
  ...parts
})

const rowWith = (parts: Partial<Row> = {}): Row => ({
  group: { errorType: 'NONE', responseStatus: '200' },
  start: 0,
  end: 1,
  count: 1,
  max: 100,
  views: undefined,
  ...parts
})

const answer = (body: unknown) => ({ body, correlation: ' (correlation)', request: 2 })
const group = { errorType: 'NONE' }
const stats = { count: 3, max: 200 }
const entry = {
  interval: '2026-11-23T17:00Z/2026-11-23T18:00Z',
  metrics: [{ metric: 'tTotalExecution', stats }]
}

describe('reading the rows of an answer', () => {
  it('takes what counts', () => {
    const views = [{ name: 'slower5', stats: { count: 1 } }]
    const other = { metric: 'tOther', stats: { count: 9 } }
    const second = { ...entry, views, metrics: [other, ...entry.metrics] }

    expect(rowsIn(answer({ results: [{ group, data: [entry, second] }] }))).toEqual([
      {
        group,
        count: 3,
        max: 200,
        views: undefined,
        start: Date.parse('2026-11-23T17:00Z'),
        end: Date.parse('2026-11-23T18:00Z')
      },
      expect.objectContaining({ count: 3, views })
    ])
  })

  it.each([[{}], [{ results: [] }], [{ results: [{ group, data: [] }] }]])('of %j are none', body => {
    expect(rowsIn(answer(body))).toEqual([])
  })

  const unreadable: unknown[] = [
    ...[null, [], 'text', 0, true, undefined, { results: null }, { results: {} }, { results: 'x' }],
    ...[
      { results: [null] },
      { results: [{}] },
      { results: [{ group: [] }] },
      { results: [{ group: null, data: [] }] }
    ],
    ...[{ results: [{ group, data: null }] }, { results: [{ group, data: {} }] }]
  ]
  it.each(unreadable.map(body => [body]))('of %j cannot be read, which names the answer', body => {
    expect(() => rowsIn(answer(body))).toThrow(GenesysError)
    expect(() => rowsIn(answer(body))).toThrow('(correlation)')
  })

  it.each([
    [undefined],
    [null],
    [5],
    ['now'],
    ['/'],
    ['2026-11-23T17:00Z'],
    ['2026-13-23T17:00Z/x'],
    [['2026-11-23T17:00Z']]
  ])('has no place in time for the interval %j', interval => {
    const [row] = rowsIn(answer({ results: [{ group, data: [{ ...entry, interval }] }] }))

    expect(row).toMatchObject({ count: 3, end: Number.NaN })
  })

  it('of anything gives rows or says that it cannot be read', () => {
    const value = fc.jsonValue({ maxDepth: 3 })
    const entries = fc.oneof(
      value,
      fc.record({
        interval: fc.oneof(value, fc.constant({ toString: 1, valueOf: 1 })),
        metrics: fc.oneof(
          value,
          fc.array(fc.record({ metric: fc.constant('tTotalExecution'), stats: value }))
        ),
        views: value
      })
    )
    const list = fc.array(fc.record({ group: fc.oneof(value, fc.constant(group)), data: fc.array(entries) }))
    fc.assert(
      fc.property(fc.oneof(value, fc.record({ results: fc.oneof(value, list) })), body => {
        try {
          for (const row of rowsIn(answer(body))) {
            const counted = countOf([row], specWith({ slowerThanMs: 5 }))
            expect(typeof counted === 'string' || counted.good <= counted.total).toBe(true)
          }
        } catch (error) {
          expect(error).toBeInstanceOf(GenesysError)
        }
      }),
      RUNS
    )
  })
})

describe('the rows of an SLO', () => {
  const of = (actionId: unknown, integrationId?: unknown) => rowWith({ group: { actionId, integrationId } })
  const [a, b, upper, neither, number] = [of('a', 'x'), of('b', 'y'), of('A', 'X'), of(undefined), of(5, 'x')]
  const rows = new Rows([a, b, upper, neither, number])

  it.each([
    ['all of them', {}, [a, b, upper, neither, number]],
    ['those of an action, in either case', { actionIds: ['a'] }, [neither, number, a, upper]],
    ['those of several actions, each once', { actionIds: ['A', 'a', 'B'] }, [neither, number, a, upper, b]],
    ['those of an integration', { integrationId: 'X' }, [neither, a, upper, number]],
    ['those of both', { actionIds: ['a', 'b'], integrationId: 'y' }, [neither, b]],
    ['those of which nobody can tell', { actionIds: ['c'] }, [neither, number]]
  ])('are %s', (_title, parts, expected) => {
    expect(rows.of(specWith(parts))).toEqual(expected)
    // Asked again, they come from the index.
    expect(rows.of(specWith(parts))).toEqual(expected)
  })
})

describe('counting', () => {
  const errorTypes = fc.constantFrom('NONE', 'NONE', 'NONE', 'TIMEOUT', 'REMOTE')
  const statuses = fc.option(fc.constantFrom('200', '404', '503'), { nil: undefined })
  const counts = fc.integer({ min: 0, max: 1_000_000 })
  const rows = fc
    .array(
      fc
        .tuple(errorTypes, statuses, counts, fc.double({ min: 0, max: 1, noNaN: true }))
        .map(([errorType, responseStatus, count, share]) =>
          rowWith({
            count,
            group: { errorType, ...(responseStatus && { responseStatus }) },
            views: [{ name: 'slower2000', stats: { count: Math.floor(count * share) } }]
          })
        ),
      { maxLength: 30 }
    )
    .map(all => all.map((row, index) => ({ ...row, start: index, end: index + 1 })))
  const specs = fc
    .record({
      ignoreErrorTypes: fc.subarray(['TIMEOUT', 'REMOTE']),
      ignoreResponseStatuses: fc.subarray(['404', '503', '200']),
      slowerThanMs: fc.option(fc.constant(2_000), { nil: undefined })
    })
    .map(({ slowerThanMs, ...parts }) => specWith({ ...parts, ...(slowerThanMs && { slowerThanMs }) }))

  it('adds up to what one counts by hand', () => {
    fc.assert(
      fc.property(rows, specs, (all, spec) => {
        let [good, total] = [0, 0]
        for (const { group, count, views } of all) {
          const { errorType, responseStatus } = group as Record<string, string>
          if (spec.ignoreErrorTypes.includes(`${errorType}`)) continue
          if (spec.ignoreResponseStatuses.includes(`${responseStatus}`)) continue
          total += count as number
          if (errorType !== 'NONE') continue
          const [view] = views as { stats: { count: number } }[]
          good += (count as number) - (spec.slowerThanMs === undefined ? 0 : (view?.stats.count ?? 0))
        }

        expect(countOf(all, spec)).toMatchObject({ good, total })
      }),
      RUNS
    )
  })

  it('shows outcomes that add up to it, the most frequent first', () => {
    fc.assert(
      fc.property(rows, specs, (all, spec) => {
        const { good, total, outcomes } = countOf(all, spec) as Count
        const sum = (...which: string[]) =>
          outcomes
            .filter(({ countsAs }) => which.includes(countsAs))
            .reduce((sum, { count }) => sum + count, 0)

        expect([sum('good'), sum('good', 'bad')]).toEqual([good, total])
        expect(sum('good', 'bad', 'ignored')).toBe(all.reduce((sum, { count }) => sum + (count as number), 0))
        expect(outcomes.every(({ count }) => count > 0)).toBe(true)
        expect(new Set(outcomes.map(({ outcome }) => outcome)).size).toBe(outcomes.length)
        const counts = outcomes.map(({ count }) => count)
        expect(counts).toEqual(counts.toSorted((a, b) => b - a))
      }),
      RUNS
    )
  })

  it('of parts adds up to that of the whole, in any order', () => {
    fc.assert(
      fc.property(rows, specs, fc.nat(30), (all, spec, at) => {
        const [first, second] = [all.slice(0, at), all.slice(at)].map(part => countOf(part, spec) as Count)
        const whole = countOf(all, spec) as Count

        expect((first?.good ?? 0) + (second?.good ?? 0)).toBe(whole.good)
        expect((first?.total ?? 0) + (second?.total ?? 0)).toBe(whole.total)
        expect(countOf(all.toReversed(), spec)).toMatchObject({ good: whole.good, total: whole.total })
      }),
      RUNS
    )
  })

  it('gives no number where the count of any row is none', () => {
    const wrong = fc.constantFrom(
      -1,
      0.5,
      null,
      undefined,
      '1',
      Number.NaN,
      Number.POSITIVE_INFINITY,
      [1],
      {},
      true
    )
    fc.assert(
      fc.property(rows, specs, fc.nat(30), wrong, (all, spec, at, count) => {
        const broken = all.toSpliced(at, 0, rowWith({ group: { errorType: 'REMOTE' }, count }))

        expect(countOf(broken, spec)).toEqual(expect.stringContaining('count of executions'))
      }),
      RUNS
    )
  })

  type Span = [start: number, end: number]
  it.each<[string, Span, Span, string]>([
    ['for the same time', [0, 10], [0, 10], 'string'],
    ['for times that overlap', [0, 10], [5, 15], 'string'],
    ['one after the other', [0, 10], [10, 20], 'object']
  ])('of a group that is there twice, %s, gives %j and %j as %s', (_title, one, other, type) => {
    const group = (actionId: string) => ({ errorType: 'NONE', actionId })
    const rows = [
      rowWith({ group: group('a'), start: one[0], end: one[1] }),
      rowWith({ group: group('b'), start: 0, end: 20 }),
      rowWith({ group: group('A'), start: other[0], end: other[1] })
    ]
    expect(typeof countOf(rows, specWith())).toBe(type)
  })

  it('gives no number where the group of any row is not known', () => {
    const unknown = fc.constantFrom(undefined, null, 5, ['NONE'], {})
    fc.assert(
      fc.property(rows, fc.nat(30), unknown, (all, at, errorType) => {
        const broken = all.toSpliced(at, 0, rowWith({ group: { errorType } }))

        expect(countOf(broken, specWith())).toBe('it answered with a group without errorType')
      }),
      RUNS
    )
  })

  it('of nothing is nothing', () => {
    expect(countOf([], specWith({ slowerThanMs: 5 }))).toEqual({ good: 0, total: 0, outcomes: [] })
  })

  it.each([
    [{ actionIds: ['a'] }, { errorType: 'NONE' }, 'actionId'],
    [{ integrationId: 'x' }, { errorType: 'NONE', actionId: 'a' }, 'integrationId'],
    [{ actionIds: ['a'], integrationId: 'x' }, { errorType: 'NONE', actionId: 'a' }, 'integrationId'],
    [{ actionIds: ['a'], ignoreErrorTypes: ['X'] }, { errorType: 'X' }, 'actionId']
  ])('for %j needs more than %j', (parts, group, dimension) => {
    const why = `it answered with a group without ${dimension}`

    expect(countOf([rowWith({ group })], specWith(parts))).toBe(why)
  })
})

describe('executions that are slower than the limit', () => {
  const spec = specWith({ slowerThanMs: 2_000 })
  const view = (count: unknown, name = 'slower2000') => ({ name, stats: { count } })

  it.each([
    ['by their view', { count: 10, views: [view(3)] }, 7],
    ['by their view, whatever the longest was', { count: 10, max: 5, views: [view(3)] }, 7],
    ['by the view of the limit, not by others', { count: 10, views: [view(9, 'slower20000'), view(3)] }, 7],
    ['none, where the longest was faster', { count: 10, max: 1_999.9 }, 10],
    ['none, where the longest took no time', { count: 10, max: 0 }, 10]
  ])('are counted %s', (_title, parts, good) => {
    expect(countOf([rowWith(parts)], spec)).toMatchObject({ good, total: 10 })
  })

  it.each([
    ['the longest took as long as the limit', { max: 2_000 }],
    ['the longest is not known', { max: undefined }],
    ['the longest is no number', { max: Number.NaN }],
    ['the longest is below nothing', { max: -0.1 }],
    ['the view is another one', { max: 9_000, views: [view(0, 'slower200')] }],
    ['the view has more than all', { views: [view(11)] }],
    ['the view is negative', { views: [view(-1)] }],
    ['the view is a fraction', { views: [view(0.5)] }],
    ['the view is a text', { views: [view('3')] }],
    ['the view has no count', { views: [{ name: 'slower2000' }] }]
  ])('are not known where %s', (_title, parts) => {
    expect(countOf([rowWith({ count: 10, ...parts })], spec)).toEqual(
      expect.stringContaining('2000 ms or longer')
    )
  })
})
