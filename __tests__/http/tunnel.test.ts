import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { testClock } from '../../simulator/harness/clock.ts'
import { HttpClient } from '../../src/http/client.ts'
import { HttpFailure } from '../../src/http/failure.ts'
import { TimeBudget } from '../../src/http/timeBudget.ts'
import { CERTIFICATE, PRIVATE_KEY } from '../process/certificate.ts'
import { lasting } from '../support/builders.ts'

const TARGET = 'https://api.example.com/path'
const closing: (() => unknown)[] = []

afterEach(() => {
  jest.restoreAllMocks()
  for (const close of closing.splice(0)) close()
})

type Connected = (socket: Socket, target: string) => void

/** A proxy on loopback, and what it was asked for. */
async function startProxy(onConnect: Connected | undefined, host = '127.0.0.1') {
  const asked: { target: string; headers: Record<string, unknown> }[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((_request, response) => response.writeHead(405).end())
  if (onConnect !== undefined) {
    server.on('connect', ({ url = '', headers }, socket: Socket) => {
      asked.push({ target: url, headers })
      onConnect(socket, url)
    })
  }
  server.on('connection', socket => sockets.add(socket.on('error', () => undefined)))
  await new Promise<void>(done => server.listen(0, host, done))
  closing.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { asked, url: new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`) }
}

/** Asks through a proxy, on a clock on which nothing waits. */
async function ask(
  proxyUrl: URL,
  { authorization, url = TARGET }: { authorization?: string; url?: string } = {}
) {
  jest.spyOn(Math, 'random').mockReturnValue(0)
  const clock = testClock()
  const attempts: unknown[] = []
  const http = new HttpClient({
    maxAttempts: 3,
    maxBytes: 1_000,
    redact: text => text,
    timeBudget: new TimeBudget(lasting('PT1M'), clock),
    onAttempt: attempt => attempts.push(attempt),
    proxyFor: () => ({ variable: 'HTTPS_PROXY', url: proxyUrl, authorization })
  })
  closing.push(() => http.close())
  const asked = http.send({ method: 'GET', url }).catch((error: unknown) => error)
  return { clock, http, attempts, failure: asked as Promise<HttpFailure> }
}

const answering = (head: string) => (socket: Socket) => socket.end(`HTTP/1.1 ${head}\r\n\r\n`)

describe('a proxy', () => {
  it.each([
    [
      '403 Forbidden',
      undefined,
      1,
      'answered HTTP 403 for api.example.com:443; let the proxy allow this host and port'
    ],
    [
      '407 Who are you',
      undefined,
      1,
      'answered HTTP 407 for api.example.com:443; put a user and a password into HTTPS_PROXY'
    ],
    ['407 Who are you', 'Basic c2VjcmV0', 1, 'check the user and the password in HTTPS_PROXY'],
    ['302 Found', undefined, 1, 'answered HTTP 302'],
    ['429 Too Many Requests', undefined, 3, 'answered HTTP 429'],
    ['502 Bad Gateway', undefined, 3, 'answered HTTP 502'],
    ['503 Service Unavailable', undefined, 3, 'answered HTTP 503'],
    [
      '200 OK\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}',
      undefined,
      1,
      'sent unexpected data after CONNECT'
    ],
    ['nonsense', undefined, 3, 'Parse Error: Invalid status code']
  ])(
    'that answers %j to a client with the credentials %s is asked %d time(s)',
    async (head, authorization, times, says) => {
      const { asked, url } = await startProxy(answering(head))
      const { failure, attempts } = await ask(url, { ...(authorization && { authorization }) })
      expect(await failure).toBeInstanceOf(HttpFailure)
      expect((await failure).message).toContain(says)
      expect((await failure).message).not.toContain('c2VjcmV0')
      expect(asked).toHaveLength(times)
      expect(attempts).toHaveLength(times)
      for (const { headers } of asked) expect(headers['proxy-authorization']).toBe(authorization)
    }
  )

  it('that does not support CONNECT fails at once', async () => {
    const { url } = await startProxy(undefined)
    const { failure } = await ask(url)
    expect((await failure).message).toContain('the proxy in HTTPS_PROXY')
  })

  it('that says nothing is given up long before the time of the run', async () => {
    let heard = () => {}
    const hearing = () => new Promise<void>(resolve => (heard = resolve))
    const { asked, url } = await startProxy(() => heard())
    let next = hearing()
    const { clock, failure } = await ask(url)
    for (let attempt = 1; attempt <= 3; attempt++) {
      await next
      next = hearing()
      clock.pass(10_000)
    }
    expect((await failure).message).toContain('the proxy in HTTPS_PROXY: it did not answer; after 3 attempts')
    expect(asked).toHaveLength(3)
  })

  it('that says nothing does not outlive its client', async () => {
    let closed = () => {}
    const isClosed = new Promise<void>(resolve => (closed = resolve))
    let client: HttpClient | undefined
    const { url } = await startProxy(socket => {
      socket.on('end', closed).resume()
      client?.close()
    })
    const { http } = await ask(url)
    client = http
    await isClosed
  })

  it('whose tunnel leads nowhere is given up', async () => {
    let open = () => {}
    const opened = new Promise<void>(resolve => (open = resolve))
    const { url } = await startProxy(socket => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      // The first thing that comes through the tunnel is the beginning of TLS.
      socket.once('data', open)
    })
    const { clock, failure } = await ask(url)
    await opened
    clock.pass(61_000)
    expect((await failure).message).toMatch(/sent nothing for 15 seconds|is used up/)
  })

  it.each(['127.0.0.1', '::1'])(
    'on %s leads to a server whose certificate is checked all the same',
    async host => {
      const tls = createTlsServer({ key: PRIVATE_KEY, cert: CERTIFICATE }, (_request, response) =>
        response.end('{}')
      )
      await new Promise<void>(done => tls.listen(0, '127.0.0.1', done))
      closing.push(() => {
        tls.close()
        tls.closeAllConnections()
      })
      const { asked, url } = await startProxy(socket => {
        const server = connect((tls.address() as AddressInfo).port, '127.0.0.1').on('error', () =>
          socket.destroy()
        )
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        socket.on('close', () => server.destroy())
        socket.pipe(server).pipe(socket)
      }, host)
      const { failure } = await ask(url, { url: 'https://[2001:db8::1]:8443/' })
      expect((await failure).message).toContain(
        'set NODE_EXTRA_CA_CERTS to the certificate file of that authority'
      )
      expect(asked.map(({ target }) => target)).toEqual(['[2001:db8::1]:8443'])
      expect(asked[0]?.headers['host']).toBe('[2001:db8::1]:8443')
    }
  )
})
