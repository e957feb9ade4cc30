/** Errors of a certificate do not go away by asking again. */
const PERMANENT = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO|ERR_SSL|ERR_INVALID/

interface Details {
  /** Whether the same request may succeed a moment later. */
  readonly isTransient?: boolean
  /** Whether asking for less may help. */
  readonly isTooLarge?: boolean
  /** Of the answer that could not be used, as far as one came. Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  readonly cause?: unknown
}

/** Why there is no answer to a request. The message continues the sentence "it could not be read: …". */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure'
  readonly isTransient: boolean
  readonly isTooLarge: boolean
  readonly headers: Readonly<Record<string, string>>

  constructor(
    message: string,
    { isTransient = false, isTooLarge = false, headers = {}, cause }: Details = {}
  ) {
    super(message, { cause })
    this.isTransient = isTransient
    this.isTooLarge = isTooLarge
    this.headers = headers
  }

  /** Any error as a failure; one of the network in the words of node. */
  static from(error: unknown, headers: Readonly<Record<string, string>> = {}): HttpFailure {
    const message = error instanceof Error && error.message ? error.message : String(error)
    if (error instanceof HttpFailure) {
      const { isTransient, isTooLarge } = error
      return new HttpFailure(message, { isTransient, isTooLarge, headers, cause: error })
    }
    // The toolkit names the path, which may be a secret.
    if (/^Request timeout/.test(message)) return silence(headers, error)
    const code = codeOf(error)
    const words = code === undefined || message.includes(code) ? message : `${message} (${code})`
    return new HttpFailure(words, { isTransient: !PERMANENT.test(code ?? ''), headers, cause: error })
  }
}

function silence(headers: Readonly<Record<string, string>>, cause: unknown): HttpFailure {
  return new HttpFailure('it said nothing for too long', { isTransient: true, headers, cause })
}

/** A connection to several addresses fails with one error for each: the first one tells. */
function codeOf(error: unknown): string | undefined {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  return (first as NodeJS.ErrnoException | undefined)?.code
}
