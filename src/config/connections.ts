import type { GitHubConnection } from '../github/api.ts'
import type { Problems } from '../problems.ts'
import type { Environment } from '../runner/runner.ts'
import type { DatadogConnection } from '../sources/datadog/source.ts'
import type { ClientCredentials, GenesysConnection } from '../sources/genesys/connection.ts'
import type { PrometheusConnection } from '../sources/prometheus/source.ts'
import type { Connections } from '../sources/sloDefinition.ts'
import type { Inputs } from './inputs.ts'

interface Wanted {
  readonly inputs: Inputs
  /** For each type of source, an SLO that uses it. */
  readonly sourceUsers: ReadonlyMap<string, string>
  readonly problems: Problems
}

/** How to reach the sources that the SLOs use. Only their settings are required. */
export function connect({ inputs, sourceUsers, problems }: Wanted): Connections {
  const need =
    (user: string): Need =>
    (input, remedy, instead) => {
      // What was set and not understood is wrong, not missing.
      if ([input, instead].some(name => name && problems.has(`input ${name}`))) return
      problems.error(`input ${input}`, `is missing, and ${user} needs it; ${remedy}`)
    }
  const forUserOf = <C>(types: readonly string[], connection: (inputs: Inputs, need: Need) => C) => {
    const slo = types.map(type => sourceUsers.get(type)).find(user => user !== undefined)
    return slo === undefined ? undefined : connection(inputs, need(`SLO "${slo}"`))
  }
  const forTable = () => inputs['genesys-data-table'] && genesys(inputs, need('input genesys-data-table'))
  return {
    genesys:
      forUserOf(['genesys-observability', 'genesys-data-actions'], genesys) ?? (forTable() || undefined),
    prometheus: forUserOf(['prometheus'], prometheus),
    datadog: forUserOf(['datadog'], datadog)
  }
}

/** GitHub, as the runner names it; undefined where the run is elsewhere or has no token. */
export function connectGitHub(env: Environment, token: string | undefined): GitHubConnection | undefined {
  const [owner, repo] = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com'
  return token && owner && repo && URL.canParse(apiUrl) ? { apiUrl, token, owner, repo } : undefined
}

/** Reports a missing input, unless that one or the one that would do instead is wrong. */
type Need = (input: string, remedy: string, instead?: string) => void

function genesys(inputs: Inputs, need: Need): GenesysConnection | undefined {
  const domain = inputs['genesys-region']
  const apiUrl = inputs['genesys-api-url'] ?? (domain && `https://api.${domain}`)
  if (apiUrl === undefined) {
    need('genesys-region', 'set it or GENESYSCLOUD_REGION, or set genesys-api-url', 'genesys-api-url')
  }
  const accessToken = inputs['genesys-access-token']
  const credentials = accessToken === undefined ? clientCredentials(inputs, need) : { accessToken }
  return apiUrl === undefined || credentials === undefined ? undefined : { apiUrl, credentials }
}

function clientCredentials(inputs: Inputs, need: Need): ClientCredentials | undefined {
  const domain = inputs['genesys-region']
  const loginUrl = inputs['genesys-login-url'] ?? (domain && `https://login.${domain}`)
  const clientId = inputs['genesys-client-id']
  const clientSecret = inputs['genesys-client-secret']
  if (loginUrl === undefined) {
    need('genesys-login-url', 'set it, or genesys-region, or genesys-access-token', 'genesys-region')
  }
  if (clientId === undefined) {
    need('genesys-client-id', 'set it or GENESYSCLOUD_OAUTHCLIENT_ID, or genesys-access-token')
  }
  if (clientSecret === undefined) need('genesys-client-secret', 'set it or GENESYSCLOUD_OAUTHCLIENT_SECRET')
  return loginUrl && clientId && clientSecret ? { loginUrl, clientId, clientSecret } : undefined
}

function prometheus(inputs: Inputs, need: Need): PrometheusConnection | undefined {
  const url = inputs['prometheus-url']
  if (url === undefined) need('prometheus-url', 'set it or PROMETHEUS_URL')
  return url === undefined ? undefined : { url, token: inputs['prometheus-token'] }
}

function datadog(inputs: Inputs, need: Need): DatadogConnection | undefined {
  const apiUrl = inputs['datadog-api-url'] ?? `https://api.${inputs['datadog-site'] ?? 'datadoghq.com'}`
  const apiKey = inputs['datadog-api-key']
  const appKey = inputs['datadog-app-key']
  if (apiKey === undefined) need('datadog-api-key', 'set it or DD_API_KEY')
  if (appKey === undefined) need('datadog-app-key', 'set it or DD_APP_KEY')
  return apiKey && appKey ? { apiUrl, apiKey, appKey } : undefined
}
