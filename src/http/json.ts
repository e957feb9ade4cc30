import type { HttpResponse } from './message.ts'

/** An answer that is not JSON, with the reason and the beginning of what came instead. */
export class NotJson extends Error {
  override readonly name = 'NotJson'
}

/**
 * The JSON value of an answer, of any shape.
 *
 * @throws NotJson when the body is empty, declared as something else, or cannot be parsed
 */
export function jsonOf({
  headers,
  text,
  redact
}: Pick<HttpResponse, 'headers' | 'text'> & Partial<HttpResponse>): unknown {
  const type = headers['content-type']
  if (text.trim() === '') throw new NotJson('the answer is empty')
  if (type !== undefined && !isJson(type))
    throw new NotJson(`the answer is ${type}, not JSON: ${excerpt(text, redact)}`)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new NotJson(`the answer is not valid JSON: ${excerpt(text, redact)}`, { cause })
  }
}

/** As `jsonOf`, with the reason beside it where there is no value. */
export function bodyOf(response: HttpResponse): { readonly body?: unknown; readonly problem?: string } {
  try {
    return { body: jsonOf(response) }
  } catch (error) {
    if (error instanceof NotJson) return { problem: error.message }
    throw error
  }
}

/** JSON is UTF-8 (RFC 8259); another charset was not written for us. */
function isJson(contentType: string): boolean {
  const [type = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map(part => part.trim())
  const charset = parameters
    .find(parameter => parameter.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '')
  return (
    /^[\w.+-]+\/([\w.+-]+\+)?json$/.test(type) && [undefined, 'utf-8', 'utf8', 'us-ascii'].includes(charset)
  )
}

/**
 * The beginning of a text from outside, on one line.
 *
 * @param redact takes secrets out first: of one that is cut, nobody could tell any more what it is
 */
export function excerpt(text: string, redact: (text: string) => string = whole => whole): string {
  const line = redact(text).replace(/\s+/g, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 120)}…` : line
}

/** A field of a value of unknown shape; undefined where there is none. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}

/** A value from outside in a message. A list or an object is only named: it may be nested deeper than anything can print. */
export function shown(value: unknown): string {
  // Not cut in the middle: of a secret that is cut, nobody could tell any more what it is.
  if (typeof value === 'string') return value.length > 120 ? 'a long text' : `"${excerpt(value)}"`
  return typeof value === 'object' && value !== null
    ? Array.isArray(value)
      ? 'a list'
      : 'an object'
    : String(value)
}
