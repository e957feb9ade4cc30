import * as v from 'valibot'
import type { PrometheusSpec } from '../sources/prometheus/promql.ts'
import { HOUR, parseDuration } from '../time/duration.ts'
import { strict, text } from './schema.ts'
import { isSloId } from './sloId.ts'

const genesysObservability = strict({ type: v.literal('genesys-observability') })

const texts = v.pipe(
  v.array(text, 'a list of texts'),
  v.check(values => values.length > 0, 'a list with something in it')
)

/** YAML reads 404 as a number. */
const status = v.pipe(
  v.custom<string | number>(
    value => /^\d{3}$/.test(String(value)) && (typeof value === 'string' || typeof value === 'number'),
    'a status of HTTP, such as 404'
  ),
  v.transform(String)
)

const errorType = v.pipe(
  text,
  v.check(value => value !== 'NONE', 'an errorType other than NONE, which is success')
)

const milliseconds = v.pipe(
  v.custom<string | number>(
    value => millisecondsIn(value) !== undefined,
    'an ISO 8601 duration such as PT2S, or whole milliseconds above 0'
  ),
  v.transform(value => millisecondsIn(value) as number)
)

function millisecondsIn(value: unknown): number | undefined {
  if (typeof value === 'string') return parseDuration(value)?.ms
  return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : undefined
}

/** Waiting longer than an hour for data is no waiting any more. */
const delay = v.pipe(
  v.custom<string>(
    value =>
      typeof value === 'string' &&
      (value === 'PT0S' || (parseDuration(value)?.ms ?? Number.POSITIVE_INFINITY) <= HOUR),
    'an ISO 8601 duration up to PT1H, such as PT5M'
  ),
  v.transform(value => parseDuration(value) ?? { iso: value, ms: 0 })
)

/** How long after an execution the analytics of Genesys Cloud are taken to know of it. */
const DEFAULT_DELAY = 'PT5M'

const genesysDataActions = strict({
  type: v.literal('genesys-data-actions'),
  integrationId: v.exactOptional(text),
  actionIds: v.exactOptional(texts),
  ignoreErrorTypes: v.exactOptional(v.array(errorType, 'a list of errorTypes'), []),
  ignoreResponseStatuses: v.exactOptional(v.array(status, 'a list of statuses'), []),
  slowerThan: v.exactOptional(milliseconds),
  delay: v.exactOptional(delay, DEFAULT_DELAY)
})

const FORMS = 'either good and total, or errorRatio, or sloth, or pyrra (with metric for its alerts)'

const prometheus = v.pipe(
  strict({
    type: v.literal('prometheus'),
    good: v.exactOptional(text),
    total: v.exactOptional(text),
    errorRatio: v.exactOptional(text),
    sloth: v.exactOptional(text),
    pyrra: v.exactOptional(text),
    metric: v.exactOptional(text)
  }),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }): PrometheusSpec => {
    const { type, good, total, errorRatio, sloth, pyrra, metric } = value
    const keys = Object.keys(value).length
    if (good !== undefined && total !== undefined && keys === 3) return { type, good, total }
    if (errorRatio !== undefined && keys === 2) return { type, errorRatio }
    if (sloth !== undefined && keys === 2) return { type, sloth }
    if (pyrra !== undefined && keys === 2) return { type, pyrra }
    if (pyrra !== undefined && metric !== undefined && keys === 3) return { type, pyrra, metric }
    addIssue({ message: FORMS })
    return NEVER
  })
)

const datadog = strict({
  type: v.literal('datadog'),
  sloId: v.pipe(text, v.check(isSloId, 'an id other than . and ..'))
})

/** Where the numbers of an SLO come from: one form for each kind of source. */
export const sourceSchema = v.variant(
  'type',
  [genesysObservability, genesysDataActions, prometheus, datadog],
  'a source with the type genesys-observability, genesys-data-actions, prometheus or datadog'
)
