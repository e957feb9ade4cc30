import { type Duration, LAST_HOUR } from './duration.ts'
import { alertDurations, type Slo } from './slo.ts'

/** A span of time to measure over. All windows of one run end at the same instant. */
export interface Window {
  readonly start: Date
  readonly end: Date
  readonly duration: Duration
}

export function windowEnding(end: Date, duration: Duration): Window {
  return { start: new Date(end.getTime() - duration.ms), end, duration }
}

/**
 * The length of every window that judging an SLO needs, each once: its own first, then those of its alerts.
 *
 * @param isUnresolved whether the last hour is needed as well, to see if an earlier block is really over
 */
export function durationsOf(slo: Slo, isUnresolved: boolean): readonly Duration[] {
  const durations = [slo.window, ...(isUnresolved ? [LAST_HOUR] : []), ...slo.alerts.flatMap(alertDurations)]
  const byLength = new Map<number, Duration>()
  for (const duration of durations) if (!byLength.has(duration.ms)) byLength.set(duration.ms, duration)
  return [...byLength.values()]
}

/** Those windows, ending at one instant. */
export function windowsOf(slo: Slo, end: Date, isUnresolved = false): readonly Window[] {
  return durationsOf(slo, isUnresolved).map(duration => windowEnding(end, duration))
}
