// What only SLOs of Genesys Cloud and its sign-in can get wrong; other faults are in faults.test.ts.
import { describe, expect, test } from '@jest/globals'
import type { GenesysOptions } from '../../../simulator/genesys/start.ts'
import type { Reply } from '../../../simulator/server.ts'
import { expectBlocked, json, status } from '../../support/faults.ts'
import { API, annotations, answering, type GenesysRun, gate, SIGN_IN, SLO } from '../../support/scenario.ts'

/** The simulator numbers its answers: the sign-in is the first, the burn rate the second. */
const [FIRST, SECOND] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

test.each([
  ['missing', '{}'],
  ['null', '{"burnRate":null}'],
  ['negative', '{"burnRate":-0.4}'],
  ['a text', '{"burnRate":"0.4"}'],
  ['an empty text', '{"burnRate":""}'],
  ['NaN', '{"burnRate":NaN}'],
  ['1e999', '{"burnRate":1e999}'],
  ['a list', '{"burnRate":[0.4]}'],
  ['half a million lists', `{"burnRate":${nested(500_000)}}`],
  ['an object', '{"burnRate":{"value":0.4}}'],
  ['true', '{"burnRate":true}'],
  ['false', '{"burnRate":false}'],
  ['in another letter case', '{"burnrate":0.4}'],
  ['on the prototype', '{"__proto__":{"burnRate":0.4}}']
])('a burn rate that is %s blocks after one question, naming SLO and correlation id', async (_what, body) => {
  const run = await gate({ intercept: answering(API, json(body)) })

  expectBlocked(run, SECOND)
  expect(run.outputs).toMatchObject({ 'budget-remaining': '', 'budget-health': '' })
  expect(run.genesys.tokenRequests()).toHaveLength(1)
  expect(run.genesys.burnRateRequests()).toHaveLength(1)
})

test('a burn rate that is a very long text is cut short in the reason', async () => {
  const run = await gate({ slos: { [SLO]: () => 'x'.repeat(100_000) } })

  expectBlocked(run)
  expect(run.outputs['reason']?.length).toBeLessThan(1000)
})

const oauth = (code: number, words: string): Reply =>
  status(code, {}, { error: 'invalid_request', error_description: words })
const WHY = 'the server says why'

describe('a refusal says what to do', () => {
  test.each([
    [400, 'check'],
    [401, 'check that the token is valid'],
    [403, 'give the OAuth client a role'],
    [404, 'check the SLO id']
  ])('of the API with %i', async (code, remedy) => {
    const run = await gate({ intercept: answering(API, status(code, {}, { message: WHY })) })

    for (const words of [`HTTP ${code}`, WHY, remedy]) expectBlocked(run, words)
  })

  test.each([
    [400, 'client credentials grant'],
    [401, 'genesys-client-id'],
    [403, 'check'],
    [404, 'genesys-login-url']
  ])('of the sign-in with %i, after which nothing is asked', async (code, remedy) => {
    const run = await gate({ intercept: answering(SIGN_IN, oauth(code, WHY)) })

    for (const words of [`HTTP ${code}`, WHY, remedy, FIRST]) expectBlocked(run, words)
    expect(run.genesys.requests).toHaveLength(1)
  })
})

describe('the sign-in', () => {
  test.each([
    ['no access_token', { token_type: 'bearer' }],
    ['an empty access_token', { access_token: '' }],
    ['an access_token that is a number', { access_token: 5 }],
    ['an access_token that no header can hold', { access_token: 'a\r\nb: c' }]
  ])('with %s blocks, and the burn rate is not asked', async (_what, body) => {
    const run = await gate({ intercept: answering(SIGN_IN, { body }) })

    expectBlocked(run)
    expect(run.genesys.requests).toHaveLength(1)
  })

  const throttled = status(400, {}, { error: 'invalid_request', description: 'auth rate limit exceeded' })

  test('that is throttled, which is answered with 400, is tried five times', async () => {
    const run = await gate({ intercept: answering(SIGN_IN, throttled) })

    expectBlocked(run, 'rate limit exceeded')
    expect(run.genesys.requests).toHaveLength(5)
  })

  test('that is throttled once is forgotten', async () => {
    const run = await gate({ slos: { [SLO]: 0.4 }, intercept: first(SIGN_IN, throttled) })

    expect(run.outputs['verdict']).toBe('healthy')
    expect(run.genesys.tokenRequests()).toHaveLength(2)
  })
})

test('a token that is refused and was given to us is not asked with again', async () => {
  const inputs = { 'genesys-access-token': 'access-token-value' }
  const run = await gate({ intercept: answering(API, status(401)) }, { inputs })

  expectBlocked(run, 'HTTP 401')
  expect(run.genesys.requests).toHaveLength(1)
})

test('a token that was revoked is renewed once, and the run goes on', async () => {
  const run = await gate({ slos: { [SLO]: 0.4 }, intercept: first(API, status(401)) })

  expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
  expect(run.report.requests.map(({ status }: { status: number }) => status)).toEqual([200, 401, 200, 200])
})

test('each fault that passes is in the report with every attempt', async () => {
  const reset: Reply = { raw: ({ socket }) => socket.resetAndDestroy() }
  const run = await gate({ slos: { [SLO]: 0.4 }, intercept: first(API, status(500), reset, status(504)) })

  expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.4' })
  expect(run.report.requests.map(({ status, attempt }: Attempt) => [status, attempt])).toEqual([
    [200, 1],
    [500, 1],
    [null, 2],
    [504, 3],
    [200, 4]
  ])
  for (const attempt of run.report.requests) {
    expect(attempt).toEqual({
      id: expect.any(Number),
      startedAt: expect.stringMatching(/Z$/),
      method: expect.stringMatching(/^(GET|POST)$/),
      url: expect.stringContaining(run.genesys.url),
      status: attempt.status,
      durationMs: expect.any(Number),
      attempt: attempt.attempt
    })
  }
})

describe('however many SLOs there are', () => {
  const inputs = { 'slo-id': [SLO, ...Array.from({ length: 29 }, (_, index) => `slo-${index}`)].join() }
  const requests = ({ genesys }: GenesysRun) => [
    genesys.tokenRequests().length,
    genesys.burnRateRequests().length
  ]

  test.each([
    ['is refused is not tried again for each', oauth(401, 'no'), 1],
    ['fails is not tried again for each', status(503), 5]
  ])('a sign-in that %s', async (_what, reply, signIns) => {
    const run = await gate({ intercept: answering(SIGN_IN, reply) }, { inputs })

    expectBlocked(run)
    expect(requests(run)).toEqual([signIns, 0])
  })

  test('a token that is refused is renewed once for all', async () => {
    const run = await gate({ intercept: answering(API, status(401)) }, { inputs })

    expectBlocked(run, 'HTTP 401')
    const [signIns, questions] = requests(run)
    expect(signIns).toBe(2)
    expect(questions).toBeLessThanOrEqual(60)
  })

  test('an hour that has to be waited for ends all of them at once', async () => {
    const run = await gate({ intercept: answering(API, status(429, { 'retry-after': '3600' })) }, { inputs })

    expectBlocked(run, 'past the time budget')
    expect(requests(run)).toEqual([1, 30])
  })
})

describe('one SLO that cannot be read', () => {
  const slos = { 'slo-good': 0.4, 'slo-low': 0.9, 'slo-broken': 0.1 }
  const inputs = { 'slo-id': 'slo-good, slo-broken, slo-low' }
  const broken =
    (reply: Reply): NonNullable<GenesysOptions['intercept']> =>
    ({ path }) =>
      path.includes('/slo-broken/') ? reply : undefined

  test.each([
    ['because it is refused', status(403), 'HTTP 403'],
    ['because its value is as deep as a well', json(`{"burnRate":${nested(100_000)}}`), 'slo-broken']
  ])('%s blocks, and hides the reading of none of the others', async (_why, reply, says) => {
    const run = await gate({ slos, intercept: broken(reply) }, { inputs })

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
    expect(run.report.slos).toEqual([
      expect.objectContaining({ id: 'slo-broken', verdict: 'source-error', burnRate: null }),
      expect.objectContaining({ id: 'slo-low', verdict: 'warning', burnRate: 0.9 }),
      expect.objectContaining({ id: 'slo-good', verdict: 'healthy', burnRate: 0.4 })
    ])
    for (const shown of ['slo-broken', says]) expect(run.summary).toContain(shown)
    expect(run.summary).toMatch(/slo-good.*0\.4/)
    expect(run.summary).toMatch(/slo-low.*0\.9/)
  })

  test('does not hide, under on-error: allow, that another one is exhausted', async () => {
    const options = { inputs: { ...inputs, 'on-error': 'allow' } }
    const run = await gate({ slos: { ...slos, 'slo-good': 1.5 }, intercept: broken(status(403)) }, options)

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted', 'burn-rate': '1.5' })
    expect(annotations(run, 'error')).toEqual([expect.stringContaining('slo-good')])
  })
})

interface Attempt {
  status: number | null
  attempt: number
}

/** Answers below the path with one fault after the other, then leaves it to the simulator. */
function first(path: string, ...faults: Reply[]): NonNullable<GenesysOptions['intercept']> {
  return request => (request.path.startsWith(path) ? faults.shift() : undefined)
}
