/** Errors of a certificate do not go away by asking again. */
const PERMANENT = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO|ERR_SSL|ERR_INVALID/

/** Why there is no answer to a request. The message continues the sentence "it could not be read: …". */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure'
  /** Whether the same request may succeed a moment later. */
  readonly isTransient: boolean

  constructor(message: string, options: { readonly isTransient?: boolean; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.isTransient = options.isTransient ?? false
  }

  /** A failure of the network, in the words of node. */
  static from(error: unknown): HttpFailure {
    const code = codeOf(error)
    const message = error instanceof Error && error.message ? error.message : String(error)
    const words = code === undefined || message.includes(code) ? message : `${message} (${code})`
    return new HttpFailure(words, { isTransient: !PERMANENT.test(code ?? ''), cause: error })
  }
}

/** A connection to several addresses fails with one error for each: the first one tells. */
function codeOf(error: unknown): string | undefined {
  const first = error instanceof AggregateError ? error.errors[0] : error
  const code: unknown = first instanceof Error && 'code' in first ? first.code : undefined
  return typeof code === 'string' ? code : undefined
}
