import * as v from 'valibot'
import { isSloId, SLO_ID } from '../../schema/sloId.ts'
import { strict, text } from '../../schema/values.ts'
import type { SourceForm } from '../source.ts'
import type { DatadogSpec } from './source.ts'

/** Whether an SLO of Datadog counts events is only known from its answer, so nothing is warned of here. */
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
