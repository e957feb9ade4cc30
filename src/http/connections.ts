import { Agent as HttpAgent, type IncomingMessage, type RequestOptions } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { HttpClient as ToolkitClient } from '@actions/http-client'
import type { Clock } from '../time/clock.ts'
import { VERSION } from '../version.ts'
import type { HttpRequest } from './message.ts'
import type { HttpProxy, ProxySettings } from './proxySettings.ts'
import { TunnelAgent } from './tunnel.ts'

/** The connections of a client, which are kept open for later requests. */
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

  /** Sends a request and returns its answer, whose body still has to be read. */
  async start(request: HttpRequest, signal: AbortSignal): Promise<IncomingMessage> {
    const url = new URL(request.url)
    const agent = url.protocol === 'http:' ? this.#http : this.#secureAgent(url)
    const toolkit = new ToolkitClient(USER_AGENT, [sendingBy(agent, url, signal)], {
      allowRedirects: false,
      allowRetries: false
    })
    const headers = { 'accept-encoding': 'identity', ...request.headers }
    const sent = toolkit.request(request.method, url.href, request.body ?? null, headers)
    // A connection that was already closed, for example by a switch to another protocol, does not report the abort.
    const ended = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    const { message } = await Promise.race([sent, ended])
    return message
  }

  /** Closes every connection, including those that still wait for an answer. */
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

/**
 * Gives each request our agent. The toolkit's own agents have no time limit for a proxy, and connect directly if
 * they cannot read its address.
 */
const sendingBy = (agent: HttpAgent, { hostname }: URL, signal: AbortSignal) => ({
  prepareRequest: (options: RequestOptions) => {
    // Node expects an IPv6 address without the brackets that it has in a URL.
    Object.assign(options, { agent, signal, host: hostname.replace(/^\[(.*)\]$/, '$1') })
  },
  canHandleAuthentication: () => false,
  handleAuthentication: () => Promise.reject(new Error('there is no other way to sign in'))
})
