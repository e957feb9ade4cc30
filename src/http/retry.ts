import { SECOND } from '../time/duration.ts'
import { HttpFailure } from './failure.ts'
import type { HttpRequest, HttpResponse } from './message.ts'

const FIRST_WAIT = SECOND / 2
const LONGEST_WAIT = 20 * SECOND
const SPREAD = SECOND / 4
/** Servers ask for whole seconds. Whoever asks for less may do so again and again, so that counts as an attempt. */
const SHORTEST_ASKED = SECOND / 2
const RETRIED = new Set([429, 502, 503, 504])

/** Whether the request changes nothing. */
export const isRead = (request: HttpRequest): boolean => request.isRead ?? request.method === 'GET'

/** Whether sending the same request again may help. 500 only where nothing can have been changed. */
export function isWorthRetrying(request: HttpRequest, result: HttpResponse | HttpFailure): boolean {
  if (result instanceof HttpFailure) return result.isTransient && !request.isOnce
  const { status } = result
  if (request.isFinal?.(status)) return false
  if (request.isOnce) return status === 429 || request.retryWhen?.(result) === true
  return RETRIED.has(status) || (status === 500 && isRead(request)) || request.retryWhen?.(result) === true
}

/**
 * Milliseconds until the next attempt: what the server asks for, else a backoff.
 *
 * @returns undefined when there have been enough attempts
 */
export function waitBefore(
  result: HttpResponse | HttpFailure,
  {
    attempt,
    maxAttempts,
    now
  }: { readonly attempt: number; readonly maxAttempts: number; readonly now: Date }
): number | undefined {
  const asked = result instanceof HttpFailure ? undefined : askedWaitMs(result, now.getTime())
  // A little later than asked, each at its own time: all who wait would come back at once.
  if (asked !== undefined && asked >= SHORTEST_ASKED) return asked + Math.random() * SPREAD
  return attempt < maxAttempts ? Math.max(asked ?? 0, backoffMs(attempt)) : undefined
}

/** Exponential backoff with full jitter: anything from nothing up to the doubled wait. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1))
}

/** What the server asks us to wait; undefined where it says nothing that can be understood. */
function askedWaitMs(response: HttpResponse, now: number): number | undefined {
  return retryAfterMs(response, now) ?? rateLimitResetMs(response, now)
}

/** The wait of `Retry-After`: seconds or an HTTP date. */
export function retryAfterMs({ headers }: Pick<HttpResponse, 'headers'>, now: number): number | undefined {
  const value = headers['retry-after']?.trim()
  if (!value) return undefined
  if (/^\d+$/.test(value)) return Number(value) * SECOND
  // Date.parse reads nearly anything as a date; HTTP's own form ends in GMT.
  const date = / GMT$/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** Datadog and GitHub, Genesys Cloud, and the draft of the IETF. */
const RATE_LIMITS = ['x-ratelimit', 'inin-ratelimit', 'ratelimit']
/** From here on a number counts from 1970 and not from now: GitHub says when, the others say how long. */
const EPOCH = { seconds: 1e9, milliseconds: 1e12 }

/** The wait until a used up rate limit begins anew, from the headers of a refusal for too many requests. */
export function rateLimitResetMs(
  { status, headers }: Pick<HttpResponse, 'headers' | 'status'>,
  now: number
): number | undefined {
  if (status !== 429) return undefined
  // What still has something left is not the limit that refused.
  const limit = RATE_LIMITS.find(
    name => headers[`${name}-reset`] && !(Number(headers[`${name}-remaining`]) > 0)
  )
  const value = headers[`${limit}-reset`]?.trim() ?? ''
  if (!/^\d{1,13}(\.\d+)?$/.test(value)) return undefined
  const reset = Number(value)
  if (reset < EPOCH.seconds) return reset * SECOND
  return Math.max(0, (reset < EPOCH.milliseconds ? reset * SECOND : reset) - now)
}
