import { groupBy } from '../../budget/groupBy.ts'
import { DAY, MINUTE, WEEK } from '../../time/duration.ts'
import { type Interval, lengthOf } from '../../time/interval.ts'
import type { Probe } from '../source.ts'
import type { GenesysDataActionsSpec } from './spec.ts'

export type DataActionProbe = Probe<GenesysDataActionsSpec>

/** One query and the questions that it answers. */
export interface PlannedQuery {
  readonly interval: Interval
  /** The length of the buckets, which add up to every window of the probes; undefined without buckets. */
  readonly granularityMs: number | undefined
  readonly probes: readonly DataActionProbe[]
}

/** A query takes at most ten views. */
const MOST_VIEWS = 10
/** With more buckets than this in one query, or for all its SLOs together, separate queries cost less. */
const MOST_BUCKETS = 100
const MOST_BUCKETS_OF_ALL = 10_000

/** Groups probes so that the latency limits of each group fit into the views of one query. */
export function batchesOf(probes: readonly DataActionProbe[]): readonly (readonly DataActionProbe[])[] {
  const limits = [...new Set(probes.flatMap(({ spec }) => spec.slowerThanMs ?? []))]
  const batchOf = ({ spec: { slowerThanMs } }: DataActionProbe) =>
    slowerThanMs === undefined ? 0 : Math.floor(limits.indexOf(slowerThanMs) / MOST_VIEWS)
  return [...groupBy(probes, batchOf).values()]
}

/**
 * The queries that answer all probes: one for each length of an SLO's own window, and a few queries in buckets
 * for the shorter windows of the alerts. The number of queries does not depend on the number of SLOs.
 */
export function planOf(probes: readonly DataActionProbe[]): readonly PlannedQuery[] {
  const groups = byInterval(probes)
  const isOwn = ({ probes }: PlannedQuery) =>
    probes.some(({ slo, window }) => slo.window.ms === window.duration.ms)
  const shorter = groups.filter(group => !isOwn(group))
  return [...groups.filter(isOwn), ...tiersOf(shorter).flatMap(inBuckets)]
}

/** One query without buckets for each window. */
export function byInterval(probes: readonly DataActionProbe[]): readonly PlannedQuery[] {
  const keyOf = ({ window: { start, end } }: DataActionProbe) => `${start.getTime()} ${end.getTime()}`
  return [...groupBy(probes, keyOf).values()].map(probes => {
    const { start, end } = (probes[0] as DataActionProbe).window
    return { interval: { start, end }, granularityMs: undefined, probes }
  })
}

/** Groups windows that end together and divide into whole buckets of one reasonable length, shortest first. */
function tiersOf(queries: readonly PlannedQuery[]): readonly (readonly PlannedQuery[])[] {
  const tiers: PlannedQuery[][] = []
  for (const query of queries.toSorted((a, b) => lengthOf(a.interval) - lengthOf(b.interval))) {
    const tier = tiers.find(tier => fits([...tier, query]))
    if (tier) tier.push(query)
    else tiers.push([query])
  }
  return tiers
}

function fits(queries: readonly PlannedQuery[]): boolean {
  const measure = commonMeasure(queries)
  const buckets = Math.max(...queries.map(({ interval }) => lengthOf(interval))) / measure
  const slos = new Set(queries.flatMap(({ probes }) => probes.map(({ slo }) => slo.id))).size
  const ends = new Set(queries.map(({ interval }) => interval.end.getTime()))
  return (
    ends.size === 1 &&
    measure % MINUTE === 0 &&
    buckets <= MOST_BUCKETS &&
    buckets * slos <= MOST_BUCKETS_OF_ALL
  )
}

function inBuckets(tier: readonly PlannedQuery[]): readonly PlannedQuery[] {
  if (tier.length === 1) return tier
  const longest = tier.at(-1) as PlannedQuery
  return [
    {
      interval: longest.interval,
      granularityMs: commonMeasure(tier),
      probes: tier.flatMap(({ probes }) => probes)
    }
  ]
}

const commonMeasure = (queries: readonly PlannedQuery[]) =>
  queries.map(({ interval }) => lengthOf(interval)).reduce(greatestCommonDivisor)

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

/**
 * Splits an interval that was refused as too much: into weeks, then into days, the latest first. The counts
 * of the parts are added.
 *
 * @returns undefined for an interval that is already short enough
 */
export function slicesOf(interval: Interval): readonly Interval[] | undefined {
  const step = [WEEK, DAY].find(step => lengthOf(interval) > step)
  if (step === undefined) return undefined
  const slices: Interval[] = []
  for (let { end } = interval; end > interval.start; ) {
    const start = new Date(Math.max(interval.start.getTime(), end.getTime() - step))
    slices.push({ start, end })
    end = start
  }
  return slices
}
