import type { Duration } from '../time/duration.ts'
import { budgetRemaining, burnRateOf, type EventCounts } from './burnRate.ts'
import { exceeds } from './decimal.ts'

/** The events of one part of a window. */
export interface Bucket extends EventCounts {
  readonly end: Date
}

/** The percentage of the budget that was left at an instant. */
export interface BudgetLevel {
  readonly at: Date
  readonly remaining: number
}

/**
 * The budget that was left at the end of each bucket: 100% minus the share spent since the window began.
 * The last level is the level of the whole window.
 *
 * @param buckets the parts of the window, in order and without gaps
 * @param target the SLO target in percent
 */
export function burnDown(buckets: readonly Bucket[], target: number): readonly BudgetLevel[] {
  const total = buckets.reduce((sum, bucket) => sum + bucket.total, 0)
  let failed = 0
  return buckets.map(bucket => {
    failed += Math.max(0, bucket.total - bucket.good)
    return {
      at: bucket.end,
      remaining: budgetRemaining(total === 0 ? 0 : burnRateOf(failed / total, target))
    }
  })
}

/**
 * Estimates when the burn rate falls to the limit if nothing more fails: old failures leave the window
 * while events arrive at their usual pace.
 *
 * @returns undefined when the burn rate is within the limit already, or the buckets are too few
 */
export function recoveryOf(
  buckets: readonly Bucket[],
  { target, maxBurnRate }: { readonly target: number; readonly maxBurnRate: number }
): Date | undefined {
  const total = buckets.reduce((sum, bucket) => sum + bucket.total, 0)
  const [first, last] = [buckets[0], buckets.at(-1)]
  if (first === undefined || last === undefined || total === 0 || buckets.length < 2) return undefined
  const step = (last.end.getTime() - first.end.getTime()) / (buckets.length - 1)
  const usual = total / buckets.length
  const isOver = (gone: number) => {
    const left = buckets.slice(gone)
    const failed = left.reduce((sum, bucket) => sum + Math.max(0, bucket.total - bucket.good), 0)
    const events = left.reduce((sum, bucket) => sum + bucket.total, 0) + gone * usual
    return exceeds(burnRateOf(failed / events, target), maxBurnRate)
  }
  if (!isOver(0)) return undefined
  const gone = buckets.findIndex((_, index) => !isOver(index + 1)) + 1
  return new Date(last.end.getTime() + gone * step)
}

/**
 * Estimates when the budget is used up at the present pace.
 *
 * @param burnRate the burn rate over the whole window
 * @param pace the burn rate over a recent, shorter window
 * @returns undefined when the budget is used up already, or when the pace does not use it up
 */
export function exhaustionOf({
  burnRate,
  pace,
  window,
  at
}: {
  readonly burnRate: number
  readonly pace: number
  readonly window: Duration
  readonly at: Date
}): Date | undefined {
  if (burnRate >= 1 || !exceeds(pace, 1)) return undefined
  return new Date(at.getTime() + ((1 - burnRate) * window.ms) / pace)
}
