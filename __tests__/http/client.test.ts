import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { testClock } from '../../simulator/harness/clock.ts'
import { type Reply, type Server, startServer } from '../../simulator/server.ts'
import { type Attempt, HttpClient } from '../../src/http/client.ts'
import { HttpFailure } from '../../src/http/failure.ts'
import { TimeBudget } from '../../src/http/timeBudget.ts'
import type { Clock } from '../../src/time/clock.ts'
import { VERSION } from '../../src/version.ts'
import { lasting } from '../support/builders.ts'

const MIB = 1024 ** 2
const OK: Reply = { body: { burnRate: 0.4 } }
const RESET: Reply = { raw: request => request.socket.resetAndDestroy() }
const SILENCE: Reply = { raw: () => {} }
const HALF: Reply = {
  raw: (request, response) => {
    response.writeHead(200, { 'content-length': 100 })
    response.write('{"burnRate":', () => request.socket.destroy())
  }
}
const HALF_THEN_SILENCE: Reply = {
  raw: (_request, response) => {
    response.writeHead(200, { 'content-length': 100 })
    response.write('{"burnRate":')
  }
}
const status = (code: number, headers: Record<string, string> = {}): Reply => ({ status: code, headers })
const redirect = (location: string, code = 302): Reply => status(code, { location })

const isBadRequest = (response: { status: number }) => response.status === 400

const opened: { close(): unknown }[] = []

/** Answers one reply after the other; the last one stays. */
async function serving(...replies: Reply[]): Promise<Server> {
  const server = await startServer(() => (replies.length > 1 ? replies.shift() : replies[0]) ?? OK)
  opened.push(server)
  return server
}

function clientWith({ time = 'PT1M', clock }: { time?: string; clock?: Clock } = {}) {
  const attempts: Attempt[] = []
  const timeBudget = new TimeBudget(lasting(time), clock)
  const http = new HttpClient({
    maxAttempts: 5,
    maxBytes: 10 * 1024 * 1024,
    proxyFor: () => undefined,
    redact: text => text,
    timeBudget,
    onAttempt: attempt => attempts.push(attempt)
  })
  opened.push(http)
  return { http, attempts }
}

/** What is left of a request to this server: its answer or its failure, and the attempts. */
async function ask(url: string, { time = 'PT1M', ...request }: Partial<Asked> = {}) {
  const { http, attempts } = clientWith({ time })
  const result = await http.send({ method: 'GET', url, ...request }).catch((error: unknown) => error)
  return { result, attempts }
}
type Asked = Parameters<HttpClient['send']>[0] & { time: string }

/** The jitter is the only thing random; without it a test knows how long a wait is. */
const jitter = (value: number) => jest.spyOn(Math, 'random').mockReturnValue(value)

beforeEach(() => {
  jitter(0)
})
afterEach(async () => {
  jest.restoreAllMocks()
  for (const thing of opened.splice(0)) await thing.close()
})

describe('a request', () => {
  it('is sent as it is told, under the name of the gate', async () => {
    const server = await serving(OK)
    const headers = { authorization: 'Bearer token', 'content-type': 'text/plain' }
    await ask(`${server.url}/a/b?c=d%20e`, { method: 'POST', headers, body: 'the body' })
    expect(server.requests).toEqual([
      {
        method: 'POST',
        path: '/a/b?c=d%20e',
        headers: expect.objectContaining({ ...headers, 'user-agent': `error-budget-gate/${VERSION}` }),
        body: 'the body'
      }
    ])
  })

  it('is answered with status, headers by their names in lower case, and text', async () => {
    const server = await serving({ status: 202, headers: { 'ININ-Correlation-Id': 'abc' }, body: 'grüß' })
    const { result } = await ask(server.url)
    expect(result).toMatchObject({ status: 202, headers: { 'inin-correlation-id': 'abc' }, text: 'grüß' })
  })

  it('is reported attempt by attempt, with numbers', async () => {
    const server = await serving(status(503), RESET, OK)
    const { attempts } = await ask(`${server.url}/path`)
    const same = {
      method: 'GET',
      url: `${server.url}/path`,
      durationMs: expect.any(Number),
      startedAt: expect.any(Date)
    }
    expect(attempts).toEqual([
      { ...same, status: 503, attempt: 1 },
      { ...same, status: null, attempt: 2 },
      { ...same, status: 200, attempt: 3 }
    ])
    for (const { durationMs } of attempts) expect(Number.isInteger(durationMs) && durationMs >= 0).toBe(true)
  })

  it('is one of ten at the same time, not more and not fewer', async () => {
    const total = 25
    const waiting: (() => void)[] = []
    let answered = 0
    let most = 0
    const answerAll = () => {
      answered += waiting.length
      for (const answer of waiting.splice(0)) answer()
    }
    const server = await startServer(async () => {
      await new Promise<void>(answer => {
        most = Math.max(most, waiting.push(answer))
        // Nobody is answered before all ten are there, and an eleventh has had its chance.
        if (waiting.length === Math.min(10, total - answered)) setTimeout(answerAll, 50)
      })
      return OK
    })
    opened.push(server)
    const { http } = clientWith()
    await Promise.all(Array.from({ length: total }, () => http.send({ method: 'GET', url: server.url })))
    expect(server.requests).toHaveLength(total)
    expect(most).toBe(10)
  })
})

describe('an answer that may be better next time', () => {
  it('is asked for again after a real backoff', async () => {
    jest.restoreAllMocks()
    const server = await serving(status(503), OK)
    const { result } = await ask(server.url)
    expect(result).toMatchObject({ status: 200 })
    expect(server.requests).toHaveLength(2)
  })

  it.each([
    [429, 'GET', {}, 2],
    [500, 'GET', {}, 2],
    [502, 'GET', {}, 2],
    [503, 'GET', {}, 2],
    [504, 'GET', {}, 2],
    [503, 'POST', {}, 2],
    [500, 'POST', { isRead: true }, 2],
    [500, 'POST', {}, 1],
    [500, 'PUT', {}, 1],
    [400, 'GET', { retryWhen: isBadRequest }, 2],
    [409, 'GET', { retryWhen: isBadRequest }, 1],
    [400, 'GET', {}, 1],
    [401, 'GET', {}, 1],
    [403, 'GET', {}, 1],
    [404, 'GET', {}, 1],
    [501, 'GET', {}, 1],
    [204, 'GET', {}, 1]
  ] as const)('%d to a %s with %p is sent %d time(s)', async (code, method, options, times) => {
    const server = await serving(status(code), OK)
    const { result } = await ask(server.url, { method, ...options })
    expect(server.requests).toHaveLength(times)
    expect(result).toMatchObject({ status: times === 1 ? code : 200 })
  })

  it('stands after five attempts', async () => {
    const server = await serving(status(503))
    const { result } = await ask(server.url)
    expect(server.requests).toHaveLength(5)
    expect(result).toMatchObject({ status: 503 })
  })

  it('stands at once when the next wait would go beyond the time', async () => {
    jitter(1)
    const server = await serving(status(503))
    const { result } = await ask(server.url, { time: 'PT0.4S' })
    expect(server.requests).toHaveLength(1)
    expect(result).toMatchObject({ status: 503 })
  })
})

describe('Retry-After', () => {
  it('of 0 is asked again like any other', async () => {
    const server = await serving(status(429, { 'retry-after': '0' }), OK)
    const { result } = await ask(server.url)
    expect(result).toMatchObject({ status: 200 })
    expect(server.requests).toHaveLength(2)
  })

  it('of 0 again and again is no leave to hammer', async () => {
    const server = await serving(status(429, { 'retry-after': '0' }))
    const { result } = await ask(server.url)
    expect(result).toMatchObject({ status: 429 })
    expect(server.requests).toHaveLength(5)
  })

  it('is waited for', async () => {
    const server = await serving(status(429, { 'retry-after': '1' }), OK)
    const started = performance.now()
    const { result } = await ask(server.url)
    expect(result).toMatchObject({ status: 200 })
    expect(performance.now() - started).toBeGreaterThan(990)
  })

  it.each([
    ['3600 seconds', '3600'],
    ['a date', new Date(Date.now() + 3_600_000).toUTCString()],
    ['more than can be counted', '9'.repeat(400)]
  ])('beyond the time ends at once with the answer: %s', async (_what, value) => {
    const server = await serving(status(429, { 'retry-after': value }))
    const { result } = await ask(server.url)
    expect(server.requests).toHaveLength(1)
    expect(result).toMatchObject({ status: 429 })
  })
})

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('of %d within the same origin is followed', async code => {
    const server = await serving(redirect('/there?x=1', code), OK)
    const { result, attempts } = await ask(`${server.url}/here`)
    expect(result).toMatchObject({ status: 200 })
    expect(server.requests.map(({ path }) => path)).toEqual(['/here', '/there?x=1'])
    expect(attempts.map(({ url, attempt }) => [url, attempt])).toEqual([
      [`${server.url}/here`, 1],
      [`${server.url}/there?x=1`, 1]
    ])
  })

  it('to another origin is refused, and the other origin never hears of it', async () => {
    const other = await serving(OK)
    const server = await serving(redirect(`${other.url}/steal`))
    const { result } = await ask(server.url, { headers: { authorization: 'Bearer token' } })
    expect(result).toBeInstanceOf(HttpFailure)
    expect((result as Error).message).toContain(`another origin, ${other.url}`)
    expect(other.requests).toEqual([])
    expect(server.requests).toHaveLength(1)
  })

  it('to another origin is refused after one within the same origin as well', async () => {
    const other = await serving(OK)
    const server = await serving(redirect('/there'), redirect(other.url))
    const { result } = await ask(server.url)
    expect(result).toBeInstanceOf(HttpFailure)
    expect(other.requests).toEqual([])
  })

  it.each([
    ['another host', '//127.0.0.2/'],
    ['another port', 'http://127.0.0.1:1/'],
    ['another host after a user that looks like it', 'http://127.0.0.1@127.0.0.2/'],
    ['another scheme', 'https://127.0.0.1/'],
    ['a script', 'javascript:alert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['no address', 'http://[']
  ])('to %s is refused', async (_what, location) => {
    const server = await serving(redirect(location))
    const { result } = await ask(server.url)
    expect(result).toBeInstanceOf(HttpFailure)
    expect((result as Error).message).toContain('it redirects to')
    expect(server.requests).toHaveLength(1)
  })

  it('never takes a user and a password from where it leads', async () => {
    const to: { location: string } = { location: '' }
    const server = await startServer(({ path }) => (path === '/there' ? OK : redirect(to.location)))
    opened.push(server)
    to.location = `${server.url.replace('://', '://user:password@')}/there#part`
    const { result, attempts } = await ask(server.url, { headers: { authorization: 'Bearer token' } })
    expect(result).toMatchObject({ status: 200 })
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token',
      'Bearer token'
    ])
    expect(attempts.map(({ url }) => url)).toEqual([server.url, `${server.url}/there`])
  })

  it.each([
    [301, {}, 1],
    [302, {}, 1],
    [303, {}, 1],
    [307, {}, 2],
    [308, {}, 2],
    [302, { isRead: true }, 2]
  ])('of %d for a POST with %p is asked %d time(s), with its body', async (code, options, times) => {
    const server = await serving(redirect('/there', code), OK)
    const { result } = await ask(server.url, { method: 'POST', body: 'the body', ...options })
    expect(server.requests.map(({ method, body }) => [method, body])).toEqual(
      Array(times).fill(['POST', 'the body'])
    )
    if (times === 1) expect(String(result)).toContain(`redirects a change with HTTP ${code}`)
  })

  it('by Refresh is not one', async () => {
    const server = await serving({ ...OK, headers: { refresh: '0; url=/there' } })
    expect((await ask(server.url)).result).toMatchObject({ status: 200 })
    expect(server.requests).toHaveLength(1)
  })

  it('that leads round in a circle ends after five', async () => {
    const server = await serving(redirect('/again'))
    const { result } = await ask(server.url)
    expect(result).toBeInstanceOf(HttpFailure)
    expect((result as Error).message).toContain('more than 5 times')
    expect(server.requests).toHaveLength(6)
  })

  it('without a target is an answer like any other', async () => {
    const server = await serving(status(302))
    expect((await ask(server.url)).result).toMatchObject({ status: 302 })
  })
})

describe('a body', () => {
  it('may have 10 MiB', async () => {
    const server = await serving({ body: Buffer.alloc(10 * MIB, 'a') })
    const { result } = await ask(server.url)
    expect((result as { text: string }).text).toHaveLength(10 * MIB)
  })

  it('of more is refused and not asked for again', async () => {
    const server = await serving({ body: Buffer.alloc(10 * MIB + 1, 'a') })
    const { result, attempts } = await ask(server.url)
    expect(result).toBeInstanceOf(HttpFailure)
    expect((result as Error).message).toContain('larger than 10 MiB')
    expect(attempts.map(attempt => attempt.status)).toEqual([null])
  })

  it('that never ends is refused, too', async () => {
    const endless: Reply = {
      raw: (_request, response) => {
        const more = () => response.destroyed || response.write(Buffer.alloc(MIB, 'a'), more)
        more()
      }
    }
    const server = await serving(endless)
    const { result } = await ask(server.url)
    expect((result as Error).message).toContain('larger than 10 MiB')
    expect(server.requests).toHaveLength(1)
  })
})

describe('the network', () => {
  it('that refuses the connection is tried again, then the failure says so', async () => {
    const server = await serving(OK)
    await server.close()
    const { result, attempts } = await ask(server.url)
    expect(result).toBeInstanceOf(HttpFailure)
    expect((result as Error).message).toContain('ECONNREFUSED')
    expect(attempts.map(({ attempt, status }) => [attempt, status])).toEqual(
      [1, 2, 3, 4, 5].map(attempt => [attempt, null])
    )
  })

  it.each([
    ['resets the connection', RESET],
    ['breaks off in the middle of a body', HALF]
  ])('that %s is tried again', async (_what, fault) => {
    const server = await serving(fault, OK)
    const { result } = await ask(server.url)
    expect(result).toMatchObject({ status: 200 })
    expect(server.requests).toHaveLength(2)
  })

  it.each([
    ['resets every connection', RESET],
    ['breaks off every body', HALF]
  ])('that %s is a failure, never half an answer', async (_what, fault) => {
    const server = await serving(fault)
    const { result } = await ask(server.url)
    expect(result).toBeInstanceOf(HttpFailure)
    expect(server.requests).toHaveLength(5)
  })

  it.each([
    ['before the answer', SILENCE],
    ['in the middle of it', HALF_THEN_SILENCE]
  ])('that falls silent %s is left when the time is up', async (_when, fault) => {
    const server = await serving(fault)
    const started = performance.now()
    const { result, attempts } = await ask(server.url, { time: 'PT0.3S' })
    // Far less than the silence that ends a connection by itself.
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(result).toBeInstanceOf(HttpFailure)
    expect((result as Error).message).toContain('PT0.3S (300 milliseconds) is used up')
    expect(attempts).toEqual([expect.objectContaining({ status: null, attempt: 1 })])
  })

  it('is not used any more when the time is up', async () => {
    const server = await serving(SILENCE)
    const { http } = clientWith({ time: 'PT0.3S' })
    const send = () => http.send({ method: 'GET', url: server.url })
    await expect(send()).rejects.toThrow('used up')
    await expect(send()).rejects.toThrow('used up')
    expect(server.requests).toHaveLength(1)
  })

  it('never sees a header that node refuses, and the failure does not show it', async () => {
    const server = await serving(OK)
    const { result } = await ask(server.url, { headers: { authorization: 'Bearer to\nken' } })
    expect(result).toBeInstanceOf(HttpFailure)
    expect(String(result)).not.toContain('ken')
    expect(server.requests).toEqual([])
  })
})

describe('a failure of the network', () => {
  const withCode = (code: string) => Object.assign(new Error('it failed'), { code })

  it.each(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH'])(
    'may pass: %s',
    code => {
      expect(HttpFailure.from(withCode(code))).toMatchObject({
        message: `it failed (${code})`,
        isTransient: true
      })
    }
  )

  it.each([
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_INVALID_CHAR',
    'EPROTO'
  ])('does not pass by itself: %s', code => {
    expect(HttpFailure.from(withCode(code)).isTransient).toBe(false)
  })

  it.each([
    ['CERT_HAS_EXPIRED', 'has expired; renew it'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'NODE_EXTRA_CA_CERTS'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'NODE_EXTRA_CA_CERTS'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'for another host name; check the address'],
    ['EPROTO', 'TLS handshake failed']
  ])('says what to do: %s', (code, says) => {
    const { message } = HttpFailure.from(withCode(code))
    expect(message).toContain(says)
    expect(message).toContain(`(${code})`)
    expect(message).not.toContain('it failed')
  })

  it('of several addresses is that of the first', () => {
    const error = new AggregateError([withCode('ECONNREFUSED'), withCode('ENETUNREACH')])
    expect(HttpFailure.from(error)).toMatchObject({ message: expect.stringContaining('ECONNREFUSED') })
  })

  it('may be anything that was thrown', () => {
    expect(HttpFailure.from('a word')).toMatchObject({ message: 'a word', isTransient: true })
  })
})

/** Sends bytes as they are. */
const bytes = (...lines: string[]): Reply => ({ raw: ({ socket }) => socket.end(lines.join('\r\n')) })
const BODY = '{"burnRate":0.4}'

describe('an odd answer', () => {
  it.each([
    ['HTTP/1.0 without a length', ['HTTP/1.0 200 OK', '', BODY], { status: 200, text: BODY }],
    [
      'trailers',
      ['HTTP/1.1 200 OK', 'transfer-encoding: chunked', '', '2', '{}', '0', 'x: y', '', ''],
      { text: '{}' }
    ],
    [
      'a body of a 204',
      ['HTTP/1.1 204 No Content', 'content-length: 16', '', BODY],
      { status: 204, text: '' }
    ],
    [
      'a body of a 304',
      ['HTTP/1.1 304 Not Modified', 'content-length: 16', '', BODY],
      { status: 304, text: '' }
    ],
    [
      'a header twice',
      ['HTTP/1.1 200 OK', 'a: 1', 'A: 2', 'content-length: 0', '', ''],
      { headers: { a: '1, 2' } }
    ],
    ['a shorter length', ['HTTP/1.1 200 OK', 'content-length: 3', '', BODY], { status: 200, text: '{"b' }],
    [
      'interim answers',
      ['HTTP/1.1 103 Early Hints', '', 'HTTP/1.1 200 OK', 'content-length: 0', '', ''],
      { status: 200 }
    ]
  ])('with %s is read as it is meant', async (_what, lines, expected) => {
    const server = await serving(bytes(...lines))
    expect((await ask(server.url)).result).toMatchObject(expected)
  })

  it.each([
    ['a longer length', ['HTTP/1.1 200 OK', 'content-length: 99', '', BODY]],
    ['two lengths', ['HTTP/1.1 200 OK', 'content-length: 16', 'content-length: 3', '', BODY]],
    [
      'a length and chunks',
      ['HTTP/1.1 200 OK', 'content-length: 16', 'transfer-encoding: chunked', '', BODY]
    ],
    ['chunks of garbage', ['HTTP/1.1 200 OK', 'transfer-encoding: chunked', '', '2', '{}', 'zz', BODY]],
    ['chunks without an end', ['HTTP/1.1 200 OK', 'transfer-encoding: chunked', '', '2', '{}', '']],
    ['headers without end', ['HTTP/1.1 200 OK', ...Array(2_000).fill(`x: ${'y'.repeat(100)}`), '', BODY]],
    ['a broken header', ['HTTP/1.1 200 OK', 'a b c', '', BODY]],
    ['nothing', ['']]
  ])('with %s is a failure', async (_what, lines) => {
    const server = await serving(bytes(...lines))
    expect((await ask(server.url)).result).toBeInstanceOf(HttpFailure)
  })

  it('of a proxy on the way that wants credentials fails at once', async () => {
    const server = await serving(status(407))
    const { result } = await ask(server.url)
    expect(String(result)).toContain('set HTTPS_PROXY to its address')
    expect(server.requests).toHaveLength(1)
  })

  it('in an encoding is not asked for', async () => {
    const server = await serving(OK)
    await ask(server.url)
    expect(server.requests[0]?.headers['accept-encoding']).toBe('identity')
  })
})

it('a server on IPv6 is asked', async () => {
  const server = createServer((_request, response) => response.end('{}'))
  await new Promise<void>(done => server.listen(0, '::1', done))
  opened.push({ close: () => server.close() })
  const { port } = server.address() as AddressInfo
  expect((await ask(`http://[::1]:${port}`)).result).toMatchObject({ status: 200 })
})

it.each([
  ['at once', SILENCE],
  ['in the middle of its answer', HALF_THEN_SILENCE]
])('a server that falls silent %s is left after 15 seconds, and asked again', async (_when, fault) => {
  const clock = testClock()
  const faults = [fault]
  const server = await startServer(() => {
    const reply = faults.shift()
    // Later than what it sends first.
    if (reply) setTimeout(() => clock.pass(15_000), 100)
    return reply ?? OK
  })
  opened.push(server)
  const { http } = clientWith({ clock })
  expect(await http.send({ method: 'GET', url: server.url })).toMatchObject({ status: 200 })
  expect(server.requests).toHaveLength(2)
})
