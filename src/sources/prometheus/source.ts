import { noData, type Observation, type Provenance, unreadable } from '../../budget/reading.ts'
import type { Window } from '../../budget/window.ts'
import { HttpFailure } from '../../http/failure.ts'
import { bodyOf } from '../../http/json.ts'
import type { HttpResponse } from '../../http/message.ts'
import { describeRefusal } from '../../http/refusal.ts'
import { field } from '../../text/field.ts'
import { excerpt, shown } from '../../text/show.ts'
import { SECOND } from '../../time/duration.ts'
import { isNear } from '../otherTime.ts'
import { partialIn } from '../partial.ts'
import type { Probe, Source, SourceContext } from '../source.ts'
import { eventsFrom, type Value } from './events.ts'
import { isPerSecond, type PrometheusSpec, promDuration, promQlOf } from './promql.ts'
import { type PrometheusConnection, promRequest } from './request.ts'

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
    const ask = (query: string) => this.#query({ query, at: window.end })
    if ('errorRatio' in promQl) {
      const { errorRatio, hint, note } = promQl
      const ratio = await ask(errorRatio)
      const from = fromOf([ratio], window)
      if (ratio.kind === 'value')
        return { kind: 'error-ratio', errorRatio: ratio.value, from: { ...from, ...(note && { note }) } }
      const missing = missingFrom(ratio, { query: errorRatio, window, hint })
      const reason = missing && hint ? `${ratio.reason}; ${hint}` : ratio.reason
      return { kind: ratio.kind, reason, from: { ...from, ...missing } }
    }
    const { counted } = promQl
    const [part, total] = await Promise.all([ask(promQl.query), ask(promQl.total)])
    const kind = [promQl.query, promQl.total].some(isPerSecond) ? 'per-second' : 'events'
    const { note, ...observation } = eventsFrom({ counted, part, total, kind })
    const missing = missingFrom(total, { query: promQl.total, window })
    return { ...observation, from: { ...fromOf([part, total], window), ...(note && { note }), ...missing } }
  }

  async #query(asked: Asked): Promise<Sample> {
    const { query, at } = asked
    try {
      const response = await this.#context.http.send(
        promRequest(this.#connection, {
          endpoint: 'query',
          parameters: { query, time: String(at.getTime() / SECOND) },
          asked: `${query} at ${at.toISOString()}`
        })
      )
      return { ...sampleIn(response, asked), request: response.request }
    } catch (error) {
      if (error instanceof HttpFailure) return unreadable(`Prometheus could not be reached: ${error.message}`)
      throw error
    }
  }
}

function fromOf(samples: readonly Sample[], { start, end }: Window): Provenance {
  return { requests: samples.flatMap(({ request }) => request ?? []), start, end }
}

interface Missing {
  readonly query: string
  readonly window: Window
  /** Set where the query is ours. */
  readonly hint?: string | undefined
}

/** No series at all is not the same as no events: the query may be about something that does not exist. */
function missingFrom(sample: Sample, { query, window, hint }: Missing): Partial<Provenance> | undefined {
  if (sample.kind !== 'no-data' || !sample.isEmpty) return undefined
  const noSeries = `${query}, where $window became ${promDuration(window.duration.ms)}`
  return hint === undefined
    ? { noSeries, note: `there is no series for the query ${noSeries}` }
    : { noSeries: `${query}; ${hint}`, note: hint }
}

/** A query at an instant. */
interface Asked {
  readonly query: string
  readonly at: Date
}

function sampleIn(response: HttpResponse, { query, at }: Asked): Value {
  const of = `to the query ${query}`
  const { body, problem } = bodyOf(response)
  const { status, redact, givenUp } = response
  if (status !== 200 || field(body, 'status') !== 'success') {
    const said = field(body, 'error')
    const words = typeof said === 'string' ? excerpt(said, redact) : undefined
    const hint = [words ? undefined : problem, HINTS[status]].filter(Boolean).join('; ')
    return unreadable(
      describeRefusal({ who: 'Prometheus', status, words, correlation: ` ${of}`, hint, givenUp })
    )
  }
  const partial = partialIn(body, redact)
  if (partial) return unreadable(`Prometheus says that ${partial} ${of}; check its stores and its replicas`)
  return vectorSample(field(body, 'data'), { of, at })
}

const HINTS: Readonly<Record<number, string>> = {
  400: 'check the PromQL of the definition',
  401: 'check prometheus-token',
  403: 'check what prometheus-token may do',
  404: 'check prometheus-url: it is the address without /api/v1',
  422: 'check the PromQL of the definition'
}

/** What was asked, for messages, and the instant that it was asked about. */
interface About {
  readonly of: string
  readonly at: Date
}

/** A vector with one sample, or a scalar; an empty vector, NaN and Inf are no data. */
function vectorSample(data: unknown, about: About): Value {
  const { of } = about
  const type = field(data, 'resultType')
  const result = field(data, 'result')
  if (type === 'scalar') return valueSample(result, about)
  if (type !== 'vector' || !Array.isArray(result))
    return unreadable(`Prometheus gave no vector as the answer ${of}`)
  if (result.length === 0) return { ...noData(`Prometheus has no series as the answer ${of}`), isEmpty: true }
  if (result.length > 1) {
    return unreadable(
      `Prometheus has ${result.length} series as the answer ${of}; ${isRule(of) ? 'name the SLO so that there is one' : 'wrap it in sum(...) so that there is one'}`
    )
  }
  return valueSample(field(result[0], 'value'), about)
}

/** Sums of recorded ratios would be no ratios. */
const isRule = (query: string) => /slo:sli_error:ratio_rate|pyrra_|:burnrate/.test(query)

/** Reads `[1700000000, "0.25"]`. The instant of a sample is the one that was asked about. */
function valueSample(pair: unknown, { of, at }: About): Value {
  const [time, text]: readonly unknown[] = Array.isArray(pair) && pair.length === 2 ? pair : []
  if (typeof text !== 'string') return unreadable(`Prometheus gave no value as the answer ${of}`)
  const isNumber = /^(NaN|[+-]?Inf|-?\d+(\.\d+)?(e[+-]?\d+)?)$/i.test(text)
  if (!isNumber) return unreadable(`Prometheus gave ${shown(text)} as the answer ${of}`)
  if (typeof time !== 'number' || !isNear(at.getTime(), time * SECOND)) {
    return unreadable(`Prometheus gave a value of another time than ${at.toISOString()} as the answer ${of}`)
  }
  if (Number.isNaN(Number(text))) return noData(`Prometheus gave ${text} as the answer ${of}`)
  return { kind: 'value', value: Number(text) }
}
