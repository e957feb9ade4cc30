import type { IncomingMessage } from 'node:http'
import pLimit from 'p-limit'
import { SECOND } from '../time/duration.ts'
import { readText } from './body.ts'
import { clockSkew } from './clockSkew.ts'
import { Connections } from './connections.ts'
import { HttpFailure } from './failure.ts'
import type { HttpRequest, HttpResponse } from './message.ts'
import type { ProxySettings } from './proxySettings.ts'
import { isRead, isWorthRetrying, waitBefore } from './retry.ts'
import { watchSilence } from './silence.ts'
import type { TimeBudget } from './timeBudget.ts'

/** One attempt, for the report. `status` is null when no whole answer came. */
export interface Attempt {
  readonly method: string
  readonly url: string
  /** The query of the request, if it is not part of the address. */
  readonly query: string | undefined
  readonly startedAt: Date
  readonly status: number | null
  readonly durationMs: number
  readonly attempt: number
}

export interface HttpOptions extends Pick<ProxySettings, 'proxyFor'> {
  readonly timeBudget: TimeBudget
  /** Returns the number of the request in the report. */
  readonly onAttempt: (attempt: Attempt) => number
  /** Removes secrets from the text of an answer, before the text is shortened. */
  readonly redact: (text: string) => string
  /** How often a request is sent at most. Retries that the server asked for do not count. */
  readonly maxAttempts: number
  /** The largest body that is read: larger than any real answer, and small enough for the memory. */
  readonly maxBytes: number
}

const CONCURRENCY = 10
const MAX_REDIRECTS = 5
const PROXY_ON_THE_WAY =
  'a proxy requires a user and a password (HTTP 407); set HTTPS_PROXY to its address, with both'

/**
 * Sends all requests of the gate. It retries as needed and returns an answer with any status. Everything
 * else (no answer, too late, too large, a redirect that is not followed) is an `HttpFailure`.
 */
export class HttpClient {
  readonly #options: HttpOptions
  readonly #limit = pLimit(CONCURRENCY)
  readonly #connections: Connections

  constructor(options: HttpOptions) {
    this.#options = options
    this.#connections = new Connections({ clock: options.timeBudget.clock, proxyFor: options.proxyFor })
  }

  send(request: HttpRequest): Promise<HttpResponse> {
    return this.#limit(() => this.#sendWithRetries(request))
  }

  /** Closes every connection, including those that still wait for an answer. */
  close(): void {
    this.#connections.close()
  }

  async #sendWithRetries(request: HttpRequest): Promise<HttpResponse> {
    const { maxAttempts, timeBudget } = this.#options
    const { clock } = timeBudget
    for (let attempt = 1; ; attempt++) {
      const result = await this.#attempt(request, attempt).catch(asFailure)
      if (!isWorthRetrying(request, result)) return settle(result)
      const waitMs = waitBefore(result, { attempt, maxAttempts, now: clock.now() })
      if (waitMs === undefined) return settle(result, `after ${attempt} attempts`)
      if (waitMs >= timeBudget.remainingMs()) {
        const wait = `the next attempt would be in ${Math.ceil(waitMs / SECOND)} s`
        return settle(result, `${wait}, past the time budget of ${timeBudget.describe()}`)
      }
      await clock.sleep(waitMs)
    }
  }

  /** One attempt, including redirects within the same origin. */
  async #attempt(request: HttpRequest, attempt: number): Promise<HttpResponse> {
    let { url } = request
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const response = await this.#exchange({ ...request, url }, attempt)
      if (response.status === 407) throw new HttpFailure(PROXY_ON_THE_WAY)
      const target = redirectTarget({ ...request, url }, response)
      if (target === undefined) return response
      url = target
    }
    throw new HttpFailure(`it redirects more than ${MAX_REDIRECTS} times`)
  }

  async #exchange(request: HttpRequest, attempt: number): Promise<HttpResponse> {
    const { timeBudget, redact, maxBytes } = this.#options
    const late = () => new HttpFailure(`the time budget of ${timeBudget.describe()} is used up`)
    if (timeBudget.remainingMs() === 0) throw late()
    const record = this.#recorder(request, attempt)
    const end = new AbortController()
    const sentAt = timeBudget.clock.now()
    let message: IncomingMessage | undefined
    const silence = watchSilence(timeBudget.clock, failure => {
      end.abort(failure)
    })
    try {
      const headers = (await request.sign?.(request, sentAt)) ?? request.headers ?? {}
      const exchange = this.#connections.start({ ...request, headers }, end.signal).then(async started => {
        message = started.on('data', silence.broken)
        return toResponse(started, request.maxBytes ?? maxBytes)
      })
      const response = await timeBudget.race(exchange, late)
      const skew = clockSkew(response, { sentAt, receivedAt: timeBudget.clock.now() })
      return { ...response, redact, clockSkew: skew, request: record(response.status) }
    } catch (error) {
      end.abort()
      record(null)
      throw HttpFailure.from(
        end.signal.reason instanceof HttpFailure ? end.signal.reason : error,
        message && headersOf(message)
      )
    } finally {
      silence.end()
    }
  }

  /** Starts to measure an attempt. The returned function adds it to the report when it is over. */
  #recorder(
    { method, shownAs, query, ...request }: HttpRequest,
    attempt: number
  ): (status: number | null) => number {
    const { clock } = this.#options.timeBudget
    const startedAt = clock.now()
    const started = clock.monotonicMs()
    const url = shownAs ?? request.url
    return status => {
      const durationMs = Math.round(clock.monotonicMs() - started)
      return this.#options.onAttempt({ method, url, query, startedAt, status, durationMs, attempt })
    }
  }
}

async function toResponse(
  message: IncomingMessage,
  maxBytes: number
): Promise<Omit<HttpResponse, 'redact' | 'request'>> {
  const text = await readText(message, maxBytes)
  return { status: message.statusCode as number, headers: headersOf(message), text }
}

/** A header that occurs several times keeps all its values, so that none is lost unnoticed. */
function headersOf({ headersDistinct }: IncomingMessage): Readonly<Record<string, string>> {
  const headers = Object.entries(headersDistinct)
  return Object.fromEntries(headers.map(([name, values = []]) => [name, values.join(', ')]))
}

/** The address to send the request to again; undefined for an answer that is not a redirect. */
function redirectTarget(request: HttpRequest, { status, headers }: HttpResponse): string | undefined {
  const location = headers['location']
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined
  if (!URL.canParse(location, request.url))
    throw new HttpFailure('it redirects to something that is not an address', { headers })
  const target = new URL(location, request.url)
  const { origin } = new URL(request.url)
  if (target.origin !== origin) {
    const reason = `it redirects to another origin, ${target.origin}, which is not followed`
    throw new HttpFailure(reason, { headers })
  }
  // These may mean that the change was made and its result is elsewhere; sending it there would make it twice.
  if (status < 307 && !isRead(request)) {
    throw new HttpFailure(`it redirects a change with HTTP ${status}, which is not followed`, { headers })
  }
  return `${origin}${target.pathname}${target.search}`
}

/** Returns an answer or throws a failure, with the reason why there was no further attempt. */
function settle(result: HttpResponse | HttpFailure, givenUp?: string): HttpResponse {
  if (!(result instanceof HttpFailure)) return givenUp === undefined ? result : { ...result, givenUp }
  if (givenUp === undefined) throw result
  throw new HttpFailure(`${result.message}; ${givenUp}`, { headers: result.headers, cause: result })
}

const asFailure = (error: unknown): HttpFailure =>
  error instanceof HttpFailure ? error : HttpFailure.from(error)
