import * as v from 'valibot'
import { strict, text } from '../schema/values.ts'

/** Accepted and ignored: it does not affect the decision. */
export const unused = v.exactOptional(v.unknown())

export const refused = (reason: string) => v.exactOptional(v.never(reason))

/** In YAML, a key without a value is null. Documents of other tools often leave keys empty. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null))
}

/** The schema of a mapping in this tool's form. Unknown keys are reported. */
export const shapeOf =
  (form: string) =>
  <const E extends v.ObjectEntries>(entries: E) =>
    v.pipe(
      v.unknown(),
      v.transform(withoutNulls),
      v.custom<object>(value => !Array.isArray(value), 'a mapping of keys to values'),
      strict(entries, `is not a known key of ${form}`)
    )

/** Text on any number of lines, which are joined into one. */
export const prose = v.pipe(
  v.custom<string>(value => typeof value === 'string', 'text'),
  v.transform(value => value.replace(/\s+/g, ' ').trim()),
  text
)
