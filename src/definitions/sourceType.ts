import { field } from '../text/field.ts'

/** The source of a definition that names none, and of a bare id. */
export const DEFAULT_SOURCE = 'genesys-observability'

/** The type of source that a definition of any shape names. */
export function sourceTypeIn(definition: unknown): unknown {
  const source = field(definition, 'source')
  return source === undefined ? DEFAULT_SOURCE : field(source, 'type')
}
