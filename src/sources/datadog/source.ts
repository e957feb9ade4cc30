import { noData, type Observation, unreadable } from '../../budget/reading.ts'
import { HttpFailure } from '../../http/failure.ts'
import { jsonOf } from '../../http/json.ts'
import type { HttpResponse } from '../../http/message.ts'
import { describeRefusal } from '../../http/refusal.ts'
import { knownValue, reasonOf } from '../../outcome.ts'
import { field } from '../../text/field.ts'
import { excerpt, shown } from '../../text/show.ts'
import { SECOND } from '../../time/duration.ts'
import { isNear } from '../otherTime.ts'
import { isSaid, partialIn, wordsIn } from '../partial.ts'
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
    // The API takes whole seconds, so a shorter span becomes one second.
    const to = Math.max(secondsOf(end), secondsOf(start) + 1)
    const asked = { from_ts: secondsOf(start), to_ts: to }
    const query = new URLSearchParams({ from_ts: String(asked.from_ts), to_ts: String(asked.to_ts) })
    if (slo.target !== null) query.set('target', String(slo.target))
    try {
      const response = await this.#context.http.send({
        method: 'GET',
        url: `${apiUrl}/api/v1/slo/${encodeURIComponent(spec.sloId)}/history?${query}`,
        headers: { 'dd-api-key': apiKey, 'dd-application-key': appKey, accept: 'application/json' }
      })
      const observation = historyIn(response, asked)
      const isUncounted = observation.kind === 'error-ratio' && slo.minimumEvents > 0
      const note = isUncounted ? { note: NO_COUNTS } : {}
      return { ...observation, from: { requests: [response.request], start, end, ...note } }
    } catch (error) {
      if (error instanceof HttpFailure) return unreadable(`Datadog could not be reached: ${error.message}`)
      throw error
    }
  }
}

const NO_COUNTS = 'this type of SLO has no counts, so minimumEvents cannot be checked'

const secondsOf = (instant: Date) => Math.floor(instant.getTime() / SECOND)

const HINTS: Readonly<Record<number, string>> = {
  400: 'check the sloId of the definition',
  401: 'check datadog-api-key and datadog-site',
  403: 'check datadog-api-key, datadog-app-key and datadog-site, and that the application key may read SLOs (slos_read)',
  404: 'check the sloId of the definition and datadog-site'
}

/** Seconds since the epoch. */
interface Asked {
  readonly from_ts: number
  readonly to_ts: number
}

function historyIn(response: HttpResponse, asked: Asked): Observation {
  const { status, givenUp, redact } = response
  const json = jsonOf(response)
  const body = knownValue(json)
  const errors = field(body, 'errors')
  if (status !== 200 || isSaid(errors)) {
    const words = quoted(errors, redact)
    const hint = [words ? undefined : reasonOf(json), HINTS[status]].filter(Boolean).join('; ')
    return unreadable(describeRefusal({ who: 'Datadog', status, words, hint, givenUp }))
  }
  if (json.kind === 'unreadable') return unreadable(`Datadog: ${json.reason}`)
  const data = field(body, 'data')
  const overall = field(data, 'overall')
  const partial = partialIn(body, redact) ?? partialIn(data, redact)
  if (partial) return unreadable(`Datadog says that ${partial}`)
  return (
    otherTimeIn([data, overall], asked) ??
    failureIn(overall, redact) ??
    eventsIn(field(data, 'series'), redact) ??
    uptimeIn(overall)
  )
}

/** The text of an error; undefined when there is no error. */
function quoted(errors: unknown, redact: (text: string) => string): string | undefined {
  return isSaid(errors) ? excerpt(wordsIn(errors) ?? 'an error without words', redact) : undefined
}

/** Unreadable when the answer is about another time than the question. */
function otherTimeIn(parts: readonly unknown[], asked: Asked): Observation | undefined {
  for (const part of parts) {
    for (const name of ['from_ts', 'to_ts'] as const) {
      const value = field(part, name)
      if (value === undefined || value === null) continue
      if (typeof value === 'number' && isNear(asked[name] * SECOND, value * SECOND)) continue
      return unreadable(`Datadog answered about another time: ${shown(value)} as ${name}, not ${asked[name]}`)
    }
  }
  return undefined
}

/** The counts of an SLO that divides one metric by another. */
function eventsIn(series: unknown, redact: (text: string) => string): Observation | undefined {
  if (series === undefined || series === null) return undefined
  // Empty, or an error in the query.
  const message = field(series, 'message')
  if (isSaid(message)) return unreadable(`Datadog says about its counts: "${quoted(message, redact)}"`)
  const good = field(field(series, 'numerator'), 'sum')
  const total = field(field(series, 'denominator'), 'sum')
  if (typeof good === 'number' && typeof total === 'number') return { kind: 'events', good, total }
  return unreadable(`Datadog answered with ${shown(good)} good events of ${shown(total)}`)
}

/** Why there is no SLI. */
function failureIn(overall: unknown, redact: (text: string) => string): Observation | undefined {
  const errors = field(overall, 'errors')
  if (!isSaid(errors)) return undefined
  return isEmptyWindow(errors)
    ? noData('Datadog has no events in this window')
    : unreadable(`Datadog could not compute the SLI: "${quoted(errors, redact)}"`)
}

/** A small excess over 100 is passed on and later treated as 100. */
const MOST_PERCENT = 100.2

/** The SLI of all other types of SLO, a percentage of time or groups; null without data. */
function uptimeIn(overall: unknown): Observation {
  const value = field(overall, 'sli_value')
  if (value === null) return noData('Datadog has no data in this window')
  if (typeof value !== 'number' || value < 0 || value > MOST_PERCENT) {
    return unreadable(
      `Datadog answered with ${shown(value)} as sli_value, but expected a number from 0 to 100`
    )
  }
  return { kind: 'error-ratio', errorRatio: (100 - value) / 100 }
}

/** Whether these are the errors of a metric SLO without events. */
function isEmptyWindow(errors: unknown): boolean {
  return (
    Array.isArray(errors) &&
    errors.length > 0 &&
    errors.every(error => field(error, 'error_type') === 'ZERO_VALUED_DENOMINATOR')
  )
}
