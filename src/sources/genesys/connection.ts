import type { HttpRequest, HttpResponse, Sender } from '../../http/message.ts'
import type { Secrets } from '../../http/secrets.ts'
import { field } from '../../text/field.ts'
import { accepted, answerOf, type GenesysAnswer, GenesysError, type Hints, unreached } from './answer.ts'

/** The address of an organisation and the credentials for it: an access token, or an OAuth client. */
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

interface Context {
  readonly http: Sender
  readonly secrets: Secrets
  /** Shared by everything that calls the organisation in one run. */
  readonly session: GenesysSession
}

/** A request below the API's address. */
interface GenesysRequest extends Pick<HttpRequest, 'query' | 'isRead' | 'isFinal' | 'maxBytes'> {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** With its query. */
  readonly path: string
  /** Sent as JSON. */
  readonly body?: unknown
  /** What to do about a status, in addition to the general hints. */
  readonly hints?: Hints
}

/** The access token of a run. It is requested with the first request and renewed at most once. */
export interface GenesysSession {
  token?: Promise<string>
  renewed?: Promise<string>
}

/** The API of one organisation. Signs in with the first request. */
export class Genesys {
  readonly #connection: GenesysConnection
  readonly #context: Context

  constructor(connection: GenesysConnection, context: Context) {
    this.#connection = connection
    this.#context = context
  }

  /**
   * Sends a request and returns its JSON answer.
   *
   * @throws GenesysError
   */
  async ask(request: GenesysRequest): Promise<GenesysAnswer> {
    return answerOf(await this.#sendSignedIn(request), WHO, { ...API_HINTS, ...request.hints })
  }

  /**
   * Sends a change. The body of the answer is ignored.
   *
   * @throws GenesysError
   */
  async write(request: GenesysRequest): Promise<void> {
    accepted(await this.#sendSignedIn(request), WHO, { ...API_HINTS, ...request.hints }, WRITTEN)
  }

  async #sendSignedIn(request: GenesysRequest): Promise<HttpResponse> {
    const { session } = this.#context
    session.token ??= this.#signIn()
    const { token } = session
    const response = await this.#sendWith(await token, request)
    const mayRenew = token !== session.renewed && 'clientId' in this.#connection.credentials
    if (response.status !== 401 || !mayRenew) return response
    // The token may have been revoked. All requests that are refused share one more sign-in.
    session.renewed ??= this.#signIn()
    session.token = session.renewed
    return this.#sendWith(await session.renewed, request)
  }

  #sendWith(token: string, { path, body, hints, ...request }: GenesysRequest): Promise<HttpResponse> {
    return this.#send(WHO, {
      ...request,
      url: `${this.#connection.apiUrl}${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' })
      },
      body: body === undefined ? null : JSON.stringify(body)
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
    const { body, correlation } = answerOf(response, 'the Genesys Cloud sign-in', SIGN_IN_HINTS)
    const token = field(body, 'access_token')
    if (typeof token !== 'string' || token === '') {
      throw new GenesysError(`the Genesys Cloud sign-in answered without an access_token${correlation}`)
    }
    this.#context.secrets.add(token)
    return token
  }

  async #send(who: string, request: HttpRequest): Promise<HttpResponse> {
    try {
      return await this.#context.http.send(request)
    } catch (cause) {
      throw unreached(cause, who)
    }
  }
}

const WHO = 'Genesys Cloud'

const WRITTEN = [200, 201, 202, 204]

const SIGN_IN_HINTS: Hints = {
  400: 'check that the OAuth client uses the client credentials grant',
  401: 'check genesys-client-id, genesys-client-secret and genesys-region',
  403: 'check that the OAuth client may sign in from this address',
  404: 'check genesys-login-url'
}

const API_HINTS: Hints = {
  401: 'check that the token is valid and belongs to this region',
  403: 'give the OAuth client a role with the permission for this resource'
}

/** Too many sign-ins are answered with 400, not with 429. */
function isThrottledSignIn({ status, text }: HttpResponse): boolean {
  return status === 400 && /rate limit exceeded/i.test(text)
}
