import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Clock } from '../time/clock.ts'
import { VERSION } from '../version.ts'
import { HttpFailure } from './failure.ts'
import type { HttpRequest } from './message.ts'
import type { HttpProxy, ProxySettings } from './proxySettings.ts'
import { TunnelAgent } from './tunnel.ts'

/** Every connection of a client, kept for the next request. */
export class Connections {
  readonly #clock: Clock
  readonly #proxyFor: ProxySettings['proxyFor']
  readonly #http = new HttpAgent({ keepAlive: true })
  readonly #https = new HttpsAgent({ keepAlive: true })
  #tunnels: TunnelAgent | undefined

  constructor({ clock, proxyFor }: { readonly clock: Clock } & Pick<ProxySettings, 'proxyFor'>) {
    this.#clock = clock
    this.#proxyFor = proxyFor
  }

  /** Sends a request. Its answer comes with the body still to be read. */
  start(request: HttpRequest, signal: AbortSignal): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const url = new URL(request.url)
      const isPlain = url.protocol === 'http:'
      const { method, body } = request
      const headers = { 'accept-encoding': 'identity', ...request.headers, 'user-agent': USER_AGENT }
      const agent = isPlain ? this.#http : this.#secureAgent(url)
      const send = isPlain ? httpRequest : httpsRequest
      send(url, { method, headers, agent, signal }, resolve)
        .on('error', reject)
        .on('upgrade', (_answer, socket) => {
          socket.destroy()
          reject(new HttpFailure('it switches to another protocol'))
        })
        .end(body ?? undefined)
    })
  }

  /** Closes every connection, those that still wait for an answer too. */
  close(): void {
    for (const agent of [this.#http, this.#https, this.#tunnels]) agent?.destroy()
  }

  #secureAgent(url: URL): HttpsAgent {
    const proxy = this.#proxyFor(url)
    return proxy === undefined ? this.#https : this.#tunnelsOf(proxy)
  }

  #tunnelsOf(proxy: HttpProxy): TunnelAgent {
    this.#tunnels ??= new TunnelAgent(proxy, this.#clock)
    return this.#tunnels
  }
}

const USER_AGENT = `error-budget-gate/${VERSION}`
