/** Collects everything that is wrong with the configuration, so that it is reported together. */
export class Problems {
  readonly errors: string[] = []
  readonly warnings: string[] = []
  readonly #wrongInputs = new Set<string>()

  /**
   * @param place the input, or the file with the SLO and the field
   * @param what what is wrong, with the value and what is accepted
   */
  error(place: string, what: string): void {
    this.errors.push(`${place}: ${what}`)
  }

  /** @param variable the environment variable that the value came from, where it is not the input itself */
  inputError(input: string, what: string, variable?: string): void {
    this.#wrongInputs.add(input)
    this.error(variable === undefined ? `input ${input}` : `input ${input} (from ${variable})`, what)
  }

  /** Whether an error about this very input has been reported. */
  hasInputError(input: string): boolean {
    return this.#wrongInputs.has(input)
  }

  warn(place: string, what: string): void {
    this.warnings.push(`${place}: ${what}`)
  }
}
