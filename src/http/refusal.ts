/** An answer that refuses a request. */
export interface Refusal {
  /** The name of the system, such as "Genesys Cloud". */
  readonly who: string
  readonly status: number
  /** The server's own words, already short and without secrets. */
  readonly words?: string | undefined
  /** Identifies the request for the system's support, such as ` (ININ-Correlation-Id …)`. */
  readonly correlation?: string | undefined
  /** What to do about this status. */
  readonly hint?: string | undefined
  /** Why it was not tried again. */
  readonly givenUp?: string | undefined
}

/** Describes a refused request in one sentence: system, status, the server's words, what to do, why it was not retried. */
export function describeRefusal({ who, status, words, correlation, hint, givenUp }: Refusal): string {
  const said = words ? ` "${words}"` : ''
  const rest = [hint, givenUp].filter(Boolean).map(part => `; ${part}`)
  return `${who} answered HTTP ${status}${said}${correlation ?? ''}${rest.join('')}`
}
