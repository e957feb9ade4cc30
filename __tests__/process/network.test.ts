import { writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { type AddressInfo, connect, type Server as NetServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type GenesysSimulator, startGenesys } from '../../simulator/genesys/start.ts'
import { runBundle } from '../../simulator/harness/bundle.ts'
import { temporaryFolder } from '../../simulator/harness/temporary.ts'
import type { GateRun } from '../../simulator/harness/workspace.ts'
import type { Reply } from '../../simulator/server.ts'
import { expectBlocked } from '../support/faults.ts'
import { answering, run, SLO } from '../support/scenario.ts'
import { CERTIFICATE, PRIVATE_KEY } from './certificate.ts'

/** Without jitter an attempt follows the other at once. */
const AT_ONCE = ['--import', 'data:text/javascript,Math.random = () => 0']

const API = 'api.gate.test:443'
const LOGIN = 'login.gate.test:443'
const authority = join(temporaryFolder('gate-authority-').path, 'authority.pem')
writeFileSync(authority, CERTIFICATE)

/** What the proxy was asked for. */
const tunnels: { target: string; headers: IncomingHttpHeaders }[] = []
/** Answers a CONNECT in another way. */
let refuse: ((socket: Socket) => void) | undefined

let genesys: GenesysSimulator
/** The same Genesys Cloud with TLS, as the world outside knows it. */
let tls: NetServer
let proxy: Server
const sockets = new Set<Socket>()

beforeAll(async () => {
  genesys = await startGenesys({ slos: { [SLO]: 0.4 } })
  tls = createTlsServer({ key: PRIVATE_KEY, cert: CERTIFICATE }, socket =>
    joined(socket, connect(Number(new URL(genesys.url).port), '127.0.0.1'))
  )
  proxy = createServer((_request, response) => response.writeHead(400).end())
  proxy.on('connect', ({ url = '', headers }, socket: Socket) => {
    tunnels.push({ target: url, headers })
    sockets.add(socket.on('error', () => undefined))
    if (refuse) return refuse(socket)
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    joined(socket, connect(portOf(tls), '127.0.0.1'))
  })
  await Promise.all(
    [tls, proxy].map(server => new Promise<void>(done => server.listen(0, '127.0.0.1', done)))
  )
})
beforeEach(() => {
  tunnels.length = 0
  genesys.requests.length = 0
  refuse = undefined
})
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  for (const server of [tls, proxy]) server.close()
  await genesys.close()
})

const portOf = (server: NetServer) => (server.address() as AddressInfo).port

function joined(one: Socket, other: Socket): void {
  for (const socket of [one, other]) sockets.add(socket.on('error', () => socket.destroy()))
  one.pipe(other).pipe(one)
}

interface Outside {
  env?: Record<string, string>
  inputs?: Record<string, string>
  timeout?: string
}

/** Runs the gate for a Genesys Cloud that is only known by a name outside of this machine. */
function runOutside({ env, inputs, timeout = 'PT20S' }: Outside): Promise<GateRun> {
  const options = {
    inputs: {
      ...genesys.inputs(),
      'genesys-api-url': 'https://api.gate.test',
      'genesys-login-url': 'https://login.gate.test',
      'slo-id': SLO,
      timeout,
      ...inputs
    },
    env: { NODE_EXTRA_CA_CERTS: authority, ...env }
  }
  // One that hangs must not outlive its test.
  return run(options, started => runBundle({ ...started, killAfterMs: 15_000, nodeArguments: AT_ONCE }))
}

const proxyUrl = (user = '') => `http://${user}127.0.0.1:${portOf(proxy)}`
const targets = () => tunnels.map(({ target }) => target)

describe('a proxy', () => {
  test.each(['HTTPS_PROXY', 'https_proxy'])(
    'named by %s is used, and sees none of our secrets',
    async name => {
      const allowed = await runOutside({ env: { [name]: proxyUrl() } })

      expect(allowed.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.4' })
      expect(targets()).toEqual([LOGIN, API])
      for (const { headers } of tunnels) expect(headers.authorization).toBeUndefined()
      expect(genesys.requests.map(({ headers }) => headers.host)).toEqual([
        'login.gate.test',
        'api.gate.test'
      ])
    }
  )

  test('is told the user of its address, whom nobody else sees', async () => {
    const allowed = await runOutside({ env: { HTTPS_PROXY: proxyUrl('someone:proxy-password@') } })

    expect(allowed.outputs['verdict']).toBe('healthy')
    const basic = Buffer.from('someone:proxy-password').toString('base64')
    for (const { headers } of tunnels) expect(headers['proxy-authorization']).toBe(`Basic ${basic}`)
    for (const { headers } of genesys.requests) expect(headers['proxy-authorization']).toBeUndefined()
    const log = allowed.log.replaceAll(/^::add-mask::.*$/gm, '')
    const visible = log + allowed.summary + JSON.stringify(allowed.report)
    for (const secret of ['proxy-password', basic]) expect(visible).not.toContain(secret)
  })

  test.each([
    'api.gate.test',
    'other.test, API.GATE.TEST:443',
    '.elsewhere, api.gate.test',
    'api.*,10.0.0.0/8,api.gate.test.'
  ])('is not used for what NO_PROXY names: %s', async names => {
    const blocked = await runOutside({ env: { HTTPS_PROXY: proxyUrl(), NO_PROXY: names }, timeout: 'PT1S' })

    // Without the proxy nobody knows where that is.
    expectBlocked(blocked, 'could not be reached')
    expect(targets()).toEqual([LOGIN])
  })

  test.each(['gate.test', '.gate.test', '*.gate.test'])(
    'is not used at all where NO_PROXY names the domain: %s',
    async names => {
      const env = { HTTPS_PROXY: proxyUrl(), NO_PROXY: names }
      const blocked = await runOutside({ env, timeout: 'PT1S' })

      expectBlocked(blocked, 'could not be reached')
      expect(tunnels).toEqual([])
    }
  )

  test('may be named without a scheme, and for every scheme', async () => {
    const allowed = await runOutside({ env: { ALL_PROXY: `127.0.0.1:${portOf(proxy)}`, HTTPS_PROXY: '' } })

    expect(allowed.outputs['verdict']).toBe('healthy')
    expect(targets()).toEqual([LOGIN, API])
  })

  test('that cannot be understood is a configuration error, and nothing is asked', async () => {
    const blocked = await runOutside({
      env: { HTTPS_PROXY: `http://someone:100%x@127.0.0.1:${portOf(proxy)}` },
      inputs: { 'github-token': 'ghs_token', comment: 'true', 'status-context': 'budget' }
    })

    expect(blocked.outputs).toMatchObject({ decision: 'block', verdict: 'config-error' })
    expect(blocked.outputs['reason']).toContain('HTTPS_PROXY: its user or password is not percent-encoded')
    expect(blocked.log + blocked.summary + JSON.stringify(blocked.report)).not.toContain('100%x')
    expect(blocked.report.requests).toEqual([])
    expect([...tunnels, ...genesys.requests]).toEqual([])
  })

  test('is not used on loopback', async () => {
    const env = { HTTPS_PROXY: proxyUrl(), HTTP_PROXY: proxyUrl() }
    const allowed = await runOutside({ env, inputs: genesys.inputs() })

    expect(allowed.outputs['verdict']).toBe('healthy')
    expect(tunnels).toEqual([])
  })

  test('for HTTP only is not used for https', async () => {
    const blocked = await runOutside({ env: { HTTP_PROXY: proxyUrl() }, timeout: 'PT1S' })

    expectBlocked(blocked, 'could not be reached')
    expect(tunnels).toEqual([])
  })
})

describe('a proxy that fails blocks', () => {
  const answer = (head: string) => (socket: Socket) => socket.end(`HTTP/1.1 ${head}\r\n\r\n`)

  test.each([
    ['refuses', answer('403 Forbidden'), 1, 'let the proxy allow this host and port'],
    [
      'wants to know who is there',
      answer('407 Proxy Authentication Required'),
      1,
      'put a user and a password into HTTPS_PROXY'
    ],
    ['cannot reach the host', answer('502 Bad Gateway'), 5, 'after 5 attempts'],
    ['resets the connection', (socket: Socket) => socket.resetAndDestroy(), 5, 'the proxy in HTTPS_PROXY']
  ])('when it %s', async (_how, how, times, says) => {
    refuse = how
    const blocked = await runOutside({ env: { HTTPS_PROXY: proxyUrl() } })

    expectBlocked(blocked, says)
    expect(tunnels).toHaveLength(times)
    expect(genesys.requests).toEqual([])
  })

  test.each([
    ['says nothing', () => undefined],
    [
      'says nothing once it is through',
      (socket: Socket) => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      }
    ]
  ])('when it %s, as soon as the time is up', async (_how, how) => {
    refuse = how
    const blocked = await runOutside({ env: { HTTPS_PROXY: proxyUrl() }, timeout: 'PT1S' })

    expectBlocked(blocked, 'is used up')
    expect(genesys.requests).toEqual([])
  })

  test('when nobody listens there', async () => {
    const blocked = await runOutside({ env: { HTTPS_PROXY: 'http://127.0.0.1:9' }, timeout: 'PT1S' })

    expectBlocked(blocked, 'could not be reached')
  })

  test('when the server behind it shows a certificate that nobody trusts, at once', async () => {
    const blocked = await runOutside({ env: { HTTPS_PROXY: proxyUrl(), NODE_EXTRA_CA_CERTS: '' } })

    expectBlocked(blocked, 'certificate')
    expect(targets()).toEqual([LOGIN])
    expect(genesys.requests).toEqual([])
  })
})

test('servers with and without TLS, here and behind a proxy, are all asked in one run', async () => {
  const inputs = { 'genesys-login-url': genesys.url }
  const allowed = await runOutside({ env: { HTTPS_PROXY: proxyUrl() }, inputs })

  expect(allowed.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
  expect(targets()).toEqual([API])
})

test('servers with and without TLS are all asked in one run without a proxy', async () => {
  const inputs = {
    'genesys-login-url': genesys.url,
    'genesys-api-url': `https://127.0.0.1:${portOf(tls)}`
  }
  const allowed = await runOutside({ inputs })

  expect(allowed.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
})

test('a server whose certificate is not trusted never hears the token', async () => {
  const inputs = {
    'genesys-access-token': 'access-token-value',
    'genesys-api-url': `https://127.0.0.1:${portOf(tls)}`
  }
  const blocked = await runOutside({ env: { NODE_EXTRA_CA_CERTS: '' }, inputs })

  expectBlocked(blocked, 'certificate')
  expect(blocked.report.requests).toEqual([expect.objectContaining({ status: null, attempt: 1 })])
  expect(genesys.requests).toEqual([])
})

test('a server that speaks no TLS is asked once', async () => {
  const inputs = {
    'genesys-access-token': 'access-token-value',
    'genesys-api-url': genesys.url.replace('http:', 'https:')
  }
  const blocked = await runOutside({ inputs })

  expectBlocked(blocked, 'TLS handshake failed')
  expect(blocked.report.requests).toEqual([expect.objectContaining({ status: null, attempt: 1 })])
})

test('a server that is not there is asked five times', async () => {
  const inputs = { 'genesys-access-token': 'access-token-value', 'genesys-api-url': 'http://127.0.0.1:9' }
  const blocked = await runOutside({ inputs })

  expectBlocked(blocked, 'ECONNREFUSED')
  expect(blocked.report.requests.map(({ attempt }: { attempt: number }) => attempt)).toEqual([1, 2, 3, 4, 5])
})

test('a server that says nothing for fifteen seconds is given up, and asked again', async () => {
  const replies: Reply[] = [{ raw: () => undefined }]
  const silent = await startGenesys({
    slos: { [SLO]: 0.4 },
    intercept: answering('/api/', () => replies.pop())
  })
  const inputs = { ...silent.inputs(), timeout: 'PT30S' }
  const allowed = await run({ inputs: { ...inputs, 'slo-id': SLO } }, runBundle)
  await silent.close()

  expect(allowed.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
  expect(silent.burnRateRequests()).toHaveLength(2)
})
