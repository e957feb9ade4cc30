import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { exceeds } from '../../src/budget/decimal.ts'
import { type Evidence, judge, type Readings } from '../../src/budget/judge.ts'
import { noData, type Reading, readingOf, unreadable } from '../../src/budget/reading.ts'
import type { Slo } from '../../src/budget/slo.ts'
import { blocks, type Policy, VERDICTS, type Verdict } from '../../src/budget/verdict.ts'
import { windowsOf } from '../../src/budget/window.ts'
import { HOUR } from '../../src/time/duration.ts'
import {
  alertWith,
  byTable,
  lasting,
  POLICY,
  policies,
  rate,
  rates,
  readings,
  readingsOf,
  slos,
  sloWith,
  tableOf
} from '../support/builders.ts'

const events = (good: number, total: number, burnRate = 0) => rate(burnRate, { good, total })
const CRITICAL = alertWith({ burnRateThreshold: 14.6, duration: lasting('PT5M') })
const CRITICAL_PAIR = alertWith({ ...CRITICAL, duration: lasting('PT1H'), shortDuration: lasting('PT5M') })
const WARNING = alertWith({ level: 'WARNING', burnRateThreshold: 6, duration: lasting('PT6H') })

type Case = [verdict: Verdict, when: string, slo: Partial<Slo>, byWindow: Record<string, number | Reading>]

describe('the table of verdicts', () => {
  it.each<Case>([
    ['healthy', 'nothing burns', {}, { PT720H: 0 }],
    ['healthy', 'a fifth of the budget is left', {}, { PT720H: 0.8 }],
    ['warning', 'less than a fifth is left', {}, { PT720H: 0.8001 }],
    ['warning', 'the burn rate is at the limit', {}, { PT720H: 1 }],
    ['warning', 'the burn rate is above the limit by float noise', {}, { PT720H: 1 + 1e-10 }],
    ['exhausted', 'the burn rate is just above the limit', {}, { PT720H: 1 + 1e-8 }],
    ['exhausted', 'the burn rate is far above the limit', {}, { PT720H: 200 }],
    ['source-error', 'the window cannot be read', {}, { PT720H: unreadable('HTTP 503') }],
    ['no-data', 'the window has nothing to measure', {}, { PT720H: noData('no series') }],
    ['low-traffic', 'there are too few events', { minimumEvents: 100 }, { PT720H: events(0, 99, 200) }],
    ['exhausted', 'there are just enough', { minimumEvents: 100 }, { PT720H: events(0, 100, 200) }],
    ['healthy', 'the source counts no events', { minimumEvents: 100 }, { PT720H: 0.1 }],
    ['healthy', 'an alert is at its threshold', { alerts: [CRITICAL] }, { PT720H: 0.1, PT5M: 14.6 }],
    ['burning', 'an alert is above it', { alerts: [CRITICAL] }, { PT720H: 0.1, PT5M: 14.6001 }],
    ['warning', 'a WARNING is above it', { alerts: [WARNING] }, { PT720H: 0.1, PT6H: 6.0001 }],
    ['burning', 'both windows burn', { alerts: [CRITICAL_PAIR] }, { PT720H: 0.1, PT1H: 15, PT5M: 15 }],
    ['healthy', 'the short one does not', { alerts: [CRITICAL_PAIR] }, { PT720H: 0.1, PT1H: 15, PT5M: 2 }],
    ['healthy', 'the long one does not', { alerts: [CRITICAL_PAIR] }, { PT720H: 0.1, PT1H: 2, PT5M: 15 }],
    ['healthy', 'a short window is empty', { alerts: [CRITICAL] }, { PT720H: 0.1, PT5M: noData('none') }],
    ['source-error', 'a short window cannot be read', { alerts: [CRITICAL] }, { PT720H: 0.1 }],
    ['source-error', 'a WARNING cannot be read', { alerts: [WARNING] }, { PT720H: 0.1 }],
    ['burning', 'only the alert has events', { alerts: [CRITICAL] }, { PT720H: noData('NaN'), PT5M: 200 }],
    ['no-data', 'a WARNING alone has events', { alerts: [WARNING] }, { PT720H: noData('NaN'), PT6H: 200 }],
    ['exhausted', 'the budget is, whatever an alert says', { alerts: [CRITICAL] }, { PT720H: 2 }],
    [
      'burning',
      'one alert is, whatever another says',
      { alerts: [CRITICAL, WARNING] },
      { PT720H: 0, PT5M: 20 }
    ]
  ])('%s when %s', (verdict, _when, slo, byWindow) => {
    expect(judge({ slo: sloWith(slo), readings: readingsOf(byWindow) }, POLICY).verdict).toBe(verdict)
  })

  it.each<[Verdict, string, Record<string, number | Reading>]>([
    ['unstable', 'the last hour still burns', { PT720H: 0.1, PT1H: 1 + 1e-8 }],
    ['healthy', 'the last hour is at the limit', { PT720H: 0.1, PT1H: 1 }],
    ['unstable', 'the last hour is empty', { PT720H: 0.1, PT1H: noData('none') }],
    ['unstable', 'the window is empty', { PT720H: noData('none'), PT1H: noData('none') }],
    ['unstable', 'the window is empty and the hour unread', { PT720H: noData('none') }],
    ['unstable', 'the window has too few events', { PT720H: events(1, 1), PT1H: 0 }],
    ['source-error', 'the last hour cannot be read', { PT720H: 0.1 }],
    ['exhausted', 'it still is', { PT720H: 2, PT1H: 0 }]
  ])('%s after an exhausted budget when %s', (verdict, _when, byWindow) => {
    const slo = sloWith({ minimumEvents: 2 })
    const evidence = { slo, readings: readingsOf(byWindow), isUnresolved: true }
    expect(judge(evidence, POLICY).verdict).toBe(verdict)
  })

  it('does not look at the last hour when nothing was exhausted before', () => {
    const evidence = { slo: sloWith(), readings: readingsOf({ PT720H: 0.1, PT1H: 20 }) }
    expect(judge(evidence, POLICY).verdict).toBe('healthy')
  })

  it('takes its limit from max-burn-rate', () => {
    const evidence = { slo: sloWith(), readings: readingsOf({ PT720H: 1.5 }) }
    const verdictAt = (maxBurnRate: number) => judge(evidence, { ...POLICY, maxBurnRate }).verdict
    expect([1.4, 1.5, 1.6].map(verdictAt)).toEqual(['exhausted', 'warning', 'warning'])
  })
})

/** The table of verdicts in docs and README again, written in another way than the code. */
function verdictByTable({ slo, readings: over, isUnresolved }: Evidence, policy: Policy): Verdict {
  const main = over(slo.window.ms)
  const needed = windowsOf(slo, new Date(0), isUnresolved).map(({ duration }) => over(duration.ms))
  const isOver = (length: number, threshold: number) => {
    const reading = over(length)
    return reading.kind === 'rate' && exceeds(reading.burnRate, threshold)
  }
  const fires = (level: string) =>
    slo.alerts.some(
      ({ level: own, burnRateThreshold, duration, shortDuration }) =>
        own === level &&
        isOver(duration.ms, burnRateThreshold) &&
        (shortDuration === undefined || isOver(shortDuration.ms, burnRateThreshold))
    )
  const hasFewEvents = main.kind === 'rate' && main.events !== null && main.events.total < slo.minimumEvents
  const isUsable = main.kind === 'rate' && !hasFewEvents
  if (isUsable && isOver(slo.window.ms, policy.maxBurnRate)) return 'exhausted'
  if (!hasFewEvents && fires('CRITICAL')) return 'burning'
  if (main.kind === 'unreadable') return 'source-error'
  const hasRecovered = isUsable && over(HOUR).kind !== 'no-data' && !isOver(HOUR, policy.maxBurnRate)
  if (isUnresolved && !hasRecovered) return 'unstable'
  if (needed.some(({ kind }) => kind === 'unreadable')) return 'source-error'
  if (main.kind === 'no-data') return 'no-data'
  if (hasFewEvents) return 'low-traffic'
  return fires('WARNING') || isOver(slo.window.ms, 0.8) ? 'warning' : 'healthy'
}

/** An SLO with a reading of each window that it may need. */
const evidenceWith = (
  reading: fc.Arbitrary<Reading>
): fc.Arbitrary<Evidence & { table: readonly Reading[] }> =>
  fc
    .record({ slo: slos, table: tableOf(reading), isUnresolved: fc.boolean() })
    .map(({ slo, table, isUnresolved }) => ({ slo, table, isUnresolved, readings: byTable(table) }))

const rank = (verdict: Verdict) => VERDICTS.indexOf(verdict)

describe('the verdict on any SLO', () => {
  it('is that of the table when every window can be read', () => {
    const readable = readings.filter(({ kind }) => kind !== 'unreadable')
    fc.assert(
      fc.property(evidenceWith(readable), policies, (evidence, policy) => {
        expect(judge(evidence, policy).verdict).toBe(verdictByTable(evidence, policy))
      }),
      { numRuns: 2_000 }
    )
  })

  it('is that of the table when some windows cannot be read', () => {
    fc.assert(
      fc.property(evidenceWith(readings), policies, (evidence, policy) => {
        expect(judge(evidence, policy).verdict).toBe(verdictByTable(evidence, policy))
      }),
      { numRuns: 2_000 }
    )
  })

  it('never gets better when any burn rate rises', () => {
    const rises = fc.constantFrom(1e-10, 1e-8, 0.5, 1, 100)
    fc.assert(
      fc.property(evidenceWith(rates), fc.nat(), rises, policies, (evidence, at, rise, policy) => {
        const risen = evidence.table.map((reading, index) =>
          reading.kind === 'rate' && index === at % evidence.table.length
            ? { ...reading, burnRate: reading.burnRate + rise }
            : reading
        )
        const before = judge(evidence, policy).verdict
        const after = judge({ ...evidence, readings: byTable(risen) }, policy).verdict
        expect(rank(after)).toBeLessThanOrEqual(rank(before))
        expect(blocks(before, policy) && !blocks(after, policy)).toBe(false)
      }),
      { numRuns: 2_000 }
    )
  })

  it('never gets better when more events fail', () => {
    const failures = fc.array(fc.nat(1_000), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(slos, failures, fc.nat(1_000), policies, (anySlo, failed, more, policy) => {
        const slo = { ...anySlo, target: 99 }
        const verdictWith = (extra: number) => {
          const table = failed.map(count =>
            readingOf({ kind: 'events', good: Math.max(0, 1_000 - count - extra), total: 1_000 }, slo.target)
          )
          return judge({ slo, readings: byTable(table) }, policy).verdict
        }
        expect(rank(verdictWith(more))).toBeLessThanOrEqual(rank(verdictWith(0)))
      })
    )
  })

  it('blocks when a window that it needs cannot be read, unless on-error is allow', () => {
    const strict = policies.filter(({ onError }) => onError !== 'allow')
    fc.assert(
      fc.property(evidenceWith(readings), strict, fc.nat(), (evidence, policy, at) => {
        const needed = windowsOf(evidence.slo, new Date(0), evidence.isUnresolved)
        const lost = needed[at % needed.length]?.duration.ms
        const withHole: Readings = ms => (ms === lost ? unreadable('HTTP 503') : evidence.readings(ms))
        expect(blocks(judge({ ...evidence, readings: withHole }, policy).verdict, policy)).toBe(true)
      })
    )
  })
})

describe('a judgement', () => {
  it('names the SLO in one line, whatever the verdict', () => {
    fc.assert(
      fc.property(evidenceWith(readings), policies, (evidence, policy) => {
        expect(judge(evidence, policy).reason).toMatch(new RegExp(`^SLO "${evidence.slo.id}": .+$`))
      })
    )
  })

  it.each<[string, Partial<Slo>, Record<string, number | Reading>, string[]]>([
    ['an exhausted budget', {}, { PT720H: 2.5 }, ['2.5', '30 days', 'limit of 1', 'overspent by 150%']],
    ['a healthy budget', {}, { PT720H: 0.4 }, ['0.4', '30 days', 'limit of 1', '60%']],
    ['a low budget', {}, { PT720H: 0.9 }, ['0.9', 'limit of 1', '10%', 'less than 20%']],
    [
      'an alert',
      { alerts: [CRITICAL_PAIR] },
      { PT720H: 0.1, PT1H: 15, PT5M: 20 },
      ['15 over 1 hour and 20 over 5 minutes', 'CRITICAL threshold of 14.6']
    ],
    ['little traffic', { minimumEvents: 100 }, { PT720H: events(7, 7) }, ['7 events', 'the 100 it needs']],
    ['an unread window', {}, { PT720H: unreadable('HTTP 503') }, ['30 days', 'HTTP 503']],
    ['an unread alert', { alerts: [CRITICAL] }, { PT720H: 0.1 }, ['5 minutes', 'no answer']],
    ['an empty window', {}, { PT720H: noData('there were no events') }, ['30 days', 'there were no events']]
  ])('gives the values and thresholds of %s', (_what, slo, byWindow, parts) => {
    const { reason } = judge({ slo: sloWith(slo), readings: readingsOf(byWindow) }, POLICY)
    for (const part of parts) expect(reason).toContain(part)
  })

  it('gives the rate of the last hour and the limit when an exhausted budget is within the limit again', () => {
    const evidence = { slo: sloWith(), readings: readingsOf({ PT720H: 0.1, PT1H: 3 }), isUnresolved: true }
    const { reason } = judge(evidence, { ...POLICY, maxBurnRate: 1.5 })
    expect(reason).toContain('the last hour still burns at 3, above the limit of 1.5')
  })

  it.each<[string, Record<string, number | Reading>, string[]]>([
    ['the window is empty', { PT720H: noData('no series') }, ['over 30 days', 'no series']],
    ['the last hour is empty', { PT720H: 0.1, PT1H: noData('no series') }, ['in the last hour', 'no series']],
    ['there are too few events', { PT720H: events(3, 3) }, ['3 events', 'the 100 it needs']]
  ])('says that nothing has shown a recovery, and why, when %s', (_when, byWindow, parts) => {
    const slo = sloWith({ minimumEvents: 100 })
    const { reason } = judge({ slo, readings: readingsOf(byWindow), isUnresolved: true }, POLICY)
    for (const part of ['nothing has shown that it recovered', ...parts]) expect(reason).toContain(part)
  })

  it('keeps what was read for every alert, and whether it fires', () => {
    const slo = sloWith({ alerts: [CRITICAL_PAIR, WARNING] })
    const readings = readingsOf({ PT720H: 0.1, PT1H: 15, PT5M: 20, PT6H: noData('none') })
    const judged = judge({ slo, readings }, POLICY)
    expect(judged.alerts).toEqual([
      {
        alert: CRITICAL_PAIR,
        windows: [
          { duration: lasting('PT1H'), burnRate: 15 },
          { duration: lasting('PT5M'), burnRate: 20 }
        ],
        firing: true
      },
      { alert: WARNING, windows: [{ duration: lasting('PT6H'), burnRate: null }], firing: false }
    ])
  })

  it('can be made of every burn rate that can be read', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: Number.MAX_VALUE, noNaN: true, minExcluded: true }), burnRate => {
        const { verdict } = judge({ slo: sloWith(), readings: readingsOf({ PT720H: burnRate }) }, POLICY)
        expect(verdict).toBe(exceeds(burnRate, 1) ? 'exhausted' : 'warning')
      })
    )
  })
})
