import type { Bucket } from '../budget/burnDown.ts'
import type { Judgement } from '../budget/judge.ts'
import { ownWindow } from '../budget/window.ts'
import type { HttpClient } from '../http/client.ts'
import { HttpFailure } from '../http/failure.ts'
import { jsonOf, NotJson } from '../http/json.ts'
import { field } from '../text/field.ts'
import { HOUR, SECOND } from '../time/duration.ts'
import { GenesysError } from './genesys/answer.ts'
import type { Genesys } from './genesys/connection.ts'
import { countOf, Rows } from './genesys-data-actions/counts.ts'
import {
  batchesOf,
  byInterval,
  type DataActionProbe,
  type Interval,
  lengthOf
} from './genesys-data-actions/plan.ts'
import { type GenesysDataActionsSpec, scopeOf } from './genesys-data-actions/query.ts'
import { areBucketsOf, askExecutions } from './genesys-data-actions/request.ts'
import { promDuration } from './prometheus/promql.ts'
import { promRequest } from './prometheus/source.ts'
import type { Connections, SloDefinition } from './sloDefinition.ts'

/** The window of each SLO in parts, by its id. An SLO whose source cannot tell is not there. */
export type Histories = ReadonlyMap<string, readonly Bucket[]>

interface Reading {
  readonly connections: Connections
  readonly genesys: Genesys | undefined
  readonly http: HttpClient
  /** The instant of the run. */
  readonly at: Date
}

const STEPS = [1, 2, 3, 6, 12, 24, 48, 72, 168].map(hours => hours * HOUR)
const MOST_STEPS = 45
/** A chart is worth less than a number. */
const MAX_BYTES = 16 * 1024 * 1024

/** How long the parts of a window are: few enough to be drawn, and a window has a whole number of them. */
function stepOf(interval: Interval): number | undefined {
  const length = lengthOf(interval)
  return STEPS.find(step => length % step === 0 && length / step <= MOST_STEPS && length > step)
}

/**
 * Reads how the budgets of SLOs came to be what they are, for the charts. Nothing depends on it: what
 * cannot be read is not drawn.
 */
export async function readHistories(slos: readonly SloDefinition[], reading: Reading): Promise<Histories> {
  const plain = slos.filter(({ businessHours }) => businessHours === undefined)
  const found = await Promise.all([
    ...plain.map(slo => prometheusHistory(slo, reading)),
    dataActionHistories(plain, reading)
  ])
  return new Map(found.flat())
}

/** PromQL extrapolates, a little differently for every window. */
const NEARLY = 0.02

/** Only those that add up to what was measured: anything else would be a line that was invented. */
export function addingUp(histories: Histories, judgements: readonly Judgement[]): Histories {
  const measured = new Map(judgements.map(({ slo, reading }) => [slo.id, reading]))
  return new Map(
    [...histories].filter(([id, buckets]) => {
      const reading = measured.get(id)
      const events = reading?.kind === 'rate' ? reading.events : null
      if (events === null) return false
      const sum = (of: (bucket: Bucket) => number) => buckets.reduce((all, bucket) => all + of(bucket), 0)
      const isNear = (one: number, other: number) => Math.abs(one - other) <= NEARLY * Math.max(one, other)
      const bad = ({ good, total }: { good: number; total: number }) => Math.max(0, total - good)
      return (
        isNear(
          sum(({ total }) => total),
          events.total
        ) && isNear(sum(bad), bad(events))
      )
    })
  )
}

type Found = readonly (readonly [string, readonly Bucket[]])[]

async function dataActionHistories(slos: readonly SloDefinition[], { genesys, at }: Reading): Promise<Found> {
  if (genesys === undefined) return []
  const probes = slos.flatMap(slo =>
    slo.source.type === 'genesys-data-actions' ? { slo, spec: slo.source, window: ownWindow(slo, at) } : []
  )
  const found = await Promise.all(
    byInterval(probes).flatMap(({ interval, probes: same }) => {
      const step = stepOf(interval)
      return step === undefined
        ? []
        : batchesOf(same).map(batch => batchHistory(batch, { genesys, interval, step }))
    })
  )
  return found.flat()
}

async function batchHistory(
  batch: readonly DataActionProbe[],
  {
    genesys,
    interval,
    step
  }: { readonly genesys: Genesys; readonly interval: Interval; readonly step: number }
): Promise<Found> {
  const scope = scopeOf(batch.map(({ spec }) => spec))
  try {
    const { rows } = await askExecutions(genesys, {
      interval,
      scope,
      granularityMs: step,
      maxBytes: MAX_BYTES
    })
    if (!areBucketsOf(interval, step, rows)) return []
    const byEnd = new Map(
      endsOf(interval, step).map(end => [end, new Rows(rows.filter(row => row.end === end))])
    )
    return batch.flatMap(({ slo, spec }) => {
      const buckets = bucketsOf(byEnd, spec)
      return buckets === undefined ? [] : [[slo.id, buckets] as const]
    })
  } catch (error) {
    if (error instanceof GenesysError) return []
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

function endsOf({ start, end }: Interval, step: number): readonly number[] {
  return Array.from(
    { length: lengthOf({ start, end }) / step },
    (_, index) => start.getTime() + (index + 1) * step
  )
}

async function prometheusHistory(slo: SloDefinition, { connections, http, at }: Reading): Promise<Found> {
  const { source } = slo
  const window = ownWindow(slo, at)
  const step = stepOf(window)
  if (source.type !== 'prometheus' || !('good' in source) || step === undefined) return []
  const { prometheus } = connections
  if (prometheus === undefined) return []
  const range = async (promql: string) => {
    const query = promql.replaceAll('$window', promDuration(step))
    const parameters = {
      query,
      start: String((window.start.getTime() + step) / SECOND),
      end: String(window.end.getTime() / SECOND),
      step: String(step / SECOND)
    }
    const response = await http.send(
      promRequest(prometheus, { endpoint: 'query_range', parameters, asked: query })
    )
    return response.status === 200 ? seriesIn(jsonOf(response)) : undefined
  }
  try {
    const [good, total] = await Promise.all([range(source.good), range(source.total)])
    if (good === undefined || total === undefined) return []
    const buckets = endsOf(window, step).map(end => ({
      end: new Date(end),
      good: good.get(end) ?? 0,
      total: total.get(end) ?? 0
    }))
    return [[slo.id, buckets]]
  } catch (error) {
    if (error instanceof HttpFailure || error instanceof NotJson) return []
    throw error
  }
}

/** The values of the only series of a matrix, by their instants in milliseconds. */
function seriesIn(body: unknown): ReadonlyMap<number, number> | undefined {
  const result = field(field(body, 'data'), 'result')
  if (!Array.isArray(result) || result.length > 1) return undefined
  const values = field(result[0], 'values')
  const series = new Map<number, number>()
  for (const pair of Array.isArray(values) ? values : []) {
    const [time, value] = Array.isArray(pair) ? [Number(pair[0]), Number(pair[1])] : []
    if (time === undefined || value === undefined || !(value >= 0 && Number.isFinite(value))) return undefined
    series.set(Math.round(time * SECOND), value)
  }
  return series
}
