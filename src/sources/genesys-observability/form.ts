import * as v from 'valibot'
import { ratesOnlyWarnings } from '../rates.ts'
import type { SourceForm } from '../source.ts'
import type { GenesysObservabilitySpec } from './source.ts'

export const genesysObservabilityForm: SourceForm<GenesysObservabilitySpec> = {
  schema: v.pipe(
    v.strictObject({ type: v.literal('genesys-observability') }),
    v.transform(spec => ({ spec }))
  ),
  warnings: ({ slo }) => ratesOnlyWarnings(slo),
  errors: () => []
}
