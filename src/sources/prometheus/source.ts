import type { Observation, Provenance } from '../../budget/reading.ts'
import type { Window } from '../../budget/window.ts'
import type { Probe, Source, SourceContext } from '../source.ts'
import { type Asked, answersTo, type Sample, type Samples } from './answers.ts'
import type { PrometheusConnection } from './connection.ts'
import { promDuration } from './duration.ts'
import { eventsFrom } from './events.ts'
import { isPerSecond, type PrometheusSpec, type PromQl, promQlOf } from './promql.ts'

/** Any server with Prometheus' HTTP API. Queries are evaluated at the end of the window. */
export class Prometheus implements Source<PrometheusSpec> {
  readonly #connection: PrometheusConnection
  readonly #context: SourceContext

  constructor(connection: PrometheusConnection, context: SourceContext) {
    this.#connection = connection
    this.#context = context
  }

  async read(probes: readonly Probe<PrometheusSpec>[]): Promise<readonly Observation[]> {
    const questions = probes.map(({ spec, slo, window }): Question => {
      return { promQl: promQlOf(spec, slo, window), window }
    })
    const samples = await answersTo(questions.flatMap(askedBy), {
      connection: this.#connection,
      http: this.#context.http
    })
    return questions.map(question => observationOf(question, samples))
  }
}

/** What is asked about one window. */
interface Question {
  readonly promQl: PromQl
  readonly window: Window
}

function askedBy({ promQl, window: { end: at } }: Question): readonly Asked[] {
  if ('errorRatio' in promQl) return [{ query: promQl.errorRatio, at, rule: promQl.rule }]
  return [promQl.query, promQl.total].map(query => ({ query, at }))
}

function observationOf({ promQl, window }: Question, samples: Samples): Observation {
  const sampleOf = (query: string) => samples({ query, at: window.end })
  if ('errorRatio' in promQl) {
    const { errorRatio, hint, note } = promQl
    const ratio = sampleOf(errorRatio)
    const from = fromOf([ratio], window)
    if (ratio.kind === 'value')
      return { kind: 'error-ratio', errorRatio: ratio.value, from: { ...from, ...(note && { note }) } }
    const missing = missingFrom(ratio, { query: errorRatio, window, hint })
    const reason = missing && hint ? `${ratio.reason}; ${hint}` : ratio.reason
    return { kind: ratio.kind, reason, from: { ...from, ...missing } }
  }
  const { counted } = promQl
  const [part, total] = [sampleOf(promQl.query), sampleOf(promQl.total)]
  const kind = [promQl.query, promQl.total].some(isPerSecond) ? 'per-second' : 'events'
  const { note, ...observation } = eventsFrom({ counted, part, total, kind })
  const missing = missingFrom(total, { query: promQl.total, window })
  return { ...observation, from: { ...fromOf([part, total], window), ...(note && { note }), ...missing } }
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
