import type { HttpRequest } from '../../http/message.ts'

export interface PrometheusConnection {
  readonly apiUrl: string
  readonly token: string | undefined
}

/**
 * A request to the query API.
 *
 * @param asked what is asked, for the report
 */
export function promRequest(
  { apiUrl, token }: PrometheusConnection,
  {
    endpoint,
    parameters,
    asked
  }: {
    readonly endpoint: 'query' | 'query_range'
    readonly parameters: Readonly<Record<string, string>>
    readonly asked: string
  }
): HttpRequest {
  return {
    method: 'POST',
    url: `${apiUrl}/api/v1/${endpoint}`,
    isRead: true,
    query: asked,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` })
    },
    body: new URLSearchParams(parameters).toString()
  }
}
