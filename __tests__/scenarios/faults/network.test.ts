import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Reply, type Server, startServer } from '../../../simulator/server.ts'
import { CERTIFICATE, PRIVATE_KEY } from '../../support/certificate.ts'
import {
  expectBlocked,
  expectHeld,
  type Fault,
  faulty,
  JSON_TYPE,
  json,
  status
} from '../../support/faults.ts'
import { API, SIGN_IN } from '../../support/scenario.ts'

const RATE = '{"burnRate":0.4}'
/** A good answer, up to a point. */
const begun = (part: string): Reply => ({
  raw: (_request, response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': '99' })
    response.write(part)
  }
})

/** Sends text a piece at a time, and never comes to an end. */
const dripping = (head: string, piece: string): Reply => ({
  raw: ({ socket }) => {
    socket.write(head)
    const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(piece)), 50)
  }
})

const breaksOff: Reply = {
  raw: ({ socket }, response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': '99' })
    response.write(RATE, () => socket.destroy())
  }
}

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'
const faults: Fault[] = [
  {
    title: 'a reset connection',
    reply: { raw: request => request.socket.resetAndDestroy() },
    requests: [1, 5]
  },
  { title: 'a closed connection', reply: { raw: request => request.socket.destroy() }, requests: [1, 5] },
  { title: 'half a body', reply: breaksOff, requests: [1, 5], says: 'after 5 attempts' },
  {
    title: 'something that is not HTTP',
    reply: { raw: ({ socket }) => socket.end('220 mail.example ESMTP\r\n') },
    requests: [1, 5]
  },
  {
    title: 'a body that drips',
    reply: dripping(`${HEAD}content-length: 99999\r\n\r\n${RATE}`, ' '),
    requests: [1, 1],
    timeout: 'PT2S',
    says: 'the time budget of PT2S (2 seconds) is used up'
  },
  {
    title: 'a header that drips',
    reply: dripping(`${HEAD}x-padding: `, 'x'),
    requests: [1, 1],
    timeout: 'PT2S',
    says: 'is used up'
  },
  {
    title: 'interim answers without end',
    reply: dripping('', 'HTTP/1.1 102 Processing\r\n\r\n'),
    requests: [1, 1],
    timeout: 'PT2S',
    says: 'is used up'
  },
  {
    title: 'silence',
    reply: { raw: () => undefined },
    requests: [1, 1],
    timeout: 'PT2S',
    says: 'is used up'
  },
  {
    title: 'silence after half a body',
    reply: begun(RATE),
    requests: [1, 1],
    timeout: 'PT2S',
    says: 'is used up'
  },
  {
    title: 'a redirect in a circle',
    reply: status(302, { location: '/api/v2/again' }),
    requests: [1, 6],
    says: 'redirects more than 5 times'
  },
  {
    title: 'a redirect to no address',
    reply: status(302, { location: 'http://[' }),
    requests: [1, 1],
    says: 'not an address'
  },
  { title: 'a redirect to nowhere', reply: status(302), requests: [1, 1], says: 'HTTP 302' }
]

test.concurrent.each(faults)('$title of the API blocks', fault => expectHeld(API, fault))

/** The same in the sign-in, where it ends before the API is asked. */
const signInFaults = faults.map(({ requests: [, count], ...fault }) => ({
  ...fault,
  requests: [count, 0] as [number, number]
}))
const location = { location: `${SIGN_IN}?again` }
test.concurrent.each([
  ...signInFaults.filter(({ title }) => !title.startsWith('a redirect')),
  { title: 'a redirect in a circle', reply: status(302, location), requests: [6, 0] } satisfies Fault
])('$title of the sign-in blocks', fault => expectHeld(SIGN_IN, fault))

describe.each([
  ['the API', API, [1, 1]],
  ['the sign-in', SIGN_IN, [1, 0]]
] as const)('a redirect of %s to another origin', (_who, path, [signIns, others]) => {
  let other: Server
  beforeAll(async () => {
    other = await startServer(() => json('{"burnRate":0.4,"access_token":"stolen"}'))
  })
  afterAll(() => other.close())

  test.each([301, 302, 303, 307, 308])('with %i blocks, and that origin is never asked', async code => {
    const reply = status(code, { location: `${other.url}/api/v2/` })
    await expectHeld(path, { title: '', reply, requests: [signIns, others], says: other.url })
    expect(other.requests).toEqual([])
  })
})

describe('a server that cannot be talked to', () => {
  const TOKEN = { 'genesys-access-token': 'access-token-value' }
  const unasked: Reply = { raw: () => undefined }
  const attempts = (report: { requests: { status: number | null; attempt: number }[] }) =>
    report.requests.map(({ status, attempt }) => [status, attempt])

  test('because nobody listens blocks after five attempts', async () => {
    const gone = await startServer(() => unasked)
    await gone.close()
    const inputs = { 'genesys-api-url': gone.url }
    const run = await faulty(API, { title: '', reply: unasked, requests: [1, 0], inputs })

    expectBlocked(run, { says: 'ECONNREFUSED' })
    expect(attempts(run.report)).toEqual([[200, 1], ...[1, 2, 3, 4, 5].map(attempt => [null, attempt])])
  })

  test('because its certificate is not trusted blocks at once, and it never hears the token', async () => {
    let heard = 0
    const tls = createTlsServer({ key: PRIVATE_KEY, cert: CERTIFICATE }, (_request, response) => {
      heard += 1
      response.end(RATE)
    })
    await new Promise<void>(resolve => tls.listen(0, '127.0.0.1', resolve))
    const inputs = { ...TOKEN, 'genesys-api-url': `https://127.0.0.1:${(tls.address() as AddressInfo).port}` }
    const run = await faulty(API, { title: '', reply: unasked, requests: [0, 0], inputs })
    tls.close()

    expectBlocked(run, { says: 'certificate' })
    expect(attempts(run.report)).toEqual([[null, 1]])
    expect(heard).toBe(0)
  })

  test('because it speaks no TLS blocks at once', async () => {
    const plain = await startServer(() => unasked)
    const inputs = { ...TOKEN, 'genesys-api-url': plain.url.replace('http:', 'https:') }
    const run = await faulty(API, { title: '', reply: unasked, requests: [0, 0], inputs })
    await plain.close()

    expectBlocked(run, { says: 'SSL' })
    expect(attempts(run.report)).toEqual([[null, 1]])
  })
})
