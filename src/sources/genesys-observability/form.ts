import * as v from 'valibot'
import { strict } from '../../schema/values.ts'
import { ratesOnlyWarnings } from '../rates.ts'
import type { SourceForm } from '../source.ts'
import type { GenesysObservabilitySpec } from './source.ts'

export const genesysObservabilityForm: SourceForm<GenesysObservabilitySpec> = {
  schema: v.pipe(
    strict({ type: v.literal('genesys-observability') }),
    v.transform(spec => ({ spec }))
  ),
  warnings: ({ slo }) => ratesOnlyWarnings(slo),
  errors: () => []
}
