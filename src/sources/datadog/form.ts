import * as v from 'valibot'
import { isSloId, SLO_ID } from '../../schema/sloId.ts'
import { strict, text } from '../../schema/values.ts'
import type { SourceForm } from '../source.ts'
import type { DatadogSpec } from './source.ts'

/** Only Datadog's answer shows whether an SLO counts events, so there are no warnings here. */
export const datadogForm: SourceForm<DatadogSpec> = {
  schema: v.pipe(
    strict({
      type: v.literal('datadog'),
      sloId: v.pipe(text, v.check(isSloId, SLO_ID))
    }),
    v.transform(spec => ({ spec }))
  ),
  warnings: () => [],
  errors: () => []
}
