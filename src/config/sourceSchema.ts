import * as v from 'valibot'
import type { PrometheusSpec } from '../sources/prometheus.ts'
import type { SloDefinition } from '../sources/sloDefinition.ts'
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
export function warnOfSource({ source, minimumEvents }: SloDefinition, warn: (what: string) => void): void {
  const queries = queriesOf(source)
  if (queries.some(query => !query.includes('$window'))) {
    warn('a query without $window gives the same value for every window')
  }
  if (minimumEvents > 0 && !('good' in source)) {
    warn('gives rates only, no counts: minimumEvents cannot be checked')
  }
}

function queriesOf(source: SloDefinition['source']): readonly string[] {
  if (source.type !== 'prometheus') return []
  return 'errorRatio' in source ? [source.errorRatio] : [source.good, source.total]
}
