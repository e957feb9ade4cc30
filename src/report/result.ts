import type { Approval } from '../approval/approval.ts'
import type { Decision } from '../budget/decision.ts'
import type { Judgement } from '../budget/judge.ts'
import type { Policy } from '../budget/verdict.ts'
import type { Publication } from '../callFlows/publish.ts'
import type { Attempt } from '../http/client.ts'
import type { AppliedSlo } from '../sources/genesys-observability/applySlos.ts'
import type { Histories } from '../sources/source.ts'

/** The results of a run, from which all reports are made. */
export interface RunResult {
  /** The instant at which every window ends. */
  readonly at: Date
  readonly mode: 'enforce' | 'audit'
  readonly policy: Policy
  /** The IANA time zone that is shown in addition to UTC. */
  readonly timeZone: string
  readonly decision: Decision
  /** Worst first; empty when nothing was measured. */
  readonly judgements: readonly Judgement[]
  /** The approval or refusal; undefined when nothing was blocked. */
  readonly approval: Approval | undefined
  readonly maintenanceLabel: string
  /** What `apply-slos` did with each definition. */
  readonly applied: readonly AppliedSlo[]
  /** The result of updating each SLO's row in the data table. */
  readonly publications: readonly Publication[]
  /** The events over the window, for the SLOs that get a chart. */
  readonly histories: Histories
  /** The problems of the configuration, one sentence each. */
  readonly errors: readonly string[]
  /** Settings that are allowed but are probably a mistake, one sentence each. */
  readonly warnings: readonly string[]
  /** Failures that are errors although they do not change the decision, such as a failed refresh; one sentence each. */
  readonly failures: readonly string[]
  readonly attempts: readonly Attempt[]
}
