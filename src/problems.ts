/** Collects everything that is wrong with the configuration, so that it is reported together. */
export class Problems {
  readonly errors: string[] = []
  readonly warnings: string[] = []

  /**
   * @param where the input, or the file with the SLO and the field
   * @param what what is wrong, with the value and what is accepted
   */
  error(where: string, what: string): void {
    this.errors.push(`${where}: ${what}`)
  }

  /** Whether an error about this very place has been reported. */
  has(where: string): boolean {
    return this.errors.some(error => error.startsWith(`${where}:`) || error.startsWith(`${where} (`))
  }

  warn(where: string, what: string): void {
    this.warnings.push(`${where}: ${what}`)
  }
}
