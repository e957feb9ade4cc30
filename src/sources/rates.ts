import type { Slo } from '../budget/slo.ts'

/** Warnings for a source that gives burn rates or error ratios but no counts of events. */
export function ratesOnlyWarnings({ minimumEvents, businessHours }: Slo): readonly string[] {
  return [
    ...(minimumEvents > 0 ? ['gives only rates, no counts: minimumEvents cannot be checked'] : []),
    ...(businessHours ? ['gives only rates, no counts: business hours are weighted by time'] : [])
  ]
}
