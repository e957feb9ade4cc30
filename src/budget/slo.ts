import type { BusinessHours } from '../time/businessHours.ts'
import { type Duration, HOUR } from '../time/duration.ts'

/** The window of an SLO that does not name its own: 30 days. */
export const DEFAULT_WINDOW: Duration = { iso: 'PT720H', ms: 720 * HOUR }

export type AlertLevel = 'CRITICAL' | 'WARNING'

/** Fires when the burn rate over `duration`, and over `shortDuration` if set, is above the threshold. */
export interface BurnRateAlert {
  readonly level: AlertLevel
  readonly burnRateThreshold: number
  readonly duration: Duration
  readonly shortDuration?: Duration
}

/** The windows of an alert: the long one, and the short one if it has one. */
export function alertDurations({ duration, shortDuration }: BurnRateAlert): readonly Duration[] {
  return shortDuration ? [duration, shortDuration] : [duration]
}

/** What was promised, as far as arithmetic and decision need it. */
export interface Slo {
  readonly id: string
  readonly name: string
  /** Percent of events that must be good, 0 < target < 100. Unknown when only the id was given. */
  readonly target: number | null
  readonly window: Duration
  readonly alerts: readonly BurnRateAlert[]
  /** Below this many events in the window the rate means nothing. */
  readonly minimumEvents: number
  /** Which kind of system counts the events. */
  readonly source: { readonly type: string }
  /** Only events in these hours count; absent: all of them. */
  readonly businessHours?: BusinessHours
  /** How long after an instant the source knows of everything before it; absent: at once. */
  readonly delay?: Duration
}
