import type { IncomingMessage } from 'node:http'
import { HttpClient as ToolkitClient } from '@actions/http-client'
import pLimit from 'p-limit'
import { SECOND } from '../time/duration.ts'
import { VERSION } from '../version.ts'
import { readText } from './body.ts'
import { clockSkew } from './clockSkew.ts'
import { HttpFailure } from './failure.ts'
import type { HttpRequest, HttpResponse } from './message.ts'
import { isWorthRetrying, waitBefore } from './retry.ts'
import type { TimeBudget } from './timeBudget.ts'

/** One attempt, for the report. `status` is null when no whole answer came. */
export interface Attempt {
  readonly method: string
  readonly url: string
  /** What was asked, where the address does not say it. */
  readonly query: string | undefined
  readonly startedAt: Date
  readonly status: number | null
  readonly durationMs: number
  readonly attempt: number
}

export interface HttpOptions {
  readonly timeBudget: TimeBudget
  /** Answers with the number of the request in the report. */
  readonly onAttempt: (attempt: Attempt) => number
  /** Takes secrets out of what an answer says, before anything is cut from it. */
  readonly redact: (text: string) => string
  /** How often a request is sent at the most; waits that the server asked for are not counted. */
  readonly maxAttempts: number
  /** The largest body that is read: far more than any answer has, far less than hurts. */
  readonly maxBytes: number
}

/** A peer that says nothing for this long is given up. */
const SILENCE = 15 * SECOND
const CONCURRENCY = 10
const MAX_REDIRECTS = 5

/**
 * The one way out of the gate. An answer of any status is returned after the retries that it
 * deserves; everything else (no answer, too late, too large, a redirect that is not followed)
 * is an `HttpFailure`.
 */
export class HttpClient {
  readonly #options: HttpOptions
  readonly #limit = pLimit(CONCURRENCY)
  readonly #toolkits = new Map<string, ToolkitClient>()

  constructor(options: HttpOptions) {
    this.#options = options
  }

  send(request: HttpRequest): Promise<HttpResponse> {
    return this.#limit(() => this.#sendWithRetries(request))
  }

  /** Closes every connection, those that still wait for an answer too. */
  close(): void {
    for (const toolkit of this.#toolkits.values()) toolkit.dispose()
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

  /** One attempt, redirects within the same origin included. */
  async #attempt(request: HttpRequest, attempt: number): Promise<HttpResponse> {
    let url = new URL(request.url)
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const response = await this.#exchange({ ...request, url: url.href }, attempt)
      const target = redirectTarget(url, response)
      if (target === undefined) return response
      if (target.origin !== url.origin) {
        const { headers } = response
        throw new HttpFailure(`it redirects to another origin, ${target.origin}, which is not followed`, {
          headers
        })
      }
      url = target
    }
    throw new HttpFailure(`it redirects more than ${MAX_REDIRECTS} times`)
  }

  async #exchange(request: HttpRequest, attempt: number): Promise<HttpResponse> {
    const { timeBudget, redact, maxBytes } = this.#options
    const late = () => new HttpFailure(`the time budget of ${timeBudget.describe()} is used up`)
    if (timeBudget.remainingMs() === 0) throw late()
    const record = this.#recorder(request, attempt)
    const sentAt = timeBudget.clock.now()
    let message: IncomingMessage | undefined
    try {
      const exchange = this.#start(request).then(async started => {
        message = started
        return toResponse(started, request.maxBytes ?? maxBytes)
      })
      const response = await timeBudget.race(exchange, late)
      const skew = clockSkew(response, { sentAt, receivedAt: timeBudget.clock.now() })
      return { ...response, redact, clockSkew: skew, request: record(response.status) }
    } catch (error) {
      message?.destroy()
      record(null)
      throw HttpFailure.from(error, message && headersOf(message))
    }
  }

  /** Puts an attempt that begins now into the report when it is over. */
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

  async #start({ method, url, headers = {}, body = null }: HttpRequest): Promise<IncomingMessage> {
    const { message } = await this.#toolkitFor(url).request(method, url, body, { ...headers })
    return message
  }

  /** The toolkit's client keeps the connections of the first origin that it was asked for, so each has its own. */
  #toolkitFor(url: string): ToolkitClient {
    const { origin } = new URL(url)
    const known = this.#toolkits.get(origin)
    if (known) return known
    const toolkit = new ToolkitClient(`error-budget-gate/${VERSION}`, [], {
      allowRedirects: false,
      allowRetries: false,
      keepAlive: true,
      socketTimeout: SILENCE
    })
    this.#toolkits.set(origin, toolkit)
    return toolkit
  }
}

async function toResponse(
  message: IncomingMessage,
  maxBytes: number
): Promise<Omit<HttpResponse, 'redact' | 'request'>> {
  const text = await readText(message, maxBytes)
  return { status: message.statusCode as number, headers: headersOf(message), text }
}

/** A header that came more than once has all its values, so that none of them is lost unseen. */
function headersOf({ headersDistinct }: IncomingMessage): Readonly<Record<string, string>> {
  const headers = Object.entries(headersDistinct)
  return Object.fromEntries(headers.map(([name, values = []]) => [name, values.join(', ')]))
}

function redirectTarget(from: URL, { status, headers }: HttpResponse): URL | undefined {
  const location = headers['location']
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined
  if (!URL.canParse(location, from.href))
    throw new HttpFailure('it redirects to something that is not an address')
  return new URL(location, from.href)
}

/** An answer stands, a failure is thrown; both say why nobody asked again. */
function settle(result: HttpResponse | HttpFailure, givenUp?: string): HttpResponse {
  if (!(result instanceof HttpFailure)) return givenUp === undefined ? result : { ...result, givenUp }
  if (givenUp === undefined) throw result
  throw new HttpFailure(`${result.message}; ${givenUp}`, { headers: result.headers, cause: result })
}

const asFailure = (error: unknown): HttpFailure =>
  error instanceof HttpFailure ? error : HttpFailure.from(error)
