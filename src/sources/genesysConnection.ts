import { HttpFailure } from '../http/failure.ts'
import { excerpt, field, jsonOf, NotJson } from '../http/json.ts'
import type { HttpResponse } from '../http/message.ts'
import type { SourceContext } from './source.ts'

/** Where an organisation is, and who asks: a ready bearer token, or a client that signs in for one. */
export interface GenesysConnection {
  readonly apiUrl: string
  readonly credentials: { readonly accessToken: string } | ClientCredentials
}

/** An OAuth client with the client credentials grant. */
export interface ClientCredentials {
  readonly loginUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

/** An answer of the API. */
export interface GenesysAnswer {
  readonly body: unknown
  /** Names the request to Genesys' support; to be put at the end of a message. */
  readonly correlation: string
}

/** Why Genesys Cloud gave no usable answer. */
export class GenesysError extends Error {
  override readonly name = 'GenesysError'
}

/** One organisation, signed in at the first request and once a run. */
export class Genesys {
  readonly #connection: GenesysConnection
  readonly #context: SourceContext
  #token: Promise<string> | undefined
  #renewed: Promise<string> | undefined

  constructor(connection: GenesysConnection, context: SourceContext) {
    this.#connection = connection
    this.#context = context
  }

  /**
   * The JSON value of an API resource.
   *
   * @param path below the API's address, with its query
   * @param hints what to do about a status, beyond what is always true of it
   * @throws GenesysError
   */
  async get(path: string, hints: Readonly<Record<number, string>> = {}): Promise<GenesysAnswer> {
    this.#token ??= this.#signIn()
    const token = this.#token
    let response = await this.#getWith(await token, path)
    if (response.status === 401 && token !== this.#renewed && 'clientId' in this.#connection.credentials) {
      // The token may have been revoked since; all who find it so share one more sign-in.
      this.#renewed ??= this.#signIn()
      this.#token = this.#renewed
      response = await this.#getWith(await this.#renewed, path)
    }
    const body = parsed(response, 'Genesys Cloud', { ...API_HINTS, ...hints })
    return { body, correlation: correlation(response) }
  }

  #getWith(token: string, path: string): Promise<HttpResponse> {
    return this.#send('Genesys Cloud', {
      method: 'GET',
      url: `${this.#connection.apiUrl}${path}`,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' }
    })
  }

  async #signIn(): Promise<string> {
    const { credentials } = this.#connection
    if ('accessToken' in credentials) return credentials.accessToken
    const { loginUrl, clientId, clientSecret } = credentials
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
    this.#context.secrets.add(basic)
    const response = await this.#send('the Genesys Cloud sign-in', {
      method: 'POST',
      url: `${loginUrl}/oauth/token`,
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
      isRead: true,
      retryWhen: isThrottledSignIn
    })
    const token = field(parsed(response, 'the Genesys Cloud sign-in', SIGN_IN_HINTS), 'access_token')
    if (typeof token !== 'string' || token === '') {
      throw new GenesysError(
        `the Genesys Cloud sign-in answered without an access_token${correlation(response)}`
      )
    }
    this.#context.secrets.add(token)
    return token
  }

  async #send(who: string, request: Parameters<SourceContext['http']['send']>[0]): Promise<HttpResponse> {
    try {
      return await this.#context.http.send(request)
    } catch (cause) {
      if (!(cause instanceof HttpFailure)) throw cause
      throw new GenesysError(`${who} could not be reached: ${cause.message}${correlation(cause)}`, { cause })
    }
  }
}

const SIGN_IN_HINTS: Readonly<Record<number, string>> = {
  400: 'check that the OAuth client uses the client credentials grant',
  401: 'check genesys-client-id, genesys-client-secret and genesys-region',
  403: 'check that the OAuth client may sign in from this address',
  404: 'check genesys-login-url'
}

const API_HINTS: Readonly<Record<number, string>> = {
  400: 'check the SLO id and its definition',
  401: 'check that the token is valid and of this region',
  403: 'give the OAuth client a role with the permission for this resource'
}

/** Too many sign-ins are answered with 400, not with 429. */
function isThrottledSignIn({ status, text }: HttpResponse): boolean {
  return status === 400 && /rate limit exceeded/i.test(text)
}

function parsed(response: HttpResponse, who: string, hints: Readonly<Record<number, string>>): unknown {
  const { status } = response
  if (status !== 200) {
    const hint = hints[status] === undefined ? '' : `; ${hints[status]}`
    const givenUp = response.givenUp === undefined ? '' : `; ${response.givenUp}`
    throw new GenesysError(
      `${who} answered HTTP ${status}${wordsOf(response)}${correlation(response)}${hint}${givenUp}`
    )
  }
  try {
    return jsonOf(response)
  } catch (cause) {
    if (!(cause instanceof NotJson)) throw cause
    throw new GenesysError(`${who}: ${cause.message}${correlation(response)}`, { cause })
  }
}

/** The server's own words: `message` of the API, `error_description` of the sign-in, else the beginning of the body. */
function wordsOf(response: HttpResponse): string {
  let words: unknown
  try {
    const body = jsonOf(response)
    words =
      field(body, 'message') ??
      field(body, 'error_description') ??
      field(body, 'description') ??
      field(body, 'error')
  } catch {
    words = response.text
  }
  return typeof words === 'string' && words.trim() !== '' ? ` "${excerpt(words, response.redact)}"` : ''
}

function correlation({ headers }: Pick<HttpResponse, 'headers'>): string {
  const id = headers['inin-correlation-id']
  return id ? ` (ININ-Correlation-Id ${id})` : ''
}
