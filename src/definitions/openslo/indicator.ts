import { text } from '../../schema/values.ts'
import type { PrometheusSpec } from '../../sources/prometheus/promql.ts'
import { show } from '../../text/show.ts'
import { overWindow } from './query.ts'
import type { Section } from './section.ts'
import { dataSourceSpec, metric, prometheusSpec, rawType, sliSpec } from './shapes.ts'

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

/** For each form of a ratio, named by its first key, the keys of the other forms. */
const OTHER_FORMS = { raw: ['good', 'bad', 'total'], bad: ['good', 'rawType'], good: ['rawType'] }

function sourceOfSli(spec: Section): PrometheusSpec | undefined {
  const isCounter = spec.read(sliSpec)?.ratioMetric.counter ?? true
  const ratio = spec.at('ratioMetric')
  const form = (['raw', 'bad'] as const).find(key => ratio.at(key).isGiven) ?? 'good'
  for (const other of OTHER_FORMS[form].map(key => ratio.at(key)).filter(({ isGiven }) => isGiven))
    other.refuse(`cannot be combined with ${form}`)

  const type = 'prometheus'
  if (form === 'raw') {
    const rawRatio = queryOf(ratio.at('raw'), { isCounter: false, example: RATIO })
    const isErrorRatio = ratio.at('rawType').read(rawType) === 'failure'
    if (rawRatio === undefined) return undefined
    return { type, errorRatio: isErrorRatio ? rawRatio : `1 - (${rawRatio})` }
  }
  const events = queryOf(ratio.at(form), { isCounter, example: COUNT })
  const total = queryOf(ratio.at('total'), { isCounter, example: COUNT })
  if (events === undefined || total === undefined) return undefined
  // Counts of good events (total - bad) would take bad events without a series for none. A wrong query has no series
  // either, and then every event would count as good. A ratio has no data in that case.
  return form === 'bad' ? { type, errorRatio: `(${events}) / (${total})` } : { type, good: events, total }
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
