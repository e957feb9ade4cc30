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
