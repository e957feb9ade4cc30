import { MIMEType } from 'node:util'
import { excerpt } from '../text/show.ts'
import type { HttpResponse } from './message.ts'

/** An answer that is not JSON. The message does not quote it, because it may contain a secret. */
export class NotJson extends Error {
  override readonly name = 'NotJson'
}

/**
 * The JSON value of an answer, of any shape.
 *
 * @throws NotJson if the body is empty, has another content type, or cannot be parsed
 */
export function jsonOf({
  headers,
  text,
  redact
}: Pick<HttpResponse, 'headers' | 'text'> & Partial<HttpResponse>): unknown {
  const type = headers['content-type']
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity'
  if (encoding !== 'identity')
    throw new NotJson(
      `the answer is encoded (${excerpt(encoding, redact)}), although the gate did not request that`
    )
  if (text.trim() === '') throw new NotJson('the answer is empty')
  if (type !== undefined && !isJson(type))
    throw new NotJson(`the answer is ${excerpt(type, redact)}, not JSON (${bytesOf(text)})${originOf(type)}`)
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own error would quote the text.
    throw new NotJson(`the answer is not valid JSON (${bytesOf(text)})`)
  }
}

/** Like `jsonOf`, but returns the problem instead of throwing it. */
export function bodyOf(response: HttpResponse): { readonly body?: unknown; readonly problem?: string } {
  try {
    return { body: jsonOf(response) }
  } catch (error) {
    if (error instanceof NotJson) return { problem: error.message }
    throw error
  }
}

const bytesOf = (text: string) => `${Buffer.byteLength(text)} bytes`

/** An API never answers with an HTML page. */
const originOf = (type: string) =>
  /html/i.test(type) ? '; a proxy or a sign-in page may have answered instead' : ''

/** JSON is UTF-8 (RFC 8259); an answer in another charset cannot be trusted. */
function isJson(contentType: string): boolean {
  try {
    const { subtype, params } = new MIMEType(contentType)
    const charset = params.get('charset')?.toLowerCase()
    return /^(.+\+)?json$/.test(subtype) && [undefined, 'utf-8', 'utf8', 'us-ascii'].includes(charset)
  } catch {
    return false
  }
}
