import { isoDuration } from '../../time/duration.ts'
import type { Interval } from '../../time/interval.ts'
import type { GenesysDataActionsSpec } from './spec.ts'

/** What all questions of one batch have in common: the selected executions and the latency limits. */
export interface Scope {
  readonly groupBy: readonly string[]
  /** Undefined for the executions of the whole organisation. */
  readonly predicates: readonly Predicate[] | undefined
  /** In milliseconds; each has a view that counts the executions that take this long or longer. */
  readonly thresholds: readonly number[]
}

interface Predicate {
  readonly dimension: 'actionId' | 'integrationId'
  readonly value: string
}

/** The API's limit of predicates is not documented. With more than this, we query the whole organisation. */
const MOST_PREDICATES = 100

export function scopeOf(specs: readonly GenesysDataActionsSpec[]): Scope {
  const predicates = new Map<string, Predicate>()
  for (const predicate of specs.flatMap(predicatesOf)) {
    predicates.set(`${predicate.dimension} ${predicate.value}`, predicate)
  }
  const isBounded = specs.every(({ actionIds, integrationId }) => actionIds ?? integrationId)
  return {
    groupBy: [
      ...(specs.some(({ actionIds }) => actionIds) ? ['actionId'] : []),
      ...(specs.some(({ integrationId }) => integrationId) ? ['integrationId'] : []),
      ...['errorType', 'responseStatus']
    ],
    predicates: isBounded && predicates.size <= MOST_PREDICATES ? [...predicates.values()] : undefined,
    thresholds: [...new Set(specs.flatMap(({ slowerThanMs }) => slowerThanMs ?? []))]
  }
}

function predicatesOf({ actionIds, integrationId }: GenesysDataActionsSpec): readonly Predicate[] {
  const [dimension, ids] = actionIds
    ? (['actionId', actionIds] as const)
    : (['integrationId', integrationId ? [integrationId] : []] as const)
  // Genesys writes ids in lower case; it is not documented whether its filter is case-sensitive.
  return ids.flatMap(id => [...new Set([id, id.toLowerCase()])].map(value => ({ dimension, value })))
}

/** The body of a query (`ActionAggregationQuery`). */
export function queryBody(
  { groupBy, predicates, thresholds }: Scope,
  interval: Interval,
  granularityMs: number | undefined
) {
  const matching = predicates?.map(predicate => ({ type: 'dimension', operator: 'matches', ...predicate }))
  return {
    interval: `${interval.start.toISOString()}/${interval.end.toISOString()}`,
    ...(granularityMs === undefined ? {} : { granularity: isoDuration(granularityMs) }),
    metrics: ['tTotalExecution'],
    groupBy,
    ...(matching && { filter: { type: 'or', predicates: matching } }),
    ...(thresholds.length > 0 && { views: thresholds.map(viewOf) })
  }
}

const viewOf = (threshold: number) => ({
  target: 'tTotalExecution',
  name: viewName(threshold),
  function: 'rangeBound',
  range: { gte: threshold }
})

export const viewName = (threshold: number) => `slower${threshold}`
