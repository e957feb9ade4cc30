import {
  type PlainReply,
  type RecordedRequest,
  type Reply,
  type Server,
  startServer
} from '../../simulator/server.ts'

/** The samples of an instant vector (one, several, none), or a refusal, or any other answer. */
export type Answer = number | readonly number[] | { status: number; error: string } | { raw: PlainReply }

export interface FakePrometheusOptions {
  /** What the server knows about a query at an instant (seconds since 1970). */
  answer: (query: string, time: number) => Answer
  /** The bearer token it wants, as one behind a proxy does. */
  token?: string
  /** Where it stands when it is not at the root, without a slash at the end. */
  path?: string
  /** Answers a request in place of the server. */
  intercept?: (request: RecordedRequest) => Reply | undefined
}

export interface FakePrometheus extends Server {
  /** The parameters of every query, in order of arrival. */
  queries(): { query: string; time: number }[]
}

/** Starts a server that speaks `POST /api/v1/query` as Prometheus documents it, and nothing else. */
export async function startFakePrometheus(options: FakePrometheusOptions): Promise<FakePrometheus> {
  const server = await startServer(request => options.intercept?.(request) ?? reply(request, options))
  return { ...server, queries: () => server.requests.map(parameters) }
}

function reply(request: RecordedRequest, options: FakePrometheusOptions): PlainReply {
  const { answer, token, path: root = '' } = options
  const { method, path, headers } = request
  if (token !== undefined && headers.authorization !== `Bearer ${token}`) return { status: 401, body: 'no\n' }
  if (path !== `${root}/api/v1/query`) return { status: 404, body: '404 page not found\n' }
  if (method !== 'POST') return { status: 405, body: 'Method Not Allowed\n' }
  if (headers['content-type'] !== 'application/x-www-form-urlencoded') {
    return refusal(400, 'bad_data', 'no form body')
  }
  const { query, time } = parameters(request)
  if (query === '')
    return refusal(400, 'bad_data', 'unknown position: parse error: no expression found in input')
  if (!Number.isFinite(time)) return refusal(400, 'bad_data', 'invalid parameter "time"')
  const found = answer(query, time)
  if (typeof found === 'object' && 'raw' in found) return found.raw
  if (typeof found === 'object' && 'error' in found) return refusal(found.status, 'bad_data', found.error)
  return vector(typeof found === 'number' ? [found] : found, time)
}

function parameters({ body }: RecordedRequest) {
  const form = new URLSearchParams(body)
  return { query: form.get('query') ?? '', time: Number(form.get('time') || Number.NaN) }
}

/** Label names tell series apart; a sum has none. */
function vector(samples: readonly number[], time: number): PlainReply {
  const result = samples.map((sample, index) => ({
    metric: samples.length > 1 ? { instance: `host-${index}` } : {},
    value: [time, sampleText(sample)]
  }))
  return { body: { status: 'success', data: { resultType: 'vector', result } } }
}

function sampleText(sample: number): string {
  return String(sample).replace('Infinity', sample > 0 ? '+Inf' : 'Inf')
}

function refusal(status: number, errorType: string, error: string): PlainReply {
  return { status, body: { status: 'error', errorType, error } }
}
