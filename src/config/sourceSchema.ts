import * as v from 'valibot'
import type { PrometheusSpec } from '../sources/prometheus.ts'
import type { SloDefinition } from '../sources/source.ts'
import { text } from './schema.ts'

const genesysObservability = v.strictObject({ type: v.literal('genesys-observability') })

const prometheus = v.pipe(
  v.strictObject({
    type: v.literal('prometheus'),
    good: v.exactOptional(text),
    total: v.exactOptional(text),
    errorRatio: v.exactOptional(text)
  }),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }): PrometheusSpec => {
    const { type, good, total, errorRatio } = value
    if (good !== undefined && total !== undefined && errorRatio === undefined) return { type, good, total }
    if (errorRatio !== undefined && good === undefined && total === undefined) return { type, errorRatio }
    addIssue({ message: 'either good and total, or errorRatio' })
    return NEVER
  })
)

/** Where the numbers of an SLO come from: one form for each kind of source. */
export const sourceSchema = v.variant(
  'type',
  [genesysObservability, prometheus],
  'a source with the type genesys-observability or prometheus'
)

/** What is allowed, but rarely meant. */
export function warnOfSource({ source }: SloDefinition, warn: (what: string) => void): void {
  if (source.type !== 'prometheus') return
  const queries = 'errorRatio' in source ? [source.errorRatio] : [source.good, source.total]
  if (queries.some(query => !query.includes('$window'))) {
    warn('a query without $window gives the same value for every window')
  }
}
