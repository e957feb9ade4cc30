import { type Absence, noData, unreadable } from '../../budget/reading.ts'
import type { HttpResponse } from '../../http/message.ts'
import { describeRefusal } from '../../http/refusal.ts'
import { knownValue, type Outcome, reasonOf } from '../../outcome.ts'
import { field } from '../../text/field.ts'
import { excerpt, shown } from '../../text/show.ts'
import { SECOND } from '../../time/duration.ts'
import { isNear } from '../otherTime.ts'
import { partialIn } from '../partial.ts'
import type { SignIn } from './connection.ts'

/** The value of an instant query, or why there is none. */
export type Value =
  | { readonly kind: 'value'; readonly value: number }
  | (Absence & { readonly isEmpty?: true })

/** A query at an instant, and how the server was signed in to. */
export interface About {
  readonly query: string
  readonly at: Date
  readonly signIn: SignIn['kind']
}

/**
 * What the server answered to an instant query.
 *
 * @param read finds the value in the data of a successful answer
 */
export function sampleIn(
  { response, body: json }: { readonly response: HttpResponse; readonly body: Outcome<unknown> },
  about: About,
  read: (data: unknown, about: About) => Value = vectorSample
): Value {
  const of = `to the query ${about.query}`
  const { status, redact, givenUp } = response
  const body = knownValue(json)
  if (status !== 200 || field(body, 'status') !== 'success') {
    const said = field(body, 'error')
    const words = typeof said === 'string' ? excerpt(said, redact) : undefined
    const hint = [words ? undefined : reasonOf(json), hintFor(status, about.signIn)]
      .filter(Boolean)
      .join('; ')
    return unreadable(
      describeRefusal({ who: 'Prometheus', status, words, correlation: ` ${of}`, hint, givenUp })
    )
  }
  const partial = partialIn(body, redact)
  if (partial) return unreadable(`Prometheus says that ${partial} ${of}; check its stores and its replicas`)
  return read(field(body, 'data'), about)
}

const hintFor = (status: number, signIn: SignIn['kind']): string | undefined =>
  SIGN_IN_HINTS[signIn]?.[status] ?? HINTS[status]

const HINTS: Readonly<Record<number, string>> = {
  400: 'check the PromQL of the definition',
  401: 'check prometheus-token',
  403: 'check what prometheus-token may do',
  404: 'check prometheus-url: it is the address without /api/v1',
  414: 'the server does not take POST (HTTP 405), and the query is too long for its addresses; allow POST, or shorten the query',
  422: 'check the PromQL of the definition'
}

const SIGN_IN_HINTS: Partial<Record<SignIn['kind'], Readonly<Record<number, string>>>> = {
  basic: {
    401: 'check prometheus-username and prometheus-password',
    403: 'check what prometheus-username may do'
  },
  sigv4: { 403: 'check prometheus-sigv4-region, and that the AWS role may aps:QueryMetrics' }
}

/** A vector with one sample, or a scalar; an empty vector, NaN and Inf are no data. */
export function vectorSample(data: unknown, about: About): Value {
  const { query } = about
  const of = `to the query ${query}`
  const type = field(data, 'resultType')
  const result = field(data, 'result')
  if (type === 'scalar') return valueSample(result, about)
  if (type !== 'vector' || !Array.isArray(result))
    return unreadable(`Prometheus gave no vector as the answer ${of}`)
  if (result.length === 0) return { ...noData(`Prometheus has no series as the answer ${of}`), isEmpty: true }
  if (result.length > 1) {
    return unreadable(
      `Prometheus has ${result.length} series as the answer ${of}; ${isRule(query) ? 'name the SLO so that there is one, with labels if several servers record it' : 'wrap it in sum(...) so that there is one'}`
    )
  }
  return valueSample(field(result[0], 'value'), about)
}

/** Sums of recorded ratios would be no ratios. */
const isRule = (query: string) => /slo:sli_error:ratio_rate|pyrra_|:burnrate/.test(query)

/** Reads `[1700000000, "0.25"]`. The instant of a sample is the one that was asked about. */
function valueSample(pair: unknown, { query, at }: About): Value {
  const of = `to the query ${query}`
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
