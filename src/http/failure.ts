/** Errors of a certificate do not go away by asking again. */
const PERMANENT = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO|ERR_SSL|ERR_INVALID/

interface Details {
  /** Whether the same request may succeed a moment later. */
  readonly isTransient?: boolean
  /** Of the answer that could not be used, as far as one came. Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  readonly cause?: unknown
}

/** Why there is no answer to a request. The message continues the sentence "it could not be read: …". */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure'
  readonly isTransient: boolean
  readonly headers: Readonly<Record<string, string>>

  constructor(message: string, { isTransient = false, headers = {}, cause }: Details = {}) {
    super(message, { cause })
    this.isTransient = isTransient
    this.headers = headers
  }

  /** Any error as a failure; one of the network in the words of node. */
  static from(error: unknown, headers: Readonly<Record<string, string>> = {}): HttpFailure {
    const message = error instanceof Error && error.message ? error.message : String(error)
    if (error instanceof HttpFailure) {
      return new HttpFailure(message, { isTransient: error.isTransient, headers, cause: error })
    }
    const code = codeOf(error)
    const words = code === undefined || message.includes(code) ? message : `${message} (${code})`
    return new HttpFailure(words, { isTransient: !PERMANENT.test(code ?? ''), headers, cause: error })
  }
}

/** A connection to several addresses fails with one error for each: the first one tells. */
function codeOf(error: unknown): string | undefined {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  return (first as NodeJS.ErrnoException | undefined)?.code
}
