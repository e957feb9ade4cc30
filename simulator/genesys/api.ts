// What may be answered is what the API's description allows, and the compiler sees to it: a route declares the
// type of its body, taken from the official SDK's definitions (purecloud-platform-client-v2, types only), and an
// error is the SDK's ErrorBody. The Observability API is in no SDK: its bodies are those of our contract. Only
// `intercept` may answer anything else.
import type { Models } from 'purecloud-platform-client-v2'
import * as v from 'valibot'
import type { PlainReply, RecordedRequest } from '../server.ts'
import type { DataTable } from './dataTables.ts'
import type { SloResources } from './observability.ts'
import type { Settings } from './options.ts'

/** What requests can change. */
export interface Kept extends SloResources {
  dataTables: Map<string, DataTable>
}

/** What a route may look at. */
export interface Call {
  request: RecordedRequest
  query: URLSearchParams
  /** The `{placeholders}` of the route's path, decoded. */
  params: Record<string, string>
  settings: Settings
  kept: Kept
}

/** A 200; whatever else there is to say is said by a `Refusal`. */
export interface Answer<Body> {
  body: Body
}

export interface Route<Body = unknown> {
  method: string
  path: string
  answer(call: Call): Answer<Body>
}

/** The statuses that the description declares for what the simulator refuses. */
export type RefusalStatus = 400 | 401 | 404 | 405 | 409 | 413 | 415 | 429 | 504

export interface ErrorReply extends PlainReply {
  status: RefusalStatus
  body: Models.ErrorBody
}

/** Thrown by a route: its error answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reply: ErrorReply

  constructor(reply: ErrorReply) {
    super(reply.body.message)
    this.reply = reply
  }
}

interface Problem {
  status: RefusalStatus
  code: string
  message: string
  /** The field that is wrong. */
  field?: string
}

/** The API's error body; the correlation id is filled in when it is sent. */
export function failure({ status, code, message, field }: Problem): ErrorReply {
  const details = field === undefined ? [] : [{ errorCode: code, fieldName: field }]
  return { status, body: { message, code, status, contextId: '', details, errors: [] } }
}

export function refuse(problem: Problem): never {
  throw new Refusal(failure(problem))
}

/** The JSON value of a request's body. */
export function jsonOf({ headers, body }: RecordedRequest): unknown {
  if (headers['content-type']?.split(';')[0]?.trim() !== 'application/json') {
    refuse({
      status: 415,
      code: 'unsupported.media.type',
      message: 'HTTP 415 Unsupported Media Type: application/json is what is supported'
    })
  }
  try {
    return JSON.parse(body)
  } catch {
    return refuse({ status: 400, code: 'bad.request', message: 'The request body is not JSON' })
  }
}

/** The request's body, when it has the form; else it is refused, with the field named. */
export function bodyOf<T>(request: RecordedRequest, form: v.GenericSchema<unknown, T>): T {
  const { success, output, issues } = v.safeParse(form, jsonOf(request))
  if (success) return output
  const [{ message }] = issues
  const field = v.getDotPath(issues[0]) ?? ''
  return refuse({ status: 400, code: 'bad.request', message: `${field}: ${message}`, field })
}

/** The value of a query parameter that has few. */
export function choiceOf<T extends string>(query: URLSearchParams, name: string, choices: readonly T[]) {
  const value = query.get(name)
  if (value === null) return undefined
  const found = choices.find(choice => choice === value)
  if (found !== undefined) return found
  const message = `The value [${value}] is not valid for [${name}]: ${choices.join(', ')}`
  return refuse({ status: 400, code: 'bad.request', message, field: name })
}
