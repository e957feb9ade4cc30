/** Limits, so that many problems with one file or input do not hide the others. */
const MOST_OF_A_PLACE = 100
const MOST_OF_ALL = 2_000
const MOST_CHARACTERS = 600

const shortened = (text: string) =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS).toWellFormed()}…` : text

/** A limited list of sentences about places. */
class Sentences {
  readonly #kept: string[] = []
  readonly #counts = new Map<string, number>()
  count = 0

  add(place: string, what: string): void {
    // The file or input, without the SLO and the field.
    const [subject = place] = place.split(', ')
    const known = (this.#counts.get(subject) ?? 0) + 1
    this.#counts.set(subject, known)
    this.count += 1
    if (known <= MOST_OF_A_PLACE && this.#kept.length < MOST_OF_ALL)
      this.#kept.push(`${shortened(place)}: ${shortened(what)}`)
  }

  list(): string[] {
    const crowded = [...this.#counts].filter(([, count]) => count > MOST_OF_A_PLACE)
    const more = crowded.slice(0, MOST_OF_A_PLACE).map(([subject, count]) => {
      return `${shortened(subject)}: has ${count - MOST_OF_A_PLACE} more`
    })
    const left = this.count - this.#kept.length
    const isCut = this.#kept.length === MOST_OF_ALL
    return [...this.#kept, ...(isCut && left > 0 ? [`and ${left} more in all`] : more)]
  }
}

/** Collects all problems of the configuration, so that they are reported together. */
export class Problems {
  readonly #errors = new Sentences()
  readonly #warnings = new Sentences()
  readonly #wrongInputs = new Set<string>()

  get errors(): readonly string[] {
    return this.#errors.list()
  }

  get warnings(): readonly string[] {
    return this.#warnings.list()
  }

  /** The number of errors, including those that are not in the list. */
  get errorCount(): number {
    return this.#errors.count
  }

  /**
   * @param place the input, or the file with the SLO and the field
   * @param what the problem, with the value and what is accepted
   */
  error(place: string, what: string): void {
    this.#errors.add(place, what)
  }

  /** @param variable the environment variable that the value came from, if it is not from the input itself */
  inputError(input: string, what: string, variable?: string): void {
    this.#wrongInputs.add(input)
    this.error(variable === undefined ? `input ${input}` : `input ${input} (from ${variable})`, what)
  }

  /** Whether an error about this input has been reported. */
  hasInputError(input: string): boolean {
    return this.#wrongInputs.has(input)
  }

  warn(place: string, what: string): void {
    this.#warnings.add(place, what)
  }
}
