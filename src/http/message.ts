export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | null
  /** The headers with a signature, for servers that want every attempt signed anew because its date ages. */
  readonly sign?: (request: HttpRequest, at: Date) => Promise<Readonly<Record<string, string>>>
  /** What is asked, for the report, where the address does not say it. */
  readonly query?: string
  /** The address for the log and the report, where the real one is a secret. */
  readonly shownAs?: string
  /** Nothing is changed by it, so a 500 may be retried. Every GET is a read; some POSTs are. */
  readonly isRead?: boolean
  /** Further answers that are worth a retry. */
  readonly retryWhen?: (response: HttpResponse) => boolean
  /** Statuses that the sender has a better answer to than asking the same again. */
  readonly isFinal?: (status: number) => boolean
  /** Sending it twice would do it twice: it is sent again only when it was refused for coming too soon. */
  readonly isOnce?: boolean
  /** The largest body that is read, where it is not the usual one. */
  readonly maxBytes?: number
}

export interface HttpResponse {
  /** The number of the request in the report. */
  readonly request: number
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** How far the server's clock is ahead of ours, in milliseconds; absent where it does not say. */
  readonly clockSkew?: number | undefined
  /** Takes secrets out of a text. */
  readonly redact: (text: string) => string
  /** Why it was not asked again, where that was worth asking: to be added to a message. */
  readonly givenUp?: string
}

/** The way to a server. */
export interface Sender {
  send(request: HttpRequest): Promise<HttpResponse>
}
