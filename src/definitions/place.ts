import { field } from '../text/field.ts'

/** Names the place of a problem: file, SLO and field. */
export function where(file: string, value: unknown): (fieldPath: string) => string {
  const id = field(value, 'id')
  const slo = typeof id === 'string' ? `, SLO "${id}"` : ''
  return fieldPath => `${file}${slo}${fieldPath === '' ? '' : `, field ${fieldPath}`}`
}
