import { address, secret } from '../../inputs/formats.ts'
import type { ReportMissing, ValuesOf } from '../../inputs/input.ts'
import type { HistoryOptions, SloOfSource, Source, SourceContext, SourceForm } from '../source.ts'
import type { PrometheusSpec } from './promql.ts'
import type { PrometheusConnection } from './request.ts'

export const INPUTS = {
  'prometheus-url': { format: address, env: 'PROMETHEUS_URL' },
  'prometheus-token': { format: secret, env: 'PROMETHEUS_TOKEN', isSecret: true }
} as const

export function connect(
  settings: ValuesOf<typeof INPUTS>,
  missing: ReportMissing
): PrometheusConnection | undefined {
  const apiUrl = settings['prometheus-url']
  if (apiUrl === undefined) missing('prometheus-url', 'set it or PROMETHEUS_URL')
  return apiUrl === undefined ? undefined : { apiUrl, token: settings['prometheus-token'] }
}

export const form = async (): Promise<SourceForm<PrometheusSpec>> =>
  (await import('./form.ts')).prometheusForm

export async function open(
  connection: PrometheusConnection,
  context: SourceContext
): Promise<Source<PrometheusSpec>> {
  const { Prometheus } = await import('./source.ts')
  return new Prometheus(connection, context)
}

export async function readHistory(
  slos: readonly SloOfSource<PrometheusSpec>[],
  options: HistoryOptions<PrometheusConnection>
) {
  const { readPrometheusHistory } = await import('./history.ts')
  return readPrometheusHistory(slos, options)
}
