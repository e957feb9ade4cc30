import { blocked, type Decision } from '../budget/decision.ts'
import type { RunResult } from '../report/result.ts'
import type { StartedRun } from './configure.ts'

/** The results of measuring and judging. */
export type Measured = Pick<RunResult, 'decision' | 'judgements' | 'applied' | 'approval'>

export const misconfigured = (errors: readonly string[]): Measured =>
  withoutMeasurement(blocked('config-error', errors.join('; ')))

export const withoutMeasurement = (decision: Decision): Measured => ({
  decision,
  judgements: [],
  applied: [],
  approval: undefined
})

/** The result of a run after its decision, before anything is written. */
export function resultOf({ run, problems }: StartedRun, measured: Measured): RunResult {
  const { at, config, attempts } = run
  const { mode, policy, timeZone, approval } = config
  return {
    ...measured,
    at,
    mode,
    policy,
    timeZone,
    maintenanceLabel: approval.policy.label,
    publications: [],
    histories: new Map(),
    errors: problems.errors,
    warnings: problems.warnings,
    failures: [],
    attempts
  }
}

/** The result of a run in which the gate itself failed: a block without a check for approval. */
export function failureOf(started: StartedRun, problem: string): RunResult {
  const { errors } = started.problems
  if (errors.length > 0) return resultOf(started, misconfigured(errors))
  const measured = withoutMeasurement(blocked('source-error', problem))
  const reason = 'it was not checked'
  const approval = { approved: false, rule: 'pull-request', reason, pullRequest: null } as const
  return resultOf(started, { ...measured, approval })
}
