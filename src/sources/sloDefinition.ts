import type { Slo } from '../budget/slo.ts'
import type { SourceSpec } from './catalog.ts'

/** An SLO with its source. */
export interface SloDefinition extends Slo {
  readonly source: SourceSpec
  readonly description?: string
  /** What the Observability API measures; our own arithmetic needs no such thing. */
  readonly metric?: { readonly resourceType?: string; readonly filterExpression?: string }
  /** Absent where only the id was given: then nothing is known that could be written anywhere. */
  readonly isDefinedHere?: true
}
