import { type Duration, LAST_HOUR } from './duration.ts'
import type { Slo } from './slo.ts'

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
 * Every window that judging an SLO needs, each length once: its own first, then those of its alerts.
 *
 * @param isUnresolved whether the last hour is needed as well, to see if an earlier block is really over
 */
export function windowsOf(slo: Slo, end: Date, isUnresolved = false): readonly Window[] {
  const durations = [
    slo.window,
    ...(isUnresolved ? [LAST_HOUR] : []),
    ...slo.alerts.flatMap(alert => [alert.duration, ...(alert.shortDuration ? [alert.shortDuration] : [])])
  ]
  const byLength = new Map<number, Duration>()
  for (const duration of durations) if (!byLength.has(duration.ms)) byLength.set(duration.ms, duration)
  return [...byLength.values()].map(duration => windowEnding(end, duration))
}
