/** `source: { type: genesys-data-actions, … }`, checked. */
export interface GenesysDataActionsSpec {
  readonly type: 'genesys-data-actions'
  /** With `actionIds` too, both must be right; with neither, every data action counts. */
  readonly integrationId?: string
  readonly actionIds?: readonly string[]
  /** Executions that end like this count in neither good nor total. */
  readonly ignoreErrorTypes: readonly string[]
  readonly ignoreResponseStatuses: readonly string[]
  /** Milliseconds; an execution that takes this long or longer is not a good one. */
  readonly slowerThanMs?: number
}
