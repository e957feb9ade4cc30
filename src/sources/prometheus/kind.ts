import type { HistoryOptions, SloOfSource, Source, SourceContext, SourceForm } from '../source.ts'
import type { PrometheusConnection } from './connection.ts'
import type { PrometheusSpec } from './promql.ts'

export { connect, INPUTS } from './settings.ts'

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
