import * as v from 'valibot'
import { strict, text } from '../schema/values.ts'

/** Accepted, because the form allows it, but it does not change what the gate does. */
export const unused = v.exactOptional(v.unknown())

export const refused = (reason: string) => v.exactOptional(v.never(reason))

/** YAML has null where a key has no value; documents of other tools often leave keys empty that way. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null))
}

/** Mappings of this form, which has no other keys. */
export const shapeOf =
  (form: string) =>
  <const E extends v.ObjectEntries>(entries: E) =>
    v.pipe(
      v.unknown(),
      v.transform(withoutNulls),
      v.custom<object>(value => !Array.isArray(value), 'a mapping of keys to values'),
      strict(entries, `is not a known key of ${form}`)
    )

/** Text of any number of lines, which become one. */
export const prose = v.pipe(
  v.custom<string>(value => typeof value === 'string', 'text'),
  v.transform(value => value.replace(/\s+/g, ' ').trim()),
  text
)
