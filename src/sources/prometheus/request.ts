import pLimit, { type LimitFunction } from 'p-limit'
import type { HttpRequest, HttpResponse, Sender } from '../../http/message.ts'
import { signerFor } from '../aws/sign.ts'
import type { PrometheusConnection, SignIn } from './connection.ts'

interface PrometheusRequest {
  readonly endpoint: 'query' | 'query_range'
  readonly parameters: Readonly<Record<string, string>>
  /** What is asked, for the report. */
  readonly asked: string
}

/** What is known of a server. */
interface Server {
  /** So few at a time that only these learn that POST is not allowed. */
  readonly limit: LimitFunction
  isGetOnly: boolean
}

const SERVERS = new WeakMap<PrometheusConnection, Server>()
const CONCURRENCY = 10

/**
 * Sends a request to the query API by POST, and by GET to a server that refuses POST with HTTP 405.
 *
 * @throws HttpFailure without an answer
 */
export function askPrometheus(
  http: Sender,
  connection: PrometheusConnection,
  request: PrometheusRequest
): Promise<HttpResponse> {
  const server = SERVERS.get(connection) ?? { limit: pLimit(CONCURRENCY), isGetOnly: false }
  SERVERS.set(connection, server)
  return server.limit(async () => {
    const response = server.isGetOnly ? undefined : await http.send(requestOf('POST', connection, request))
    if (response && response.status !== 405) return response
    server.isGetOnly = true
    return http.send(requestOf('GET', connection, request))
  })
}

function requestOf(
  method: 'GET' | 'POST',
  { apiUrl, signIn, headers = [], parameters = [] }: PrometheusConnection,
  request: PrometheusRequest
): HttpRequest {
  const url = `${apiUrl}/api/v1/${request.endpoint}`
  const form = new URLSearchParams()
  for (const [name, value] of [...Object.entries(request.parameters), ...parameters]) form.append(name, value)
  const common = {
    accept: 'application/json',
    ...Object.fromEntries(headers),
    ...authorization(signIn)
  }
  return {
    method,
    isRead: true,
    query: request.asked,
    ...(signIn.kind === 'sigv4' && { sign: signerFor(signIn.scope) }),
    ...(method === 'GET'
      ? { url: `${url}?${form}`, shownAs: url, headers: common }
      : {
          url,
          headers: { ...common, 'content-type': 'application/x-www-form-urlencoded' },
          body: form.toString()
        })
  }
}

function authorization(signIn: SignIn): Readonly<Record<string, string>> {
  switch (signIn.kind) {
    case 'token':
      return { authorization: `Bearer ${signIn.token}` }
    case 'basic':
      return { authorization: `Basic ${signIn.credentials}` }
    default:
      return {}
  }
}
