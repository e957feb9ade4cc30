import { describe, expect, test } from '@jest/globals'
import type { GenesysOptions } from '../../../simulator/genesys/start.ts'
import type { RecordedRequest, Reply } from '../../../simulator/server.ts'
import { status } from '../../support/faults.ts'
import { API, annotations, gate, SIGN_IN, SLO } from '../../support/scenario.ts'

const RESET: Reply = { raw: request => request.socket.resetAndDestroy() }
const ASKS_FOR_A_SECOND = status(429, { 'retry-after': '1' })
const THROTTLED = status(400, {}, { error: 'invalid_request', description: 'rate limit exceeded' })

/** Answers below the path with one fault after the other, then as ever. */
function first(path: string, ...faults: Reply[]): NonNullable<GenesysOptions['intercept']> {
  return (request: RecordedRequest) => (request.path.startsWith(path) ? faults.shift() : undefined)
}

describe('a fault that passes', () => {
  test.concurrent.each<[string, string, Reply[], (number | null)[]]>([
    ['503', API, [status(503)], [200, 503, 200]],
    ['four times 503', API, Array(4).fill(status(503)), [200, 503, 503, 503, 503, 200]],
    ['a reset', API, [RESET], [200, null, 200]],
    ['429 that asks for a second', API, [ASKS_FOR_A_SECOND], [200, 429, 200]],
    ['each of them in turn', API, [status(500), RESET, status(504)], [200, 500, null, 504, 200]],
    ['one sign-in too many', SIGN_IN, [THROTTLED], [400, 200, 200]],
    ['a sign-in with 503', SIGN_IN, [status(503), RESET], [503, null, 200, 200]],
    ['a token that was revoked', API, [status(401)], [200, 401, 200, 200]]
  ])('is forgotten, and reported with every attempt: %s', async (_title, path, faults, statuses) => {
    const run = await gate({ slos: { [SLO]: 0.4 }, intercept: first(path, ...faults) })

    expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.4' })
    expect(run.exitCode).toBe(0)
    expect(run.report.requests.map(({ status }: Attempt) => status)).toEqual(statuses)
    for (const attempt of run.report.requests) {
      expect(attempt).toEqual({
        id: expect.any(Number),
        startedAt: expect.stringMatching(/Z$/),
        method: expect.stringMatching(/^(GET|POST)$/),
        url: expect.stringContaining(run.genesys.url),
        status: attempt.status,
        durationMs: expect.any(Number),
        attempt: expect.any(Number)
      })
    }
  })

  test('counts its attempts anew for every request', async () => {
    const intercept = first(API, status(503), RESET)
    const run = await gate({ slos: { [SLO]: 0.4 }, intercept })

    expect(run.report.requests.map(({ attempt }: Attempt) => attempt)).toEqual([1, 1, 2, 3])
  })

  test('may take longer than five attempts where the server asks for each wait', async () => {
    const intercept = first(API, ...Array(6).fill(ASKS_FOR_A_SECOND))
    const run = await gate({ slos: { [SLO]: 0.4 }, intercept })

    expect(run.outputs['verdict']).toBe('healthy')
    expect(run.genesys.burnRateRequests()).toHaveLength(7)
  })
})

describe('one SLO that cannot be read', () => {
  const broken: GenesysOptions['intercept'] = request =>
    request.path.includes('/slo-broken/') ? status(403) : undefined
  const slos = { 'slo-good': 0.4, 'slo-low': 0.9, 'slo-broken': 0.1 }
  const inputs = { 'slo-id': 'slo-good, slo-broken, slo-low' }

  test('blocks, and hides the reading of none of the others', async () => {
    const run = await gate({ slos, intercept: broken }, { inputs })

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
    expect(run.report.slos).toEqual([
      expect.objectContaining({ id: 'slo-broken', verdict: 'source-error', burnRate: null }),
      expect.objectContaining({ id: 'slo-low', verdict: 'warning', burnRate: 0.9 }),
      expect.objectContaining({ id: 'slo-good', verdict: 'healthy', burnRate: 0.4 })
    ])
    for (const shown of ['slo-broken', 'slo-low', 'slo-good', 'HTTP 403']) {
      expect(run.summary).toContain(shown)
    }
    expect(run.summary).toMatch(/slo-good.*0\.4/)
    expect(run.summary).toMatch(/slo-low.*0\.9/)
  })

  test('does not hide, under on-error: allow, that another one is exhausted', async () => {
    const options = { inputs: { ...inputs, 'on-error': 'allow' } }
    const run = await gate({ slos: { ...slos, 'slo-good': 1.5 }, intercept: broken }, options)

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted', 'burn-rate': '1.5' })
    expect(annotations(run, 'error')).toEqual([expect.stringContaining('slo-good')])
  })

  test('and answers with a value as deep as a well leaves the others as they are', async () => {
    const deep = `{"burnRate":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const reply: Reply = { body: deep, headers: { 'content-type': 'application/json' } }
    const intercept: GenesysOptions['intercept'] = request =>
      request.path.includes('/slo-broken/') ? reply : undefined
    const run = await gate({ slos, intercept }, { inputs })

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    expect(run.report.slos.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      'source-error',
      'warning',
      'healthy'
    ])
  })
})

interface Attempt {
  status: number | null
  attempt: number
}
