/** Good and total events of one window. */
export interface EventCounts {
  readonly good: number
  readonly total: number
}

/**
 * How fast the error budget burns: the share of events that failed over the share that may fail.
 * 1 means exactly on budget.
 *
 * @param errorRatio failed events / total events, 0 to 1
 * @param target the SLO target in percent, 0 < target < 100
 */
export function burnRateOf(errorRatio: number, target: number): number {
  // 100 - target keeps more digits than 1 - target / 100.
  return (100 * errorRatio) / (100 - target)
}

/** The highest possible burn rate for a target: every event in the window failed. */
export function highestBurnRate(target: number): number {
  return burnRateOf(1, target)
}

/** The percentage of the budget that is left, from the burn rate over the SLO's whole window. Negative when overspent. */
export function budgetRemaining(burnRate: number): number {
  // For the largest burn rates, the product would be infinite.
  return Math.max(-Number.MAX_VALUE, 100 - 100 * burnRate)
}

/** `1 / burn rate`, at most 1. Call flows compare this number with their threshold. */
export function budgetHealth(burnRate: number): number {
  return burnRate <= 1 ? 1 : 1 / burnRate
}
