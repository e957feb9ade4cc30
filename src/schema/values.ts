import * as v from 'valibot'
import { nearestKey } from '../text/nearest.ts'

/** Text that is not blank and has no control characters. */
export const text = v.custom<string>(
  value =>
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.isWellFormed() &&
    !/\p{Cc}/u.test(value.trimEnd()),
  'text on one line'
)

/** One of these words. The message lists them. */
export function oneOf<const T extends string>(...values: readonly T[]) {
  return v.picklist(values, values.join(' or '))
}

/**
 * A value that is read by a function.
 *
 * @param parse returns undefined for a value that is not accepted
 * @param accepts what is accepted, to continue "it takes …"
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

/** Suggests the nearest known key, or lists all known keys if none is near. */
function suggestion(key: string, known: readonly string[]): string {
  const near = nearestKey(key, known)
  return near === undefined ? `the known keys are ${known.join(', ')}` : `did you mean ${near}?`
}

/**
 * A mapping of these keys and no others. Valibot's own strictObject reports only the first unknown key.
 *
 * @param unknownKey the message for an unknown key, before the suggestion
 */
export function strict<const E extends v.ObjectEntries>(
  entries: E,
  unknownKey = 'is not a known key'
): v.ObjectSchema<E, string> {
  const schema = v.object(entries, 'a mapping of keys to values')
  return {
    ...schema,
    '~run': (dataset, config) => {
      const input = dataset.value
      const result = schema['~run'](dataset, config)
      const given = typeof input === 'object' && input !== null ? Object.entries(input) : []
      for (const [key, value] of given.filter(([key]) => !Object.hasOwn(entries, key))) {
        const path: [v.UnknownPathItem] = [{ type: 'unknown', origin: 'key', input, key, value }]
        const message = `${unknownKey}; ${suggestion(
          key,
          Object.keys(entries).filter(known => known !== '$schema')
        )}`
        v._addIssue(schema, 'key', result, config, { expected: 'never', message, path })
      }
      return result
    }
  }
}
