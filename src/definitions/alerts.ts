import { highestBurnRate } from '../budget/burnRate.ts'
import { exceeds } from '../budget/decimal.ts'
import { isoDuration } from '../time/duration.ts'

/** A burn rate alert in the gate's own form. */
export interface RawAlert {
  readonly level: string
  readonly burnRateThreshold: number
  readonly duration: string
  readonly shortDuration?: string
}

/** An alert that another tool generates for every SLO. Its windows are in milliseconds. */
export interface ToolAlert {
  readonly level: 'CRITICAL' | 'WARNING'
  readonly factor: number
  readonly long: number
  readonly short: number
}

/** Tools generate the same alerts for every target. Alerts that can never fire at this target are left out. */
export const alertsInReach = (alerts: readonly ToolAlert[], target: number): readonly RawAlert[] =>
  alerts
    .filter(({ factor }) => exceeds(highestBurnRate(target), factor))
    .map(({ level, factor, long, short }) => ({
      level,
      burnRateThreshold: factor,
      duration: isoDuration(long),
      shortDuration: isoDuration(short)
    }))
