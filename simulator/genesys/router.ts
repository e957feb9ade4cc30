import type { PlainReply, RecordedRequest } from '../server.ts'
import { actionAggregates } from './dataActions/answer.ts'
import { dataTableRoutes } from './dataTables.ts'
import { type Call, type ErrorReply, failure, Refusal, type Route } from './http.ts'
import { observabilityRoutes } from './observability.ts'
import { ISSUED_TOKEN, issueToken, TOKEN_PATH } from './signIn.ts'
import type { Settings } from './world.ts'

const routes: Route[] = [...observabilityRoutes, actionAggregates, ...dataTableRoutes]

interface Routing extends Pick<Call, 'request' | 'settings' | 'kept'> {
  overLimit: () => ErrorReply | undefined
}

/** Login takes client credentials; everything else a bearer token, and counts against the limit. */
export function route({ request, settings, kept, overLimit }: Routing): PlainReply {
  const { method } = request
  const path = pathOf(request)
  if (method === 'POST' && path === TOKEN_PATH) return issueToken(request, settings)
  const known = routes.filter(candidate => match(candidate.path, path) !== undefined)
  const found = known.find(candidate => candidate.method === method)
  if (!found) return known.length > 0 || path === TOKEN_PATH ? notAllowed(method) : notFound(path)
  const refusal = unauthorised({ request, settings }) ?? overLimit()
  if (refusal) return refusal
  const query = new URL(request.path, 'http://simulator').searchParams
  try {
    return { body: found.answer({ request, query, params: match(found.path, path) ?? {}, settings, kept }) }
  } catch (error) {
    if (error instanceof Refusal) return error.reply
    throw error
  }
}

function notAllowed(method: string): ErrorReply {
  const message = `HTTP 405 Method Not Allowed: ${method}`
  return failure({ status: 405, code: 'method.not.allowed', message })
}

function notFound(path: string): ErrorReply {
  return failure({ status: 404, code: 'not.found', message: `HTTP 404 Not Found: ${path}` })
}

/** Whether a request is one for this route. */
export function isFor(request: RecordedRequest, { method, path }: { method: string; path: string }): boolean {
  return request.method === method && match(path, pathOf(request)) !== undefined
}

function pathOf(request: RecordedRequest): string {
  return request.path.split('?')[0] ?? ''
}

/** The decoded `{placeholders}` of a path that fits the pattern, else `undefined`. */
function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const parts = path.split('/')
  if (wanted.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, want] of wanted.entries()) {
    const part = parts[index] ?? ''
    if (want.startsWith('{')) params[want.slice(1, -1)] = decode(part)
    else if (want !== part) return undefined
  }
  return params
}

/** A broken escape is left as it is, and so names nothing that exists. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function unauthorised({ request, settings }: Pick<Routing, 'request' | 'settings'>): ErrorReply | undefined {
  const { authorization } = request.headers
  if (authorization === undefined) {
    const message = 'No authentication bearer token specified'
    return failure({ status: 401, code: 'authentication.required', message })
  }
  const valid = [ISSUED_TOKEN, settings.accessToken].some(token => authorization === `Bearer ${token}`)
  if (valid) return undefined
  return failure({ status: 401, code: 'bad.credentials', message: 'Invalid login credentials.' })
}

/** Counts requests in fixed windows, as Genesys does; gives the refusal once a window is full. */
export function rateLimiter({
  requestsPerMinute = Number.POSITIVE_INFINITY,
  minuteMs,
  monotonicMs = () => performance.now()
}: Settings) {
  let windowEnd = 0
  let count = 0
  return (): ErrorReply | undefined => {
    const now = monotonicMs()
    if (now >= windowEnd) {
      windowEnd = now + minuteMs
      count = 0
    }
    count += 1
    return count > requestsPerMinute ? tooManyRequests(Math.ceil((windowEnd - now) / 1000)) : undefined
  }
}

function tooManyRequests(seconds: number): ErrorReply {
  const message = `Rate limit exceeded the maximum. Retry the request in [${seconds}] seconds`
  const headers = { 'Retry-After': String(seconds) }
  return { ...failure({ status: 429, code: 'too.many.requests.retry.after', message }), headers }
}

/** Counted rather than random, so that a test can name the id it expects. */
export function withCorrelationId(reply: PlainReply, answers: number): PlainReply {
  const id = `00000000-0000-4000-8000-${String(answers).padStart(12, '0')}`
  const { body } = reply
  const isError = typeof body === 'object' && body !== null && 'contextId' in body && body.contextId === ''
  const headers = { 'ININ-Correlation-Id': id, ...reply.headers }
  return { ...reply, headers, body: isError ? { ...body, contextId: id } : body }
}
