import type { Slo } from '../budget/slo.ts'
import type { SourceSpec } from './catalog.ts'

/** An SLO with its source. */
export interface SloDefinition extends Slo {
  readonly source: SourceSpec
  readonly description?: string
  /** What the Observability API measures. The gate itself does not use it. */
  readonly metric?: { readonly resourceType?: string; readonly filterExpression?: string }
  /** Absent when only the id was given: then there is no definition to write to the Observability API. */
  readonly isDefinedHere?: true
}
