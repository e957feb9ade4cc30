// Requests, routes and refusals. What may be answered is what the API's description allows, and the compiler
// checks it: a route declares the type of its body, from the official SDK's definitions where it has them
// (purecloud-platform-client-v2, types only), and an error is the SDK's ErrorBody. Only `intercept` may answer
// anything else.
import type { Models } from 'purecloud-platform-client-v2'
import * as v from 'valibot'
import type { PlainReply, RecordedRequest } from '../server.ts'
import type { Kept, Settings } from './world.ts'

/** What a route may look at. */
export interface Call {
  request: RecordedRequest
  query: URLSearchParams
  /** The `{placeholders}` of the route's path, decoded. */
  params: Record<string, string>
  settings: Settings
  kept: Kept
}

export interface Route<Body = unknown> {
  method: string
  path: string
  /** The body of a 200; anything else is thrown as a `Refusal`. */
  answer(call: Call): Body
}

interface Problem {
  /** The statuses that the description declares for what the simulator refuses. */
  status: 400 | 401 | 404 | 405 | 409 | 413 | 415 | 429 | 504
  code: string
  message: string
  /** The field that is wrong. */
  field?: string
}

export interface ErrorReply extends PlainReply {
  status: Problem['status']
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

/** The API's error body; the correlation id is filled in when it is sent. */
export function failure({ status, code, message, field }: Problem): ErrorReply {
  const details = field === undefined ? [] : [{ errorCode: code, fieldName: field }]
  return { status, body: { message, code, status, contextId: '', details, errors: [] } }
}

export function refuse(problem: Problem): never {
  throw new Refusal(failure(problem))
}

export function badRequest(message: string, field?: string): never {
  return refuse({ status: 400, code: 'bad.request', message, ...(field === undefined ? {} : { field }) })
}

/** The JSON value of a request's body. */
export function jsonOf({ headers, body }: RecordedRequest): unknown {
  if (headers['content-type']?.split(';')[0]?.trim() !== 'application/json') {
    const message = 'HTTP 415 Unsupported Media Type: only application/json is supported'
    refuse({ status: 415, code: 'unsupported.media.type', message })
  }
  try {
    return JSON.parse(body)
  } catch {
    return badRequest('The request body is not JSON')
  }
}

/** The request's body when it has the form; otherwise it is refused, with the field named. */
export function bodyOf<T>(request: RecordedRequest, form: v.GenericSchema<unknown, T>): T {
  const { success, output, issues } = v.safeParse(form, jsonOf(request))
  if (success) return output
  const field = v.getDotPath(issues[0]) ?? ''
  return badRequest(`${field}: ${issues[0].message}`, field)
}

/** The value of a query parameter that takes only these. */
export function choiceOf<T extends string>(query: URLSearchParams, name: string, choices: readonly T[]) {
  const value = query.get(name)
  const found = choices.find(choice => choice === value)
  if (value === null || found !== undefined) return found
  return badRequest(`The value [${value}] is not valid for [${name}]: ${choices.join(', ')}`, name)
}
