import { field } from '../text/field.ts'

/** The source of a bare id, and of a definition without a source but with a `metric`. */
export const DEFAULT_SOURCE = 'genesys-observability'

/** The type of source in a definition of any shape. */
export function sourceTypeIn(definition: unknown): unknown {
  const source = field(definition, 'source')
  if (source !== undefined) return field(source, 'type')
  return field(definition, 'metric') === undefined ? undefined : DEFAULT_SOURCE
}
