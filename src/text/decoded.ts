/** A text as bytes, with the place in the original that each byte came from. */
interface Decoded {
  /** One character for each byte of UTF-8. */
  readonly bytes: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/**
 * `%2F`, `\u0026`, `\x26`, `\n`, `&#38;`, `&#x26;`, `&amp;`, and a line break with the spaces around it. A line break is
 * sought from the first of its spaces only: from each of them, a long run of spaces would take quadratic time.
 */
const ENCODED =
  /%([0-9a-f]{2})|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\([nrt"'\\/])|&#(\d{1,7});|&#x([0-9a-f]{1,6});|&(amp|lt|gt|quot|apos);|(?<![ \t])[ \t]*[\r\n]\s*/gi

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Undoes the encodings of addresses, JSON and HTML, and takes line breaks out. Undefined when there is nothing of that. */
export function decoded(text: string): Decoded | undefined {
  return text.search(ENCODED) < 0 ? undefined : decodedAgain(undecoded(text))
}

function undecoded(text: string): Decoded {
  const bytes: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let index = 0
  for (const character of text) {
    const end = index + character.length
    for (const byte of bytesOf(character)) {
      bytes.push(byte)
      starts.push(index)
      ends.push(end)
    }
    index = end
  }
  return { bytes: bytes.join(''), starts, ends }
}

/** Undoes one more layer of them. */
export function decodedAgain({ bytes, starts, ends }: Decoded): Decoded | undefined {
  const parts: string[] = []
  const from: number[] = []
  const to: number[] = []
  let last = 0
  const keep = (until: number) => {
    parts.push(bytes.slice(last, until))
    for (let index = last; index < until; index++) {
      from.push(starts[index] as number)
      to.push(ends[index] as number)
    }
  }
  for (const match of bytes.matchAll(ENCODED)) {
    keep(match.index)
    last = match.index + match[0].length
    const character = bytesIn(match)
    parts.push(character)
    for (const _ of character) {
      from.push(starts[match.index] as number)
      to.push(ends[last - 1] as number)
    }
  }
  if (last === 0) return undefined
  keep(bytes.length)
  return { bytes: parts.join(''), starts: from, ends: to }
}

function bytesIn([, percent, unicode, byte, escaped, decimal, hex, name]: RegExpMatchArray): string {
  const hexByte = percent ?? byte
  if (hexByte !== undefined) return String.fromCharCode(Number.parseInt(hexByte, 16))
  if (unicode !== undefined) return bytesOf(String.fromCharCode(Number.parseInt(unicode, 16)))
  if (escaped !== undefined) return /[nrt]/i.test(escaped) ? '' : escaped
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? ''
  // A line break is nothing.
  if (decimal === undefined && hex === undefined) return ''
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code <= 0x10ffff ? bytesOf(String.fromCodePoint(code)) : ''
}

/** One character for each byte of UTF-8. */
export const bytesOf = (text: string): string =>
  /^[\0-\x7f]*$/.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1')
