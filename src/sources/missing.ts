import type { Evidence } from '../budget/judge.ts'
import { durationsOf } from '../budget/window.ts'
import { describeDuration } from '../time/duration.ts'

/**
 * Where the SLO's own window has events and a shorter one has no series at all, the shorter one may be misnamed.
 * Its alert would never fire, so it is not left at that.
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
