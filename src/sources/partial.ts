import { field } from '../text/field.ts'
import { excerpt } from '../text/show.ts'

/**
 * Fields that mark a successful answer as incomplete: those of Thanos and Mimir, of VictoriaMetrics, and of
 * answers that come in pages. The missing part could contain anything.
 */
const SIGNS = ['warnings', 'errors', 'error', 'isPartial', 'partial', 'cursor', 'nextUri']

/** Describes, for a message, how an answer is incomplete; undefined for a complete answer. */
export function partialIn(body: unknown, redact: (text: string) => string): string | undefined {
  const sign = SIGNS.find(name => isSaid(field(body, name)))
  if (sign === undefined) return undefined
  const words = wordsIn(field(body, sign))
  return `its answer is partial (${words ? `${sign}: "${excerpt(words, redact)}"` : sign})`
}

/** The server's own error text, from a string, an error object, or the first entry of a list of either. */
export function wordsIn(errors: unknown): string | undefined {
  const first: unknown = Array.isArray(errors) ? errors[0] : errors
  const words = [first, ...WORDS.map(name => field(first, name))]
  return words.find((word): word is string => typeof word === 'string' && word.trim() !== '')
}

const WORDS = ['error', 'error_message', 'message', 'error_type']

/** Whether a field for errors or warnings has a value other than an empty one. */
export function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : ![undefined, null, false, ''].includes(value as null)
}
