import type { Slo } from '../../budget/slo.ts'
import { ownWindow } from '../../budget/window.ts'
import { HttpFailure } from '../../http/failure.ts'
import { jsonOf } from '../../http/json.ts'
import { knownValue } from '../../outcome.ts'
import { field } from '../../text/field.ts'
import { SECOND } from '../../time/duration.ts'
import { partialIn } from '../partial.ts'
import type { Histories, HistoryOptions, SloOfSource } from '../source.ts'
import { endsOf, stepOf } from '../steps.ts'
import type { PrometheusConnection } from './connection.ts'
import { promDuration } from './duration.ts'
import { type CountsSpec, countsOf, isPerSecond, type PrometheusSpec } from './promql.ts'
import { askPrometheus } from './request.ts'

type Options = HistoryOptions<PrometheusConnection>

/** The increase in each part of the windows, by range queries. Only queries of counts can tell. */
export async function readPrometheusHistory(
  slos: readonly SloOfSource<PrometheusSpec>[],
  options: Options
): Promise<Histories> {
  const histories = await Promise.all(
    slos.map(({ slo, spec }) => (isCounted(spec) ? historyOf(slo, spec, options) : new Map()))
  )
  return new Map(histories.flatMap(found => [...found]))
}

const isCounted = (spec: PrometheusSpec): spec is CountsSpec =>
  'total' in spec && ![countsOf(spec).query, spec.total].some(isPerSecond)

async function historyOf(slo: Slo, spec: CountsSpec, options: Options): Promise<Histories> {
  const window = ownWindow(slo, options.at)
  const step = stepOf(window)
  if (step === undefined) return new Map()
  const range = async (promql: string) => {
    const query = promql.replaceAll('$window', promDuration(step))
    const parameters = {
      query,
      start: String((window.start.getTime() + step) / SECOND),
      end: String(window.end.getTime() / SECOND),
      step: String(step / SECOND)
    }
    const response = await askPrometheus(options.context.http, options.connection, {
      endpoint: 'query_range',
      parameters,
      asked: query
    })
    return response.status === 200 ? seriesIn(knownValue(jsonOf(response))) : undefined
  }
  try {
    const { counted, query } = countsOf(spec)
    const [part, all] = await Promise.all([range(query), range(spec.total)])
    if (part === undefined || all === undefined) return new Map()
    const buckets = endsOf(window, step).map(end => {
      const [count, total] = [part.get(end) ?? 0, all.get(end) ?? 0]
      return { end: new Date(end), good: counted === 'good' ? count : Math.max(0, total - count), total }
    })
    return new Map([[slo.id, buckets]])
  } catch (error) {
    if (error instanceof HttpFailure) return new Map()
    throw error
  }
}

/** The values of the only series of a matrix, by their instants in milliseconds. */
function seriesIn(body: unknown): ReadonlyMap<number, number> | undefined {
  const result = field(field(body, 'data'), 'result')
  if (partialIn(body, text => text) !== undefined) return undefined
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
