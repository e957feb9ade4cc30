import { BlockList, isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { isLoopback } from '../text/loopback.ts'

/** Whether a URL is requested without the proxy. */
type Rule = (url: URL) => boolean

/** The parsed value of `NO_PROXY`. */
export interface NoProxy {
  readonly exempts: Rule
  /** Entries that are not understood and have no effect. */
  readonly unknown: readonly string[]
}

/**
 * Reads `NO_PROXY` as curl does: host names including their subdomains, IP addresses, CIDR ranges, or `*` for
 * everything. Ports and a leading `*.` are also supported, because other tools have them. This machine never
 * needs the proxy.
 */
export function readNoProxy(value: string): NoProxy {
  const entries = value.split(/[\s,]+/).filter(entry => entry !== '')
  const read = entries.map(entry => ({ entry, rule: ruleOf(entry) }))
  return {
    exempts: url => isLoopback(url.hostname) || read.some(({ rule }) => rule?.(url) === true),
    unknown: read.filter(({ rule }) => rule === undefined).map(({ entry }) => entry)
  }
}

function ruleOf(entry: string): Rule | undefined {
  if (entry === '*') return () => true
  const withoutPort = hostRule(entry)
  if (withoutPort !== undefined) return withoutPort
  const [, host = '', port] = /^(.+):(\d{1,5})$/.exec(entry) ?? []
  const rule = hostRule(host)
  return rule && (url => portOf(url) === Number(port) && rule(url))
}

const portOf = ({ port, protocol }: URL) => Number(port || (protocol === 'https:' ? 443 : 80))

function hostRule(host: string): Rule | undefined {
  const [, address = '', bits] = /^\[?([^[\]/]*)\]?(?:\/(\d{1,3}))?$/.exec(host) ?? []
  return isIP(address) === 0 ? nameRule(host) : rangeRule(address, bits)
}

function rangeRule(address: string, bits: string | undefined): Rule | undefined {
  const family = familyOf(address)
  const length = bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits)
  const range = new BlockList()
  try {
    range.addSubnet(address, length, family)
  } catch {
    return undefined
  }
  return ({ hostname }) => {
    const host = hostname.replace(/^\[|\]$/g, '')
    return isIP(host) !== 0 && range.check(host, familyOf(host))
  }
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

function nameRule(host: string): Rule | undefined {
  const isBelowOnly = host.startsWith('*.')
  const name = domainToASCII(host.replace(/^\*?\./, '').replace(/\.$/, ''))
  // The beginning of an IP address, such as 10.0, is not a name.
  if (!/^[\w-]+(\.[\w-]+)*$/.test(name) || /^[\d.]+$/.test(name)) return undefined
  return ({ hostname }) => {
    const asked = hostname.replace(/\.$/, '')
    return asked.endsWith(`.${name}`) || (!isBelowOnly && asked === name)
  }
}
