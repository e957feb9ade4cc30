import type { Bucket } from '../../budget/burnDown.ts'
import { ownWindow } from '../../budget/window.ts'
import type { Interval } from '../../time/interval.ts'
import { GenesysError } from '../genesys/answer.ts'
import type { Genesys } from '../genesys/connection.ts'
import type { Histories, SloOfSource } from '../source.ts'
import { endsOf, stepOf } from '../steps.ts'
import { countOf, Rows } from './counts.ts'
import { batchesOf, byInterval, type DataActionProbe } from './plan.ts'
import { scopeOf } from './query.ts'
import { areBucketsOf, askExecutions } from './request.ts'
import type { GenesysDataActionsSpec } from './spec.ts'

export type SloOfDataActions = SloOfSource<GenesysDataActionsSpec>

/** Less than for a measurement, because only a chart depends on it. */
const MAX_BYTES = 16 * 1024 * 1024

/** The executions of each part of the windows: one query for each length of a window. */
export async function readDataActionHistory(
  slos: readonly SloOfDataActions[],
  { genesys, at }: { readonly genesys: Genesys; readonly at: Date }
): Promise<Histories> {
  const probes = slos.map(({ slo, spec }) => ({ slo, spec, window: ownWindow(slo, at) }))
  const histories = byInterval(probes).flatMap(({ interval, probes: same }) => {
    const step = stepOf(interval)
    if (step === undefined) return []
    return batchesOf(same).map(batch => batchHistory(batch, { genesys, interval, step }))
  })
  return new Map((await Promise.all(histories)).flatMap(found => [...found]))
}

interface BatchOptions {
  readonly genesys: Genesys
  readonly interval: Interval
  /** In milliseconds. */
  readonly step: number
}

async function batchHistory(
  batch: readonly DataActionProbe[],
  { genesys, interval, step }: BatchOptions
): Promise<Histories> {
  const scope = scopeOf(batch.map(({ spec }) => spec))
  try {
    const question = { interval, scope, granularityMs: step, maxBytes: MAX_BYTES }
    const { rows } = await askExecutions(genesys, question)
    if (!areBucketsOf(interval, step, rows)) return new Map()
    const byEnd = new Map(
      endsOf(interval, step).map(end => [end, new Rows(rows.filter(row => row.end === end))])
    )
    return new Map(
      batch.flatMap(({ slo, spec }) => {
        const buckets = bucketsOf(byEnd, spec)
        return buckets === undefined ? [] : [[slo.id, buckets] as const]
      })
    )
  } catch (error) {
    if (error instanceof GenesysError) return new Map()
    throw error
  }
}

function bucketsOf(
  byEnd: ReadonlyMap<number, Rows>,
  spec: GenesysDataActionsSpec
): readonly Bucket[] | undefined {
  const buckets: Bucket[] = []
  for (const [end, rows] of byEnd) {
    const counted = countOf(rows.of(spec), spec)
    if (typeof counted === 'string') return undefined
    buckets.push({ end: new Date(end), good: counted.good, total: counted.total })
  }
  return buckets
}
