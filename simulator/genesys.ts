import { type PlainReply, type RecordedRequest, type Reply, type Server, startServer } from './server.ts'

/** The window a burn rate is asked for. */
export interface BurnRateWindow {
  start: Date
  end: Date
  durationMs: number
}

export interface GenesysOptions {
  clientId?: string
  clientSecret?: string
  /** A token that is valid without a sign-in. */
  accessToken?: string
  /** Burn rate of each SLO: one for every window, or a function whose result is answered as it is. */
  slos?: Record<string, number | ((window: BurnRateWindow) => unknown)>
  /** Replaces any single answer; `undefined` leaves the simulator's own. */
  intercept?: (request: RecordedRequest) => Reply | undefined | Promise<Reply | undefined>
  /** API requests answered in one "minute" before 429; no limit when absent. */
  requestsPerMinute?: number
  /** Length of that "minute". */
  minuteMs?: number
}

export interface GenesysSimulator extends Server {
  /** The token that a sign-in gives. */
  issuedToken: string
  tokenRequests(): RecordedRequest[]
  burnRateRequests(): RecordedRequest[]
  /** The action inputs that point at this simulator. */
  inputs(): Record<string, string>
}

const DEFAULTS = {
  clientId: 'client-id',
  clientSecret: 'client-secret-value',
  accessToken: 'access-token-value',
  slos: {},
  minuteMs: 60_000
} satisfies GenesysOptions
const ISSUED_TOKEN = 'issued-token-value'
const TOKEN_PATH = '/oauth/token'
const BURN_RATE_PATH = '/api/v2/observability/slos/{sloId}/burnRate'
const UTC_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

type Settings = GenesysOptions & Required<Pick<GenesysOptions, keyof typeof DEFAULTS>>

/** What a route may look at. */
interface Call {
  request: RecordedRequest
  query: URLSearchParams
  /** The `{placeholders}` of the route's path, decoded. */
  params: Record<string, string>
  settings: Settings
}

interface Route {
  method: string
  path: string
  /** Login takes client credentials; everything else a bearer token, and counts against the limit. */
  login?: true
  answer(call: Call): PlainReply
}

const routes: Route[] = [
  { method: 'POST', path: TOKEN_PATH, login: true, answer: issueToken },
  { method: 'GET', path: BURN_RATE_PATH, answer: readBurnRate }
]

/** Starts a Genesys Cloud that is both login and API on one loopback origin. */
export async function startGenesys(options: GenesysOptions = {}): Promise<GenesysSimulator> {
  const settings: Settings = { ...DEFAULTS, ...options }
  const overLimit = rateLimiter(settings)
  let answers = 0

  const server = await startServer(async request => {
    const reply = (await settings.intercept?.(request)) ?? route({ request, settings, overLimit })
    return 'raw' in reply ? reply : withCorrelationId(reply, ++answers)
  })
  const asked = (method: string, path: string) =>
    server.requests.filter(request => request.method === method && match(path, pathOf(request)) !== undefined)

  return {
    ...server,
    issuedToken: ISSUED_TOKEN,
    tokenRequests: () => asked('POST', TOKEN_PATH),
    burnRateRequests: () => asked('GET', BURN_RATE_PATH),
    inputs: () => ({
      'genesys-api-url': server.url,
      'genesys-login-url': server.url,
      'genesys-client-id': settings.clientId,
      'genesys-client-secret': settings.clientSecret
    })
  }
}

interface Routing {
  request: RecordedRequest
  settings: Settings
  overLimit: () => PlainReply | undefined
}

function route({ request, settings, overLimit }: Routing): PlainReply {
  const path = pathOf(request)
  const known = routes.filter(candidate => match(candidate.path, path) !== undefined)
  const found = known.find(candidate => candidate.method === request.method)
  if (!found) {
    return known.length > 0
      ? failure(405, 'method.not.allowed', `HTTP 405 Method Not Allowed: ${request.method}`)
      : failure(404, 'not.found', `HTTP 404 Not Found: ${path}`)
  }
  const refusal = found.login ? undefined : (unauthorised({ request, settings }) ?? overLimit())
  const query = new URL(request.path, 'http://simulator').searchParams
  return refusal ?? found.answer({ request, query, params: match(found.path, path) ?? {}, settings })
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

function issueToken({ request, settings }: Call): PlainReply {
  const { authorization = '', 'content-type': contentType = '' } = request.headers
  const credentials = Buffer.from(`${settings.clientId}:${settings.clientSecret}`).toString('base64')
  if (authorization !== `Basic ${credentials}`) {
    return loginFailure(401, 'invalid_client', 'client not found or client secret wrong')
  }
  if (contentType.split(';')[0]?.trim() !== 'application/x-www-form-urlencoded') {
    return loginFailure(400, 'invalid_request', 'content type must be application/x-www-form-urlencoded')
  }
  if (new URLSearchParams(request.body).get('grant_type') !== 'client_credentials') {
    return loginFailure(400, 'unsupported_grant_type', 'grant_type must be client_credentials')
  }
  return { body: { access_token: ISSUED_TOKEN, token_type: 'bearer', expires_in: 86_399 } }
}

function readBurnRate({ query, params, settings }: Call): PlainReply {
  const { sloId = '' } = params
  const startTime = query.get('startTime') ?? ''
  const endTime = query.get('endTime') ?? ''
  const [start, end] = [new Date(startTime), new Date(endTime)]
  const durationMs = end.getTime() - start.getTime()
  if (!UTC_TIME.test(startTime) || !UTC_TIME.test(endTime) || !(durationMs > 0)) {
    return failure(400, 'bad.request', 'startTime and endTime must be ISO 8601 in UTC, startTime first')
  }
  if (!Object.hasOwn(settings.slos, sloId)) {
    return failure(404, 'not.found', `The requested SLO '${sloId}' was not found`)
  }
  const slo = settings.slos[sloId]
  const burnRate = typeof slo === 'function' ? slo({ start, end, durationMs }) : slo
  return { body: { sloId, startTime, endTime, burnRate } }
}

function unauthorised({ request, settings }: Pick<Call, 'request' | 'settings'>): PlainReply | undefined {
  const { authorization } = request.headers
  if (authorization === undefined) {
    return failure(401, 'authentication.required', 'No authentication bearer token specified')
  }
  const valid = [ISSUED_TOKEN, settings.accessToken].some(token => authorization === `Bearer ${token}`)
  return valid ? undefined : failure(401, 'bad.credentials', 'Invalid login credentials.')
}

/** Counts requests in fixed windows, as Genesys does; gives the refusal once a window is full. */
function rateLimiter({ requestsPerMinute = Number.POSITIVE_INFINITY, minuteMs }: Settings) {
  let windowEnd = 0
  let count = 0
  return (): PlainReply | undefined => {
    const now = performance.now()
    if (now >= windowEnd) {
      windowEnd = now + minuteMs
      count = 0
    }
    count += 1
    return count > requestsPerMinute ? tooManyRequests(Math.ceil((windowEnd - now) / 1000)) : undefined
  }
}

function tooManyRequests(seconds: number): PlainReply {
  const message = `Rate limit exceeded the maximum. Retry the request in [${seconds}] seconds`
  const headers = { 'Retry-After': String(seconds) }
  return { ...failure(429, 'too.many.requests.retry.after', message), headers }
}

/** The API's error body; the correlation id is filled in when it is sent. */
function failure(status: number, code: string, message: string): PlainReply {
  return { status, body: { message, code, status, contextId: '', details: [], errors: [] } }
}

function loginFailure(status: number, error: string, description: string): PlainReply {
  return { status, body: { error, description, error_description: description } }
}

/** Counted rather than random, so that a test can name the id it expects. */
function withCorrelationId(reply: PlainReply, answers: number): PlainReply {
  const id = `00000000-0000-4000-8000-${String(answers).padStart(12, '0')}`
  const { body } = reply
  const isError = typeof body === 'object' && body !== null && 'contextId' in body && body.contextId === ''
  const headers = { 'ININ-Correlation-Id': id, ...reply.headers }
  return { ...reply, headers, body: isError ? { ...body, contextId: id } : body }
}
