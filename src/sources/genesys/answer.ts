import { HttpFailure } from '../../http/failure.ts'
import { jsonOf } from '../../http/json.ts'
import type { HttpResponse } from '../../http/message.ts'
import { describeRefusal } from '../../http/refusal.ts'
import { knownValue, reasonOf } from '../../outcome.ts'
import { field } from '../../text/field.ts'
import { excerpt } from '../../text/show.ts'
import { partialIn } from '../partial.ts'

/** An answer of the API. */
export interface GenesysAnswer {
  readonly body: unknown
  /** Identifies the request for Genesys' support; added to the end of a message. */
  readonly correlation: string
  /** The number of the request in the report. */
  readonly request: number
  /** How the answer is incomplete; undefined for a complete answer. */
  readonly partial?: string | undefined
}

/** What to do about a status. */
export type Hints = Readonly<Record<number, string>>

/** Why Genesys Cloud gave no usable answer. */
export class GenesysError extends Error {
  override readonly name = 'GenesysError'
  /** The status of a refusal; undefined when there was no answer, or none that can be read. */
  readonly status: number | undefined

  constructor(
    message: string,
    { status, cause }: { readonly status?: number; readonly cause?: unknown } = {}
  ) {
    super(message, { cause })
    this.status = status
  }
}

/**
 * An answer whose JSON value can be used.
 *
 * @throws GenesysError for a status other than 200 and for a body that is not JSON
 */
export function answerOf(response: HttpResponse, who: string, hints: Hints): GenesysAnswer {
  const { request } = accepted(response, who, hints)
  const named = correlation(response)
  const json = jsonOf(response)
  if (json.kind === 'unreadable') throw new GenesysError(`${who}: ${json.reason}${named}`)
  const body = json.value
  return {
    body,
    correlation: named,
    request,
    partial: partialIn(body, response.redact) ?? errorIn(body, response.redact)
  }
}

/** A gateway may answer 200 with what the API would have refused with: a status, or a code and a message. */
function errorIn(body: unknown, redact: (text: string) => string): string | undefined {
  const [status, code, message] = ['status', 'code', 'message'].map(name => field(body, name))
  const isError = typeof status === 'number' && status >= 400
  if (!isError && (typeof code !== 'string' || typeof message !== 'string')) return undefined
  const words = wordsOf(body, redact)
  return `its answer is an error${words ? ` ("${words}")` : ''}`
}

/**
 * Rejects an incomplete answer. Used only for answers with measurements: in others, these field names may mean
 * something else.
 *
 * @throws GenesysError
 */
export function wholeOf(answer: GenesysAnswer): GenesysAnswer {
  const { partial, correlation } = answer
  if (partial) throw new GenesysError(`Genesys Cloud says that ${partial}${correlation}`)
  return answer
}

/**
 * Returns a response with one of the expected statuses.
 *
 * @throws GenesysError for any other status
 */
export function accepted(
  response: HttpResponse,
  who: string,
  hints: Hints,
  statuses: readonly number[] = [200]
): HttpResponse {
  const { status, givenUp } = response
  if (statuses.includes(status)) return response
  const json = jsonOf(response)
  const [body, problem] = [knownValue(json), reasonOf(json)]
  // A refusal that is not JSON comes from a proxy or gateway, not from the API.
  const hint = problem ? `${problem}; ${NOT_ITS_OWN}` : hints[status]
  const words = wordsOf(body, response.redact)
  const refusal = { who, status, words, correlation: correlation(response), hint, givenUp }
  throw new GenesysError(describeRefusal(refusal), { status })
}

const NOT_ITS_OWN = 'the API itself answers in JSON: check the address, and any proxy or gateway in between'

/** Turns a failed request into a GenesysError; returns any other error as it is. */
export function unreached(cause: unknown, who: string): unknown {
  return cause instanceof HttpFailure
    ? new GenesysError(`${who} could not be reached: ${cause.message}${correlation(cause)}`, { cause })
    : cause
}

/** The server's own words: `message` of the API, `error_description` or `description` of the sign-in, else `error`. */
function wordsOf(body: unknown, redact: (text: string) => string): string | undefined {
  const words = ['message', 'error_description', 'description', 'error'].map(name => field(body, name))
  const said = words.find((text): text is string => typeof text === 'string' && text.trim() !== '')
  return said && excerpt(said, redact)
}

function correlation({ headers }: Pick<HttpResponse, 'headers'>): string {
  const id = headers['inin-correlation-id']
  return id ? ` (ININ-Correlation-Id ${id})` : ''
}
