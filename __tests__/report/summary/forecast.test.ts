import { describe, expect, it } from '@jest/globals'
import type { Bucket } from '../../../src/budget/burnDown.ts'
import { blocked } from '../../../src/budget/decision.ts'
import { judge } from '../../../src/budget/judge.ts'
import { noData, type Reading, unreadable } from '../../../src/budget/reading.ts'
import type { Slo } from '../../../src/budget/slo.ts'
import type { RunResult } from '../../../src/report/result.ts'
import { forecast } from '../../../src/report/summary/forecast.ts'
import { DAY, MINUTE } from '../../../src/time/duration.ts'
import { alertWith, lasting, POLICY, rate, readingsOf, resultOf, sloWith } from '../../support/builders.ts'

/** The instant of every run here. */
const AT = Date.parse('2026-11-23T18:00:00Z')
const utc = (ms: number) => `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`

interface Case extends Partial<RunResult> {
  slo?: Partial<Slo>
  buckets?: readonly Bucket[]
}

function forecastOf(
  byWindow: Readonly<Record<string, number | Reading>>,
  { slo, buckets, ...parts }: Case = {}
) {
  const judged = sloWith(slo)
  const histories = new Map(buckets ? [[judged.id, buckets]] : [])
  return forecast(resultOf([[judged, byWindow]], { histories, ...parts }))
}

/** Thirty days that end now, with a thousand events each, of which these failed. */
const month = (failed: Record<number, number>, end = AT): Bucket[] =>
  Array.from({ length: 30 }, (_, day) => ({
    end: new Date(end - (29 - day) * DAY),
    total: 1_000,
    good: 1_000 - (failed[day] ?? 0)
  }))

const warning = (duration: string) =>
  alertWith({ level: 'WARNING', duration: lasting(duration), burnRateThreshold: 99 })

describe('recovery', () => {
  it('is when enough failures have left the window, where its history is known', () => {
    // 150 of 30,000 may fail.
    expect(forecastOf({ PT720H: 2 }, { buckets: month({ 3: 200, 20: 100 }) })).toBe(
      `If nothing more fails, enough failures have left the window around ${utc(AT + 4 * DAY)}.`
    )
  })

  it('is reckoned against the limit of the operator', () => {
    const buckets = month({ 3: 200, 20: 100 })
    const at = (maxBurnRate: number) =>
      forecastOf({ PT720H: 2 }, { buckets, policy: { ...POLICY, maxBurnRate } })
    expect(at(0.5)).toContain(utc(AT + 21 * DAY))
    expect(at(1.5)).toContain(utc(AT + 4 * DAY))
    expect(at(0)).toContain(utc(AT + 21 * DAY))
  })

  it('is when the last failures have left it, where nothing else is known', () => {
    const latest = `If nothing more fails, the last failures leave the window by ${utc(AT + 30 * DAY)} at the latest.`
    expect(forecastOf({ PT720H: 2 })).toBe(latest)
    expect(forecastOf({ PT720H: 2 }, { slo: { target: null } })).toBe(latest)
    expect(forecastOf({ PT720H: 2 }, { slo: { target: null }, buckets: month({ 3: 400 }) })).toBe(latest)
    // A history by which all is well does not tell when it will be.
    expect(forecastOf({ PT720H: 2 }, { buckets: month({}) })).toBe(latest)
    expect(forecastOf({ PT720H: 2 }, { buckets: [] })).toBe(latest)
  })

  it('counts from the end of the window, which may be a little before the run, or long before', () => {
    const slo = sloWith({ delay: lasting('PT5M') })
    expect(forecastOf({ PT720H: 2 }, { slo })).toContain(utc(AT - 5 * MINUTE + 30 * DAY))
    const asOf = new Date(AT - 10 * MINUTE)
    const worst = judge({ slo: sloWith(), readings: readingsOf({ PT720H: 2 }), asOf }, POLICY)
    const decision = { decision: 'block', verdict: 'exhausted', reason: '', worst } as const
    expect(forecastOf({ PT720H: 2 }, { decision })).toContain(utc(AT - 10 * MINUTE + 30 * DAY))
  })

  it('is told in the zone of the reader as well', () => {
    expect(forecastOf({ PT720H: 2 }, { timeZone: 'Asia/Kolkata' })).toContain(
      '2026-12-23 18:00:00 UTC (2026-12-23 23:30:00 Asia/Kolkata)'
    )
  })

  it('is that of the worst SLO', () => {
    const slos = ['P7D', 'P28D'].map(iso => sloWith({ id: iso, window: lasting(iso) })) as [Slo, Slo]
    const result = resultOf([
      [slos[0], { P7D: 5 }],
      [slos[1], { P28D: 2 }]
    ])
    expect(forecast(result)).toContain(utc(AT + 7 * DAY))
  })
})

describe('exhaustion', () => {
  it('is said at the pace of the longest window of an hour to three days', () => {
    const windows = ['PT5M', 'PT1H', 'PT6H', 'P3D', 'P7D']
    const slo = { alerts: windows.map(warning) }
    const byWindow = { PT720H: 0.5, PT5M: 50, PT1H: 40, PT6H: 30, P3D: 3, P7D: 2 }
    expect(forecastOf(byWindow, { slo })).toBe(
      `At the pace of the last 3 days (a burn rate of 3), the budget is used up around ${utc(AT + 5 * DAY)}.`
    )
    expect(forecastOf({ ...byWindow, P3D: 1 }, { slo })).toBeUndefined()
  })

  it.each([
    ['no shorter window is known', { PT720H: 0.5 }, []],
    ['only a moment is known', { PT720H: 0.5, PT30M: 50 }, ['PT30M']],
    ['the last hours had no events', { PT720H: 0.5, PT6H: noData('no events') }, ['PT6H']],
    ['the last hours could not be read', { PT720H: 0.5, PT6H: unreadable('HTTP 503') }, ['PT6H']],
    ['the budget can stand the pace', { PT720H: 0.5, PT6H: 1 }, ['PT6H']],
    ['nothing fails', { PT720H: 0, PT6H: 0 }, ['PT6H']]
  ])('is not said where %s', (_title, byWindow, alerts) => {
    expect(forecastOf(byWindow, { slo: { alerts: alerts.map(warning) } })).toBeUndefined()
  })

  it('is not said of a window that is no longer than the pace is measured over', () => {
    const slo = { window: lasting('P3D'), alerts: [warning('P3D'), warning('PT6H')] }
    expect(forecastOf({ P3D: 0.5, PT6H: 3 }, { slo })).toContain('the last 6 hours')
  })

  it('is said beside an alert that fires, while there is budget left', () => {
    const slo = { alerts: [alertWith({ duration: lasting('PT1H') })] }
    const said = forecastOf({ PT720H: 0.4, PT1H: 20 }, { slo })
    expect(said).toContain('At the pace of the last 1 hour (a burn rate of 20)')
    expect(said).toContain(utc(AT + (0.6 * 30 * DAY) / 20))
  })

  it('is not said where the limit allows more than the budget, and that is used up', () => {
    const slo = { alerts: [warning('PT6H')] }
    const policy = { ...POLICY, maxBurnRate: 2 }
    expect(forecastOf({ PT720H: 1.5, PT6H: 3 }, { slo, policy })).toBeUndefined()
  })
})

describe('nothing is foretold', () => {
  it.each([
    ['that could not be read', { PT720H: unreadable('HTTP 503') }, {}],
    ['without events', { PT720H: noData('no events') }, {}],
    ['with too little traffic', { PT720H: rate(9, { good: 1, total: 7 }) }, { slo: { minimumEvents: 100 } }]
  ])('of an SLO %s', (_title, byWindow: Record<string, Reading>, more: Case) => {
    expect(forecastOf(byWindow, more)).toBeUndefined()
  })

  it('of a wrong configuration', () => {
    expect(forecast(resultOf([], { decision: blocked('config-error', 'wrong') }))).toBeUndefined()
  })
})
