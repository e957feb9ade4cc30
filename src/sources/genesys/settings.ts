import { address, secret, text } from '../../inputs/formats.ts'
import type { Format, ReportMissing, ValuesOf } from '../../inputs/input.ts'
import type { ClientCredentials, GenesysConnection } from './connection.ts'
import { genesysDomain } from './regions.ts'

const region: Format<string> = {
  accepts: 'an AWS region of Genesys Cloud, such as us-east-1, or its domain, such as mypurecloud.com',
  parse: genesysDomain
}

export const INPUTS = {
  'genesys-region': { format: region, env: 'GENESYSCLOUD_REGION' },
  'genesys-client-id': { format: text, env: 'GENESYSCLOUD_OAUTHCLIENT_ID' },
  'genesys-client-secret': { format: secret, env: 'GENESYSCLOUD_OAUTHCLIENT_SECRET', isSecret: true },
  'genesys-access-token': { format: secret, env: 'GENESYSCLOUD_ACCESS_TOKEN', isSecret: true },
  'genesys-api-url': { format: address },
  'genesys-login-url': { format: address }
} as const

type Settings = ValuesOf<typeof INPUTS>

/** How to reach the organisation; undefined when an input is missing, which is reported. */
export function connect(settings: Settings, missing: ReportMissing): GenesysConnection | undefined {
  const domain = settings['genesys-region']
  const apiUrl = settings['genesys-api-url'] ?? (domain && `https://api.${domain}`)
  if (apiUrl === undefined) {
    missing('genesys-region', 'set it or GENESYSCLOUD_REGION, or set genesys-api-url', 'genesys-api-url')
  }
  const accessToken = settings['genesys-access-token']
  const credentials = accessToken === undefined ? clientCredentials(settings, missing) : { accessToken }
  return apiUrl === undefined || credentials === undefined ? undefined : { apiUrl, credentials }
}

function clientCredentials(settings: Settings, missing: ReportMissing): ClientCredentials | undefined {
  const domain = settings['genesys-region']
  const loginUrl = settings['genesys-login-url'] ?? (domain && `https://login.${domain}`)
  const clientId = settings['genesys-client-id']
  const clientSecret = settings['genesys-client-secret']
  if (loginUrl === undefined) {
    missing('genesys-login-url', 'set it, or genesys-region, or genesys-access-token', 'genesys-region')
  }
  if (clientId === undefined) {
    missing('genesys-client-id', 'set it or GENESYSCLOUD_OAUTHCLIENT_ID, or genesys-access-token')
  }
  if (clientSecret === undefined) {
    missing('genesys-client-secret', 'set it or GENESYSCLOUD_OAUTHCLIENT_SECRET')
  }
  return loginUrl && clientId && clientSecret ? { loginUrl, clientId, clientSecret } : undefined
}
