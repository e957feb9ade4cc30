import type { PrometheusSpec } from '../../sources/prometheus/promql.ts'
import { show } from '../../text/show.ts'
import { text } from '../schema.ts'
import { overWindow } from './query.ts'
import type { Section } from './section.ts'
import { dataSourceSpec, metric, prometheusSpec, sliSpec } from './shapes.ts'

/** The indicator of an SLO as a source of our own form; undefined when it has a problem, which is reported. */
export function sourceOf(sloSpec: Section): PrometheusSpec | undefined {
  const inline = sloSpec.at('indicator')
  const reference = sloSpec.at('indicatorRef')
  if (!reference.isGiven) return sourceOfSli(inline.specOfInline('SLI'))
  if (inline.isGiven) inline.refuse('cannot be combined with indicatorRef')
  const spec = reference.specOfNamed('SLI')
  return spec && sourceOfSli(spec)
}

const COUNT = 'sum(increase(x_total[$window]))'
const RATIO = 'sum(increase(bad_total[$window])) / sum(increase(x_total[$window]))'

function sourceOfSli(spec: Section): PrometheusSpec | undefined {
  const ratio = spec.read(sliSpec)?.ratioMetric
  const metrics = spec.at('ratioMetric')
  const type = 'prometheus'
  if (metrics.at('raw').isGiven) {
    const raw = queryOf(metrics.at('raw'), { isCounter: false, example: RATIO })
    if (raw === undefined) return undefined
    return { type, errorRatio: ratio?.rawType === 'failure' ? raw : `1 - (${raw})` }
  }
  const options = { isCounter: ratio?.counter ?? true, example: COUNT }
  if (metrics.at('bad').isGiven) {
    const bad = queryOf(metrics.at('bad'), options)
    const total = queryOf(metrics.at('total'), options)
    // Counts of good events (total - bad) would need bad events to be 0 when they have no series. A wrong query
    // has no series either, and every event would count as good. The ratio has no data then.
    if (bad === undefined || total === undefined) return undefined
    return { type, errorRatio: `(${bad}) / (${total})` }
  }
  const good = queryOf(metrics.at('good'), options)
  const total = queryOf(metrics.at('total'), options)
  if (good === undefined || total === undefined) return undefined
  return { type, good, total }
}

function queryOf(
  section: Section,
  { isCounter, example }: { readonly isCounter: boolean; readonly example: string }
): string | undefined {
  section.read(metric)
  const source = section.at('metricSource')
  if (!isFromPrometheus(source)) return undefined
  const query = source.at('spec').read(prometheusSpec)?.query
  if (query === undefined) return undefined
  const what = `${show(query)} cannot be measured over a window of any length; it must contain $window, such as ${example}`
  return overWindow(query, isCounter) ?? source.at('spec').refuse(what, 'query')
}

const OTHERWISE = "write a definition in the action's own form to use another source"

/** Whether Prometheus has the metric; reported when it does not. */
function isFromPrometheus(source: Section): boolean {
  const type = source.at('type')
  const reference = source.at('metricSourceRef')
  if (!type.isGiven && !reference.isGiven) type.refuse('is missing')
  const names = [
    { place: type, name: type.isGiven ? type.read(text) : undefined },
    { place: reference, name: reference.isGiven ? typeOfDataSource(reference, type.isGiven) : undefined }
  ].filter(({ name }) => name !== undefined)
  const others = names.filter(({ name }) => name?.toLowerCase() !== 'prometheus')
  for (const { place, name } of others)
    place.refuse(`${show(name)} cannot be mapped, only Prometheus can; ${OTHERWISE}`)
  return others.length === 0 && names.length > 0
}

/** @param isTypeKnown whether the metric gives the type too: then no file has to have the data source */
const typeOfDataSource = (reference: Section, isTypeKnown: boolean) =>
  reference.specOfNamed('DataSource', { mayBeMissing: isTypeKnown })?.read(dataSourceSpec)?.type
