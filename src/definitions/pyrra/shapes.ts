import * as v from 'valibot'
import { isSloId, SLO_ID } from '../../schema/sloId.ts'
import { oneOf, parsedBy, text } from '../../schema/values.ts'
import { selector } from '../../sources/prometheus/query.ts'
import { parseDuration } from '../../time/duration.ts'
import { foreignPercentage } from '../percentage.ts'
import { prose, shapeOf, unused } from '../shape.ts'
import { indicatorSource, inSeconds } from './indicator.ts'

const shape = shapeOf('Pyrra')

const GROUPING =
  'is not accepted, because Pyrra evaluates each group separately; write one SLO for each group, with its labels in the metrics'

const grouping = v.exactOptional(
  v.pipe(
    v.unknown(),
    v.rawCheck(({ dataset: { value }, addIssue }) => {
      if (!(Array.isArray(value) && value.length === 0)) addIssue({ message: GROUPING })
    })
  )
)

const metric = shape({ metric: selector })

const bucket = shape({
  metric: v.pipe(
    selector,
    v.check(query => /\ble ?=/.test(query), 'a metric with the label le, such as calls_bucket{le="0.5"}')
  )
})

const indicator = v.pipe(
  shape({
    ratio: v.exactOptional(shape({ errors: metric, total: metric, grouping })),
    latency: v.exactOptional(shape({ success: bucket, total: metric, grouping })),
    latencyNative: v.exactOptional(
      shape({ latency: parsedBy(inSeconds, 'a duration such as 500ms, 1s or 2m'), total: metric, grouping })
    ),
    bool_gauge: v.exactOptional(shape({ metric: selector, grouping }))
  }),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    const source = Object.keys(value).length <= 1 ? indicatorSource(value) : undefined
    if (source !== undefined) return source
    addIssue({ message: 'one of ratio, latency, latencyNative and bool_gauge' })
    return NEVER
  })
)

const window = parsedBy(
  value => (typeof value === 'string' && /^\d/.test(value) ? parseDuration(value) : undefined),
  'a duration such as 4w, 30d or 12h'
)

const alerting = shape({
  disabled: v.exactOptional(v.boolean('true or false'), false),
  burnrates: v.exactOptional(v.boolean('true or false'), true),
  // These only affect the names and labels of alerts.
  name: unused,
  absent: unused,
  absentName: unused,
  severities: unused
})

export const manifest = shape({
  apiVersion: oneOf('pyrra.dev/v1alpha1'),
  kind: oneOf('ServiceLevelObjective'),
  metadata: v.object(
    { name: v.pipe(text, v.check(isSloId, SLO_ID)), namespace: v.exactOptional(text) },
    'a mapping with a name'
  ),
  spec: shape({
    description: v.exactOptional(prose),
    target: foreignPercentage,
    window,
    indicator,
    alerting: v.exactOptional(alerting, {}),
    partial_response_strategy: unused,
    performance_over_accuracy: unused
  }),
  status: unused
})

export type Manifest = v.InferOutput<typeof manifest>
