import { HttpFailure } from '../../http/failure.ts'
import { jsonOf, NotJson } from '../../http/json.ts'
import type { HttpResponse } from '../../http/message.ts'
import { field } from '../../text/field.ts'
import { excerpt } from '../../text/show.ts'

/** An answer of the API. */
export interface GenesysAnswer {
  readonly body: unknown
  /** Names the request to Genesys' support; to be put at the end of a message. */
  readonly correlation: string
  /** The number of the request in the report. */
  readonly request: number
}

/** What to do about a status. */
export type Hints = Readonly<Record<number, string>>

/** Why Genesys Cloud gave no usable answer. */
export class GenesysError extends Error {
  override readonly name = 'GenesysError'
  /** Of an answer that refuses; undefined when none came, or none that can be read. */
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
 * @throws GenesysError for a status other than 200, and for what is not JSON
 */
export function answerOf(response: HttpResponse, who: string, hints: Hints): GenesysAnswer {
  const { request } = accepted(response, who, hints)
  const named = correlation(response)
  try {
    return { body: jsonOf(response), correlation: named, request }
  } catch (cause) {
    if (!(cause instanceof NotJson)) throw cause
    throw new GenesysError(`${who}: ${cause.message}${named}`, { cause })
  }
}

/**
 * An answer with a status that says yes.
 *
 * @throws GenesysError for any other one
 */
export function accepted(
  response: HttpResponse,
  who: string,
  hints: Hints,
  statuses: readonly number[] = [200]
): HttpResponse {
  const { status } = response
  const named = correlation(response)
  if (!statuses.includes(status)) {
    const hint = hints[status] === undefined ? '' : `; ${hints[status]}`
    const givenUp = response.givenUp === undefined ? '' : `; ${response.givenUp}`
    const message = `${who} answered HTTP ${status}${wordsOf(response)}${named}${hint}${givenUp}`
    throw new GenesysError(message, { status })
  }
  return response
}

/** No answer at all, in the words of the API's user. */
export function unreached(cause: unknown, who: string): unknown {
  return cause instanceof HttpFailure
    ? new GenesysError(`${who} could not be reached: ${cause.message}${correlation(cause)}`, { cause })
    : cause
}

/** The server's own words: `message` of the API, `error_description` of the sign-in, else the beginning of the body. */
function wordsOf(response: HttpResponse): string {
  let words: unknown
  try {
    const body = jsonOf(response)
    words =
      field(body, 'message') ??
      field(body, 'error_description') ??
      field(body, 'description') ??
      field(body, 'error')
  } catch {
    words = response.text
  }
  return typeof words === 'string' && words.trim() !== '' ? ` "${excerpt(words, response.redact)}"` : ''
}

function correlation({ headers }: Pick<HttpResponse, 'headers'>): string {
  const id = headers['inin-correlation-id']
  return id ? ` (ININ-Correlation-Id ${id})` : ''
}
