import { describe, expect, test } from '@jest/globals'
import type { GenesysOptions } from '../../../simulator/genesys/start.ts'
import { type Reply, startServer } from '../../../simulator/server.ts'
import { API, annotations, answering, type GenesysRun, gate, SIGN_IN, SLO } from '../../support/scenario.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
/** The simulator counts its answers: the sign-in is the first, the burn rate the second. */
const [FIRST, SECOND] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']

const json = (body: string): Reply => ({ body, headers: JSON_TYPE })
const typed = (type: string): Reply => ({ body: '{"burnRate":0.4}', headers: { 'content-type': type } })
const status = (status: number, body: unknown = { message: 'no', burnRate: 0.4 }): Reply => ({ status, body })
const token = (body: unknown, status = 200): Reply => ({ status, body })

/** A burn rate that is none. */
const values: [string, Reply][] = [
  ['missing', json('{}')],
  ['null', json('{"burnRate":null}')],
  ['negative', json('{"burnRate":-0.4}')],
  ['a text', json('{"burnRate":"0.4"}')],
  ['an empty text', json('{"burnRate":""}')],
  ['NaN', json('{"burnRate":NaN}')],
  ['1e999', json('{"burnRate":1e999}')],
  ['a list', json('{"burnRate":[0.4]}')],
  ['an object', json('{"burnRate":{"value":0.4}}')],
  ['true', json('{"burnRate":true}')],
  ['false', json('{"burnRate":false}')],
  ['in another letter case', json('{"burnrate":0.4}')],
  ['on the prototype', json('{"__proto__":{"burnRate":0.4}}')]
]

/** A body that is no answer. */
const bodies: [string, Reply][] = [
  ['an HTML page', { body: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } }],
  ['empty', json('')],
  ['only spaces', json('  \n')],
  ['truncated JSON', json('{"burnRate":0.4')],
  ['two JSON values', json('{"burnRate":0.4}{"burnRate":0.4}')],
  ['JSON in a list', json('[{"burnRate":0.4}]')],
  ['a bare number', json('0.4')],
  ['null', json('null')],
  ['JSON declared as text', typed('text/plain')],
  ['JSON declared as HTML', typed('text/html')],
  ['JSON declared in another charset', typed('application/json; charset=utf-16')],
  ['larger than 10 MiB', json(`{"burnRate":0.4${' '.repeat(10 * 1024 ** 2)}}`)]
]

/** A status that is not 200, even with a burn rate in the body. */
const statuses: [string, Reply][] = [
  ['201 Created', status(201)],
  ['202 Accepted', status(202)],
  ['204 No Content', { status: 204 }],
  ['206 Partial Content', status(206)],
  ['304 Not Modified', { status: 304 }],
  ['400 Bad Request', status(400)],
  ['403 Forbidden', status(403)],
  ['404 Not Found', status(404)],
  ['501 Not Implemented', status(501)]
]

describe.each([
  ['a burn rate that is', values],
  ['an answer that is', bodies],
  ['an answer with the status', statuses]
])('%s', (_title, faults) => {
  test.each(faults)('%s blocks after one question, naming SLO and correlation id', async (_fault, reply) => {
    const run = await gate({ intercept: answering(API, reply) })

    expectBlocked(run)
    expect(run.outputs['reason']).toContain(SLO)
    expect(run.outputs['reason']).toContain(SECOND)
    expect(run.genesys.tokenRequests()).toHaveLength(1)
    expect(run.genesys.burnRateRequests()).toHaveLength(1)
  })

  test.each(faults)(
    '%s is let pass by on-error: allow, but is called a source error',
    async (_fault, reply) => {
      const run = await gate({ intercept: answering(API, reply) }, { inputs: { 'on-error': 'allow' } })

      expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'source-error', 'burn-rate': '' })
      expect(run.exitCode).toBe(0)
      expect(annotations(run, 'warning')).toEqual([expect.stringContaining(SLO)])
      expect(annotations(run, 'error')).toEqual([])
    }
  )
})

test('a burn rate that is a very long text is cut short in the reason', async () => {
  const run = await gate({ slos: { [SLO]: () => 'x'.repeat(100_000) } })

  expectBlocked(run)
  expect(run.outputs['reason']?.length).toBeLessThan(1000)
})

describe('a refusal says what to mend', () => {
  test.each([
    [400, 'check'],
    [401, 'check that the token is valid'],
    [403, 'give the OAuth client a role'],
    [404, 'check the SLO id']
  ])('of the API with %i', async (code, remedy) => {
    const run = await gate({ intercept: answering(API, status(code, { message: 'the server says why' })) })

    expectBlocked(run)
    expect(run.outputs['reason']).toContain(`HTTP ${code}`)
    expect(run.outputs['reason']).toContain('the server says why')
    expect(run.outputs['reason']).toContain(remedy)
  })

  test.each([
    ['400', token({ error_description: 'the server says why' }, 400), 'client credentials grant'],
    ['401', token({ error_description: 'the server says why' }, 401), 'genesys-client-id'],
    ['403', token({ error_description: 'the server says why' }, 403), 'check'],
    ['404', token({ error_description: 'the server says why' }, 404), 'genesys-login-url']
  ])('of the sign-in with %s, after which nothing is asked', async (code, reply, remedy) => {
    const run = await gate({ intercept: answering(SIGN_IN, reply) })

    expectBlocked(run)
    expect(run.outputs['reason']).toContain(`HTTP ${code}`)
    expect(run.outputs['reason']).toContain('the server says why')
    expect(run.outputs['reason']).toContain(remedy)
    expectOnlySignIn(run)
  })
})

describe('a token that is refused', () => {
  const refused = answering(API, status(401))

  test('is renewed by one more sign-in, once', async () => {
    const run = await gate({ intercept: refused })

    expectBlocked(run)
    expect(run.genesys.tokenRequests()).toHaveLength(2)
    expect(run.genesys.burnRateRequests()).toHaveLength(2)
  })

  test('is not asked with again when it was given to us', async () => {
    const run = await gate(
      { intercept: refused },
      { inputs: { 'genesys-access-token': 'access-token-value' } }
    )

    expectBlocked(run)
    expect(run.genesys.requests).toHaveLength(1)
  })

  test('is let pass by on-error: allow, but is called a source error', async () => {
    const run = await gate({ intercept: refused }, { inputs: { 'on-error': 'allow' } })

    expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'source-error' })
    expect(run.exitCode).toBe(0)
  })
})

describe('a sign-in without a token', () => {
  test.each([
    ['no access_token', token({ token_type: 'bearer' })],
    ['an empty access_token', token({ access_token: '' })],
    ['an access_token that is a number', token({ access_token: 5 })],
    ['an access_token that no header can hold', token({ access_token: 'a\r\nb: c' })],
    ['an HTML page', token('<html>')],
    ['nothing', token('')]
  ])('but with %s blocks, and the burn rate is not asked', async (_fault, reply) => {
    const run = await gate({ intercept: answering(SIGN_IN, reply) })

    expectBlocked(run)
    expect(run.genesys.burnRateRequests()).toEqual([])
  })
})

describe('a fault that may pass', () => {
  const reset: Reply = { raw: request => request.socket.destroy() }
  const endsEarly: Reply = {
    raw: (_request, response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-length': '99' })
      response.write('{"burnRate":0.4}', () => response.destroy())
    }
  }
  const silence: Reply = { raw: () => undefined }
  const faults: [string, Reply][] = [
    ['500', status(500)],
    ['502', status(502, '<html>Bad Gateway</html>')],
    ['503', status(503)],
    ['504', status(504)],
    ['429', status(429)],
    ['a reset connection', reset],
    ['an answer that ends early', endsEarly]
  ]
  // The real backoff takes its time, so these wait together.
  test.concurrent.each(faults)(
    'of %s blocks when it lasts, after several questions',
    async (_fault, reply) => {
      const run = await gate({ intercept: answering(API, reply) }, { inputs: { timeout: 'PT2S' } })

      expectBlocked(run)
      expect(run.genesys.burnRateRequests().length).toBeGreaterThan(1)
      expect(run.genesys.burnRateRequests().length).toBeLessThanOrEqual(5)
    }
  )

  test.concurrent.each(faults)('of %s is forgotten when the next answer is good', async (_fault, reply) => {
    const run = await gate({ slos: { [SLO]: 0.4 }, intercept: once(API, reply) })

    expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.4' })
    expect(run.genesys.burnRateRequests()).toHaveLength(2)
    const attempts = run.report.requests.map(({ attempt }: { attempt: number }) => attempt)
    expect(attempts).toEqual([1, 1, 2])
  })

  test('of too many sign-ins, which is answered with 400, is forgotten when the next one is good', async () => {
    const reply = token({ error: 'invalid_request', description: 'auth rate limit exceeded' }, 400)
    const run = await gate({ slos: { [SLO]: 0.4 }, intercept: once(SIGN_IN, reply) })

    expect(run.outputs['verdict']).toBe('healthy')
    expect(run.genesys.tokenRequests()).toHaveLength(2)
  })

  test('of a server that never answers blocks when the time is up', async () => {
    const run = await gate({ intercept: answering(API, silence) }, { inputs: { timeout: 'PT1S' } })

    expectBlocked(run)
    expect(run.outputs['reason']).toContain('PT1S')
  })

  test('of a server that asks for more time than there is blocks without a second question', async () => {
    const reply: Reply = { status: 503, headers: { 'Retry-After': '3600' } }
    const run = await gate({ intercept: answering(API, reply) })

    expectBlocked(run)
    expect(run.genesys.burnRateRequests()).toHaveLength(1)
  })
})

describe('a source that is somewhere else', () => {
  test('is not followed to another origin, which never sees the token', async () => {
    const other = await startServer(() => ({ body: { burnRate: 0.4 } }))
    const reply: Reply = { status: 307, headers: { location: `${other.url}/burnRate` } }
    const run = await gate({ intercept: answering(API, reply) })
    await other.close()

    expectBlocked(run)
    expect(run.outputs['reason']).toContain(other.url)
    expect(other.requests).toEqual([])
  })

  test('and is not there blocks', async () => {
    const run = await gate({}, { inputs: { 'genesys-login-url': 'http://127.0.0.1:9', timeout: 'PT1S' } })

    expectBlocked(run)
    expect(run.genesys.requests).toEqual([])
  })
})

function expectBlocked(run: GenesysRun): void {
  expect(run.outputs).toMatchObject({
    decision: 'block',
    verdict: 'source-error',
    'burn-rate': '',
    'budget-remaining': '',
    'budget-health': ''
  })
  expect(run.exitCode).toBe(1)
  expect(annotations(run, 'error')).toEqual([expect.stringContaining(run.outputs['reason'] ?? 'no reason')])
}

function expectOnlySignIn({ genesys, outputs }: GenesysRun): void {
  expect(outputs['reason']).toContain(FIRST)
  expect(genesys.tokenRequests()).toHaveLength(1)
  expect(genesys.requests).toHaveLength(1)
}

/** Only the first question is answered like this. */
function once(path: string, reply: Reply): NonNullable<GenesysOptions['intercept']> {
  const intercept = answering(path, reply)
  let isDone = false
  return request => {
    const first = isDone ? undefined : intercept(request)
    isDone ||= first !== undefined
    return first
  }
}
