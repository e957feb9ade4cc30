/** The failures to write comments and statuses. They do not change the decision. */
export interface TellOutcome {
  /** Each is about one comment or status. */
  readonly problems: readonly string[]
  /** Each is about the statuses as a whole, many of which may be out of date. */
  readonly failures: readonly string[]
}
