import { field } from '../text/field.ts'

/** The source of a bare id, and of a definition that names none but says what the API measures. */
export const DEFAULT_SOURCE = 'genesys-observability'

/** The type of source that a definition of any shape names. */
export function sourceTypeIn(definition: unknown): unknown {
  const source = field(definition, 'source')
  if (source !== undefined) return field(source, 'type')
  return field(definition, 'metric') === undefined ? undefined : DEFAULT_SOURCE
}
