export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | null
  /** The headers with a signature, for servers that want every attempt signed anew because its date ages. */
  readonly sign?: (request: HttpRequest, at: Date) => Promise<Readonly<Record<string, string>>>
  /** What is asked, for the report, where the address does not say it. */
  readonly query?: string
  /** The address for the log and the report, if the real one is a secret. */
  readonly shownAs?: string
  /** Whether it changes nothing, so that a 500 may be retried. Every GET is a read, and some POSTs are. */
  readonly isRead?: boolean
  /** Whether an answer is worth a retry, in addition to the usual ones. */
  readonly retryWhen?: (response: HttpResponse) => boolean
  /** Whether a status is not retried, because the sender handles it in another way. */
  readonly isFinal?: (status: number) => boolean
  /** Whether sending it twice would have an effect twice. It is sent again only after a refusal for a rate limit. */
  readonly isOnce?: boolean
  /** The largest body that is read, in bytes, if it is not the usual limit. */
  readonly maxBytes?: number
}

export interface HttpResponse {
  /** The number of the request in the report. */
  readonly request: number
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** How far the server's clock is ahead of ours, in milliseconds; absent without a valid date. */
  readonly clockSkew?: number | undefined
  /** Removes secrets from a text. */
  readonly redact: (text: string) => string
  /** Why there was no further attempt although one was due; added to messages. */
  readonly givenUp?: string
}

/** Sends requests. */
export interface Sender {
  send(request: HttpRequest): Promise<HttpResponse>
}
