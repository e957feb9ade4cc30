/** Errors of certificates, of TLS and of our own request do not go away with a retry. */
const PERMANENT = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO|ERR_SSL|ERR_INVALID|HEADER_OVERFLOW/

const UNKNOWN_AUTHORITY =
  'its certificate is not from a known authority; set NODE_EXTRA_CA_CERTS to the certificate file of that authority'
const NO_TLS = 'its TLS handshake failed; check the scheme and the port of the address'

/** Replaces Node's messages, which quote the certificate or do not say what to do. */
const WORDS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired; renew it, or correct the clock of this machine',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet; correct the clock of this machine',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name; check the address',
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_AUTHORITY,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  EPROTO: NO_TLS,
  ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
  HPE_HEADER_OVERFLOW: 'the headers of its answer are too large'
}

interface Details {
  /** Whether the same request may succeed a moment later. */
  readonly isTransient?: boolean
  /** Whether a request for less data may succeed. */
  readonly isTooLarge?: boolean
  /** The headers of the answer, if there was one. Names are in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  readonly cause?: unknown
}

/** Why there is no usable answer to a request. The message continues the sentence "it could not be read: …". */
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

  /** Turns any error into a failure. */
  static from(error: unknown, headers: Readonly<Record<string, string>> = {}): HttpFailure {
    const message = error instanceof Error && error.message ? error.message : String(error)
    if (error instanceof HttpFailure) {
      const { isTransient, isTooLarge } = error
      return new HttpFailure(message, { isTransient, isTooLarge, headers, cause: error })
    }
    const code = codeOf(error)
    return new HttpFailure(wordsOf(message, code), {
      isTransient: !PERMANENT.test(code ?? ''),
      headers,
      cause: error
    })
  }
}

function wordsOf(message: string, code: string | undefined): string {
  const words = WORDS[code ?? ''] ?? message
  return code === undefined || words.includes(code) ? words : `${words} (${code})`
}

/** A connection to several addresses fails with one error for each; the first one is used. */
function codeOf(error: unknown): string | undefined {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  return (first as NodeJS.ErrnoException | undefined)?.code
}
