import { type Duration, describeDuration, LAST_HOUR } from '../time/duration.ts'
import { budgetHealth, budgetRemaining } from './burnRate.ts'
import { exceeds, plainDecimal, rounded, TOLERANCE } from './decimal.ts'
import type { Absence, Rate, Reading } from './reading.ts'
import { alertDurations, type BurnRateAlert, type Slo } from './slo.ts'
import type { Policy, Verdict } from './verdict.ts'
import { durationsOf } from './window.ts'

/** An SLO with less than this percentage of its budget gets a warning. */
const LOW_BUDGET = 20

/** An alert with what was read over each of its windows: the long one first, then the short one if it has one. */
export type AlertState = FiringAlert | QuietAlert

/** Every window has a burn rate above the threshold. */
interface FiringAlert {
  readonly alert: BurnRateAlert
  readonly firing: true
  readonly windows: readonly AlertWindow<number>[]
}

interface QuietAlert {
  readonly alert: BurnRateAlert
  readonly firing: false
  readonly windows: readonly AlertWindow[]
}

/** One window of an alert. The burn rate is null when the window has no usable reading. */
interface AlertWindow<BurnRate extends number | null = number | null> {
  readonly duration: Duration
  readonly burnRate: BurnRate
}

/** An SLO with its verdict and everything that the verdict is based on. */
export interface Judgement {
  readonly slo: Slo
  /** The reading over the SLO's own window. */
  readonly reading: Reading
  /** The reading over each window that was needed: the SLO's own window first. */
  readonly readings: readonly WindowReading[]
  readonly alerts: readonly AlertState[]
  /** Whether the budget was exhausted before and nothing had cleared that. Then the last hour counts as well. */
  readonly isUnresolved: boolean
  readonly verdict: Verdict
  /** One sentence with the value and the threshold. */
  readonly reason: string
  /** The instant at which the windows of remembered readings ended; undefined for readings of this run. */
  readonly asOf: Date | undefined
  /** Set when remembered readings replace readings that failed: why these failed, in one sentence. */
  readonly sourceError?: string
}

/** The reading over a window of this length. */
export interface WindowReading {
  readonly duration: Duration
  readonly reading: Reading
}

/** Looks up the reading over a window by its length in milliseconds. */
export type Readings = (durationMs: number) => Reading

/** What the verdict on one SLO is made from. */
export interface Evidence {
  readonly slo: Slo
  readonly readings: Readings
  /** Whether the budget was exhausted before and nothing has cleared that. Then the last hour counts as well. */
  readonly isUnresolved?: boolean
  /** The instant at which the windows of remembered readings ended; absent for readings of this run. */
  readonly asOf?: Date
}

/**
 * Gives one SLO its verdict. The first rule that applies decides. A window that could not be read never
 * counts as quiet, but it does not hide a block that the other windows prove. A burn rate of too few
 * events proves nothing.
 */
export function judge(evidence: Evidence, policy: Policy): Judgement {
  const { slo, readings, asOf, isUnresolved = false } = evidence
  const alerts = slo.alerts.map(alert => alertState(alert, readings))
  const [verdict, reason] = verdictOn(evidence, alerts, policy)
  return {
    slo,
    reading: readings(slo.window.ms),
    readings: durationsOf(slo, isUnresolved).map(duration => ({ duration, reading: readings(duration.ms) })),
    alerts,
    isUnresolved,
    verdict,
    reason: `SLO "${slo.id}": ${reason}`,
    asOf
  }
}

type Ruling = readonly [Verdict, string]

function verdictOn(evidence: Evidence, alerts: readonly AlertState[], policy: Policy): Ruling {
  const { slo, readings } = evidence
  const reading = readings(slo.window.ms)
  const unread = sourceError(evidence)
  if (reading.kind === 'unreadable' && unread) {
    // An alert proves that the SLO is failing right now, even without the whole window.
    return firing('CRITICAL', alerts) ?? unread
  }
  if (reading.kind !== 'rate') {
    const none = noData(slo, reading)
    return firing('CRITICAL', alerts) ?? unrecovered(evidence, none) ?? unread ?? none
  }
  const few = lowTraffic(slo, reading)
  if (few) return unrecovered(evidence, few) ?? unread ?? few
  return (
    exhausted(slo, reading, policy) ??
    firing('CRITICAL', alerts) ??
    unstable(evidence, policy) ??
    unread ??
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
  const state = alerts.find((state): state is FiringAlert => state.firing && state.alert.level === level)
  if (state === undefined) return undefined
  const { burnRateThreshold } = state.alert
  const rates = state.windows.map(
    ({ duration, burnRate }) => `${readable(burnRate, burnRateThreshold)} ${over(duration)}`
  )
  const threshold = `above the ${level} threshold of ${plainDecimal(burnRateThreshold)}`
  return [level === 'CRITICAL' ? 'burning' : 'warning', `burn rate ${rates.join(' and ')} is ${threshold}`]
}

/** A budget that was exhausted is within the limit again: the last hour shows whether the failure is over. */
function unstable(evidence: Evidence, policy: Policy): Ruling | undefined {
  const lastHour = evidence.readings(LAST_HOUR.ms)
  if (!evidence.isUnresolved || lastHour.kind === 'unreadable') return undefined
  const { slo } = evidence
  if (lastHour.kind !== 'rate') {
    return unrecovered(evidence, ['no-data', `nothing to measure in the last hour: ${lastHour.reason}`])
  }
  if (!exceeds(lastHour.burnRate, policy.maxBurnRate)) return undefined
  const rate = `the last hour still burns at ${readable(lastHour.burnRate, policy.maxBurnRate)}`
  const limit = `above the limit of ${plainDecimal(policy.maxBurnRate)}`
  const again = `the window of ${describeDuration(slo.window)} is within the limit again`
  return ['unstable', `it was exhausted before; ${again}, but ${rate}, ${limit}`]
}

/** If the budget was exhausted and nothing was measured since, the failure may still be going on. */
function unrecovered({ isUnresolved }: Evidence, [, why]: Ruling): Ruling | undefined {
  if (!isUnresolved) return undefined
  return ['unstable', `it was exhausted before, and nothing has shown that it recovered: ${why}`]
}

/** The verdict for the first window that was needed and could not be read. */
function sourceError({ slo, readings, isUnresolved = false }: Evidence): Ruling | undefined {
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
  return low ? ['warning', isOverspent ? text : `${text}, less than ${LOW_BUDGET}%`] : ['healthy', text]
}

function alertState(alert: BurnRateAlert, readings: Readings): AlertState {
  const windows = alertDurations(alert).map(duration => ({
    duration,
    burnRate: rateOf(readings(duration.ms))
  }))
  const isOver = (window: AlertWindow): window is AlertWindow<number> =>
    window.burnRate !== null && exceeds(window.burnRate, alert.burnRateThreshold)
  return windows.every(isOver) ? { alert, firing: true, windows } : { alert, firing: false, windows }
}

const rateOf = (reading: Reading) => (reading.kind === 'rate' ? reading.burnRate : null)

/** Four decimals are enough for people. */
const readable = (rate: number, threshold: number) => rounded(rate, threshold, 4)

const over = (duration: Duration) => `over ${describeDuration(duration)}`

function left(burnRate: number): string {
  const percent = budgetRemaining(burnRate)
  return exceeds(burnRate, 1)
    ? `the error budget is overspent by ${rounded(-percent, 0, 2)}%`
    : `${rounded(Math.max(0, percent), LOW_BUDGET, 2)}% of the error budget is left`
}

/** Burn rate, remaining budget (percent) and health of a judged SLO; all null when the window has no burn rate. */
export function budgetOf({ reading }: Pick<Judgement, 'reading'>) {
  const burnRate = rateOf(reading)
  return {
    burnRate,
    budgetRemaining: burnRate === null ? null : budgetRemaining(burnRate),
    budgetHealth: burnRate === null ? null : budgetHealth(burnRate)
  }
}

/** The burn rate over the last hour, or null without one; undefined when the last hour does not count. */
export function lastHourBurnRateOf({ isUnresolved, readings }: Judgement): number | null | undefined {
  const lastHour = readings.find(({ duration }) => duration.ms === LAST_HOUR.ms)
  return isUnresolved && lastHour ? rateOf(lastHour.reading) : undefined
}
