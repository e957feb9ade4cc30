import { isLoopback } from '../text/loopback.ts'
import { show } from '../text/show.ts'
import { list } from './formats.ts'
import type { Format } from './input.ts'

/** A name or an IPv4 address, or an IPv6 address in brackets; with a port where only that one is meant. */
const HOST = /^([a-z0-9]([a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i

/** Hosts that may be spoken to by plain http, as `URL.host` and `URL.hostname` write them. */
export const httpHosts: Format<readonly string[]> = {
  accepts: 'hosts, such as prometheus.monitoring.svc:9090, separated by commas or line breaks',
  parse: value => {
    const entries = list.parse(value)
    return entries?.every(isHost) ? entries.map(hostOf) : undefined
  },
  explain: value => {
    const wrong = list.parse(value)?.find(entry => !isHost(entry)) ?? ''
    return `${show(wrong)} is not a host; leave out scheme, path and wildcards`
  }
}

const isHost = (entry: string) => HOST.test(entry) && URL.canParse(`http://${entry}`)

function hostOf(entry: string): string {
  const { hostname, port } = new URL(`http://${entry}`)
  // A URL leaves out the port that http has anyway.
  return /:\d+$/.test(entry) ? `${hostname}:${port || '80'}` : hostname
}

/** Whether an address may be asked: by https, or by plain http on this machine and on the hosts of the list. */
export function isSafeAddress(address: string, hosts: readonly string[]): boolean {
  const { protocol, hostname, port } = new URL(address)
  if (protocol === 'https:' || isLoopback(hostname)) return true
  return hosts.includes(hostname) || hosts.includes(`${hostname}:${port || '80'}`)
}
