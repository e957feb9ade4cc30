import type { GitHubConnection } from '../maintenance/gitHub.ts'
import type { Environment } from '../runner/runner.ts'
import type { ClientCredentials, GenesysConnection } from '../sources/genesysConnection.ts'
import type { PrometheusConnection } from '../sources/prometheus.ts'
import type { Connections } from '../sources/sloDefinition.ts'
import type { Inputs } from './inputs.ts'
import type { Problems } from './problems.ts'

interface Wanted {
  readonly inputs: Inputs
  /** For each type of source, an SLO that uses it. */
  readonly sourceUsers: ReadonlyMap<string, string>
  readonly problems: Problems
}

/** How to reach the sources that the SLOs use. Only their settings are required. */
export function connect({ inputs, sourceUsers, problems }: Wanted): Connections {
  const need =
    (slo: string): Need =>
    (input, remedy, instead) => {
      // What was set and not understood is wrong, not missing.
      if ([input, instead].some(name => name && problems.has(`input ${name}`))) return
      problems.error(`input ${input}`, `is missing, and SLO "${slo}" needs it; ${remedy}`)
    }
  const genesysUser = sourceUsers.get('genesys-observability')
  const prometheusUser = sourceUsers.get('prometheus')
  return {
    genesys: genesysUser === undefined ? undefined : genesys(inputs, need(genesysUser)),
    prometheus: prometheusUser === undefined ? undefined : prometheus(inputs, need(prometheusUser))
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
  // Without any address at all, the region has been asked for already.
  if (loginUrl === undefined && inputs['genesys-api-url'] !== undefined) {
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
