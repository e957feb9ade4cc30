import { address, secret } from '../../inputs/formats.ts'
import type { Format, ReportMissing, ValuesOf } from '../../inputs/input.ts'
import type { Source, SourceContext, SourceForm } from '../source.ts'
import type { DatadogConnection, DatadogSpec } from './source.ts'

/** Only Datadog's own sites are accepted, because the keys are sent there. */
const site: Format<string> = {
  accepts: 'a Datadog site, such as datadoghq.com, datadoghq.eu or us5.datadoghq.com',
  parse: value =>
    /^(([a-z]+\d+\.)?datadoghq\.com|datadoghq\.eu|([a-z]+\d+\.)?ddog-gov\.com)$/.test(value)
      ? value
      : undefined
}

export const INPUTS = {
  'datadog-site': { format: site, env: 'DD_SITE' },
  'datadog-api-key': { format: secret, env: 'DD_API_KEY', isSecret: true },
  'datadog-app-key': { format: secret, env: 'DD_APP_KEY', isSecret: true },
  'datadog-api-url': { format: address }
} as const

export function connect(
  settings: ValuesOf<typeof INPUTS>,
  missing: ReportMissing
): DatadogConnection | undefined {
  const apiUrl = settings['datadog-api-url'] ?? `https://api.${settings['datadog-site'] ?? 'datadoghq.com'}`
  const apiKey = settings['datadog-api-key']
  const appKey = settings['datadog-app-key']
  if (apiKey === undefined) missing('datadog-api-key', 'set it or DD_API_KEY')
  if (appKey === undefined) missing('datadog-app-key', 'set it or DD_APP_KEY')
  return apiKey && appKey ? { apiUrl, apiKey, appKey } : undefined
}

export const form = async (): Promise<SourceForm<DatadogSpec>> => (await import('./form.ts')).datadogForm

export async function open(
  connection: DatadogConnection,
  context: SourceContext
): Promise<Source<DatadogSpec>> {
  const { Datadog } = await import('./source.ts')
  return new Datadog(connection, context)
}
