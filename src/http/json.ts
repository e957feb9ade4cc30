import { MIMEType } from 'node:util'
import { known, type Outcome, unreadable } from '../outcome.ts'
import { excerpt } from '../text/show.ts'
import type { HttpResponse } from './message.ts'

/** The JSON value of an answer, of any shape. The reason does not quote the answer, which may contain a secret. */
export function jsonOf({
  headers,
  text,
  redact
}: Pick<HttpResponse, 'headers' | 'text'> & Partial<HttpResponse>): Outcome<unknown> {
  const type = headers['content-type']
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity'
  if (encoding !== 'identity')
    return unreadable(
      `the answer is encoded (${excerpt(encoding, redact)}), although the gate did not request that`
    )
  if (text.trim() === '') return unreadable('the answer is empty')
  if (type !== undefined && !isJson(type))
    return unreadable(`the answer is ${excerpt(type, redact)}, not JSON (${bytesOf(text)})${originOf(type)}`)
  try {
    return known(JSON.parse(text))
  } catch {
    // The parser's own error would quote the text.
    return unreadable(`the answer is not valid JSON (${bytesOf(text)})`)
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
