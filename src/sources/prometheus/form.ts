import * as v from 'valibot'
import type { Slo } from '../../budget/slo.ts'
import { strict, text } from '../../schema/values.ts'
import { listOf } from '../../text/list.ts'
import { describeDuration } from '../../time/duration.ts'
import { ratesOnlyWarnings } from '../rates.ts'
import type { FieldProblem, SloOfSource, SourceForm } from '../source.ts'
import { ruleDuration } from './duration.ts'
import {
  type CountsSpec,
  countsOf,
  isPerSecond,
  type PrometheusSpec,
  pyrraWindows,
  SLOTH_WINDOWS
} from './promql.ts'
import { promQl } from './query.ts'

const LABEL = /^[a-zA-Z_]\w*$/
const OWN_LABELS = ['__name__', 'sloth_id', 'slo']

const FORMS =
  'either good and total, or bad and total, or errorRatio, or sloth, or pyrra (with metric for its alerts)'

/** Further labels of recorded series. The name of the SLO is a label of its own. */
const labels = v.pipe(
  v.record(text, text),
  v.check(
    value => Object.keys(value).every(name => LABEL.test(name) && !OWN_LABELS.includes(name)),
    `a map of label names to values, without ${listOf(OWN_LABELS)}`
  )
)

const schema = v.pipe(
  strict({
    type: v.literal('prometheus'),
    good: v.exactOptional(promQl),
    bad: v.exactOptional(promQl),
    total: v.exactOptional(promQl),
    errorRatio: v.exactOptional(promQl),
    sloth: v.exactOptional(text),
    pyrra: v.exactOptional(text),
    metric: v.exactOptional(text),
    labels: v.exactOptional(labels)
  }),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }): { readonly spec: PrometheusSpec } => {
    const { type, good, bad, total, errorRatio, sloth, pyrra, metric, labels } = value
    const keys = Object.keys(value).length
    if (good !== undefined && total !== undefined && keys === 3) return { spec: { type, good, total } }
    if (bad !== undefined && total !== undefined && keys === 3) return { spec: { type, bad, total } }
    if (errorRatio !== undefined && keys === 2) return { spec: { type, errorRatio } }
    const rules = { type, ...(labels && { labels }) }
    const others = keys - Object.keys(rules).length
    if (sloth !== undefined && others === 1) return { spec: { ...rules, sloth } }
    if (pyrra !== undefined && others === 1) return { spec: { ...rules, pyrra } }
    if (pyrra !== undefined && metric !== undefined && others === 2)
      return { spec: { ...rules, pyrra, metric } }
    addIssue({ message: labels === undefined ? FORMS : `${FORMS}; labels are for sloth and pyrra only` })
    return NEVER
  })
)

export const prometheusForm: SourceForm<PrometheusSpec> = { schema, warnings, errors }

function warnings({ slo, spec }: SloOfSource<PrometheusSpec>): readonly string[] {
  const fixed = queriesOf(spec).some(query => !query.includes('$window'))
  return [
    ...(fixed ? ['a query without $window gives the same value for every window'] : []),
    ...('total' in spec
      ? perSecondWarnings(slo, spec)
      : ratesOnlyWarnings('errorRatio' in spec ? slo : anyHours(slo)))
  ]
}

function perSecondWarnings({ minimumEvents }: Slo, spec: CountsSpec): readonly string[] {
  const { counted, query, total } = countsOf(spec)
  const areRates = [query, total].map(isPerSecond)
  if (!areRates.includes(true)) return []
  if (areRates.includes(false)) {
    const [rate, other] = areRates[0] ? [counted, 'total'] : ['total', counted]
    return [`${rate} is a rate per second and ${other} is not; use increase(...) or rate(...) in both`]
  }
  if (minimumEvents === 0) return []
  return [
    `${counted} and total are rates per second, no counts: minimumEvents cannot be checked; use increase(...)`
  ]
}

/** Recorded rules cannot be read in business hours at all, which is an error. */
const anyHours = ({ businessHours: _, ...slo }: Slo): Slo => slo

function queriesOf(spec: PrometheusSpec): readonly string[] {
  if ('errorRatio' in spec) return [spec.errorRatio]
  if (!('total' in spec)) return []
  const { query, total } = countsOf(spec)
  return [query, total]
}

/** Recorded rules exist for certain windows only. */
function errors({ slo, spec }: SloOfSource<PrometheusSpec>): readonly FieldProblem[] {
  if ('good' in spec && spec.good === spec.total)
    return [['source.good', 'is the same query as total, so no event could ever fail']]
  if ('bad' in spec && spec.bad === spec.total)
    return [['source.bad', 'is the same query as total, so every event would have failed']]
  if (!('sloth' in spec || 'pyrra' in spec)) return []
  const tool = 'sloth' in spec ? 'Sloth' : 'Pyrra'
  const windows = 'sloth' in spec ? SLOTH_WINDOWS : pyrraWindows(slo.window.ms)
  const hasRules = 'sloth' in spec || spec.metric !== undefined
  const hasRule = (ms: number) => ms === slo.window.ms || (hasRules && windows.includes(ms))
  const remedy = hasRules ? `take ${listOf(windows.map(ruleDuration))}` : 'name the metric as well'
  const hours: readonly FieldProblem[] = slo.businessHours
    ? [['businessHours', `the rules of ${tool} are about fixed windows; use good and total`]]
    : []
  const unrecorded = slo.alerts.flatMap((alert, index) =>
    (['duration', 'shortDuration'] as const).flatMap((key): readonly FieldProblem[] => {
      const duration = alert[key]
      if (duration === undefined || hasRule(duration.ms)) return []
      const what = `${duration.iso}: ${tool} has no rule for ${describeDuration(duration)}; ${remedy}`
      return [[`burnRateAlerts[${index}].${key}`, what]]
    })
  )
  return [...hours, ...unrecorded]
}
