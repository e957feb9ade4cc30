import { bytesOf, decoded, decodedAgain } from '../text/decoded.ts'

/** Shorter values are not redacted: they would remove parts of ordinary words. */
const SHORTEST = 4
/** The shortest beginning of a secret that is removed where a text was cut. */
const SHORTEST_PART = 6
/** An address in JSON in HTML has three layers of encoding. */
const LAYERS = 4

type Span = readonly [start: number, end: number]

/**
 * The secrets of a run. Each one is announced to the runner, which masks it in the log, and `redact` removes
 * it from everything that the gate writes.
 */
export class Secrets {
  readonly #announced = new Set<string>()
  /** The secrets and their other forms, each with its bytes. */
  readonly #forms = new Map<string, string>()
  readonly #announce: (secret: string) => void

  /** @param announce tells the runner to mask a value in its log */
  constructor(announce: (secret: string) => void) {
    this.#announce = announce
  }

  add(secret: string): void {
    if (this.#announced.has(secret)) return
    this.#announced.add(secret)
    this.#announce(secret)
    for (const form of formsOf(secret)) {
      if (form.length >= SHORTEST) this.#forms.set(withoutCase(form), withoutCase(bytesOf(form)))
    }
    // A log shows a text of several lines line by line.
    const lines = secret.split(/[\r\n]+/).filter(line => line.trim().length >= SHORTEST)
    for (const line of lines) this.add(line)
  }

  /** Removes every secret, even if it is encoded, in another case or split over lines, and the beginning of one where a text was cut. */
  redact(text: string): string {
    const spans = [...spansIn(withoutCase(text), [...this.#forms.keys()], '…')]
    const forms = [...this.#forms.values()]
    let layer = forms.length === 0 ? undefined : decoded(text)
    for (let count = 0; layer !== undefined && count < LAYERS; count++) {
      const { bytes, starts, ends } = layer
      for (const [start, end] of spansIn(withoutCase(bytes), forms, bytesOf('…'))) {
        spans.push([starts[start] as number, ends[end - 1] as number])
      }
      layer = decodedAgain(layer)
    }
    return without(text, spans)
  }
}

/** Servers write a host or a header in lower case, whatever the case of the secret in it. The length stays the same. */
const withoutCase = (text: string) => text.replace(/[A-Z]+/g, letters => letters.toLowerCase())

/** Finds all forms of secrets, and their beginnings before the mark of a cut. */
function spansIn(text: string, forms: readonly string[], mark: string): readonly Span[] {
  const cuts = occurrences(mark, text).map(([start]) => start)
  return forms.flatMap(form => [
    ...occurrences(form, text),
    ...cuts.flatMap(end => beginning(form, text, end))
  ])
}

function occurrences(part: string, text: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    spans.push([at, at + part.length])
  }
  return spans
}

/** Finds the longest beginning of a secret that ends where a text was cut. */
function beginning(form: string, text: string, end: number): readonly Span[] {
  const last = text.slice(Math.max(0, end - SHORTEST_PART), end)
  if (last.length < SHORTEST_PART) return []
  for (const [, length] of occurrences(last, form).reverse()) {
    if (text.startsWith(form.slice(0, length), end - length)) return [[end - length, end]]
  }
  return []
}

/** Replaces the spans with `***`. Overlapping spans become one. */
function without(text: string, spans: readonly Span[]): string {
  let redacted = ''
  let done = 0
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    if (start >= done) redacted += `${text.slice(done, start)}***`
    done = Math.max(done, end)
  }
  return redacted + text.slice(done)
}

function formsOf(secret: string): readonly string[] {
  const text = secret.toWellFormed()
  return [
    secret,
    text.replace(/(?<![ \t])[ \t]*[\r\n]\s*/g, ''),
    encodeURIComponent(text),
    JSON.stringify(secret).slice(1, -1),
    // In form encoding, a space is a plus sign.
    text.replaceAll(' ', '+'),
    Buffer.from(text).toString('hex'),
    ...base64FormsOf(text),
    ...pathOf(secret)
  ]
}

/** Base64 writes three bytes as four characters, so a secret within a longer text has one of three forms. */
function base64FormsOf(secret: string): readonly string[] {
  const forms = [0, 1, 2].map(offset => {
    const bytes = Buffer.from('\0'.repeat(offset) + secret)
    // Only the characters that depend on nothing but the secret.
    return bytes.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6))
  })
  return [Buffer.from(secret).toString('base64').replace(/=+$/, ''), ...forms]
    .filter(form => form.length >= SHORTEST_PART)
    .flatMap(form => [form, form.replaceAll('+', '-').replaceAll('/', '_')])
}

/** An answer may contain only the path of a secret address. */
function pathOf(secret: string): readonly string[] {
  if (!/^https?:\/\//i.test(secret) || !URL.canParse(secret)) return []
  const { pathname, search } = new URL(secret)
  const path = pathname + search
  return path.length < 2 * SHORTEST ? [] : [path]
}
