import * as v from 'valibot'

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

/**
 * A value that is read by a function.
 *
 * @param parse answers undefined for what is not accepted
 * @param accepts continues "it takes …"
 */
export function parsedBy<T>(parse: (value: unknown) => T | undefined, accepts: string) {
  return v.pipe(
    v.unknown(),
    v.rawTransform(({ dataset: { value }, addIssue, NEVER }): T => {
      const parsed = parse(value)
      if (parsed !== undefined) return parsed
      addIssue({ message: accepts })
      return NEVER
    })
  )
}
