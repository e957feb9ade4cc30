import { type Absence, noData, type Observation, type Provenance, unreadable } from '../../budget/reading.ts'
import type { Window } from '../../budget/window.ts'
import { HttpFailure } from '../../http/failure.ts'
import { bodyOf } from '../../http/json.ts'
import type { HttpResponse } from '../../http/message.ts'
import { field } from '../../text/field.ts'
import { excerpt } from '../../text/show.ts'
import { SECOND } from '../../time/duration.ts'
import type { Probe, Source, SourceContext } from '../source.ts'
import { type PrometheusSpec, promQlOf } from './promql.ts'
import { type PrometheusConnection, promRequest } from './request.ts'

/** The value of an instant query, or why there is none. */
type Value = { readonly kind: 'value'; readonly value: number } | (Absence & { readonly isEmpty?: true })

/** With the number of its request in the report. */
type Sample = Value & { readonly request?: number }

/** Any server with Prometheus' HTTP API. Queries are evaluated at the end of the window. */
export class Prometheus implements Source<PrometheusSpec> {
  readonly #connection: PrometheusConnection
  readonly #context: SourceContext

  constructor(connection: PrometheusConnection, context: SourceContext) {
    this.#connection = connection
    this.#context = context
  }

  read(probes: readonly Probe<PrometheusSpec>[]): Promise<readonly Observation[]> {
    return Promise.all(probes.map(probe => this.#readOne(probe)))
  }

  async #readOne({ spec, slo, window }: Probe<PrometheusSpec>): Promise<Observation> {
    const promQl = promQlOf(spec, slo, window)
    if ('errorRatio' in promQl) {
      const { errorRatio, hint, note } = promQl
      const ratio = await this.#query(errorRatio, window)
      const missing = ratio.kind === 'no-data' && ratio.isEmpty ? hint : undefined
      const from = fromOf([ratio], window, missing ?? note)
      if (ratio.kind === 'value') return { kind: 'error-ratio', errorRatio: ratio.value, from }
      return { kind: ratio.kind, reason: missing ? `${ratio.reason}; ${missing}` : ratio.reason, from }
    }
    const [good, total] = await Promise.all([
      this.#query(promQl.good, window),
      this.#query(promQl.total, window)
    ])
    return { ...eventsFrom(good, total), from: fromOf([good, total], window) }
  }

  async #query(query: string, window: Window): Promise<Sample> {
    try {
      const response = await this.#context.http.send(
        promRequest(this.#connection, {
          endpoint: 'query',
          parameters: { query, time: String(window.end.getTime() / SECOND) },
          asked: `${query} at ${window.end.toISOString()}`
        })
      )
      return { ...sampleIn(response, query), request: response.request }
    } catch (error) {
      if (error instanceof HttpFailure) return unreadable(`Prometheus could not be reached: ${error.message}`)
      throw error
    }
  }
}

function fromOf(samples: readonly Sample[], { start, end }: Window, note?: string): Provenance {
  const requests = samples.flatMap(({ request }) => request ?? [])
  return { requests, start, end, ...(note === undefined ? {} : { note }) }
}

/**
 * PromQL's sum over no series is no series. Where there were events and no series of good ones, all
 * of them failed: that is an outage, not a lack of data.
 */
function eventsFrom(good: Value, total: Value): Observation {
  const [goodCount, totalCount] = [good, total].map(sample =>
    sample.kind === 'value' ? sample.value : sample.isEmpty ? 0 : undefined
  )
  if (totalCount === undefined || (totalCount === 0 && goodCount === 0)) {
    return total.kind === 'value' ? noData('there were no events') : total
  }
  if (goodCount === undefined) return good as Absence
  return { kind: 'events', good: goodCount, total: totalCount }
}

function sampleIn(response: HttpResponse, query: string): Value {
  const of = `to the query ${query}`
  const { body, problem } = bodyOf(response)
  if (response.status !== 200 || field(body, 'status') !== 'success') {
    const said = field(body, 'error')
    const words =
      typeof said === 'string' ? ` "${excerpt(said, response.redact)}"` : problem ? `; ${problem}` : ''
    const hint = HINTS[response.status] ? `; ${HINTS[response.status]}` : ''
    const givenUp = response.givenUp === undefined ? '' : `; ${response.givenUp}`
    return unreadable(`Prometheus answered HTTP ${response.status}${words} ${of}${hint}${givenUp}`)
  }
  return vectorSample(field(body, 'data'), of)
}

const HINTS: Readonly<Record<number, string>> = {
  400: 'check the PromQL of the definition',
  401: 'check prometheus-token',
  403: 'check what prometheus-token may do',
  404: 'check prometheus-url: it is the address without /api/v1',
  422: 'check the PromQL of the definition'
}

/** A vector with one sample, or a scalar; an empty vector, NaN and Inf are no data. */
function vectorSample(data: unknown, of: string): Value {
  const type = field(data, 'resultType')
  const result = field(data, 'result')
  if (type === 'scalar') return valueSample(result, of)
  if (type !== 'vector' || !Array.isArray(result))
    return unreadable(`Prometheus gave no vector as the answer ${of}`)
  if (result.length === 0) return { ...noData(`Prometheus has no series as the answer ${of}`), isEmpty: true }
  if (result.length > 1) {
    return unreadable(
      `Prometheus has ${result.length} series as the answer ${of}; ${isRule(of) ? 'name the SLO so that there is one' : 'wrap it in sum(...) so that there is one'}`
    )
  }
  return valueSample(field(result[0], 'value'), of)
}

/** Sums of recorded ratios would be no ratios. */
const isRule = (query: string) => /slo:sli_error:ratio_rate|pyrra_|:burnrate/.test(query)

/** Reads `[1700000000, "0.25"]`. */
function valueSample(pair: unknown, of: string): Value {
  const text: unknown = Array.isArray(pair) && pair.length === 2 ? pair[1] : undefined
  if (typeof text !== 'string') return unreadable(`Prometheus gave no value as the answer ${of}`)
  if (/^(NaN|[+-]?Inf)$/.test(text)) return noData(`Prometheus gave ${text} as the answer ${of}`)
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text))
    return unreadable(`Prometheus gave ${excerpt(text)} as the answer ${of}`)
  return { kind: 'value', value: Number(text) }
}
