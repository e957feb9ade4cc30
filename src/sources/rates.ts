import type { Slo } from '../budget/slo.ts'

/** What is worth a warning where a source gives burn rates or error ratios, but no counts of events. */
export function ratesOnlyWarnings({ minimumEvents, businessHours }: Slo): readonly string[] {
  return [
    ...(minimumEvents > 0 ? ['gives rates only, no counts: minimumEvents cannot be checked'] : []),
    ...(businessHours ? ['gives rates only, no counts: business hours are weighted by time'] : [])
  ]
}
