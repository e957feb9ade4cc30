import { known, type Outcome, unreadable } from '../outcome.ts'
import type { Problems } from '../problems.ts'
import { show } from '../text/show.ts'
import { HttpFailure } from './failure.ts'
import { readNoProxy } from './noProxy.ts'
import type { Secrets } from './secrets.ts'

/** A proxy for HTTPS, used with CONNECT. */
export interface HttpProxy {
  /** The environment variable that names it; messages say this, because the address may hold a password. */
  readonly variable: string
  /** Without user and password. */
  readonly url: URL
  /** The value of its `Proxy-Authorization` header. */
  readonly authorization: string | undefined
}

/** Which proxy a request uses. */
export interface ProxySettings {
  /** False after an error: then only this machine can be reached. */
  readonly isUsable: boolean
  /**
   * The proxy for a URL; undefined for a direct connection.
   *
   * @throws HttpFailure if the settings are wrong, because a direct connection may not be wanted
   */
  readonly proxyFor: (url: URL) => HttpProxy | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

interface Variable {
  readonly name: string
  readonly value: string
}

/**
 * In curl's order: the first one that is not empty counts. `HTTP_PROXY` is not among them, because plain
 * HTTP is for this machine and for hosts nearby that the user names, which are asked directly.
 */
const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY']
const NO_PROXY_VARIABLES = ['no_proxy', 'NO_PROXY']

/** Reads and checks the proxy variables before any request is sent. */
export function readProxySettings(
  env: Environment,
  { secrets, problems }: { readonly secrets: Secrets; readonly problems: Problems }
): ProxySettings {
  const variable = firstOf(PROXY_VARIABLES, env)
  if (variable === undefined) return DIRECT
  const exceptions = firstOf(NO_PROXY_VARIABLES, env)
  const { exempts, unknown } = readNoProxy(exceptions?.value ?? '')
  for (const entry of unknown) problems.warn(exceptions?.name ?? '', `${show(entry)} ${UNKNOWN_ENTRY}`)
  const proxy = parseProxy(variable, secrets)
  if (proxy.kind === 'unreadable')
    problems.error(variable.name, `${proxy.reason} (the value is not shown); ${ACCEPTED}`)
  return {
    isUsable: proxy.kind === 'known',
    proxyFor: url => {
      if (exempts(url)) return undefined
      if (proxy.kind === 'unreadable') throw new HttpFailure(`${variable.name}: ${proxy.reason}`)
      return proxy.value
    }
  }
}

const DIRECT: ProxySettings = { isUsable: true, proxyFor: () => undefined }

const ACCEPTED =
  'it takes http://host:port or https://host:port; put a user and a password before an @, percent-encoded'
const UNKNOWN_ENTRY =
  'is not understood and has no effect; use a host name, a domain, an IP address, a CIDR range, or *'

function firstOf(names: readonly string[], env: Environment): Variable | undefined {
  return names.map(name => ({ name, value: env[name] ?? '' })).find(({ value }) => value !== '')
}

function parseProxy({ name, value }: Variable, secrets: Secrets): Outcome<HttpProxy> {
  const text = value.trim()
  const scheme = /^([^/]*):\/\//.exec(text)?.[1]?.toLowerCase() ?? 'http'
  if (!['http', 'https'].includes(scheme)) return unreadable('its scheme is neither http nor https')
  const address = text.includes('://') ? text : `http://${text}`
  // A special character of a user or password that is not encoded would end up in another part of the URL.
  if (/[?#\\\s]/.test(address) || !URL.canParse(address))
    return unreadable('it is not the address of a proxy')
  const { username, password, pathname, host } = new URL(address)
  if (pathname !== '/') return unreadable('it has a path')
  try {
    const user = decodeURIComponent(username)
    const secret = decodeURIComponent(password)
    const basic = Buffer.from(`${user}:${secret}`).toString('base64')
    const isNamed = user !== '' || secret !== ''
    if (secret !== '') for (const part of [secret, password, basic]) secrets.add(part)
    const url = new URL(`${scheme}://${host}`)
    return known({ variable: name, url, authorization: isNamed ? `Basic ${basic}` : undefined })
  } catch {
    return unreadable('its user or password is not percent-encoded')
  }
}
