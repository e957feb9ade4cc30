import { field } from '../text/field.ts'
import { shortened } from '../text/markdown.ts'

/** Describes the place of a problem: file, SLO and field. */
export function where(file: string, value: unknown): (fieldPath: string) => string {
  const id = field(value, 'id')
  const slo = typeof id === 'string' ? `, SLO "${shortened(id, 100)}"` : ''
  return fieldPath => `${file}${slo}${fieldPath === '' ? '' : `, field ${shortened(fieldPath, 100)}`}`
}
