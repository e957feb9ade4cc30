import type { Evidence } from '../budget/judge.ts'
import { durationsOf } from '../budget/window.ts'
import { describeDuration } from '../time/duration.ts'

/**
 * Warns when the SLO's own window has events but a shorter window has no series at all. The recorded series
 * for the shorter window may have another name, and then its alert could never fire.
 */
export function warningsOfMissing({ slo, readings, isUnresolved = false }: Evidence): readonly string[] {
  const own = readings(slo.window.ms)
  if (own.kind !== 'rate') return []
  return durationsOf(slo, isUnresolved).flatMap(duration => {
    const { from } = readings(duration.ms)
    if (from?.noSeries === undefined) return []
    const window = `over ${describeDuration(duration)} there is no series, although ${describeDuration(slo.window)} have events`
    const asked = `the query was ${from.noSeries}`
    return `SLO "${slo.id}": ${window}, so an alert over it cannot fire; ${asked}`
  })
}
