import type { BusinessHours } from '../time/businessHours.ts'
import { type Duration, HOUR } from '../time/duration.ts'

/** The window of an SLO whose definition does not set one: 30 days. */
export const DEFAULT_WINDOW: Duration = { iso: 'PT720H', ms: 720 * HOUR }

export type AlertLevel = 'CRITICAL' | 'WARNING'

/** Fires when the burn rate over `duration`, and over `shortDuration` if set, is above the threshold. */
export interface BurnRateAlert {
  readonly level: AlertLevel
  readonly burnRateThreshold: number
  readonly duration: Duration
  readonly shortDuration?: Duration
}

/** The windows of an alert: the long one, then the short one if it has one. */
export function alertDurations({ duration, shortDuration }: BurnRateAlert): readonly Duration[] {
  return shortDuration ? [duration, shortDuration] : [duration]
}

/** The part of a service level objective that the arithmetic and the decision need. */
export interface Slo {
  readonly id: string
  readonly name: string
  /** The percentage of events that must be good, 0 < target < 100. Null when only the id is known. */
  readonly target: number | null
  readonly window: Duration
  readonly alerts: readonly BurnRateAlert[]
  /** With fewer events than this in the window, the burn rate is not meaningful. */
  readonly minimumEvents: number
  /** The kind of system that counts the events. */
  readonly source: { readonly type: string }
  /** Only events in these hours count; without it, all events count. */
  readonly businessHours?: BusinessHours
  /** How long it takes until the source's data is complete; absent for no delay. */
  readonly delay?: Duration
}
