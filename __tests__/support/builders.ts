import fc from 'fast-check'
import { decide } from '../../src/budget/decision.ts'
import { judge, type Readings } from '../../src/budget/judge.ts'
import { noData, type Rate, type Reading, unreadable } from '../../src/budget/reading.ts'
import type { BurnRateAlert, Slo } from '../../src/budget/slo.ts'
import type { Policy } from '../../src/budget/verdict.ts'
import type { RunResult } from '../../src/report/result.ts'
import { type Duration, parseDuration } from '../../src/time/duration.ts'

export function lasting(iso: string): Duration {
  const duration = parseDuration(iso)
  if (duration === undefined) throw new Error(`${iso} is not a duration`)
  return duration
}

export const POLICY: Policy = { maxBurnRate: 1, onError: 'block', onNoData: 'block' }

export function sloWith(parts: Partial<Slo> = {}): Slo {
  return {
    id: 'crm',
    name: 'CRM lookups',
    target: 99.5,
    window: lasting('PT720H'),
    alerts: [],
    minimumEvents: 0,
    source: { type: 'prometheus' },
    ...parts
  }
}

export function alertWith(parts: Partial<BurnRateAlert> = {}): BurnRateAlert {
  return { level: 'CRITICAL', burnRateThreshold: 14.6, duration: lasting('PT5M'), ...parts }
}

export const rate = (burnRate: number, events: Rate['events'] = null): Rate => ({
  kind: 'rate',
  burnRate,
  events
})

/** Readings by the ISO form of their window, such as `{ PT720H: 0.4 }`; any other window has no answer. */
export function readingsOf(byWindow: Readonly<Record<string, number | Reading>>): Readings {
  const byLength = new Map(
    Object.entries(byWindow).map(([iso, value]) => [
      lasting(iso).ms,
      typeof value === 'number' ? rate(value) : value
    ])
  )
  return ms => byLength.get(ms) ?? unreadable('no answer')
}

/** What a run found out that judged these SLOs by these readings. */
export function resultOf(
  cases: readonly (readonly [Slo, Readonly<Record<string, number | Reading>>])[],
  parts: Partial<RunResult> = {}
): RunResult {
  const policy = parts.policy ?? POLICY
  const judgements = cases.map(([slo, byWindow]) => judge({ slo, readings: readingsOf(byWindow) }, policy))
  return {
    at: new Date('2026-11-23T18:00:00Z'),
    mode: 'enforce',
    policy,
    timeZone: 'UTC',
    decision: parts.decision ?? decide(judgements, policy),
    judgements,
    errors: [],
    warnings: [],
    failures: [],
    attempts: [],
    applied: [],
    publications: [],
    histories: new Map(),
    approval: undefined,
    maintenanceLabel: 'maintenance-mode',
    ...parts
  }
}

const WINDOWS = ['PT5M', 'PT1H', 'PT6H', 'P7D', 'PT720H'].map(lasting)
const LIMITS = [0, 0.5, 1, 1.5, 6, 14.6]

/** Burn rates that lie at, just above and just below the limits more often than chance would have it. */
const burnRates = fc.oneof(
  fc.constantFrom(...LIMITS.flatMap(limit => [limit, limit + 1e-10, limit + 1e-8])),
  fc.constantFrom(0.8, 0.8 + 1e-8, 0.81),
  fc.double({ min: 0, max: 1e6, noNaN: true })
)

const eventCounts = fc.constantFrom(null, ...[1, 99, 100, 1000].map(total => ({ good: total, total })))

export const rates: fc.Arbitrary<Rate> = fc
  .tuple(burnRates, eventCounts)
  .map(([burn, events]) => rate(burn, events))

export const readings: fc.Arbitrary<Reading> = fc.oneof(
  { weight: 5, arbitrary: rates },
  fc.constantFrom(unreadable('HTTP 503'), noData('there were no events'))
)

export const policies: fc.Arbitrary<Policy> = fc.record({
  maxBurnRate: fc.constantFrom(...LIMITS),
  onError: fc.constantFrom('block', 'last-known', 'allow'),
  onNoData: fc.constantFrom('block', 'allow')
})

const alerts: fc.Arbitrary<BurnRateAlert> = fc.record(
  {
    level: fc.constantFrom('CRITICAL', 'WARNING'),
    burnRateThreshold: fc.constantFrom(...LIMITS),
    duration: fc.constantFrom(...WINDOWS),
    shortDuration: fc.constantFrom(...WINDOWS)
  },
  { requiredKeys: ['level', 'burnRateThreshold', 'duration'] }
)

export const slos: fc.Arbitrary<Slo> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    window: fc.constantFrom(...WINDOWS),
    alerts: fc.array(alerts, { maxLength: 3 }),
    minimumEvents: fc.constantFrom(0, 100)
  })
  .map(sloWith)

/** A reading for each of the windows that an arbitrary SLO may ask for. */
export function tableOf(reading: fc.Arbitrary<Reading>): fc.Arbitrary<readonly Reading[]> {
  return fc.tuple(...WINDOWS.map(() => reading))
}

export const byTable =
  (table: readonly Reading[]): Readings =>
  ms =>
    table[WINDOWS.findIndex(window => window.ms === ms)] ?? unreadable('no answer')
