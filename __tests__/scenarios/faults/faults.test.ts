import { describe, expect, test } from '@jest/globals'
import { expectBlocked, expectHeld, type Fault, faulty, json, status } from '../../support/faults.ts'
import { API, SIGN_IN } from '../../support/scenario.ts'

const HOUR = 3_600_000
const inAnHour = () => new Date(Date.now() + HOUR).toUTCString()
const oauth = (code: number, description: string): Reply =>
  status(code, {}, { error: 'invalid_request', description })
type Reply = ReturnType<typeof status>

describe('an answer of the API', () => {
  const once: Fault[] = [400, 403, 404, 408, 413, 418, 501].map(code => ({
    title: `${code}`,
    reply: status(code),
    requests: [1, 1],
    says: `HTTP ${code}`
  }))
  const again: Fault[] = [429, 500, 502, 503, 504].map(code => ({
    title: `${code} that lasts`,
    reply: status(code),
    requests: [1, 5],
    says: 'after 5 attempts'
  }))
  const waits: Fault[] = [
    {
      title: '429 that asks for a second each time',
      reply: status(429, { 'retry-after': '1' }),
      requests: [1, 3],
      timeout: 'PT3S',
      says: 'the next attempt would be in 1 s, past the time budget'
    },
    {
      title: '429 that asks for an hour',
      reply: status(429, { 'retry-after': '3600' }),
      requests: [1, 1],
      says: 'the next attempt would be in 3600 s, past the time budget of PT20S'
    },
    {
      title: '429 that asks for an hour, as a date',
      reply: () => status(429, { 'retry-after': inAnHour() }),
      requests: [1, 1],
      says: 'past the time budget of PT20S'
    },
    {
      title: '429 that asks for something that is no time',
      reply: status(429, { 'retry-after': 'soon' }),
      requests: [1, 5],
      says: 'after 5 attempts'
    },
    {
      title: '503 that asks for an hour',
      reply: status(503, { 'retry-after': '3600' }),
      requests: [1, 1],
      says: 'the next attempt would be in 3600 s'
    }
  ]
  const unauthorised: Fault[] = [
    { title: '401, after one more sign-in', reply: status(401), requests: [2, 2], says: 'HTTP 401' },
    {
      title: '401 for a token that was given',
      reply: status(401),
      requests: [0, 1],
      inputs: { 'genesys-access-token': 'access-token-value' },
      says: 'HTTP 401'
    }
  ]
  test.concurrent.each([...once, ...again, ...waits, ...unauthorised])('$title blocks', fault =>
    expectHeld(API, fault)
  )

  test('429 that asks to wait until a date is asked again only then', async () => {
    const asked: number[] = []
    // A date has no parts of a second.
    const date = new Date(Math.ceil(Date.now() / 1000 + 3) * 1000)
    const reply = () => {
      asked.push(Date.now())
      return status(429, { 'retry-after': date.toUTCString() })
    }
    const run = await faulty(API, { title: '429', reply, requests: [1, 5] })

    expectBlocked(run)
    expect(asked).toHaveLength(5)
    expect(asked[1]).toBeGreaterThanOrEqual(date.getTime())
  })
})

describe('an answer of the sign-in', () => {
  const once: Fault[] = [400, 401, 403, 404, 408, 413].map(code => ({
    title: `${code}`,
    reply: oauth(code, 'no'),
    requests: [1, 0],
    says: `HTTP ${code}`
  }))
  const again: Fault[] = [429, 500, 502, 503, 504].map(code => ({
    title: `${code} that lasts`,
    reply: status(code),
    requests: [5, 0],
    says: 'after 5 attempts'
  }))
  const own: Fault[] = [
    {
      title: '400 "rate limit exceeded" that lasts',
      reply: oauth(400, 'auth rate limit exceeded'),
      requests: [5, 0],
      says: 'rate limit exceeded'
    },
    {
      title: '429 that asks for an hour',
      reply: status(429, { 'retry-after': '3600' }),
      requests: [1, 0],
      says: 'the next attempt would be in 3600 s'
    },
    {
      title: 'without a token',
      reply: json('{"token_type":"bearer"}'),
      requests: [1, 0],
      says: 'access_token'
    },
    {
      title: 'with an empty token',
      reply: json('{"access_token":""}'),
      requests: [1, 0],
      says: 'access_token'
    }
  ]
  test.concurrent.each([...once, ...again, ...own])('$title blocks', fault => expectHeld(SIGN_IN, fault))
})

describe('however many SLOs there are', () => {
  const inputs = { 'slo-id': Array.from({ length: 30 }, (_, index) => `slo-${index}`).join() }

  test('a sign-in that is refused is not tried again for each', () =>
    expectHeld(SIGN_IN, { title: '', reply: oauth(401, 'no'), requests: [1, 0], inputs }))

  test('a sign-in that fails is not tried again for each', () =>
    expectHeld(SIGN_IN, { title: '', reply: status(503), requests: [5, 0], inputs }))

  test('a token that is refused is renewed once for all', async () => {
    const run = await faulty(API, { title: '', reply: status(401), requests: [2, 60], inputs })

    expectBlocked(run, { says: 'HTTP 401' })
    expect(run.genesys.tokenRequests()).toHaveLength(2)
    expect(run.genesys.burnRateRequests().length).toBeLessThanOrEqual(60)
  })

  test('an hour that has to be waited for ends all of them at once', () =>
    expectHeld(API, {
      title: '',
      reply: status(429, { 'retry-after': '3600' }),
      requests: [1, 30],
      inputs,
      says: 'past the time budget'
    }))
})
