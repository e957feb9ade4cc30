import { TOLERANCE } from '../../budget/decimal.ts'
import { noData, type Observation, unreadable } from '../../budget/reading.ts'
import { HttpFailure } from '../../http/failure.ts'
import { bodyOf } from '../../http/json.ts'
import type { HttpResponse } from '../../http/message.ts'
import { field } from '../../text/field.ts'
import { excerpt, shown } from '../../text/show.ts'
import { SECOND } from '../../time/duration.ts'
import type { Probe, Source, SourceContext } from '../source.ts'

/** `source: { type: datadog, sloId }` */
export interface DatadogSpec {
  readonly type: 'datadog'
  readonly sloId: string
}

export interface DatadogConnection {
  readonly apiUrl: string
  readonly apiKey: string
  readonly appKey: string
}

/** The history of SLOs in Datadog: one request for each window. */
export class Datadog implements Source<DatadogSpec> {
  readonly #connection: DatadogConnection
  readonly #context: SourceContext

  constructor(connection: DatadogConnection, context: SourceContext) {
    this.#connection = connection
    this.#context = context
  }

  read(probes: readonly Probe<DatadogSpec>[]): Promise<readonly Observation[]> {
    return Promise.all(probes.map(probe => this.#readOne(probe)))
  }

  async #readOne({ spec, slo, window: { start, end } }: Probe<DatadogSpec>): Promise<Observation> {
    const { apiUrl, apiKey, appKey } = this.#connection
    // A span of less than a second is asked for as one.
    const to = Math.max(secondsOf(end), secondsOf(start) + 1)
    const asked = new URLSearchParams({ from_ts: String(secondsOf(start)), to_ts: String(to) })
    if (slo.target !== null) asked.set('target', String(slo.target))
    try {
      const response = await this.#context.http.send({
        method: 'GET',
        url: `${apiUrl}/api/v1/slo/${encodeURIComponent(spec.sloId)}/history?${asked}`,
        headers: { 'dd-api-key': apiKey, 'dd-application-key': appKey, accept: 'application/json' }
      })
      const observation = historyIn(response)
      const isUncounted = observation.kind === 'error-ratio' && slo.minimumEvents > 0
      const note = isUncounted ? { note: NO_COUNTS } : {}
      return { ...observation, from: { requests: [response.request], start, end, ...note } }
    } catch (error) {
      if (error instanceof HttpFailure) return unreadable(`Datadog could not be reached: ${error.message}`)
      throw error
    }
  }
}

const NO_COUNTS = 'this kind of SLO has no counts, so minimumEvents cannot be checked'

const secondsOf = (instant: Date) => Math.floor(instant.getTime() / SECOND)

const HINTS: Readonly<Record<number, string>> = {
  400: 'check the sloId of the definition',
  401: 'check datadog-api-key and datadog-site',
  403: 'check datadog-api-key, datadog-app-key and datadog-site, and that the application key may read SLOs (slos_read)',
  404: 'check the sloId of the definition and datadog-site'
}

function historyIn(response: HttpResponse): Observation {
  const { status, givenUp, redact } = response
  const { body, problem } = bodyOf(response)
  const words = wordsIn(field(body, 'errors'))
  if (status !== 200 || words !== undefined) {
    const said = words ? ` "${excerpt(words, redact)}"` : problem ? `; ${problem}` : ''
    const rest = [HINTS[status], givenUp].filter(Boolean).map(part => `; ${part}`)
    return unreadable(`Datadog answered HTTP ${status}${said}${rest.join('')}`)
  }
  if (problem !== undefined) return unreadable(`Datadog: ${problem}`)
  const data = field(body, 'data')
  const overall = field(data, 'overall')
  return failureIn(overall, redact) ?? eventsIn(field(data, 'series')) ?? uptimeIn(overall)
}

/** The counts of an SLO that is made of two metrics. */
function eventsIn(series: unknown): Observation | undefined {
  if (series === undefined || series === null) return undefined
  const good = field(field(series, 'numerator'), 'sum')
  const total = field(field(series, 'denominator'), 'sum')
  if (typeof good === 'number' && typeof total === 'number') return { kind: 'events', good, total }
  return unreadable(`Datadog answered with ${shown(good)} good events of ${shown(total)}`)
}

/** Why there is no SLI. */
function failureIn(overall: unknown, redact: (text: string) => string): Observation | undefined {
  const errors = field(overall, 'errors')
  const words = wordsIn(errors)
  if (words === undefined) return undefined
  return isEmptyWindow(errors)
    ? noData('Datadog has no events in this window')
    : unreadable(`Datadog could not compute the SLI: "${excerpt(words, redact)}"`)
}

/** The share of the time, or of the groups, of every other SLO: 0 to 100, null without data. */
function uptimeIn(overall: unknown): Observation {
  const value = field(overall, 'sli_value')
  if (value === null) return noData('Datadog has no data in this window')
  if (typeof value !== 'number' || value < 0 || value > 100 * (1 + TOLERANCE)) {
    return unreadable(`Datadog answered with ${shown(value)} as sli_value, where 0 to 100 belongs`)
  }
  return { kind: 'error-ratio', errorRatio: Math.max(0, 100 - value) / 100 }
}

/** How a metric SLO says that it had no events. */
function isEmptyWindow(errors: unknown): boolean {
  return (
    Array.isArray(errors) &&
    errors.length > 0 &&
    errors.every(error => field(error, 'error_type') === 'ZERO_VALUED_DENOMINATOR')
  )
}

/** Its own words, from a list of texts or of errors; undefined where it has none. */
function wordsIn(errors: unknown): string | undefined {
  if (errors === undefined || errors === null || (Array.isArray(errors) && errors.length === 0))
    return undefined
  const first: unknown = Array.isArray(errors) ? errors[0] : errors
  const words = field(first, 'error_message') ?? first
  return typeof words === 'string' && words !== '' ? words : 'an error without words'
}
