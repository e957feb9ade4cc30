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

/** Whether a retry may help. A 500 is retried only if the request changes nothing. */
export function isWorthRetrying(request: HttpRequest, result: HttpResponse | HttpFailure): boolean {
  if (result instanceof HttpFailure) return result.isTransient && !request.isOnce
  const { status } = result
  if (request.isFinal?.(status)) return false
  if (request.isOnce) return status === 429 || request.retryWhen?.(result) === true
  return RETRIED.has(status) || (status === 500 && isRead(request)) || request.retryWhen?.(result) === true
}

/**
 * Milliseconds until the next attempt: the wait that the server asks for, otherwise a backoff.
 *
 * @returns undefined if there have been enough attempts
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
  // Add a random delay, so that waiting requests do not all come back at once.
  if (asked !== undefined && asked >= SHORTEST_ASKED) return asked + Math.random() * SPREAD
  return attempt < maxAttempts ? Math.max(asked ?? 0, backoffMs(attempt)) : undefined
}

/** Exponential backoff with full jitter: a random wait from 0 to a limit that doubles with each attempt. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1))
}

/** The wait that the server asks for; undefined if it asks for none or its value is not valid. */
function askedWaitMs(response: HttpResponse, now: number): number | undefined {
  return retryAfterMs(response, now) ?? rateLimitResetMs(response, now)
}

/** The wait from `Retry-After`, in milliseconds. The header has seconds or an HTTP date. */
export function retryAfterMs({ headers }: Pick<HttpResponse, 'headers'>, now: number): number | undefined {
  const value = headers['retry-after']?.trim()
  if (!value) return undefined
  if (/^\d+$/.test(value)) return Number(value) * SECOND
  // Date.parse reads nearly anything as a date; HTTP's own form ends in GMT.
  const date = / GMT$/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** Used by Datadog and GitHub, by Genesys Cloud, and in the IETF draft. */
const RATE_LIMITS = ['x-ratelimit', 'inin-ratelimit', 'ratelimit']
/** From these values on, a number is a time since 1970, as from GitHub; smaller values are seconds from now. */
const EPOCH = { seconds: 1e9, milliseconds: 1e12 }

/** The wait until an exceeded rate limit is reset, in milliseconds, from the headers of a 429. */
export function rateLimitResetMs(
  { status, headers }: Pick<HttpResponse, 'headers' | 'status'>,
  now: number
): number | undefined {
  if (status !== 429) return undefined
  // A limit with requests remaining is not the one that was exceeded.
  const limit = RATE_LIMITS.find(
    name => headers[`${name}-reset`] && !(Number(headers[`${name}-remaining`]) > 0)
  )
  const value = headers[`${limit}-reset`]?.trim() ?? ''
  if (!/^\d{1,13}(\.\d+)?$/.test(value)) return undefined
  const reset = Number(value)
  if (reset < EPOCH.seconds) return reset * SECOND
  return Math.max(0, (reset < EPOCH.milliseconds ? reset * SECOND : reset) - now)
}
