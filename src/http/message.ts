export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | null
  /** Nothing is changed by it, so a 500 may be retried. Every GET is a read; some POSTs are. */
  readonly isRead?: boolean
  /** Further answers that are worth a retry. */
  readonly retryWhen?: (response: HttpResponse) => boolean
}

export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** Takes secrets out of a text. */
  readonly redact: (text: string) => string
  /** Why it was not asked again, where that was worth asking: to be added to a message. */
  readonly givenUp?: string
}
