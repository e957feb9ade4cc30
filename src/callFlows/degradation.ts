import type { BudgetRow } from './row.ts'

/** The event that is sent when call flows start or stop degrading. */
export interface DegradationEvent {
  readonly event: 'budget_exceeded' | 'budget_recovered'
  readonly flowId: string | null
  /** ISO 8601, UTC. */
  readonly timestamp: string
  readonly action: 'DEGRADE_TO_AGENT_ONLY' | 'RESTORE_NORMAL_ROUTING'
  readonly reason: string
}

export function eventOf(
  { degraded }: Pick<BudgetRow, 'degraded'>,
  { flowId, at, reason }: { readonly flowId: string | undefined; readonly at: Date; readonly reason: string }
): DegradationEvent {
  const common = { flowId: flowId ?? null, timestamp: at.toISOString() }
  return degraded
    ? { event: 'budget_exceeded', ...common, action: 'DEGRADE_TO_AGENT_ONLY', reason }
    : { event: 'budget_recovered', ...common, action: 'RESTORE_NORMAL_ROUTING', reason }
}
