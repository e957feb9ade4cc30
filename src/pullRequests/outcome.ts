/** What could not be written. None of it changes the decision. */
export interface TellOutcome {
  /** About one comment or status each. */
  readonly problems: readonly string[]
  /** About all statuses: many of them may be out of date. */
  readonly failures: readonly string[]
}
