import type { AnalyticsApi, Models } from 'purecloud-platform-client-v2'
import { badRequest, bodyOf, type Call, type Route, refuse } from '../http.ts'
import { DAY, millisecondsOf } from '../time.ts'
import type { Execution, Settings, Window } from '../world.ts'
import { type ActionQuery, actionQuery, type Dimension, intervalOf, METRIC, testOf } from './query.ts'

type Body = Awaited<ReturnType<AnalyticsApi['postAnalyticsActionsAggregatesQuery']>>

export const actionAggregates: Route<Body> = {
  method: 'POST',
  path: '/api/v2/analytics/actions/aggregates/query',
  answer
}

const TOO_LONG = { 400: 'bad.request', 413: 'request.entity.too.large', 504: 'request.timeout' }

function answer({ request, settings }: Call): Body {
  const query = bodyOf(request, actionQuery)
  const interval = intervalOf(query.interval)
  if (!interval) throw new Error('The interval was checked before')
  checkLimits({ query, interval, settings })
  const results = [...groupsOf({ query, interval, settings }).values()].map(found =>
    container(found, query.views ?? [])
  )
  return results.length > 0 ? { results } : {}
}

interface Asked {
  query: ActionQuery
  interval: Window
  settings: Settings
}

function checkLimits({ query, interval, settings }: Asked): void {
  const { maxIntervalDays = Number.POSITIVE_INFINITY, minGranularityMs = 0, tooLongStatus: status } = settings
  if (interval.durationMs > maxIntervalDays * DAY) {
    const message = `The interval ${query.interval} is longer than ${maxIntervalDays} days`
    refuse({ status, code: TOO_LONG[status], message, field: 'interval' })
  }
  if (bucketLength({ query, interval }) < minGranularityMs && query.granularity !== undefined) {
    badRequest(`The granularity ${query.granularity} is finer than ${minGranularityMs} ms`, 'granularity')
  }
}

/** Executions with equal dimensions: by the start of their bucket. */
interface Group {
  group: { [dimension: string]: string }
  buckets: Map<number, Bucket>
}

interface Bucket {
  interval: string
  total: Tally
  /** One for each view, in the query's order. */
  views: Tally[]
}

interface Tally {
  count: number
  sum: number
  min: number
  max: number
}

function groupsOf({ query, interval, settings }: Asked): Map<string, Group> {
  const { executions } = settings
  const { groupBy = [], views = [] } = query
  const [from, until] = [interval.start.getTime(), interval.end.getTime()]
  const isAskedFor = testOf(query.filter)
  const bucketOf = bucketing({ query, interval, settings })
  const groups = new Map<string, Group>()
  for (const execution of typeof executions === 'function' ? executions(interval) : executions) {
    const { at, durationMs, count = 1 } = execution
    const time = typeof at === 'string' ? Date.parse(at) : at.getTime()
    if (Number.isNaN(time)) throw new Error(`An execution at no instant: ${at}`)
    if (time < from || time >= until || count < 1 || !isAskedFor(execution)) continue
    const found = groupOf({ groups, execution, groupBy })
    const { start, text } = bucketOf(time)
    let bucket = found.buckets.get(start)
    if (!bucket) {
      bucket = { interval: text, total: tally(), views: views.map(tally) }
      found.buckets.set(start, bucket)
    }
    add(bucket.total, { durationMs, count })
    for (const [i, { range }] of views.entries()) {
      const { gte = Number.NEGATIVE_INFINITY, lt = Number.POSITIVE_INFINITY } = range
      const view = bucket.views[i]
      if (view && durationMs >= gte && durationMs < lt) add(view, { durationMs, count })
    }
  }
  return groups
}

interface Grouping {
  groups: Map<string, Group>
  execution: Execution
  groupBy: readonly Dimension[]
}

function groupOf({ groups, execution, groupBy }: Grouping): Group {
  const key = JSON.stringify(groupBy.map(dimension => execution[dimension] ?? null))
  const known = groups.get(key)
  if (known) return known
  const group: Group['group'] = {}
  for (const dimension of groupBy) {
    const value = execution[dimension]
    if (value !== undefined) group[dimension] = value
  }
  const made = { group, buckets: new Map() }
  groups.set(key, made)
  return made
}

function bucketLength({ query, interval }: Pick<Asked, 'query' | 'interval'>): number {
  return (
    (query.granularity === undefined ? undefined : millisecondsOf(query.granularity)) ?? interval.durationMs
  )
}

/** The bucket of an instant. The first and the last one reach no further than the interval does. */
function bucketing({ query, interval, settings }: Asked) {
  const [from, until] = [interval.start.getTime(), interval.end.getTime()]
  const length = bucketLength({ query, interval })
  const byTheClock = settings.bucketAlignment === 'clock' && query.granularity !== undefined
  const origin = byTheClock ? 0 : from
  const known = new Map<number, { start: number; text: string }>()
  return (time: number) => {
    const whole = origin + Math.floor((time - origin) / length) * length
    const found = known.get(whole)
    if (found) return found
    const start = Math.max(whole, from)
    const end = Math.min(whole + length, until)
    const made = { start, text: `${new Date(start).toISOString()}/${new Date(end).toISOString()}` }
    known.set(whole, made)
    return made
  }
}

function tally(): Tally {
  return { count: 0, sum: 0, min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY }
}

function add(to: Tally, { durationMs, count }: { durationMs: number; count: number }): void {
  to.count += count
  to.sum += durationMs * count
  to.min = Math.min(to.min, durationMs)
  to.max = Math.max(to.max, durationMs)
}

function container(found: Group, views: readonly { name: string }[]): Models.ActionAggregateDataContainer {
  const buckets = [...found.buckets].sort(([a], [b]) => a - b).map(([, bucket]) => bucket)
  return { group: found.group, data: buckets.map(bucket => response(bucket, views)) }
}

function response(
  { interval, total, views: tallies }: Bucket,
  views: readonly { name: string }[]
): Models.StatisticalResponse {
  const metrics: Models.AggregateMetricData[] = [{ metric: METRIC, stats: summary(total) }]
  if (views.length === 0) return { interval, metrics }
  const seen: Models.AggregateViewData[] = views.map(({ name }, i) => ({
    name,
    stats: summary(tallies[i] ?? tally())
  }))
  return { interval, metrics, views: seen }
}

/** Without executions there is neither a shortest nor a longest. */
function summary({ count, sum, min, max }: Tally): Models.StatisticalSummary {
  return count > 0 ? { count, max, min, sum } : { count }
}
