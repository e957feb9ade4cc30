import { type Duration, LAST_HOUR, MINUTE } from '../time/duration.ts'
import type { Interval } from '../time/interval.ts'
import { alertDurations, type Slo } from './slo.ts'

/** A span of time to measure over. All windows of one run end at the same instant, less the delay of their source. */
export interface Window extends Interval {
  readonly duration: Duration
}

export function windowEnding(end: Date, duration: Duration): Window {
  return { start: new Date(end.getTime() - duration.ms), end, duration }
}

/**
 * The length of every window that the verdict on an SLO needs, without repeats: the SLO's own window first.
 *
 * @param isUnresolved adds the last hour, which shows whether an exhausted budget has recovered
 */
export function durationsOf(slo: Slo, isUnresolved: boolean): readonly Duration[] {
  const durations = [slo.window, ...(isUnresolved ? [LAST_HOUR] : []), ...slo.alerts.flatMap(alertDurations)]
  const byLength = new Map<number, Duration>()
  for (const duration of durations) if (!byLength.has(duration.ms)) byLength.set(duration.ms, duration)
  return [...byLength.values()]
}

/** The windows that the verdict on an SLO needs, for a run at this instant. */
export function windowsOf(slo: Slo, at: Date, isUnresolved = false): readonly Window[] {
  const end = endOf(slo, at)
  return durationsOf(slo, isUnresolved).map(duration => windowEnding(end, duration))
}

/** The SLO's own window for a run at this instant. */
export function ownWindow(slo: Slo, at: Date): Window {
  return windowEnding(endOf(slo, at), slo.window)
}

/** Windows end on a full minute before the delay, because newer data of the source may be incomplete. */
function endOf({ delay }: Slo, at: Date): Date {
  return delay === undefined ? at : new Date(Math.floor((at.getTime() - delay.ms) / MINUTE) * MINUTE)
}
