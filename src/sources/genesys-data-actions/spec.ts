/** `source: { type: genesys-data-actions, … }`, checked. */
export interface GenesysDataActionsSpec {
  readonly type: 'genesys-data-actions'
  /** Together with `actionIds`, both must match; with neither, every data action counts. */
  readonly integrationId?: string
  readonly actionIds?: readonly string[]
  /** Executions with these outcomes count neither as good nor in the total. */
  readonly ignoreErrorTypes: readonly string[]
  readonly ignoreResponseStatuses: readonly string[]
  /** In milliseconds; an execution that takes this long or longer is bad. */
  readonly slowerThanMs?: number
}
