import type { Bucket } from '../../budget/burnDown.ts'
import type { EventCounts } from '../../budget/burnRate.ts'
import type { Judgement } from '../../budget/judge.ts'
import type { Histories } from '../../sources/source.ts'

/** How many SLOs get a chart. An audit shows many more, because it is meant for exploring. */
const MAX_CHARTS = { enforce: 5, audit: 30 }

/**
 * The SLOs that deserve a chart, the worst first: those with a meaningful reading of this run. An audit draws
 * healthy SLOs as well.
 *
 * @param judgements the worst first
 */
export function worthDrawing(
  judgements: readonly Judgement[],
  { mode }: { readonly mode: 'enforce' | 'audit' }
): readonly Judgement[] {
  return judgements
    .filter(({ reading, verdict, asOf }) => {
      const isOfThisRun = reading.kind === 'rate' && asOf === undefined
      return isOfThisRun && verdict !== 'low-traffic' && (mode === 'audit' || verdict !== 'healthy')
    })
    .slice(0, MAX_CHARTS[mode])
}

/** Allowed difference, because PromQL's extrapolation differs slightly from window to window. */
const NEARLY = 0.02

/** Only the histories that add up to the measured events. Charts of others would be wrong. */
export function drawableHistories(histories: Histories, judgements: readonly Judgement[]): Histories {
  const readings = new Map(judgements.map(({ slo, reading }) => [slo.id, reading]))
  return new Map(
    [...histories].filter(([id, buckets]) => {
      const reading = readings.get(id)
      const events = reading?.kind === 'rate' ? reading.events : null
      return events !== null && addsUp(buckets, events)
    })
  )
}

function addsUp(buckets: readonly Bucket[], events: EventCounts): boolean {
  const sum = (of: (counts: EventCounts) => number) => buckets.reduce((all, bucket) => all + of(bucket), 0)
  const isNear = (one: number, other: number) => Math.abs(one - other) <= NEARLY * Math.max(one, other)
  const total = (counts: EventCounts) => counts.total
  const bad = (counts: EventCounts) => Math.max(0, counts.total - counts.good)
  return isNear(sum(total), total(events)) && isNear(sum(bad), bad(events))
}
