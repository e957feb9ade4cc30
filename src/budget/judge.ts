import { type Duration, describeDuration, LAST_HOUR } from '../time/duration.ts'
import { budgetHealth, budgetRemaining } from './burnRate.ts'
import { exceeds, plainDecimal, rounded, TOLERANCE } from './decimal.ts'
import type { Absence, Rate, Reading } from './reading.ts'
import { alertDurations, type BurnRateAlert, type Slo } from './slo.ts'
import type { Policy, Verdict } from './verdict.ts'
import { durationsOf } from './window.ts'

/** Below this many percent of the budget an SLO gets a warning. */
export const LOW_BUDGET = 20

/** An alert with what was read for it. A burn rate is null where its window had no usable reading. */
export interface AlertState {
  readonly alert: BurnRateAlert
  readonly burnRate: number | null
  /** Null where the alert has no short window, too. */
  readonly shortBurnRate: number | null
  readonly firing: boolean
}

/** One SLO with its verdict and everything the verdict was made from. */
export interface Judgement {
  readonly slo: Slo
  /** The reading over the SLO's own window. */
  readonly reading: Reading
  /** What was read over each window that was needed, its own first. */
  readonly readings: readonly WindowReading[]
  readonly alerts: readonly AlertState[]
  /** The reading over the last hour, where an earlier block made it count. */
  readonly lastHour: Reading | undefined
  readonly verdict: Verdict
  /** One sentence with the value and the threshold. */
  readonly reason: string
  /** When the readings are not of this run: the instant at which their windows ended. */
  readonly asOf: Date | undefined
  /** Whether that is because nothing newer could be read. */
  readonly isLastKnown?: true
}

/** What was read over a window of this length. */
export interface WindowReading {
  readonly duration: Duration
  readonly reading: Reading
}

/** The reading over a window of this length, in milliseconds. */
export type Readings = (durationMs: number) => Reading

/** What an SLO is judged by. */
export interface Evidence {
  readonly slo: Slo
  readonly readings: Readings
  /** Whether the last known verdict was exhausted or unstable. Then the last hour counts as well. */
  readonly isUnresolved?: boolean
  /** When the readings are remembered ones: the instant at which their windows ended. */
  readonly asOf?: Date
}

/**
 * Gives one SLO its verdict; the first rule that applies decides. A window that could not be read is
 * never taken for a quiet one, but it does not hide a block that the other windows already prove. A
 * rate of too few events proves nothing.
 */
export function judge(evidence: Evidence, policy: Policy): Judgement {
  const { slo, readings, asOf } = evidence
  const reading = readings(slo.window.ms)
  const alerts = slo.alerts.map(alert => alertState(alert, readings))
  const [verdict, reason] = rule(evidence, alerts, policy)
  const lastHour = evidence.isUnresolved ? readings(LAST_HOUR.ms) : undefined
  return {
    slo,
    reading,
    alerts,
    lastHour,
    verdict,
    reason: `SLO "${slo.id}": ${reason}`,
    asOf,
    readings: durationsOf(slo, evidence.isUnresolved ?? false).map(duration => ({
      duration,
      reading: readings(duration.ms)
    }))
  }
}

type Ruling = readonly [Verdict, string]

function rule(evidence: Evidence, alerts: readonly AlertState[], policy: Policy): Ruling {
  const { slo, readings, isUnresolved } = evidence
  const reading = readings(slo.window.ms)
  if (reading.kind !== 'rate') {
    // Failing right now is proven without the whole window as well.
    const proven = reading.kind === 'unreadable' ? firing('CRITICAL', alerts) : undefined
    return proven ?? unread(evidence) ?? noData(slo, reading)
  }
  const few = lowTraffic(slo, reading)
  if (few) return unread(evidence) ?? few
  return (
    exhausted(slo, reading, policy) ??
    firing('CRITICAL', alerts) ??
    (isUnresolved ? unstable(readings(LAST_HOUR.ms), policy) : undefined) ??
    unread(evidence) ??
    firing('WARNING', alerts) ??
    remaining(slo, reading, policy)
  )
}

function noData(slo: Slo, { reason }: Absence): Ruling {
  return ['no-data', `nothing to measure ${over(slo.window)}: ${reason}`]
}

function lowTraffic(slo: Slo, { events }: Rate): Ruling | undefined {
  if (events === null || events.total >= slo.minimumEvents) return undefined
  const few = `${plainDecimal(events.total)} events ${over(slo.window)} are fewer than the ${slo.minimumEvents} it needs`
  return ['low-traffic', `${few}, so its burn rate means nothing`]
}

function exhausted(slo: Slo, { burnRate }: Rate, policy: Policy): Ruling | undefined {
  if (!exceeds(burnRate, policy.maxBurnRate)) return undefined
  const limit = `is above the limit of ${plainDecimal(policy.maxBurnRate)}`
  return [
    'exhausted',
    `burn rate ${readable(burnRate, policy.maxBurnRate)} ${over(slo.window)} ${limit}; ${left(burnRate)}`
  ]
}

function firing(level: BurnRateAlert['level'], alerts: readonly AlertState[]): Ruling | undefined {
  const state = alerts.find(({ alert, firing }) => firing && alert.level === level)
  if (state === undefined) return undefined
  const { alert, burnRate, shortBurnRate } = state
  // It fires, so each of its windows has a rate.
  const rates = [burnRate, shortBurnRate] as readonly number[]
  const shown = alertDurations(alert).map(
    (duration, index) => `${readable(rates[index] as number, alert.burnRateThreshold)} ${over(duration)}`
  )
  const threshold = `above the ${level} threshold of ${plainDecimal(alert.burnRateThreshold)}`
  return [level === 'CRITICAL' ? 'burning' : 'warning', `burn rate ${shown.join(' and ')} is ${threshold}`]
}

/** A budget that was exhausted reads well again: the last hour tells whether that is more than a reset. */
function unstable(lastHour: Reading, policy: Policy): Ruling | undefined {
  if (lastHour.kind !== 'rate' || !exceeds(lastHour.burnRate, policy.maxBurnRate)) return undefined
  const rate = `the last hour still burns at ${readable(lastHour.burnRate, policy.maxBurnRate)}`
  const limit = `above the limit of ${plainDecimal(policy.maxBurnRate)}`
  return [
    'unstable',
    `it was exhausted before and reads below the limit now, but ${rate}, ${limit}; it was probably reset`
  ]
}

/** The first window needed that could not be read. */
function unread({ slo, readings, isUnresolved = false }: Evidence): Ruling | undefined {
  for (const duration of durationsOf(slo, isUnresolved)) {
    const reading = readings(duration.ms)
    if (reading.kind === 'unreadable')
      return ['source-error', `no reading ${over(duration)}: ${reading.reason}`]
  }
  return undefined
}

function remaining(slo: Slo, { burnRate }: Rate, policy: Policy): Ruling {
  const low = budgetRemaining(burnRate) < LOW_BUDGET - TOLERANCE
  const rate = `burn rate ${readable(burnRate, policy.maxBurnRate)} ${over(slo.window)}`
  const limit = `is within the limit of ${plainDecimal(policy.maxBurnRate)}`
  const text = `${rate} ${limit}; ${left(burnRate)}`
  const isOverspent = exceeds(burnRate, 1)
  return low ? ['warning', isOverspent ? text : `${text}, less than ${LOW_BUDGET} %`] : ['healthy', text]
}

function alertState(alert: BurnRateAlert, readings: Readings): AlertState {
  const burnRates = alertDurations(alert).map(({ ms }) => rateOf(readings(ms)))
  const firing = burnRates.every(rate => rate !== null && exceeds(rate, alert.burnRateThreshold))
  return { alert, burnRate: burnRates[0] as number | null, shortBurnRate: burnRates[1] ?? null, firing }
}

const rateOf = (reading: Reading) => (reading.kind === 'rate' ? reading.burnRate : null)

/** Four decimals are enough for reading. */
const readable = (rate: number, threshold: number) => rounded(rate, threshold, 4)

const over = (duration: Duration) => `over ${describeDuration(duration)}`

function left(burnRate: number): string {
  const percent = budgetRemaining(burnRate)
  return exceeds(burnRate, 1)
    ? `the error budget is overspent by ${rounded(-percent, 0, 2)} %`
    : `${rounded(Math.max(0, percent), LOW_BUDGET, 2)} % of the error budget is left`
}

/** Burn rate, remaining and health of a judged SLO; all null where there is no rate. */
export function budgetOf({ reading }: Pick<Judgement, 'reading'>) {
  const burnRate = rateOf(reading)
  return {
    burnRate,
    budgetRemaining: burnRate === null ? null : budgetRemaining(burnRate),
    budgetHealth: burnRate === null ? null : budgetHealth(burnRate)
  }
}
