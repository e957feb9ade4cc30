/** A request that was answered, but not with what was asked for. */
export interface Refusal {
  /** The system, as people know it: "Genesys Cloud". */
  readonly who: string
  readonly status: number
  /** The server's own words, already short and without secrets. */
  readonly words?: string | undefined
  /** Names the request to the system's support, such as ` (ININ-Correlation-Id …)`. */
  readonly correlation?: string | undefined
  /** What to do about this status. */
  readonly hint?: string | undefined
  /** Why it was not tried again. */
  readonly givenUp?: string | undefined
}

/** The one sentence about a refused request: who, the status, the server's words, what to do, why not again. */
export function describeRefusal({ who, status, words, correlation, hint, givenUp }: Refusal): string {
  const said = words ? ` "${words}"` : ''
  const rest = [hint, givenUp].filter(Boolean).map(part => `; ${part}`)
  return `${who} answered HTTP ${status}${said}${correlation ?? ''}${rest.join('')}`
}
