import { type Absence, isSmallExcess, noData, type Observation, unreadable } from '../../budget/reading.ts'
import type { Value } from './answer.ts'
import type { Counts } from './promql.ts'

interface Answers {
  readonly counted: Counts['counted']
  /** Of the query of the good or bad events. */
  readonly part: Value
  readonly total: Value
  readonly kind: 'events' | 'per-second'
}

/**
 * PromQL's sum over no series is no series. Where there were events and no series of good ones, all
 * of them failed: that is an outage, not a lack of data. No series of bad ones means that none failed.
 */
export function eventsFrom({
  counted,
  part,
  total,
  kind
}: Answers): Observation & { readonly note?: string } {
  const [count, all] = [part, total].map(sample =>
    sample.kind === 'value' ? sample.value : sample.isEmpty ? 0 : undefined
  )
  if (all === undefined || (all === 0 && count === 0)) {
    return total.kind === 'value' ? noData('there were no events') : total
  }
  if (count === undefined) return part as Absence
  if (counted === 'good') return { kind, good: count, total: all }
  if (!(count >= 0)) return unreadable(`the number of bad events, ${count}, is not a count`)
  if (count > all) {
    return isSmallExcess(count, all)
      ? { kind, good: 0, total: all, note: `${count} bad of ${all} events count as all` }
      : unreadable(`${count} bad events are more than all ${all} events`)
  }
  const note = part.kind === 'value' ? undefined : 'there is no series of bad events, so none is counted'
  return { kind, good: all - count, total: all, ...(note && { note }) }
}
