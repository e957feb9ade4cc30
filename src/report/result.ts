import type { Approval } from '../approval/approval.ts'
import type { Decision } from '../budget/decision.ts'
import type { Judgement } from '../budget/judge.ts'
import type { Policy } from '../budget/verdict.ts'
import type { Publication } from '../callFlows/publish.ts'
import type { Attempt } from '../http/client.ts'
import type { AppliedSlo } from '../sources/genesys-observability/applySlos.ts'
import type { Histories } from '../sources/source.ts'

/** Everything that one run found out: what all reports are made from. */
export interface RunResult {
  /** The instant at which every window ends. */
  readonly at: Date
  readonly mode: 'enforce' | 'audit'
  readonly policy: Policy
  /** IANA zone shown beside UTC. */
  readonly timeZone: string
  readonly decision: Decision
  /** Worst first; empty when nothing was measured. */
  readonly judgements: readonly Judgement[]
  /** What was found when a block made it worth asking; undefined when nothing was blocked. */
  readonly approval: Approval | undefined
  readonly maintenanceLabel: string
  /** What became of the definitions that were to be written to the Observability API. */
  readonly applied: readonly AppliedSlo[]
  /** What call flows were told, for each SLO. */
  readonly publications: readonly Publication[]
  /** How the budgets came to be what they are, where that could be read. */
  readonly histories: Histories
  /** What is wrong with the configuration, a sentence each. */
  readonly errors: readonly string[]
  /** What is allowed but rarely meant, a sentence each. */
  readonly warnings: readonly string[]
  readonly attempts: readonly Attempt[]
}
