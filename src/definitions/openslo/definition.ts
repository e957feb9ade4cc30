import * as v from 'valibot'
import { isSloId } from '../../schema/sloId.ts'
import { text } from '../../schema/values.ts'
import { alertPolicy } from './alerts.ts'
import { sli } from './indicator.ts'
import * as o from './schema.ts'

const timeWindow = v.pipe(
  o.strict({
    duration: o.duration,
    isRolling: v.custom<true>(value => value === true, 'true: windows of the calendar cannot be mapped'),
    calendar: o.refused('cannot be mapped: the window is a rolling one; remove it and set isRolling: true')
  }),
  v.transform(({ duration }) => duration.iso)
)

const between = (limit: number, what: string) =>
  v.custom<number>(value => typeof value === 'number' && value > 0 && value < limit, what)

const slices = o.refused('cannot be mapped: events are counted, not slices of time')
const composite = o.refused('cannot be mapped: an SLO has one indicator; write an SLO for each')
const threshold = o.refused('is for a thresholdMetric, which cannot be mapped')

const objective = o.depending<number>(keys => {
  const others = {
    displayName: o.ignored,
    op: threshold,
    value: threshold,
    timeSliceTarget: slices,
    timeSliceWindow: slices,
    compositeWeight: composite,
    indicator: composite,
    indicatorRef: composite
  }
  if ('targetPercent' in keys) {
    const targetPercent = between(100, 'a percentage above 0 and below 100, such as 99.5')
    return v.pipe(
      o.strict({ targetPercent, target: o.beside('targetPercent'), ...others }),
      v.transform(({ targetPercent }) => targetPercent)
    )
  }
  return v.pipe(
    o.strict({ target: between(1, 'a fraction above 0 and below 1, such as 0.995'), ...others }),
    // 15 digits are what a double keeps of a decimal; what is beyond them is noise.
    v.transform(({ target }) => Number((target * 100).toPrecision(15)))
  )
})

const budgetingMethod = v.custom<string>(
  value => value === 'Occurrences',
  'Occurrences: events are counted, not slices of time'
)

function alertPolicies(library: o.Library) {
  const policy = alertPolicy(library)
  const byName = o.reference(library, 'AlertPolicy', policy)
  const entry = o.inlineOrReference(library, 'AlertPolicy', 'alertPolicyRef', policy)
  return v.pipe(
    v.array(
      // The bare name is not in the specification, but in use.
      v.lazy(value => (typeof value === 'string' ? byName : entry)),
      'a list of alert policies'
    ),
    v.transform(policies => policies.flat())
  )
}

function sloSpec(library: o.Library) {
  const common = {
    description: v.exactOptional(o.prose),
    service: o.ignored,
    // OpenSLO names no window for an SLO without one, so none is taken for granted.
    timeWindow: o.exactlyOne(timeWindow, 'rolling window'),
    budgetingMethod: v.exactOptional(budgetingMethod),
    objectives: o.exactlyOne(objective, 'objective'),
    alertPolicies: v.exactOptional(alertPolicies(library), [])
  }
  const indicator = o.inline('SLI', sli(library))
  const indicatorRef = o.reference(library, 'SLI', sli(library))
  const withName = v.pipe(
    o.strict({ ...common, indicatorRef, indicator: o.beside('indicatorRef') }),
    v.transform(spec => ({ ...spec, source: spec.indicatorRef }))
  )
  const withIndicator = v.pipe(
    o.strict({ ...common, indicator }),
    v.transform(spec => ({ ...spec, source: spec.indicator }))
  )
  return o.depending<v.InferOutput<typeof withName | typeof withIndicator>>(keys =>
    'indicatorRef' in keys ? withName : withIndicator
  )
}

/** An SLO as a definition of our own form. */
export function slo(library: o.Library) {
  const id = v.pipe(text, v.check(isSloId, 'must be a name other than . and ..'))
  return v.pipe(
    o.strict({ ...o.head(id), spec: sloSpec(library) }),
    v.transform(({ metadata: { name, displayName }, spec }) => ({
      id: name,
      ...(displayName !== undefined && { name: displayName }),
      ...(spec.description !== undefined && { description: spec.description }),
      sloTarget: spec.objectives,
      timeWindow: spec.timeWindow,
      burnRateAlerts: spec.alertPolicies,
      source: spec.source
    }))
  )
}
