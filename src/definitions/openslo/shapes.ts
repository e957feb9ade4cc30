import * as v from 'valibot'
import { isSloId, SLO_ID } from '../../schema/sloId.ts'
import { oneOf, parsedBy, text } from '../../schema/values.ts'
import { promQl } from '../../sources/prometheus/query.ts'
import { field } from '../../text/field.ts'
import { type Duration, parseDuration } from '../../time/duration.ts'
import { prose, refused, shapeOf, unused } from '../shape.ts'

/*
 * The form of each kind of document. References and inline documents are not part of a shape: they are read later,
 * with their own shapes.
 */

/** Read later, with its own shape. */
const readLater = v.exactOptional(v.unknown())

const shape = shapeOf('OpenSLO v1')

/** The value under a key; a key without a value counts as not given. */
export const given = (value: unknown, key: string): unknown => field(value, key) ?? undefined

const exactlyOne = <const T extends v.GenericSchema>(entry: T, what: string) =>
  v.pipe(
    v.custom<unknown[]>(value => Array.isArray(value) && value.length === 1, `a list of exactly one ${what}`),
    v.tuple([entry])
  )

const numberBetween = (low: number, high: number) => (value: unknown) =>
  typeof value === 'number' && value > low && value < high ? value : undefined

/** Reads the number of a target, which may be text such as "0.995". */
const targetBetween = (low: number, high: number) => (value: unknown) =>
  numberBetween(
    low,
    high
  )(typeof value === 'string' && /^\d*\.?\d+$/.test(value.trim()) ? Number(value) : value)

function durationOf(value: unknown): Duration | undefined {
  return typeof value === 'string' && /^\d+[mhdw]$/.test(value) ? parseDuration(value) : undefined
}

/** For `alertAfter`, where `0` and `0m` mean that there is no wait. */
function durationOrNone(value: unknown): Duration | 'none' | undefined {
  const isNone = value === 0 || (typeof value === 'string' && /^0+[mhdwMQY]?$/.test(value))
  return isNone ? 'none' : durationOf(value)
}

const SHORTHAND = 'a duration such as 5m, 6h, 30d or 4w; M, Q and Y have no fixed length'
const duration = parsedBy(durationOf, SHORTHAND)

const labels = { displayName: v.exactOptional(text), labels: unused, annotations: unused }

const head = (name: v.GenericSchema<unknown, string>) =>
  shape({
    apiVersion: unused,
    kind: unused,
    metadata: shape({ name, namespace: unused, ...labels }),
    spec: readLater
  })

/** A document other than an SLO, without its spec. */
export const partHead = head(text)

/** An SLO without its spec. */
export const sloHead = head(v.pipe(text, v.check(isSloId, SLO_ID)))

/** An inline document without its spec. */
export const inlineHead = (kind: string) =>
  shape({
    kind: v.exactOptional(oneOf(kind)),
    metadata: v.exactOptional(shape({ name: v.exactOptional(text), ...labels })),
    spec: readLater
  })

/** An entry of a list that refers to a document under this key. */
export const referenceBy = (key: string) => shape({ [key]: readLater })

const timeWindow = shape({
  duration,
  isRolling: v.exactOptional(
    v.custom<true>(value => value === true, 'true, because calendar windows cannot be mapped')
  ),
  calendar: refused('cannot be mapped, only rolling windows can; remove it')
})

const slices = refused('cannot be mapped: events are counted, not time slices')
const composite = refused('cannot be mapped: an SLO has one indicator; write one SLO for each')

const fraction = parsedBy(targetBetween(0.01, 1), 'a fraction above 0.01 and below 1, such as 0.995')
const percentage = parsedBy(targetBetween(1, 100), 'a percentage above 1 and below 100, such as 99.5')

const otherKeysOfObjective = {
  displayName: unused,
  op: unused,
  value: refused('is for a thresholdMetric, which cannot be mapped'),
  timeSliceTarget: slices,
  timeSliceWindow: slices,
  compositeWeight: composite,
  indicator: composite,
  indicatorRef: composite
}
const percentObjective = v.pipe(
  shape({
    targetPercent: percentage,
    target: refused('cannot be combined with targetPercent'),
    ...otherKeysOfObjective
  }),
  v.transform(({ targetPercent }) => targetPercent)
)
const fractionObjective = v.pipe(
  shape({ target: fraction, ...otherKeysOfObjective }),
  // A double keeps 15 decimal digits; more would be rounding errors of the multiplication.
  v.transform(({ target }) => Number((target * 100).toPrecision(15)))
)

/** Parses an objective to its target in percent. */
const objective = v.lazy(value =>
  given(value, 'targetPercent') === undefined ? fractionObjective : percentObjective
)

export const sloSpec = shape({
  description: v.exactOptional(prose),
  service: unused,
  indicator: readLater,
  indicatorRef: readLater,
  // OpenSLO has no default window, so it is required.
  timeWindow: exactlyOne(timeWindow, 'rolling window'),
  budgetingMethod: v.exactOptional(
    v.custom<string>(
      value => value === 'Occurrences',
      'Occurrences, because events are counted, not time slices'
    )
  ),
  objectives: exactlyOne(objective, 'objective'),
  alertPolicies: v.exactOptional(v.array(v.unknown(), 'a list of alert policies'))
})

const trueOrFalse = v.custom<boolean>(value => typeof value === 'boolean', 'true or false')

export const sliSpec = shape({
  description: unused,
  thresholdMetric: refused('cannot be mapped: an error budget needs counts of events, from a ratioMetric'),
  ratioMetric: shape({
    counter: v.exactOptional(trueOrFalse, false),
    good: readLater,
    bad: readLater,
    total: readLater,
    raw: readLater,
    rawType: readLater
  })
})

export const rawType = oneOf('success', 'failure')

/** One of the metrics of a ratio. The form of its spec depends on its system. */
export const metric = shape({
  metricSource: shape({ type: readLater, metricSourceRef: readLater, spec: readLater })
})

export const prometheusSpec = shape({ query: promQl })

/** Its `connectionDetails` are not used: a pull request can change them, so addresses and secrets are inputs. */
export const dataSourceSpec = shape({ description: unused, type: text, connectionDetails: unused })

export const alertPolicySpec = shape({
  description: unused,
  alertWhenNoData: unused,
  alertWhenResolved: unused,
  alertWhenBreaching: v.exactOptional(trueOrFalse, true),
  notificationTargets: unused,
  conditions: v.pipe(
    v.array(v.unknown(), 'a list of alert conditions'),
    v.nonEmpty('a list with at least one alert condition')
  )
})

const isBurnRate = (kind: unknown) => typeof kind === 'string' && kind.toLowerCase() === 'burnrate'

export const alertConditionSpec = shape({
  description: unused,
  severity: text,
  condition: shape({
    kind: v.exactOptional(v.custom<string>(isBurnRate, 'burnrate')),
    // Our alerts fire only above the threshold; gte differs only at exactly the threshold.
    op: oneOf('gt', 'gte'),
    threshold: parsedBy(numberBetween(0, Number.POSITIVE_INFINITY), 'a number above 0'),
    lookbackWindow: duration,
    alertAfter: v.exactOptional(parsedBy(durationOrNone, SHORTHAND))
  })
})
