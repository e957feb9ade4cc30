/**
 * Quotes the beginning of a text from outside in a message, on one line.
 *
 * @param redact removes secrets before the text is cut, because half a secret cannot be recognised
 */
export function excerpt(text: string, redact: (text: string) => string = whole => whole): string {
  const line = redact(text).replace(/\s+/g, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 120)}…` : line
}

/** Names a value of an answer in a message. Lists and objects may be nested too deeply to print, so only their kind is named. */
export function shown(value: unknown): string {
  // A long text is not cut, and line breaks stay recognisable: secrets are taken out later, and only as a whole.
  if (typeof value === 'string') return value.length > 120 ? 'a long text' : JSON.stringify(value)
  return typeof value === 'object' && value !== null
    ? Array.isArray(value)
      ? 'a list'
      : 'an object'
    : String(value)
}

/** Quotes a value of the configuration in a message: short, and without the secrets that an address may hold. */
export function show(value: unknown): string {
  const text = jsonOf(value).replace(/[^\s"]+/g, withoutSecrets)
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}

/** A word that is an address, or has a password before an `@`, is cut there; so is a query. */
function withoutSecrets(word: string): string {
  const scheme = word.indexOf('://')
  if (scheme >= 0) return `${word.slice(0, scheme)}://***`
  const at = word.lastIndexOf('@')
  const colon = word.indexOf(':')
  const rest = colon >= 0 && colon < at ? `***${word.slice(at)}` : word
  const query = rest.indexOf('?')
  const hash = rest.indexOf('#')
  const cut = query >= 0 ? query : rest.includes('=', hash) ? hash : -1
  return cut >= 0 ? `${rest.slice(0, cut + 1)}***` : rest
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    // YAML can refer to itself, and can be nested too deeply to print.
    return 'a value that cannot be shown'
  }
}
