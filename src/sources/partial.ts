import { field } from '../text/field.ts'
import { excerpt } from '../text/show.ts'

/**
 * Fields in which servers say that a successful answer is not the whole one: Thanos and Mimir, VictoriaMetrics,
 * and answers that come in pages. Nobody knows what the missing part says.
 */
const SIGNS = ['warnings', 'errors', 'error', 'isPartial', 'partial', 'cursor', 'nextUri']

/** What an answer says about a part of it that is missing, to be put into a message; undefined for a whole answer. */
export function partialIn(body: unknown, redact: (text: string) => string): string | undefined {
  const sign = SIGNS.find(name => isSaid(field(body, name)))
  if (sign === undefined) return undefined
  const words = wordsIn(field(body, sign))
  return `its answer is partial (${words ? `${sign}: "${excerpt(words, redact)}"` : sign})`
}

/** The first of the server's own words, from a text, an error with fields, or a list of them. */
export function wordsIn(errors: unknown): string | undefined {
  const first: unknown = Array.isArray(errors) ? errors[0] : errors
  const words = [first, ...WORDS.map(name => field(first, name))]
  return words.find((word): word is string => typeof word === 'string' && word.trim() !== '')
}

const WORDS = ['error', 'error_message', 'message', 'error_type']

/** Whether a field that says what is wrong says anything. */
export function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : ![undefined, null, false, ''].includes(value as null)
}
