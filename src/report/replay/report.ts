import * as v from 'valibot'
import type { BurnRateAlert, Slo } from '../../budget/slo.ts'
import { type Report, reportSchema } from '../schema.ts'

/** The value is not a report of this version. */
export class UnreadableReport extends Error {}

export type ReportedSlo = Report['slos'][number]
export type ReportedReading = ReportedSlo['readings'][number]

/** @throws UnreadableReport that names the first few invalid fields */
export function parseReport(value: unknown): Report {
  const result = v.safeParse(reportSchema, value)
  if (result.success) return result.output
  const problems = result.issues.map(issue => `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`)
  throw new UnreadableReport(`it is not a report of version 1: ${problems.slice(0, 5).join('; ')}`)
}

/** The SLO that a report describes. */
export function sloOf({ alerts, source, delay, ...reported }: ReportedSlo): Slo {
  const { id, name, target, window, minimumEvents } = reported
  return {
    id,
    name,
    target,
    window: window.duration,
    minimumEvents,
    source: { type: source },
    ...(delay && { delay }),
    alerts: alerts.map(
      ({ level, threshold, window: duration, shortWindow }): BurnRateAlert => ({
        level,
        burnRateThreshold: threshold,
        duration,
        ...(shortWindow && { shortDuration: shortWindow })
      })
    )
  }
}
