import type { Bucket } from '../budget/burnDown.ts'
import { HOUR, SECOND } from '../budget/duration.ts'
import type { Judgement } from '../budget/judge.ts'
import { ownWindow, type Window } from '../budget/window.ts'
import type { HttpClient } from '../http/client.ts'
import { HttpFailure } from '../http/failure.ts'
import { field, jsonOf, NotJson } from '../http/json.ts'
import { countOf, Rows, rowsIn } from './dataActionCounts.ts'
import { batchesOf } from './dataActionPlan.ts'
import { type GenesysDataActionsSpec, queryBody, scopeOf } from './dataActionQuery.ts'
import { GenesysError } from './genesysAnswer.ts'
import type { Genesys } from './genesysConnection.ts'
import { promDuration } from './prometheusQuery.ts'
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

/** How long the parts of a window are: few enough to be drawn, and a window has a whole number of them. */
export function stepOf({ duration }: Window): number | undefined {
  return STEPS.find(
    step => duration.ms % step === 0 && duration.ms / step <= MOST_STEPS && duration.ms > step
  )
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
  const lengths = new Map(
    probes.map(({ window }) => [`${window.start.getTime()} ${window.end.getTime()}`, window])
  )
  const found = await Promise.all(
    [...lengths.values()].flatMap(window => {
      const step = stepOf(window)
      const same = probes.filter(
        probe =>
          probe.window.start.getTime() === window.start.getTime() &&
          probe.window.end.getTime() === window.end.getTime()
      )
      return step === undefined
        ? []
        : batchesOf(same).map(batch => batchHistory(batch, { genesys, window, step }))
    })
  )
  return found.flat()
}

async function batchHistory(
  batch: ReturnType<typeof batchesOf>[number],
  { genesys, window, step }: { readonly genesys: Genesys; readonly window: Window; readonly step: number }
): Promise<Found> {
  const body = queryBody(scopeOf(batch.map(({ spec }) => spec)), window, step)
  try {
    const path = '/api/v2/analytics/actions/aggregates/query'
    const query = JSON.stringify(body)
    const answer = await genesys.ask({
      method: 'POST',
      path,
      body,
      query,
      isRead: true,
      maxBytes: 16 * 1024 ** 2
    })
    const rows = rowsIn(answer)
    if (!rows.every(({ start, end }) => end - start === step && (window.end.getTime() - end) % step === 0))
      return []
    const byEnd = new Map(
      endsOf(window, step).map(end => [end, new Rows(rows.filter(row => row.end === end))])
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

function endsOf({ start, end }: Window, step: number): readonly number[] {
  const count = (end.getTime() - start.getTime()) / step
  return Array.from({ length: count }, (_, index) => start.getTime() + (index + 1) * step)
}

async function prometheusHistory(slo: SloDefinition, { connections, http, at }: Reading): Promise<Found> {
  const { source } = slo
  const window = ownWindow(slo, at)
  const step = stepOf(window)
  if (source.type !== 'prometheus' || !('good' in source) || step === undefined) return []
  const { url, token } = connections.prometheus ?? { url: undefined, token: undefined }
  if (url === undefined) return []
  const range = async (promql: string) => {
    const query = promql.replaceAll('$window', promDuration(step))
    const response = await http.send({
      ...{ method: 'POST', url: `${url}/api/v1/query_range`, isRead: true, query },
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` })
      },
      body: new URLSearchParams({
        query,
        start: String((window.start.getTime() + step) / SECOND),
        end: String(window.end.getTime() / SECOND),
        step: String(step / SECOND)
      }).toString()
    })
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
