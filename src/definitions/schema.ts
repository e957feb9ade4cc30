import * as v from 'valibot'
import { field } from '../text/field.ts'

/** Text with something in it, and no control characters. */
export const text = v.custom<string>(
  value =>
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.isWellFormed() &&
    !/\p{Cc}/u.test(value.trimEnd()),
  'text on one line'
)

/** One of the words given; says which ones. */
export function oneOf<const T extends string>(...values: readonly T[]) {
  return v.custom<T>(value => values.some(known => known === value), values.join(' or '))
}

/** Names the place of a problem: file, SLO and field. */
export function where(file: string, value: unknown): (fieldPath: string) => string {
  const id = field(value, 'id')
  const slo = typeof id === 'string' ? `, SLO "${id}"` : ''
  return fieldPath => `${file}${slo}${fieldPath === '' ? '' : `, field ${fieldPath}`}`
}
