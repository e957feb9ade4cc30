import * as v from 'valibot'
import { text } from '../../schema/values.ts'
import { promQl } from '../../sources/prometheus/query.ts'
import { foreignPercentage } from '../percentage.ts'
import { prose, refused, shapeOf, unused } from '../shape.ts'

const shape = shapeOf('Sloth')

const query = v.pipe(
  promQl,
  v.check(
    value => !value.includes('{{'),
    'a query whose only template is {{.window}}; render the file first'
  ),
  v.check(value => value.includes('$window'), 'a query with {{.window}} as its range')
)

const head = {
  service: text,
  labels: unused,
  slos: v.pipe(v.array(v.unknown(), 'a list of SLOs'), v.nonEmpty('a list with at least one SLO')),
  // These change the rules that Sloth generates, which are not used.
  slo_plugins: unused
}

/** A file, without its SLOs. */
export const fileHead = shape({ version: unused, ...head })

/** The spec of a PrometheusServiceLevel, without its SLOs. */
export const specHead = shape(head)

const alert = v.exactOptional(
  shape({
    disable: v.exactOptional(v.boolean('true or false'), false),
    labels: unused,
    annotations: unused
  }),
  {}
)

export const slo = shape({
  name: text,
  description: v.exactOptional(prose),
  objective: foreignPercentage,
  labels: unused,
  plugins: unused,
  sli: v.pipe(
    shape({
      events: v.exactOptional(shape({ error_query: query, total_query: query })),
      raw: v.exactOptional(shape({ error_ratio_query: query })),
      plugin: refused('is a Sloth plugin, which is not run here; write its queries as events')
    }),
    v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
      const { events, raw } = value
      const type = 'prometheus'
      if (events && !raw) return { type, bad: events.error_query, total: events.total_query }
      if (raw && !events) return { type, errorRatio: raw.error_ratio_query }
      addIssue({ message: 'either events or raw' })
      return NEVER
    })
  ),
  alerting: v.exactOptional(
    shape({ name: unused, labels: unused, annotations: unused, page_alert: alert, ticket_alert: alert }),
    {}
  )
})

export type SlothSlo = v.InferOutput<typeof slo>
