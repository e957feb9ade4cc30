/** Shorter values would tear holes into ordinary words, and protect nothing. */
const SHORTEST = 4

/**
 * Every secret of the run. One that is added is announced first, so that the runner masks it from
 * then on; `redact` takes it out of everything that the gate itself writes.
 */
export class Secrets {
  readonly #values = new Set<string>()
  readonly #announce: (secret: string) => void

  /** @param announce tells the runner to mask a value in its log */
  constructor(announce: (secret: string) => void) {
    this.#announce = announce
  }

  add(secret: string): void {
    if (this.#values.has(secret)) return
    this.#announce(secret)
    this.#values.add(secret)
    // The forms that an address and JSON give it.
    this.#values.add(encodeURIComponent(secret.toWellFormed()))
    this.#values.add(JSON.stringify(secret).slice(1, -1))
  }

  redact(text: string): string {
    let redacted = text
    for (const value of this.#longestFirst()) redacted = redacted.replaceAll(value, '***')
    return redacted
  }

  /** A secret may contain another one: the longer has to go first. */
  #longestFirst(): readonly string[] {
    return [...this.#values].filter(value => value.length >= SHORTEST).toSorted((a, b) => b.length - a.length)
  }
}
