import { request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent, request as httpsRequest, type RequestOptions } from 'node:https'
import type { Duplex } from 'node:stream'
import type { Clock } from '../time/clock.ts'
import { SECOND } from '../time/duration.ts'
import { HttpFailure } from './failure.ts'
import type { HttpProxy } from './proxySettings.ts'

/** A proxy that does not open the tunnel within this time is given up. */
const LONGEST_CONNECT = 10 * SECOND

type Created = (error: Error | null, socket: Duplex) => void

/** Keeps connections through a proxy open. The server's certificate is checked as for a direct connection. */
export class TunnelAgent extends Agent {
  readonly #proxy: HttpProxy
  readonly #clock: Clock
  /** Functions that end the CONNECT requests in progress. */
  readonly #pending = new Set<() => void>()

  constructor(proxy: HttpProxy, clock: Clock) {
    super({ keepAlive: true })
    this.#proxy = proxy
    this.#clock = clock
  }

  override createConnection(options: RequestOptions, created: Created): undefined {
    this.#open(`${options.host?.includes(':') ? `[${options.host}]` : options.host}:${options.port}`).then(
      socket => created(null, super.createConnection({ ...options, socket } as RequestOptions) as Duplex),
      // Node's type does not allow a callback with only an error.
      error => (created as (error: Error) => void)(error)
    )
  }

  override destroy(): void {
    for (const end of this.#pending) end()
    super.destroy()
  }

  /** @param target host and port, as CONNECT names them */
  #open(target: string): Promise<Duplex> {
    const { url, variable, authorization } = this.#proxy
    const { request } = url.protocol === 'https:' ? { request: httpsRequest } : { request: httpRequest }
    return new Promise<Duplex>((resolve, reject) => {
      const headers = { host: target, ...(authorization && { 'proxy-authorization': authorization }) }
      const connect = request(url, { method: 'CONNECT', path: target, agent: false, headers })
      const end = () => connect.destroy(new Error('it did not answer'))
      const cancel = this.#clock.alarm(LONGEST_CONNECT, end)
      this.#pending.add(end)
      connect
        .on('connect', (answer, socket, head) => {
          const refusal = refusalOf(answer, { target, proxy: this.#proxy })
          if (refusal === undefined && head.length === 0) return resolve(socket)
          socket.destroy()
          reject(refusal ?? new HttpFailure(`the proxy in ${variable} sent unexpected data after CONNECT`))
        })
        .on('response', answer => {
          answer.destroy()
          reject(new HttpFailure(`the proxy in ${variable} does not support CONNECT`))
        })
        .on('error', error => reject(unreached(error, variable)))
        .on('close', () => {
          cancel()
          this.#pending.delete(end)
        })
        .end()
    })
  }
}

interface Connect {
  readonly target: string
  readonly proxy: HttpProxy
}

/** Why there is no tunnel. The statuses that are retried are the same as for servers. */
function refusalOf({ statusCode = 0 }: IncomingMessage, { target, proxy }: Connect): HttpFailure | undefined {
  if (statusCode >= 200 && statusCode < 300) return undefined
  const { variable, authorization } = proxy
  const what = `the proxy in ${variable} answered HTTP ${statusCode} for ${target}`
  const credentials =
    authorization === undefined ? 'put a user and a password into' : 'check the user and the password in'
  const remedy = statusCode === 407 ? `${credentials} ${variable}` : 'let the proxy allow this host and port'
  if ([429, 502, 503, 504].includes(statusCode)) return new HttpFailure(what, { isTransient: true })
  return new HttpFailure(`${what}; ${remedy}`)
}

function unreached(error: Error, variable: string): HttpFailure {
  const { message, isTransient } = HttpFailure.from(error)
  return new HttpFailure(`the proxy in ${variable}: ${message}`, { isTransient, cause: error })
}
