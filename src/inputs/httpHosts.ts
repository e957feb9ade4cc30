import { isLoopback } from '../text/loopback.ts'
import { show } from '../text/show.ts'
import { list } from './formats.ts'
import type { Format } from './input.ts'

/** A host name, an IPv4 address or an IPv6 address in brackets; with a port, only this port is allowed. */
const HOST = /^([a-z0-9]([a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i

/** Hosts that may be reached with plain http, in the form of `URL.host` or `URL.hostname`. */
export const httpHosts: Format<readonly string[]> = {
  accepts: 'hosts, such as prometheus.monitoring.svc:9090, separated by commas or line breaks',
  parse: value => {
    const entries = list.parse(value)
    return entries?.every(isHost) ? entries.map(hostOf) : undefined
  },
  explain: value => {
    const wrong = list.parse(value)?.find(entry => !isHost(entry)) ?? ''
    return `${show(wrong)} is not a host; write it without scheme, path and wildcards`
  }
}

const isHost = (entry: string) => HOST.test(entry) && URL.canParse(`http://${entry}`)

function hostOf(entry: string): string {
  const { hostname, port } = new URL(`http://${entry}`)
  // A URL omits the default port of http.
  return /:\d+$/.test(entry) ? `${hostname}:${port || '80'}` : hostname
}

/** Whether an address may be used: with https, or with plain http on this machine and on listed hosts. */
export function isSafeAddress(address: string, hosts: readonly string[]): boolean {
  const { protocol, hostname, port } = new URL(address)
  if (protocol === 'https:' || isLoopback(hostname)) return true
  return hosts.includes(hostname) || hosts.includes(`${hostname}:${port || '80'}`)
}
