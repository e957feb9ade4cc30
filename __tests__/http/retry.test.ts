import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { HttpFailure } from '../../src/http/failure.ts'
import type { HttpRequest, HttpResponse } from '../../src/http/message.ts'
import {
  backoffMs,
  isWorthRetrying,
  rateLimitResetMs,
  retryAfterMs,
  waitBefore
} from '../../src/http/retry.ts'

const MOST = 5
const NOW = Date.parse('2026-11-23T18:00:00Z')
const before = (attempt: number) => ({ attempt, maxAttempts: MOST, now: new Date(NOW) })
const READ: HttpRequest = { method: 'GET', url: 'https://example.com' }
const WRITE: HttpRequest = { method: 'POST', url: 'https://example.com' }
const answer = (status: number, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers,
  text: '',
  redact: (text: string) => text,
  request: 1
})

describe('a retry', () => {
  it.each([
    [429, true, true],
    [500, true, false],
    [502, true, true],
    [503, true, true],
    [504, true, true],
    [200, false, false],
    [204, false, false],
    [301, false, false],
    [400, false, false],
    [401, false, false],
    [403, false, false],
    [404, false, false],
    [408, false, false],
    [409, false, false],
    [501, false, false]
  ])('after %d is worth it for a read: %p, for a write: %p', (status, forRead, forWrite) => {
    expect(isWorthRetrying(READ, answer(status))).toBe(forRead)
    expect(isWorthRetrying({ ...WRITE, isRead: true }, answer(status))).toBe(forRead)
    expect(isWorthRetrying(WRITE, answer(status))).toBe(forWrite)
  })

  it('after a failure is worth it when that may pass', () => {
    expect(isWorthRetrying(READ, new HttpFailure('reset', { isTransient: true }))).toBe(true)
    expect(isWorthRetrying(READ, new HttpFailure('too large'))).toBe(false)
  })

  it('comes after fewer than the most attempts only', () => {
    for (const result of [answer(503), new HttpFailure('reset', { isTransient: true })]) {
      expect(waitBefore(result, before(MOST - 1))).toBeGreaterThanOrEqual(0)
      expect(waitBefore(result, before(MOST))).toBeUndefined()
    }
  })

  it('comes when the server asks for it or a little later, however many attempts there were', () => {
    const waits = Array.from({ length: 20 }, () =>
      waitBefore(answer(429, { 'retry-after': '7' }), before(MOST + 1))
    )
    expect(waits.filter(wait => wait === undefined || wait < 7_000 || wait > 8_000)).toEqual([])
    expect(new Set(waits).size).toBeGreaterThan(1)
  })

  it('is an ordinary one when the server asks for no wait', () => {
    expect(waitBefore(answer(429, { 'retry-after': '0' }), before(MOST))).toBeUndefined()
    expect(waitBefore(answer(429, { 'x-ratelimit-reset': '0.1' }), before(MOST))).toBeUndefined()
    expect(waitBefore(answer(429, { 'x-ratelimit-reset': '0.1' }), before(1))).toBeGreaterThanOrEqual(100)
  })
})

describe('the backoff', () => {
  it.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [4, 4_000],
    [6, 16_000],
    [7, 20_000],
    [2_000, 20_000]
  ])('after attempt %d is anything up to %d ms', (attempt, longest) => {
    expect(backoffMs(attempt, () => 0)).toBe(0)
    expect(backoffMs(attempt, () => 0.5)).toBe(longest / 2)
    expect(backoffMs(attempt, () => 1)).toBe(longest)
  })

  it('is spread over its whole range, and never outside', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, random) => {
          const longest = backoffMs(attempt, () => 1)
          expect(longest).toBeLessThanOrEqual(20_000)
          expect(longest).toBeLessThanOrEqual(backoffMs(attempt + 1, () => 1))
          expect(backoffMs(attempt, () => random)).toBeCloseTo(random * longest, 6)
        }
      )
    )
  })

  it('differs from time to time', () => {
    expect(new Set(Array.from({ length: 20 }, () => backoffMs(5))).size).toBeGreaterThan(1)
  })
})

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['1', 1_000],
    [' 120 ', 120_000],
    ['Mon, 23 Nov 2026 18:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 17:00:00 GMT', 0]
  ])('%p asks for %d ms', (value, ms) => {
    expect(retryAfterMs(answer(429, { 'retry-after': value }), NOW)).toBe(ms)
  })

  it.each(['', ' ', 'soon', '1.5', '-1', '1,5', '0x10', '1e3', '10s', 'Retry 3', 'NaN', 'Infinity'])(
    'that cannot be understood asks for nothing: %p',
    value => {
      expect(retryAfterMs(answer(429, { 'retry-after': value }), NOW)).toBeUndefined()
    }
  )

  it('that is absent asks for nothing', () => {
    expect(retryAfterMs(answer(429), NOW)).toBeUndefined()
  })
})

describe('the reset of a rate limit', () => {
  const reset = (headers: Record<string, string>, status = 429) =>
    rateLimitResetMs(answer(status, headers), NOW)

  it.each([
    ['x-ratelimit-reset', '12', 12_000],
    ['x-ratelimit-reset', '0', 0],
    ['x-ratelimit-reset', '1.5', 1_500],
    ['x-ratelimit-reset', String(NOW / 1_000 + 30), 30_000],
    ['x-ratelimit-reset', String(NOW + 30_000), 30_000],
    ['x-ratelimit-reset', String(NOW / 1_000 - 30), 0],
    ['inin-ratelimit-reset', '20', 20_000],
    ['ratelimit-reset', '7', 7_000]
  ])('%s: %s asks for %d ms', (name, value, ms) => {
    expect(reset({ [name]: value })).toBe(ms)
  })

  it.each(['', ' ', 'soon', '-1', '1e3', '0x10', '12s', '12, 13', 'NaN', 'Infinity', '9'.repeat(400)])(
    'that cannot be understood asks for nothing: %p',
    value => {
      expect(reset({ 'x-ratelimit-reset': value })).toBeUndefined()
    }
  )

  it('counts where nothing is left, as far as the server says', () => {
    expect(reset({ 'x-ratelimit-reset': '12', 'x-ratelimit-remaining': '0' })).toBe(12_000)
    expect(reset({ 'x-ratelimit-reset': '12', 'x-ratelimit-remaining': '4000' })).toBeUndefined()
  })

  it('counts for a refusal only', () => {
    for (const status of [200, 500, 503]) expect(reset({ 'x-ratelimit-reset': '12' }, status)).toBeUndefined()
  })

  it('is waited for where there is no Retry-After', () => {
    const wait = (headers: Record<string, string>) => waitBefore(answer(429, headers), before(MOST + 1))
    expect(wait({ 'x-ratelimit-reset': '12' })).toBeGreaterThanOrEqual(12_000)
    expect(wait({ 'x-ratelimit-reset': '12', 'retry-after': '3' })).toBeLessThan(4_000)
  })
})
