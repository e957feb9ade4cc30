import { text } from '../../schema/values.ts'
import type { PrometheusSpec } from '../../sources/prometheus/promql.ts'
import { show } from '../../text/show.ts'
import { overWindow } from './query.ts'
import type { Section } from './section.ts'
import { dataSourceSpec, metric, prometheusSpec, rawType, sliSpec } from './shapes.ts'

/** The indicator of an SLO as a source in the gate's own form; undefined if it has a problem, which is reported. */
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
  // We do not compute good events as total - bad: if the query for bad events is wrong, it finds no series, and then
  // every event would count as good. A ratio has no data in that case.
  return form === 'bad' ? { type, errorRatio: `(${events}) / (${total})` } : { type, good: events, total }
}

function queryOf(
  section: Section,
  { isCounter, example }: { readonly isCounter: boolean; readonly example: string }
): string | undefined {
  section.read(metric)
  const source = section.at('metricSource')
  if (!answersPromQl(source)) return undefined
  const query = source.at('spec').read(prometheusSpec)?.query
  if (query === undefined) return undefined
  const what = `${show(query)} cannot be measured over every window; it must contain $window, such as ${example}`
  return overWindow(query, isCounter) ?? source.at('spec').refuse(what, 'query')
}

/** The systems that support PromQL as Prometheus does. */
const PROMQL_SYSTEMS = ['prometheus', 'mimir', 'thanos', 'cortex', 'victoriametrics']
const ONLY_PROMQL =
  "is not supported, only Prometheus, Mimir, Thanos, Cortex and VictoriaMetrics are; for another source, write a definition in the gate's own form"

/** Whether the metric comes from a system that supports PromQL; reported if it does not. */
function answersPromQl(source: Section): boolean {
  const type = source.at('type')
  const reference = source.at('metricSourceRef')
  if (!type.isGiven && !reference.isGiven) type.refuse('is missing')
  // Only its type is used, so a data source may be missing when the type is given here.
  const ifMissing = type.isGiven ? () => undefined : undefined
  const dataSource = reference.isGiven ? reference.specOfNamed('DataSource', ifMissing) : undefined
  const names = [
    { place: type, name: type.isGiven ? type.read(text) : undefined },
    { place: reference, name: dataSource?.read(dataSourceSpec)?.type }
  ].flatMap(({ place, name }) => (name === undefined ? [] : [{ place, name }]))
  const others = names.filter(({ name }) => !PROMQL_SYSTEMS.includes(name.toLowerCase()))
  for (const { place, name } of others) place.refuse(`${show(name)} ${ONLY_PROMQL}`)
  return others.length === 0 && names.length > 0
}
