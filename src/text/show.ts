/**
 * The beginning of a text from outside, on one line.
 *
 * @param redact takes secrets out first: of one that is cut, nobody could tell any more what it is
 */
export function excerpt(text: string, redact: (text: string) => string = whole => whole): string {
  const line = redact(text).replace(/\s+/g, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 120)}…` : line
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

/** A value as a message shows it: quoted, short, and without what may be a secret inside an address. */
export function show(value: unknown): string {
  const text = jsonOf(value)
    .replace(/\/\/[^/\s"]*@/g, '//***@')
    .replace(/\?[^\s"]*/g, '?***')
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    // YAML can refer to itself, and nest deeper than anything can print.
    return 'a value that cannot be shown'
  }
}
